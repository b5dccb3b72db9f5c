"""The statistics annex of 2014-2018 (国办发〔2014〕32号): metrics that only it prints.

Those that it shares with the newer tables stand there; ANNEX_ROWS in this file gives the
labels under which the annex prints any of them.
"""

from dataclasses import dataclass

from index.types import Era, Metric

_E1 = (Era.E1,)


def _row(key: str, label: str, english: str, unit: str) -> Metric:
    return Metric(key, label, english, unit, _E1, None, 1, rows=(label,))


ANNEX: tuple[Metric, ...] = (
    _row("denied_trade_secret", "不同意公开：涉及商业秘密", "denied: trade secret", "件"),
    _row("denied_privacy", "不同意公开：涉及个人隐私", "denied: privacy", "件"),
    _row(
        "denied_not_information",
        "不同意公开：不是《条例》所指政府信息",
        "denied: not government information",
        "件",
    ),
    _row("answered_total", "申请答复数", "applications answered (annex)", "件"),
    _row("answered_already_public", "属于已主动公开范围数", "answered: already public", "件"),
    _row("answered_not_ours", "不属于本行政机关公开数", "answered: not this body's", "件"),
    _row("answered_not_existing", "申请信息不存在数", "answered: does not exist", "件"),
    _row("answered_to_correct", "告知作出更改补充数", "answered: to be corrected", "件"),
    _row("answered_other_way", "告知通过其他途径办理数", "answered: other channel", "件"),
    _row("n_app_fax", "传真申请数", "applications by fax", "件"),
    _row("handled_on_time", "按时办结数", "handled on time", "件"),
    _row("handled_extended", "延期办结数", "handled after extension", "件"),
    _row(
        "app_fees_wan", "依申请公开信息收取的费用", "fees for disclosure upon application", "万元"
    ),
    _row("n_office", "政府信息公开工作专门机构数", "disclosure offices", "个"),
    _row("n_staff_full", "专职人员数", "full-time staff", "人"),
    _row("n_staff_part", "兼职人员数", "part-time staff", "人"),
    _row("funds_wan", "政府信息公开专项经费", "disclosure funds", "万元"),
)


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """A row of the annex: its label, and the metric that it states, if we keep one.

    `part` is the row above it that gives a label its sense: 被依法纠错数 stands twice.
    """

    label: str
    metric: str | None = None
    part: str = ""


