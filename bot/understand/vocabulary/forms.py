"""The forms of questions that ask for words: what stands before, around and behind a topic."""

import re

_BODY = (
    r"(?:单位|地方|报告|年报|部门|乡镇(?:街道)?|镇街|镇|乡|街道|局|县区|县|区|市"
    r"|机关|政府|机构|人|家)"
)
_WHO = (
    rf"(?:(?:都有|还有|有)?(?:哪些|哪几[个家份]|哪个|哪家|哪份|什么|多少[个份家]?|几[个份家]){_BODY}"
    rf"|(?:都有|还有|有没有)?谁家?|哪家|(?:有没有|有无|有)(?:别的|其他)?{_BODY}"
    rf"|(?:别的|其他|别|各){_BODY})(?:的)?(?:报告|年报)?(?:里面?|中|上)?"
)
_ALSO = r"(?:都|也|还|又|曾经|曾|有没有|有|是|在)*"
_SAYS = (
    r"(?:承认|抱怨|埋怨|吐槽|诉苦|反映|反思|指出|强调|表示|提出|写明|写着|写|说|讲|提及|提到|提|谈到|谈|出现|包含|含有|涉及)"
    r"(?:过|了|到|的|有)*"
)
_DOES = (
    r"(?:搞|办|做|建立|建|设立|设置|设|开通|开设|开办|开展|推行|实行|采用|引入|成立|聘请|请|用|有|缺)"
    r"(?:过|了|有|的是)*"
)
DONE = re.compile(rf"(?:{_WHO}){_ALSO}{_DOES}(?:吗|呢)?$")
_WHICH = r"(?:是)?(?:哪些|哪几[个份]|哪个|谁|几[个份家]|多少)"
_ARE_WHICH = rf"(?:{_WHICH}{_BODY}?|有(?:哪些|几[个份家]|多少[个份家]?|谁)|名单|清单|列表)"

