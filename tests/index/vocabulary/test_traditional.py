from pathlib import Path

import pytest

from index.vocabulary.make_traditional import main
from index.vocabulary.traditional import TRADITIONAL, simplify


@pytest.mark.parametrize(
    ("text", "simplified"),
    [
        ("太康縣芝麻窪鄉", "太康县芝麻洼乡"),
        ("政府信息公開工作年度報告", "政府信息公开工作年度报告"),
        ("本年新收政府信息公開申請數量", "本年新收政府信息公开申请数量"),
        ("結轉下年度繼續辦理", "结转下年度继续办理"),
        ("予以公開、不予處理、無法提供", "予以公开、不予处理、无法提供"),
        ("行政複議、行政訴訟", "行政复议、行政诉讼"),
        ("行政處罰、行政強制、行政許可", "行政处罚、行政强制、行政许可"),
        ("經濟開發區管理委員會", "经济开发区管理委员会"),
        ("貳佰零伍、兩萬、億", "贰佰零伍、两万、亿"),
        ("政府資訊公開", "政府信息公开"),
        ("答覆", "答复"),
        ("覆盖", "覆盖"),
        ("衞生、裏、後、臺", "卫生、里、后、台"),
        ("为什么", "为什么"),
        # Names that are written so in simplified characters.
        ("乾安县", "乾安县"),
        ("氾水镇", "氾水镇"),
        ("太康县芝麻洼乡2024年", "太康县芝麻洼乡2024年"),
        ("Zhimawa 2024", "Zhimawa 2024"),
        ("", ""),
    ],
)
def test_traditional_characters_are_read_as_simplified(text: str, simplified: str) -> None:
    assert simplify(text) == simplified
    assert len(simplified) == len(text)


def test_simplified_characters_stay() -> None:
    rows = TRADITIONAL.read_text("utf-8").splitlines()[1:]
    targets = "".join(row.split("\t")[1] for row in rows)
    assert simplify(targets) == targets


def test_the_command_makes_a_table_of_single_characters(tmp_path: Path) -> None:
    (tmp_path / "TSCharacters.txt").write_text("縣\t县\n衛\t卫\n乾\t干 乾\n云\t云\n", "utf-8")
    (tmp_path / "HKVariantsRev.txt").write_text("衞\t衛\n", "utf-8")
    made = tmp_path / "made.tsv"
    assert main([str(tmp_path), str(made)]) == 0
    source, *rows = made.read_text("utf-8").splitlines()
    assert "OpenCC" in source
    assert {"縣\t县", "衛\t卫", "衞\t卫"} <= set(rows)
    assert not any(row.startswith(("乾", "云")) for row in rows)


def test_the_command_without_a_folder_says_how_to_call_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 2
    assert "DICTIONARY_FOLDER" in capsys.readouterr().err
