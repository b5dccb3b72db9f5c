"""Table three: what became of applications, row by row, and the applicants as members."""

import re

from index.types import Era, Member, Metric

_BOTH, _E3, _ALL = (Era.E2, Era.E3), (Era.E3,), (Era.E1, Era.E2, Era.E3)
_FORM = "2014—2018年的统计口径与2019年起的表格不同。"


def _row(
    key: str,
    label: str,
    english: str,
    rows: tuple[str, ...],
    eras: tuple[Era, ...] = _BOTH,
    caveat: str | None = None,
) -> Metric:
    return Metric(
        key, label, english, "件", eras, 3, 3, rows=rows, caveat=caveat, has_members=True
    )


# In the order of the form; labels without their ordinals, which vary (V54).
APPLICATIONS: tuple[Metric, ...] = (
    _row(
        "new_received",
        "本年新收政府信息公开申请数量",
        "applications newly received",
        (
            "本年新收政府信息公开申请数量",
            "本年新收申请数量",
            "本年度新收政府信息公开申请数量",
            "新收政府信息公开申请数量",
        ),
        _ALL,
        _FORM,
    ),
    _row(
        "carried_in",
        "上年结转政府信息公开申请数量",
        "applications carried over from last year",
        ("上年结转政府信息公开申请数量", "上年度结转政府信息公开申请数量", "上年结转申请数量"),
    ),
    _row("granted", "予以公开", "granted in full", ("予以公开",), _ALL, _FORM),
    _row(
        "partial",
        "部分公开",
        "granted in part",
        ("部分公开", "部分公开(区分处理的,只计这一情形,不计其他情形)"),
        _ALL,
        _FORM,
    ),
    _row(
        "denied_state_secret",
        "不予公开：属于国家秘密",
        "denied: state secret",
        ("属于国家秘密",),
        _ALL,
        _FORM,
    ),
    _row(
        "denied_law",
        "不予公开：其他法律行政法规禁止公开",
        "denied: forbidden by other laws",
        ("其他法律行政法规禁止公开",),
        _ALL,
        _FORM,
    ),
    _row(
        "denied_safety",
        "不予公开：危及“三安全一稳定”",
        "denied: endangers security or stability",
        (
            "危及三安全一稳定",
            "危及国家安全、公共安全、经济安全和社会稳定",
            "危及国家安全、公共安全、经济安全、社会稳定",
        ),
        _ALL,
        _FORM,
    ),
    _row(
        "denied_third_party",
        "不予公开：保护第三方合法权益",
        "denied: protects third parties",
        ("保护第三方合法权益",),
    ),
    _row(
        "denied_internal",
        "不予公开：属于三类内部事务信息",
        "denied: internal affairs",
        ("属于三类内部事务信息",),
    ),
    _row(
        "denied_process",
        "不予公开：属于四类过程性信息",
        "denied: deliberative information",
        ("属于四类过程性信息",),
    ),
    _row(
        "denied_case_file",
        "不予公开：属于行政执法案卷",
        "denied: law-enforcement case file",
        ("属于行政执法案卷",),
    ),
    _row(
        "denied_query",
        "不予公开：属于行政查询事项",
        "denied: matter for administrative query",
        ("属于行政查询事项",),
    ),
    _row(
        "unable_not_held",
        "无法提供：本机关不掌握相关政府信息",
        "unable: information not held",
        ("本机关不掌握相关政府信息",),
    ),
    _row(
        "unable_need_make",
        "无法提供：没有现成信息需要另行制作",
        "unable: would have to be created",
        ("没有现成信息需要另行制作",),
    ),
    _row(
        "unable_unclear",
        "无法提供：补正后申请内容仍不明确",
        "unable: still unclear after correction",
        ("补正后申请内容仍不明确",),
    ),
    _row(
        "refused_petition",
        "不予处理：信访举报投诉类申请",
        "not processed: petition or complaint",
        ("信访举报投诉类申请",),
    ),
    _row(
        "refused_repeat",
        "不予处理：重复申请",
        "not processed: repeated application",
        ("重复申请",),
    ),
    _row(
        "refused_publication",
        "不予处理：要求提供公开出版物",
        "not processed: asks for a publication",
        ("要求提供公开出版物",),
    ),
    _row(
        "refused_mass",
        "不予处理：无正当理由大量反复申请",
        "not processed: mass applications without reason",
        ("无正当理由大量反复申请",),
    ),
    _row(
        "refused_reconfirm",
        "不予处理：要求行政机关确认或重新出具已获取信息",
        "not processed: asks to confirm or reissue",
        ("要求行政机关确认或重新出具已获取信息",),
    ),
    _row(
        "other_no_correction",
        "其他处理：申请人无正当理由逾期不补正",
        "other: not corrected in time",
        (
            "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "申请人无正当理由逾期不补正",
            "逾期不补正",
        ),
        _E3,
    ),
    _row(
        "other_fee_unpaid",
        "其他处理：申请人逾期未按收费通知要求缴纳费用",
        "other: fee not paid in time",
        (
            "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "申请人逾期未按收费通知要求缴纳费用",
            "逾期不缴费",
            "逾期未缴费",
        ),
        _E3,
    ),
    _row("other_other", "其他处理：其他", "other: other", ("其他",), _E3),
    # `other` is printed in E2; in E3 it is the sum of its three rows (see derived.py).
    _row(
        "handled_total",
        "本年度办理结果总计",
        "applications handled",
        ("总计", "合计", "本年度办理结果总计"),
        _ALL,
        _FORM,
    ),
    _row(
        "carried_out",
        "结转下年度继续办理",
        "applications carried over to next year",
        ("结转下年度继续办理", "结转下年继续办理", "结转下一年度继续办理"),
    ),
)

