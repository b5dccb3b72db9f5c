"""Applications, their fees, and disputes about them."""

from index.facts.sentences.indicators.indicator import CASES, said
from index.facts.sentences.phrases import (
    APPLIED,
    ASK,
    BY,
    FILL,
    NOT_APPLICATIONS,
    RECEIVE,
    REQUEST,
)

FEES = (
    said(
        "n_info_fee",
        "元",
        r"(?:对|向|其中|依申请公开|政府信息公开|信息公开|依申请提供(?:政府)?信息|依申请"
        r"|申请人?|案件|事项|件)*(?:实际)?(?:收取|共收取|收到)?了?(?:政府信息公开"
        r"|信息公开|依申请公开)?信息处理费(?:用|收取|实收|收费|总金额|总额"
        rf"|金额)*{FILL}",
        may_follow=True,
    ),
    said(
        "n_info_fee",
        "元",
        rf"(?:实际)?(?:收取|实收)了?(?:的)?(?:信息处理费)?(?:总金额|总额|金额|费用)*{FILL}",
        # 发出收费通知2件，总金额690元，实际收取690元
        needs=r"(?:收费通知|信息处理费)[^。]*实(?:际收取|收)",
    ),
    said(
        "n_info_fee",
        "元",
        rf"(?:收费|收取|总|金额)*{FILL}",
        # 对2件申请收取信息处理费，共300元
        needs=r"收取了?(?:政府信息公开)?信息处理费(?:，|\d+[笔件]，?)(?:共|合计|总计|金额|累计|计|为|收费|收取)+[\d,.]+万?元$",
        may_follow=True,
    ),
    said(
        "n_info_fee_cases",
        "件 宗 起 例 个",
        rf"(?:涉及|共涉及)?(?:申请)?{FILL}",
        r"(?:政府信息公开)?(?:申请|案件)?",
        # 收取信息处理费730元，涉及7件
        needs=r"收取了?(?:政府信息公开)?信息处理费[^，。]{0,6}\d(?:万)?元，(?:共|涉及|申请|收取)*\d+[件宗起例个](?:政府信息公开)?(?:申请|案件)?$",
    ),
    said(
        "n_info_fee_cases",
        "笔 件",
        rf"(?:收取|共收取)了?(?:政府信息公开)?信息处理费{FILL}",
        # 收取信息处理费2笔，共计420元
        needs=r"收取了?(?:政府信息公开)?信息处理费\d+[笔件](?:共计?|合计|总计)?$",
        right=r"(?:共计?|合计|总计|金额|累计|计|为)*",
    ),
    said(
        "n_info_fee_cases",
        "件 份",
        rf"(?:依法|依规|共)*(?:发出|开具|下达|送达)了?(?:信息处理费)?收费通知书?(?:件数)?{FILL}",
        needs=r"收费通知\D*0[件份]$",  # none asked for, none taken
    ),
    said(
        "n_info_fee_cases",
        "件 宗 起 例 个",
        r"(?:对|就|向|有|共有|其中)*",
        r"(?:的)?(?:政府信息公开|信息公开|依申请公开)?(?:申请)?(?:案件"
        r"|事项|件)?(?:依法|按规定|共)*(?:收取|征收)了?(?:政府信息公开)?信息处理费.*",
    ),
)

# 46件申请中，已主动公开4件: how they were answered
ALREADY_PUBLIC = r"申请[^。]*主动公开(?:范围)?\d+[件份宗起]"
_COPIES = r"(?:检索|复制|复印|邮寄|邮递|工本|成本)"
OLD_FEES = (
    said(
        "app_fees_wan",
        "元",
        r"(?:依申请公开|依申请提供|政府信息公开|信息公开)(?:政府信息|信息|申请)?(?:的)?(?:共|实际|累计)*"
        rf"(?:收费|收取(?:的)?(?:相关)?费用)(?:金额|总额)?{FILL}"
        rf"|(?:共|实际)*收取了?{_COPIES}(?:、|和|及){_COPIES}(?:、|和|及|等|{_COPIES})*费用?{FILL}",
        lacks=r"信息处理费|\|.*(?:减免|免收)",
    ),
)

