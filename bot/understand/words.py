"""The words for what to do with facts, for whom they are split, and for kinds of question.

Data only: each table maps a key to its wordings in Chinese and English.
"""

# fmt: off

from index.types import Kind

# Kinds of bodies, as questions for them are made: 哪些乡镇, 有多少个部门, 单位有几个.
_BODIES = (
    "单位", "乡镇", "部门", "镇", "局", "街道", "县", "机构", "地方", "机关", "乡镇街道",
    "委办局",
)
_COUNTING = tuple(
    phrase
    for body in _BODIES
    for phrase in (
        *(
            f"{start}{many}{body}"
            for start in ("", "有")
            for many in ("多少个", "几个", "多少家", "几家", "多少")
        ),
        *(f"{body}{many}" for many in ("有几个", "有多少个", "有多少", "有几家", "有多少家")),
    )
)
_LISTING = tuple(
    phrase
    for body in _BODIES
    for phrase in (
        *(
            f"{start}{which}{body}"
            for start in ("", "有")
            for which in ("哪些", "哪几个", "哪几家", "哪个", "哪家")
        ),
        *(
            f"{body}{which}"
            for which in ("有哪些", "是哪些", "有哪几个", "有哪几家", "是哪个", "是哪家", "是谁")
        ),
    )
)

