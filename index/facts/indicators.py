"""INDICATORS, the one table of how sentences say a number: what stands before and after it."""

import re
from dataclasses import dataclass, field

from index.facts.phrases import (
    ABOUT,
    APPLIED,
    ASK,
    BOARD,
    BY,
    FILL,
    NEWMEDIA,
    NOT_APPLICATIONS,
    OWNER,
    PLATFORM,
    PRESS,
    QUOTED,
    RECEIVE,
    REQUEST,
    TAIL,
    THINGS,
    VERB,
    VIDEO,
    WEBSITE,
    WECHAT,
    WEIBO,
)

_ITEMS = "条 件 篇 则 份 条次 件次 篇次 项"
_CASES = "件 条 宗 份 起 个 例 件次"
_TIMES = "次 场 期 场次 班次"


@dataclass(frozen=True, slots=True)
class Indicator:
    """How a metric is said: its counters, the words left and right of the number.

    `needs` must stand before the number in its sentence or heading, `lacks` must not stand in
    the sentence. `is_stock` is a number that stands at a time, not of a year. `is_whole` is of
    the whole body: not of a channel or a field named before. `part` tells what is added up.
    """

    metric: str
    units: frozenset[str]
    left: re.Pattern[str]
    right: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    lacks: re.Pattern[str] | None = None
    is_stock: bool = False
    is_whole: bool = True
    is_compared_only: bool = False
    part: str = field(default="")


def _said(
    metric: str,
    units: str,
    left: str,
    right: str = "",
    *,
    needs: str = "",
    lacks: str = "",
    is_stock: bool = False,
    is_whole: bool = True,
    is_compared_only: bool = False,
    part: str = "",
) -> Indicator:
    return Indicator(
        metric,
        frozenset(units.split()),
        re.compile(left),
        re.compile(right or r"(?:(?:同比|环比|比|较|与|占|增长|下降).*)?"),
        re.compile(needs) if needs else None,
        re.compile(lacks) if lacks else None,
        is_stock,
        is_whole,
        is_compared_only,
        part,
    )


_PUBLISHED = r"公开|发布|推送|更新|刊发|刊登|登载|推出"


def _channel(metric: str, channel: str, units: str) -> Indicator:
    left = rf"{BY}(?:(?:发布|推送|更新|公开|刊发)了?)?{OWNER}{channel}{ABOUT}{QUOTED}{ABOUT}{VERB}(?:各类)?{THINGS}{FILL}"
    return _said(metric, units, left, TAIL, needs=_PUBLISHED, is_whole=False)


def _category(metric: str, category: str) -> Indicator:
    what = rf"(?:{category})(?:(?:、|和|及|与)(?:{category}))*"
    left = rf"(?:其中|包括|主要包括|主要有|涉及|含)*(?:(?:公开|发布|更新|主动公开)了?)?{what}(?:等)?(?:类|方面)?(?:的)?(?:政府|政务|公开)?(?:信息|内容|文件|事项)?(?:公开|发布)?{FILL}"
    return _said(metric, "条 件 篇 则 份 个 项", left, TAIL, needs=_PUBLISHED, is_whole=False)


