"""How many, and, each, not, and yes or no."""

# fmt: off

# How many: what makes a phrase a question for a number.
QUANTITY: tuple[str, ...] = (
    "场次", "多少场次", "几场次", "好多", "好多条", "好多件", "好多次", "好多个", "多少张", "几张",
    "几何", "多少", "几", "几个", "几多", "多少个", "多少件", "几件", "多少条", "几条", "多少次",
    "几次",
    "多少份", "几份", "多少起", "几起", "多少宗", "几宗", "多少项", "几项", "多少篇", "几篇",
    "多少期", "几期", "多少场", "几场", "几回", "多少回", "多少例", "几例", "多少单", "几单",
    "多少封", "几封", "多少封信", "几封信",
    "多少桩", "几桩", "多少部", "几部", "几样", "多少样", "多少笔", "几笔",
    "有多少", "是多少", "为多少", "有多少个", "数量", "数目", "件数", "条数", "次数", "份数",
    "个数", "总条数", "总件数", "总次数", "总份数", "总篇数", "总期数", "总数", "总量", "期数",
    "场数", "篇数", "计几件", "计多少件", "计多少", "计几条", "计几次", "有多少人次",
    "多少人次", "几人次", "有几件", "有几条", "有几次", "有几起",
    "有几份", "多大", "数额", "起数", "how many", "how much", "number", "numbers", "number of",
    "the number of", "total number of", "amount of", "count of", "quantity", "how often",
    "how many times", "what number",
)

CONJUNCTIONS: tuple[str, ...] = (
    "和", "与", "跟", "同", "及", "以及", "还有", "或", "或者", "还是", "、", "and", "or",
    "as well as", "nor", "vs", "versus", "&", "plus", "并", "加", "加上",
)

EVERY: tuple[str, ...] = (
    "各", "各个", "各自", "每", "每个", "分别", "分别是", "分别有", "每一个", "各是", "各有",
    "each", "every", "per", "respectively", "各为",
)

NEGATIONS: tuple[str, ...] = (
    "不", "没", "没有", "未", "无", "非", "不是", "并非", "没有过", "别", "没过", "从未",
    "从来没有", "从来没", "尚未", "还没", "not", "no", "without", "didn't", "don't", "doesn't",
    "wasn't", "weren't", "isn't", "aren't", "haven't", "hasn't", "never", "non", "did not",
    "does not", "do not", "neither", "nor", "hadn't",
)

# What a question has that is answered by yes or no.
YES_NO: tuple[str, ...] = (
    "一样不一样", "相同不相同",
    "没错吧", "没错吗", "没有错吧", "错没错", "对不",
    "过没有", "过没", "是这样吗", "是这样吧", "是吧", "对啵", "是这样么", "是真的吗", "没说错吧",
    "属实吗", "属实",
    "is it correct that", "is it correct", "is it the case that", "is it so that", "真的吗",
    "对不对", "对吗", "对吧", "吗", "是否", "有没有人", "有没有单位", "有没有", "是不是",
    "了没有", "有无",
    "有没", "了没", "么", "嘛", "没有过", "is it true", "is it true that", "did anyone",
    "did any", "was there", "were there", "is there", "are there", "was there any",
    "were there any",
)

# What leaves out the name behind it, and what the name before it.
EXCEPT: tuple[str, ...] = (
    "除了", "除", "除去", "除开", "不算", "不含", "不包括", "不包含", "不计", "不计入", "排除",
    "剔除", "去掉", "扣除", "刨去", "撇开", "抛开", "except", "excluding", "except for",
    "other than", "apart from", "but not", "exclude", "leaving out", "leave out", "not counting",
    "not including", "besides",
)
EXCEPTED: tuple[str, ...] = ("以外", "之外", "外", "除外")
