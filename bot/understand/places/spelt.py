"""Questions that are typed in Pinyin: qingshui xiang 2024 shoudao shenqing duoshao."""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache

from bot.understand.places.gazetteer import Gazetteer
from bot.understand.reading.tokens import Token
from index.vocabulary.pinyin import sound_key

# What people type of a question, beside names: whole words, of which a reading has two letters
# or more and no word of English stands among them alone.
WORDS: tuple[str, ...] = tuple(
    """
    数量 件数 条数 申请数量 申请 申请数 申请量 信息公开 依申请公开 收到 新收 受理 办理 处理
    办结 答复 结转 上年结转 公开 公开了 主动公开 予以公开 同意公开 部分公开 不予公开 不公开
    拒绝 无法提供 不予处理 其他处理 信息 公开率 办结率 处罚 行政处罚 许可 行政许可 强制
    行政强制 收费 信息处理费 规范性文件 文件 规章 制发 废止 现行有效 复议 行政复议 诉讼
    行政诉讼 官司 维持 纠正 败诉 微信 公众号 微博 网站 新媒体 发布 推送 发了 解读 政策解读
    培训 会议 建议提案 咨询 访问量 粉丝 工作人员 多少 多少件 多少条 多少次 多少人 几件 几条
    几次 几个 几家 多少钱 去年 前年 今年 上年 历年 近三年 这几年 年 年度 年报 报告 趋势 变化
    增长 增加 减少 下降 上升 比 比较 对比 相比 相差 差多少 多 少 最多 最少 最高 最低 排名
    排第几 前三名 第一 总共 一共 合计 总数 平均 占比 比例 占 百分之几 哪个 哪些 哪年 哪家 谁
    有没有 有多少 是多少 有 是 吗 呢 的 了 都 各 各个 各乡镇 各部门 乡镇 部门 单位 局 县 乡 镇
    街道 全县 个人 自然人 企业 公司 律师 其中 原因 怎么样 问题 存在问题 怎么说 和 与 跟 在 那
    那么 请问 查 查一下 帮我查 告诉我 件 条 次 人 收了 罚了 被告 起诉 没有 给了 里 中 从 到
    以来 每年 分别 超过 不到 还是 为什么 什么 意思 是什么意思 你好 谢谢
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
_RUN = re.compile(r"[a-z][a-z' ]*[a-z]|[a-z]+")
_MOST_LETTERS = 60
Sound = Callable[[str], str]
_Words = dict[str, tuple[str, ...]]


def in_characters(text: str, tokens: list[Token], names: Gazetteer) -> str | None:
    """The question in characters; None where any stretch of letters is not Pinyin throughout."""
    known = _table(names, sound_key)
    found, has_word = "", False
    at = 0
    for run in _RUN.finditer(text):
        inside = [t for t in tokens if run.start() <= t.start < run.end()]
        if all(t.has(*_NAMES) for t in inside):
            continue
        words = _cut(re.sub(r"[' ]", "", run.group()), known)
        if words is None:
            return None  # words of English, or none at all
        has_word = has_word or any(len(word) > 1 or word in _TELLING for word in words)
        found += text[at : run.start()].rstrip() + "".join(words)
        at = run.end()
    return found + text[at:].lstrip() if has_word else None


_NAMES = ("body", "region", "short", "core", "division")
_TELLING = frozenset("年呢吗")  # 2023nian ne
_tables: list[tuple[Gazetteer, _Words]] = []


def _table(names: Gazetteer, sound: Sound) -> _Words:
    """What stretches of letters stand for: the words of questions, and the names that are held."""
    for made, table in _tables:
        if made is names:
            return table
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for name in (*names.bodies, *names.regions, *names.shorts, *names.cores):
        if len(name) > 1:
            found[sound(name)][name] = None
    for key, word in _spelt_words(sound):
        found[key] = {word: None}
    table = {key: tuple(words) for key, words in found.items() if key}
    _tables.insert(0, (names, table))
    del _tables[4:]
    return table


@lru_cache(maxsize=1)
def _spelt_words(sound: Sound) -> tuple[tuple[str, str], ...]:
    return tuple((sound(word), word) for word in WORDS)


def _cut(letters: str, known: _Words) -> tuple[str, ...] | None:
    """The fewest words that the letters are made of; None where they are made of none."""
    if len(letters) > _MOST_LETTERS:
        return None
    best: list[tuple[str, ...] | None] = [None] * len(letters) + [()]
    for at in range(len(letters) - 1, -1, -1):
        for end in range(len(letters), at, -1):
            rest, words = best[end], known.get(letters[at:end], ())
            if rest is None or len(words) != 1:
                continue
            now = best[at]
            if now is None or len(rest) + 1 < len(now):
                best[at] = (words[0], *rest)
    return best[0]