MEMBERS: tuple[Member, ...] = (
    Member("natural", "自然人", "natural persons", ("自然人",)),
    Member("enterprise", "商业企业", "businesses", ("商业企业",)),
    Member("research", "科研机构", "research institutions", ("科研机构",)),
    Member("ngo", "社会公益组织", "public-interest organisations", ("社会公益组织",)),
    Member("legal", "法律服务机构", "legal service providers", ("法律服务机构",)),
    Member("other_org", "其他（法人或其他组织）", "other organisations", ("其他", "其他组织", "其他法人")),
    Member("total", "总计", "total", ("总计", "合计")),
    Member(
        "organisations",
        "法人或其他组织",
        "legal persons and other organisations",
        ("法人或其他组织", "小计"),
        parts=("enterprise", "research", "ngo", "legal", "other_org"),
    ),
)

# Pieces that no other row of table three contains, for labels shortened or reworded (V53).
ROW_FRAGMENTS: dict[str, str] = {
    "本年新收": "new_received",
    "本年度新收": "new_received",
    "上年结转": "carried_in",
    "上年度结转": "carried_in",
    "国家秘密": "denied_state_secret",
    "法律行政法规禁止": "denied_law",
    "法律法规禁止": "denied_law",
    "三安全": "denied_safety",
    "第三方合法权益": "denied_third_party",
    "内部事务": "denied_internal",
    "过程性信息": "denied_process",
    "执法案卷": "denied_case_file",
    "行政查询": "denied_query",
    "不掌握": "unable_not_held",
    "另行制作": "unable_need_make",
    "现成信息": "unable_need_make",
    "仍不明确": "unable_unclear",
    "信访举报": "refused_petition",
    "重复申请": "refused_repeat",
    "公开出版物": "refused_publication",
    "大量反复": "refused_mass",
    "重新出具": "refused_reconfirm",
    "不补正": "other_no_correction",
    "收费通知": "other_fee_unpaid",
    "缴纳费用": "other_fee_unpaid",
    "逾期不缴": "other_fee_unpaid",
    "逾期未缴": "other_fee_unpaid",
    "结转下年": "carried_out",
    "结转下一年": "carried_out",
}
# Words of groups and heads, of which single characters may stand between rows (V49).
# The label of a group in the cell of its first row: 三、本年度办理结果（一）予以公开.
GROUP_BEFORE = re.compile(
    r"\s*(?:三[、.．]?\s*)?(?:本年度办理结果)?\s*"
    r"(?:(?:[(（]?[三四五六][)）、.．]?\s*)?(?:不予公开|无法提供|不予处理|其他处理)"
    r"(?:\s*[:：、,，/·—-]+\s*(?=\S))?)?\s*(?:(?=[(（\d])|(?<=[:：、,，/·—-])\s*(?=\S))"
)
GROUPS = "本年度办理结果 不予公开 无法提供 不予处理 其他处理 申请人情况 法人或其他组织"
