"""A number that a message states beside what it asks: 申请5件，公开了几件; 收到的5件里公开几件."""

import re

_STATED = re.compile(r"(?<![0-9.,年第前后])[0-9]+(?P<unit>[件条次份起宗项])(?!以[上下内])")
_BOUNDED = re.compile(
    r"超过|多于|高于|大于|以上|不足|不到|少于|低于|小于|至少|最多|起码|[约近]|左右|比|吗|是不是"
)
_ASKED = re.compile(r"多少|几")
_PAUSE = re.compile(r"[,，;；。]")


# 收到的14件申请里, of the 14 applications: how many there were is taken for known.
_KNOWN = re.compile(
    r"(?P<verb>收到|受理|新收|办理|办结|处理|答复)了?的这?(?P<n>[0-9]{1,6})[件份]的?"
    r"(?=(?:政府)?(?:信息公开)?(?:的)?申请|[里中]|之中|当中|都是|最后|分别)"
    r"|(?<![0-9.,于过到超足少多至约近第])(?P<bare>[0-9]{1,6})[件份]的?"
    r"(?=(?:政府)?(?:信息公开)?申请(?:[里中]|之中|当中|都是?怎|分别是?怎|最后)|都是怎|分别是怎|最后怎)"
    r"|\b(?P<of>of )(?:the|its|those|these|all) (?P<m>[0-9]{1,6}) (?=applications|requests)"
)


def without_premise(text: str) -> tuple[str, int | None]:
    """The text without the one number of applications that it takes for known, and the number."""
    found = list(_KNOWN.finditer(text))
    if len(found) != 1:
        return text, None
    match = found[0]
    number = int(match["n"] or match["bare"] or match["m"])
    said = f"{match['verb']}的" if match["verb"] else "of the " if match["of"] else ""
    behind = text[match.end() :]
    said += "" if said.startswith("of") or "申请" in behind[:8] else "申请"
    return text[: match.start()] + said + behind, number


def asked_as_well(text: str) -> str:
    """The message with the number that it states asked for, so that both are told."""
    pause = _PAUSE.search(text)
    if pause is None:
        return ""
    first, rest = text[: pause.start()], text[pause.start() :]
    is_plain = not (_BOUNDED.search(text) or _ASKED.search(first)) and bool(_ASKED.search(rest))
    if not is_plain or _STATED.search(rest) or len(_STATED.findall(first)) != 1:
        return ""
    return _STATED.sub(r"几\g<unit>", first) + rest