OPERATIONS: dict[str, tuple[str, ...]] = {
    "trend": (
        "怎么走", "走向", "历年", "逐年", "每一年", "各年", "各年度", "趋势", "走势", "变化趋势",
        "历年来", "年年",
        "每年", "over the years", "trend", "trends", "each year", "year by year", "by year",
        "every year", "per year", "over time", "for each year", "in each year", "for every year",
        "yearly", "from year to year", "in every year", "annual figures",
    ),
    "difference": (
        "difference between", "差多少", "相差", "差额", "差距", "差了多少", "相差多少", "差",
        "差值", "增加了多少", "减少了多少", "多了多少", "少了多少", "多多少", "少多少", "增加",
        "减少", "多出", "多出多少", "增减", "增加多少", "减少多少", "少了几", "多了几", "多几",
        "少几", "差几", "增减多少", "少了", "多了", "difference", "how many more",
        "how many fewer", "increase by", "decrease by", "rise by", "fall by", "by how many",
        "differ", "gap", "how much more", "how much less", "how many less", "increased by",
        "decreased by", "fell by", "grow by", "went up by", "went down by",
    ),
    "growth": (
        "增长率", "增幅", "降幅", "涨幅", "百分之几的增长", "增速", "增长百分之几",
        "下降百分之几", "增长了百分之几", "下降了百分之几", "降了百分之几", "涨了百分之几",
        "增加了百分之几", "减少了百分之几", "增长百分之多少", "下降百分之多少", "减少百分之几",
        "增加百分之几", "变化率", "升了百分之几", "多了百分之几", "少了百分之几",
        "增长了百分之多少", "下降了百分之多少", "减少了百分之多少", "涨了百分之多少",
        "降了百分之多少", "growth rate", "percentage change", "percent change", "rate of growth",
        "change in percent", "in percentage terms", "in percent terms", "by what percentage",
        "by what percent", "growth in percent", "growth percentage", "percentage growth",
        "percentage increase", "percentage decrease",
    ),
    "yoy": ("同比", "year-on-year", "year on year", "yoy"),
    "change": (
        "提高", "提高了多少", "提高多少", "提升", "提升了多少", "降低", "降低了多少", "降低多少",
        "提高了", "降低了", "变化", "增长", "变动", "变了多少", "增长了多少", "涨了多少",
        "降了多少", "下降", "上升", "涨", "降", "下降了多少", "上升了多少", "变化了多少",
        "有什么变化", "变化大不大", "有啥变化", "怎么变", "变化多少", "增长多少", "下降多少",
        "变化情况", "升", "涨了", "降了", "涨跌", "跌", "跌了", "是涨还是跌", "上涨", "上涨了",
        "升高", "变多", "变少",
        "change", "changed", "changes",
        "growth", "grow", "grew", "rise", "rose", "fall", "fell", "increase", "increased",
        "decrease", "decreased", "went up", "went down", "go up", "go down", "drop", "dropped",
    ),
    "most": (
        "最主要", "最主要的", "主要的", "最多", "最高", "最大", "第一", "第一名", "排第一",
        "居首", "最多的", "得最多", "得最高", "排名第一", "榜首", "数一数二", "最厉害", "头一名",
        "the most",
        "most", "highest", "largest", "maximum", "max", "biggest", "greatest", "number one",
        "peak", "peaked",
    ),
    "least": (
        "最少", "最低", "最小", "倒数第一", "垫底", "末位", "最少的", "得最少", "倒数第一名",
        "最后一名",
        "排最后", "排名最后", "fewest", "lowest", "smallest", "minimum", "the least", "least",
        "min",
    ),
    "rank": (
        "排", "排在", "排第几", "第几", "排名第几", "第几名", "排第几名", "排在第几", "排几",
        "排名", "排行", "排序", "排一下", "排个名", "排行榜", "从高到低", "由高到低", "从多到少",
        "排个序", "名次", "排排名", "ranking", "rank", "ranked", "rankings", "league table",
        "in descending order", "sorted",
    ),
    "rank_up": ("从低到高", "由低到高", "从少到多", "由少到多", "in ascending order"),
    "sum": (
        "加", "加上", "总和", "之和", "加起来", "合起来", "加总", "求和", "汇总", "加在一起",
        "合在一起", "相加", "总计", "合计", "一共", "总共", "共", "累计", "总数", "总量", "sum",
        "in total", "total", "combined", "altogether", "totals", "add up to", "together",
        "overall", "in all", "all together", "put together",
    ),
    "mean": (
        "平均", "均值", "平均数", "平均值", "平均每年", "平均每个", "平均下来", "年均", "平均每",
        "average", "mean", "on average", "averages",
    ),
    "share": (
        "率", "占比", "比例", "占", "占多少", "百分之几", "百分之多少", "比重", "百分比", "几成",
        "份额", "占了多少", "占到", "所占比例", "占了", "占几成", "占总数", "比率", "share",
        "percentage", "percent", "proportion", "%", "fraction", "what share", "per cent",
        "ratio",
    ),
    "breakdown": (
        "构成", "明细", "细分", "分布", "各多少", "各是多少", "各有多少", "各几件", "各几条",
        "都有哪些", "都有啥", "分类", "细目", "分哪几类", "哪几类", "分几类", "分哪些类",
        "分为哪几类", "有哪几类", "哪些类别", "分别有哪些", "里都有啥", "包括哪些", "包含哪些",
        "各占几成", "各占多少", "各占", "分别是多少", "分别多少", "各为多少", "按类别", "组成",
        "拆开", "分项", "各项", "逐项", "细说", "分开", "各几", "各类", "breakdown",
        "broken down", "break down", "by type", "split", "composition", "distribution",
        "by category", "by applicant", "by reason", "by outcome", "itemise", "itemize",
        "divided", "made up",
    ),
    "compare": (
        "较", "相较", "相较于", "比起", "相对于", "较之", "比较", "对比", "比一比", "比一下",
        "相比", "比", "比较一下", "对比一下", "相比较", "谁多", "谁更多", "哪个多", "谁高",
        "哪个高", "谁少", "哪个少", "哪家多", "谁更少", "哪个更多", "哪边多", "pk", "vs",
        "versus", "compare", "compared", "comparison", "comparing", "than", "side by side",
        "against each other",
    ),
    "more": (
        "更多", "多", "高", "高于", "多于", "more", "higher", "greater", "larger", "exceed",
        "exceeded",
    ),
    "less": ("更少", "少", "低", "低于", "少于", "fewer", "lower", "less", "smaller"),
    "table": (
        "列个表", "画个表", "表格形式", "做个表", "列表", "列成表", "做成表格", "列张表",
        "用表格", "画张表", "列个表看看", "画个表看看", "as a table", "in a table", "table",
    ),
    "zero": (
        "一件都没", "一件也没", "一件都没有", "一件也没有", "零申请", "零", "没有收到", "没收到",
        "没收到过", "为零", "为0", "等于0", "是0", "没有收到过", "一个都没有", "一个也没有",
        "一条都没有", "一起都没有", "一次都没有", "一次也没有", "一次都没", "一次也没",
        "一起也没有", "未收到", "没接到", "没有接到", "没有人", "没人", "一件没有", "一件没",
        "从没", "一份都没", "一份也没", "一份都没有", "zero", "no", "none", "nobody", "no one",
        "not receive any", "never", "didn't receive any", "not a single", "without any",
        "not any",
    ),
    "list_places": (
        *_LISTING,
        "有哪几个", "有哪几家",

         "哪些乡",   "哪几家",  "哪几个",
          "哪家",     "哪个乡",
             "谁", "哪一个单位", "哪一个乡镇",
        "有谁", "都有谁", "哪里",   "哪些政府", "哪个村镇", "哪儿",
        "which bodies", "which towns", "which townships", "which bureaus", "which departments",
        "which places", "which issuers", "which body", "which town", "which township",
        "which bureau", "which department", "which place", "which agencies", "which agency",
        "who", "list all bodies", "all bodies", "which units", "which unit", "which authorities",
        "which office", "which offices", "which counties", "which county", "which subdistrict",
        "which subdistricts", "which organisation", "which reports", "which authority",
        "list the bodies", "which government", "which governments", "which local bodies",
        "which one",
    ),
    "count_places": (
        *_COUNTING,
        "有几家", "有多少家",     "how many bodies",
        "how many towns", "how many townships", "how many bureaus", "how many departments",
        "how many places", "how many issuers", "how many agencies", "how many units",
        "how many authorities", "how many town", "how many offices",
    ),
    "how_computed": (
        "怎么算的", "怎么算出来", "怎么得出", "怎么来的", "如何计算", "如何得出", "计算过程",
        "依据是什么", "how was this computed", "how was it computed", "how is this computed",
        "how did you compute", "how was this calculated", "how did you get",
        "how is it calculated",
    ),
}

