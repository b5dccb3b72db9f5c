"""Two kinds of body in one question: 部门和乡镇各收到多少, and all of them taken together."""

from dataclasses import replace

from bot.queries import Operation, PlaceScope
from bot.understand.frames import Frame, Party

_ONE_BY_ONE = (Operation.VALUE, Operation.COMPARE, None)
_TOGETHER = (
    Operation.SUM, Operation.MEAN, Operation.MEDIAN, Operation.RANK, Operation.LIST,
    Operation.COUNT,
)  # fmt: skip


def with_place(frame: Frame) -> Frame:
    """云溪县部门和乡镇: the second kind is of the place of the first."""
    scopes = [p.scope for p in frame.parties if p.scope is not None]
    regions = tuple(dict.fromkeys(scope.region for scope in scopes if scope.region))
    if len(regions) > 1 and len(regions) == len(frame.parties):
        return _together(frame, scopes, regions)
    if len(scopes) < _TWO or len(regions) != 1:
        return frame
    region = regions[0]
    label = region.rpartition("/")[2]
    parties = tuple(
        Party((), replace(p.scope, region=region, label=label))
        if p.scope is not None and not p.scope.region
        else p
        for p in frame.parties
    )
    return _pooled(replace(frame, parties=parties), region)


def _together(frame: Frame, scopes: list[PlaceScope], regions: tuple[str, ...]) -> Frame:
    """云溪县和青石县的乡镇谁最多: the bodies of one kind in several places, ranked or added up."""
    kinds = {replace(scope, region=None, label="") for scope in scopes}
    if frame.is_yes_no or frame.operation not in _TOGETHER or len(kinds) > 1:
        return frame
    return replace(frame, parties=(Party((), replace(kinds.pop(), among=regions)),))


def _pooled(frame: Frame, region: str) -> Frame:
    """乡镇和部门里最多的: all of them, where they are added up or ranked."""
    scopes = [p.scope for p in frame.parties if p.scope is not None]
    is_plain = all(s.kinds and not (s.ending or s.without or s.is_whole) for s in scopes)
    if (
        frame.is_yes_no
        or frame.operation not in _TOGETHER
        or len(scopes) < len(frame.parties)
        or not is_plain
    ):
        return frame
    kinds = tuple(dict.fromkeys(kind for scope in scopes for kind in scope.kinds))
    label = region.rpartition("/")[2]
    return replace(frame, parties=(Party((), PlaceScope(region, kinds, label)),))


def groups_of(frame: Frame) -> tuple[Frame, ...]:
    """A frame for the sum of each group, where several are asked about one by one."""
    are_groups = len(frame.parties) > 1 and all(
        p.scope is not None and p.scope.kinds for p in frame.parties
    )
    if not are_groups or frame.operation not in _ONE_BY_ONE or frame.is_yes_no:
        return ()
    return tuple(
        replace(frame, parties=(party,), operation=Operation.SUM, expects="any")
        for party in frame.parties
    )


_TWO = 2
