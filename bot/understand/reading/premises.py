"""A number that a message states before it asks for another: 申请5件，公开了几件."""

import re

_STATED = re.compile(r"(?<![0-9.,年第前后])[0-9]+(?P<unit>[件条次份起宗项])(?!以[上下内])")
_BOUNDED = re.compile(
    r"超过|多于|高于|大于|以上|不足|不到|少于|低于|小于|至少|最多|起码|[约近]|左右|比|吗|是不是"
)
_ASKED = re.compile(r"多少|几")
_PAUSE = re.compile(r"[,，;；。]")


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
