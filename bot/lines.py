"""Lines in, answers out: batches of questions, batches of searches, a talk on the terminal."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from bot.types import Answer, Ask, Choice, Context, Json
from index import Corpus, find_issuer
from index.errors import ReportIndexError
from index.types import HeldIssuer, Hit, Scope

_LEAVING = ("exit", "quit", "q", ":q", "退出", "再见", "结束")
_NO_OBJECT = "不是含有 q 的 JSON 对象 (not a JSON object with a text q)"
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Wanted:
    """A search: what for, where, and how many."""

    q: str
    issuer: str | None = None
    year: int | None = None
    section: int | None = None
    k: int = 10


class NotOne(ReportIndexError):
    """A name that no held issuer has, or that several have."""

    def __init__(self, name: str, found: Iterable[HeldIssuer]) -> None:
        several = "、".join(f"{(h.region or '地区不详')} {h.name}" for h in found)
        super().__init__(
            f"“{name}”不止一个：{several}；请加上地区。(several bodies have this name; put the "
            "place before it)"
            if several
            else f"库中没有“{name}”的报告。(no report of this body is held)"
        )


def issuer_named(corpus: Corpus, name: str) -> HeldIssuer:
    """The one held issuer that a name means; raises NotOne."""
    found = find_issuer(corpus.holdings(), name)
    if len(found) != 1:
        raise NotOne(name, found)
    return found[0]


def answers(ask: Ask, lines: Iterable[bytes]) -> Iterator[Answer | str]:
    """An answer for each line, or what is wrong with it; lines of one chat are one talk."""
    remembered: dict[str, Context] = {}
    for line in lines:
        asked = _object(line)
        chat = asked.get("chat")
        if not isinstance(q := asked.get("q"), str) or not isinstance(chat, str | int | None):
            yield _NO_OBJECT
            continue
        key = json.dumps(chat)
        try:
            turn = ask(q, None if chat is None else remembered.get(key))
        except Exception as error:  # one bad line must not cost the others
            yield _told(error)
            continue
        if chat is not None:
            remembered[key] = turn.context
        yield turn.answer


def searches(corpus: Corpus, lines: Iterable[bytes], usual: Wanted) -> Iterator[dict[str, Json]]:
    """The hits for each line, or what is wrong with it."""
    for line in lines:
        wanted = _wanted(_object(line), usual)
        if isinstance(wanted, str):
            yield {"error": wanted}
            continue
        try:
            yield hits_json(corpus, wanted, search(corpus, wanted))
        except Exception as error:  # one bad line must not cost the others
            yield {"error": _told(error)}


def search(corpus: Corpus, wanted: Wanted) -> tuple[Hit, ...]:
    """The passages that answer best, best first; raises NotOne."""
    issuers = (issuer_named(corpus, wanted.issuer).id,) if wanted.issuer else None
    years = (wanted.year,) if wanted.year is not None else None
    return corpus.search(wanted.q, Scope(issuers, years, wanted.section), wanted.k)


def hits_json(corpus: Corpus, wanted: Wanted, hits: Iterable[Hit]) -> dict[str, Json]:
    """Hits with the keys of `nianbao search --json`."""
    held = {issuer.id: issuer for issuer in corpus.holdings().issuers}
    return {
        "q": wanted.q,
        "hits": [
            {
                "issuer": held[hit.issuer_id].name,
                "region": held[hit.issuer_id].region,
                "year": hit.year,
                "section": hit.passage.section,
                "quote": hit.passage.text,
                "start": hit.passage.start,
                "end": hit.passage.end,
                "score": round(hit.score, 6),
                "context": hit.context,
                "also_in": hit.also_in,
            }
            for hit in hits
            if hit.issuer_id in held
        ],
    }


def converse(ask: Ask, questions: Iterable[str], say: Callable[[Answer], None]) -> None:
    """Answer questions one after the other; the number of a choice stands for its question."""
    context: Context | None = None
    choices: tuple[Choice, ...] = ()
    for line in questions:
        question = line.strip()
        if not question:
            continue
        if question.lower() in _LEAVING:
            return
        turn = ask(_chosen(question, choices), context)
        context, choices = turn.context, turn.answer.choices
        say(turn.answer)


def _chosen(question: str, choices: tuple[Choice, ...]) -> str:
    if question.isdecimal() and 1 <= int(question) <= len(choices):
        return choices[int(question) - 1].q
    return question


def _object(line: bytes) -> dict[str, object]:
    """The object on a line; an empty one where there is none."""
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _wanted(asked: dict[str, object], usual: Wanted) -> Wanted | str:
    """What a line asks for, or what is wrong with it."""
    q, issuer = asked.get("q"), asked.get("issuer", usual.issuer)
    if not isinstance(q, str):
        return _NO_OBJECT
    if not isinstance(issuer, str | None):
        return "issuer 应为文字 (issuer is not a text)"
    year = _whole(asked.get("year", usual.year), 0, 9999)
    section = _whole(asked.get("section", usual.section), 1, 6)
    k = _whole(asked.get("k", usual.k), 1, _MOST)
    for name, value in (("year", year), ("section", section), ("k", k)):
        if isinstance(value, str):
            return f"{name} {value}"
    assert not isinstance(year, str)
    assert not isinstance(section, str)
    wanted = Wanted(q, issuer, year, section)
    return replace(wanted, k=k) if isinstance(k, int) else wanted


def _whole(value: object, low: int, high: int) -> int | str | None:
    if value is None:
        return None
    if isinstance(value, str) and value.isdecimal() and len(value) <= 4:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        return f"应为 {low} 到 {high} 的整数 (not a whole number from {low} to {high})"
    return value


def _told(error: Exception) -> str:
    if isinstance(error, ReportIndexError):
        return str(error)
    return f"程序出错 (defect: {type(error).__name__})"
