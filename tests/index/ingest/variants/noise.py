"""What stands around a report and how a page reaches us: V80 to V89; all invented."""

from dataclasses import replace

from index.types import Era
from index.vocabulary.traditional import simplify
from tests.generator.drafts import NOTICE
from tests.generator.text_layouts import with_pipes
from tests.index.ingest.variants.base import (
    ALL,
    BODY,
    HEADINGS,
    PROSES,
    SAID,
    SECTIONS,
    TITLE,
    drawn,
    saying,
    told,
    written,
)
from tests.index.ingest.variants.pages import page_of, paragraphs
from tests.index.ingest.variants.variant import Read, Variant

_TEXT = written(drawn())
_BOXES = {
    "lines": (
        "索引号: 0001/2024-00012",
        "发布机构: 柳河镇人民政府",
        "文号: 清政〔2024〕9号",
        "发布日期: 2024-01-12",
    ),
    "pipes": (
        "索引号 | 0001/2024-00012 | 发布机构 | 柳河镇人民政府",
        "文号 | 清政〔2024〕9号 | 发布日期 | 2024-01-12",
    ),
    "bullets": (
        "· 索引号：0001/2024-00012",
        "· 发布机构：柳河镇人民政府",
        "· 发布日期：2024-01-12",
    ),
}
_ABOVE = (
    "首页 > 政务公开 > 政府信息公开年报",
    "您好，欢迎登录！ 注册",
    "字号: 大 中 小  浏览次数: 35",
    "【朗读】 语音播报",
)
_BELOW = (
    "版权所有 清溪县人民政府 联系电话:0000-1234567",
    "备案号:示ICP备00000000号 网站标识码:0000000000",
    "扫一扫在手机打开当前页",
    "相关链接",
    f"{BODY}2022年政府信息公开工作年度报告",
    f"{BODY}2021年政府信息公开工作年度报告",
)
_CONTACT = (
    "根据条例编制本报告。报告电子版可在清溪县人民政府网站（http://www.qingxi.example/）下载。"
    "如有疑问，请与柳河镇党政办公室联系（地址:人民路12号,邮编:400000,电话:023-45678901、"
    "023-45678902,传真:023-45678903,电子邮箱:a12@example.cn）。"
)
_LETTER = (
    "清溪县柳河镇人民政府文件",
    "清政〔2024〕9号 签发人：某某",
    "柳河镇人民政府关于报送政府信息公开工作年度报告的报告",
    "县人民政府：",
    "现将我镇年度报告报上，请审阅。",
    BODY,
    "2024年1月10日",
)
_PRINTED = ("主题词：信息公开 年度报告", "抄送：县委办公室，存档2份。", "校对：某某  共印5份")
_OTHER_TOWN = ("清溪县白水镇人民政府", "白水镇人民政府")


def _of_year(year: int) -> str:
    """The same report for another year."""
    return _TEXT.replace("2023年", f"{year}年").replace("2024年", f"{year + 1}年")


def _in_year(year: int) -> Read:
    return replace(ALL, year=year, sections=SECTIONS | {1: SECTIONS[1].replace("2023", str(year))})


def _of_other_town() -> str:
    return _TEXT.replace(BODY, _OTHER_TOWN[0]).replace("412条", "388条").replace("300条", "188条")


_THEIRS = replace(
    ALL,
    issuer=_OTHER_TOWN[1],
    said=SAID | {"n_proactive": "388", "n_website": "188"},
    sections=SECTIONS | {1: "2023年，我镇主动公开政府信息388条，其中通过网站公开188条。"},
)


def _briefly(body: str, year: int, count: int) -> str:
    """All that some towns reported."""
    title = f"{body}{year}年政府信息公开工作总结"
    said = f"{year}年，我镇主动公开政府信息{count}条，工作有序。"
    return f"{title}\n{said}\n{body}\n{year + 1}年2月1日\n\n"


_PINYIN = {
    **PROSES,
    1: ("公(gong)开(kai)信(xin)息(xi)工(gong)作(zuo)有(you)序(xu)，主动公开412条。",),
}


def _traditional(text: str) -> str:
    """The text in traditional characters, as far as these stand in it."""
    pairs = {
        simplify(ch): ch
        for ch in "縣鎮報開總體況動處請複議訴訟題進無從規數條實際費單萬據關機構個與對說該為於務"
    }
    return text.translate(str.maketrans(pairs))


_IN_TRADITIONAL = _traditional(
    "清溪县柳河镇人民政府2023年政府信息公开工作年度报告\n"
    f"{simplify(NOTICE)}\n"
    "一、总体情况\n2023年，主动公开政府信息412条。\n"
    "六、其他需要报告的事项\n无\n"
)


def _encoded(what: str, encoding: str, name: str = "报告.txt", data: str = "") -> Variant:
    """The report in an encoding."""
    return Variant("V89", what, (data or _TEXT).encode(encoding), (ALL,), name=name)


def _declared(charset: str) -> str:
    page = page_of(paragraphs(written(drawn(), with_pipes)), TITLE)
    return page.replace("charset='utf-8'", f"charset='{charset}'")


