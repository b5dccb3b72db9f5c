"""What the front end itself says, in each language; answers bring their own words."""

from dataclasses import dataclass

from bot.types import Lang


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences of one language; `{}` in a sentence takes what its name says."""

    start: str
    help: str
    tap: str  # above the buttons of the examples
    nothing_held: str  # in their place
    text_only: str
    slow_down: str  # {seconds}
    refused: str
    incident: str  # {incident}
    uncertain: str  # {incident}
    expired: str
    forgotten: str
    empty_answer: str
    cut: str  # {lines}
    source_button: str
    source_title: str
    numerals: str  # of sections and tables, 0 first
    section: str  # {number}
    preamble: str
    table: str  # {number}
    annex: str
    row: str  # {row}
    column: str  # {column}
    raw: str  # {raw}
    blank: str
    quoted: str  # {text}
    file: str  # {file}
    year: str  # {year}
    also_in: str  # {count}
    more_sources: str  # {count}
    commands: tuple[tuple[str, str], ...]


_ZH = Phrases(
    start="你好！我根据政府信息公开工作年度报告回答问题，每个数字都注明出处。\n"
    "请直接用一句话提问，也可以接着追问。(Questions in English are welcome too.)",
    help="请直接用一句话提问：某地某年收到多少件申请、公开了多少、行政复议和诉讼结果如何、"
    "报告里怎么说，都可以；也可以接着追问“那2023年呢”。\n"
    "回答下面的按钮可以选择、查看来源。\n"
    "/status 现在收录了什么\n/forget 删除我记住的本会话内容\n/help 本说明",
    tap="点一下试试：",
    nothing_held="现在还没有收录任何报告。",
    text_only="谢谢！不过我只看得懂文字，请把问题打成一句话发给我。",
    slow_down="您问得太快了，请等 {seconds} 秒再问。",
    refused="抱歉，这个机器人只对指定的会话开放。(Sorry, this bot is open to certain chats only.)",
    incident="抱歉，出了点问题，这次没能答上来。请稍后再问；如需报告，请注明编号 {incident}。",
    uncertain="网络超时，刚才的回复可能没有送到；没有收到的话，请再问一次（编号 {incident}）。",
    expired="这个按钮已经过期，请重新提问。",
    forgotten="已删除我记住的本会话的全部内容。",
    empty_answer="抱歉，这个问题我没有可说的。",
    cut="……内容太长，后面还有 {lines} 行没有发出；请把问题问得更窄一些。",
    source_button="来源",
    source_title="来源",
    numerals="〇一二三四五六七八九",
    section="第{number}部分",
    preamble="开头部分",
    table="表{number}",
    annex="统计表",
    row="行“{row}”",
    column="列“{column}”",
    raw="原文：{raw}",
    blank="原文：（空白）",
    quoted="“{text}”",
    file="文件：{file}",
    year="{year}年",
    also_in="另有 {count} 份报告有同样的话",
    more_sources="另有 {count} 处来源未列出。",
    commands=(
        ("help", "怎么用，例子"),
        ("status", "现在收录了什么"),
        ("forget", "删除本会话的记录"),
    ),
)

_EN = Phrases(
    start="Hello! I answer from annual reports on government information disclosure, and every "
    "number names its source.\nJust ask in a sentence, and follow up if you like. "
    "(也可以用中文提问。)",
    help="Just ask in a sentence: how many applications a place received in a year, how many were "
    "granted, what became of reviews and lawsuits, or what a report says. You can follow up: "
    "“and in 2023?”\nThe buttons under an answer choose, or show its source.\n"
    "/status what is held\n/forget delete what I remember of this chat\n/help this text",
    tap="Tap to try:",
    nothing_held="No reports are held yet.",
    text_only="Thank you! But I can only read text; please type your question as a sentence.",
    slow_down="That is too fast for me; please wait {seconds} s before you ask again.",
    refused="Sorry, this bot is open to certain chats only. "
    "(抱歉，这个机器人只对指定的会话开放。)",
    incident="Sorry, something went wrong and I could not answer. Please try again later; "
    "if you report it, give the number {incident}.",
    uncertain="The network timed out and my reply may not have arrived; if it did not, please ask "
    "again (number {incident}).",
    expired="This button has expired; please ask again.",
    forgotten="I have deleted everything that I remembered of this chat.",
    empty_answer="Sorry, I have nothing to say to that.",
    cut="… this is too long: {lines} more lines were not sent; please ask something narrower.",
    source_button="Source",
    source_title="Source",
    numerals="0123456789",
    section="section {number}",
    preamble="opening",
    table="table {number}",
    annex="statistics annex",
    row="row “{row}”",
    column="column “{column}”",
    raw="as printed: {raw}",
    blank="as printed: (blank)",
    quoted="“{text}”",
    file="file: {file}",
    year="{year}",
    also_in="{count} other reports say the same",
    more_sources="{count} more sources are not listed.",
    commands=(
        ("help", "how to ask, with examples"),
        ("status", "what is held"),
        ("forget", "delete what is kept of this chat"),
    ),
)

_BY_LANG = {Lang.ZH: _ZH, Lang.EN: _EN}


def phrases_in(lang: Lang) -> Phrases:
    """The sentences of that language."""
    return _BY_LANG[lang]
