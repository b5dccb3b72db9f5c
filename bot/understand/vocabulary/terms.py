"""The words of the form that can be explained: a key, and how people write the word.

Keys of metrics stand for their rows; the explanations themselves are answering's.
"""

# fmt: off

TERMS: dict[str, tuple[str, ...]] = {
    "disclosure": (
        "政府信息公开", "信息公开", "政务公开", "government information disclosure",
        "open government", "information disclosure",
    ),
    "annual_report": (
        "年报", "年度报告", "政府信息公开年报", "政府信息公开工作年度报告", "annual report",
        "annual disclosure report",
    ),
    "proactive": ("主动公开", "proactive disclosure"),
    "on_application": (
        "依申请公开", "依申请", "disclosure upon application", "disclosure on application",
        "disclosure on request",
    ),
    "regulation": (
        "信息公开条例", "政府信息公开条例", "条例", "disclosure regulation",
        "regulations on open government information",
    ),
    "checks": (
        "勾稽关系", "勾稽", "平衡关系", "平衡公式", "cross-checks", "cross checks",
        "reconciliation", "balance check", "identity", "identities",
    ),
    "government_information": ("政府信息", "government information"),
    "new_received": ("本年新收", "新收", "新收政府信息公开申请", "newly received"),
    "carried_in": ("上年结转", "上年度结转", "carried in", "carried over from last year"),
    "carried_out": (
        "结转", "结转下年", "结转下年度", "结转下年度继续办理", "carried over", "carry-over",
        "carryover", "carried over to next year", "carried over to the next year",
        "carried forward",
    ),
    "granted": ("予以公开", "granted"),
    "partial": (
        "部分公开", "区分处理", "partial disclosure", "partially granted", "granted in part",
    ),
    "denied": ("不予公开", "denied", "non-disclosure"),
    "denied_state_secret": ("国家秘密", "属于国家秘密", "state secret", "state secrets"),
    "denied_law": ("其他法律行政法规禁止公开", "法律行政法规禁止公开", "forbidden by law"),
    "denied_safety": (
        "三安全一稳定", "“三安全一稳定”", '"三安全一稳定"', "三安全",
        "three securities and one stability",
    ),
    "denied_third_party": (
        "第三方合法权益", "保护第三方合法权益", "第三方权益", "third-party rights",
        "third party rights",
    ),
    "denied_internal": (
        "三类内部事务信息", "内部事务信息", "内部事务", "internal affairs information",
        "internal affairs",
    ),
    "denied_process": (
        "四类过程性信息", "过程性信息", "过程信息", "process information",
        "deliberative information",
    ),
    "denied_case_file": (
        "行政执法案卷", "执法案卷", "law-enforcement case file", "enforcement case file",
        "case file", "case files",
    ),
    "denied_query": (
        "行政查询事项", "行政查询", "administrative query", "administrative enquiry",
    ),
    "unable": ("无法提供", "unable to provide"),
    "unable_not_held": (
        "本机关不掌握相关政府信息", "不掌握", "不掌握相关政府信息", "信息不存在", "not held",
        "information not held",
    ),
    "unable_need_make": ("没有现成信息需要另行制作", "另行制作", "没有现成信息"),
    "unable_unclear": (
        "补正后申请内容仍不明确", "补正", "仍不明确", "correction of an application",
    ),
    "refused": ("不予处理", "not processed"),
    "refused_petition": ("信访举报投诉类申请", "petition-type applications"),
    "refused_repeat": ("重复申请", "repeated applications", "repeat applications"),
    "refused_publication": ("公开出版物",),
    "refused_mass": ("无正当理由大量反复申请", "大量反复申请"),
    "refused_reconfirm": (
        "确认或重新出具", "重新出具已获取信息", "要求行政机关确认或重新出具已获取信息",
    ),
    "other": ("其他处理", "other handling"),
    "other_no_correction": ("逾期不补正",),
    "other_fee_unpaid": ("逾期未按收费通知要求缴纳费用", "逾期未缴费"),
    "handled_total": ("办理结果", "办结", "本年度办理结果", "办理总数", "handled"),
    "disclosure_rate": ("公开率", "disclosure rate"),
    "completion_rate": ("办结率", "答复率", "completion rate"),
    "rules_issued": ("规章", "政府规章", "government rules"),
    "normdocs_issued": (
        "规范性文件", "行政规范性文件", "红头文件", "normative document", "normative documents",
    ),
    "normdocs_valid": ("现行有效", "现行有效件数", "in force"),
    "licences": (
        "行政许可", "administrative licence", "administrative licensing",
        "administrative license",
    ),
    "penalties": ("行政处罚", "administrative penalty", "administrative penalties"),
    "coercions": ("行政强制", "administrative coercion", "coercive measures"),
    "fees_wan": ("行政事业性收费", "事业性收费", "administrative fees"),
    "n_info_fee": (
        "信息处理费", "information-processing fee", "information processing fee",
        "processing fee",
    ),
    "review_total": (
        "行政复议", "复议", "administrative review", "administrative reconsideration",
    ),
    "review_corrected": ("结果纠正", "纠正", "corrected outcome"),
    "review_upheld": ("结果维持", "upheld"),
    "review_pending": ("尚未审结", "pending"),
    "suits_total": ("行政诉讼", "诉讼", "administrative lawsuit", "administrative litigation"),
    "suits_direct_total": ("未经复议直接起诉", "直接起诉"),
    "suits_after_total": ("复议后起诉",),
    "natural": ("自然人", "natural person", "natural persons"),
    "organisations": ("法人或其他组织", "法人", "legal persons", "legal person"),
    "enterprise": ("商业企业", "commercial enterprise"),
    "research": ("科研机构", "research institution"),
    "ngo": (
        "社会公益组织", "公益组织", "public-interest organisation",
        "social welfare organisation",
    ),
    "legal": ("法律服务机构", "legal service provider", "legal service organisation"),
    "procurement_amount_yuan": ("政府集中采购", "集中采购", "government procurement"),
    "n_point": ("政务公开专区", "查阅点", "查阅场所", "disclosure corner"),
    "n_interpretation": ("政策解读", "policy interpretation"),
}