MEMBERS: dict[str, tuple[str, ...]] = {
    "natural": (
        "自然人", "个人", "老百姓", "公民", "群众", "市民", "居民", "村民", "百姓", "普通人",
        "个人申请", "农民", "公民个人", "私人", "natural person", "natural persons",
        "individual", "individuals", "citizens", "citizen", "private persons",
        "private individuals", "residents", "ordinary people", "private citizens",
    ),
    "enterprise": (
        "商业企业", "企业", "公司", "商家", "企业类", "商企", "enterprise", "enterprises",
        "business", "businesses", "company", "companies", "commercial enterprises", "firms",
        "commercial enterprise", "corporations", "commercial companies",
    ),
    "research": (
        "科研机构", "科研院所", "研究机构", "科研单位", "研究所", "科研", "research institution",
        "research institutions", "research institutes", "research institute", "research bodies",
        "research organisations",
    ),
    "ngo": (
        "社会公益组织", "公益组织", "社会组织", "公益机构", "公益团体", "ngo", "ngos",
        "public-interest organisations", "public interest organisations",
        "public welfare organisations", "public welfare organizations", "charities",
        "public-interest organizations", "social welfare organisations", "social organisations",
        "public interest organizations", "non-profits", "nonprofits",
        "social welfare organizations",
    ),
    "legal": (
        "法律服务机构", "律师事务所", "律所", "律师", "法律机构", "法律服务", "law firm",
        "law firms", "legal service providers", "legal services", "lawyers", "legal service",
        "legal service organisations", "legal service institutions",
        "legal service organizations", "legal firms", "legal service agencies",
    ),
    "other_org": (
        "其他组织", "其它组织", "其他法人", "其他（法人或其他组织）", "其他类组织",
        "other organisations", "other organizations", "other legal persons",
    ),
    "organisations": (
        "机构类", "单位类", "组织类", "机构申请人", "单位申请人", "法人类", "机构类申请",
        "法人或其他组织", "法人", "法人和其他组织", "法人及其他组织", "单位申请", "组织",
        "法人组织", "机构申请", "法人或者其他组织", "legal persons",
        "legal persons and other organisations", "organisations", "organizations",
        "legal persons or other organisations", "legal entities",
        "legal persons or other organizations", "legal persons and other organizations",
        "legal entities and other organisations", "entities",
    ),
}

