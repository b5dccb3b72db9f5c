"""Words for rates by name, money, people, and parts."""

# fmt: off

RATES: dict[str, tuple[str, ...]] = {
    "disclosure_rate": (
        "公开率", "同意率", "公开比例", "公开比率", "同意公开的比率", "同意公开比率", "公开占比",
        "同意公开率", "disclosure rate",
        "grant rate", "approval rate", "rate of disclosure", "success rate", "release rate",
    ),
    "completion_rate": (
        "办结率", "答复率", "办理率", "办完率", "completion rate", "answer rate",
        "response rate", "reply rate", "rate of completion", "handling rate",
    ),
    "loss_rate": ("败诉率", "loss rate"),
    "correction_rate": (
        "纠正率", "纠错率", "correction rate", "reversal rate",
    ),
    "money": (
        "多少钱", "几块钱", "多少块钱", "几多钱", "金额", "总额", "总金额", "多少元", "多少万元",
        "多少万", "钱",
        "数额", "资金", "how much money", "amount", "yuan",
        "money", "sum of money",
    ),
    "spend": (
        "花了", "花费", "花", "支出", "开支", "花掉", "spend", "spent", "cost", "costs",
    ),
    "firm_count": ("几家", "多少家", "几户", "多少户", "how many firms"),
    "other_bare": ("其他", "其它", "其他的", "other"),
    "person_count": ("有多少人", "有几个人", "几名", "多少名",
        "多少人次", "几人次", "多少人", "几人", "几个人", "多少位", "有几个人", "有几人",
        "有多少人", "多少个人", "几位", "人次", "人数", "how many people", "number of people",
        "people", "persons", "ppl", "how many ppl",
    ),
    "reason": ("原因", "原因是什么", "的原因", "缘由"),
    "refusal_reason": ("主要原因", "主要理由",
        "理由", "哪些理由", "什么理由", "理由分布", "不公开的理由", "不予公开的理由",
        "拒绝的理由", "不予公开理由", "不予公开原因", "不公开的原因", "不予公开的原因",
        "拒绝理由", "不公开理由", "拒绝原因", "reasons for refusal", "reasons for denial",
        "grounds for refusal", "grounds for denial", "refusal reasons", "why were they denied",
        "exemptions", "exemption",
    ),
    "results": (
        "办理结果", "处理结果", "答复结果", "各种结果", "处理情况", "办理情况", "答复情况",
        "outcomes", "outcome", "results", "result",
    ),
    "applicant": (
        "申请人", "申请者", "谁申请", "申请的都是谁", "申请的是谁", "是谁申请的", "都是谁申请的",
        "都有谁申请", "谁来申请", "都是谁来申请", "都是谁在申请", "申请人都是谁", "申请人是谁",
        "申请人都有谁", "申请人有谁", "哪些人申请", "什么人申请", "哪些人来申请", "什么人来申请",
        "谁在申请", "谁提", "哪些人", "什么人", "申请人类型",
        "申请主体", "applicant", "applicants", "who applied", "types of applicants",
    ),
}