_PUBLICATION = (
    _said(
        "n_proactive",
        _ITEMS,
        rf"(?:其中)?主动公开(?:发布)?了?(?:的)?(?:各级|各类|各种|各项|相关|有关|有效|全部)*(?:政府|政务|公开|工作|类)*(?:信息(?:公开)?)?{FILL}"
        rf"|(?:公开|公开发布|发布公开)了?(?:的)?(?:各级|各类|各种|各项|有效)*(?:政府|政务)?信息{FILL}"
        rf"|发布了?(?:各级|各类|各种|各项)*政府信息(?:公开)?(?:信息)?{FILL}"
        rf"|(?:政府|政务)?信息主动公开{FILL}"
        rf"|(?:政府|政务)信息公开(?:总数|总量|数量){FILL}",
        r"(?:的)?(?:各类)?(?:政府|政务)?(?:信息)?(?:(?:同比|环比|比|较|与|占|增长|下降).*)?",
    ),
    _channel("n_website", WEBSITE, "条 篇 件 则 份 条次"),
    _channel("n_wechat", WECHAT, "条 篇 件 则 份 条次 期"),
    _channel("n_weibo", WEIBO, "条 篇 件 则 份 条次"),
    _channel("n_video", VIDEO, "条 篇 件 个 部 则"),
    _channel("n_newmedia", NEWMEDIA, "条 篇 件 则 份 条次"),
    _channel("n_board", BOARD, "条 次 期 份 件 篇 条次"),
    _channel("n_press", PRESS, "条 篇 件 则 篇次"),
    _channel("n_platform_other", PLATFORM, "条 篇 件 则"),
    _said(
        "n_gazette",
        "期",
        rf"(?:共|全年)*(?:编发|编印|编辑|出版|编制|刊印|印发|发行|出刊|发布|编纂|印刷)*了?(?:《?[\u4e00-\u9fff]{{0,12}}(?:政府)?公报》?){FILL}",
        r"(?:《?[\u4e00-\u9fff]{0,12}公报》?)?",
    ),
    _said(
        "n_gazette_copies",
        "册 份 本",
        rf"(?:向[\u4e00-\u9fff]{{2,12}})?(?:免费)?(?:赠阅|赠送|发放|寄送|派发|发行|投放|印发|印刷|发送)+了?(?:《?[\u4e00-\u9fff]{{0,8}}公报》?)?{FILL}",
        needs="公报",
    ),
)

_CATEGORIES = (
    _category(
        "n_cat_news",
        "(?:工作|政务|部门|乡镇|基层|本地|本局|新闻|时政|街道|镇村|单位|镇街|机关)*动态",
    ),
    _category(
        "n_cat_notice", "通知公告|公示公告|公告公示|通知公示|公告通知|通知、公告|公示、公告"
    ),
    _category(
        "n_cat_policy",
        "(?:政府|政策|政策性|行政|上级)(?:性)?文件|政策法规文件|政策法规|法规政策|法规文件",
    ),
    _category(
        "n_cat_budget",
        '(?:财政|部门|政府)*(?:预算、?决算|预决算|预算|决算)(?:(?:及|和|、)?[“"]?三公[”"]?经费)?|财政资金|财政信息|[“"]?三公[”"]?经费',
    ),
    _category("n_cat_personnel", "人事任免|人事变动|人事管理|人事招考|人事|任免"),
    _category(
        "n_cat_profile",
        "机构职能|机构设置|机构概况|机构信息|机构领导|领导信息|领导简介|单位概况|镇情概况|乡镇概况|概况|机构简介",
    ),
    _category("n_cat_plan", "规划计划|规划信息|统计信息|统计数据|规划总结|计划总结|规划|统计"),
    _category("n_cat_key", "重点领域"),
    _said(
        "n_catalogue",
        "条 项 件 个",
        rf"(?:更新|新增|调整|完善|编制|梳理|维护|修订)?(?:政府信息公开|政府信息|信息公开|主动公开|政务公开)(?:基本|事项|标准)?目录(?:信息|条目|内容|事项)?(?:更新|新增|调整|维护|新增或更新)?{FILL}",
    ),
)

