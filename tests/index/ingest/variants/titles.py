"""Titles, bodies and years: V01 to V18. Places that the list of divisions lacks are invented."""

from dataclasses import replace

from index.types import Era, Kind
from tests.generator.drafts import NOTICE
from tests.index.ingest.variants.base import (
    ALL,
    BODY,
    HEADINGS,
    PROSES,
    SECTIONS,
    TITLE,
    drawn,
    saying,
    told,
    written,
)
from tests.index.ingest.variants.variant import Read, Variant

REPORT = "2023年政府信息公开工作年度报告"
DATE = "2024年1月12日"
UNSIGNED = (DATE,)
_OURS = {**PROSES, 1: ("2023年，主动公开政府信息412条，其中通过网站公开300条。",)}
_OF_OURS = SECTIONS | {1: _OURS[1][0]}


def titled(title: str, *, signed: str = "", name: str = "报告.txt") -> str:
    """The report under another title, its own body named nowhere but there and at the end."""
    after = (signed, DATE) if signed else UNSIGNED
    return written(drawn(title, prose=_OURS, after=after))


def by(issuer: str, region: str | None, kind: Kind, title: str | None = None) -> Read:
    """The report as that of a body."""
    return replace(ALL, issuer=issuer, region=region, kind=kind, title=title, sections=_OF_OURS)


def _named(number: str, title: str, issuer: str, region: str | None, kind: Kind) -> Variant:
    return Variant(number, title, titled(title), (by(issuer, region, kind),))


_AS_ALL = replace(ALL, sections=_OF_OURS)
_WITHOUT_YEAR = "清溪县柳河镇政府信息公开工作年度报告"
_UNDATED = {**PROSES, 1: ("全年主动公开政府信息412条，其中通过网站公开300条。",)}


def _dated(
    number: str,
    what: str,
    period: str,
    *,
    title: str = _WITHOUT_YEAR,
    findings: tuple[str, ...] = (),
) -> Variant:
    """The report with a period stated in its preamble, and its year nowhere else."""
    before = (NOTICE, period)
    data = written(drawn(title, before=before, prose=_UNDATED))
    sections = SECTIONS | {0: "\n".join(before), 1: _UNDATED[1][0]}
    return Variant(number, what, data, (replace(ALL, sections=sections, findings=findings),))


