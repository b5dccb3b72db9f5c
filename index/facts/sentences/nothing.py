"""Sentences that say that there was nothing: 0, with the sentence as evidence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.facts.sentences.phrases import ASK, REQUEST
from index.facts.sentences.split import Sentence
from index.facts.sentences.subjects import Subject, head_of, is_about_another
from index.facts.sentences.times import When
from index.types import Era, Section

_CLAUSE = re.compile(r"[^，;。:()!?]+")
_HINT = re.compile(r"未|没|无|零|不存在|(?<!\d)0(?!\d)")
_NOT = r"(?:均|也|亦|都|并|一直|暂|尚|仍|全年|年度)*(?:未曾|从未|没有|未有|不存在|未|没|无)"
_MET = r"(?:新)?(?:收到|接到|受理|接收到|接收|发生|出现|产生|存在|有|收|接获)?"
_END = r"(?:的)?(?:情况|事项|案件|案|要求|现象|行为|问题|件|办理|事件|情形)*"
_ZERO = (
    r"(?:的)?(?:情况|数量|件数|总数|数)*(?:均|都)?(?:为"
    r"|是|实现|:)?(?:零报告|零申请|零受理|零发生"
    r"|零件|零|无|没有|0[件起宗例次]?)"
)
_WAY = r"(?:书面|网上|网络|当面|信函|口头|电子|现场|线上|线下|纸质)(?:形式)?"
_WAYS = rf"(?:{_WAY}(?:(?:、|或者?|和|及|以及){_WAY})+(?:的|形式的|等)?)?"
_NO_REQUEST = re.compile(
    rf"{_NOT}{_MET}{ASK}(?:任何)?(?:形式的|{_WAYS}){ASK}{REQUEST}{_END}|(?:收到|受理|接到)?{ASK}{REQUEST}{_ZERO}"
    rf"|{_NOT}(?:{_MET}){ASK}(?:申请公开|获取)(?:政府|政务)?信息{_END}"
)
# Words of which a clause about disputes is made; which ones stand in it says what there was not.
_DISPUTE_WORDS = (
    r"(?:发生|收到|出现|产生|涉及|存在|引发|引起"
    r"|导致|受理|有|所|因|由|关于|针对|有关|相关"
    r"|任何|一起|一例|过|对|向|依据"
    r"|(?:本|我)(?:单位|部门|机关|级|局|委|办|镇|乡|街道|县|市|区|省)(?:政府)?|事务|提出|行政机关"
    r"|政府信息公开|政府信息|依申请公开|信息公开"
    r"|政务公开|答复|工作|类|方面|而|的|被|以|申请"
    r"|提起|提出"
    r"|不到位|不力|不及时|不规范|一起|一例|行政复议|行政诉讼|复议|诉讼|申诉|举报|投诉|信访|应诉|败诉|纠错"
    r"|和|、|或者|或|及|以及|与|案件|案|情况|事项|现象|情形|问题|事件|公民|法人|其他组织|群众|等)"
)
_NO_DISPUTE = re.compile(
    rf"{_NOT}{_DISPUTE_WORDS}+|{_DISPUTE_WORDS}+{_ZERO}|{_DISPUTE_WORDS}+:(?:均)?(?:无|没有|0|零)"
)
_NO_FEE = re.compile(
    rf"{_NOT}(?:向申请人|对申请人|因此)?(?:收取|产生|发生|涉及|收到|有)*(?:过|任何|相关|有关)*"
    r"(?:(?:与|和|因)?(?:政府信息公开|信息公开|依申请公开|依申请提供政府信息|依申请信息)(?:有关|相关|工作)*(?:的)?)?"
    r"(?:信息处理|相关|检索|复制|复印|邮寄|邮递|成本"
    r"|工本|等|、)*(?:费用|费|收费)(?:(?:及|和|、|与)减免)?(?:的)?(?:收取|收费)?(?:的)?(?:情况"
    r"|情形|现象|问题|事项|行为)?"
    rf"|(?:政府信息公开|信息公开|依申请公开|依申请提供)(?:政府)?(?:信息)?{_NOT}(?:收取)?(?:任何|相关|检索|复制|复印|邮寄|邮递|、|等)*(?:费用|费|收费)"
    rf"|(?:政府信息公开|依申请公开)?信息处理费(?:收取)?(?:情况|金额)?{_ZERO}"
    rf"|(?:政府信息公开|依申请公开)?信息处理费(?:收取)?(?:情况)?(?:全年|年度|本年度)?{_NOT}(?:收取|产生|发生)"
)
_NO_BLAME = re.compile(
    rf"{_NOT}(?:发生|出现|存在|有|被)?[\u4e00-\u9fff]{{0,14}}(?:责任追究|追究责任|追责|问责)(?:问责|追责|处理)?{_END}"
)
# What was held or put out, and was not: each kind by its name.
_HELD = r"(?:召开|举办|举行|开展|组织|参加|进行|发布|制作|编发|编印|编发|出版|收到|发生|公布|有)*"
_FOR_ALL = r"(?:任何|相关|过|各类|网上|政府|政府网站|全年)*"
_ACTS = (
    ("新闻发布会", "n_pressconf"),
    ("在线访谈", "n_interview"),
    ("政策解读(?:材料|稿件)?", "n_interpretation"),
    ("政府公报", "n_gazette"),
    ("(?:民意征集|意见征集|民意调查|网上调查)", "n_solicit"),
)
_NO_ACT = re.compile(
    rf"(?:{_NOT}{_HELD}{_FOR_ALL}(?:{'|'.join(f'(?P<{key}>{word})' for word, key in _ACTS)})"
    rf"(?:的)?(?:活动|工作)?{_END})"
)
# The whole of a section: 本年度无。
_NOTHING = re.compile(
    r"(?:20\d\d年度?|本年度?|今年|全年)?，?(?:均|为|暂)?(?:无|没有|未发生|零报告)"
    r"(?:此类|相关|有关|该类|上述|此项)?(?:情况|事项|业务|数据)?(?:发生)?[。.]?"
)
_OF_THE_YEAR = (When.THIS_YEAR, When.UNTIL_NOW)
_OF_SECTION = {3: ("new_received",), 4: ("review_total", "suits_total")}


_ONE_KIND = re.compile("检索|复制|复印|邮寄|邮递|成本|工本")
_ANY_FEE = re.compile("任何|等|相关|有关|检索.*(?:复制|复印).*邮|收费")


@dataclass(frozen=True, slots=True)
class Nothing:
    """A metric of which a sentence says that there was none, and where it says so."""

    metric: str
    start: int
    end: int


def nothing_in(sentence: Sentence, subject: Subject, era: Era) -> Iterator[Nothing]:
    """The metrics of which a sentence says that there was none."""
    text = sentence.compact
    if not _HINT.search(text):
        return
    lead = ""
    led: list[str] = []
    for match in _CLAUSE.finditer(text):
        clause, start, end = match.group(), match.start(), match.end()
        led.append(lead)
        whole = _whole(clause, lead, text[start - 1 : start])
        lead = clause
        if not _HINT.search(whole) or sentence.when(end) not in _OF_THE_YEAR:
            continue
        metrics = _metrics(whole, subject, era)
        if metrics and not is_about_another(led, subject):
            yield from (Nothing(metric, start, end) for metric in metrics)


def nothing_in_section(section: Section, sentence: Sentence) -> Iterator[Nothing]:
    """What a section reports nothing of that holds no table and one word: 无."""
    text = sentence.compact
    if not _NOTHING.fullmatch(text) or sentence.when(len(text)) is not When.THIS_YEAR:
        return
    if not section.tables and section.text.strip() == sentence.text:
        for metric in _OF_SECTION.get(section.number, ()):
            yield Nothing(metric, 0, len(text))


def _whole(clause: str, lead: str, mark: str) -> str:
    """A clause with what stands before its colon: 行政复议情况：无."""
    return f"{lead}{clause}" if mark == ":" and len(clause) <= 8 else clause


def _metrics(clause: str, subject: Subject, era: Era) -> tuple[str, ...]:
    head = head_of(clause, subject)
    rest = head.rest
    if head.is_other or not rest:
        return ()
    if _NO_DISPUTE.fullmatch(rest):
        found = _disputes(rest)
        if found:
            return found
    if _NO_REQUEST.fullmatch(rest):
        return ("new_received",)
    if _NO_FEE.fullmatch(rest):
        return _fees(rest, era)
    act = _NO_ACT.fullmatch(rest)
    if act is not None and act.lastgroup is not None:
        return (act.lastgroup,)
    return ("n_accountability",) if _NO_BLAME.fullmatch(rest) else ()


def _disputes(clause: str) -> tuple[str, ...]:
    found = []
    if "复议" in clause:
        found.append("review_total")
    if "诉讼" in clause:
        found.append("suits_total")
    if "举报" in clause or "投诉" in clause:
        found.append("n_complaint")
    return tuple(found) if "败诉" not in clause and "纠错" not in clause else ()


def _fees(clause: str, era: Era) -> tuple[str, ...]:
    if "信息处理费" in clause:
        return ("n_info_fee", "n_info_fee_cases")
    if _ONE_KIND.search(clause) and not _ANY_FEE.search(clause):
        return ()  # 未收取复印费: of the others nothing is said
    return ("app_fees_wan",) if era in (Era.E0, Era.E1) else ()