_DIALOGUE = (
    _said(
        "n_interpretation",
        "篇 件 条 个 期 次 份 项 则",
        rf"(?:其中)?(?:发布|制作|开展|公开|编发|刊发|推出|转载|上传|撰写|组织)?了?(?:各类|多元化|重要|各种|相关)*(?:政策|文件|政策文件|政策性文件|重大政策)(?:图文)?解读(?:性)?(?:类)?(?:信息|材料|稿件|文章|文件|产品|稿|内容)?{FILL}",
        r"(?:政策|文件|政策文件)?(?:解读)?(?:信息|材料|稿件|文章)?(?:(?:同比|比|较).*)?",
        lacks="下级",
    ),
    _said(
        "n_pressconf",
        "场 次 期 场次",
        rf"(?:组织)?(?:召开|举办|举行|参加|开展|组织|参与|召开或参加|参加或举办|配合)*了?(?:各类|网上|政策|政府|专题|例行)*新闻发布会{FILL}",
        r"(?:各类|网上|专题)?(?:新闻发布会)?",
        needs="发布会|$",
    ),
    _said(
        "n_interview",
        "期 场 次 场次",
        rf"(?:组织|开展|举办|参加|参与|上线|做客)*了?(?:政府)?(?:网站|网上|网络)?(?:在线|网上)访谈(?:活动|节目|栏目)?{FILL}",
        r"(?:在线访谈)?(?:活动)?",
    ),
    _said(
        "n_response",
        "次 件 条 个 起 期 篇",
        rf"(?:及时|主动|积极|妥善|共|累计|对)*(?:回应|答复回应|处置|回复)了?(?:社会|公众|群众|民生|网民|网络|各类|重大|涉及)*(?:关注|关心|关切)?(?:的)?(?:热点|焦点|难点|重大|、|或|和|及|突发)*(?:舆情|问题|关切|热点|事项|诉求|事件|信息)(?:事件|问题)?{FILL}",
        lacks="信箱|热线|留言",
    ),
    _said(
        "n_solicit",
        "期 次 项 场 件 个 条",
        rf"(?:公开|组织|发布|发起|推出|网上)*(?:开展|发布|组织|进行)?了?(?:网上|民意|意见|公众|各类|决策|政策)*(?:征集调查|意见征集|民意征集|民意调查|征集意见|网上调查|网上征集|调查征集|意见建议征集|问卷调查)(?:活动|公告|信息)?{FILL}",
    ),
    _said(
        "n_solicit_count",
        "条 件 个 份",
        rf"(?:共|累计)*(?:收到|收集|征集到|收集到|征求到|收到各类|采集)了?(?:社会|公众|群众|各界|各类|有效|反馈|市民|网民|的|公民)*(?:意见建议|意见和建议|意见|建议|反馈意见|反馈){FILL}",
        r"(?:公众|群众|社会|有效)?(?:意见|建议)*",
        needs="征集|调查|征求",
        lacks="信箱|热线|提案|人大",
    ),
    _said(
        "n_mail",
        "件 条 封 个 次 件次 人次",
        rf"(?:共|累计|及时|认真|依法)*(?:受理|办理|处理|收到|答复|回复|办结|接收|接办|承办|转办)(?:并?(?:受理|办理|处理|答复|回复|办结))*了?(?:各类|群众|网民|公众|市民|[“\"]|政府网站|网站|省|市|县|区|网上|群众的)*"
        rf"(?:(?:市长|县长|区长|镇长|乡长|州长|书记|领导|局长|主任|政民互动|网上)信箱|12345[\u4e00-\u9fff]{{0,10}}?热线|热线|留言|信件|来信|群众来信|咨询投诉|工单|诉求)(?:[”\"])?(?:来信|信件|工单|留言|诉求|事项|件|平台|电话|服务|转办|交办|反映问题)*{FILL}",
        r"(?:信件|留言|来信|工单|诉求)?",
        lacks=r"行政复议|信息公开申请",
    ),
    _said(
        "n_mail_rate",
        "%",
        rf"(?:办复率|办结率|回复率|答复率|按期办复率|按时回复率|按时办结率){FILL}",
        needs="信箱|热线|留言|信件|来信|工单",
        lacks="提案|依申请",
    ),
    _said(
        "n_consult",
        "人次 次 人 件 条 个",
        rf"(?:共|累计)*(?:接受|接待|受理|提供|解答|答复|接听|回复|收到|接到)*了?(?:政府信息公开|政务公开|信息公开|群众|公众|公民|各类|现场|电话|网上|来电|来访|市民|、|和|及|来电来访|相关)*(?:咨询)(?:电话|服务|事项)?{FILL}",
        r"(?:咨询)?",
        lacks="热线|信箱|投诉",
    ),
    _said(
        "n_proposals",
        "件 条 份 项",
        r"(?:共|全年|共计|累计|按时|其中|公开|主动公开|及时)*(?:办理|承办|办复|答复|办结|收到|承接)(?:并?(?:办复|答复|办结|公开))*了?(?:各级|省|市|县|区|全国|市级|县级|省级|级|、|和)*"
        rf"(?:人大代表|人大|代表)?(?:的)?(?:建议|议案)(?:意见)?(?:、|和|及|与|以及)(?:各级|省|市|县|区|市级|县级|省级)*(?:政协委员|政协|委员)?(?:的)?提案{FILL}"
        rf"|(?:共|全年|共计|累计|公开)*(?:办理|承办|办复|答复|办结|承接)了?(?:人大代表)?建议提案{FILL}",
        r"(?:人大代表建议、?(?:和)?政协(?:委员)?提案|建议提案)?",
    ),
    *(
        _said(
            "n_proposals",
            "件 条 份 项",
            rf"(?:共|全年|共计|累计|按时|其中|以及|公开)*(?:(?:办理|承办|办复|答复|办结|承接)(?:并?(?:办复|答复|办结))*了?)?(?:各级|省|市|县|区|全国|市级|县级|省级|[省市县区]两级)*{who}{FILL}",
            needs="办理|承办|办复|答复|办结|承接",
            part=part,
        )
        for part, who in (
            ("人大建议", "(?:人大代表|人大)(?:的)?(?:建议|议案)(?:意见)?"),
            ("政协提案", "(?:政协委员|政协|委员)(?:的)?提案"),
        )
    ),
    _said(
        "n_decision",
        "件 项 次 个 条",
        rf"(?:共|公开|发布|开展)*(?:重大(?:行政)?决策)(?:事项|草案)?(?:预公开|公开|意见征集|信息)?(?:事项|信息)?{FILL}",
    ),
)

