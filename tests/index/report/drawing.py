"""Small PDF files drawn by hand: text at places, lines, pages."""

from dataclasses import dataclass, field
from typing import Self

WIDTH, HEIGHT = 595, 842
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    b"/DescendantFonts [ << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> "
    b"/DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light "
    b"/Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 "
    b"/CapHeight 880 /StemV 93 >> >> ] >>"
)
# A grey picture of one pixel.
_PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
)


@dataclass(slots=True)
class Page:
    """A page that is being drawn; places are points from its upper left corner."""

    commands: list[str] = field(default_factory=list)
    width: int = WIDTH
    height: int = HEIGHT
    rotate: int = 0

    def text(self, x: float, y: float, text: str, size: float = 10, mode: int = 0) -> Self:
        """Text from x on, its baseline at y."""
        codes = text.encode("utf-16-be").hex()
        self.commands.append(
            f"BT {mode} Tr /F {size} Tf 1 0 0 1 {x} {self.height - y} Tm <{codes}> Tj ET"
        )
        return self

    def line(self, xa: float, ya: float, xb: float, yb: float) -> Self:
        """A thin line."""
        self.commands.append(f"0.5 w {xa} {self.height - ya} m {xb} {self.height - yb} l S")
        return self

    def box(self, x: float, y: float, width: float, height: float, paint: str = "S") -> Self:
        """A rectangle, drawn as an outline (S) or filled (f)."""
        self.commands.append(f"0.5 w {x} {self.height - y - height} {width} {height} re {paint}")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Self:
        """All lines of a table."""
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        return self

    def row(self, xs: list[float], y: float, texts: list[str], size: float = 10) -> Self:
        """Texts, each a little to the right of its place."""
        for x, text in zip(xs, texts, strict=False):
            if text:
                self.text(x + 2, y, text, size)
        return self

    def picture(self) -> Self:
        """A picture over the whole page."""
        self.commands.append(f"q {self.width} 0 0 {self.height} 0 0 cm /P Do Q")
        return self


def pdf_of(*pages: Page, title: str = "", trailer: str = "") -> bytes:
    """The bytes of a PDF file with these pages."""
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(len(pages)))
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        3: _FONT,
        4: _PICTURE,
        5: b"<< /Title <" + (b"\xfe\xff" + title.encode("utf-16-be")).hex().encode() + b"> >>",
    }
    for i, page in enumerate(pages):
        stream = "\n".join(page.commands).encode()
        objects[10 + 2 * i] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {page.width} {page.height}] "
            f"/Rotate {page.rotate} /Contents {11 + 2 * i} 0 R "
            "/Resources << /Font << /F 3 0 R >> /XObject << /P 4 0 R >> >> >>"
        ).encode()
        objects[11 + 2 * i] = (
            f"<< /Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream"
        )
    data = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = len(data)
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(data)
    data += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        data += f"{number} 1\n{place:010} 00000 n \n".encode()
    data += f"trailer\n<< /Size {max(objects) + 1} /Root 1 0 R /Info 5 0 R {trailer} >>\n".encode()
    return bytes(data + f"startxref\n{start}\n%%EOF\n".encode())
