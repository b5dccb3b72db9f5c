"""Words beside others: what they make together, and what then explains nothing any more."""

from bot.understand.reading.lexicon import everyday, lexicon
from bot.understand.reading.texts import is_latin
from bot.understand.reading.tokens import Token


def settle(tokens: list[Token], text: str) -> list[Token]:
    """The words of a cut, without the senses that their neighbours take from them."""
    tokens = _apart(_license(_other_kinds(_opened(tokens))), text)
    return _join_unknown(tokens, text)


_APPLIED = "申请公开"


def _opened(tokens: list[Token]) -> list[Token]:
    """申请公开了多少: the applications, and that they were granted."""
    found: list[Token] = []
    for i, token in enumerate(tokens):
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.text.endswith(_APPLIED) and after is not None and after.text == "了":
            cut = token.end - 2
            words = ((token.start, cut), (cut, token.end))
            pieces = (token.text[:-2], token.text[-2:])
            found += [
                Token(start, end, piece, lexicon().get(piece, ()))
                for (start, end), piece in zip(words, pieces, strict=True)
            ]
        else:
            found.append(token)
    return found


def _other_kinds(tokens: list[Token]) -> list[Token]:
    """郭仓乡 is not 郭仓镇: a short name before another kind is a name that we do not know."""
    found: list[Token] = []
    for token in tokens:
        last = found[-1] if found else None
        is_short = last is not None and last.end == token.start and _is_short(last)
        is_part = last is not None and last.end == token.start and last.text in _PARTS_OF_NAMES
        is_short = is_short or (is_part and token.text in _ALONE)  # 上镇乡 is no word for all
        if last is not None and is_short and token.text in (*_KINDS_OF_PLACES, *_ALONE):
            found[-1:] = [Token(last.start, token.end, last.text + token.text)]
        else:
            found.append(token)
    return found


_PARTS_OF_NAMES = ("上", "下", "大", "小", "中")
_ALONE = ("镇乡", "乡镇街道", "镇街")
_KINDS_OF_PLACES = ("乡", "镇", "县", "市", "区", "村", "街道", "旗")


def _is_short(token: Token) -> bool:
    names = [key for table, key in token.senses if table in ("short", "region", "division")]
    return bool(names) and all(not key.endswith(_KINDS_OF_PLACES) for key in names)


# What says nothing by itself, and nothing at all if it is a part of another word.
_SLIGHT = frozenset(("filler", "weak", "counter", "describe"))


def _apart(tokens: list[Token], text: str) -> list[Token]:
    """A character that makes a word of every day with its neighbour explains nothing (快|件申请).

    Nor does a form of address that nobody is addressed with (先生 within a question).
    """
    found: list[Token] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        is_hidden = _is_crossed(token, before, after, text) or (
            token.has("address") and not _is_address(before)
        )
        found.append(Token(token.start, token.end, token.text) if is_hidden else token)
    return found


def _is_crossed(token: Token, before: Token | None, after: Token | None, text: str) -> bool:
    is_slight = {table for table, _ in token.senses} <= _SLIGHT
    if len(token.text) > 1 or not is_slight or token.is_unknown:
        return False
    ends = (token.end + 1, token.end + 2)
    is_before = after is not None and after.start == token.end and _is_cut(after)
    if is_before and any(text[token.start : end] in everyday() for end in ends):
        return True
    is_after = before is not None and before.end == token.start and _is_cut(before)
    return is_after and text[token.start - 1 : token.end] in everyday()


def _is_cut(token: Token) -> bool:
    return len(token.text) > 1 and not token.has(
        "body", "region", "short", "core", "division", "year", "amount", "number", "bound",
        "part_of_year", "these", "counted",
    )  # fmt: skip


def _is_address(before: Token | None) -> bool:
    """Whether somebody is addressed: at the beginning, after a comma or a greeting."""
    is_start = before is None or before.has("mark", "address")
    return is_start or (before is not None and before.text in _BEFORE_ADDRESS)


_BEFORE_ADDRESS = ("请问", "问", "问下", "问一下", "麻烦", "劳驾", "你好", "您好", "谢谢", "各位")


def _license(tokens: list[Token]) -> list[Token]:
    """Counters and light verbs that make up a word of their own explain nothing (成本, 方案)."""
    found: list[Token] = []
    for i, token in enumerate(tokens):
        before = tokens[i - 1] if i and tokens[i - 1].end == token.start else None
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        after = after if after and after.start == token.end else None
        found.append(
            token
            if _is_licensed(token, before, after)
            else Token(token.start, token.end, token.text)
        )
    return found


def _is_licensed(token: Token, before: Token | None, after: Token | None) -> bool:
    tables = {table for table, _ in token.senses}
    if not tables or not tables <= {"weak", "counter"}:
        return True
    if before is not None and "counter" in tables:
        is_number = before.has("quantity", "amount", "every", "number")
        if is_number or before.text in "这那哪一":
            return True
    beside = [t for t in (before, after) if t is not None]
    return not any(t.is_unknown or {x for x, _ in t.senses} <= {"weak", "counter"} for t in beside)


def _join_unknown(tokens: list[Token], text: str) -> list[Token]:
    """Neighbouring pieces that nothing explains are one."""
    joined: list[Token] = []
    for token in tokens:
        last = joined[-1] if joined else None
        if last and last.is_unknown and token.is_unknown and _touch(last, token, text):
            joined[-1] = Token(last.start, token.end, text[last.start : token.end])
        else:
            joined.append(token)
    return joined


def _touch(one: Token, other: Token, text: str) -> bool:
    return not text[one.end : other.start].strip() and (
        one.end == other.start or (is_latin(one.text) and is_latin(other.text))
    )


def with_plurals(tokens: list[Token]) -> list[Token]:
    """几个局总共收到多少 asks how much, and not how many they are: 几个 is some of them."""
    found: list[Token] = []
    for i, token in enumerate(tokens):
        is_some = token.text.startswith(("几个", "几家")) and "count_places" in token.keys("op")
        if is_some and any(t.has("quantity") or "sum" in t.keys("op") for t in tokens[i + 1 :]):
            kind = lexicon().get(token.text[2:], ())
            found.append(Token(token.start, token.end, token.text, kind))
        else:
            found.append(token)
    return found


def with_applicants(tokens: list[Token]) -> list[Token]:
    """个人和单位各多少: what is listed or held against an applicant is one as well."""
    if not any("natural" in t.keys("member") for t in tokens):
        return tokens
    found = list(tokens)
    for i, token in enumerate(tokens):
        if token.text not in _APPLYING or token.has("member"):
            continue
        before, after = tokens[max(0, i - 1) : i], tokens[i + 1 : i + 2]
        if any(map(_parts_applicants, (*before, *after))) and all(map(_lets_apply, before)):
            found[i] = Token(token.start, token.end, token.text, (("member", "organisations"),))
    return found


_APPLYING = ("单位", "机构", "企业事业单位", "企事业单位")
_SIDES = frozenset(("compare", "more", "less", "difference", "breakdown", "share"))


def _parts_applicants(token: Token) -> bool:
    return token.has("conjunction", "every", "quantity") or bool(_SIDES & set(token.keys("op")))


def _lets_apply(token: Token) -> bool:
    """Whether it points at no body: 本单位, 这个单位."""
    return not token.text.endswith(("本", "该", "这", "那", "个", "家", "我们", "你们", "贵"))
