import pytest

from index.catalog.readings import Reading, Verdict, judge


def reading(
    path: str = "a.txt",
    facts: str = "1",
    form: str = "txt",
    content: str = "",
    url: str | None = None,
) -> Reading:
    return Reading(path, url, form, facts, content or facts)


HELD = reading("a.txt", "1", "txt", url="https://example.org/a")


@pytest.mark.parametrize(
    ("new", "is_placed", "verdict"),
    [
        (reading("a.txt", "1"), True, Verdict.UNCHANGED),
        (reading("b.txt", "1"), False, Verdict.UNCHANGED),
        (reading("b.html", "1", "html", content="other words"), True, Verdict.UNCHANGED),
        (reading("a.txt", "2"), False, Verdict.REPLACED),
        (reading("a.txt", "1", content="other words"), False, Verdict.REPLACED),
        (reading("raw/2.txt", "2", url="https://example.org/a"), False, Verdict.REPLACED),
        (reading("b.txt", "2"), False, Verdict.PLACELESS),
        (reading("b.html", "2", "html"), False, Verdict.PLACELESS),
        (reading("b.html", "2", "html"), True, Verdict.BETTER),
        (reading("b.docx", "2", "docx"), True, Verdict.BETTER),
        (reading("b.txt", "2"), True, Verdict.TIED),
        (reading("b.pdf", "2", "pdf"), True, Verdict.WORSE),
        (reading("b.xyz", "2", "unheard-of"), True, Verdict.WORSE),
    ],
)
def test_what_becomes_of_a_file(new: Reading, is_placed: bool, verdict: Verdict) -> None:
    assert judge(HELD, new, is_placed=is_placed) is verdict


def test_what_is_not_held_is_saved() -> None:
    assert judge(None, reading(), is_placed=False) is Verdict.SAVED