ANNEX_ROWS: tuple[AnnexRow, ...] = (
    AnnexRow("主动公开情况"),
    AnnexRow("主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "n_proactive"),
    AnnexRow("其中：主动公开规范性文件数"),
    AnnexRow("制发规范性文件总数"),
    AnnexRow("通过不同渠道和方式公开政府信息的情况"),
    AnnexRow("政府公报公开政府信息数"),
    AnnexRow("政府网站公开政府信息数", "n_website"),
    AnnexRow("政务微博公开政府信息数", "n_weibo"),
    AnnexRow("政务微信公开政府信息数", "n_wechat"),
    AnnexRow("其他方式公开政府信息数"),
    AnnexRow("回应解读情况"),
    AnnexRow("回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "n_response"),
    AnnexRow("通过不同渠道和方式回应解读的情况"),
    AnnexRow("参加或举办新闻发布会总次数", "n_pressconf"),
    AnnexRow("其中：主要负责同志参加新闻发布会次数"),
    AnnexRow("政府网站在线访谈次数", "n_interview"),
    AnnexRow("其中：主要负责同志参加政府网站在线访谈次数"),
    AnnexRow("政策解读稿件发布数", "n_interpretation"),
    AnnexRow("微博微信回应事件数"),
    AnnexRow("其他方式回应事件数"),
    AnnexRow("依申请公开情况"),
    AnnexRow("收到申请数", "new_received"),
    AnnexRow("当面申请数", "n_app_person"),
    AnnexRow("传真申请数", "n_app_fax"),
    AnnexRow("网络申请数", "n_app_online"),
    AnnexRow("信函申请数", "n_app_letter"),
    AnnexRow("申请办结数", "handled_total"),
    AnnexRow("按时办结数", "handled_on_time"),
    AnnexRow("延期办结数", "handled_extended"),
    AnnexRow("申请答复数", "answered_total"),
    AnnexRow("属于已主动公开范围数", "answered_already_public"),
    AnnexRow("同意公开答复数", "granted"),
    AnnexRow("同意部分公开答复数", "partial"),
    AnnexRow("不同意公开答复数", "denied"),
    AnnexRow("其中：涉及国家秘密", "denied_state_secret"),
    AnnexRow("涉及商业秘密", "denied_trade_secret"),
    AnnexRow("涉及个人隐私", "denied_privacy"),
    AnnexRow("危及国家安全、公共安全、经济安全和社会稳定", "denied_safety"),
    AnnexRow("不是《条例》所指政府信息", "denied_not_information"),
    AnnexRow("法律法规规定的其他情形", "denied_law"),
    AnnexRow("不属于本行政机关公开数", "answered_not_ours"),
    AnnexRow("申请信息不存在数", "answered_not_existing"),
    AnnexRow("告知作出更改补充数", "answered_to_correct"),
    AnnexRow("告知通过其他途径办理数", "answered_other_way"),
    AnnexRow("行政复议数量", "review_total", "行政复议"),
    AnnexRow("维持具体行政行为数", "review_upheld", "行政复议"),
    AnnexRow("被依法纠错数", "review_corrected", "行政复议"),
    AnnexRow("其他情形数", "review_other", "行政复议"),
    AnnexRow("行政诉讼数量", "suits_total", "行政诉讼"),
    AnnexRow("维持具体行政行为或者驳回原告诉讼请求数", "suits_upheld", "行政诉讼"),
    AnnexRow("被依法纠错数", "suits_corrected", "行政诉讼"),
    AnnexRow("其他情形数", "suits_other", "行政诉讼"),
    AnnexRow("举报投诉数量", "n_complaint"),
    AnnexRow("依申请公开信息收取的费用", "app_fees_wan"),
    AnnexRow("机构建设和保障经费情况"),
    AnnexRow("政府信息公开工作专门机构数", "n_office"),
    AnnexRow("设置政府信息公开查阅点数", "n_point"),
    AnnexRow("从事政府信息公开工作人员数", "n_staff"),
    AnnexRow("专职人员数（不包括政府公报及政府网站工作人员数）", "n_staff_full"),
    AnnexRow("兼职人员数", "n_staff_part"),
    AnnexRow(
        "政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
        "funds_wan",
    ),
    AnnexRow("政府信息公开会议和培训情况"),
    AnnexRow("召开政府信息公开工作会议或专题会议数", "n_meeting"),
    AnnexRow("举办各类培训班数", "n_training"),
    AnnexRow("接受培训人员数", "n_trained"),
)
# How the annexes of provinces before 2014 name rows of the same sense.
ANNEX_ALIASES: dict[str, str] = {
    "主动公开信息数": "主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
    "网站公开政府信息数": "政府网站公开政府信息数",
    "政府信息公开申请总数": "收到申请数",
    "申请总数": "收到申请数",
    "收到申请总数": "收到申请数",
    "受理申请总数": "收到申请数",
    "受理申请数": "收到申请数",
    "网上申请数": "网络申请数",
    "对申请的答复总数": "申请答复数",
    "答复总数": "申请答复数",
    "不同意公开答复总数": "不同意公开答复数",
    "不予公开答复总数": "不同意公开答复数",
    "不予公开答复数": "不同意公开答复数",
    "信息不存在数": "申请信息不存在数",
    "非本部门掌握数": "不属于本行政机关公开数",
    "非本机关掌握数": "不属于本行政机关公开数",
    "非本机关职责权限范围数": "不属于本行政机关公开数",
    "行政复议数": "行政复议数量",
    "行政诉讼数": "行政诉讼数量",
}
# Pieces of labels that stand in no other row of the annex.
ANNEX_FRAGMENTS: dict[str, str] = {
    "主动公开政府信息数": "主动公开政府信息数（不同渠道和方式公开相同信息计1条）",
    "公众关注热点": "回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
    "专职人员": "专职人员数（不包括政府公报及政府网站工作人员数）",
    "兼职人员": "兼职人员数",
    "专项经费": "政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
    "查阅点": "设置政府信息公开查阅点数",
    "专门机构": "政府信息公开工作专门机构数",
    "收取的费用": "依申请公开信息收取的费用",
    "国家秘密": "其中：涉及国家秘密",
    "商业秘密": "涉及商业秘密",
    "个人隐私": "涉及个人隐私",
    "所指政府信息": "不是《条例》所指政府信息",
}
