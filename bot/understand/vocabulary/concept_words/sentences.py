"""Words for what only sentences state: publishing and its channels, and what else was done."""

# fmt: off

SENTENCES: dict[str, tuple[str, ...]] = {
    "proactive": (
        "主动公开", "主动公开信息", "主动公开政府信息", "主动公开数", "公开条数", "信息条数",
        "条信息", "公开信息条数", "主动发布", "主动公开量", "主动公开条数", "主动公开总数",
        "公开信息", "公开政府信息", "公开各类信息", "主动公开各类信息", "条政府信息",
        "公开信息总数", "主动公布", "proactive", "proactively", "proactive disclosure",
        "items published", "proactively published", "proactively disclosed",
        "published proactively", "pieces of information published", "information items",
        "own initiative", "on its own initiative", "voluntarily", "of its own accord",
        "of their own accord", "on their own initiative", "information published",
    ),
    "publish": (
        "发行", "发行了", "对外公布", "对外公布信息", "对外公布的信息",
        "推了", "推过", "登了", "登出", "刊登", "刊登了", "登载",
        "posts", "发布", "公布", "发布了", "公布了", "发布信息", "公布信息", "上网", "晒",
        "晒出", "发布的信息", "对外发布", "发信息", "发的信息", "发了", "发", "发的", "发出",
        "发过", "发布量", "发布数", "发布数量", "推送", "推送了", "发布过", "发布的", "publish",
        "published",
        "publishes", "publishing", "post",
        "posted", "put out", "release", "released", "items", "put online",
    ),
    "open": (
        "公开", "公开得", "公开了", "公开的", "公开数", "公开量", "公开过", "公开出来", "公开总数",
        "disclose", "disclosed", "discloses", "made public", "make public", "disclosing",
    ),
    "via": ("通过", "经由", "借助", "利用", "via", "by means of"),
    "website": (
        "政府网上", "官网上", "网站上", "网上公开", "网上发布", "网上发了", "上网公开",
        "网站", "政府网站", "门户网站", "官网", "政府门户网站", "门户", "网页", "website",
        "web site", "portal", "government website", "site",
    ),
    "wechat": ("微信", "公众号", "微信公众号", "官微", "wechat", "wechat account", "weixin"),
    "weibo": ("微博", "政务微博", "weibo"),
    "video": (
        "视频号", "抖音", "快手", "短视频", "抖音号", "video account", "video accounts",
        "douyin", "kuaishou", "tiktok", "short videos",
    ),
    "newmedia": ("新媒体", "政务新媒体", "new media", "social media"),
    "board": (
        "村务公示栏","信息公开栏", "政务公开栏", "村务公开栏", "政府信息公开栏",
        "公开栏", "公示栏", "宣传栏", "电子屏", "公告栏", "显示屏", "notice board",
        "notice boards", "bulletin board", "bulletin boards", "billboards",
    ),
    "press": (
        "报刊", "报纸", "新闻媒体", "电视", "广播", "媒体", "刊发稿件", "press", "newspaper",
        "newspapers", "radio", "tv",
    ),
    "platform_other": ("今日头条", "美篇", "头条号", "toutiao"),
    "gazette": ("公报", "政府公报", "gazette", "gazettes"),
    "copies": ("册", "赠阅册数", "册数", "赠阅", "copies"),
    "cat_news": (
        "工作动态", "政务动态", "动态类", "动态信息", "动态", "work news", "news items",
        "work updates",
    ),
    "cat_notice": (
        "通知公告", "公示公告", "公告公示", "通知公示", "公告", "公示", "通知", "notices",
        "announcements",
    ),
    "cat_policy": (
        "政策文件", "政策法规", "政策性文件", "政策类", "policy documents", "policy items",
    ),
    "cat_budget": ("财政预算", "财政预算信息", "财政预决算信息",
        "预决算", "财政预决算", "财政信息", "预算", "决算", "三公经费", "三公", "budget",
        "budgets", "final accounts", "budget items",
    ),
    "cat_personnel": ("人事信息", "人事任免", "任免", "人事", "personnel"),
    "cat_profile": (
        "机构职能", "机构概况", "领导信息", "概况类", "机构信息", "概况",
        "institutional profile", "profile",
    ),
    "cat_plan": ("规划计划", "统计信息", "规划", "plans", "planning information"),
    "cat_key": ("重点领域", "重点领域信息", "key areas", "key-area"),
    "catalogue": (
        "更新目录", "目录更新", "更新的目录", "更新公开目录", "公开目录", "信息公开目录", "目录",
        "catalogue", "catalog entries",
    ),
    "interpretation": (
        "政策解读", "政策解读材料", "解读", "解读材料", "政策简明问答", "图解", "interpretation",
        "interpretations", "policy interpretations", "policy interpretation",
    ),
    "pressconf": ("新闻发布会", "发布会", "press conference", "press conferences"),
    "interview": ("在线访谈", "访谈", "interviews", "online interviews"),
    "response": (
        "回应", "回应社会关切", "回应公众关切", "回应关切", "舆情", "舆情回应", "回应公众关注",
        "responses", "public concerns",
    ),
    "solicit": (
        "意见征集", "征集意见", "民意征集", "征集调查", "民意调查", "征集", "征求意见",
        "收集意见", "征集意见建议", "征求意见建议", "征求",
        "consultation", "consultations", "public consultations", "opinion surveys",
    ),
    "opinions": ("公众意见", "收到意见", "意见数", "意见", "意见建议", "收到意见建议",
        "opinions", "comments"),
    "mail": (
        "局长信箱", "市长信箱", "县长信箱", "区长信箱", "镇长信箱", "乡长信箱", "书记信箱",
        "主任信箱", "厅长信箱", "领导信箱", "部门信箱", "公众信箱", "网上信箱", "来信", "信箱",
        "留言", "群众留言", "网民留言", "mailbox", "messages",
    ),
    "consult": (
        *(f"{how}{who}咨询" for how in ("接待", "受理", "解答", "答复", "接受", "接听", "回复", "")
          for who in ("群众", "公众", "来访", "来电", "电话", "市民", "企业", "现场", "网上")),
        "接待咨询", "解答咨询", "受理咨询", "群众来咨询", "来咨询", "咨询", "接受咨询",
        "enquiries", "inquiries",
    ),
    "online": (
        "网络来的", "网上来的", "网上提的", "网上提交的", "网络提交的",
        "网络申请", "网上申请", "通过网络", "线上申请", "在线申请", "网络渠道",
        "applications online", "online applications", "online requests", "online",
    ),
    "letter": (
        "信函申请", "信函", "寄信", "邮寄", "邮寄申请", "by letter", "by post", "by mail",
        "letters",
    ),
    "in_person": ("当面申请", "当面", "现场申请", "上门申请", "in person"),
    "fax": ("传真申请", "传真", "fax", "by fax"),
    "proposals": (
        "人大代表建议和政协委员提案", "人大代表建议和政协提案", "人大建议和政协提案",
        "人大代表建议、政协委员提案", "人大代表建议、政协提案", "人大建议、政协提案",
        "代表建议和委员提案", "代表建议、委员提案", "建议提案", "建议和提案", "建议、提案",
        "人大建议政协提案", "政协提案人大建议", "提案建议", "提案和建议", "政协提案和人大建议",
        "政协提案、人大建议", "政协提案和人大代表建议", "委员提案和代表建议", "提案、建议",
        "proposals", "motions", "suggestions and proposals",
        "proposals and suggestions",
    ),
    # Half of what is counted together, which no report's number stands for.
    "one_house": (
        "人大代表建议", "人大建议", "代表建议", "政协委员提案", "政协提案", "委员提案", "提案",
        "议案",
    ),
    "key_decision": (
        "重大决策", "重大决策预公开", "重大行政决策", "key decisions", "major decisions",
        "major decision",
    ),
    "training": (
        "组织业务培训", "组织培训", "开展业务培训", "举办业务培训", "举办培训", "组织了培训",
        "培训", "培训班", "办过培训", "搞过培训", "开过培训", "组织过培训", "办了培训",
        "业务培训", "办班", "training", "training sessions", "trainings",
        "training courses", "courses",
    ),
    "trained": (
        "受训", "受训人次", "受训人数",
        "参训", "参加培训", "培训人次", "培训人数", "接受培训", "people trained", "trained",
        "train",
        "trainees", "attended", "attend", "attending", "attendees", "took part in", "attendance",
        "participants", "participated in",
    ),
    "meeting": (
        "几次会", "多少次会", "几场会", "几个会", "多少场会",
        "工作会议", "会议", "开会", "专题会议", "推进会", "meetings",
        "meeting" ),
    "inspection": ("监督检查", "通报", "督查", "inspections", "inspection"),
    "staff": (
        "工作人员", "人员",
        *(f"{does}{what}{who}" for does in (*"干搞做管", "负责", "从事")
          for what in ("信息公开", "政务公开", "政府信息公开")
          for who in ("的", "的人", "工作的")),
        "staff", "employees", "personnel working on disclosure",
        "staff working", "staff members", "people working",
    ),
    "full_time": (
        "专职", "专职人员", *(f"专职{does}" for does in "干搞做管"), "full-time", "full time",
    ),
    "part_time": (
        "兼职", "兼职人员", *(f"兼职{does}" for does in "干搞做管"), "part-time", "part time",
    ),
    "point": (
        "查阅点", "查阅中心", "查阅场所", "政务公开专区", "公开专区", "专区", "reading rooms",
        "reading room", "disclosure corner", "disclosure corners",
    ),
    "run": ("开着", "开着的", "开设", "开设了", "开通", "开通了", "运营", "运行", "在运行的"),
    "account": (
        "新媒体账号数", "新媒体账号数量", "账号数", "账号", "帐号", "政务新媒体账号",
        "accounts", "account",
    ),
    "follower": (
        "粉丝", "有多少人关注", "多少人关注",
        "关注", "关注者", "关注人数", "关注量", "粉丝数", "followers", "subscribers"),
    "read": ("阅读量", "阅读次数", "浏览量", "reads", "views"),
    "visit": (
        "访问量", "访问", "点击量", "点击", "访问次数", "总访问次数", "访问人次", "visits",
        "visited", "visitors", "hits", "traffic",
    ),
    "online_service": ("政务服务事项", "服务事项", "service items"),
    "accountability": ("责任追究", "追责", "问责", "accountability"),
    "complaint": (
        "举报投诉数", "举报投诉数量", "投诉举报", "举报投诉", "投诉", "举报", "complaints",
        "complaint",
    ),
    "funds": ("专项经费", "经费", "funds", "funding"),
    "office": ("专门机构",),
    "on_time": (
        "按时办结", "按期办结", "按时", "按期", "按时答复", "按期答复", "on time",
        "within the deadline",
    ),
    "on_time_rate": (
        "按时办结率", "按期办结率", "按时答复率", "按期答复率", "及时答复率", "按时办理率",
        "on-time rate", "rate of timely handling",
    ),
    "extended": ("延期办结", "延期", "延期答复", "extended", "after extension"),
    "trade_secret": ("商业秘密", "trade secret", "trade secrets"),
    "privacy": ("个人隐私", "隐私", "privacy", "personal privacy"),
    "not_information": ("不是政府信息", "非政府信息", "不是条例所指政府信息", "不属于政府信息"),
    "already_public": (
        "已主动公开", "属于已主动公开", "已经公开", "already public", "already published",
    ),
    "not_ours": ("不属于本机关", "不属于本行政机关", "非本机关"),
    "to_correct": ("更改补充", "告知作出更改补充"),
    "other_way": ("其他途径", "通过其他途径"),
}
