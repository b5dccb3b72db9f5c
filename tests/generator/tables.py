"""The tables of the forms as rows of merged cells, filled with printed figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from index.types import Era
from tests.generator.figures import BLOCKS, MEMBERS, OUTCOMES, Key, outcomes_of

Printed = Mapping[Key, str]  # what stands in each cell


@dataclass(frozen=True, slots=True)
class Span:
    """A cell that may reach over columns and rows."""

    text: str
    cols: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class SpanTable:
    """A table as a word processor keeps it; `label_columns` stand before the numbers."""

    number: int
    rows: tuple[tuple[Span, ...], ...]
    label_columns: int
    head_rows: int


LABELS: dict[str, str] = {
    "new_received": "一、本年新收政府信息公开申请数量",
    "carried_in": "二、上年结转政府信息公开申请数量",
    "granted": "（一）予以公开",
    "partial": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "denied_state_secret": "1.属于国家秘密",
    "denied_law": "2.其他法律行政法规禁止公开",
    "denied_safety": "3.危及“三安全一稳定”",
    "denied_third_party": "4.保护第三方合法权益",
    "denied_internal": "5.属于三类内部事务信息",
    "denied_process": "6.属于四类过程性信息",
    "denied_case_file": "7.属于行政执法案卷",
    "denied_query": "8.属于行政查询事项",
    "unable_not_held": "1.本机关不掌握相关政府信息",
    "unable_need_make": "2.没有现成信息需要另行制作",
    "unable_unclear": "3.补正后申请内容仍不明确",
    "refused_petition": "1.信访举报投诉类申请",
    "refused_repeat": "2.重复申请",
    "refused_publication": "3.要求提供公开出版物",
    "refused_mass": "4.无正当理由大量反复申请",
    "refused_reconfirm": "5.要求行政机关确认或重新出具已获取信息",
    "other_no_correction": "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "other_fee_unpaid": "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "other_other": "3.其他",
    "other": "（六）其他处理",
    "handled_total": "（七）总计",
    "carried_out": "四、结转下年度继续办理",
}
GROUPS: dict[str, str] = {
    "denied_state_secret": "（三）不予公开",
    "unable_not_held": "（四）无法提供",
    "refused_petition": "（五）不予处理",
    "other_no_correction": "（六）其他处理",
}
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
_SUB = "第二十条第（{}）项"


def tables_of(era: Era, printed: Printed) -> tuple[SpanTable, ...]:
    """Tables two, three and four of an era, filled; the annex for 2014-2018."""
    if era is Era.E1:
        return (annex(printed),)
    two = table_two_2021(printed) if era is Era.E3 else table_two_2019(printed)
    return (two, table_three(era, printed), table_four(printed))


def table_two_2021(printed: Printed) -> SpanTable:
    """Table two as reports for 2021 and later print it."""
    heads = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    kinds = ("issued", "repealed", "valid")
    rows = [
        (Span(_SUB.format("一"), 4),),
        tuple(map(Span, heads)),
        (Span("规章"), *(_cell(printed, f"rules_{k}") for k in kinds)),
        (Span("行政规范性文件"), *(_cell(printed, f"normdocs_{k}") for k in kinds)),
        *_single(printed, "五", "本年处理决定数量", {"行政许可": "licences"}),
        *_single(
            printed, "六", "本年处理决定数量", {"行政处罚": "penalties", "行政强制": "coercions"}
        ),
        *_single(printed, "八", "本年收费金额（单位：万元）", {"行政事业性收费": "fees_wan"}),
    ]
    return SpanTable(2, tuple(rows), 1, 0)


def _single(
    printed: Printed, item: str, head: str, metrics: Mapping[str, str]
) -> list[tuple[Span, ...]]:
    return [
        (Span(_SUB.format(item), 4),),
        (Span("信息内容"), Span(head, 3)),
        *((Span(label), _cell(printed, metric, 3)) for label, metric in metrics.items()),
    ]


def table_two_2019(printed: Printed) -> SpanTable:
    """Table two as reports for 2019 and 2020 print it."""
    made = ("信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量")
    items = ("信息内容", "上一年项目数量", "本年增/减", "处理决定数量")
    kinds = ("issued", "published", "public_total")

    def row(label: str, name: str, decisions: str) -> tuple[Span, ...]:
        metrics = (f"{name}_items", f"{name}_items_change", decisions)
        return (Span(label), *(_cell(printed, m) for m in metrics))

    rows = [
        (Span(_SUB.format("一"), 4),),
        tuple(map(Span, made)),
        (Span("规章"), *(_cell(printed, f"rules_{k}") for k in kinds)),
        (Span("规范性文件"), *(_cell(printed, f"normdocs_{k}") for k in kinds)),
        (Span(_SUB.format("五"), 4),),
        tuple(map(Span, items)),
        row("行政许可", "licence", "licences"),
        row("其他对外管理服务事项", "service", "services"),
        (Span(_SUB.format("六"), 4),),
        tuple(map(Span, items)),
        row("行政处罚", "penalty", "penalties"),
        row("行政强制", "coercion", "coercions"),
        (Span(_SUB.format("八"), 4),),
        (Span("信息内容"), Span("上一年项目数量"), Span("本年增/减", 2)),
        (
            Span("行政事业性收费"),
            _cell(printed, "fee_items"),
            _cell(printed, "fee_items_change", 2),
        ),
        (Span(_SUB.format("九"), 4),),
        (Span("信息内容"), Span("采购项目数量"), Span("采购总金额", 2)),
        (
            Span("政府集中采购"),
            _cell(printed, "procurement_projects"),
            _cell(printed, "procurement_amount_yuan", 2),
        ),
    ]
    return SpanTable(2, tuple(rows), 1, 0)


def table_three(era: Era, printed: Printed) -> SpanTable:
    """Table three: applications by outcome and applicant."""
    columns = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
    outcomes = outcomes_of(era)
    rows: list[tuple[Span, ...]] = [
        (Span(NOTE, 3, 3), Span("申请人情况", 7)),
        (Span("自然人", 1, 2), Span("法人或其他组织", 5), Span("总计", 1, 2)),
        tuple(map(Span, columns)),
        (Span(LABELS["new_received"], 3), *_members(printed, "new_received")),
        (Span(LABELS["carried_in"], 3), *_members(printed, "carried_in")),
    ]
    for row in outcomes:
        labels: list[Span] = [Span(LABELS[row])]
        if row in ("granted", "partial", "other"):
            labels = [Span(LABELS[row], 2)]
        elif row in GROUPS:
            labels = [Span(GROUPS[row], 1, _group_size(row, outcomes)), *labels]
        if row == "granted":
            labels = [Span("三、本年度办理结果", 1, len(outcomes) + 1), *labels]
        rows.append((*labels, *_members(printed, row)))
    rows.append((Span(LABELS["handled_total"], 2), *_members(printed, "handled_total")))
    rows.append((Span(LABELS["carried_out"], 3), *_members(printed, "carried_out")))
    return SpanTable(3, tuple(rows), 3, 3)


def _group_size(first: str, outcomes: tuple[str, ...]) -> int:
    group = first.split("_")[0]
    return sum(row.startswith(f"{group}_") for row in outcomes)


def table_four(printed: Printed) -> SpanTable:
    """Table four: reviews and lawsuits."""
    heads = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
    outcomes = (*OUTCOMES, "total")
    cells = tuple(_cell(printed, f"{b}_{o}") for b in BLOCKS for o in outcomes)
    rows = (
        (Span("行政复议", 5), Span("行政诉讼", 10)),
        (
            *(Span(h, 1, 2) for h in heads),
            Span("未经复议直接起诉", 5),
            Span("复议后起诉", 5),
        ),
        tuple(map(Span, heads * 2)),
        cells,
    )
    return SpanTable(4, rows, 0, 3)


# The annex of 2014-2018: label, unit, metric; None where no key of ours takes the number.
ANNEX: tuple[tuple[str, str, str | None], ...] = (
    ("一、主动公开情况", "——", None),
    ("（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "n_proactive"),
    ("其中：主动公开规范性文件数", "条", None),
    ("制发规范性文件总数", "件", None),
    ("（二）通过不同渠道和方式公开政府信息的情况", "——", None),
    ("1.政府公报公开政府信息数", "条", None),
    ("2.政府网站公开政府信息数", "条", "n_website"),
    ("3.政务微博公开政府信息数", "条", "n_weibo"),
    ("4.政务微信公开政府信息数", "条", "n_wechat"),
    ("5.其他方式公开政府信息数", "条", None),
    ("二、回应解读情况", "——", None),
    ("（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "次", "n_response"),
    ("（二）通过不同渠道和方式回应解读的情况", "——", None),
    ("1.参加或举办新闻发布会总次数", "次", "n_pressconf"),
    ("其中：主要负责同志参加新闻发布会次数", "次", None),
    ("2.政府网站在线访谈次数", "次", "n_interview"),
    ("其中：主要负责同志参加政府网站在线访谈次数", "次", None),
    ("3.政策解读稿件发布数", "篇", "n_interpretation"),
    ("4.微博微信回应事件数", "次", None),
    ("5.其他方式回应事件数", "次", None),
    ("三、依申请公开情况", "——", None),
    ("（一）收到申请数", "件", "new_received"),
    ("1.当面申请数", "件", "n_app_person"),
    ("2.传真申请数", "件", "n_app_fax"),
    ("3.网络申请数", "件", "n_app_online"),
    ("4.信函申请数", "件", "n_app_letter"),
    ("（二）申请办结数", "件", "handled_total"),
    ("1.按时办结数", "件", "handled_on_time"),
    ("2.延期办结数", "件", "handled_extended"),
    ("（三）申请答复数", "件", "answered_total"),
    ("1.属于已主动公开范围数", "件", "answered_already_public"),
    ("2.同意公开答复数", "件", "granted"),
    ("3.同意部分公开答复数", "件", "partial"),
    ("4.不同意公开答复数", "件", "denied"),
    ("其中：涉及国家秘密", "件", "denied_state_secret"),
    ("涉及商业秘密", "件", "denied_trade_secret"),
    ("涉及个人隐私", "件", "denied_privacy"),
    ("危及国家安全、公共安全、经济安全和社会稳定", "件", "denied_safety"),
    ("不是《条例》所指政府信息", "件", "denied_not_information"),
    ("法律法规规定的其他情形", "件", "denied_law"),
    ("5.不属于本行政机关公开数", "件", "answered_not_ours"),
    ("6.申请信息不存在数", "件", "answered_not_existing"),
    ("7.告知作出更改补充数", "件", "answered_to_correct"),
    ("8.告知通过其他途径办理数", "件", "answered_other_way"),
    ("四、行政复议数量", "件", "review_total"),
    ("（一）维持具体行政行为数", "件", "review_upheld"),
    ("（二）被依法纠错数", "件", "review_corrected"),
    ("（三）其他情形数", "件", "review_other"),
    ("五、行政诉讼数量", "件", "suits_total"),
    ("（一）维持具体行政行为或者驳回原告诉讼请求数", "件", "suits_upheld"),
    ("（二）被依法纠错数", "件", "suits_corrected"),
    ("（三）其他情形数", "件", "suits_other"),
    ("六、举报投诉数量", "件", "n_complaint"),
    ("七、依申请公开信息收取的费用", "万元", "app_fees_wan"),
    ("八、机构建设和保障经费情况", "——", None),
    ("（一）政府信息公开工作专门机构数", "个", "n_office"),
    ("（二）设置政府信息公开查阅点数", "个", "n_point"),
    ("（三）从事政府信息公开工作人员数", "人", "n_staff"),
    ("1.专职人员数（不包括政府公报及政府网站工作人员数）", "人", "n_staff_full"),
    ("2.兼职人员数", "人", "n_staff_part"),
    (
        "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
        "万元",
        "funds_wan",
    ),
    ("九、政府信息公开会议和培训情况", "——", None),
    ("（一）召开政府信息公开工作会议或专题会议数", "次", "n_meeting"),
    ("（二）举办各类培训班数", "次", "n_training"),
    ("（三）接受培训人员数", "人次", "n_trained"),
)


def annex(printed: Printed) -> SpanTable:
    """The statistics annex 政府信息公开情况统计表; cells without a key take their label's key."""
    rows = [(Span("统计指标"), Span("单位"), Span("统计数"))]
    for label, unit, metric in ANNEX:
        cell = "" if unit == "——" else printed[(metric or label, "total")]
        rows.append((Span(label), Span(unit), Span(cell)))
    return SpanTable(1, tuple(rows), 2, 1)


def _cell(printed: Printed, metric: str, cols: int = 1) -> Span:
    return Span(printed[(metric, "total")], cols)


def _members(printed: Printed, metric: str) -> tuple[Span, ...]:
    return tuple(Span(printed[(metric, member)]) for member in MEMBERS)