# Words for kinds of body, for "each town", "which bureau".
KINDS: dict[str, tuple[tuple[Kind, ...], tuple[str, ...]]] = {
    "town": (
        (Kind.TOWN,),
        (
            "乡镇", "乡镇街道", "镇", "乡", "街道", "镇街", "镇乡", "乡镇政府", "乡镇人民政府",
            "街镇", "乡镇（街道）", "乡、镇", "乡镇办", "township", "townships", "town", "towns",
            "subdistrict", "subdistricts",
        ),
    ),
    "department": (
        (Kind.DEPARTMENT,),
        (
            "局", "部门", "各部门", "所有部门", "全部部门", "每个部门", "各个部门", "所有的部门",
            "委办局", "政府部门", "职能部门", "县直部门", "县直单位", "市直部门", "部门单位",
            "县级部门", "委局", "各局", "bureau", "bureaus", "department", "departments",
            "bureaux",
        ),
    ),
    "county": (
        (Kind.COUNTY,),
        ("县区", "区县", "县市区", "各县", "各区", "县（区）", "counties", "districts"),
    ),
    "city": ((Kind.CITY,), ("城市", "各市", "地市", "各地市", "cities")),
    "zone": ((Kind.ZONE,), ("开发区", "园区", "管委会", "zones", "development zones")),
}

