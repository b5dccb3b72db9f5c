"""Words for what table two counts: rules, documents, licences, penalties, fees."""

# fmt: off

TABLE_TWO: dict[str, tuple[str, ...]] = {
    "rule": (
        "规章", "政府规章", "地方政府规章", "rules", "rule", "government rules",
        "government regulations", "regulations", "regulation",
    ),
    "normdoc": (
        "规范性文件", "行政规范性文件", "规范文件", "红头文件", "规范性文件数",
        "normative document", "normative documents", "regulatory documents",
        "regulatory document", "normative files", "administrative normative documents",
        "norm docs",
    ),
    "document": ("文件", "份文件", "document", "documents"),
    "issued": (
        "制发", "制定", "出台", "印发", "新制作", "本年制发", "制作", "制订", "制发件数",
        "制发数", "本年制发件数", "发文", "下发", "颁布", "新出台", "新制定", "新发", "发了",
        "制发了", "制定了", "起草", "本年新制作数量", "新制定的", "issued", "issue", "adopted",
        "adopt", "enacted", "drawn up", "promulgated", "newly issued", "issuance",
        "made this year",
    ),
    "repealed": (
        "废止", "废除", "作废", "本年废止", "废止件数", "废止数", "本年废止件数", "废止了",
        "废掉", "失效", "repealed", "repeal", "abolished", "rescinded", "abolish", "scrapped",
        "annulled", "revoked",
    ),
    "valid": (
        "现行有效", "有效", "现行有效件数", "有效件数", "现行", "仍有效", "还有效", "仍然有效",
        "在用", "生效", "现行有效的", "还管用", "管用", "有效的", "in force", "valid",
        "currently valid", "in effect", "currently in force", "effective", "currently effective",
        "still valid",
    ),
    "licence": (
        "行政许可", "许可", "审批", "行政审批", "许可证", "行政许可决定", "许可决定", "批准许可",
        "licence", "licences", "license", "licenses", "permits", "permit", "licensing",
        "licensing decisions", "administrative licences", "administrative licenses",
        "administrative licensing", "administrative approvals", "administrative permits",
        "licence decisions", "license decisions", "approvals", "administrative licence",
        "administrative license",
    ),
    "penalty": (
        "行政处罚", "处罚", "罚", "罚了", "处罚决定", "行政处罚决定", "处罚了", "罚过", "处罚过",
        "罚过人", "处罚过人", "被罚",
        "罚单", "罚款次数", "罚了多少次款", "罚多少次款", "罚了几次款", "罚过款", "罚了款",
        "罚过几次款", "罚几次款", "罚没罚过款", "处罚案件", "处罚数", "罚款决定", "penalty",
        "penalties", "punishment", "punishments", "administrative penalties",
        "administrative penalty", "penalty decisions", "sanctions", "penalised", "penalized",
        "penalise", "penalize", "punish", "punished", "penalty notices",
        "administrative punishments", "administrative sanctions", "penalty decision",
    ),
    "fine": ("罚款", "罚没", "罚金", "fine", "fines", "fined"),
    "coercion": (
        "administrative coercive measures", "administrative compulsory measures",
        "行政强制", "强制", "强制措施", "行政强制措施", "强制执行", "行政强制决定", "coercion",
        "coercive measures", "compulsory measures", "coercive", "administrative coercion",
        "enforcement measures", "coercions", "administrative compulsion", "compulsion",
        "compulsory enforcement",
    ),
    "decision": (
        "处理决定", "处理决定数量", "本年处理决定数量", "决定数量", "决定", "decisions",
        "decision",
    ),
    "fee": (
        "行政事业性收费", "事业性收费", "收费", "收费金额", "本年收费金额", "收费总额", "收的费",
        "收费数额", "行政收费", "收了多少费", "费用", "administrative fees",
        "administrative charges", "fees", "fee", "charges", "fee income", "fees charged",
        "administrative and institutional fees", "administrative fee", "charge", "charged",
        "fee revenue",
    ),
    "info_fee": (
        "信息处理费", "处理费", "信息公开处理费", "政府信息公开信息处理费",
        "information processing fee", "information processing fees",
        "information-processing fee", "information-processing fees", "processing fee",
        "processing fees", "info processing fees",
    ),
    "app_fee": ("检索复制费", "依申请公开信息收取的费用", "检索、复制、邮寄费用"),
    "procurement": (
        "政府集中采购", "集中采购", "政府采购", "采购", "采购项目", "procurement",
        "government procurement", "centralised procurement", "centralized procurement",
        "purchasing",
    ),
    "service": ("其他对外管理服务事项", "对外管理服务事项", "管理服务事项", "其他对外管理服务"),
    "item_types": (
        "上一年项目数量", "项目数量", "项目数", "事项数量", "事项数", "事项", "项目",
        "上一年项目数", "上年项目数", "上年项目数量", "item types", "types of items", "projects",
    ),
    "item_change": ("本年增/减", "增/减", "本年增减", "项目增减", "事项增减", "增减项目"),
    "newly_public": ("新公开", "本年新公开", "本年新公开数量", "新公开数量", "newly published"),
    "public_total": ("对外公开总数量", "对外公开总数", "对外公开", "published in total"),
    # What goes with a few metrics and says nothing beside the others.
    "to_handle": ("要办", "要办的", "应办", "应办的", "需办", "需办理", "要办理", "要办理的",
                  "应办理", "需要办理", "需要办理的", "应当办理"),
    "no_more": ("不再处理", "不再处理的", "行政机关不再处理"),
    "cases": ("案件", "案子", "件案子", "个案子"),
    "set_up": ("设", "设了", "设有", "设立", "设立了", "设置", "设置了", "建了", "建成"),
    "put_up": ("张贴", "张贴了", "贴", "贴了"),
    "host": ("接待", "接待了"),
    "edit": ("编", "编了", "编发", "编印", "编辑"),
    "impose": ("imposed", "impose", "imposes", "handed down", "meted out"),
    "fight": ("打", "打了", "打过"),
    "take": ("采取", "采取了", "采取过", "taken", "take", "took"),
}