_KEEPING = (
    _said(
        "n_training",
        "次 期 场 场次 班次 个",
        r"(?:共|全年|累计|组织)*(?:举办|开展|组织|召开)(?:召开|举办|开展)?了?(?:全[\u4e00-\u9fff]{1,2}|相关|专题|业务|集中|线上|线下|[“\"])*(?:政府信息公开|政务公开|信息公开|政府信息和政务公开|政务公开和政务新媒体)?(?:工作|业务|知识|专题|人员|能力|集中|及|和|与|[“\"”])*"
        rf"培训(?:班|会议|会|活动|工作|讲座)?{FILL}",
        r"(?:(?:政府信息公开|政务公开|信息公开)?(?:工作|业务|专题|知识)*培训(?:班|会|活动)?)?",
        needs="公开",
    ),
    _said(
        "n_trained",
        "人次 人 名",
        rf"(?:共|累计)*(?:参训|参加培训|接受培训|受训|培训)(?:人员|干部|工作人员|人数|业务人员)?{FILL}",
        r"(?:参加|参训|工作人员|干部)?",
        needs="培训",
    ),
    _said(
        "n_meeting",
        "次 场 个 场次",
        rf"(?:共|全年|累计|组织|先后|专题)*(?:召开)了?(?:全[\u4e00-\u9fff]{{1,2}})?(?:政府信息公开|政务公开|信息公开)(?:工作|专题|领导小组|推进|部署|协调|调度|联席|业务|或|、)*(?:会议|会){FILL}",
        r"(?:(?:政府信息公开|政务公开|信息公开)(?:工作|专题|推进|部署)*(?:会议|会))?",
    ),
    _said(
        "n_inspection",
        "次 期 轮",
        rf"(?:共|全年|累计|组织)*(?:开展|进行|组织|实施)了?(?:政府信息公开|政务公开|信息公开|政府网站|政务新媒体|专项|全面|日常|季度|和|、|工作|与)*(?:检查|督查|督导|抽查|自查|检查督导|监督检查){FILL}"
        rf"|(?:共|印发|发布|编发|下发)*(?:政务公开|信息公开|工作|督查|检查|情况)*通报{FILL}",
    ),
    _said(
        "n_staff",
        "名 人 位",
        rf"(?:共|现|目前|已)*(?:配备|现有|共有|有|设有|确定|安排|明确|从事)+了?(?:政府信息公开|政务公开|信息公开)(?:工作)?(?:专、?兼职|专\(?兼\)?职)?(?:工作人员|人员|经办人员){FILL}",
        r"(?:(?:政府信息公开|政务公开|信息公开)(?:专兼职)?工作人员)?",
        is_stock=True,
        lacks="其中专职以外",
    ),
    _said(
        "n_point",
        "个 处",
        rf"(?:共|已|现|全[\u4e00-\u9fff]{{1,2}})*(?:设立|设置|建成|建设|建立|现有|共有|设有|打造|建有|开设)了?(?:各类|基层|线下|标准化|县级|镇级)*(?:政府信息公开|政务公开|信息公开|政府信息)?(?:查阅点|查阅场所|查阅中心|查阅室|查询点|专区|公开专区|查询场所|政务公开角|公共查阅点){FILL}",
        r"(?:政府信息公开|政务公开|信息公开|政府信息)(?:查阅点|查阅场所|查阅中心|查阅室|查询点|专区)",
        is_stock=True,
        lacks="目录",
    ),
    _said(
        "n_account",
        "个 家",
        rf"(?:共|已|现|全[\u4e00-\u9fff]{{1,2}})*(?:开设|现有|运营|共有|备案|开通|拥有|有|管理|运行|维护|保留|开设备案|在运行)+了?(?:各类|备案|在运营)*政务新媒体(?:账号|平台)?{FILL}",
        r"(?:政务新媒体)(?:账号)?|(?:(?:同比|比|较).*)?",
        is_stock=True,
    ),
    _said(
        "n_follower",
        "人 个 人次",
        rf"(?:其中|现有|累计|共|微信公众号|政务微信|官方微信|政务新媒体|总)*(?:关注人数|粉丝数|粉丝|关注用户|订阅用户|用户关注数|关注量|订阅数|订阅人数|关注数){FILL}",
        is_stock=True,
    ),
    _said(
        "n_read",
        "次 人次",
        rf"(?:其中|累计|全年|共|总|信息|推文|微信公众号|政务新媒体|文章)*(?:阅读量|阅读数|阅读人次|阅读次数|总阅读量|总阅读数|点击阅读量){FILL}",
    ),
    _said(
        "n_visit",
        "次 人次",
        rf"{OWNER}{WEBSITE}(?:全年|年度|的|累计|年|共|总)*(?:访问总次数|总访问次数|访问次数|访问总量|总访问量|访问量|访问人次|浏览量|总浏览量|点击量|点击率|页面浏览量|浏览次数|点击数){FILL}",
    ),
    _said(
        "n_service",
        "项 个",
        rf"(?:共|公开|发布|梳理|公布)*(?:政务服务事项|行政权力事项和政务服务事项){FILL}",
        r"(?:政务服务事项)?",
        is_stock=True,
    ),
    _said(
        "n_accountability",
        "次 件 起 人 例",
        rf"(?:共|实施|发生|开展|进行)*(?:政府信息公开|政务公开|信息公开)?(?:工作)?责任追究{FILL}",
    ),
    _said(
        "n_complaint",
        "件 起 宗 次 例 条",
        rf"(?:共|收到|受理|发生|接到|因|涉及|有关|关于)*(?:政府信息公开|政务公开|信息公开)(?:工作|方面|相关|的|类)*(?:举报投诉|投诉举报|举报、投诉|举报和投诉|投诉|举报){FILL}",
    ),
)