QUESTION_KINDS: dict[str, tuple[str, ...]] = {
    "check": (
        "对得上", "对不对得上", "对不上", "一致", "是否一致", "矛盾", "互相矛盾", "核对", "勾稽",
        "勾稽关系", "校验", "检查", "检查一下", "平不平", "对不对", "自洽", "衔接", "衔接得上",
        "数据错误", "有没有错", "有错吗", "错误", "吻合", "相符", "打架", "出入", "平衡",
        "合不合", "差错", "算错", "对上", "能对上", "成立", "成不成立", "接得上", "有问题吗",
        "加得起来", "符不符",
        "consistent", "consistency", "agree", "match", "contradict", "contradiction",
        "contradictions", "add up", "check", "reconcile", "balance", "discrepancy",
        "discrepancies", "inconsistent", "inconsistencies", "errors", "error", "contradictory",
        "tally", "verify",
    ),
    "catalog": (
        "收录", "收录了", "覆盖", "哪几年", "哪些年", "哪些年份", "哪年", "哪一年", "有几年",
        "能查哪些", "有哪些年报", "有哪些报告", "数据库", "库里", "库", "你这里有", "你这有",
        "你有", "你们有", "收了哪些", "你这儿有", "手上有", "掌握哪些", "能查到哪些", "你都有",
        "手头有", "存了", "存有", "保存", "你那有", "你那里有", "几份年报", "多少份年报",
        "多少份报告", "几份报告", "哪几份", "which years", "what years", "do you have",
        "do you hold", "do you cover", "coverage", "available", "hold", "held", "covered",
        "cover", "in your database", "what reports", "your collection", "how many reports",
        "in store", "you have", "you hold", "on file", "is there a report", "are there reports",
        "list the reports", "reports are there", "which places", "what places", "your database",
        "which reports do you", "reports available",
    ),
    "missing": (
        "缺", "缺少", "缺哪", "缺了", "没有收录", "还缺", "缺失", "没收录", "漏", "missing",
        "lack", "lacking", "gaps",
    ),
    "term": (
        "什么意思", "是什么意思", "啥意思", "是啥意思", "什么叫", "是指什么", "指什么",
        "指的是什么", "什么是", "是什么", "定义", "含义", "解释", "解释一下", "怎么理解", "是啥",
        "啥叫", "何谓", "区别", "有什么不同", "有啥不一样", "不一样", "有何区别", "什么区别",
        "怎么定义", "是怎么回事", "什么概念", "概念", "怎么计算", "怎么算", "有什么区别",
        "啥区别", "有何不同", "是个什么", "指的是啥", "算什么", "what is meant", "what does",
        "what do", "mean", "means", "meaning", "define", "definition", "explain",
        "difference between", "stand for", "meant by", "what's the meaning", "how is",
        "calculated", "computed", "distinguish", "term",
    ),
    "wording": (
        "怎么说", "怎么写", "怎么写的", "怎么说的", "原文", "原话", "怎么讲", "怎么解释",
        "如何解释", "怎么说明", "怎么讲的", "措辞",
        "表述", "说了什么", "写了什么", "说了啥", "写了啥", "怎么表述", "怎么描述", "怎么提",
        "讲了什么", "内容是什么", "说法", "提了什么", "讲了啥", "怎么谈", "如何表述", "如何描述",
        "原句", "段落", "引用", "怎么交代", "咋写", "咋说", "咋写的", "咋说的", "文字",
        "wording", "say", "says", "quote", "exact words", "text", "verbatim", "passage",
        "describe", "described", "original text", "sentence", "sentences", "phrase",
        "word for word", "saying", "write", "written", "discuss",
    ),
    "mention": (
        "提到", "提及", "说到", "写到", "谈到", "讲到", "有没有说", "有没有提", "提过",
        "有没有写", "写过", "说过", "出现过", "提没提", "提到了", "提到过", "提及了", "讲过",
        "涉及到", "mention", "mentions", "mentioned", "refer to", "refers to", "talk about",
        "talks about", "mentioning", "contain the phrase", "contains the phrase", "contain",
        "referring to",
    ),
    "summary": (
        "概括", "总结", "摘要", "概述", "归纳", "简要", "小结", "大意", "梳理", "summarise",
        "summarize", "summary", "overview", "sum up", "key points", "main points", "gist",
    ),
    "others": (
        "别人", "其他地方", "别的地方", "别的单位", "其他单位", "别处", "各地", "别家", "人家",
        "兄弟单位", "同行", "其他乡镇", "别的乡镇", "others", "other places", "elsewhere",
        "other bodies", "other towns", "other reports",
    ),
    "problems": (
        "问题", "存在问题", "存在的问题", "主要问题", "不足", "短板", "困难", "薄弱环节", "缺点",
        "差距", "弱项", "毛病", "存在的主要问题", "存在不足", "problems", "problem",
        "shortcomings", "weaknesses", "difficulties", "deficiencies", "challenges", "issues",
        "shortcoming",
    ),
    "measures": (
        "改进", "改进情况", "改进措施", "措施", "打算", "下一步", "计划怎么", "怎么改", "整改",
        "做法", "怎么改进", "怎么解决", "准备怎么", "举措", "今后", "工作打算", "improvements",
        "improvement", "improve", "measures", "plans to", "plan", "planning to", "planned",
        "plan to", "next steps", "steps", "remedies", "going to",
    ),
    "other_matters": (
        "其他需要报告的事项", "其他需要报告", "其他事项", "需要报告的事项", "other matters",
    ),
    "overall": (
        "总体情况", "总体", "基本情况", "工作概况", "overall situation", "general situation",
    ),
    "supervision": ("监督保障", "supervision and safeguards"),
    "hello": (
        "你好", "您好", "嗨", "哈喽", "早上好", "晚上好", "下午好", "hello", "hi", "hey",
        "good morning", "good evening", "good afternoon",
    ),
    "thanks": ("谢谢", "多谢", "感谢", "谢了", "thanks", "thank you", "thx"),
    "help": (
        "帮助", "怎么用", "怎么问", "能查什么", "能做什么", "会什么", "你是谁", "有什么功能",
        "使用说明", "能干什么", "能干啥", "能问什么", "能问啥", "你会什么", "你会干什么",
        "会干什么", "能干嘛", "干嘛的", "干什么的", "你是干什么的", "你会啥", "可以问什么",
        "可以查什么", "如何使用", "怎么使用", "你能查什么", "能查啥", "能回答什么", "help",
        "what can you do", "how do i use", "what can i ask", "who are you", "how does this work",
        "how to use", "instructions", "what do you know", "what questions",
    ),
    "action": (
        "提交一份", "帮我提交", "帮我申请", "替我申请", "帮我写", "写一份", "写一篇", "起草一份",
        "代写", "帮我投诉", "帮我举报", "提交申请", "怎么申请", "如何申请", "申请流程",
        "去哪申请", "在哪申请", "怎样申请", "申请表", "删除", "修改数据", "改成", "翻译",
        "我要申请", "我想申请", "how do i apply",
        "how can i apply", "write a", "draft", "delete", "translate",
        "apply for me", "how to apply", "estimate", "where do i apply", "where can i apply",
        "i want to apply",
    ),
    "opinion": (
        "评价", "怎么看", "你觉得", "好不好", "靠谱", "为啥", "为什么", "原因是什么", "造假",
        "腐败", "原因何在", "是什么原因", "why", "reason why", "corrupt", "opinion",
        "do you think", "should we",
    ),
}

