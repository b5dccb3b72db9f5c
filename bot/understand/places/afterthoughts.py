"""Where a name is told after it: Dalong Township in Hukou County, 卫健委办结了几件,云溪县的."""

import re
from dataclasses import replace

from bot.understand.places.gazetteer import PLACES
from bot.understand.places.kinds import add_scope
from bot.understand.places.mention import PlaceMention, Walk
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
# 教育局的申请，云溪县的，2023年: the year may follow it, where none was said before.
_YEAR = re.compile(r"\s*的?[,，、 ]*(?:(?:20)?\d\d年度?|20\d\d|去年|今年|前年|上一?年度?)的?")


def is_afterthought(walk: Walk, token: Token) -> bool:
    """卫健委办结了几件申请,云溪县的: the place of a name said last."""
    before, after = walk.text[: token.start], walk.text[token.end :]
    year = None if _YEAR.search(before) else _YEAR.match(after)
    is_last = _LAST.fullmatch(after[year.end() :] if year else after)
    is_next = "呢" in walk.text[token.end :] and _ASKED.search(before)
    if is_next:  # 城关镇申请几件？云溪县呢？ asks the same of another
        return False
    return bool(is_last) and (bool(_LED_OVER.search(before)) or _is_own(walk, token))


# 占云溪县的比例, 比云溪县: no place of a name, but what it is held against.
_AGAINST = re.compile(r"(?:[占比较和与跟同及]|还是|\b(?:of|than|with|and|or|vs\.?))[了到]?\s*$")


def _is_own(walk: Walk, token: Token) -> bool:
    """水利局2023年强制几次云溪: the place of the one department that was named, and no more."""
    is_held_against = _AGAINST.search(walk.text[: token.start])
    ids = walk.found[0].ids if len(walk.found) == 1 and not is_held_against else ()
    own = [i for i in ids if walk.chains.belongs(i, [token])]
    return len(own) == 1 and own[0] in walk.chains.names.own_cores


def narrow(walk: Walk, token: Token, *, is_apart: bool) -> bool:
    """Dalong Township in Hukou County: the place after a name belongs to it too.

    The words between stay words of the question where other words stand there.
    """
    if walk.found[-1].whole and len(walk.found) > 1:  # 公安局占全县八成以上吗，云溪县
        whole = walk.found.pop()
        is_told = narrow(walk, token, is_apart=is_apart)
        walk.found.append(whole)
        return is_told
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
        walk.found[:-1] = [_of_place(walk, place, token) for place in walk.found[:-1]]
        told = (token.start, token.end)
        typed = token.text + last.typed
        walk.found[-1] = replace(last, ids=kept, last=told, typed=typed, near=near)
    else:
        is_known = bool(kept) or not any(i in names.own_cores for i in last.ids)
        walk.found[-1] = replace(
            last, ids=kept, end=token.end, typed=typed, near=near, is_known=is_known
        )
    return True


def _of_place(walk: Walk, place: PlaceMention, token: Token) -> PlaceMention:
    """教育局和公安局的申请，云溪县的: a name before the last that several bodies have."""
    kept = tuple(i for i in place.ids if walk.chains.belongs(i, [token]))
    return replace(place, ids=kept) if len(kept) == 1 else place
