"""Where a name is told after it: Dalong Township in Hukou County, 卫健委办结了几件,云溪县的."""

import re
from dataclasses import replace

from bot.understand.places.gazetteer import PLACES
from bot.understand.places.kinds import add_scope
from bot.understand.places.mention import Walk
from bot.understand.reading.tokens import Token

_LAST = re.compile(
    r"(?:的|的?那(?:个|家|边)|这边|境内|里的?)?\s*[)）]?"
    r"[呀啊呢吗吧哦嘛]*[?？。!！,，~]*\s*(?:谢谢|多谢|谢了|感谢|thanks)?.{0,2}[。!！~]*"
)
# (在云溪县), 我说的是云溪县: what leads over to the place of a name that was said before.
_LED_OVER = re.compile(
    r"(?:[,，。;；?？ ]|[(（])\s*(?:(?:就|指的?)?是|(?:就是)?我(?:说|指|问|讲|查)的?就?是"
    r"|我是(?:说|问|指)|在|位于|属于?|i (?:mean|meant)|in|that is|namely|the one in)?\s*$"
)
_ASKED = re.compile(r"[?？]\s*$")


def is_afterthought(walk: Walk, token: Token) -> bool:
    """卫健委办结了几件申请,云溪县的: the place of a name said last."""
    is_last = _LAST.fullmatch(walk.text[token.end :])
    is_next = "呢" in walk.text[token.end :] and _ASKED.search(walk.text[: token.start])
    if is_next:  # 城关镇申请几件？云溪县呢？ asks the same of another
        return False
    return bool(is_last) and bool(_LED_OVER.search(walk.text[: token.start]))


def narrow(walk: Walk, token: Token, *, is_apart: bool) -> bool:
    """Dalong Township in Hukou County: the place after a name belongs to it too.

    The words between stay words of the question where other words stand there.
    """
    last, names = walk.found[-1], walk.chains.names
    if last.scope is not None and last.scope.region is None and last.scope.kinds:
        walk.found.pop()
        walk.open = [token]
        add_scope(walk, last.scope, last.start, token.end, last.is_joined)
        return True
    if not last.ids or any(names.issuers[i].kind in PLACES for i in last.ids):
        return False
    kept = tuple(i for i in last.ids if walk.chains.belongs(i, [token]))
    typed = walk.text[last.start : token.end]
    near = () if kept else last.ids
    if is_apart:
        told = (token.start, token.end)
        typed = token.text + last.typed
        walk.found[-1] = replace(last, ids=kept, last=told, typed=typed, near=near)
    else:
        walk.found[-1] = replace(last, ids=kept, end=token.end, typed=typed, near=near)
    return True