# 收到12件，含上年结转2件: not all of them are new.
_WITH_LAST_YEARS = (
    r"(?:含|其中|包括|包含)[，:]?(?:\d+[件宗份起个](?:为|是|系|属)?)?上一?年度?(?:结转|遗留)"
    # 收到各类申请1200件，其中政府信息公开申请7件: applications of every sort
    r"|剔除|扣除"
    r"|申请.*其中[，:]?(?:属于?)?(?:政府)?(?:信息公开|依申请公开)类?的?申请"
    # 受理书面申请2件、网上申请3件: each is a part of all
    r"|(?:收到|受理|接到|接收)了?(?:书面|口头|当面|信函|现场|网上|网络)"
    r"[^，。;、\d]{0,4}申请\d+[件宗份起个]?[、，和]"
    r"(?:书面|口头|当面|信函|现场|网上|网络|电子)[^，。;、\d]{0,4}申请\d"
)
APPLICATIONS = (
    said(
        "new_received",
        CASES,
        rf"{RECEIVE}{ASK}{REQUEST}{FILL}|{REQUEST}(?:{RECEIVE}"
        rf"|{FILL}{RECEIVE}){FILL}|{RECEIVE}(?:申请){FILL}",
        r"(?:(?:同比|环比|比|较|与).*)?|(?:通过|均为|其中).*",
        lacks=_WITH_LAST_YEARS,
        hints="申请 公开",
    ),
    said(
        "new_received",
        CASES,
        rf"{RECEIVE}{FILL}",
        rf"(?:的)?{ASK}{REQUEST}(?:(?:同比|比|较|其中|均).*)?",
        lacks=_WITH_LAST_YEARS,
        hints="收 接 受理",
    ),
    said(
        "new_received",
        CASES,
        rf"{RECEIVE}{FILL}",
        needs=r"依申请公开|公开申请",
        hints="收 接 受理",
        lacks=f"{NOT_APPLICATIONS}|{_WITH_LAST_YEARS}",
    ),
    said(
        "requests_total",
        CASES,
        rf"(?:收办|办理|处理|登记|{RECEIVE}){ASK}{REQUEST}{FILL}",
        is_compared_only=True,
        hints="收 办理 处理 登记 接 受理",
    ),
    said(
        "n_answered",
        CASES,
        r"(?:按时|按期|及时|依法|依规|已|全部|均|均已"
        r"|当年|其中|规范|已经)*(?:答复|办结|办理完毕"
        rf"|办理答复|回复)(?:并?(?:办结|答复))*了?(?:{ASK}{REQUEST})?{FILL}",
        rf"(?:的)?(?:{REQUEST})?",
        needs=APPLIED,
        # 按期答复28件，延期答复1件: neither is all that was answered
        lacks=rf"{NOT_APPLICATIONS}|(?:延期|逾期|超期)(?:答复|办结|办理)?\D{{0,4}}[1-9]",
        may_follow=True,
        hints="答复 办结 办理完毕 回复",
    ),
    said(
        "n_answered",
        CASES,
        r"(?:收到的|所收|受理的|全部)?",
        # 29件申请已全部答复
        rf"(?:的)?{REQUEST}(?:均|都|已|全部|按时|按期|及时|依法|在[^，。;]{{0,6}}期限内)+(?:予以|进行)?"
        r"(?:答复|办结|回复|办理完毕)(?:完毕|完成)?",
        lacks=NOT_APPLICATIONS,
    ),
    said(
        "answered_already_public",
        CASES,
        r"(?:其中|属于|告知|答复|已经?)*主动公开(?:范围)?",
        needs=ALREADY_PUBLIC,
        hints="主动公开",
    ),
    said(
        "n_answered_rate",
        "%",
        r"(?:申请|依申请公开|政府信息公开申请)*(?:按时"
        r"|按期|及时|依法|规范)*(?:办结率|答复率|办复率"
        rf"|办理率){FILL}",
        needs=APPLIED,
        lacks=NOT_APPLICATIONS,
        may_follow=True,
    ),
    *(
        said(
            metric,
            CASES,
            rf"(?:政府信息公开申请|其中|属于|依法|结果为|决定|作出|作|答复)*[“\"]?(?:{words})[”\"]?(?:决定"
            rf"|答复|处理)?(?:的)?(?:申请)?{FILL}",
            needs=APPLIED,
            # 制发文件86件，其中不予公开13件; 予以公开40件（含部分公开6件）
            lacks=r"(?:文件|公文|发文)\d|公开\d+件[，(]*含",
            hints="公开 不 无法 他 转 告知",
        )
        for metric, words in (
            ("granted", "予以公开|准予公开|同意公开|全部公开|予以全部公开"),
            ("partial", "予以部分公开|同意部分公开|部分公开"),
            ("denied", "不予公开|不同意公开"),
            ("unable", "无法提供"),
            ("refused", "不予处理"),
            ("other", "其他处理|其它处理"),
            (
                "carried_out",
                "结?转(?:至|到|入)?(?:下一?年度?|次年|明年)(?:度)?(?:继续)?(?:办理|答复|处理)?",
            ),
            ("answered_not_ours", "不属于本(?:行政)?机关(?:职责|掌握|公开|的|范围)*"),
            ("answered_not_existing", "(?:申请|政府)?(?:的)?信息不存在"),
            ("answered_to_correct", "告知(?:申请人)?作?出?更改(?:、|或)?补充"),
            ("answered_other_way", "告知(?:申请人)?通过其[他它]途径办理"),
            ("carried_in", "上一?年度?结转(?:本年)?(?:办理)?(?:政府信息公开)?"),
        )
    ),
    *(
        said(
            metric,
            CASES,
            rf"(?:其中|{BY}|收到|申请人|公民)*(?:{way})+(?:平台|渠道|方式"
            r"|途径|系统|形式|窗口)*(?:提交|提出|申请|收到|占"
            rf"|受理|递交|接收|的)*(?:政府信息公开)?(?:申请)?(?:公开(?:政府)?信息)?(?:表)?{FILL}",
            r"(?:的)?(?:申请)?",
            needs=APPLIED,
            lacks="咨询|许可|复议",
            is_whole=False,
            hints=way.replace("|", " "),
        )
        for metric, way in (
            ("n_app_online", "网络|网上|在线|线上|互联网|网页|网站"),
            ("n_app_letter", "信函|邮寄|信件|邮政|书信|挂号信"),
            ("n_app_fax", "传真"),
            ("n_app_person", "当面|现场|当场|上门|面交|窗口"),
        )
    ),
)

