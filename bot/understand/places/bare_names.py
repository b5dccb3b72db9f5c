"""Whether a word of every day is a name where it stands: 公安 only after a place."""

from bot.understand.reading.tokens import Token
from bot.understand.vocabulary.words import EXCEPT

# These names of departments are words of every day unless a place stands right before them.
_KIND_ENDS = (
    "局", "委", "厅", "办", "室", "会", "bureau", "bureaus", "department", "departments",
    "regulator", "watchdog", "office", "commission", "委员会",
    "zone", "开发区", "经开区", "高新区", "园区", "ju", "wei",
)  # fmt: skip
_BODIES = ("body", "short", "core", "department")


def is_name(text: str, tokens: list[Token], i: int) -> bool:
    """Whether a name of every day is one here: 公安 only after a place, 镇 only where marked."""
    token, before = tokens[i], tokens[i - 1] if i else None
    touches = before is not None and not text[before.end : token.start].strip()
    if token.has("body", "region", "division", "whole", "any_body"):
        return True
    if token.has("core", "department"):
        is_after_place = before is not None and before.has("region", "division", "body")
        is_beside = (touches and is_after_place) or _is_before_place(tokens[i + 1 :])
        return token.text.endswith(_KIND_ENDS) or is_beside
    if token.has("kind") and _stands_alone(tokens, i):
        return True
    if token.text == "部门":
        is_of_place = (
            before is not None
            and touches
            and before.has("region", "division", "whole", "counted", "kind")
        )
        is_marked = before is not None and (before.text.endswith("的") or before.has("every"))
        is_marked = is_marked or (before is not None and before.text in EXCEPT)
        return is_of_place or is_marked
    if token.has("kind") and _is_sought(tokens, i):
        return True
    if token.has("kind") and len(token.text) == 1:
        return touches and before is not None and before.has("every", "region", "amount")
    return True


def _is_before_place(after: list[Token]) -> bool:
    """The police in Yunxi: a place may stand behind it as well."""
    rest = [t for t in after if t.text != "the"]
    return len(rest) > 1 and rest[0].text in ("in", "of") and rest[1].has("region")


def _is_sought(tokens: list[Token], i: int) -> bool:
    """许可办得最多的县: the kind of body that is asked for stands last."""
    rest = [t for t in tokens[i + 1 :] if not t.has("mark", "filler", "cue")]
    before = tokens[i - 1] if i else None
    return not rest and before is not None and before.text.endswith("的")


def _stands_alone(tokens: list[Token], i: int) -> bool:
    """申请最少的局: a bare kind of body is one where a place is named and no body is."""
    others = [t for j, t in enumerate(tokens) if j != i]
    is_of_place = any(t.has("region", "whole") for t in others)
    beside = [t for t in others if t.end == tokens[i].start or t.start == tokens[i].end]
    is_torn = any(t.is_unknown for t in beside)
    return is_of_place and not is_torn and not any(t.has(*_BODIES) for t in others)
