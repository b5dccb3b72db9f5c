"""What to do with facts: rank, share, compare, and what is understood and not done."""

from bot.understand.vocabulary.said_twice import over_again

# fmt: off

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
        *(f"{body}{many}" for many in ("有几个", "有多少个", "有多少", "有几家", "有多少家",
                                       "几个", "多少个", "几家", "多少家")),
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
        "develop", "developed", "development", "evolve", "evolved",
        "怎么走", "怎么个走法", "走法", "一年年", "一年年下来",
        "走向", "历年", "逐年", "连年", "每一年", "各年", "各年度", "趋势", "走势",
        "变化趋势",
        "历年来", "年年",
        "每年", "over the years", "trend", "trends", "each year", "year by year", "by year",
        "every year", "per year", "over time", "for each year", "in each year", "for every year",
        "yearly", "from year to year", "in every year", "annual figures",
        "as time went on", "as time goes on", "as the years went by", "with time",
    ),
    "difference": (
        *(f"{way}{many}{unit}" for way in "多少" for many in ("几", "多少")
          for unit in "件条次份"),
        "minus", "减去", "减掉", "领先多少", "领先多少件", "领先了多少", "领先几", "领先几件",
        "落后多少", "落后了多少", "落后几",
        "净增", "净增加", "净减", "净减少", "减了多少", "减多少", "增了多少", "增多少", "减了几",
        "几个百分点", "多少个百分点", "多少百分点", "百分点", "percentage points",
        "percentage point", "how many percentage points", "by how many percentage points",
        "difference between", "差多少", "相差", "差额", "差距", "差了多少", "相差多少", "差",
        "差值", "增加了多少", "减少了多少", "多了多少", "少了多少", "多多少", "少多少", "增加",
        "减少", "多出", "多出多少", "增减", "增加多少", "减少多少", "少了几", "多了几", "多几",
        "少几", "差几", "增减多少", "少了", "多了", "difference", "how many more",
        "how many fewer", "increase by", "decrease by", "rise by", "fall by", "by how many",
        "differ", "gap", "how much more", "how much less", "how many less", "increased by",
        "decreased by", "fell by", "grow by", "went up by", "went down by",
    ),
    "growth": (
        "增减百分比", "增减比例", "减少百分比", "增加百分比", "下降百分比",
        "上升百分比", "增长百分比", "变化百分比", "增减幅度", "变化幅度", "变动百分比",
        "多少百分比", "百分之多少的增长",
        "增长率", "增幅", "降幅", "涨幅", "百分之几的增长", "增速", "增长百分之几",
        "下降百分之几", "增长了百分之几", "下降了百分之几", "降了百分之几", "涨了百分之几",
        "增加了百分之几", "减少了百分之几", "增长百分之多少", "下降百分之多少", "减少百分之几",
        "增加百分之几", "变化率", "升了百分之几", "多了百分之几", "少了百分之几",
        "增长了百分之多少", "下降了百分之多少", "减少了百分之多少", "涨了百分之多少",
        "降了百分之多少", "growth rate", "rate of growth",
        "change in percent", "in percentage terms", "in percent terms", "by what percentage",
        "by what percent", "growth in percent", "growth percentage",
        *(f"{percent} {change}" for percent in ("percentage", "percent", "per cent", "%")
          for change in ("increase", "decrease", "drop", "fall", "decline", "rise", "growth",
                         "reduction", "gain", "loss", "change", "difference")),
        "by how many percent", "how many percent", "by how much in percent", "how much in percent",
        "by how many per cent", "how many per cent", "by how much percent", "how much percent",
    ),
    "yoy": ("同比", "year-on-year", "year on year", "yoy"),
    "change": (
        "下滑", "下滑了", "下滑多少",
        "提高", "提高了多少", "提高多少", "提升", "提升了多少", "降低", "降低了多少", "降低多少",
        "提高了", "降低了", "变化", "增长", "变动", "变了多少", "增长了多少", "涨了多少",
        "降了多少", "下降", "上升", "涨", "降", "下降了多少", "上升了多少", "变化了多少",
        "有什么变化", "变化大不大", "有啥变化", "怎么变", "变化多少", "增长多少", "下降多少",
        "变化情况", "升", "涨了", "降了", "涨跌", "跌", "跌了", "是涨还是跌", "上涨", "上涨了",
        "涨得", "降得", "升得", "增得", "减得",
        "升高", "变多", "变少",
        "change", "changed", "changes",
        "growth", "grow", "grew", "rise", "rose", "fall", "fell", "increase", "increased",
        "decrease", "decreased", "went up", "went down", "go up", "go down", "drop", "dropped",
        "go up or down", "went up or down", "gone up or down", "going up or down", "up or down",
        "rise or fall", "risen or fallen", "rising or falling", "increase or decrease",
        "increased or decreased", "increasing or decreasing", "grow or shrink", "gone up",
        "gone down", "risen", "fallen", "grown", "rising", "falling", "increasing", "decreasing",
        "shrink", "shrank", "shrinking", "growing", "dropping",
        "going up", "going down",
    ),
    "most": (
        "最高值", "最大值", "峰值",
        "第一多", "第一高", "第一大", "领先", "领先的", "最领先",
        *(f"最{how}{of}" for how in ("狠", "猛", "凶", "频繁", "勤", "旺", "火")
          for of in ("", "的")),
        "最快", "最快的", "fastest", "最主要", "最主要的", "主要的", "最多", "最高", "最大",
        "第一", "第一名", "排第一",
        "居首", "最多的", "得最多", "得最高", "排名第一", "榜首", "数一数二", "最厉害", "得最厉害",
        "得最狠", "得最凶", "得最猛", "头一名",
        "the most",
        "most", "highest", "largest", "best year",
        "maximum", "max", "biggest", "greatest", "number one",
        "peak", "peaked", "top", "busiest",
    ),
    "least": (
        "最低值", "最小值",
        "最少", "最低", "最小", "倒数第一", "垫底", "末位", "最少的", "得最少", "倒数第一名",
        "最后一名",
        "排最后", "排名最后", "fewest", "lowest",
        "smallest", "worst year", "minimum", "the least", "least",
        "min", "bottom", "quietest",
    ),
    "rank": (
        "排老几", "排名老几", "排第几位",
        "排", "排在", "排第几", "第几", "排名第几", "第几名", "排第几名", "排在第几", "排几",
        "位列第几",
        "降序", "排名", "排行", "排序",
        "排个名", "排行榜", "从高到低", "由高到低", "从多到少", "由多到少", "降序排列",
        "排列",
        "从大到小", "由大到小",
        "排个序", "排个队", "排排队", *over_again("排"),
        "名次", "排排名", "ranking", "rank", "ranked", "rankings",
        "league table",
        "in descending order", "sorted", "sort", "highest first", "largest first",
        "biggest first",
               "most first", "from highest to lowest", "from high to low", "from most to least",
    ),
    "rank_up": (
        "倒着排", "倒序", "升序", "反过来排", "倒过来排",
        "从低到高", "由低到高", "从少到多", "由少到多", "in ascending order",
        "lowest first", "smallest first", "fewest first", "from lowest to highest",
        "from low to high", "from least to most"),
    "sum": (
        "加", "加上", *over_again("加"), "加一起", "加一块", "加到一起", "合到一起",
        "总和", "之和", "加起来", "合起来", "加总", "求和", "汇总", "加在一起",
        "合在一起", "相加", "总计", "合计", "一共", "总共", "共", "累计", "总数", "总量", "sum",
        "in total", "total", "combined", "altogether", "totals", "add up to", "together",
        "overall", "in all", "all together", "put together", "add them", "add them up",
        "add up", "sum them", "sum up", "add those up", "add those",
    ),
    "mean": (
        "平均水平", "平均线", "均线",
        "平均", "均值", "平均数", "平均值", "平均每年", "平均每个", "平均下来", "年均", "平均每",
        "平均一家", "平均一个", "平均每家",
        "average", "mean", "on average", "averages",
    ),
    "median": ("中位数", "中位值", "中值", "median"),
    "times": (
        "divided by", "by what factor", "what factor", "除以", "几倍", "多少倍", "倍数",
        "how many times as many", "how many times as much", "how many times more",
        "how many times higher", "how many times larger",
        "times as many", "times as much", "times as high", "times as large",
    ),
    "double": (
        "翻番", "翻倍", "翻了一番", "翻了一倍", "翻了番", "翻了倍", "翻一番", "double", "doubled",
    ),
    "halve": ("腰斩", "减半", "减少一半", "少了一半", "减了一半", "halve", "halved"),
    "share": (
        "几分之几",
        "率", "占比", "比例", "占", "占多少", "百分之几", "百分之多少", "比重", "百分比", "几成",
        "份额", "占了多少", "占到", "所占比例", "占了", "占几成", "占总数", "比率", "share",
        "percentage", "percent", "proportion", "%", "fraction", "what share", "per cent",
        "ratio",
    ),
    "breakdown": (
        *(f"{by}{through}{end}" for by in ("按", "分", "各", "各个", "不同") for through in
          ("渠道", "公开渠道", "发布渠道", "平台", "途径") for end in ("", "分", "列", "多少")),
        "by channel", "per channel", "for each channel",
        "构成", "结构", "明细", "细分", "分布", "各多少", "各是多少", "各有多少", "各几件",
        "各几条",
        "都有哪些", "都有啥", "分类", "细目", "分哪几类", "哪几类", "分几类", "分哪些类",
        "分为哪几类", "有哪几类", "哪些类别", "分别有哪些", "里都有啥", "包括哪些", "包含哪些",
        "各占几成", "各占多少", "各占", "分别是多少", "分别多少", "各为多少", "按类别", "组成",
        "拆开", "分项", "各项", "逐项", "细说", "分开", "各几", "各类", "breakdown",
        "broken down", "break down", "break it down", "break that down", "break them down",
        "by type", "split", "composition", "distribution",
        "by category", "by applicant", "by reason", "by outcome", "itemise", "itemize",
        "divided", "made up",
    ),
    "compare": (
        "比起来", "比起来怎么样", "比怎么样", "比对", *over_again("比"), *over_again("比较"),
        *over_again("对比"), *over_again("比对"),
        "对照", "对照一下", "摆一起", "摆在一起", "放一起", "放在一起", "摆一起看看",
        "放一起看看", "摆在一块", "放一块",
        "较", "相较", "相较于", "比起", "相对于", "较之", "比较", "对比",
        "相比", "比", "相比较", "谁多", "谁更多", "哪个多", "谁高",
        "哪个高", "谁少", "哪个少", "哪家多", "谁更少", "哪个更多", "哪边多", "哪边", "pk", "vs",
        "versus", "compare", "compared", "comparison", "comparing", "than", "side by side",
        "against each other",
    ),
    "same": (
        "一个数", "是一个数", "同一个数", "是同一个数", "一个数字", "是一个数字", "同一个数字",
        "是同一个数字", "同样的数", "同样的数字", "是同样的数", "一样不一样", "相同不相同",
        "the same number", "the same figure", "one and the same",
        "打平", "打平手", "打成平手", "平手",
        "一样多", "一样高", "一样大", "一样少", "一样", "相同", "相等", "持平", "同样多",
        "the same", "equal", "equally many", "identical",
    ),
    "unequal": (
        "不是一个数", "不是同一个数", "不是同样的数", "不是一个数字", "不是同一个数字",
       "不一样多", "不一样", "不相同", "不相等", "不同吗", "不持平", "不等", "unequal"),
    "more": (
        "超过", "超过了", "超出", "多过", "得多", "得更多", "得高",
        "高过", "更多", "多", "高", "高于", "多于", "大于",
        "more",
        "above", "higher", "greater", "larger", "bigger", "exceed",
        "exceeded", "outnumber", "outnumbers", "outnumbered",
    ),
    "less": (
        "赶不上", "不及", "不如", "低过", "得少", "得更少", "得低",
        "少过", "更少", "少", "低", "低于", "少于", "小于",
    "fewer", "lower", "less", "smaller", "below", "under" ),
    "table": (
        "列个表", "画个表", "表格形式", "做个表", "列表", "列成表", "做成表格", "列张表",
        "用表格", "画张表", "列成表格", "弄个表格", "做个表格", "列个表格", "画个表格",
        "用表格展示",
        "用表格列出来", "表格展示", "做张表", "走势图", "趋势图", "列个表看看", "画个表看看",
        "as a table", "in a table", "table",
    ),
    "nonzero": (
        "不为零", "不为0", "不是0", "不是零", "不等于0", "不等于零", "非零", "并非零", "not zero",
        "nonzero",
        "more than zero",
    ),
    "zero": (
        "清零", "归零", "挂零",
        "一件都没", "一件也没", "一件都没有", "一件也没有", "零", "没有收到", "没收到",
        "没收到过", "为零", "为0", "等于0", "是0", "没有收到过", "一个都没有", "一个也没有",
        "一条都没有", "一起都没有", "一次都没有", "一次也没有", "一次都没", "一次也没",
        "一起也没有", "未收到", "没接到", "没有接到", "没有人", "没人", "一件没有", "一件没",
        "从没", "一份都没", "一份也没", "一份都没有", "zero", "no", "none", "nobody", "no one",
        "not receive any", "never", "didn't receive any", "not a single", "without any",
        "not any",
    ),
    "list_places": (
        *_LISTING,
        "有哪几个", "有哪几家", "哪个区", "哪些区", "哪几个区", "哪个县区", "哪些县区",

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

# Sums that are understood and not done, by how they are declined.
NOT_DONE: dict[str, tuple[str, ...]] = {
    "not_computed": (
        "之比", "的比值", "比值",
        *(f"{mean}每{one}" for mean in ("平均", "") for one in "件条次份起宗人名位笔"),
        "平均一件", "平均一条", "per application", "per request", "per case",
        "倍", "翻了几番", "翻几番", "众数", "标准差", "方差", "亚军", "季军", "times more",
        "twice",
        "deviation", "standard deviation", "runner-up",
    ),
}