# 哪些单位说人手不够
WHO_SAYS = re.compile(rf"^.*?{_WHO}{_ALSO}{_SAYS}(?P<topic>.{{2,}})$")
WHO_DOES = re.compile(rf"^.*?{_WHO}{_ALSO}{_DOES}(?P<topic>.{{2,}})$")
# 哪些单位没有提到培训; 松屿街道没提第三方评估吧
_NEVER = r"(?:都|也|还|又|一直|从来)*(?:没有?|未曾?|不曾|从未|没怎么)(?:在|里|报告|年报|专门)*"
WHO_SAYS_NOT = re.compile(
    rf"^.*?{_WHO}{_NEVER}{_SAYS}(?P<topic>.{{2,}})$"
    rf"|^{_NEVER}{_SAYS}(?P<told>.{{2,}}?)的(?:{_BODY})?{_ARE_WHICH}$"
)
# 三审三校哪些没写
STANDS_NOT_IN = re.compile(
    rf"^(?P<topic>.{{2,}}?)(?:在|被|都)*(?:{_WHO}|哪些|哪几个){_NEVER}(?:{_SAYS})(?:吗|呢)?$"
)
# 没写的是哪些, 哪些没提: of what was looked for just before.
SILENT_SINCE = re.compile(
    rf"^(?:那|还有|其中)?(?:{_WHO}|哪些|哪几个|哪个)(?:的)?{_NEVER}(?:{_SAYS})(?:呢|的)*[?？]?$"
    rf"|^(?:那|其中)?{_NEVER}(?:{_SAYS})的?(?:{_BODY})?(?:都|又)?(?:是|有)(?:哪些|哪几个|哪个|谁)(?:{_BODY})?(?:呢)?[?？]?$"
)
ONE_SAYS_NOT = re.compile(rf"^(?:是不是|是否)?{_NEVER}{_SAYS}(?P<topic>.{{2,}})$")
# 提到“一稿三发”的有哪些
SAYING_ONES = re.compile(rf"^.*?{_SAYS}(?P<topic>[^,，。]{{2,}}?)(?:的{_BODY}?)?{_ARE_WHICH}$")
# 109号在哪些报告里出现过
STANDS_IN = re.compile(
    rf"^(?P<topic>.{{2,}}?)(?:在|被|都)*{_WHO}{_ALSO}(?:{_SAYS}|{_DOES})(?:吗|呢)?$"
)
# 其他部门怎么描述培训的
OTHERS_SAY = re.compile(
    rf"^(?:(?:其他|别的|别|各|兄弟)(?:的)?{_BODY}|大家|人家|各地|他们|所有单位)(?:都|是)*"
    r"(?:怎么|如何|咋)(?:描述|表述|说|写|讲|提)"
    r"(?:到|的)?(?P<topic>.{2,})$"
)
_WHICH_YEAR = r"(?:哪一?年|哪几年|哪些年|什么时候|何时)"
# 大喇叭是哪年提的
WHEN = (
    re.compile(
        rf"^(?P<topic>.{{2,}}?)(?:这[^,，]{{1,3}}[字词]|这个说法)?(?:是)?在?{_WHICH_YEAR}的?"
        rf"(?:报告|年报)?(?:里|中|上)?面?(?:{_SAYS}|有)(?:吗|呢|的|过)?$"
    ),
    re.compile(rf"^{_WHICH_YEAR}的?(?:报告|年报)?里?{_SAYS}(?P<topic>.{{2,}})$"),
    re.compile(rf"^.*?{_SAYS}(?P<topic>.{{2,}}?)的?是?{_WHICH_YEAR}(?:的(?:报告|年报))?$"),
)
# 关停僵尸账号的那句话
THAT = re.compile(
    r"^(?P<topic>.{4,}?)的?(?:那|这)一?(?:句话|段话|段|句|部分)(?:是?(?:怎么|如何|咋)(?:说|写|讲)的?)?$"
)
# 柳树镇说网站更新慢了吗; 自然资源局说老百姓看不懂容积率那段
ONE_SAYS = re.compile(
    rf"^(?:在?(?:报告|年报)(?:里|中|上)?)?(?:有没有|是否|是不是|有|[说提写讲]没)?{_SAYS}"
    r"(?P<topic>(?![过了到的有]*(?:说|一下|什么|啥|是|哪|怎|多|几|清楚)).{2,})$"
)
# 桑桥镇有没有自己的公众号
ONE_HAS = re.compile(
    rf"^(?:有没有|有无|是否有|是不是有)(?:自己的|单独的|专门的|{_DOES})*"
    rf"(?P<topic>(?!{_SAYS}$).{{2,}})$"
)
# 给我几条关于保密审查的写法参考
WORDINGS = re.compile(
    r"^(?:.{0,6}?(?:几|一些|一下|些)(?:条|个|句|种)?)?(?:关于|有关|写|描述|说|讲)?(?P<topic>.{2,}?)"
    r"(?:这方面|方面)?的?(?<!怎么)(?<!如何)(?<!怎样)(?:写法|表述|说法|句子|例句|范例|范文|措辞|话术|素材)"
    r"(?:都?有(?:哪些|什么|啥|没有)|有吗)?(?:可以|能|供|作)?(?:参考|借鉴|学习|抄|用|看看|模仿)?(?:一下|的)?$"
)

