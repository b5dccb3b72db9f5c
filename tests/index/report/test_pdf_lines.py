from index.report.pdf.lines import cells_of, text_of
from index.report.pdf.shapes import Glyph


def glyphs(*boxes: tuple[str, float, float, float]) -> list[Glyph]:
    return [Glyph(text, x0, x1, 100, size, 1) for text, x0, x1, size in boxes]


def texts(line: list[Glyph]) -> list[str]:
    return [text_of(cell) for cell in cells_of(line)]


def test_a_character_whose_box_is_as_narrow_as_its_ink_does_not_stand_apart() -> None:
    line = glyphs(("项", 255.9, 265.0, 9.1), ("目", 266.7, 272.6, 5.9), ("数", 273.9, 282.9, 9.0))
    assert texts(line) == ["项目数"]


def test_heads_that_stand_close_together_are_two() -> None:
    line = glyphs(("项", 255.9, 264.9, 9.0), ("目", 268.0, 277.0, 9.0), ("5", 283.0, 287.5, 9.0))
    assert texts(line) == ["项", "目", "5"]
