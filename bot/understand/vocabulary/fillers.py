"""Words that carry no content: politeness, grammar, question frames, counters."""

from bot.understand.vocabulary.said_twice import over_again

# Each may stand anywhere without changing what is asked.
FILLERS: tuple[str, ...] = (
    *(said for verb in "查看说讲列翻找问算数报瞧瞅" for said in over_again(verb)),
    *"""
    的 了 呢 吗 啊 呀 吧 嘛 哦 喔 哈 哇 噢 唉 诶 欸 么 嗯 额 呃 哎 呗 咯 咧 滴 哟 嘞 呀呢 是 是否
    是不是 有 有没有 在 于 为 被 把 给 从 由 让 到 对 向 跟 和 与 及 以及 或 或者 还是 并 并且 而
    且 也 都 就 还 又 再 才 只 很 太 最 更 比较 那 那个 那么 那些 这 这个 这些 这里 那里 那边
    这边 那儿 这儿 里 里面 里头 中 之中 当中 上 下 内 之内 以内 期间 时候 当时 当年 全年 年内
    一年 本年 本年度 该年 该 其 此 它 之 我 我们 俺 咱 咱们 你 你们 您 大家 自己 想 想要 要 需要
    想知道 想了解 想问 想问下 想问一下 想查 想查查 想看 请 请问 麻烦 劳驾 帮 帮我 帮忙 帮我查
    帮我查查 帮我查一下 帮我看看 帮我看下 查 查查 查下 查询 查一下 查一查 看 看看 看下 看一下
    看一看 问 问下 问一下 请教 告诉 告诉我 说 说说 说一下 讲 讲讲 给我 给出 列 列出 列一下 列举
    知道 知不知道 求 能 能否 能不能 可以 可不可以 可否 会 会不会 应该 到底 究竟 其实 实际 实际上
    具体 具体是 大概 大约 差不多 一下 一下子 下子 快 赶紧 哪 哪里 哪儿 如何 怎样 方面 关于 有关
    相关 涉及 针对 按 按照 根据 依据 经过 因为 因 由于 所以 以后 之后 之前 当 则 即 等 等等
    啥 什么 甚么 啥样 哪些 哪个 哪几 哪种 哪几种 哪一个 哪一种 数 数字 数据 总 共 共有 一共 总共
    共计 总计 合计 总数 总量 全部 累计 总的 一起 加起来 加一起 总和 之和 年 年度 月底 年底 12月底
    十二月底 但 但是
    12月31日 为止 截至 截止 截止到 年里 年中 政府信息公开 信息公开 政务公开 政府信息
    信息 政务 工作 政府 人民政府 机关 行政机关 本机关 单位 机构 部门 报告 年报 年度报告 工作报告
    统计 报 公开工作 信息公开工作 政府信息公开工作 政府信息公开年报 信息公开年报
    政府信息公开年度报告 政府信息公开工作年度报告 信息公开工作年度报告 信息公开年度报告 公开年报
    公开报告 信息公开报告 政务公开工作 政务公开年报 你好 您好 喂
    好几 好几个 没几个
    好 好的 ok 对了 另外 顺便 顺便问 顺便问一下 然后 接着 那就 那请问 所有 所有的 单独
    总的来说 合起来 一件 一条 一次 一个 一份 类 种 类型 类别 方式 属于 作出 做出 做了 作了 发生
    发生了 出现 产生 存在 进行 进行了 开展 开展了 实行 实施 提供 提供了 获得 得到 成为 用了 过的
    出来 起来 上来 下来 已 已经 曾经 正在 仍然 依然 依旧 是多少 为多少 有多少 达到 大致 该项 这项
    此项 这一项 那项 这一 那一 某个 咋 咋样 数值 值 结果 对应 填 填的 填写 写 写的 报的 显示 表
    表格 表里 表中 表上 报告里 报告中 报告上 年报里 年报中 年报上 一栏 栏 这栏 一项 这块
    点儿 有些 一些 一点 有点 公众 向社会 回事 件事 事情 东西 内容 相应 当地 当地政府
     市里的 你们那 请你 拜托 一直 从来 总是 历来 目前 现在 如今 眼下 当前
    要求 因为属于 因属于 以 来 去 过 时 间 今 不知 不晓得 能告诉我 够 大 小 群众们 行政 之类
    那啥 那什么 那个啥 算了
    情况 的话 信息的 晓得 搞 整 弄 麻烦问下 麻烦问一下 年终 全 做 办 作 经 人 号 方 们 再来 帮着
    帮个忙 报一下 报个 来一个 来个 本 年年底 加 各方面 谢谢 谢了 多谢 感谢 具体数字 具体数
    确切 准确 准确的 究竟是 以上 我这 手里 口径 前后 主要是 主要 主要的 年末 期末 去年底
    地方
    三个地方 两个地方 两地 三地 三个单位 两个单位 出了 出过 开了 召开 召开了 举办 举办了 举行
    举行了 组织 组织了 正文 文字 文中 这几个 那几个 这几家 这几 分 里头的 中的 里的 内的
    异同 异同点 之处 任何 收得 办得 来着 多不多 高不高 大不大
    拿 发得 做得 是些 都是些 些什么 从事 手头 这些报告 第三张表 第二张表 第四张表 相当于
    就行 就好 就可以 就可以了 就行了 即可 就够了
    (万元) (单位:万元) 单位:万元 (元) (件) (条) (次) (单位:件) 打扰 打扰一下 打扰了 尊敬的 烦请
    劳烦 烦劳 告知 不胜感激 感激不尽 感谢您 非常感谢 辛苦了 辛苦 工作人员您好 需要用到 用到
    啦 瞧瞧 瞧一瞧 瞧下 给瞧瞧 打听 打听打听 打听一下 打听下 最终 真就 人家 似乎 印象中
    归到 归入 归为 归在
    被归到 被归为 被归入 计入 列入 列为 这一行 那一行 一行 下面的 里头那 去年同期 同期 无正当理由
    (无正当理由) 印了 逐一 如下 下面这些
    如果方便的话 如果可以的话 方便的话 可以的话 有空的话 如果有的话 要是方便的话 麻烦您 麻烦你
    仅 仅有 年份
    有所 基于 最后 没有的年份也说明 缺的年份也说明 下辖 所辖 辖下 动过 动用 动用过 采取过 用过
    用得 万元 据说 听说 据悉 据称 听人说
    一哈 查一哈 看一哈 问一哈 列明 列示 予以列明 吃了 吃过 打了 开了多少 有人 办过 搞过 做过 开过
    惹上 惹上过 摊上 摊上过 遇上 遇到 遇到过 碰到 碰上 闹过 闹到
    发我 发我一下 发给我 发来 发过来 甩给我 贴给我 贴过来 甩过来 报给我 传给我 记不清 记不清了
    记不得了 在线等 急用 在线等急 拉一下 拉出来 捋一捋 捋一下 捋捋 调出来 调一下 过一遍 整理下
    整理一下 摆一下 找 找下 找找 找一下 翻翻 搜下 搜一下 瞅瞅 瞅一眼 看一眼 一整年 整年 全年里
    一年到头 一块儿 会儿 我司 我公司 三个数都要 都要 急急 急急急 跪求 蹲一个 蹲 一名 一位 在线 坐等
    急 觉得 感觉 挺多的 蛮多的 好像挺多 挺忙 挺忙的 很忙 蛮忙 蛮忙的 问一句 多问一句 说一句
    """.split(),  # noqa: SIM905 - a list of words reads best as words
)