# 这句话是谁写的, 出自哪里
THIS = (
    r"(?:下面|上面|以下|下列)?(?:的)?(?:这|那|该)(?:一)?"
    r"(?:句话|段话|段文字|个?表述|个?说法|个?写法|句|段|话)"
)
_WROTE = r"(?:写|说|用|讲|抄)(?:过|的|了)+(?:吗)?"
SOURCES = (
    re.compile(r"^(?:帮我)?查(?:一?下)?重(?:一下)?\s*[:：]"),
    re.compile(
        rf"{THIS}[^:：“”\"。？?\n]*?(?:谁|哪|多少|几|别的|其他|有没有|抄|出处|来源)"
        r"[^:：“”\"。？?\n]*"
    ),
    re.compile(
        r"[,，]?\s*(?:最早|最先|原文|原话)?(?:是)?(?:出自|来自|源自|来源于|出现在|见于|抄自)于?"
        r"(?:哪|何|谁|什么)[^:：“”\"]*"
    ),
    re.compile(r"[,，]?\s*的?(?:原文)?出处(?:是|在)?[^:：“”\"]*$"),
    re.compile(
        rf"(?:最早|最先|曾经|都)?(?:是)?(?:谁|{_WHO}){_ALSO}{_WROTE}\s*[:：]?(?=\s*[“\"「『‘])"
    ),
    re.compile(
        rf"(?<=[”\"」』’])\s*(?:最早|最先|都)?(?:是)?(?:谁|哪[些个家份里儿]?[^,，。]{{0,4}})"
        rf"(?:{_WROTE}|的话|里的|的原话)"
    ),
    re.compile(
        r"\b(?:who|which (?:reports?|bod(?:y|ies)|towns?))\b (?:else )?"
        r"(?:wrote|said|used|uses|writes)"
        r"(?: (?:this|the|these)(?: (?:sentence|wording|words|phrase))?)?\s*:?(?=\s*[“\"'])"
        r"|\bwhere (?:does|do|is) .{0,30}\bfrom\b"
        r"|\bwhose (?:words|wording|sentence)s? (?:is|are)(?: (?:this|it|these))?",
    ),
)
MARKED = re.compile(rf"{THIS}|出自|来自|源自|出处|抄自|whose|from")
QUOTED = re.compile(r"[“\"「『‘《]([^”\"」』’》]{2,200})[”\"」』’》]")
ENGLISH_WORDINGS = re.compile(
    r"^(?:please )?(?:find|show me|list|give me|any)\s(?:some |the |me )*"
    r"(?:wordings?|sentences?|passages?|phrases?|examples?|texts?)\s"
    r"(?:about|on|for|of|that mention)\s"
    r"(?P<topic>.{3,})$"
)
ENGLISH_WHO = re.compile(
    r"^.*?\b(?:(?:which|what|any|find|list|show me|are there(?: any)?|do any)\s(?:\w+ ){0,2}?"
    r"(?:reports?|bodies|towns?|townships?|departments?|bureaus?|issuers?|places|offices)"
    r"(?: (?:that|which|who))?|who(?: else)?|does anyone|did anyone|anyone"
    r"|(?:is|are|was|were) there (?:any|some)(?:thing|one|body)?"
    r"(?: (?:written|said|in the reports?))?"
    r"|(?:any|some)thing)\s"
    r"(?:also )?(?:admits?|say|says|said|mentions?|mentioned|writes?|wrote|reports?|reported|"
    r"complains?(?: of| about)?|notes?|talks? about|speaks? of|refers? to|describes?|on|about)\s"
    r"(?:that |about |of |their |its )*(?P<topic>.{3,})$"
)
ENGLISH_WHO_NOT = re.compile(
    r"^.*?\b(?:(?:which|what|any|find|list|show me)\s(?:\w+ ){0,2}?"
    r"(?:reports?|bodies|towns?|townships?|departments?|bureaus?|issuers?|places|offices)"
    r"(?: (?:that|which|who))?|who)\s"
    r"(?:(?:do|does|did|have|has) ?(?:not|n['’]?t)|never|fail(?:s|ed)? to)\s"
    r"(?:even )?(?:say|mention|write|written|report|note|talk|speak|refer|describe)(?:ed|s)?\s"
    r"(?:that |about |anything |of |to |their |its )*(?P<topic>.{3,})$"
)
TRAILING = re.compile(
    rf"(?:的(?:{_BODY}|问题|情况|现象|做法)?)?"
    r"(?:有哪些|有几[个份家]|有多少[个份家]?|有谁|那[段块句]|这[段块句]|了?没有|了?没|名单|清单|列表)?"
    r"[了吗呢呀啊吧么]*$"
)
# A document number, whose year is no year of a report: 国办函〔2020〕109号.
NUMBERED = re.compile(r"[〔\[(（【]\s*(?:19|20)\d\d\s*[〕\])）】]\s*\d+\s*号")
DIFFS = re.compile(
    r"(?:哪些|什么|啥|哪几句?|几句)(?:话|句子?|内容|文字|地方)?(?:都)?(?:没有?|未|不)(?:变|改|动)|没变的|没改的|(?:保留|沿用)了(?:哪些|什么|啥|几)"
    r"|(?:新写|新加|新增|增加|加|删|去掉|少写|多写|改写|改动|改)了?(?:哪些|什么|啥|几)"
    r"(?:内容|话|句话?|文字|表述)?"
    r"|(?:两|前后)(?:年|份).{0,8}(?:一样|相同|不同|变化|差别|区别)|(?:多少|哪些|几成).{0,4}(?:照)?抄"
    r"|(?:多少|哪些)(?:内容|句子|话|文字)?(?:是)?重复|抄了?(?:多少|几成|去年|上年|前一?年|上一?年|不少)|照抄(?!文件|原文|上级|别)|照搬(?:去|上|前)|雷同|复制粘贴|换汤不换药"
    r"|(?:写法|措辞|表述|文字|说法|写得?|报告|年报)(?:上|里)?(?:都?有)?(?:什么|啥|哪些|何)?"
    r"(?:不同|不一样|变化|区别|改动|差别|差异)"
)
# 两年的改进措施对比, 2022和2024第五部分比较: what is told of several years is held together.
SEVERAL_YEARS = re.compile(
    r"(?:[两二三四几]|前后)年|前后|今年.{0,4}去年|去年.{0,4}(?:今年|前年)|年[和与跟同、比较到至-]|year"
)
DIFF = re.compile(r"\bdiff\b|对照|\b(?:report|wording|text)s?\b")
COMPARES = re.compile(
    r"变化|变了|怎么变|咋变|改了|改动|不同|不一样|一样|相同|区别|差别|差异|异同|对比|比较|对照|相比"
    r"|\b(?:diff|compar|differ|chang)"
)
AGAINST = re.compile(r"^(?:那|再)?(?:跟|和|与|同|比)\s*\d{4}年?(?:度)?(?:的)?(?:相?比|报告|年报)?")
SOLVED = re.compile(
    r"(?:问题|不足|短板).{0,14}(?:解决|整改|改进|改正|落实|改)(?:了|好|得|到位|完)*(?:吗|没有?|如何|怎么?样|咋样)"
)
# 解决了吗, after the problems of a year; 还有谁这么写, after a wording.
SOLVED_SINCE = re.compile(
    r"^(?:那|后来|现在|这些|那些|它们|都|已经|到)*(?:问题)?(?:都|已经)?(?:解决|整改|改进|改正|落实|改)"
    r"(?:了|好|得|到位|完|没|没有|怎么?样|如何|咋样|吗|么|呢)+[?？]?$"
)
ELSEWHERE = re.compile(
    r"^(?:那|还)*(?:有没有|有)?(?:谁|哪些?(?:单位|地方|乡镇|部门)|哪里|哪儿|别人|别的(?:单位|地方|乡镇|部门)|其他(?:单位|地方|乡镇|部门))"
    r"(?:也|还|都|是|有)*(?:写|说|提|讲|做)?(?:过|了)?(?:这么|这样|那样|类似|同样|差不多)的?(?:写|说|做|提|讲)?(?:过|的|话|内容|表述|写法|做法)*(?:吗|呢)?[?？]?$"
)
# 和去年比呢, after a section: its wording against that of another year.
AGAINST_YEAR = re.compile(
    r"^(?:那|再)?(?:和|跟|与|同|比|较|相比)?(?:去年|上年|上一?年度?|前一?年|20\d\d年?)(?:的)?"
    r"(?:相比|比较|对比|比起来|比)?(?:较)?(?:呢|有(?:什么|哪些|啥|何)?(?:变化|不同|区别|改动)|变了(?:什么|哪些|吗)?|一样吗|怎么样)?[?？]?$"
)
# 这两年有什么变化, 两年有变化吗, after a section.
BETWEEN_YEARS = re.compile(
    r"^(?:那|再)?(?:这|那|前后|近|最近)*(?:[两二三四几]年)(?:来|间|里|之间|的)*(?:都|相比|比较|对比)*"
    r"(?:有(?:没有|无)?(?:什么|哪些|啥|何)?)?"
    r"(?:变化|变了|不同|不一样|一样|区别|差别|改动|对比|比较)(?:了?(?:什么|哪些|吗|么|没有?|呢|一下|多少))*[?？。]*$"
)
OF_CHANGE = re.compile(r"比|较|变|不同|区别|改动|一样|差别")
OF_OTHERS = re.compile(
    r"其他|别的|还有|兄弟|哪些(?:单位|乡镇|部门|街道|镇|局)|各(?!部门|单位|科室|方面|类|自)"
)
OF_TEXT = re.compile(r"写|话|句|措辞|表述|报告|年报|抄|雷同|文字")
HEADINGS = re.compile(
    r"主动公开|依申请公开|(?:政府)?信息管理|平台建设|监督保障|标准化(?:规范化)?建设|教育培训"
)
SUMMARY = re.compile(
    r"用?[一二三两四五几]{1,3}句话|都?(?:干|做)了?(?:些)?(?:什么|啥)$|(?:大概|主要|大致|简单)?(?:讲|说|写)了?(?:些|点|的)?(?:什么|啥)(?:内容)?$"
    r"|主要内容|主要讲|重点内容|核心内容|大意|讲的(?:是)?(?:什么|啥)"
)
WHETHER = re.compile(r"有没有|有无|是否|是不是|吗[?？]?$|没有?[?？]?$")
ASKS_FOR_WORDS = re.compile(
    r"[吗么呢]\s*[?？]?$|没有?\s*[?？]?$|怎么|咋|如何|怎样|为什么|为啥|谁|什么|啥|哪|有没有|能不能|是否|是不是"
    r"|(.)不\1|说|讲|写|干嘛|干什么"
    r"|^(?:and |so )?(?:has|have|had|did|does|do|is|are|was|were|who|why|what|where|which|how)\b"
)
EQUAL = re.compile(r"相等|一样|持平|相同|不变|同一|相差|差不多")
# 几条, 几句 of what is to be shown, which count nothing that is asked.
SHOWN = re.compile(
    r"(?:给|来|列|举|找|借鉴|参考|学习|推荐)(?:我|我们)?[几一两三四五](?:个|条|句|段|份|点)"
)
# 公众号有人看吗: how a channel is used, and not how much it carries.
OF_USE = re.compile(
    r"有?人(?:看|用|读|去|管|来|问|理|关注)|没人|好用|好找|难找|难不难|方便|多不多|快不快|打得?开"
    r"|更新得?[快慢]|写得|质量|怎么用|会不会用|有用|做得(?:怎么?样|咋样|如何|好)"
    r"|发(?:布)?(?:的|了|些)*(?:什么|啥|哪些)"
)
ASKS_WHO = re.compile(rf"哪里|哪儿|{_WHO}")
ASKS_FOR_MORE = re.compile(
    r"多少|第几|多[大高]|[^频效]率(?!低|不?高|差|上不)|占比|比例|金额|总[额数]|得分|排名|数量|造假|腐败|评价|怎么看|你觉得"
    r"|(?:申请|许可|处罚|复议|诉讼|公开|受理|办理|发布|访问)量|新[高低]|位数"
    r"|是谁|谁负责|叫什么|超过|高于|低于|比得|哪[一]?年"
)
ASIDE = re.compile(
    r"麻烦(?:您|你)?(?:问一?下)?|请问一?下?|问一?下|谢谢(?:您|你)?|想(?:要)?(?:知道|了解|问)(?:一下)?|^我"
    r"|是?(?:怎么|咋)回?(?:事|样)|为什么|为啥|怎么|如何|有没有|能不能|是不是|后来|到底|究竟|那个|^的"
    r"|搞到哪一步|到哪一步|进展(?:如何|怎么样)"
)
IDLE = re.compile(
    r"那|呢|吗|还有|再|报告|年报|年度|里面?|中|的|请|帮我|给我|说说|讲讲|看看|一下|简单|用|情况|方面|部分|工作|内容|写了?|说了?|讲了?|什么|啥|怎么"
    r"|如何|哪些|有|是|做了?|[\s,，。？?]"
)