VARIANTS = (
    Variant(
        "V01",
        "blanks around the year, blank lines first",
        "\n\n" + titled(f"{BODY} 2023 年政府信息公开工作年度报告"),
        (replace(_AS_ALL, title=TITLE),),
    ),
    Variant(
        "V02",
        "a place without its county, known from the list of places",
        titled(f"芝麻洼乡人民政府{REPORT}"),
        (by("芝麻洼乡人民政府", "河南省/周口市/太康县", Kind.TOWN),),
    ),
    Variant(
        "V02",
        "a place without its county that many counties have",
        titled(f"城关镇人民政府{REPORT}"),
        (by("城关镇人民政府", None, Kind.TOWN),),
    ),
    Variant(
        "V02",
        "a place without its county, which signs with it",
        titled(f"柳河镇{REPORT}", signed=BODY),
        (by("柳河镇人民政府", "清溪县", Kind.TOWN),),
    ),
    Variant(
        "V03",
        "no place in the title, the body signs",
        titled(REPORT, signed="清溪县统计局"),
        (by("清溪县统计局", "清溪县", Kind.DEPARTMENT, REPORT),),
    ),
    Variant("V03", "no place in the title nor anywhere", titled(REPORT), refused="--issuer"),
    Variant(
        "V04",
        "the title is the body's name",
        titled("清溪县水利局"),
        (
            replace(
                by("清溪县水利局", "清溪县", Kind.DEPARTMENT, "清溪县水利局"),
                sections=_OF_OURS | {0: f"清溪县水利局\n{SECTIONS[0]}"},
            ),
        ),
    ),
    Variant(
        "V05",
        "a title broken in the middle of a word",
        titled(f"{BODY}2023年政府信息公开年度工作\n报 告"),
        (replace(_AS_ALL, title=f"{BODY}2023年政府信息公开年度工作报告"),),
    ),
    Variant(
        "V05",
        "a title over three lines",
        titled(f"{BODY}\n2023年政府信息公\n开工作年度报告"),
        (replace(_AS_ALL, title=TITLE),),
    ),
    _named("V06", f"2023年{BODY}政府信息公开工作年度报告", "柳河镇人民政府", "清溪县", Kind.TOWN),
    _named(
        "V06",
        "2023清溪县柳河镇2023年度政府信息公开工作年度报告",
        "柳河镇人民政府",
        "清溪县",
        Kind.TOWN,
    ),
    _named(
        "V06", f"{BODY}2023年度政府信息公开年度工作年度报告", "柳河镇人民政府", "清溪县", Kind.TOWN
    ),
    *(
        _named("V07", f"{BODY}2023年{words}", "柳河镇人民政府", "清溪县", Kind.TOWN)
        for words in (
            "政府信息公开年度工作报告",
            "信息公开工作年度报告",
            "政务信息公开年度报告",
            "政府信息公开工作年报",
            "政府信息公开情况统计",
        )
    ),
    *(
        _named("V08", words.format(TITLE), "柳河镇人民政府", "清溪县", Kind.TOWN)
        for words in ("{}（图片版）", "（文字版）{}", "{}（超链版）")
    ),
    _named("V09", f"清溪县人民政府办公室{REPORT}", "清溪县人民政府办公室", "清溪县", Kind.OFFICE),
    _named("V09", f"清溪县教育局{REPORT}", "清溪县教育局", "清溪县", Kind.DEPARTMENT),
    _named(
        "V09",
        f"清溪县发展和改革委员会{REPORT}",
        "清溪县发展和改革委员会",
        "清溪县",
        Kind.DEPARTMENT,
    ),
    _named("V09", f"清溪县工业园区管委会{REPORT}", "清溪县工业园区管委会", "清溪县", Kind.ZONE),
    _named("V09", f"清溪县工业园区{REPORT}", "清溪县工业园区", "清溪县", Kind.ZONE),
    _named(
        "V09", f"清溪县公安局柳河分局{REPORT}", "清溪县公安局柳河分局", "清溪县", Kind.DEPARTMENT
    ),
    _named("V09", f"清溪县柳河街道办事处{REPORT}", "柳河街道办事处", "清溪县", Kind.TOWN),
    _named("V09", f"清溪县{REPORT}", "清溪县人民政府", "清溪县", Kind.COUNTY),
    Variant(
        "V10",
        "the prefecture before its county, on the prefecture's site",
        "首页 > 临夏回族自治州人民政府 > 政务公开\n" + titled(f"临夏回族自治州永靖县{REPORT}"),
        (by("永靖县人民政府", "甘肃省/临夏回族自治州/永靖县", Kind.COUNTY),),
        url="https://www.linxia.gov.cn/zwgk/1.txt",
    ),
    _named(
        "V11", f"平武县木座藏族乡{REPORT}", "木座藏族乡人民政府", "四川省/绵阳市/平武县", Kind.TOWN
    ),
    _named("V11", f"天津市北辰区佳荣里街{REPORT}", "佳荣里街道办事处", "天津市/北辰区", Kind.TOWN),
    _named("V11", f"云岭旗白音苏木{REPORT}", "白音苏木人民政府", "云岭旗", Kind.TOWN),
    Variant(
        "V12",
        "filed under the name that the body had later",
        told(
            "2018年主动公开政府信息52条。",
            title="清溪县卫生和计划生育局2018年政府信息公开工作年度报告",
        ),
        (
            replace(
                saying(2018, n_proactive="52"),
                issuer="清溪县卫生和计划生育局",
                kind=Kind.DEPARTMENT,
            ),
        ),
        name="清溪县/卫生健康局/2018.txt",
    ),
    *(
        _named("V13", f"{title}{REPORT}", issuer, region, kind)
        for title, issuer, region, kind in (
            ("利辛县城关镇", "城关镇人民政府", "安徽省/亳州市/利辛县", Kind.TOWN),
            ("武山县城关镇", "城关镇人民政府", "甘肃省/天水市/武山县", Kind.TOWN),
            ("合水县", "合水县人民政府", "甘肃省/庆阳市/合水县", Kind.COUNTY),
            ("和平县合水镇", "合水镇人民政府", "广东省/河源市/和平县", Kind.TOWN),
        )
    ),
    Variant(
        "V13",
        "the folder tells one from the other",
        titled(f"城关镇{REPORT}"),
        (by("城关镇人民政府", "甘肃省/天水市/武山县", Kind.TOWN),),
        name="武山县/城关镇.txt",
    ),
    _dated(
        "V14",
        "last year's year left in the preamble",
        "现公布我镇2022年度报告，所列数据的统计期限自2022年1月1日起至2022年12月31日止。",
        title=TITLE,
        findings=("signals_disagree",),
    ),
    Variant(
        "V14",
        "last year's year left in a heading",
        written(drawn(prose=_UNDATED, headings=HEADINGS | {2: "二、2022年主动公开政府信息情况"})),
        (replace(ALL, sections=SECTIONS | {1: _UNDATED[1][0]}),),
    ),
    Variant(
        "V14",
        "last year's year left in the sentence with the figure",
        written(drawn(prose={**PROSES, 1: ("2022年，我镇主动公开政府信息412条。",)})),
        (
            replace(
                ALL,
                sections=SECTIONS | {1: "2022年，我镇主动公开政府信息412条。"},
                said={"n_info_fee": "0", "n_info_fee_cases": "0"},
                findings=("other_year",),
            ),
        ),
        says=("2023年",),
    ),
    _dated(
        "V15",
        "a digit too many in the period",
        "本报告所列数据的统计期限自2023年1月1日起至202323年12月31日止。",
        findings=("period_odd",),
    ),
    _dated(
        "V15",
        "the same under a title with its year",
        "统计期限自2023年1月1日至202323年12月31日。",
        title=TITLE,
        findings=("period_odd",),
    ),
    _dated("V16", "the signs of year and month lost", "统计期限自20231月1日至202312月31日。"),
    _dated("V16", "more of them lost", "本报告的统计期限为2023 11日至1231日。"),
    Variant(
        "V17",
        "published in the next year",
        "发布日期：2024-01-22\n" + titled(TITLE),
        (_AS_ALL,),
    ),
    Variant(
        "V17",
        "published ten years later",
        "发布日期：2022-04-22\n" + told("全年主动公开政府信息52条。", year=2012),
        (saying(2012, Era.E0, n_proactive="52"),),
    ),
    Variant(
        "V17",
        "only the day of publication is named",
        "发布日期：2024-01-22\n" + written(drawn(_WITHOUT_YEAR, prose=_UNDATED)),
        refused="--year",
    ),
    *(
        Variant("V18", title, titled(title), (_AS_ALL,))
        for title in (
            f"{BODY}二〇二三年政府信息公开工作年度报告",
            f"{BODY}二○二三年政府信息公开工作年度报告",
            f"{BODY}２０２３年政府信息公开工作年度报告",
            f"{BODY}23年政府信息公开工作年度报告",
        )
    ),
    Variant(
        "V18",
        "a signature in numerals is no year of the report",
        written(drawn(prose=_UNDATED, after=(BODY, "二〇二四年三月二十日"))),
        (replace(ALL, sections=SECTIONS | {1: _UNDATED[1][0]}),),
    ),
)
