"""Sections: V20 to V32. Everything in these files is invented."""

from collections.abc import Mapping
from dataclasses import replace

from index.types import Era
from tests.index.ingest.variants.base import (
    ALL,
    HEADINGS,
    PROSES,
    SECTIONS,
    drawn,
    saying,
    told,
    written,
)
from tests.index.ingest.variants.pages import lines_of_pdf
from tests.index.ingest.variants.variant import Read, Variant

_ONE = PROSES[1][0]
_FIVE = SECTIONS[5]
_NO_FEE = {"n_proactive": "412", "n_website": "300"}  # section six says nothing of fees


def _headed(number: str, what: str, headings: Mapping[int, str]) -> Variant:
    """The report under other headings; they are its sections all the same."""
    return Variant(number, what, written(drawn(headings=headings)), (ALL,))


def _prose(number: str, what: str, one: tuple[str, ...], **changed: object) -> Variant:
    """The report with another first section."""
    data = written(drawn(prose={**PROSES, 1: one}))
    expected = replace(ALL, sections=SECTIONS | {1: "\n".join(one)})
    return Variant(number, what, data, (expected,))


_IN_LINE = (
    "一、加强组织领导。成立工作专班，专人负责。",
    "二、主动公开情况",
    "2023年，我镇主动公开政府信息412条，其中通过网站公开300条。",
    "三、依申请公开情况",
    "逐件登记，按时答复。",
)
_POINTS = (
    "一是增强互动性。2023年，我镇主动公开政府信息412条，其中通过网站公开300条。",
    "二是增强及时性。",
    "第一，及时更新。",
    "1、逐月检查。",
    "2、专人负责。",
)
_UNNUMBERED = (
    "主动公开情况：2023年，我镇主动公开政府信息412条，其中通过网站公开300条。",
    "依申请公开情况：逐件登记，按时答复。",
    "平台建设",
    "栏目更新及时。",
)
_DOUBLED = (
    "（五）平台建设",
    "2023年，我镇主动公开政府信息412条，其中通过网站公开300条。",
    "（六）监督保障",
    "逐月检查。",
    "（六）教育培训",
    "专人负责。",
)
_PLAN = "明年将增加解读。"
_FROM_TWO = {**PROSES, 1: (), 2: (_ONE,)}
_OLD = """清溪县柳河镇2019年政府信息公开年度报告
【虚构示例】本报告内容均为虚构。
一、概述
工作有序开展。
二、主动公开政府信息情况
2019年，我镇主动公开政府信息88条。
三、政府信息依申请公开办理情况
2019年，我镇未收到政府信息公开申请。
四、收费情况
未收取任何费用。
五、因政府信息公开申请行政复议、提起行政诉讼情况
未发生行政复议和行政诉讼。
六、存在的主要问题及改进情况
更新不够及时。
"""
_LOST_HEADINGS = """清溪县柳河镇人民政府2023年政府信息公开工作年度报告
（一）主动公开
2023年，我镇主动公开政府信息412条，其中通过网站公开300条。
（二）依申请公开
逐件登记，按时答复。
（三）政府信息管理
专人负责。
"""