_FEES = (
    _said(
        "n_info_fee",
        "元",
        rf"(?:对|向|其中|依申请公开|政府信息公开|信息公开|申请人?|案件|事项|件)*(?:收取|共收取|收到)?了?(?:政府信息公开|信息公开|依申请公开)?信息处理费(?:用|收取|金额)*{FILL}",
    ),
    _said(
        "n_info_fee_cases",
        "件 宗 起 例 个",
        r"(?:对|就|有|共有|其中)*",
        r"(?:的)?(?:政府信息公开|信息公开|依申请公开)?(?:申请)?(?:案件|事项|件)?(?:依法|按规定|共)*收取了?(?:政府信息公开)?信息处理费.*",
    ),
)

_APPLICATIONS = (
    _said(
        "new_received",
        _CASES,
        rf"{RECEIVE}{ASK}{REQUEST}{FILL}|{REQUEST}(?:{RECEIVE}|{FILL}{RECEIVE}){FILL}|{RECEIVE}(?:申请){FILL}",
        rf"(?:(?:同比|环比|比|较|与).*)?|(?:通过|均为|其中).*",
    ),
    _said(
        "new_received",
        _CASES,
        rf"{RECEIVE}{FILL}",
        rf"(?:的)?{ASK}{REQUEST}(?:(?:同比|比|较|其中|均).*)?",
    ),
    _said(
        "new_received",
        _CASES,
        rf"{RECEIVE}{FILL}",
        needs=r"依申请公开|公开申请",
        lacks=NOT_APPLICATIONS,
    ),
    _said(
        "requests_total",
        _CASES,
        rf"(?:收办|办理|处理|登记){ASK}{REQUEST}{FILL}",
        is_compared_only=True,
    ),
    _said(
        "n_answered",
        _CASES,
        rf"(?:按时|按期|及时|依法|依规|已|全部|均|均已|当年|其中|规范|已经)*(?:答复|办结|办理完毕|办理答复|回复)(?:并?(?:办结|答复))*了?(?:{ASK}{REQUEST})?{FILL}",
        rf"(?:的)?(?:{REQUEST})?",
        needs=APPLIED,
        lacks=NOT_APPLICATIONS,
    ),
    _said(
        "n_answered_rate",
        "%",
        rf"(?:申请|依申请公开|政府信息公开申请)*(?:按时|按期|及时|依法|规范)*(?:办结率|答复率|办复率|办理率){FILL}",
        needs=APPLIED,
        lacks=NOT_APPLICATIONS,
    ),
    *(
        _said(
            metric,
            _CASES,
            rf"(?:其中|属于|依法|结果为|决定|作出|作|答复)*(?:{said})(?:决定|答复|处理)?(?:的)?(?:申请)?{FILL}",
            needs=APPLIED,
        )
        for metric, said in (
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
            ("carried_in", "上一?年度?结转(?:本年)?(?:办理)?(?:政府信息公开)?"),
        )
    ),
    *(
        _said(
            metric,
            _CASES,
            rf"(?:其中|{BY}|收到)*(?:{way})(?:平台|渠道|方式|途径|系统|形式|窗口)*(?:提交|提出|申请|收到|受理|递交|接收|的)*(?:政府信息公开)?(?:申请)?(?:表)?{FILL}",
            r"(?:的)?(?:申请)?",
            needs=APPLIED,
            lacks="咨询|许可|复议",
            is_whole=False,
        )
        for metric, way in (
            ("n_app_online", "网络|网上|在线|线上|互联网|网页|网站"),
            ("n_app_letter", "信函|邮寄|信件|邮政|书信|挂号信"),
            ("n_app_person", "当面|现场|当场|上门|面交|窗口"),
        )
    ),
)

