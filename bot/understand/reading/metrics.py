"""Which metrics and applicants a question means, chunk by chunk where it lists several."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from bot.understand.reading.chunks import Chunk, chunks_of
from bot.understand.reading.miscounted import miscounted
from bot.understand.reading.shared_words import shared_words
from bot.understand.reading.tokens import Token
from bot.understand.vocabulary.signatures import Match, beside_of, find_metrics
from index.vocabulary.metrics import METRIC

# Metrics that one breath may name side by side without 和: 许可处罚强制各多少, 复议诉讼.
_SIDE_BY_SIDE = (
    frozenset(("licences", "penalties", "coercions", "services")),
    frozenset(("review_total", "suits_total")),
    frozenset(("n_info_fee", "n_info_fee_cases")),
    frozenset(("denied", "unable", "refused", "other", "granted", "partial")),
    frozenset(("normdocs_issued", "normdocs_repealed", "normdocs_valid")),
    frozenset(("rules_issued", "rules_repealed", "rules_valid")),
    frozenset(("carried_in", "new_received", "carried_out", "handled_total")),
)


@dataclass(frozen=True, slots=True)
class Named:
    """Metrics and applicants as named; `unexplained` are words that no metric accounts for."""

    metrics: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    unexplained: tuple[str, ...] = ()
    concepts: frozenset[str] = frozenset()
    is_vague: bool = False  # several metrics that nothing coordinates

    @property
    def is_empty(self) -> bool:
        """Whether nothing of numbers was named."""
        return not (self.metrics or self.members or self.unexplained)


def named_in(tokens: list[Token]) -> Named:
    """The metrics and applicants that tokens name."""
    return _in_columns(tokens) or _named_in(tokens)


# 收件数 办结数 结转数: columns with blanks between them.
_COLUMN = re.compile(r"(?:数|数量|总量|总数|金额|率|总计|合计|增/?减)$")


def _in_columns(tokens: list[Token]) -> Named | None:
    """Numbers that stand one after another with nothing but blanks between them."""
    groups: list[list[Token]] = []
    for before, token in zip([None, *tokens], tokens, strict=False):
        if before is None or token.start > before.end:
            groups.append([])
        groups[-1].append(token)
    groups = [g for g in groups if any(t.has("concept", "metric") for t in g)]
    is_head = bool(groups) and not _is_column(groups[0])
    head, columns = (groups[0], groups[1:]) if is_head else ([], groups)
    if len(columns) < _TWO or not all(map(_is_column, columns)):
        return None
    found = [_named_in([*head, *column]) for column in columns]
    if any(len(n.metrics) != 1 or n.unexplained for n in found):
        return None
    metrics = tuple(dict.fromkeys(n.metrics[0] for n in found))
    members = tuple(dict.fromkeys(member for n in found for member in n.members))
    concepts = frozenset[str]().union(*(n.concepts for n in found))
    return Named(metrics, members, (), concepts) if len(metrics) == len(found) else None


def _is_column(tokens: list[Token]) -> bool:
    text = "".join(t.text for t in tokens if not t.has("mark"))
    return bool(_COLUMN.search(text)) and not any(t.has("conjunction") for t in tokens)


def _named_in(tokens: list[Token]) -> Named:
    chunks = chunks_of(tokens)
    concepts = frozenset(key for chunk in chunks for key in chunk.concepts)
    members = tuple(dict.fromkeys(m for chunk in chunks for m in chunk.members))
    labels = tuple(key for chunk in chunks for key in chunk.labels)
    if not concepts:
        is_applied = any(t.has("member") and "申请" in t.text for t in tokens)
        said = ("new_received",) if is_applied and not labels else tuple(dict.fromkeys(labels))
        return Named(said, members)
    if labels and len(chunks) == 1:
        beside = _GENERAL.union(*(beside_of(label) for label in labels))
        unexplained = tuple(_words_of(concepts - beside, tokens))
        return Named(tuple(dict.fromkeys(labels)), members, unexplained, concepts)
    matches, left = _matches(chunks, concepts)
    matches = _as_said(matches, tokens) if len(chunks) == 1 else matches
    metrics = _without_context(dict.fromkeys(matches), chunks)
    metrics = _in_cases(metrics, tokens)
    if sum(token.has("quantity") for token in tokens) < _TWO:
        metrics = _with_carried_in(metrics, concepts)
    unexplained = tuple(_words_of(left, tokens))
    unexplained = unexplained or miscounted(metrics, concepts, tokens)
    asked = sum(token.has("quantity") for token in tokens)
    is_listed = _go_together(metrics) or asked >= len(metrics)
    is_vague = len(chunks) == 1 and len(metrics) > 1 and not is_listed
    return Named(metrics, members, unexplained, concepts, is_vague)


# What an official label may stand beside without meaning more.
_GENERAL = frozenset(
    (
        "app",
        "on_app",
        "open",
        "receive",
        "handle",
        "finish",
        "decision",
        "publish",
        "issued",
        "proactive",
    )
)


_TWO = 2


def _matches(chunks: list[Chunk], concepts: frozenset[str]) -> tuple[list[str], frozenset[str]]:
    """The metrics that chunks name in order, and the concepts that none of them explains."""
    if len(chunks) == 1:
        whole, left = find_metrics(concepts)
        return [match.metric for match in whole], left
    found: list[str] = []
    missed: frozenset[str] = frozenset()
    shared = shared_words(chunks)
    for i, chunk in enumerate(chunks):
        found += chunk.labels
        if not chunk.concepts or chunk.labels:
            continue
        said = chunk.concepts | shared.get(i, frozenset())
        matches, rest = _completed(said, _around(chunks, i))
        found += (match.metric for match in matches)
        missed |= rest
    return found, missed


def _as_said(metrics: list[str], tokens: list[Token]) -> list[str]:
    """Metrics in the order of the words that tell them apart: 废止的比制发的."""
    if len(metrics) < _TWO:
        return metrics
    said = {metric: beside_of(metric) for metric in metrics}
    own = {
        metric: needs.difference(*(x for other, x in said.items() if other != metric))
        for metric, needs in said.items()
    }

    def first(metric: str) -> int:
        found = (i for i, t in enumerate(tokens) if own[metric] & set(t.keys("concept")))
        return next(found, len(tokens))

    return sorted(metrics, key=first)


def _around(chunks: list[Chunk], at: int) -> list[str]:
    """Concepts of the other chunks, nearest first, those before ahead of those after."""
    order = sorted((j for j in range(len(chunks)) if j != at), key=lambda j: (abs(j - at), j > at))
    return list(dict.fromkeys(c for j in order for c in sorted(_all_concepts(chunks[j]))))


def _all_concepts(chunk: Chunk) -> set[str]:
    """The concepts of a chunk, those in official labels too."""
    labelled = frozenset().union(*(beside_of(label) for label in chunk.labels)) & set(_HEADS)
    return {key for token in chunk.tokens for key in token.keys("concept")} | labelled


_HEADS = (
    *(
        "review",
        "suit",
        "direct",
        "after",
        "rule",
        "normdoc",
        "document",
        "denied",
        "unable",
        "refused",
    ),
    *(
        "other_handling",
        "app",
        "on_app",
        "licence",
        "penalty",
        "coercion",
        "procurement",
        "fee",
        "info_fee",
        "petition",
    ),
    *("receive", "finish", "training"),
)
# 许可事项有几项、办了几件: what was decided of these.
_DECIDED = ("licence", "penalty", "coercion", "service")
_OF_RULES = frozenset(("valid", "repealed", "issued"))
_DONE = frozenset(("handle", "finish", "decision", "cases"))
_OUTCOMES = frozenset(
    ("partial", "denied", "granted", "unable", "refused", "not_held", "other_handling", "unclear")
)


def _completed(concepts: frozenset[str], around: list[str]) -> tuple[list[Match], frozenset[str]]:
    """The metrics of a chunk, completed by what another one states: 复议维持、纠正各几件."""
    matches, left = find_metrics(concepts)
    done = next((c for c in around if c in _DECIDED), None)
    if done is not None and concepts <= _DONE and "app" not in around:
        return list(find_metrics(frozenset((done, "decision")))[0]), frozenset()
    named = next((c for c in around if c in ("rule", "normdoc")), None)
    if named is not None and concepts <= _OF_RULES:
        return list(find_metrics(concepts | {named})[0]), frozenset()
    if concepts == {"open"} and _OUTCOMES & set(around):
        return [*find_metrics(frozenset(("app", "open")))[0]], frozenset()
    if matches and not left:
        return list(matches), left
    heads = [c for c in around if c in _HEADS]
    for size in (1, 2):
        for extra in combinations(heads, size):
            more, rest = find_metrics(concepts | set(extra))
            if more and not rest & concepts:
                return list(more), frozenset()
    return list(matches), left


def completed_by(concepts: frozenset[str], before: frozenset[str]) -> tuple[str, ...]:
    """The metric of words that lean on those before: 维持的, after 复议纠正的."""
    if not concepts:
        return ()
    matches, left = _completed(concepts, sorted(before))
    return () if left else tuple(match.metric for match in matches)


def _without_context(metrics: Iterable[str], chunks: list[Chunk]) -> tuple[str, ...]:
    """收到的申请中不予公开的: what is only the whole of another metric is not asked for."""
    kept = tuple(metrics)
    if len(chunks) > 1 or len(kept) < 2:
        return kept
    wholes = ("new_received", "handled_total")
    for whole in wholes:
        rest = tuple(m for m in kept if m != whole)
        if whole in kept and any(_is_of_table_three(m) for m in rest):
            kept = rest
    return kept


def _in_cases(metrics: tuple[str, ...], tokens: list[Token]) -> tuple[str, ...]:
    """收了几件信息处理费 counts the cases, not the yuan; 征集到几条意见 the opinions."""
    asked = [t.text for t in tokens if t.has("quantity")]
    if metrics == ("n_solicit",) and any(text.endswith("条") for text in asked):
        return ("n_solicit_count",)
    counted = [bool(_CASES.search(text)) for text in asked]
    if metrics != ("n_info_fee",) or not any(counted):
        return metrics
    is_money = not all(counted) or _MONEY.search("".join(t.text for t in tokens))
    return ("n_info_fee", "n_info_fee_cases") if is_money else ("n_info_fee_cases",)


_MONEY = re.compile(r"(?:多少|几)(?:钱|元|块)")
_CASES = re.compile(r"[件次起笔](?:数量|数)?$")
_REQUESTS = frozenset(("requests_total", "new_received", "carried_in", "carried_out"))


def _with_carried_in(metrics: tuple[str, ...], concepts: frozenset[str]) -> tuple[str, ...]:
    """新收和结转: bare 结转 beside what is new was carried in."""
    if "to_handle" in concepts and set(metrics) <= _REQUESTS:
        return ("requests_total",)
    is_plain = "carry" in concepts and not {"carried_in", "carried_out"} & concepts
    if not is_plain or set(metrics) != {"new_received", "carried_out"}:
        return metrics
    return tuple("carried_in" if m == "carried_out" else m for m in metrics)


def _is_of_table_three(metric: str) -> bool:
    return METRIC[metric].section == 3


def _go_together(metrics: tuple[str, ...]) -> bool:
    return any(set(metrics) <= group for group in _SIDE_BY_SIDE)


def _words_of(concepts: frozenset[str], tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        keys = set(token.keys("concept"))
        if keys and keys <= concepts:
            yield token.text
