"""COUNTED, what a number counts by the noun nearest to it, in whatever words the rest is said.

The other tables spell out whole clauses and are sure of them; a noun alone is less sure. It
is asked only where no clause is known, and only what cannot be anything else is a noun here:
解读材料, and not 材料. What may not stand before it makes the number one of a part, of a change,
of what others did, or of what was found wrong.
"""

from index.facts.sentences.indicators.indicator import Indicator, said
from index.facts.sentences.indicators.upkeep import (
    OTHER_TRAINING,
    POINTS_OF_TWO_KINDS,
    TRAINED_ON,
    TWO_MEETINGS,
)
from index.facts.sentences.phrases import FILL

_CHANGE = (
    r"比|较|环比|增加|增长|减少|下降|多于|少于|高于|低于|压减|增幅|净增|提[升高]"
    r"|最[高多大长新]|单[条篇期场次]|平均|每|[日月年]均"
)
_WRONG = (
    r"删除|撤[下销回]|下架|清[理除]|整[改治]|纠正|错|失效|过期|失实|漏|退回|扣分|得分|考核|排名|评[分选比]"
    r"|发现|查[出处]|排查|督促|不[规合]|未|没有|缺|取消|关停|注销|停更|暂停|终止|延期|推迟"
)
_OTHERS = (
    r"参[加与观]|学习(?!培训|班)|收[听看]|观看|[抽检巡]查|被|选派|出席|列席|应邀|接受|协助|配合|指导|转载|转发|报送|上报|转办|移交|推荐|上级|下级|兄弟|邻[近县市区]"
    r"|其[他它余]|计划|拟|将|要求|确保|力争|应当|原则上|必须|规定|不少于|至少|占"
    r"|(?:国家|中央|(?<![全本我])[省市县区州]级?)(?:政府(?!网|门户)|委|人大|政协|[\u4e00-\u9fff]{0,6}(?:[局厅部]|办(?![理结件复事])))"
)
_PARTS = r"其中|一半|部分|分别|涉及|首[次个批]|个别|示范|标杆|试点|优秀"
_SPOILT = f"{_CHANGE}|{_WRONG}|{_OTHERS}|{_PARTS}"
# What is done with it may stand behind it as well: 解读材料发布12篇.
_DONE = (
    r"(?:召开|举办|举行|开展|组织|进行|播出|推出|发布|公开|公布|制作|编发|编写|撰写|刊发|更新|新增|上线|完成"
    r"|设立|设置|建成|建设|建立|打造|开设|已|全部|均|全年|年内|本年度?|今年|情况|方面|活动|工作)*了?"
)
_HANDLED = (
    r"(?:受理|办理|办结|答复|回复|处理|收到|接收|接到|共|全部|已|均|按期|按时|及时|全年|年内"
    r"|并)*了?"
)


def _open(shun: str = "") -> str:
    """Words of any kind that leave a number what it is."""
    return rf"(?:(?!{_SPOILT}{'|' if shun else ''}{shun})(?:12345|“[^”]{{1,12}}”|[^\d，;。:]))*?"


def _counted(
    metric: str,
    units: str,
    hints: str,
    noun: str,
    *,
    shun: str = "",
    needs: str = "",
    lacks: str = "",
    is_stock: bool = False,
    done: str = _DONE,
    right: str = "",
    is_of_others: bool = False,
) -> Indicator:
    """A noun before its number, 建成政务公开专区12个; of two nouns before one number, neither."""
    return said(
        metric,
        units,
        rf"{_open(shun)}(?<![、和及与])(?:{noun})[”\"」』》]?{done}{FILL}",
        right,
        needs=needs,
        lacks=lacks,
        is_stock=is_stock,
        is_open=True,
        is_of_others=is_of_others,
        hints=hints,
    )