_CASE = r"(?:案件|案|申请|事项|件|应诉案件|应诉)*"
_CAUSE = r"(?:其中|发生|收到|受理|涉及|被申请|被提起|被|引发|引起|产生|新增|有|因|由|关于|针对|政府信息公开|政府信息|依申请公开|信息公开|政务公开|申请|工作|答复|而|的|类|方面|提起|相关|共|导致|新收|答辩)*"
_DISPUTES = tuple(
    indicator
    for metric, word in (("review_total", "行政复议"), ("suits_total", "行政诉讼"))
    for indicator in (
        _said(
            metric,
            _CASES,
            rf"{_CAUSE}{word}{_CASE}{FILL}",
            rf"(?:(?:同比|比|较).*)?",
            needs="信息公开|依申请|政务公开|政府信息",
        ),
        _said(
            metric,
            _CASES,
            rf"{_CAUSE}{FILL}",
            rf"(?:的)?(?:因)?(?:政府信息公开|信息公开)?(?:引发的|类|的)?{word}{_CASE}",
        ),
        _said(
            metric,
            _CASES,
            rf"(?:备案|办理){_CAUSE}(?:领域)?{_CAUSE}{word}{_CASE}{FILL}|{word}{_CASE}{FILL}",
            needs="信息公开|依申请|政府信息",
            is_compared_only=True,
        ),
    )
)

_DOCUMENT = r"(?:各类)?(?:行政)?规范性文件"
_DOCUMENTS = tuple(
    _said(
        metric,
        "件 个 份 部",
        rf"(?:本年|共|新)*(?:{verb})了?{_DOCUMENT}{FILL}|{_DOCUMENT}(?:{verb}){FILL}",
        rf"(?:{_DOCUMENT})?",
    )
    for metric, verb in (
        ("normdocs_issued", "制发|制定|出台|印发|制定出台|新制定|新出台"),
        ("normdocs_repealed", "废止|清理废止|宣布废止"),
        ("normdocs_valid", "现行有效的?|现有有效"),
    )
)

INDICATORS: tuple[Indicator, ...] = (
    *_PUBLICATION,
    *_CATEGORIES,
    *_DIALOGUE,
    *_KEEPING,
    *_FEES,
    *_APPLICATIONS,
    *_DISPUTES,
    *_DOCUMENTS,
)
BY_UNIT: dict[str, tuple[Indicator, ...]] = {
    unit: tuple(i for i in INDICATORS if unit in i.units)
    for unit in sorted({unit for i in INDICATORS for unit in i.units})
}