# Words to address somebody with, who is not there in the middle of a question.
ADDRESS: tuple[str, ...] = tuple(
    """
    同志 老师 先生 小编 机器人 大哥 喂 嗨 女士 小姐 大姐 阿姨 师傅 领导 亲 老兄 朋友 同学 客服
    小助手 助手 小年
    """.split()  # noqa: SIM905
)

# Counters and light verbs of one character: with another of them beside, they are a word that
# we do not know (成本, 方案), and counters count only after a number or 几.
COUNTERS: tuple[str, ...] = tuple("件条次份起宗项篇期场回例单个家桩部笔户元位")
WEAK: tuple[str, ...] = tuple(
    "数量年大小整搞弄当做办作经人号方本加全以报填写表类种列事点求快今时间来去过社月"
)

FILLERS_EN: tuple[str, ...] = tuple(
    """
    whats wheres hows a an the of in on at for from to by with or as is are was were be been
    being do does did done
    has have had having there here it its it's this these those what what's which whose please
    tell me show give us you your we our can could would will shall should may might i i'd like
    want know need let find look see saw up about regarding concerning during year years annual
    report reports annually over within per just only ever yet still some so because due under
    according out off into own their they them he she his her i'm im there's that's hi hello hey
    thanks thank kindly government governments people's gov information info disclosure
    open affairs data figure figures value values state stated states reported recorded listed
    came come happened happen occur occurred take taken took place one ones item kind kinds type
    types category categories exactly roughly approximately around actually end body bodies
    authority authorities section table row column cell question quick again itself such
    go going when where while until work works unit units piece pieces times time set dear bot
    sir madam ok okay well right ask asking asked wondering curious interested looking reading
    reason reasons ground grounds basis based made make any all did's hi, s 's whole area's wanna
    get how matter matters class classed classified classify stand stood number figure's across
    too anyone anybody through throughout among amongst between both belonging belong belongs
    counted count reports'
    official officially went words anything new something list lot much very hand handed collect
    tables gave give gives given
    collected collects face faced faces collecting facing pls plz ty thx tks btw asap fyi just
    wants wanted needs wishes hiya yo folks guys cheers oh um er hmm
    """.split()  # noqa: SIM905
)

# Words that say nothing only beside these others.
PHRASES_EN: tuple[str, ...] = (
    "please provide",
    "provide me with",
    "provide us with",
    "to date",
    "ended in",
    "ending in",
    "ended with",
    "ended up",
    "resulted in",
    "of the two",
    "of these two",
    "of those two",
    "the two of them",
    "local government",
    "local governments",
    "local authority",
    "local authorities",
    "local people's government",
    "public bodies",
    "public body",
    "public institutions",
    "public information",
    "the public",
    "by the way",
    *(f"the other {one}" for one in ("town", "township", "county", "bureau", "department")),
    "thanks in advance",
    "thank you",
    "many thanks",
    "to the public",
    "the general public",
    "locally",
)
