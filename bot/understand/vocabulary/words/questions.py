"""Kinds of question, and matters that no report answers."""

from bot.understand.vocabulary.said_twice import over_again

# fmt: off

QUESTION_KINDS: dict[str, tuple[str, ...]] = {
    "check": (
        "接上", "能接上", "接不接得上", "核实一下", "对一下数",
        "查错", "挑错", "有没有错误", "有没有写错",
        "写错", "填错", "有没有填错", "数字对吗", "数字对不对",
        *(f"{what}{has}{wrong}" for what in ("数据", "数字", "账", "表格", "表里", "数")
          for has in ("有没有", "有无", "有", "是否有", "没有", "没")
          for wrong in ("问题", "毛病", "错", "错误", "差错", "出入", "矛盾", "不对")),
        "问题数据", "数据问题", "有没有毛病", "准不准", "数据准确吗", "数据准确", "数据准不准",
        "出错", "有没有出错",
        "可靠不可靠", "数据可靠", "数据可信",
        "对得上", "对不对得上", "对不上", "一致", "是否一致", "矛盾", "互相矛盾", "核对", "勾稽",
        "勾稽关系", "校验", "核验", "复核", "验算", "查验",
        *(said for verb in ("核", "验", "核对", "核验") for said in over_again(verb)),
        "检查", "检查一下", "平不平", "对不对", "自洽", "衔接", "衔接得上",
        "数字错误", "自相矛盾",
        "数据错误", "有没有错", "有错吗", "错误", "吻合", "相符", "打架", "出入", "平衡",
        "合不合", "差错", "算错", "对上", "能对上", "成立", "成不成立", "接得上", "有问题吗",
        "加得起来", "符不符",
        "consistent", "consistency", "agree", "match", "contradict", "contradiction",
        "contradictions", "add up", "check", "reconcile", "balance", "discrepancy",
        "discrepancies", "inconsistent", "inconsistencies", "errors", "error", "contradictory",
        "tally", "verify", "contradict themselves", "contradicts itself", "disagree", "mistakes",
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
        "是干嘛的", "干嘛用的", "是干什么的", "干啥用的", "是干啥的",
        "什么意思", "是什么意思", "啥意思", "是啥意思", "什么叫", "是指什么", "指什么",
        "是指啥", "指啥",
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
        "word for word", "saying", "write", "is written", "was written", "are written",
        "written about", "discuss",
    ),
    "mention": (
        "提到", "提及", "说到", "写到", "谈到", "讲到", "有没有说", "有没有提", "提过",
        "有没有写", "写过", "说过", "出现过", "提没提", "提到了", "提到过", "提及了", "讲过",
        "涉及到", "mention", "mentions", "mentioned", "refer to", "refers to", "talk about",
        "talks about", "mentioning", "contain the phrase", "contains the phrase", "contain",
        "referring to",
    ),
    "summary": (
        "概括", "总结", "摘要", "概述", "概况", "概要", "概览", "综述", "归纳",
        "简要", "小结", "大意", "梳理", "summarise",
        "summarize", "summary", "overview", "sum up", "key points", "main points", "gist",
    ),
    "others": (
        "别人", "其他地方", "别的地方", "别的单位", "其他单位", "别处", "各地", "别家",
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
        "因为什么", "因为啥", "什么缘故", "为何", "怎么回事", "咋回事", "怎么会", "how come",
        "评价", "怎么看", "你觉得", "好不好", "靠谱", "为啥", "为什么", "原因是什么", "造假",
        "腐败", "原因何在", "是什么原因", "why", "reason why", "corrupt", "opinion",
        "do you think", "should we",
    ),
}

# Follow-up cues: a question with one of these leans on the turn before.
FOLLOW_UP: tuple[str, ...] = (
    "另一个", "另外一个", "另一家", "另外一家", "另外那个",
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
    "多少分", "得分", "考核分",
    "unemployment", "hospital", "hospitals", "school", "schools", "phone number", "stock",
    "crime", "accidents",
)

HYPOTHETICAL: tuple[str, ...] = (
    "如果", "假如", "假设", "要是", "倘若", "若是", "万一", "假使", "if", "suppose", "supposing",
    "预测", "预计", "估计一下", "predict", "forecast", "assuming", "hypothetically", "what if",
    "明年",
    "后年", "下一年", "next year", "理论上",
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
