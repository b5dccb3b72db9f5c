"""What a file says of itself: invented, about reports but none, of a part of a year; tampered."""

import re
from collections.abc import Iterable

from index.report.whose.bodies import spelled

_INVENTED = re.compile(
    r"[\[【(〔《「*]+(?:本|此|该)?[^\]】)〕》」。]{0,10}(?<![非是])虚构|"
    r"虚构的?(?:示例|样例|样本|例子|演示|测试|范例)|纯属虚构|"
    r"(?:本|此|该|以下|文中|所有|这[份篇些])[^。;;]{0,20}?(?:均|都|皆|全|系|是|为|属)+(?:为|是|系|属于?)?[^。;不非]{0,6}虚构|"
    r"(?:地名|机构|单位|数字|数据|内容|人物)(?:均|都|皆|全部|全|系)*(?:为|是|系|属于?)虚构"
)
_VOID = re.compile("[虚虛]")
_NOT_INVENTED = re.compile(r"(?:不是|并非|绝非|非|没有|严禁|禁止|不得)[^。;]{0,4}虚构")
_OPENS_WITH_NOTICE = re.compile(r"^[\[【(〔*]*(?:本报告[^。]{0,6})?虚构(?:示例|样例|报告|的)")
# 公(gong)开(kai), as copies have it that are made to be found by search engines.
_SPELT_OUT = re.compile(r"[\u3400-\u9fff][(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]")
_ADVERTISING = re.compile(
    r"娱乐官网|娱乐平台|娱乐城|棋牌(?:官网|平台|游戏)|博彩|彩票(?:官网|平台|网)|体育(?:官网|平台|投注)|"
    r"真人(?:官网|平台|视讯)|官网(?:入口|登录|下载)|app下载|捕鱼(?:官网|平台|游戏)|电子(?:官网|游艺)|投注"
)
_SPELT_OUT_LIMIT = 5


def says_invented(notices: Iterable[str], paragraphs: Iterable[str]) -> bool:
    """Whether a file says that it is invented, not merely that something else is.

    `notices` are its title and what stands around the report; of its paragraphs only one that
    opens with such a notice counts.
    """
    return any(
        _INVENTED.search(text) and not _NOT_INVENTED.search(text)
        for text in (spelled(notice) for notice in notices if _VOID.search(notice))
    ) or any(
        _VOID.search(text) and _OPENS_WITH_NOTICE.search(spelled(text)) for text in paragraphs
    )


def is_hijacked(headings: Iterable[str], paragraphs: Iterable[str]) -> bool:
    """Whether a copy has advertising in its headings or sounds written behind its characters."""
    if any(_ADVERTISING.search(spelled(heading).lower()) for heading in headings):
        return True
    return sum(len(_SPELT_OUT.findall(text)) for text in paragraphs) >= _SPELT_OUT_LIMIT


# 关于编制年度报告的通知; a cover letter (关于印发…的通知) has the report below it.
_ABOUT_REPORTS = re.compile(
    r"关于(?:认真|切实|扎实|进一步|全面)*(?:做好|编制|编写|撰写|起草|填报|填写|报送|上报|开展|加强|规范|组织)"
    r".{0,40}(?:报告|年报|统计).{0,20}(?:通知|函|方案|要求|说明|提示)(?:[(].{0,10}[)])?$"
)
_PART_OF_YEAR = re.compile(
    r"第[一二三四1-4]季度|(?<!\d)[1-4]季度|[上下]半年|(?<![\d至到~-])(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份"
)
_YEARLY = re.compile(r"年度(?:工作)?报告|年报")


def is_notice(title: str) -> bool:
    """Whether a title is of a notice on how reports are to be written."""
    return bool(_ABOUT_REPORTS.search(spelled(title)))


def part_of_year(title: str) -> str:
    """The quarter, half or month that a title is about; empty where it is about a year."""
    text = spelled(title)
    match = _PART_OF_YEAR.search(text)
    return match.group() if match and not _YEARLY.search(text) else ""