VARIANTS = (
    Variant("V20", "rows of table three that begin as headings do", written(drawn()), (ALL,)),
    _prose("V21", "一、二、三、 inside a section", _IN_LINE),
    _prose("V21", "一是, 第一, 1、 inside a section", _POINTS),
    _headed(
        "V22",
        "titles in other words",
        {
            1: "一、工作基本情况",
            2: "二、行政机关主动公开政府信息的情况",
            3: "三、行政机关收到和处理政府信息公开申请情况",
            4: "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            5: "五、存在问题及改进情况",
            6: "六、其他报告的事项",
        },
    ),
    _headed(
        "V22",
        "titles in still other words",
        {
            **HEADINGS,
            1: "一、工作概述",
            2: "二、主动公开政府信息的情况",
            5: "五、政府信息公开工作存在的主要问题及改进情况",
            6: "六、其他需要说明的情况",
        },
    ),
    Variant(
        "V23",
        "seven sections, one of them extra",
        written(
            drawn(
                prose={**PROSES, 5: (*PROSES[5], "六、明年工作打算", _PLAN)},
                headings=HEADINGS | {6: "七、其他需要报告的事项"},
            )
        ),
        (replace(ALL, sections=SECTIONS | {5: f"{_FIVE}\n六、明年工作打算\n{_PLAN}"}),),
    ),
    Variant(
        "V23",
        "five sections, the last left out",
        written(drawn(headings={n: h for n, h in HEADINGS.items() if n < 6})),
        (replace(ALL, said=_NO_FEE, sections={n: t for n, t in SECTIONS.items() if n < 6}),),
    ),
    Variant(
        "V23",
        "five sections, without that on disputes",
        written(
            drawn(
                headings={
                    **{n: HEADINGS[n] for n in (1, 2, 3)},
                    5: "四、存在的主要问题及改进情况",
                    6: "五、其他需要报告的事项",
                }
            )
        ),
        (
            replace(
                ALL,
                cells={
                    k: v for k, v in ALL.cells.items() if not k.startswith(("review", "suits"))
                },
                sections={n: t for n, t in SECTIONS.items() if n != 4},
                findings=("table_missing",),
            ),
        ),
    ),
    _prose("V24", "a point's numeral used twice", _DOUBLED),
    _headed(
        "V24",
        "numerals skipped",
        {
            **{n: HEADINGS[n] for n in (1,)},
            2: "三、主动公开政府信息情况",
            3: "四、收到和处理政府信息公开申请情况",
            4: "五、政府信息公开行政复议、行政诉讼情况",
            5: "六、存在的主要问题及改进情况",
            6: "九、其他需要报告的事项",
        },
    ),
    _headed(
        "V24",
        "a numeral used twice",
        HEADINGS
        | {4: "三、政府信息公开行政复议、行政诉讼情况", 5: "四、存在的主要问题及改进情况"},
    ),
    _headed(
        "V25", "blanks inside a heading", HEADINGS | {1: "一 概 述", 6: "六 其他需要报告的事项"}
    ),
    _headed(
        "V25",
        "a blank behind the numeral",
        HEADINGS | {1: "一、 总体情况", 5: "五、  存在的主要问题及改进情况"},
    ),
    _headed("V25", "a mark behind the heading", {n: f"{h}、" for n, h in HEADINGS.items()}),
    Variant(
        "V25",
        "headings glued to the text",
        written(
            drawn(
                headings=HEADINGS
                | {1: f"一、总体情况{_ONE}", 6: f"六、其他需要报告的事项{SECTIONS[6]}"},
                prose={5: PROSES[5]},
            )
        ),
        (ALL,),
    ),
    Variant(
        "V26",
        "the sections of the older form, in a year of the newer",
        _OLD,
        (
            Read(
                "柳河镇人民政府",
                "清溪县",
                2019,
                Era.E2,
                said={
                    "n_proactive": "88",
                    "new_received": "0",
                    "review_total": "0",
                    "suits_total": "0",
                },
                findings=("table_missing",),
                sections={
                    0: "【虚构示例】本报告内容均为虚构。",
                    1: "工作有序开展。",
                    2: "2019年，我镇主动公开政府信息88条。",
                    3: "2019年，我镇未收到政府信息公开申请。\n四、收费情况\n未收取任何费用。",
                    4: "未发生行政复议和行政诉讼。",
                    5: "更新不够及时。",
                },
            ),
        ),
    ),
    Variant(
        "V27",
        "the narrative in section two before its table, nothing in one",
        written(drawn(prose=_FROM_TWO)),
        (replace(ALL, sections=SECTIONS | {1: "", 2: _ONE}),),
    ),
    Variant(
        "V28",
        "headings whose tables are missing",
        written(drawn(tables=())),
        (replace(ALL, cells={}, findings=("table_missing",)),),
    ),
    Variant(
        "V28",
        "one table of three is missing",
        written(drawn(tables=(2, 3))),
        (
            replace(
                ALL,
                cells={
                    k: v for k, v in ALL.cells.items() if not k.startswith(("review", "suits"))
                },
                findings=("table_missing",),
            ),
        ),
        says=("表四",),
    ),
    _prose("V29", "points without numbers", _UNNUMBERED),
    *(
        Variant(
            "V30",
            f"the last section says: {said or 'nothing'}",
            written(drawn(prose={**PROSES, 6: (said,) if said else ()})),
            (replace(ALL, said=_NO_FEE, sections=SECTIONS | {6: said}),),
        )
        for said in ("无", "无需要说明的事项。", "")
    ),
    Variant(
        "V31",
        "a PDF file whose main headings are lost",
        lines_of_pdf(_LOST_HEADINGS.splitlines()),
        (
            Read(
                "柳河镇人民政府",
                "清溪县",
                2023,
                said=_NO_FEE,
                findings=("table_missing",),
                sections={1: "\n".join(_LOST_HEADINGS.splitlines()[1:])},
            ),
        ),
        name="报告.pdf",
    ),
    Variant(
        "V31",
        "headings lost, tables kept",
        written(drawn(headings=dict.fromkeys(HEADINGS, "")), gap="\n"),
        (replace(ALL, sections=None),),
    ),
    Variant(
        "V32",
        "the form's instructions left in",
        written(
            drawn(
                prose={
                    **PROSES,
                    1: (
                        "编写说明：本部分填写本年度主动公开政府信息的数量，如“主动公开政府信息100条”。",
                        _ONE,
                        "具体内容可在门户网站查阅（具体网址）。",
                    ),
                }
            )
        ),
        (replace(ALL, sections=None, findings=("template_left",)),),
    ),
    Variant(
        "V32",
        "an instruction in brackets in place of a figure",
        told("2016年，我镇主动公开政府信息（填写数量）条，其中网站公开XX条。"),
        (replace(saying(), findings=("table_missing", "template_left")),),
    ),
)
