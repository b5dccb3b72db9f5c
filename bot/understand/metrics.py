"""Which metrics and applicants a question means, chunk by chunk where it lists several."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from bot.understand.signatures import Match, beside_of, find_metrics
from bot.understand.tokens import Token
from index.vocabulary.metrics import METRIC

_COMMAS = frozenset(",，;；。.?？!！:：")
# Metrics that one breath may name side by side without 和: 许可处罚强制各多少, 复议诉讼.
_SIDE_BY_SIDE = (
    frozenset(("licences", "penalties", "coercions", "services")),
    frozenset(("review_total", "suits_total")),
    frozenset(("denied", "unable", "refused", "other", "granted", "partial")),
    frozenset(("normdocs_issued", "normdocs_repealed", "normdocs_valid")),
    frozenset(("rules_issued", "rules_repealed", "rules_valid")),
    frozenset(("carried_in", "new_received", "carried_out", "handled_total")),
)


@dataclass(slots=True)
class Chunk:
    """A stretch between 和 or commas: what it names."""

    tokens: list[Token] = field(default_factory=list)
    is_listed: bool = False  # 和 or 、 stands before it
    is_after_mark: bool = False  # 、 stands before it
    has_quantity: bool = False

    @property
    def concepts(self) -> frozenset[str]:
        """The concepts that it names."""
        plain = (token for token in self.tokens if not token.has("metric"))
        return frozenset(key for token in plain for key in token.keys("concept"))

    @property
    def labels(self) -> tuple[str, ...]:
        """The metrics that it names by their very labels."""
        return tuple(t.keys("metric")[0] for t in self.tokens if t.has("metric"))

    @property
    def members(self) -> tuple[str, ...]:
        """The applicants that it names."""
        found = (key for token in self.tokens for key in token.keys("member"))
        return tuple(dict.fromkeys(found))


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
    chunks = _merged(list(_chunks(tokens)), any(t.has("every") for t in tokens))
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
    unexplained = unexplained or _miscounted(metrics, concepts, tokens)
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


def _chunks(tokens: list[Token]) -> Iterator[Chunk]:
    chunk = Chunk()
    for token in tokens:
        is_list = token.has("conjunction") or token.text == "、"
        if is_list or token.text in _COMMAS:
            if chunk.tokens:
                yield chunk
                chunk = Chunk(is_listed=is_list)
            chunk.is_listed = chunk.is_listed or is_list
            chunk.is_after_mark = chunk.is_after_mark or token.text == "、"
            continue
        chunk.tokens.append(token)
        chunk.has_quantity = chunk.has_quantity or token.has("quantity", "yes_no")
    if chunk.tokens:
        yield chunk


def _merged(chunks: list[Chunk], has_every: bool) -> list[Chunk]:
    """A comma parts two metrics only where each is asked for: 申请,收到几件 is one."""
    merged: list[Chunk] = []
    is_list = sum(bool(chunk.concepts) for chunk in chunks) > _TWO
    for chunk in chunks:
        last = merged[-1] if merged else None
        is_apart = (
            last is not None
            and (last.concepts or last.labels)
            and (chunk.concepts or chunk.labels)
            and (chunk.is_listed or has_every or (last.has_quantity and chunk.has_quantity))
            and (has_every or is_list or not _is_one_cell(last, chunk))
        )
        if last is None or is_apart:
            merged.append(chunk)
        else:
            last.tokens += chunk.tokens
            last.has_quantity = last.has_quantity or chunk.has_quantity
    return merged


_TWO = 2
_BLOCKS = frozenset(("review", "suit", "direct", "after", "app", "cases"))
_ENDINGS = frozenset(("upheld", "corrected", "other_result", "pending", "lost", "won"))


def _is_one_cell(one: Chunk, other: Chunk) -> bool:
    """未经复议直接起诉、结果维持的: a block and its outcome, parted as in the table."""
    is_block = bool(one.concepts) and one.concepts <= _BLOCKS and not one.has_quantity
    return other.is_after_mark and is_block and bool(other.concepts & _ENDINGS)


def _matches(chunks: list[Chunk], concepts: frozenset[str]) -> tuple[list[str], frozenset[str]]:
    """The metrics that chunks name in order, and the concepts that none of them explains."""
    if len(chunks) == 1:
        whole, left = find_metrics(concepts)
        return [match.metric for match in whole], left
    found: list[str] = []
    missed: frozenset[str] = frozenset()
    for i, chunk in enumerate(chunks):
        found += chunk.labels
        if not chunk.concepts or chunk.labels:
            continue
        matches, rest = _completed(chunk.concepts, _around(chunks, i))
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
    return {key for token in chunk.tokens for key in token.keys("concept")}


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
        "petition",
    ),
    *("receive", "finish", "training"),
)
_OUTCOMES = frozenset(
    ("partial", "denied", "granted", "unable", "refused", "not_held", "other_handling", "unclear")
)


def _completed(concepts: frozenset[str], around: list[str]) -> tuple[list[Match], frozenset[str]]:
    """The metrics of a chunk, completed by what another one states: 复议维持、纠正各几件."""
    matches, left = find_metrics(concepts)
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


_CHANNELS = frozenset(
    ("n_website", "n_wechat", "n_weibo", "n_video", "n_newmedia", "n_board", "n_press")
)
# What is published about these is counted, never they themselves: a budget is no number here.
_SUBJECTS = frozenset(
    ("n_cat_budget", "n_cat_personnel", "n_cat_profile", "n_cat_plan", "n_cat_key")
)
_ITEMS = frozenset(
    (
        "信息",
        "类",
        "类信息",
        "条",
        "多少条",
        "几条",
        "条数",
        "有几条",
        "信息的",
        "items",
        "item",
        "pieces",
        "information",
        "info",
    )
)
_OF_DISCLOSURE = frozenset(
    (
        "信息公开",
        "政务公开",
        "政府信息公开",
        "信息公开工作",
        "政务公开工作",
        "政府信息公开工作",
        "公开工作",
        "disclosure",
        "信息",
    )
)
_THINGS = frozenset(("多少个", "几个", "有多少个", "多少家", "几家", "多少块", "几块"))


def _miscounted(
    metrics: tuple[str, ...], concepts: frozenset[str], tokens: list[Token]
) -> tuple[str, ...]:
    """网站有多少个 counts websites, and the form counts what they publish."""
    is_of_other = bool(_NOT_NEW & set(metrics)) and not {"app", "on_app"} & concepts
    if is_of_other and "new_received" not in metrics and any(t.text in _NEW for t in tokens):
        return tuple(t.text for t in tokens if t.text in _NEW)  # only applications are new or not
    if "fine" in concepts and any(_MONEY.search(t.text) for t in tokens):
        return tuple(t.text for t in tokens if "fine" in t.keys("concept"))
    if {"open", "publish", "proactive"} & concepts:
        return ()
    if _CHANNELS & set(metrics):
        return tuple(t.text for t in tokens if t.text in _THINGS)
    if _SUBJECTS & set(metrics) and not any(_ITEMS & {t.text} for t in tokens):
        return tuple(t.text for t in tokens if t.has("concept"))
    if "n_staff" in metrics and not any(_OF_DISCLOSURE & {t.text} for t in tokens):
        return tuple(t.text for t in tokens if "staff" in t.keys("concept"))
    return ()


_NEW = frozenset(("新增", "新接", "新收", "新收到", "newly", "newly received"))
_NOT_NEW = frozenset(
    (
        "review_total", "suits_total", "suits_direct_total", "suits_after_total", "handled_total",
        "licences", "penalties", "coercions",
    )
)  # fmt: skip
# How much in fines asks for yuan, which no report states.
_MONEY = re.compile(r"^(?:how much|amount of|collect|collects|collected|raise|raised|worth)$")


def _in_cases(metrics: tuple[str, ...], tokens: list[Token]) -> tuple[str, ...]:
    """收了几件信息处理费 counts the cases, not the yuan."""
    is_counted = any(t.has("quantity") and _CASES.search(t.text) for t in tokens)
    return ("n_info_fee_cases",) if is_counted and metrics == ("n_info_fee",) else metrics


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