# Follow-up cues: a question with one of these leans on the turn before.
FOLLOW_UP: tuple[str, ...] = (
    "那", "呢", "换成", "换", "改为", "其中", "再", "还有", "同样", "也", "它", "他们", "这个",
    "上面", "刚才", "一样", "同一", "继续", "它们", "我说的是", "我是说", "我指的是", "我问的是",
    "不是", "what about", "how about", "and", "same", "instead", "i meant", "i mean", "what of",
    "also", "of those", "of these", "of them", "that", "make it", "switch to", "then", "now",
)

# Matters that these reports never state, by name: the refusal says so at once.
NOT_IN_REPORTS: tuple[str, ...] = (
    "人口", "gdp", "天气", "火灾", "房价", "面积", "书记", "镇长", "县长", "市长", "局长",
    "乡长", "工资", "财政收入", "税收", "股票", "信访量", "12345", "罚款金额", "罚款总额",
    "旅游", "学校", "医院", "病例", "疫情", "电话", "地址", "邮编", "邮箱", "population",
    "weather", "fire", "fires", "house prices", "area", "mayor", "salary", "tax revenue",
    "unemployment", "hospital", "hospitals", "school", "schools", "phone number", "stock",
    "crime", "accidents",
)

_ORDINALS = tuple(
    f"{start}{n}{end}"
    for start in ("第", "排名第", "排第")
    for n in (*"二三四五六七八九十", *map(str, range(2, 11)))
    for end in ("", "名", "位", "多", "高", "少", "低")
)

# Sums that are understood and not done, by how they are declined.
NOT_DONE: dict[str, tuple[str, ...]] = {
    "not_computed": (
        *_ORDINALS,
        "倍", "几倍", "多少倍", "翻番", "翻了一番", "翻了几番", "翻几番", "翻倍", "翻了一倍",
        "中位数", "中位值", "中值", "众数", "标准差", "方差", "亚军", "季军", "times as many",
        "times more", "times as much", "double", "doubled", "twice", "median", "deviation",
        "standard deviation", "second most", "second highest", "third most", "runner-up",
    ),
    "excluding": ("刨去", "除开", "撇开", "抛开"),
}

