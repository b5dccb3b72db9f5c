"""Ways to name what reports count, whom they are about and when: parts of invented questions.

They were written from the form and from what people say, not from the program's vocabulary.
"""

from pathlib import Path


def _read(path: Path) -> dict[str, tuple[tuple[str, ...], ...]]:
    lines = (line.partition(" = ") for line in path.read_text("utf-8").splitlines())
    return {
        metric: tuple(
            tuple(filter(None, map(str.strip, part.split(";")))) for part in rest.split("|")
        )
        for metric, _, rest in lines
        if rest
    }


# metric → (noun phrases in Chinese, whole predicates in Chinese, noun phrases in English)
METRIC_WORDS = _read(Path(__file__).with_suffix(".txt"))

# member → words before the metric in Chinese
MEMBER_WORDS: dict[str, tuple[str, ...]] = {
    "natural": ("自然人", "个人"),
    "enterprise": ("商业企业", "企业"),
    "research": ("科研机构",),
    "ngo": ("社会公益组织",),
    "legal": ("法律服务机构",),
    "organisations": ("法人或其他组织",),
}
# metrics that are asked of one kind of applicant → (before, after) the member
MEMBER_FRAMES: dict[str, tuple[str, ...]] = {
    "new_received": ("{m}申请多少件", "收到{m}的申请几件", "{m}提出的申请数", "{m}新收申请"),
    "granted": ("{m}的申请予以公开几件", "{m}申请中予以公开的件数"),
    "partial": ("{m}的申请部分公开几件",),
    "denied": ("{m}的申请不予公开多少件",),
    "unable": ("{m}的申请无法提供多少件",),
    "unable_not_held": ("{m}的申请因不掌握信息无法提供的几件",),
    "handled_total": ("{m}的申请办结多少件", "{m}申请办理结果总计"),
    "carried_out": ("{m}的申请结转下年几件",),
    "carried_in": ("{m}上年结转的申请几件",),
    "denied_third_party": ("{m}的申请因保护第三方合法权益不予公开的几件",),
    "refused_repeat": ("{m}的重复申请几件",),
    "other_no_correction": ("{m}的申请逾期不补正的几件",),
}

# {p} place, {y} year, {m} metric as a noun phrase
NOUN_FRAMES = (
    "{p}{y}{m}",
    "{p}{y}{m}是多少",
    "{y}{p}{m}有多少",
    "{p}{y}的{m}是多少？",
    "请问{p}{y}{m}是多少呀",
    "帮我查一下{y}{p}的{m}",
    "{p}，{y}，{m}",
    "{m} {p} {y}",
    "{p}的{m}，{y}的",
    "我想知道{p}在{y}的{m}",
    "{y}，{p}的{m}多少",
    "{p}{y}{m}有多少呢",
    "麻烦看看{p}{y}{m}",
)
PREDICATE_FRAMES = (
    "{p}{y}{m}",
    "{y}{p}{m}？",
    "{p}在{y}{m}",
    "请问{p}{y}{m}呢",
    "{y}，{p}{m}",
    "想问下{p}{y}{m}，谢谢",
    "知道{p}{y}{m}吗",
)
ENGLISH_FRAMES = (
    "How many {m} did {p} have in {y}?",
    "{p} {m} {y}",
    "{m} of {p} in {y}",
    "{m}, {p}, {y}",
    "Please tell me the {m} for {p} in {y}",
    "In {y}, how many {m} were there in {p}?",
)

DEPARTMENT_SHORTS: dict[str, tuple[str, ...]] = {
    "人力资源和社会保障局": ("人社局",),
    "自然资源局": ("自然资源局",),
    "住房和城乡建设局": ("住建局",),
    "交通运输局": ("交通局",),
    "农业农村局": ("农业农村局",),
    "卫生健康局": ("卫健局",),
    "应急管理局": ("应急局",),
    "市场监督管理局": ("市场监管局",),
    "医疗保障局": ("医保局",),
    "城市管理局": ("城管局",),
    "发展和改革委员会": ("发改委",),
}
DEPARTMENTS_IN_ENGLISH = {
    "教育局": "Education Bureau",
    "公安局": "Public Security Bureau",
    "民政局": "Civil Affairs Bureau",
    "财政局": "Finance Bureau",
    "审计局": "Audit Bureau",
    "统计局": "Statistics Bureau",
    "自然资源局": "Natural Resources Bureau",
    "卫生健康局": "Health Bureau",
}
