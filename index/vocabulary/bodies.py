"""Names of bodies: what abbreviations stand for, and what renamed bodies were called before.

Only one-to-one renamings are listed: of bodies that were merged (工商, 质监 and 食药监 into
市场监督管理局) each published reports of its own, so none of them is the later body.
"""

import re
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Renaming:
    """A body that went on under another name, from a year of reports on."""

    old: str
    new: str
    since: int


RENAMINGS = (
    Renaming("卫生和计划生育局", "卫生健康局", 2019),
    Renaming("卫生和计划生育委员会", "卫生健康委员会", 2019),
    Renaming("卫生计生局", "卫生健康局", 2019),
    Renaming("卫生计生委员会", "卫生健康委员会", 2019),
    Renaming("环境保护局", "生态环境局", 2019),
    Renaming("环境保护厅", "生态环境厅", 2019),
    Renaming("国土资源局", "自然资源局", 2019),
    Renaming("国土资源厅", "自然资源厅", 2019),
    Renaming("安全生产监督管理局", "应急管理局", 2019),
    Renaming("农业局", "农业农村局", 2019),
    Renaming("农业厅", "农业农村厅", 2019),
    Renaming("农业委员会", "农业农村委员会", 2019),
    Renaming("扶贫开发办公室", "乡村振兴局", 2021),
    Renaming("扶贫开发局", "乡村振兴局", 2021),
)

# What people and sites write for the names of departments, in every year.
_ABBREVIATIONS = {
    "住建局": "住房和城乡建设局", "住建委": "住房和城乡建设委员会", "住建厅": "住房和城乡建设厅",
    "住房城乡建设局": "住房和城乡建设局", "民族宗教局": "民族宗教事务局",
    "住房城乡建设厅": "住房和城乡建设厅", "发改委": "发展和改革委员会",
    "发展改革委": "发展和改革委员会", "发展改革委员会": "发展和改革委员会",
    "发改局": "发展和改革局", "发展改革局": "发展和改革局", "人社局": "人力资源和社会保障局",
    "人社厅": "人力资源和社会保障厅", "人力资源社会保障局": "人力资源和社会保障局",
    "市监局": "市场监督管理局", "市场监管局": "市场监督管理局", "工信局": "工业和信息化局",
    "工信厅": "工业和信息化厅", "工业信息化局": "工业和信息化局", "文旅局": "文化和旅游局",
    "文化旅游局": "文化和旅游局", "文旅厅": "文化和旅游厅", "文广新局": "文化广电新闻出版局",
    "教体局": "教育体育局", "教育和体育局": "教育体育局", "教科局": "教育科技局",
    "教育和科技局": "教育科技局", "科技局": "科学技术局", "科技厅": "科学技术厅",
    "交通局": "交通运输局", "交运局": "交通运输局", "城管局": "城市管理局",
    "综合执法局": "综合行政执法局", "城管执法局": "城市管理综合行政执法局",
    "退役军人局": "退役军人事务局", "医保局": "医疗保障局", "卫健局": "卫生健康局",
    "卫健委": "卫生健康委员会", "卫生健康委": "卫生健康委员会", "卫计局": "卫生和计划生育局",
    "卫计委": "卫生和计划生育委员会", "卫生计生委": "卫生和计划生育委员会",
    "应急局": "应急管理局", "应急厅": "应急管理厅", "安监局": "安全生产监督管理局",
    "环保局": "环境保护局", "国土局": "国土资源局", "自规局": "自然资源和规划局",
    "自然资源规划局": "自然资源和规划局", "食药监局": "食品药品监督管理局",
    "工商局": "工商行政管理局", "质监局": "质量技术监督局", "民宗局": "民族宗教事务局",
    "民宗委": "民族宗教事务委员会", "国资委": "国有资产监督管理委员会",
    "农业农村委": "农业农村委员会", "农业委": "农业委员会", "扶贫办": "扶贫开发办公室",
    "经发局": "经济发展局", "行政审批局": "行政审批服务局", "审批局": "行政审批服务局",
    "人防办": "人民防空办公室", "林草局": "林业和草原局", "林业草原局": "林业和草原局",
}  # fmt: skip
_COMMITTEE = re.compile(r"管委会$")
# Departments that nearly every county has: what may follow a place whose suffix is left out.
DEPARTMENTS = frozenset(
    (
        *_ABBREVIATIONS,
        *_ABBREVIATIONS.values(),
        *(name for renaming in RENAMINGS for name in (renaming.old, renaming.new)),
        *(
            "教育局",
            "公安局",
            "民政局",
            "财政局",
            "司法局",
            "水利局",
            "水务局",
            "审计局",
            "统计局",
        ),
        *(
            "商务局",
            "林业局",
            "信访局",
            "体育局",
            "档案局",
            "粮食局",
            "气象局",
            "税务局",
            "供销社",
        ),
        *("医疗保障局", "退役军人事务局", "应急管理局", "卫生健康局", "生态环境局", "自然资源局"),
        *("农业农村局", "乡村振兴局", "城市管理局", "交通运输局", "卫生局", "建设局", "畜牧局"),
    )
)


@lru_cache(maxsize=16_384)
def later_name(name: str) -> str:
    """The name under which a body is known today: abbreviations written out, renamings made.

    What stands before the part that is renamed, its place, stays.
    """
    return _replaced(spelt_out(name), _NEW_NAMES)


def spelt_out(name: str) -> str:
    """A name with the abbreviation that it ends with written out, under the name of then."""
    return _replaced(_COMMITTEE.sub("管理委员会", name), _ABBREVIATIONS)


def renamed_from(name: str) -> str:
    """The name in full that a department gave up, where it is called so; empty for any other."""
    full = spelt_out(name)
    return full if full in _NEW_NAMES else ""


def is_old_name(name: str) -> bool:
    """Whether a body has another name today, or the name is an abbreviation."""
    return later_name(name) != name


def is_same_body(one: str, other: str) -> bool:
    """Whether two names of departments may mean one body, as far as names tell.

    住建局 and 住房和城乡建设局, also where the abbreviation is not in the table: then every
    character of the shorter stands in the longer, in the same order, and they begin alike.
    """
    one, other = later_name(one), later_name(other)
    short, long = sorted((one, other), key=len)
    if long.endswith(short):
        return True
    rest = iter(long)
    return short[:1] == long[:1] and all(char in rest for char in short)


_NEW_NAMES = {renaming.old: renaming.new for renaming in RENAMINGS}


def _replaced(name: str, table: dict[str, str]) -> str:
    """The name with its longest ending that the table has replaced; a longer word is another."""
    for start in range(len(name) - 2):
        found = table.get(name[start:])
        if found is not None and not _continues(name[:start], name[start:]):
            return name[:start] + found
    return name


def _continues(before: str, ending: str) -> bool:
    """Whether an ending is only the end of another department's name: 房产交通局 is not 交通局."""
    return bool(before) and before[-1] not in "省市县区旗州盟镇乡道街府"
