"""Clauses in which people speak of themselves or to somebody: 老了记性不好了，麻烦问一下，…"""

import re
from collections.abc import Iterator

from bot.understand.reading.texts import has_han
from bot.understand.reading.tokens import Token

_PAUSE = frozenset(",，。.!！?？;；:：…")
# A clause with one of these, and with nothing that could be asked for, asks nothing.
_SPEAKS = re.compile(
    r"我|俺|咱|哎|唉|喂|嗨|您|同志|老师|师傅|大哥|大姐|记者|同学|领导|你好|麻烦|劳驾|打听|听.{0,4}[讲说]"
    r"|记得|记性|记不|好像|印象|不好意思|冒昧|打扰|辛苦|谢|请教|求助|急|写稿|核实|写论文|做作业|做课题|查资料"
    r"|^(?:hi|hello|hey|dear|sorry|excuse|thanks?|please|for (?:a|my|an)|i(?:'m| am|’m))\b"
)
_MATTER = (
    "year", "metric", "concept", "member", "op", "amount", "number", "section", "quantity", "term",
    "part_of_year", "kind", "whole", "body", "region", "short", "core", "department", "division",
    "ordinal", "not_done",
)  # fmt: skip
_WHOSE = re.compile(r"^(?!我|俺|咱|本人).*的\s*[,，:：]$")  # 记者要的：… may be some of all
_DENIES = re.compile(r"不(?!好|太|是很|大)|没|未|除|非|别")


# Who asks, and what for: 课题组想了解…, 领导要看…, 填表用：…, up to the first matter.
_FRAMES = re.compile(
    r"(?:请|查|想|核实|提供|协助|了解|统计|计算|看|知道|知悉|告知|问|列出|汇报|将|把|查询"
    r"|(?:^|[,，:：。])要|需|需要|听[^,，。]{1,8}[说讲])(?:一下|下|的是)?\s*[:：,，]?\s*$"
    r"|(?:^|[,，。])(?:我|要|正在|在|为了|帮忙)?(?:写|做|填|弄|搞|赶)(?:个|篇|份|一个|一篇|一份)?"
    r"(?:ppt|课题|研究|调研|作业|报告|材料|汇报|统计|对比|表格?|功课|论文|总结|稿子?|方案|简报)"
    r"(?:要?用|需要|要)?[:：,，]\s*$"
    r"|[^,，。:：]{1,6}(?:要用|用)[:：,，]\s*$"
)
# What may narrow it all the same, or is the name of somebody who is asked about.
_NARROWS = re.compile(
    r"关于|有关|涉及|因|由于|对于|针对|除|不|非|没|未|方面|领域|类"
    r"|人均|平均|每|均|按|占|比|户|同一|某|的\s*[,，:：]"
    r"|(?:省|市|县|区|旗|乡|镇|村|街道|局|委|办|厅|院|所|站|校|公司|集团|中心|医院|学校|大学)(?:$|[^人民的员长友们])"
)


# Whoever asks, or what it is for, and no more; 交通违法想查… and 学生资助要查… narrow it.
_WHO_OR_WHY = re.compile(
    r"(?:[组贵兹现谨特烦将把听跟个篇份做写填用帮搞弄赶]|领导|老师|导师|孩子|小孩|儿子|女儿|本人|同事|朋友|邻居"
    r"|家人|亲戚|老乡|记者|学生|同学|群众|审计|巡察|督查|平台|课题|论文|毕业|作业|材料|报告|ppt|表|单位|办公室"
    r"|科室|上级|研究|调研|分析|备课|稿子?|总结|汇报|会议|统计|台账|协助|核实|知悉|计算|工作|需要)+"
)


def _framed(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens, where what leads to the first matter says who asks and what for."""
    at = next((i for i, t in enumerate(tokens) if t.has(*_MATTER)), len(tokens))
    lead = tokens[:at]
    if at == len(tokens) or not any(_is_strange(t) and has_han(t.text) for t in lead):
        return tokens
    said = text[: tokens[at].start]
    is_framed = bool(_FRAMES.search(said)) and not _NARROWS.search(said)
    if not is_framed or not all(_WHO_OR_WHY.fullmatch(t.text) for t in lead if _is_strange(t)):
        return tokens
    return [*(_plain(t) if _is_strange(t) else t for t in lead), *tokens[at:]]


def _is_strange(token: Token) -> bool:
    return token.is_unknown or token.has("topic") or "summary" in token.keys("ask")


def _plain(token: Token) -> Token:
    return Token(token.start, token.end, token.text, (("filler", ""),))


def without_asides(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens of a question; what is unknown in a clause that asks nothing is no matter."""
    tokens = _framed(text, tokens)
    clauses = list(clauses_of(tokens))
    if len(clauses) == 1:
        return tokens
    return [token for clause in clauses for token in _eased(text, clause)]


def clauses_of(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens from one pause to the next, the pause with those before it."""
    clause: list[Token] = []
    for token in tokens:
        clause.append(token)
        if token.text in _PAUSE:
            yield clause
            clause = []
    if clause:
        yield clause


def _eased(text: str, clause: list[Token]) -> Iterator[Token]:
    said = text[clause[0].start : clause[-1].end]
    is_aside = (
        bool(_SPEAKS.search(said))
        and not _DENIES.search(said)
        and not _WHOSE.search(said)
        and not any(token.has(*_MATTER) for token in clause)
    )
    for token in clause:
        is_eased = is_aside and (token.is_unknown or token.has("negation"))
        yield Token(token.start, token.end, token.text, (("filler", ""),)) if is_eased else token
