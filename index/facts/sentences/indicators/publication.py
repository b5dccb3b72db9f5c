"""What was published: all of it, by channel, by kind."""

from index.facts.sentences.indicators.indicator import ITEMS, Indicator, said
from index.facts.sentences.indicators.requests import ALREADY_PUBLIC
from index.facts.sentences.phrases import (
    ABOUT,
    BOARD,
    BY,
    FILL,
    NEWMEDIA,
    OWNER,
    PLATFORM,
    PRESS,
    QUOTED,
    TAIL,
    THINGS,
    VERB,
    VIDEO,
    WEBSITE,
    WECHAT,
    WEIBO,
)

# 微博12个、抖音14个: accounts
_FILMED = (
    r"(?:视频号|抖音|快手|短视频平台)[^，。;]{0,14}(?:发布|推送|更新|推出|制作|播放|公开|上传|转发|推文)"
    r"|(?:视频|作品)\D{0,4}[\d一二三四五六七八九十百余近约两]+[条篇件个部则]$|[条篇件部则]$"
)
_PUTS = "(?:发布|推送|更新|公开|刊发|编发|推出|上传|投放|编写|制作|拍摄|创作|并|在)"
# 县政府网站沙河镇专栏: the body's own
_COLUMN = r"(?:(?P<column>[\u4e00-\u9fff]{2,12})(?:专栏|栏目|专页|专区|板块|子站|频道))?"
# 市政府网站发布96条，局网站发布746条: neither is all of it
_SITES_APART = r"网站\D{0,14}\d[^。其比年]{0,8}网站\D{0,14}\d"
# 视频号21个，快手14个: neither is all of it
_FILMS_APART = r"(?:视频号|抖音|快手)\D{0,20}\d[^。]{0,14}(?:视频号|抖音|快手)\D{0,14}\d"
PUBLISHED = (
    r"公开|发布|张贴|播放|推送|更新|刊|登载|推出|报道|上传|编发|投放|采用|上线|发[文博帖]|推文"
)

_ISSUED = "编发|刊发|编印|编辑|出版|编制|刊印|印发|发行|出刊|发布|编纂|印刷"
# 《云溪县人民政府公报》, or a name of its own; what another body issues is none of ours.
_GAZETTE = (
    rf"(?:《[\u4e00-\u9fff]{{0,12}}公报》"
    rf"|(?:(?!{_ISSUED}|要求|每个|各级|各[县区]|[局委厅部](?!公报))[\u4e00-\u9fff]){{0,12}}公报)"
)


def _channel(
    metric: str,
    channel: str,
    units: str,
    things: str = THINGS,
    owner: str = OWNER,
    lacks: str = "",
    needs: str = PUBLISHED,
    hints: str = "",
) -> Indicator:
    left = (
        rf"{BY}(?:{_PUTS}*了?)?{owner}{QUOTED}{channel}{ABOUT}{QUOTED}{ABOUT}(?:20\d\d年|全年|年度|年内|今年|累计|共)*{VERB}"
        rf"(?:各类)?{things}{FILL}"
    )
    return said(metric, units, left, TAIL, needs=needs, lacks=lacks, is_whole=False, hints=hints)


_PRESS_APART = "[省市县]级(?:及?以上)?媒体.*(?:[省市县]级|中央|国家级)"
# 公开栏12期、电子屏86条: neither is all of it
_BOARDS_APART = (
    r"栏[^，。、;]{0,10}\d+[期条次份件篇][、，][^，。、;\d]{0,6}(?:屏|栏)[^，。、;\d]{0,12}\d"
)
# 收到申请68件，其中规划类28件: kinds of applications
_KINDS_OF_OTHERS = r"(?:申请|来信|留言|诉求|工单|提案|投诉)[^。，;]{0,8}\d[^。]*(?:其中|:|\()"


def _category(metric: str, category: str, hints: str) -> Indicator:
    what = rf"(?:{category})(?:(?:、|和|及|与)(?:{category}))*"
    left = (
        r"(?:其中|包括|主要包括|主要有|涉及|含)*(?:(?:公开"
        rf"|发布|更新|主动公开)了?(?:各类|各项)?)?(?:[^，;:\d]{{2,30}}等)?{what}(?:等)?(?:类"
        r"|方面)?(?:的)?(?:政府|政务|公开)?(?:信息|内容"
        rf"|文件|事项)?(?:公开|发布|更新|更新量)?{FILL}"
    )
    return said(
        metric,
        "条 件 篇 则 份 个 项",
        left,
        TAIL,
        needs=PUBLISHED,
        lacks=_KINDS_OF_OTHERS,
        is_whole=False,
        hints=hints,
    )