_CASE = r"(?:案件|案|申请|事项|件|应诉案件|应诉)*"
_CAUSE = (
    r"(?:其中|发生|收到|受理|涉及|被申请|被提起|被"
    r"|引发|引起|产生|所|新增|有|因|由|关于|针对"
    r"|政府信息公开|政府信息|依申请公开|信息公开"
    r"|政务公开|申请|工作|答复|而|的|类|方面|提起"
    r"|相关|共|导致|新收|答辩|有关|[本我](?:部门|机关|单位|局|委|办|镇|乡|街道)|事务)*"
)
# Of the body's own disclosure: in such words, or under a heading on disputes and not as the organ
# that decides them.
_ON_DISCLOSURE = (
    r"\|.*(?:信息公开|依申请|政府信息)|(?:复议|诉讼)[^|]*\|(?!.*(?:受理|收到|办理|审理|审结))"
)
DISPUTES = tuple(
    indicator
    for metric, word in (("review_total", "行政复议"), ("suits_total", "行政诉讼"))
    for indicator in (
        said(
            metric,
            CASES,
            rf"{_CAUSE}{word}{_CASE}{FILL}",
            r"(?:(?:同比|比|较).*)?",
            needs=_ON_DISCLOSURE,
            hints=word,
        ),
        said(
            metric,
            CASES,
            rf"{_CAUSE}{FILL}",
            rf"(?:的)?(?:因)?(?:政府信息公开|信息公开)?(?:引发的|类|的)?{word}{_CASE}",
        ),
        said(
            metric,
            CASES,
            rf"(?:备案|办理){_CAUSE}(?:领域)?{_CAUSE}{word}{_CASE}{FILL}|{word}{_CASE}{FILL}",
            needs="信息公开|依申请|政府信息",
            is_compared_only=True,
            hints=word,
        ),
    )
)