def _behind(
    metric: str,
    units: str,
    acts: str,
    noun: str,
    *,
    shun: str = "",
    needs: str = "",
    lacks: str = "",
) -> Indicator:
    """A noun behind its number, 召开4次政务公开工作会议; what was done stands before it."""
    return said(
        metric,
        units,
        rf"{_open(shun)}(?:{acts.replace(' ', '|')})了?{FILL}",
        rf"(?:的)?(?:(?!{_SPOILT}{'|' if shun else ''}{shun})[^\d，;。:、]){{0,14}}?(?:{noun})",
        needs=needs,
        lacks=lacks,
        is_open=True,
        hints=acts,
    )


_ON_DISCLOSURE = r"(?:政务公开|政府信息公开|信息公开)"
# In the sentence itself, whatever heading it stands under.
_OF_DISCLOSURE = r"\|.*(?:公开|网站|新媒体|条例|公众号|信息员)"
_TOPICS = (
    r"消防|防火|安全|应急|防汛|党员|党务|党建|党纪|廉政|技能|就业|职业|创业|农[民技业村]|种植|养殖|普法|法治|驾驶|医护|教师|医保"
    r"|社保|民政|信访|统计|普查|经办|执法|环保|卫生|食品|企业|招商|志愿|禁毒|反诈|电商|带货|直播"
)
_PEOPLE = "群众|农民|学生|企业|村民|居民|党员|志愿|劳动力|商户"
_LETTERS = r"(?:来信|来电|信件|工单|留言|诉求|事项|转办件|交办件|邮件|件)"

