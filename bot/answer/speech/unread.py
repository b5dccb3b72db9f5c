"""Sentences that speak of a number which was asked for, though none could be read from them."""

import re
from collections.abc import Iterator, Sequence

from bot.answer.numbers.amounts import Amount, Gap, Key
from bot.answer.speech.task import Task
from index.vocabulary.metrics import METRIC

_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")
_FIGURE = re.compile(r"[0-9０-９]|[一二两三四五六七八九十百千万]+余?[件条次场期个人名篇份册项]")
_MOST, _LONGEST = 2, 120
# What reports call it in their sentences.
_WORDS: dict[str, str] = {
    "n_proactive": "主动公开|公开.{0,8}信息",
    "n_website": "网站|门户",
    "n_wechat": "微信|公众号",
    "n_weibo": "微博",
    "n_video": "视频号|抖音|快手|短视频",
    "n_newmedia": "新媒体",
    "n_board": "公开栏|公示栏|电子屏|宣传栏",
    "n_press": "媒体|报刊|稿件|电视|报纸",
    "n_platform_other": "平台",
    "n_gazette": "公报",
    "n_gazette_copies": "公报",
    "n_cat_news": "动态",
    "n_cat_notice": "公告",
    "n_cat_policy": "政策文件|政策法规|规范性文件",
    "n_cat_budget": "预决算|预算|决算",
    "n_cat_personnel": "人事",
    "n_cat_profile": "机构职能|职能",
    "n_cat_plan": "规划|统计",
    "n_cat_key": "重点领域",
    "n_catalogue": "目录",
    "n_interpretation": "解读|问答",
    "n_pressconf": "发布会",
    "n_interview": "访谈",
    "n_response": "回应",
    "n_solicit": "征集|征求",
    "n_solicit_count": "征集|征求|意见",
    "n_mail": "信箱|热线|留言|来信|12345",
    "n_mail_rate": "信箱|热线|留言|来信|12345",
    "n_consult": "咨询",
    "n_app_online": "网上|网络|在线|平台",
    "n_app_letter": "信函|邮寄|寄",
    "n_app_person": "当面|现场|窗口",
    "n_answered": "答复|办结",
    "n_answered_rate": "办结率|答复率|按时办结|按期",
    "n_proposals": "建议|提案",
    "n_decision": "决策",
    "n_training": "培训",
    "n_trained": "培训|参训",
    "n_meeting": "会议|专题会|推进会|例会",
    "n_inspection": "检查|通报|督查|抽查",
    "n_staff": "工作人员|专职|兼职|专人",
    "n_point": "查阅点|查阅中心|查阅场所|查阅室|专区",
    "n_account": "账号|新媒体",
    "n_follower": "关注|粉丝",
    "n_read": "阅读",
    "n_visit": "访问|浏览|点击",
    "n_service": "服务事项",
    "n_info_fee": "信息处理费",
    "n_info_fee_cases": "信息处理费",
    "n_accountability": "责任追究|追责",
    "n_complaint": "举报|投诉",
}


# What reports count together, and may state for one of them alone.
_PARTICULAR: dict[str, tuple[tuple[str, ...], ...]] = {
    "n_mail": (("信箱",), ("热线",), ("留言",), ("来信",)),
    "n_video": (("抖音",), ("快手",), ("视频号",)),
    "n_board": (("公示栏", "公开栏", "公告栏", "宣传栏"), ("电子屏", "显示屏")),
    "n_press": (("报纸", "报刊"), ("电视",), ("广播",)),
    "n_interpretation": (("图解",), ("视频",), ("动漫", "动画")),
}


def of_another(task: Task, key: Key, sentence: str) -> tuple[str, ...] | None:
    """What to say where a number is read of one thing and another was asked: 留言 for 信箱.

    None where the sentence is about what was asked.
    """
    asked = _asked_for(task, key)
    if not asked or any(word in sentence for word in asked):
        return None
    words = task.words
    said = next(word for word in asked if word in task.query.asked.q)
    issuer = task.speech.name(task.evidence.by_id[key.issuer])
    line = words.not_said.format(issuer=issuer, year=key.year, what=said)
    heads = task.corpus.heads([key.issuer], [key.year])
    found = [s for head in heads for s in _sentences(task, head.id, "|".join(asked))]
    return (line, *_mentioned(task, found or [sentence]))


def mentions_of(task: Task, amounts: Sequence[Amount]) -> tuple[str, ...]:
    """The sentences of a report in which the words of a number stand beside figures."""
    unread = [a for a in amounts if a.gap is Gap.NOT_REPORTED and _is_said(a)]
    if len(unread) != 1:
        return ()
    key = unread[0].key
    heads = task.corpus.heads([key.issuer], [key.year])
    words = _WORDS.get(key.metric, r"(?!)")
    found = [s for head in heads for s in _sentences(task, head.id, words)]
    asked = _asked_for(task, key)
    own = [sentence for sentence in found if any(word in sentence for word in asked)]
    return _mentioned(task, own or found)


def _asked_for(task: Task, key: Key) -> list[str]:
    """The words for the one thing that is asked for, of those that reports count together."""
    groups = _PARTICULAR.get(key.metric, ())
    return [w for group in groups if any(w in task.query.asked.q for w in group) for w in group]


def _mentioned(task: Task, sentences: Sequence[str]) -> tuple[str, ...]:
    if not sentences:
        return ()
    quoted = task.words.comma.join(f"“{sentence}”" for sentence in sentences[:_MOST])
    return (task.words.mentioned.format(sentences=quoted),)


def _is_said(amount: Amount) -> bool:
    return METRIC[amount.key.metric].table is None and not amount.is_computed


def _sentences(task: Task, report_id: int, said_of: str) -> Iterator[str]:
    words = re.compile(said_of)
    for section in task.corpus.sections(report_id):
        for match in _SENTENCE.finditer(section.text):
            said = match.group().strip()
            if len(said) <= _LONGEST and words.search(said) and _FIGURE.search(said):
                yield said