# 制发文件86份，其中主动公开61份: documents, and not all that was published
_NO_DOCUMENTS = (
    r"^(?!.*(?:文件|公文|发文)[^，。;\d]{0,6}\d+余?[件份个部].*[件份个部](?:政府信息|信息)?$)"
    r"(?!.*发文\d)"
)
_KINDS = r"(?:各级|各类|各种|各项|相关|有关|有效|全部)*"
_INFORMATION = r"(?:的)?(?:各类)?(?:政府|政务)?(?:信息)?(?:(?:同比|环比|比|较|与|占|增长|下降).*)?"
PUBLICATION = (
    said(
        "n_proactive",
        ITEMS,
        rf"(?:其中)?(?:新增)?(?:完成)?主动(?:公开|发布|公布)(?:发布)?了?(?:的)?{_KINDS}"
        rf"(?:政府|政务|公开|工作|类)*(?:信息(?:公开)?)?(?:条数|数量|量)?{FILL}"
        rf"|(?:政府|政务)?信息主动公开{FILL}|(?:政府|政务)信息公开(?:总数|总量|数量){FILL}",
        _INFORMATION,
        needs=_NO_DOCUMENTS,
        lacks=ALREADY_PUBLIC,
        is_everything=True,
        hints="公开 发布 公布",
    ),
    said(
        "n_proactive",
        ITEMS,
        rf"(?:公开|公布|公开发布|发布公开)了?(?:的)?{_KINDS}(?:政府|政务)?信息{FILL}"
        rf"|发布了?{_KINDS}政府信息(?:公开)?(?:信息)?{FILL}",
        _INFORMATION,
        lacks="申请|部分公开|不予公开",
        is_everything=True,
        is_weak=True,
        hints="公开 公布 发布",
    ),
    said(
        "n_proactive",
        ITEMS,
        rf"(?:其中)?(?:主动)?公开(?:发布)?了?(?:的)?{_KINDS}(?:警务|局务)(?:公开)?信息{FILL}",
        _INFORMATION,
        lacks="申请|部分公开|不予公开",
        is_everything=True,
        is_weak=True,
        hints="公开",
    ),
    said(
        "n_proactive",
        ITEMS,
        r"(?:计?有|累计有)?",
        r"(?:各类|各项)*政府信息(?:通过\D*?)?(?:主动|向社会|对外)+公开(?:发布)?",
        is_everything=True,
        is_weak=True,
    ),
    said(
        "n_proactive",
        ITEMS,
        rf"公开了?{FILL}",
        r"(?:的)?(?:各类|各项)*政府信息",
        lacks="申请|部分公开|不予公开",
        is_everything=True,
        is_weak=True,
        hints="公开",
    ),
    _channel(
        "n_website",
        f"{WEBSITE}{_COLUMN}",
        "条 篇 件 则 份 条次",
        lacks=_SITES_APART,
        hints="网 栏",
    ),
    _channel("n_wechat", WECHAT, "条 篇 件 则 份 条次", f"(?:{THINGS}|动态)", hints="微信 公众号"),
    _channel("n_weibo", WEIBO, "条 篇 件 则 份 条次", f"(?:{THINGS}|动态)", hints="微博"),
    _channel(
        "n_video",
        VIDEO,
        "条 篇 件 个 部 则",
        rf"{THINGS}(?:政策|普法|政策宣传|工作)*(?:短视频|微视频|视频|动态)?(?:作品)?",
        needs=_FILMED,
        lacks=_FILMS_APART,
        hints="视频 抖音 快手",
    ),
    _channel("n_newmedia", NEWMEDIA, "条 篇 件 则 份 条次", hints="新媒体 两微"),
    _channel(
        "n_board",
        BOARD,
        "条 次 期 份 件 篇 条次 期次",
        rf"{THINGS}(?:公开|公示|公告)*(?:公告|公示|通知|材料|资料|内容)?",
        lacks=_BOARDS_APART,
        hints="栏 墙 屏",
    ),
    # 省级媒体15篇，市级媒体42篇: neither is all of it.
    _channel(
        "n_press",
        PRESS,
        "条 篇 件 则 篇次",
        rf"(?:[我本全][\u4e00-\u9fff])?{THINGS}",
        owner="",
        lacks=_PRESS_APART,
        hints="媒体 报 刊 电视 广播 电台 杂志 》",
    ),
    said(
        "n_press",
        "条 篇 件 则 篇次",
        rf"(?:各类|政务|相关|有关|原创|宣传|新闻|全年|共|有)*(?:(?:稿件|信息|新闻|文章|报道)(?:共|累计)*)?(?:先后|共)*(?:被|获)"
        rf"{PRESS}(?:等|平台)*(?:采用|刊发|刊载|刊登|采纳|录用|报道|播发|转载){{1,2}}了?{THINGS}{FILL}",
        lacks=_PRESS_APART,
        is_whole=False,
        hints="媒体 报 刊 电视 广播 电台 杂志",
    ),
    _channel(
        "n_platform_other",
        rf"{PLATFORM}(?:平台)?",
        "条 篇 件 则",
        rf"(?:[我本全][\u4e00-\u9fff])?{THINGS}",
        hints="条 美篇 号 澎湃 强国",
    ),
    said(
        "n_gazette",
        "期",
        rf"(?:共|全年)*(?:{_ISSUED})*了?{_GAZETTE}(?:全年|共|累计)*(?:{_ISSUED})*了?{FILL}",
        rf"{_GAZETTE}?",
        lacks="各级政府公报|各县[^，。]{0,6}公报",
        hints="公报",
    ),
    said(
        "n_gazette_copies",
        "册 份 本",
        rf"(?:免费|向[\u4e00-\u9fff]{{2,12}})*(?:赠阅"
        rf"|赠送|发放|寄送|派发|发行|投放|印发|印刷|发送)+了?(?:[至到给][\u4e00-\u9fff、]{{2,16}})?(?:《?[\u4e00-\u9fff]{{0,8}}公报》?)?{FILL}",
        needs="公报",
    ),
)

