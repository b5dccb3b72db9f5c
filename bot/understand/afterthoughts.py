"""A place said last that tells where the body said first lies: 住建局处罚几件（云溪县）."""

import re
from collections.abc import Callable

from bot.understand.tokens import Sense

_LAST = (
    re.compile(
        r"^(?P<rest>.+?)[\s,，。？?]*[(（](?:在|都是|是|我(?:说|问)的是)?(?P<place>[^()（）]{2,16}?)"
        r"(?:的(?:那个|那家)?)?[)）][\s。？?]*$"
    ),
    re.compile(
        r"^(?P<rest>.+?)[,，。？?]\s*(?:就是|我(?:说|问)的是|说的是|是说)(?P<place>[㐀-鿿]{2,6}?)"
        r"(?:的(?:那个|那家)?|那个|那家)?[\s。？?]*$"
    ),
)


def placed_first(text: str, look_up: Callable[[str], tuple[Sense, ...]]) -> str:
    """The question with a place that stands behind it put before it; else as it is."""
    for pattern in _LAST:
        found = pattern.match(text)
        if found is None:
            continue
        place, rest = found["place"].strip(), found["rest"]
        is_place = any(table in ("region", "short") for table, _ in look_up(place))
        if is_place and place not in rest:
            is_chinese = re.match(r"[㐀-鿿]", rest)
            return f"{place}{rest}" if is_chinese else f"{rest} in {place}"
    return text
