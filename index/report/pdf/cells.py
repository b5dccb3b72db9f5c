"""A cell of a table without ruling lines, as it grows line by line."""

from dataclasses import dataclass

from index.report.lines import is_value


@dataclass(slots=True)
class Cell:
    """A cell as it grows: its text, from where to where it reaches, its baselines."""

    text: str
    x0: float
    x1: float
    top: float
    y: float  # of its last line
    page: int  # of its last line
    size: float
    is_alone: bool = False  # on its first line
    is_cut: bool = False  # by a page break

    @property
    def is_value(self) -> bool:
        """Whether it holds a number or a mark for none."""
        return is_value(self.text)

    def take(self, rest: "Cell") -> None:
        """Go on with the next line; whether digits belong together, sums must tell."""
        self.text += f" {rest.text}" if self.is_value else rest.text
        self.is_cut = self.is_cut or self.page != rest.page
        self.y, self.page = rest.y, rest.page
        self.x0, self.x1 = min(self.x0, rest.x0), max(self.x1, rest.x1)