# How many: what makes a phrase a question for a number.
QUANTITY: tuple[str, ...] = (
    "多少", "几", "几个", "几多", "多少个", "多少件", "几件", "多少条", "几条", "多少次", "几次",
    "多少份", "几份", "多少起", "几起", "多少宗", "几宗", "多少项", "几项", "多少篇", "几篇",
    "多少期", "几期", "多少场", "几场", "几回", "多少回", "多少例", "几例", "多少单", "几单",
    "多少封", "几封", "多少桩", "几桩", "多少部", "几部", "几样", "多少样", "多少笔", "几笔",
    "有多少", "是多少", "为多少", "有多少个", "数量", "数目", "件数", "条数", "次数", "份数",
    "个数", "总数", "总量", "期数", "场数", "篇数", "有几件", "有几条", "有几次", "有几起",
    "有几份", "多大", "数额", "起数", "how many", "how much", "number", "numbers", "number of",
    "the number of", "total number of", "amount of", "count of", "quantity", "how often",
    "how many times", "what number",
)
CONJUNCTIONS: tuple[str, ...] = (
    "和", "与", "跟", "同", "及", "以及", "还有", "或", "或者", "还是", "、", "and", "or",
    "as well as", "vs", "versus", "&", "plus", "并", "加", "加上",
)
EVERY: tuple[str, ...] = (
    "各", "各个", "各自", "每", "每个", "分别", "分别是", "分别有", "每一个", "各是", "各有",
    "each", "every", "respectively", "各为",
)
NEGATIONS: tuple[str, ...] = (
    "不", "没", "没有", "未", "无", "非", "不是", "并非", "没有过", "除了", "除", "除去", "以外",
    "之外", "不算", "不含", "不包括", "不计", "排除", "剔除", "去掉", "扣除", "别", "没过",
    "从未", "从来没有", "从来没", "尚未", "还没", "not", "no", "without", "except", "excluding",
    "except for", "other than", "apart from", "didn't", "don't", "doesn't", "wasn't", "weren't",
    "isn't", "aren't", "haven't", "hasn't", "never", "but not", "non", "did not", "does not",
    "do not", "exclude", "neither", "nor", "hadn't",
)
HYPOTHETICAL: tuple[str, ...] = (
    "如果", "假如", "假设", "要是", "倘若", "若是", "万一", "假使", "if", "suppose", "supposing",
    "预测", "预计", "估计一下", "predict", "forecast", "assuming", "hypothetically", "what if",
    "明年",
    "后年", "下一年", "next year", "理论上",
)
# What a question has that is answered by yes or no.
YES_NO: tuple[str, ...] = (
    "对不对", "对吗", "对吧", "吗", "是否", "有没有人", "有没有单位", "有没有", "是不是",
    "了没有", "没有吗", "有无",
    "有没", "了没", "么", "嘛", "没有过", "is it true", "is it true that", "did anyone",
    "did any", "was there", "were there", "is there", "are there", "was there any",
    "were there any",
)
# The place itself as a whole: its own report, or the sum over its bodies.
WHOLE: dict[str, tuple[str, ...]] = {
    "county": (
        "全县", "县里", "本县", "我县", "整个县", "我们县", "全区", "区里", "全县范围", "县内",
        "the whole county", "countywide", "county-wide", "the county as a whole",
        "the entire county", "the county", "whole county",
    ),
    "city": (
        "全市", "市里", "本市", "我市", "整个市", "我们市", "the whole city", "citywide",
        "city-wide", "the entire city",
    ),
    "province": ("全省", "省里", "本省", "我省", "the whole province", "provincewide"),
}
# Bodies of any kind, all of those that are held.
ANY_BODY: tuple[str, ...] = (
    "所有单位", "各单位", "全部单位", "每个单位", "所有机构", "各机构", "所有地方", "各地方",
    "各地", "所有的单位", "各个单位", "所有机关", "各机关", "所有政府", "各政府", "下属单位",
    "下辖单位", "all bodies", "all issuers", "every body", "all units", "all places",
    "all authorities", "all agencies", "every authority", "each body", "every issuer",
    "all held bodies", "all held", "everyone", "all of them", "每家单位", "各家单位", "全体单位",
    "所有收录单位", "所有收录的单位",
)
# A frame that asks for an account, in numbers if a metric is named and in words if not.
DESCRIBE: tuple[str, ...] = (
    "不同", "不一样", "有哪些不同", "哪些不同", "有什么不一样", "有哪些变化", "情况", "情形",
    "怎么样", "介绍", "介绍一下", "如何", "有哪些", "做了哪些", "做了什么", "怎样", "哪些方面",
    "是怎么", "怎么", "怎么做", "怎么做的", "怎么开展", "怎么推进", "做了啥", "有啥", "讲讲",
    "说说", "方面", "describe", "how", "what has been done", "what did", "tell me about",
    "situation", "how does", "how did", "what are", "状况", "现状", "进展", "成效", "亮点",
    "有什么", "哪些工作", "什么样", "有哪些具体", "具体有哪些", "具体情况",
)