CATEGORIES = (
    _category(
        "n_cat_news",
        "(?:业务|工作|政务|部门|乡镇|基层|本地|本局|新闻|时政|街道|镇村|单位|镇街|机关)*动态",
        "动态",
    ),
    _category(
        "n_cat_notice",
        "通知公告|公示公告|公告公示|通知公示|公告通知|通知、公告|公示、公告",
        "公告 公示 通知",
    ),
    _category(
        "n_cat_policy",
        "(?:政府|政策|政策性|行政|上级)(?:性)?文件|政策法规文件|政策法规|法规政策|法规文件",
        "文件 法规",
    ),
    _category(
        "n_cat_budget",
        '(?:财政|部门|政府)*(?:预算、?决算|预决算|预算决算|预算|决算)(?:(?:及|和|、)?[“"]?三公[”"]?经费)?|财政资金|财政信息|[“"]?三公[”"]?经费',
        "算 财政 三公",
    ),
    _category("n_cat_personnel", "人事任免|人事变动|人事管理|人事招考|人事|任免", "人事 任免"),
    _category(
        "n_cat_profile",
        r"机构职能|机构设置|机构概况|机构信息|机构领导"
        r"|领导信息|领导简介|单位概况|镇情概况|乡镇概况"
        r"|概况|机构简介",
        "机构 领导 概况",
    ),
    _category(
        "n_cat_plan",
        "(?:发展|专项|工作|年度|总体)?规划(?:计划|信息|总结)?|工作计划|计划总结|统计(?:信息|数据|资料|公报)?",
        "规划 计划 统计",
    ),
    _category("n_cat_key", "重点领域", "重点领域"),
    said(
        "n_catalogue",
        "条 项 件 个",
        r"(?:更新|新增|调整|完善|编制|梳理|维护|修订)?(?:政府信息公开"
        r"|政府信息|信息公开|主动公开|政务公开|公开)(?:基本"
        r"|事项|标准)?目录(?:信息|条目|内容|事项)?(?:更新量"
        rf"|更新|新增|调整|维护|新增或更新)?(?:条目|内容|信息)?{FILL}",
        hints="目录",
    ),
)
