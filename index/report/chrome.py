"""What stands around a report and is none of it: titles, breadcrumbs, signatures, footers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.text import compact
from index.vocabulary.traditional import simplify

_LONGEST, _LONGEST_PIECE = 90, 45
_BEFORE = re.compile(
    r"索引号|发布机构|发文机关|发文字号|公开责任|发布日期|发布时间|公开日期|公开时间|生成日期|成文日期"
    r"|信息来源|文章来源|来源\s*[:：]|作者\s*[:：]|浏览次数|浏览量|点击数|点击率|点击量|访问量|阅读次数|阅读量"
    r"|字号|字体|分享到|打印本页|我要打印|当前位置|现在位置|所在位置|登录|注册|智能问答|无障碍|长者模式"
    r"|主题分类|信息分类|体裁分类|主题词\s*[:：]|信息名称|文号\s*[:：]|有效性|关键词|责任编辑|编辑\s*[:：]"
    r"|扫一扫|二维码|朗读|[>＞»]|^首页|网站首页|大\s*中\s*小|信息索引|内容概述|语音播报|视力保护"
)
_BEHIND_TITLE = re.compile(
    r"\s+(?=[【（(]?(?:发布|来源|时间|日期|作者|信息来源|文章来源|字[体号]|浏览))"
)
_AFTER = re.compile(
    r"^(?:版权所有|主办|承办|协办|技术支持|维护单位|网站标识码|分享到?|【?打印|【?关闭|【?返回"
    r"|上一[篇页条]|下一[篇页条]|相关(?:链接|阅读|文章|信息|稿件|新闻|推荐)|扫一扫|扫描|责任编辑"
    r"|编辑|审核|来源|浏览|阅读|点击|网站地图|联系我们|友情链接|关于我们|收藏|我要纠错|隐私|政府网站"
    r"|主题词|抄送|抄报|共印|校对|印发|（?此件公开|手机版|微信公众号|国务院部门网站|省政府网站|网站声明|网站管理|打印本页|关闭窗口|返回顶部|附件下载"
    r")|版权所有|ICP备|公网安备|网站标识码|技术支持\s*[:：]|分享到\s*[:：]|建议使用.*浏览器"
)
_CUT = re.compile(
    r"^(?:版权所有|分享到|上一[篇页条]|下一[篇页条]|相关(?:链接|阅读|文章|信息|稿件|新闻)|友情链接|网站地图"
    r"|主办单位|承办单位|【?打印|扫一扫)|ICP备|公网安备|网站标识码"
)
_ATTACHMENT = re.compile(
    r"(?:附件\d*\s*[:：.、]?.*|\S+)\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar|jpe?g|png)", re.I
)
_LABEL = re.compile(r"^(?:信息)?(?:名\s*称|标\s*题)\s*[:：]\s*")
_LISTED = re.compile(r"(?:报告|年报)\s*[\[（(【]?20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}")
_NUMERAL = r"[\d〇○零一二三四五六七八九十OＯ０-９]"
_DATE = re.compile(
    rf"[（(]?(?:{_NUMERAL}\s*){{2,4}}\s*年\s*(?:{_NUMERAL}\s*){{1,3}}月\s*(?:{_NUMERAL}\s*){{1,3}}日?[）)]?"
    r"|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d\d?:\d\d(?::\d\d)?)?"
)
_BODY = re.compile(
    r"政府|办公室|办事处|[局委厅院镇乡处区会]$|街道|中心|苏木|公司|支队|大队|站$|所$|盖章|公章"
)
_SENTENCE = re.compile("[。；;！!？?，,]")
_NO_TITLE = re.compile("[。；;！!？?，,>＞»]|^附件|^首页|^当前位置")
_TITLE = re.compile(
    r"(?:信息|政务|事务)公开.{0,16}(?:报告|年报|总结|统计表?|情况)|年度?(?:工作)?(?:报告|年报)"
)
# A link to another report: 上一篇：某县2022年…
_LINK = re.compile(
    r"[【\[]?(?:上一|下一|前一|后一)[篇页条则]|相关(?:链接|阅读|文章|信息|稿件|新闻|推荐)"
)
_TITLE_END = re.compile(
    r"(?:报告|年报|总结|统计表|情况统计)(?:[（(【].{1,8}[)）】]|[_\-—|].*|》?的(?:公告|通告|公示))?[*#]*$"
)
_IN_ALL_TITLES = re.compile("[报報总總统統情]")
_DISCLOSURE = re.compile(r"信息公开|政务公开|公开工作|公开年")
_TITLE_PART = re.compile(rf"{_BODY.pattern}|[省市县区旗州盟]|20\d\d|公开|年度")
_ABOVE_TITLE = re.compile(rf"{_TITLE_PART.pattern}|^关于$|^年$|^\d+$")
_STARTS_WITH_YEAR = re.compile(r"(?:20\d\d|二[〇○零]..)年?")


def is_around(text: str) -> bool:
    """Whether a line before the report belongs to the site: a box, a counter, a breadcrumb."""
    if len(text) > _LONGEST or is_title(text):
        return False
    is_of_site = _BEFORE.search(text) or _CUT.search(text) or _DATE.fullmatch(text)
    return bool(is_of_site) or compact(text) == "目录"


def title_apart(text: str) -> tuple[str, str]:
    """A title and what the site wrote behind it on the same line; "" where there is no title."""
    pieces = _BEHIND_TITLE.split(text, maxsplit=1)
    if len(pieces) == 2 and is_title(pieces[0]):
        return pieces[0].strip(), pieces[1]
    return "", text


@lru_cache(maxsize=4_096)  # the same lines are looked through for several reasons
def is_title(text: str) -> bool:
    """Whether a line is the title of a report."""
    if len(text) > 2 * _LONGEST or not _IN_ALL_TITLES.search(text):
        return False
    text = simplify(compact(text))
    if not 6 <= len(text) <= 70 or _NO_TITLE.search(text) or _LINK.match(text):
        return False
    return bool(
        _TITLE.search(text) and _TITLE_END.search(text) and _DISCLOSURE.search(text)
    ) and not text.endswith((".pdf", ".docx", ".doc"))


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """A title of a report, put together where it was broken: the lines it took, its text."""

    start: int
    end: int
    text: str


def titles_in(lines: Sequence[str]) -> list[FoundTitle]:
    """The titles among lines, in order."""
    titles: list[FoundTitle] = []
    i = 0
    while i < len(lines):
        count = _title_at(lines, i)
        if count:
            text = "".join(line.strip() for line in lines[i : i + count])
            titles.append(FoundTitle(i, i + count, _LABEL.sub("", text)))
        i += count or 1
    return titles


def _title_at(lines: Sequence[str], start: int) -> int:
    """Over how many lines a title reaches from here, 0 where there is none."""
    for count in (1, 2, 3):
        pieces = lines[start : start + count]
        if len(pieces) < count or (len(pieces[-1]) <= _LONGEST and _DATE.fullmatch(pieces[-1])):
            return 0
        if count > 1 and (_is_whole(pieces[-2]) or not _may_open_title(pieces)):
            return 0
        if is_title("".join(pieces)):
            return count
    return 0


def _is_whole(line: str) -> bool:
    """Whether a line is no piece of a title: long, a sentence, or one of a list, with its date."""
    is_long = len(line) > _LONGEST_PIECE or _SENTENCE.search(line) is not None
    return is_long or is_listed(line)


def is_listed(line: str) -> bool:
    """Whether a line is one of a list of reports, with the date on which each was published."""
    return _LISTED.search(line) is not None


def _may_open_title(pieces: Sequence[str]) -> bool:
    first = compact(pieces[0])
    if is_around(pieces[0]) or not _TITLE_PART.search(first):
        return False
    if is_title(pieces[-1]):  # what stands above a whole title is its body's name, or of the site
        above, title = [compact(piece) for piece in pieces[:-1]], compact(pieces[-1])
        is_bare = _STARTS_WITH_YEAR.match(title) or title[:2] in ("政府", "政务", "信息")
        is_bare = is_bare or (title[:2] == "公开" and above[-1].endswith(("信息", "政务")))
        is_named = len(above) > 1 or _BODY.search(first)
        is_of_title = all(_ABOVE_TITLE.search(p) and "公开" not in p for p in above)
        return bool(is_bare and is_named and is_of_title)
    return True


def is_signature(text: str, below: str | None) -> bool:
    """Whether a last line is a date, or a body's name above one."""
    if len(text) > 40:
        return False
    if _DATE.fullmatch(text.strip()):
        return True
    if _SENTENCE.search(text) or len(text) < 3:
        return False
    if below is not None and _DATE.fullmatch(below.strip()):
        return bool(_BODY.search(compact(text)))
    match = re.search(rf"\s({_DATE.pattern})$", text)
    return match is not None and bool(_BODY.search(compact(text[: match.start()])))


def is_footer(text: str) -> bool:
    """Whether a line after the report belongs to the site."""
    return len(text) <= 2 * _LONGEST and bool(_AFTER.search(text) or _ATTACHMENT.fullmatch(text))


def cuts(text: str) -> bool:
    """Whether a line shows that the site's own text begins: nothing of the report follows."""
    return len(text) <= 2 * _LONGEST and bool(_CUT.search(text))