# 哪些地方网站更新慢, 培训不够的有哪些: a lack is told in words, and no number says it.
LACKING = re.compile(
    r"不够|不足|不全|不及时|不规范|不到位|不完善|不健全|不高|不强|不方便|不满意|不准|不清|不细|不熟|不平衡"
    r"|单一|薄弱|滞后|欠缺|缺乏|落后|陈旧|看不懂|找不到|打不开|太少|太慢|慢|差(?!多少|额|距|值|别|异|不多|几)"
)
# Complaints in everyday words: no number answers them, whatever else is named.
COMPLAINS = re.compile(
    rf"{LACKING.pattern}|没人[看问用去来]|对不上|不一样|不一致|太[窄少乱旧难粗偏杂散死老简笼迟晚]|[发挂报贴登放出交送传来][晚迟]|[晚迟]了|老[换拖出]"
    r"|[不没]人?(?:讲|管|理|懂|听|吭声|更新|配合|透明|清楚|像样|上心|当回事|负责|重视|搭理|维护)"
    r"|[拖晚迟](?:拉|发|报|交|着|延)|糊弄|敷衍|应付|踢皮球|打太极|推诿|推来推去|扯皮|打架|照抄|抄来抄去"
    r"|老一套|老黄历|走过场|摆样子|摆设|一刀切|石沉大海|没下文|睡大觉|僵尸|官话|套话|空话|官腔"
    r"|各[^各\s]{1,3}各(?!类|种|项|级|部|单|乡|局)|一问三不知|雷声大|换汤不换药|难[找懂用办看]|查不到|跑断腿|来回跑|门难进|脸难看|乱七八糟"
    r"|过期|没[换修改撤删补]|坏了|打发|捂着|瞒|躲|忙不过来|缺人|毛病|漏[了掉]|不给(?:看|说|细|明)|藏着"
)
# 跟老百姓沟通少, where nothing that is counted is named.
LACKS_AT_END = re.compile(r"[㐀-鿿]{2}(?:太|很|比较|有点|得)?[少低弱慢差乱旧难浅粗]了?[?？。]*$")
# Between people, and not between figures.
CLASH = re.compile(r"(?:部门|科室|单位|意见|说法|口径|干部|文件)[^数表和]{0,5}(?:打架|对不上)")
LACKING_LESS = re.compile(r"少|低|弱|难")  # where no number is spoken of
WHO_LACKS = re.compile(
    r"^(?:请问|想知道|问一下)?(?:都)?(?:有|是)?(?:哪些|哪几个|哪个|哪家|哪)(?:地方|单位|部门|乡镇|镇|乡|街道|局|县|机构|里|儿)?(?:的)?"
    r"|^(?:谁家?|哪儿|哪里)(?:的)?|(?:的)?(?:都)?(?:有|是)(?:哪些|哪几个|哪个|哪家|谁)(?:地方|单位|部门|乡镇|局)?$"
)
LACKING_IN = re.compile(
    rf"(?:{LACKING.pattern}|工作|方面|做得?|还|比较|最|的|信息公开|政务公开|公开)+"
)

# Words for saying or writing, without which a question for a number asks for no words.
TELLS = re.compile(
    r"[写说讲谈]|提到|提及|提过|原文|原话|字样|出现|表述|\b(?:says?|said|mention|mentions|mentioned|state|states|written|write)\b"
)
