"""Whose report a file is: the variants of titles, signatures, boxes, folders and addresses."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import UnreadableReport
from index.report.whose.identity import Clues, Identity, identify
from index.types import Kind
from index.vocabulary.regions import Regions, load_regions
from tests.index.report.clued import clues

TAIKANG = "河南省/周口市/太康县"
LIXIN = "安徽省/亳州市/利辛县"
REPORT = "2024年政府信息公开工作年度报告"


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load_regions()


def rules(found: Identity) -> list[str]:
    return [finding.rule for finding in found.findings]


# Title, name of the issuer, region, kind. All years are 2024. Places that the
# list of divisions lacks are invented.
TITLES = [
    # V01 blanks, V02 no county, V10 a higher unit first
    ("芝麻洼乡人民政府 2024 年政府信息公开工作年度报告", "芝麻洼乡人民政府", TAIKANG, Kind.TOWN),
    (f"　　芝麻洼乡　{REPORT}", "芝麻洼乡人民政府", TAIKANG, Kind.TOWN),
    (f"太康县芝麻洼乡{REPORT}", "芝麻洼乡人民政府", TAIKANG, Kind.TOWN),
    (f"河南省周口市太康县芝麻洼乡人民政府{REPORT}", "芝麻洼乡人民政府", TAIKANG, Kind.TOWN),
    (f"周口太康县芝麻洼乡{REPORT}", "芝麻洼乡人民政府", TAIKANG, Kind.TOWN),
    (f"宿迁市人民政府{REPORT}", "宿迁市人民政府", "江苏省/宿迁市", Kind.CITY),
    (f"宿迁市人民政府{REPORT}_政务公开", "宿迁市人民政府", "江苏省/宿迁市", Kind.CITY),
    (f"宿迁市{REPORT}", "宿迁市人民政府", "江苏省/宿迁市", Kind.CITY),
    (f"河南太康县{REPORT}", "太康县人民政府", TAIKANG, Kind.COUNTY),
    (f"太康{REPORT}", "太康县人民政府", TAIKANG, Kind.COUNTY),
    (
        f"临夏回族自治州永靖县{REPORT}",
        "永靖县人民政府",
        "甘肃省/临夏回族自治州/永靖县",
        Kind.COUNTY,
    ),
    (f"西藏自治区人民政府{REPORT}", "西藏自治区人民政府", "西藏自治区", Kind.PROVINCE),
    (f"北京市朝阳区人民政府{REPORT}", "朝阳区人民政府", "北京市/朝阳区", Kind.COUNTY),
    (f"北京市{REPORT}", "北京市人民政府", "北京市", Kind.PROVINCE),
    (f"阿拉善盟行政公署{REPORT}", "阿拉善盟行政公署", "内蒙古自治区/阿拉善盟", Kind.CITY),
    (f"景德镇市昌江区{REPORT}", "昌江区人民政府", "江西省/景德镇市/昌江区", Kind.COUNTY),
    (f"上海市浦东新区{REPORT}", "浦东新区人民政府", "上海市/浦东新区", Kind.COUNTY),
    (f"济源市人民政府{REPORT}", "济源市人民政府", "河南省/济源市", Kind.CITY),
    # V13 names that several places bear
    (f"城关镇人民政府{REPORT}", "城关镇人民政府", None, Kind.TOWN),
    (f"利辛县城关镇{REPORT}", "城关镇人民政府", LIXIN, Kind.TOWN),
    (f"鼓楼区{REPORT}", "鼓楼区人民政府", "鼓楼区", Kind.COUNTY),
    (f"开封市鼓楼区{REPORT}", "鼓楼区人民政府", "河南省/开封市/鼓楼区", Kind.COUNTY),
    (f"合水县{REPORT}", "合水县人民政府", "甘肃省/庆阳市/合水县", Kind.COUNTY),
    (f"和平县合水镇{REPORT}", "合水镇人民政府", "广东省/河源市/和平县", Kind.TOWN),
    (f"西咸新区太平镇{REPORT}", "太平镇人民政府", "西咸新区", Kind.TOWN),
    # invented places are kept as named
    (f"云溪县清水乡{REPORT}", "清水乡人民政府", "云溪县", Kind.TOWN),
    (f"云溪县{REPORT}", "云溪县人民政府", "云溪县", Kind.COUNTY),
    (f"某县某乡{REPORT}", "某乡人民政府", "某县", Kind.TOWN),
    (f"云江市云溪县望江街道办事处{REPORT}", "望江街道办事处", "云江市/云溪县", Kind.TOWN),
    (f"云溪县高新区清水镇{REPORT}", "清水镇人民政府", "云溪县/高新区", Kind.TOWN),
    # V09 offices, departments, zones
    (f"云溪县人民政府办公室{REPORT}", "云溪县人民政府办公室", "云溪县", Kind.OFFICE),
    (f"云溪县政府办公室{REPORT}", "云溪县人民政府办公室", "云溪县", Kind.OFFICE),
    (f"太康县府办{REPORT}", "太康县人民政府办公室", TAIKANG, Kind.OFFICE),
    (f"宿迁市人民政府办公厅{REPORT}", "宿迁市人民政府办公厅", "江苏省/宿迁市", Kind.OFFICE),
    (f"云溪县清水镇党政办公室{REPORT}", "清水镇人民政府办公室", "云溪县", Kind.OFFICE),
    (f"太康县教育局{REPORT}", "太康县教育局", TAIKANG, Kind.DEPARTMENT),
    (f"周口市太康县教育局{REPORT}", "太康县教育局", TAIKANG, Kind.DEPARTMENT),
    (f"太康教育局{REPORT}", "太康县教育局", TAIKANG, Kind.DEPARTMENT),
    (f"河南省教育厅{REPORT}", "河南省教育厅", "河南省", Kind.DEPARTMENT),
    (f"云溪县市场监督管理局{REPORT}", "云溪县市场监督管理局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县综合城市管理局{REPORT}", "云溪县综合城市管理局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县住房和城乡建设局{REPORT}", "云溪县住房和城乡建设局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县乡村振兴局{REPORT}", "云溪县乡村振兴局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县市政管理局{REPORT}", "云溪县市政管理局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县发改委{REPORT}", "云溪县发改委", "云溪县", Kind.DEPARTMENT),
    *(  # a branch lies where it serves
        (f"{name}{REPORT}", name, region, Kind.DEPARTMENT)
        for name, region in (
            ("盐城市公安局盐都分局", "江苏省/盐城市/盐都区"),
            ("丽水市生态环境局缙云分局", "浙江省/丽水市/缙云县"),
            ("成都市规划和自然资源局柳河分局", "四川省/成都市"),
            ("太康县公安局城关分局", TAIKANG),
        )
    ),
    *(  # bodies of the party, and streets with the government above them
        (f"{name}{REPORT}", name, TAIKANG, Kind.DEPARTMENT)
        for name in ("共青团太康县委员会", "中共太康县委党校", "中共太康县委机构编制委员会办公室")
    ),
    (f"徐汇区人民政府湖南路街道办事处{REPORT}", "湖南路街道办事处", "上海市/徐汇区", Kind.TOWN),
    *(  # names without their peoples
        (f"{printed}{REPORT}", name, region, kind)
        for printed, name, region, kind in (
            ("大理州", "大理白族自治州人民政府", "云南省/大理白族自治州", Kind.CITY),
            ("四川省凉山州", "凉山彝族自治州人民政府", "四川省/凉山彝族自治州", Kind.CITY),
            (
                "恩施州人民政府",
                "恩施土家族苗族自治州人民政府",
                "湖北省/恩施土家族苗族自治州",
                Kind.CITY,
            ),
            (
                "黔东南州水利局",
                "黔东南苗族侗族自治州水利局",
                "贵州省/黔东南苗族侗族自治州",
                Kind.DEPARTMENT,
            ),
            (
                "互助县财政局",
                "互助土族自治县财政局",
                "青海省/海东市/互助土族自治县",
                Kind.DEPARTMENT,
            ),
            ("大理州祥云县", "祥云县人民政府", "云南省/大理白族自治州/祥云县", Kind.COUNTY),
            ("海南州", "海南藏族自治州人民政府", "青海省/海南藏族自治州", Kind.CITY),
        )
    ),
    (f"国家税务总局太康县税务局{REPORT}", "国家税务总局太康县税务局", TAIKANG, Kind.DEPARTMENT),
    (f"云溪县清水镇便民服务中心{REPORT}", "清水镇便民服务中心", "云溪县", Kind.DEPARTMENT),
    (f"云溪县工业园区管理委员会{REPORT}", "云溪县工业园区管理委员会", "云溪县", Kind.ZONE),
    (f"宜良工业园区管委会{REPORT}", "宜良工业园区管委会", "云南省/昆明市/宜良县", Kind.ZONE),
    (f"苏州工业园区{REPORT}", "苏州工业园区", "江苏省/苏州市", Kind.ZONE),
    (f"云溪县国有林场{REPORT}", "云溪县国有林场", "云溪县", Kind.OTHER),
    (f"太康县人民政府信访局{REPORT}", "太康县人民政府信访局", TAIKANG, Kind.DEPARTMENT),
    (f"{REPORT}（云溪县统计局）", "云溪县统计局", "云溪县", Kind.DEPARTMENT),
    # V11 peoples, 街, 苏木, and names with the endings of other places in them
    (f"平武县木座藏族乡{REPORT}", "木座藏族乡人民政府", "四川省/绵阳市/平武县", Kind.TOWN),
    (f"北辰区佳荣里街{REPORT}", "佳荣里街道办事处", "天津市/北辰区", Kind.TOWN),
    (f"云岭旗白音苏木{REPORT}", "白音苏木人民政府", "云岭旗", Kind.TOWN),
    (f"尧都区县底镇{REPORT}", "县底镇人民政府", "山西省/临汾市/尧都区", Kind.TOWN),
    (f"番禺区市桥街道{REPORT}", "市桥街道办事处", "广东省/广州市/番禺区", Kind.TOWN),
    (f"上土市镇人民政府{REPORT}", "上土市镇人民政府", "安徽省/六安市/霍山县", Kind.TOWN),
    (f"乡宁县昌宁镇{REPORT}", "昌宁镇人民政府", "山西省/临汾市/乡宁县", Kind.TOWN),
    # V05, V06, V07, V08: the order of words, other words, editions
    (("清溪镇2024年政府信息公开年度工作", "报 告"), "清溪镇人民政府", None, Kind.TOWN),
    (("云溪县青石镇2024年政府信", "息公开工作年度报告"), "青石镇人民政府", "云溪县", Kind.TOWN),
    (("云溪县青石镇人民政府", REPORT), "青石镇人民政府", "云溪县", Kind.TOWN),
    (
        ("云溪县青石镇人民政府", "2024年政府信息公开", "工作年度报告"),
        "青石镇人民政府",
        "云溪县",
        Kind.TOWN,
    ),
    (
        ("云溪县教育局政府信息公开工作年度报告", "（2024年度）"),
        "云溪县教育局",
        "云溪县",
        Kind.DEPARTMENT,
    ),
    (f"2024年云溪县教育局{REPORT[5:]}", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"2024云溪县青石镇2024年度{REPORT[5:]}", "青石镇人民政府", "云溪县", Kind.TOWN),
    (f"{REPORT}——云溪县教育局", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县教育局关于公布{REPORT}的公告", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县教育局2025年发布{REPORT}", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("云溪县教育局2024年政府信息公开年度工作报告", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("云溪县教育局2024年信息公开工作年度报告", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("云溪县教育局2024年政务信息公开年度报告", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("云溪县教育局2024年政府信息公开工作年报", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("云溪县教育局2024年政府信息公开情况统计", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("云溪县教育局政府信息公开2024年度报告", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("云溪县人民政府信息公开工作年度报告（2024年）", "云溪县人民政府", "云溪县", Kind.COUNTY),
    ("关于云溪县青石镇2024年度政府信息公开工作情况的报告", "青石镇人民政府", "云溪县", Kind.TOWN),
    ("云溪县统计局关于2024年政府信息公开工作情况报告", "云溪县统计局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县教育局{REPORT}（图片版）", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"（文字版）云溪县教育局{REPORT}", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"【虚构示例】云溪县教育局{REPORT}", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"《云溪县教育局{REPORT}》", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县人民政府门户网站 - 云溪县教育局{REPORT}", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县教育局{REPORT} - 云溪县人民政府", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县本级{REPORT}", "云溪县人民政府", "云溪县", Kind.COUNTY),
    # V12 renamed bodies keep the printed name
    (
        "云溪县卫生和计划生育局2024年政府信息公开工作年度报告",
        "云溪县卫生和计划生育局",
        "云溪县",
        Kind.DEPARTMENT,
    ),
    # V18 years in numerals and full width, V88 traditional characters
    ("云溪县教育局二〇二四年政府信息公开工作年度报告", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("云溪县教育局二O二四年政府信息公开工作年度报告", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("云溪县教育局２０２４年政府信息公开工作年度报告", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("云溪县教育局24年政府信息公开工作年度报告", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    ("雲溪縣清水鄉2024年政府信息公開工作年度報告", "清水乡人民政府", "云溪县", Kind.TOWN),
    # of the years in a title, that of the report
    (
        "2025年发布云溪县教育局2024年度政府信息公开工作年度报告",
        "云溪县教育局",
        "云溪县",
        Kind.DEPARTMENT,
    ),
    ("2025云溪县教育局2024年政府信息公开工作年度报告", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"云溪县教育局{REPORT}（2025年1月20日）", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
    (f"云政办〔2025〕9号云溪县教育局{REPORT}", "云溪县教育局", "云溪县", Kind.DEPARTMENT),
]


@pytest.mark.parametrize(("title", "name", "region", "kind"), TITLES)
def test_a_title_says_who_where_and_when(
    regions: Regions, title: str | tuple[str, ...], name: str, region: str | None, kind: Kind
) -> None:
    found = identify(clues(title), regions)
    assert (found.issuer.name, found.issuer.region, found.issuer.kind) == (name, region, kind)
    assert found.year == 2024
    assert found.findings == ()


V03 = REPORT
PLACES_OF_ISSUERS = [
    # V03: a title without any body
    (clues(V03, after=("云溪县统计局", "2025年1月20日")), "云溪县统计局", "云溪县"),
    (clues(V03, after="云溪县清水乡人民政府 二〇二五年一月二十日"), "清水乡人民政府", "云溪县"),
    (clues(V03, before="云溪县统计局根据《条例》的规定，编制本报告。"), "云溪县统计局", "云溪县"),
    (clues(V03, before="本报告由云溪县青石镇人民政府编制。"), "青石镇人民政府", "云溪县"),
    (clues(V03, one="2024年，云溪县统计局认真贯彻条例。"), "云溪县统计局", "云溪县"),
    (
        clues(V03, around="索引号：0001 发布机构：云溪县统计局 发布日期：2025-01-20"),
        "云溪县统计局",
        "云溪县",
    ),
    (
        clues(V03, around="首页 > 云溪县 > 乡镇 > 青石镇 > 信息公开年报"),
        "青石镇人民政府",
        "云溪县",
    ),
    (clues((V03, f"{V03}_云溪县统计局")), "云溪县统计局", "云溪县"),
    (clues(V03, path="云溪县统计局2024年政府信息公开年报.html"), "云溪县统计局", "云溪县"),
    (clues(V03, path="a/云溪县/清水乡2024.txt", root="a"), "清水乡人民政府", "云溪县"),
    (clues(V03, path="a/云溪县/教育局/2024.html", root="a"), "云溪县教育局", "云溪县"),
    (
        clues(V03, around="当前位置：首页>云溪县人民政府>年报", one="2024年，全县公开信息10条。"),
        "云溪县人民政府",
        "云溪县",
    ),
    # V04: only the body's name
    (clues("云溪县水利局", one="2024年公开信息3条。"), "云溪县水利局", "云溪县"),
    # a body above the title may be the site's: who signs it knows better
    (clues(("云溪县人民政府", V03), after="云溪县统计局"), "云溪县统计局", "云溪县"),
    # V02: the place of a town or department that its title leaves out
    (clues(f"城关镇{V03}", after="利辛县城关镇人民政府"), "城关镇人民政府", LIXIN),
    (
        clues(f"城关镇{V03}", before="地址：安徽省亳州市利辛县城关镇人民路1号"),
        "城关镇人民政府",
        LIXIN,
    ),
    (clues(f"城关镇{V03}", one="2024年，利辛县城关镇公开信息3条。"), "城关镇人民政府", LIXIN),
    (clues(f"城关镇{V03}", around="首页 > 利辛县 > 城关镇"), "城关镇人民政府", LIXIN),
    (clues(f"城关镇{V03}", path="x/利辛县/1.html", root="x"), "城关镇人民政府", LIXIN),
    (clues(f"城关镇{V03}", path="x/利辛县/1.html"), "城关镇人民政府", LIXIN),
    (clues(f"城关镇{V03}", path="x/1.html", root="x", region="利辛县"), "城关镇人民政府", LIXIN),
    (clues(f"城关镇{V03}", url="https://www.lixin.gov.cn/a/1.html"), "城关镇人民政府", LIXIN),
    (clues(f"芝麻洼乡{V03}", path="x/云溪县/1.html", root="x"), "芝麻洼乡人民政府", "云溪县"),
    (clues(f"清水乡{V03}", before="可在云溪县人民政府门户网站查阅。"), "清水乡人民政府", "云溪县"),
    (clues(f"教育局{V03}", path="x/太康县/教育局.txt", root="x"), "太康县教育局", TAIKANG),
    (clues(f"教育局{V03}", url="http://taikang.gov.cn/jyj/1.html"), "太康县教育局", TAIKANG),
    (clues(f"县教育局{V03}", around="首页 > 太康县 > 教育局"), "太康县教育局", TAIKANG),
    (clues(f"县政府办公室{V03}", region="太康县"), "太康县人民政府办公室", TAIKANG),
    (
        clues(f"市教育局{V03}", before="宿迁市教育局按照要求编制。"),
        "宿迁市教育局",
        "江苏省/宿迁市",
    ),
    (
        clues(f"鼓楼区教育局{V03}", around="首页 > 开封市 > 鼓楼区教育局"),
        "鼓楼区教育局",
        "河南省/开封市/鼓楼区",
    ),
    (clues(f"鼓楼区{V03}", region="开封市"), "鼓楼区人民政府", "河南省/开封市/鼓楼区"),
    # labels, seals, values below their labels
    (clues(V03, after="填报单位（盖章）：云溪县统计局"), "云溪县统计局", "云溪县"),
    (clues(V03, around=("发布机构：", "云溪县统计局", "发布日期：")), "云溪县统计局", "云溪县"),
    # who answers questions, or publishes for its government, is not the body
    (
        clues(("云溪县人民政府", V03), one="全县公开信息3条。", after="云溪县人民政府办公室"),
        "云溪县人民政府",
        "云溪县",
    ),
    (
        clues(f"清水乡{V03}", before="请与云溪县教育局联系（电话：0000-0000000）"),
        "清水乡人民政府",
        "云溪县",
    ),
    # what was told
    (clues(f"云溪县城关镇{V03}", issuer="城关"), "城关镇人民政府", "云溪县"),
    (clues(V03, issuer="云溪县统计局"), "云溪县统计局", "云溪县"),
    (clues(V03, issuer="清水乡", region="云溪县"), "清水乡人民政府", "云溪县"),
    (clues(f"云溪县清水乡{V03}", issuer="清水乡人民政府"), "清水乡人民政府", "云溪县"),
    (clues(V03, issuer="云溪机场"), "云溪机场", None),
    (clues(f"芝麻洼乡{V03}", region="太康县"), "芝麻洼乡人民政府", TAIKANG),
    (clues(f"芝麻洼乡{V03}", region="河南省/周口市/太康县/芝麻洼乡"), "芝麻洼乡人民政府", TAIKANG),
    (clues(f"清水乡{V03}", region="云江市/云溪县"), "清水乡人民政府", "云江市/云溪县"),
    (clues(f"云溪县清水乡{V03}", region="云江市"), "清水乡人民政府", "云江市/云溪县"),
    (clues(f"清水乡{V03}", before="现公布云溪县清水乡人民政府年报"), "清水乡人民政府", "云溪县"),
    (clues(f"清水乡{V03}", one="清水乡地处山区，全面推进公开。"), "清水乡人民政府", None),
    # not everything that contains a place's name names a place
    (clues(f"清水乡{V03}", one="我县清水乡公开信息。"), "清水乡人民政府", None),
    (clues(f"清水乡{V03}", one="结合本县清水乡实际开展工作。"), "清水乡人民政府", None),
    (clues(f"清水乡{V03}", around="主办：云江市大数据局 版权所有"), "清水乡人民政府", None),
]


@pytest.mark.parametrize(("given", "name", "region"), PLACES_OF_ISSUERS)
def test_what_the_title_leaves_out_is_found_around_it(
    regions: Regions, given: Clues, name: str, region: str | None
) -> None:
    found = identify(given, regions)
    assert (found.issuer.name, found.issuer.region) == (name, region)
    assert found.year == 2024


@pytest.mark.parametrize(
    "given",
    [
        clues(V03),
        clues(V03, around="主办：云溪县人民政府 版权所有"),
        clues(V03, around="首页 > 云溪县人民政府 > 年报", one="我局公开信息3条。"),
        clues(V03, around="首页 > 云溪县 > 教育局 > 民政局"),
        clues(V03, before="如有疑问，请与云溪县政务服务管理局联系。"),
        clues(V03, one="根据国务院办公厅要求，全面推进。"),
        clues(V03, url="https://www.taikang.gov.cn/1.html"),
        clues(V03, one="全县教育局、民政局公开信息。"),
        clues("全市政府信息公开工作年度报告2024年"),
        clues(("政府信息公开", "年度报告"), one="2024年"),
        clues((), one="2024年，公开信息3条。"),
    ],
)
def test_a_report_that_nothing_names_is_refused_with_the_way_out(
    regions: Regions, given: Clues
) -> None:
    with pytest.raises(UnreadableReport, match="--issuer"):
        identify(given, regions)


@pytest.mark.parametrize("name", ["县人民政府办公室", "教育局", "卫健委"])
def test_a_body_that_every_place_has_is_refused_without_its_place(
    regions: Regions, name: str
) -> None:
    with pytest.raises(UnreadableReport, match="--region"):
        identify(clues(f"{name}{REPORT}"), regions)


def test_an_office_may_report_on_its_whole_county(regions: Regions) -> None:  # V09
    told = identify(clues(f"太康县人民政府办公室关于太康县人民政府{REPORT}"), regions)
    assert told.issuer.name == "太康县人民政府"
    told = identify(clues(f"太康县教育局关于{REPORT}"), regions)
    assert told.issuer.name == "太康县教育局"


@pytest.mark.parametrize(
    ("given", "is_inferred"),
    [
        (clues(f"芝麻洼乡{REPORT}"), True),
        (clues(f"太康县芝麻洼乡{REPORT}"), True),
        (clues(f"河南省周口市太康县芝麻洼乡{REPORT}"), False),
        (clues(f"云溪县清水乡{REPORT}"), False),
        (clues(f"城关镇{REPORT}"), False),
        (clues(f"城关镇{REPORT}", url="https://www.lixin.gov.cn/"), True),
    ],
)
def test_parents_that_the_list_filled_in_are_marked(
    regions: Regions, given: Clues, is_inferred: bool
) -> None:
    assert identify(given, regions).issuer.is_region_inferred is is_inferred


# V86: the title wins over where it was filed, and says so
@pytest.mark.parametrize(
    ("given", "name", "said"),
    [
        (
            clues(f"云溪县住建局{REPORT}", around="首页 > 云溪县 > 发改委 > 年报"),
            "云溪县住建局",
            "发改委",
        ),
        (
            clues(f"云溪县住建局{REPORT}", path="x/民政局/1.html", root="x"),
            "云溪县住建局",
            "民政局",
        ),
        (clues(f"云溪县教育局{REPORT}", after="云溪县民政局"), "云溪县教育局", "落款"),
        (clues(f"云溪县清水乡{REPORT}", after="云溪县青石镇人民政府"), "清水乡人民政府", "青石镇"),
        (
            clues(f"云溪县清水乡{REPORT}", path="x/青石县/1.html", root="x"),
            "清水乡人民政府",
            "青石县",
        ),
        (clues(f"云溪县清水乡{REPORT}", issuer="云溪县青石镇"), "青石镇人民政府", "清水乡"),
        (clues(f"云溪县清水乡{REPORT}", issuer="云溪县教育局"), "云溪县教育局", "清水乡"),
        (
            clues(f"云溪县{REPORT}", issuer="云溪县人民政府办公室"),
            "云溪县人民政府办公室",
            "云溪县人民政府",
        ),
        (clues(f"云溪县清水乡{REPORT}", region="青石县"), "清水乡人民政府", "云溪县"),
    ],
)
def test_signals_of_another_body_are_a_finding(
    regions: Regions, given: Clues, name: str, said: str
) -> None:
    found = identify(given, regions)
    assert found.issuer.name == name
    assert set(rules(found)) == {"signals_disagree"}
    assert said in "".join(finding.message for finding in found.findings)


@pytest.mark.parametrize(
    "given",
    [
        clues(f"云溪县{REPORT}", after="云溪县人民政府办公室", around="来源：云溪县政务服务局"),
        clues(f"云溪县清水乡{REPORT}", around="发布机构：云溪县人民政府 | 来源：清水乡党政办公室"),
        clues(f"云溪县住建局{REPORT}", after="云溪县住房和城乡建设局"),
        clues(f"云溪县市场监管局{REPORT}", path="x/云溪县/市场监督管理局/1.html", root="x"),
        clues(f"云溪县教育局{REPORT}", around="首页 > 云溪县人民政府 > 部门 > 县教育局"),
        clues(f"云溪县教育局{REPORT}", issuer="云溪县教育局", region="云溪县", year=2024),
        clues(f"太康县教育局{REPORT}", around="首页 > 河南省 > 周口市 > 太康县", region="周口市"),
        clues(f"宿迁市{REPORT}", one="沭阳县教育局、泗洪县清水镇受理申请3件。"),
    ],
)
def test_signals_that_agree_are_no_finding(regions: Regions, given: Clues) -> None:
    assert identify(given, regions).findings == ()


def test_in_a_list_of_titles_the_stated_period_says_which_is_the_reports_own(
    regions: Regions,
) -> None:
    listed = tuple(f"云溪县清水乡{y}年政府信息公开工作年度报告" for y in (2022, 2021, 2020))
    period = "本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。"
    own = "云溪县清水乡2023年政府信息公开工作年度报告"
    assert identify(clues((*listed, own), before=period), regions).year == 2023
    assert identify(clues((listed[0], own), before=period), regions).year == 2022


def test_a_site_that_is_no_government_is_a_finding(regions: Regions) -> None:
    title = f"云溪县清水乡{REPORT}"
    assert rules(identify(clues(title, url="https://www.example.org/1"), regions)) == [
        "origin_unknown"
    ]
    for url in ("https://www.taikang.gov.cn/1", "http://127.0.0.1:8000/1", "http://localhost/1"):
        assert identify(clues(title, url=url), regions).findings == ()


# V87
@pytest.mark.parametrize(
    "given",
    [
        clues((f"云溪县{REPORT}", "云溪娱乐官网")),
        clues(f"云溪县{REPORT}", one="公(gong)开(kai)信(xin)息(xi)共(gong)三条。"),
    ],
)
def test_a_copy_that_was_tampered_with_is_refused(regions: Regions, given: Clues) -> None:
    with pytest.raises(UnreadableReport, match="篡改"):
        identify(given, regions)


def test_lottery_in_prose_is_no_advertising(regions: Regions) -> None:
    given = clues(f"云溪县{REPORT}", one="公开体育彩票公益金使用情况（gong）3条。")
    assert identify(given, regions).findings == ()


@pytest.mark.parametrize(
    ("given", "is_invented"),
    [
        (clues(f"【虚构示例】云溪县{REPORT}"), True),
        (clues(f"云溪县{REPORT}（虚构）"), True),
        (clues(f"云溪县{REPORT}", before="本报告中的地名、机构和数字均为虚构，仅供演示。"), True),
        (clues(f"云溪县{REPORT}", before="说明：本文件系虚构样例。"), True),
        (clues(f"云溪县{REPORT}", around="虚构示例"), True),
        (clues(f"云溪县{REPORT}", after="（本页为虚构数据）"), True),
        (clues(f"云溪县{REPORT}", one="【虚构示例】本篇故意保留一处矛盾。"), True),
        (clues(f"雲溪縣{REPORT}", before="【虛構示例】"), True),
        (clues(f"云溪县{REPORT}"), False),
        (clues(f"云溪县{REPORT}", one="对虚构事实、隐瞒真相的，依法查处。"), False),
        (clues(f"云溪县{REPORT}", before="本报告所列数据真实，没有虚构。"), False),
        (clues(f"云溪县{REPORT}", before="本报告数据不是虚构的。"), False),
        (clues(f"云溪县{REPORT}", one="坚决防止虚构数据，确保真实。"), False),
    ],
)
def test_a_report_says_that_it_is_invented(
    regions: Regions, given: Clues, is_invented: bool
) -> None:
    assert identify(given, regions).is_invented is is_invented


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (clues(f" 云溪县 \t教育局 {REPORT}  "), f"云溪县教育局{REPORT}"),
        (clues(f"云溪县教育局{REPORT}_政务公开"), f"云溪县教育局{REPORT}"),
        (
            clues(("清溪镇2024年政府信息公开年度工作", "报 告")),
            "清溪镇2024年政府信息公开年度工作报告",
        ),
        (
            clues("雲溪縣清水鄉2024年政府信息公開工作年度報告"),
            "雲溪縣清水鄉2024年政府信息公開工作年度報告",
        ),
        (
            clues("云溪县（教育局） 2024年政府信息公开年报"),
            "云溪县（教育局）2024年政府信息公开年报",
        ),
    ],
)
def test_the_title_is_kept_as_printed(regions: Regions, given: Clues, title: str) -> None:
    assert identify(given, regions).title == title


def test_every_listed_place_comes_back_from_its_title(regions: Regions) -> None:
    """A sample of all towns and of all counties, alone and with what contains them."""
    towns = sorted(p for p in regions.town_paths if p.endswith(("乡", "镇", "街道", "苏木")))
    for path in towns[::97]:
        *places, town = path.split("/")
        for title in (f"{places[-1]}{town}{REPORT}", f"{''.join(places)}{town}{REPORT}"):
            issuer = identify(clues(title), regions).issuer
            assert (issuer.region, issuer.kind) == ("/".join(places), Kind.TOWN), title
            assert issuer.name.removesuffix("人民政府").removesuffix("办事处") == town
    counties = sorted(p for p in {regions.parent(t) for t in towns} if p and p[-1] in "县区市旗")
    for path in counties[::29]:
        county = path.rpartition("/")[2]
        for body in ("人民政府", "人民政府办公室", "市场监督管理局", "住房和城乡建设局"):
            title = f"{path.replace('/', '')}{body}{REPORT}"
            issuer = identify(clues(title), regions).issuer
            assert (issuer.name, issuer.region) == (county + body, path), title


PIECES = st.sampled_from(
    [
        "云溪县",
        "太康县",
        "城关镇",
        "市",
        "区",
        "人民政府",
        "办公室",
        "教育局",
        "2024年",
        "二〇二四年",
        "2023-2024",
        "24年",
        "政府信息公开",
        "工作年度报告",
        "年报",
        "关于",
        "（",
        "）",
        "_",
        "-",
        ">",
        ":",
        "\u3000",
        "虚构",
        "全县",
        "局",
        "委",
        " ",
        "街",
        "自治州",
        "新区",
        "某",
        "1月1日至12月31日",
        "〔2025〕9号",
        "发布机构：",
        "由",
        "编制",
    ]
)
TEXT = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map("".join))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(TEXT, max_size=4), TEXT, TEXT, TEXT, TEXT, st.one_of(st.none(), TEXT), st.booleans()
)
def test_any_text_is_read_or_refused(
    titles: list[str],
    around: str,
    before: str,
    one: str,
    after: str,
    told: str | None,
    is_url: bool,
) -> None:
    given = clues(
        tuple(titles),
        around=around,
        before=before,
        one=one,
        after=after,
        issuer=told,
        region=told,
        url=f"https://{one}" if is_url else None,
    )
    with suppress(UnreadableReport):
        found = identify(given, load_regions())
        assert found.issuer.name.strip()
        assert found.year >= 2008


@pytest.mark.parametrize(
    ("above", "title", "name"),
    [  # V05 in the middle of a word
        ("商水县退", "役军人事务局2023年政府信息公开工作年度报告", "商水县退役军人事务局"),
        ("太康县住房和城", "乡建设局2023年政府信息公开工作年度报告", "太康县住房和城乡建设局"),
        ("唐河县市场", "监督管理局2023年政府信息公开工作年度报告", "唐河县市场监督管理局"),
        ("太康县", "教育局2023年政府信息公开工作年度报告", "太康县教育局"),
        ("邹城市", "住房和城乡建设局2021年政府信息公开工作年度报告", "邹城市住房和城乡建设局"),
    ],
)
def test_a_title_torn_inside_a_name_is_put_together(
    regions: Regions, above: str, title: str, name: str
) -> None:
    assert identify(clues(title, before=(above,)), regions).issuer.name == name


@pytest.mark.parametrize("above", ["太康县人民政府", "政府信息公开", "各位市民", ""])
def test_any_other_line_above_a_title_stays_apart(regions: Regions, above: str) -> None:
    found = identify(clues(f"太康县教育局{REPORT}", before=(above,)), regions)
    assert found.issuer.name == "太康县教育局"


@pytest.mark.parametrize(
    "title",
    [
        "太康县水利局2024年第三季度政府信息公开工作报告",
        "太康县水利局2024年上半年政府信息公开工作报告",
        "太康县水利局2024年3月份政府信息公开情况统计",
        "关于做好2024年政府信息公开工作年度报告编制工作的通知",
        "太康县人民政府关于编制2024年政府信息公开工作年度报告的通知",
    ],
)
def test_what_is_no_report_on_a_year_is_refused(regions: Regions, title: str) -> None:
    with pytest.raises(UnreadableReport):
        identify(clues(title), regions)


@pytest.mark.parametrize(
    "title",
    [
        f"关于印发太康县水利局{REPORT}的通知",
        f"太康县水利局（1月至12月份）{REPORT}",
    ],
)
def test_a_cover_letter_and_a_whole_year_are_no_such_thing(regions: Regions, title: str) -> None:
    assert identify(clues(title), regions).issuer.name == "太康县水利局"


@pytest.mark.parametrize(
    "given",
    [
        clues(f"平兴镇人民政府{REPORT}", before=("请与我镇联系（地址：雄县人民路12号）。",)),
        clues(f"平兴镇人民政府{REPORT}", around=("走进雄县",)),
        clues(f"平兴镇人民政府{REPORT}", around=("主办：雄县人民政府办公室",)),
        clues(f"平兴镇人民政府{REPORT}", around=("雄县人民政府",)),
    ],
)
def test_the_county_of_the_page_comes_before_the_list(regions: Regions, given: Clues) -> None:
    assert identify(given, regions).issuer.region == "河北省/保定市/雄县"


def test_a_page_that_names_two_counties_says_nothing(regions: Regions) -> None:
    given = clues(f"城关镇人民政府{REPORT}", around=("走进雄县", "走进太康县"))
    assert identify(given, regions).issuer.region is None


def test_letters_that_number_a_file_name_no_body(regions: Regions) -> None:
    given = clues(f"巍山彝族回族自治县{REPORT}", path="r463_巍山彝族回族自治县2024.txt")
    assert rules(identify(given, regions)) == []


def test_links_to_the_reports_of_others_name_nobody(regions: Regions) -> None:
    links = (
        "太康县财政局2024年政府信息公开工作年度报告2025-01-20",
        "太康县民政局2023年政府信息公开工作年度报告 2024-01-21",
    )
    box = "发布时间：2025-01-23 来源：太康县芝麻洼乡人民政府"
    found = identify(clues(V03, around=box, before=links), regions)
    assert (found.issuer.name, found.findings) == ("芝麻洼乡人民政府", ())


@pytest.mark.parametrize(
    "below", ["（太康县水利局）", "(太康县水利局)", "——太康县水利局", "太康县水利局"]
)
def test_the_body_may_stand_below_the_title(regions: Regions, below: str) -> None:
    found = identify(clues(V03, before=below), regions)
    assert (found.issuer.name, found.issuer.region) == ("太康县水利局", TAIKANG)


@pytest.mark.parametrize("above", [("太康县", "退役军人"), ("河南省", "太康县", "退役军人")])
def test_a_name_torn_over_several_lines_is_put_together(
    regions: Regions, above: tuple[str, ...]
) -> None:
    found = identify(clues(f"事务局{REPORT}", before=above), regions)
    assert (found.issuer.name, found.issuer.region) == ("太康县退役军人事务局", TAIKANG)


@pytest.mark.parametrize("name", ["事务局", "管理局", "服务局"])
def test_the_rest_of_a_torn_name_is_no_body(regions: Regions, name: str) -> None:
    given = clues(f"{name}2024年政府信息公开工作年度报告", before=("为民服务办", "根据条例编制。"))
    with pytest.raises(UnreadableReport, match="--issuer"):
        identify(given, regions)