VARIANTS = (
    *(
        Variant(
            "V80",
            f"a box of {kind} and other lines above",
            "\n".join((*_ABOVE, *box, _TEXT)),
            (ALL,),
        )
        for kind, box in _BOXES.items()
    ),
    Variant(
        "V80",
        "the same on a page",
        page_of(
            paragraphs("\n".join((*_ABOVE, *_BOXES["lines"], written(drawn(), with_pipes)))), TITLE
        ),
        (ALL,),
        name="报告.html",
    ),
    Variant("V81", "lines of the site below", "\n".join((_TEXT, *_BELOW)), (ALL,)),
    Variant("V81", "lines of the site above the text", "\n".join((*_BELOW[:3], _TEXT)), (ALL,)),
    Variant(
        "V82",
        "telephones, addresses and codes in the preamble",
        written(drawn(before=(NOTICE, _CONTACT))),
        (replace(ALL, sections=SECTIONS | {0: f"{NOTICE}\n{_CONTACT}"}),),
    ),
    Variant(
        "V83",
        "signature and date in numerals",
        written(drawn(after=(BODY, "二〇二四年一月十二日"))),
        (ALL,),
    ),
    Variant(
        "V83",
        "signature and date on one line, the date below the year",
        told("2018年主动公开政府信息52条。", year=2018, six=(f"{BODY}  2018年12月31日",)),
        (saying(2018, n_proactive="52"),),
    ),
    Variant(
        "V84",
        "a covering letter before, what printers add behind",
        "\n".join((*_LETTER, _TEXT, *_PRINTED)),
        (replace(ALL, sections=None, title=TITLE),),
    ),
    *(
        Variant(
            "V85",
            f"an address that serves all years: {year}",
            _of_year(year),
            (_in_year(year),),
            url="https://www.qingxi.gov.cn/AnnualReport?area=1&fbtime=2020",
        )
        for year in (2022, 2023)
    ),
    Variant(
        "V85",
        "two years of a body in one page",
        _of_year(2022) + _TEXT,
        (_in_year(2022), ALL),
    ),
    Variant("V85", "two bodies in one page", _TEXT + _of_other_town(), (ALL, _THEIRS)),
    Variant(
        "V85",
        "two years in a sentence each",
        _briefly(BODY, 2012, 30) + _briefly(BODY, 2013, 52),
        (saying(2012, Era.E0, n_proactive="30"), saying(2013, Era.E0, n_proactive="52")),
    ),
    Variant(
        "V85",
        "two bodies in a sentence each",
        _briefly(BODY, 2012, 30) + _briefly(_OTHER_TOWN[0], 2012, 52),
        (
            saying(2012, Era.E0, n_proactive="30"),
            replace(saying(2012, Era.E0, n_proactive="52"), issuer=_OTHER_TOWN[1]),
        ),
    ),
    Variant(
        "V85",
        "two reports without titles between them",
        _TEXT + _of_other_town().partition("\n\n")[2],
        refused="不止一份",
    ),
    Variant(
        "V86",
        "filed under another department",
        written(
            drawn(
                "清溪县住房和城乡建设局2023年政府信息公开工作年度报告",
                after=("2024年1月12日",),
                prose={
                    **PROSES,
                    1: ("2023年，我局主动公开政府信息412条，其中通过网站公开300条。",),
                },
            )
        ),
        (
            replace(
                ALL,
                issuer="清溪县住房和城乡建设局",
                findings=("signals_disagree",),
                sections=SECTIONS
                | {1: "2023年，我局主动公开政府信息412条，其中通过网站公开300条。"},
            ),
        ),
        name="清溪县/发展和改革委员会/年报.txt",
        says=("发展和改革委员会",),
    ),
    Variant(
        "V86",
        "filed among the news",
        "\n".join(("首页 > 新闻中心 > 工作动态", _TEXT)),
        (ALL,),
        name="清溪县/新闻/20240112.txt",
    ),
    Variant(
        "V87",
        "advertising in place of words",
        written(drawn(headings=HEADINGS | {3: "三、某某娱乐官网申请办理情况"})),
        refused="篡改",
    ),
    Variant("V87", "sounds behind the characters", written(drawn(prose=_PINYIN)), refused="篡改"),
    Variant(
        "V87",
        "a copy elsewhere that shows no other sign",
        _TEXT,
        (replace(ALL, findings=("origin_unknown",)),),
        url="https://www.whatever.example/1.html",
        says=(".gov.cn",),
    ),
    Variant(
        "V88",
        "traditional characters",
        _IN_TRADITIONAL,
        (
            replace(
                ALL,
                cells={},
                said={"n_proactive": "412"},
                findings=("characters_simplified", "table_missing"),
                sections={0: simplify(NOTICE), 1: "2023年，主动公开政府信息412条。", 6: "无"},
            ),
        ),
    ),
    _encoded("GBK", "gbk"),
    _encoded("UTF-8 with a mark", "utf-8-sig"),
    _encoded("UTF-16", "utf-16"),
    _encoded("GB2312 declared, GBK used", "gbk", "报告.html", _declared("gb2312")),
    _encoded("GBK used, UTF-8 declared", "gbk", "报告.html", _declared("utf-8")),
    _encoded("GBK used, nothing declared", "gbk", "报告.html", _declared("")),
    Variant(
        "V89",
        "blanks of other widths and characters without any",
        _TEXT.replace("、", "、\u3000")
        .replace("\t", "\u200b\t\u00a0")
        .replace("行政许可", "行政\u200b许可"),
        (replace(ALL, sections=None),),
    ),
)