COUNTED: tuple[Indicator, ...] = (
    _counted(
        "n_interpretation",
        "篇 件 条 个 期 份 项 则 部",
        "解读",
        r"(?<!图片)(?<!视频)(?<!文字)(?<!图表)(?<!专家)(?<!音频)(?<!动漫)(?<!漫画)"
        r"解读(?:产品|作品|材料|稿件|文章|信息|稿|文件|内容|素材|资料|成果)|(?:政策|文件)解读",
        lacks=r"负责|领导|一把手|读懂|上级|转载"
        # beside kinds of them only the whole
        r"|^(?!.*解读\D{0,6}\d+\D{0,3}，?其中).*(?:图解|视频|问答|动漫|H5)\D{0,8}\d",
    ),
    _counted("n_pressconf", "场 次 期 场次 期次", "发布会", "新闻发布会"),
    _counted(
        "n_interview",
        "场 次 期 场次 期次",
        "访谈",
        r"(?:在线|网上|网络)访谈[”\"」』》]?(?:活动|节目|栏目|直播)?",
    ),
    _counted(
        "n_response",
        "次 件 条 个 起 期 件次",
        "回应 答复 处置",
        r"(?:回应|答复|处置)\D{0,16}?(?:关切|热点|问题|舆情|关注|事件|疑问|事项)(?:或\D{0,6})?"
        r"|回应",
        needs=r"\|.*(?:公众|群众|网民|社会|舆情|热点|关切|关心)",
        shun="微博|微信",
        lacks="信箱|热线|留言|12345",
    ),
    _counted(
        "n_solicit",
        "期 次 项 场 期次 场次",
        "征 调查",
        r"(?:意见建议|意见|民意|建议)(?:征集|征询|征求|调查)"
        r"|征[集求询](?:公众|群众|社会|各界|市民|居民)*(?:的)?(?:意见建议|意见|民意|建议)"
        r"|(?:网上|问卷|民意)调查|征集(?:主题|活动)",
        shun="代表|委员|政协|人大|部门|通过|利用|决策",
    ),
    said(
        "n_solicit",
        "次",
        rf"{_open()}",
        r"(?:公开|广泛|向社会|面向社会)*征[集求询]\D{0,8}(?:意见|建议|民意)",
        is_open=True,
    ),
    _counted(
        "n_solicit_count",
        "条 件 个 份",
        "意见 建议 反馈",
        r"(?:收到|收集|收集到|征集到|征求到|征集|征求|征得|反馈)(?:(?!采纳)\D){0,10}?(?:意见和建议|意见建议|意见|建议|反馈)",
        needs="征集|征求|征询|调查",
        shun="代表|委员|政协|人大|采纳|部门",
        lacks="(?:信箱|热线|提案|人大)[^。]*(?:意见|建议|反馈)",
        done="",
    ),
    _counted(
        "n_mail",
        "件 条 封 个 次 件次 人次",
        "信箱 热线 留言 工单 来信 信件 诉求",
        rf"(?:信箱|热线|留言|工单|来信|信件|诉求)[”\"」』》]?(?:等|各类|群众|网民|公众|市民|平台|电话|服务|转办|交办|的)*{_LETTERS}*",
        shun="接听|信访|检察|纪检|举报|书记员",
        lacks=r"^(?!.*\|.*(?:受理|办|收|接|复|处理))|行政复议|信息公开申请|信箱[^。、]{0,6}\d[^。]*(?:热线|工单)|热线[^。、]{0,6}\d[^。]*信箱|咨询电话"
        r"|(?:信箱|热线|留言|工单|来信)\D{0,8}\d[^。]*(?:信箱|热线|留言|工单|来信)\D{0,8}\d",
        done=_HANDLED,
    ),
    _counted(
        "n_proposals",
        "件 条 份 项",
        "提案",
        r"人大(?:代表)?(?:的)?(?:建议|议案)(?:意见)?(?:、|和|及|与|以及)\D{0,6}(?:政协委员|政协|委员)(?:的)?提案"
        r"|建议提案",
        needs="办|答复|承接",
        shun="公开|公布|结果|复文",
        done=_HANDLED,
    ),
    _counted(
        "n_catalogue",
        "条 项 个",
        "目录",
        r"(?:政府信息公开|信息公开|主动公开|政务公开|公开)(?:事项|基本|标准)*目录(?:信息|条目|内容|事项)?",
        shun="级目录|领域",
        done=r"(?:进行|动态|全面|及时|调整|更新|新增|完善|修订|维护|涉及|条目|内容|事项|已|全年)*了?",
    ),
    _counted(
        "n_training",
        "次 期 场 场次 班次",
        "培训",
        rf"(?:举办|开展|组织|召开|进行|实施|完成|公开){_open(_TOPICS)}培训(?:班|会|讲座|活动)?",
        needs=_OF_DISCLOSURE,
        shun=_TOPICS,
        lacks=rf"{OTHER_TRAINING}|{TWO_MEETINGS}",
    ),
    _counted(
        "n_trained",
        "人次 人 名",
        "训 参加 覆盖",
        r"(?:参训|培训|受训|参加培训|参加|覆盖)(?:\D{0,10}(?:人员|干部|骨干|学员|信息员|人数|代表|同志|职工))?",
        needs=TRAINED_ON,
        shun=f"{_TOPICS}|{_PEOPLE}",
        lacks=OTHER_TRAINING,
        is_of_others=True,
    ),
    said(
        "n_trained",
        "人次 人 名",
        rf"{_open(f'{_TOPICS}|{_PEOPLE}')}(?:人员|干部|骨干|学员|信息员|代表|负责人|同志){FILL}",
        r"(?:参加|参训|参与)了?(?:培训|学习)?",
        needs=TRAINED_ON,
        lacks=OTHER_TRAINING,
        is_open=True,
        is_of_others=True,
    ),
    _counted(
        "n_meeting",
        "次 场 个 场次",
        "会",
        rf"{_ON_DISCLOSURE}[^\d，;。:]{{0,10}}?(?:会议|例会|推进会|部署会|会)",
        shun=f"{_TOPICS}|培训",
        lacks=rf"培训会|发布会|{TWO_MEETINGS}|会议?\d+[次场](?:、|和|，)\D{{0,10}}会议?\D{{0,3}}\d",
    ),
    _counted(
        "n_inspection",
        "次 期 轮 轮次 场次",
        "查 督 监测 通报",
        r"(?:检查|督查|督导|抽查|自查|巡查|监测)(?:检查|督查|督导)?|(?:测评|检查|督查|监测|考核|工作|情况|专项)*通报",
        needs=_OF_DISCLOSURE,
        shun=rf"{_TOPICS}|公司|商户|学校|医院|物业",
    ),
    _counted(
        "n_staff",
        "名 人 位",
        "人员",
        rf"{_ON_DISCLOSURE}(?:工作)?(?:的)?(?:专、?兼职)?(?:工作)?人员",
        shun="培训|组织|召集|覆盖|表彰|邀请|抽调|调训|专职|兼职|通过",
        is_stock=True,
    ),
    _counted(
        "n_point",
        "个 处",
        "查阅 查询 专区 体验区 角",
        rf"查[阅询](?:点|场所|中心|室|窗口)|(?:{_ON_DISCLOSURE})(?:专区|服务专区|体验区|角)",
        shun="图书|书屋|档案|改造|升级|优化|规范|验收|检查|查看",
        lacks=rf"{POINTS_OF_TWO_KINDS}|索取点|资料点",
        is_stock=True,
    ),
    _counted(
        "n_account",
        "个 家",
        "新媒体",
        r"政务新媒体(?:账号|平台)?",
        shun="通过|依托|利用|借助|检查|抽查|清查|信息|主要",
        is_stock=True,
    ),
    _counted(
        "n_visit",
        "次 人次",
        "访问 浏览 点击",
        r"(?:网站|门户网|官网|政务网|公开网|信息网)(?:(?!栏|专)[^\d，;。:]){0,8}?(?:访问|浏览|点击)总?(?:量|数|次数|人次)",
        shun="[省市县区州乡镇局厅委办]|专栏|栏目|专题|专区|公众号|微信|视频|新媒体|用户|独立|累计",
        lacks="总(?:访问|浏览|点击)[量数]?累计|累计总|建站|开通以来|上线以来",
    ),
    _counted(
        "n_service",
        "项 个",
        "事项",
        "政务服务事项",
        shun=r"(?<!可)办理|(?<!可)受理|[代帮领]办|新增|下放|承接|调整|一件事|跨|高频|即办|申请",
        is_stock=True,
    ),
    _behind(
        "n_interpretation",
        "篇 件 条 个 期 份",
        "发布 制作 编发 推出 公开 撰写 编写",
        r"(?:政策|文件)解读(?:产品|作品|材料|稿件|文章|信息|稿)?|解读(?:产品|材料|稿件|文章)",
        lacks=r"负责|领导|一把手|图解|视频|问答|动漫|H5|读懂|上级|转载",
    ),
    _behind("n_pressconf", "场 次 期 场次", "召开 举办 举行", "新闻发布会"),
    _behind(
        "n_interview", "场 次 期 场次", "开展 举办 组织", "(?:在线|网上|网络)访谈(?:活动|节目)?"
    ),
    _behind(
        "n_solicit",
        "期 次 项 场 场次",
        "开展 组织 发起 进行",
        "(?:意见|民意)(?:征集|征求|调查)(?:活动)?|(?:网上|问卷)调查(?:活动)?",
        shun="代表|委员|政协|人大|部门|决策",
    ),
    _behind(
        "n_training",
        "次 期 场 场次 班次",
        "举办 开展 组织 召开",
        rf"{_ON_DISCLOSURE}[^，;。:、\d]{{0,8}}培训(?:班|会|活动)?",
        shun=_TOPICS,
        lacks=OTHER_TRAINING,
    ),
    _behind(
        "n_meeting",
        "次 场 场次",
        "召开",
        rf"{_ON_DISCLOSURE}[^，;。:、\d]{{0,8}}(?:会议|例会|推进会|部署会)",
        shun=f"{_TOPICS}|培训",
        lacks=rf"培训会|发布会|{TWO_MEETINGS}",
    ),
    _behind(
        "n_inspection",
        "次 轮 轮次",
        "开展 组织 进行",
        rf"(?:{_ON_DISCLOSURE}|网站|新媒体|栏目)[^，;。:、\d]{{0,8}}(?:检查|督查|督导|抽查|自查)",
        shun=_TOPICS,
    ),
)
