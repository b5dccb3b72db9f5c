"""What is plainly said once headings of columns and turns of speech are read as they are meant."""

import re

# 其他组织（法律服务机构）, 法人或其他组织 商业企业: the heading over a column, and the column.
_COLUMNS = r"(?:商业企业|科研机构|社会公益组织|法律服务机构|其他(?![组处结情渠]))"
_HEADING = re.compile(
    rf"(?:法人或者?其他组织|法人|其他组织)(?:中的|里的|的)?"
    rf"(?:\s*[（(]\s*(?P<inside>{_COLUMNS})\s*[)）]|(?:\s+|\s*[·—>/:：-]+\s*)(?P<behind>{_COLUMNS}))"
)
# 培训几次多少人: two numbers of one thing.
_TWO_NUMBERS = re.compile(
    r"(?P<one>(?:几|多少)[件次期场起项])(?P<two>(?:几|多少)(?:[人元块钱册]|万元))"
)
# 申请中部分公开的: not 中部.
_AMONG = re.compile(r"(?<=[请件果理])中(?=部分)")
# 去年给公开了几回信息: what is published for anybody, where nobody applied for it.
_PUBLISHED = re.compile(
    r"给(?:我们|咱们?|大家伙?儿?|大伙儿?|群众|老百姓|百姓|社会|村民|居民|公众)?(?:主动)?"
    r"公开(?:了|过)?(?P<many>几|多少)(?:[回次]|条|份|个)?(?:政府)?(?:信息|消息|东西|内容)"
)
# 2024都超过2022吗: the years, and no bound of 2022.
_OVER_A_YEAR = re.compile(
    r"(?P<year>20[0-2]\d)年?(?P<between>[^,，。0-9]{0,8}?)(?P<sign>超过|高于|多于|低于|少于)了?"
    r"(?P<other>20[0-2]\d)年?(?=$|吗|么|吧|的(?!.{1,3}倍)|[?？。])"
)
# 在全县占多少, 是全县的几分之几: a share of the county.
_PART = r"几分之几|百分之几|百分之多少|几成|多[大少]比[例重]"
_WITHIN = re.compile(
    rf"在(?P<in>全[县市区]|[一-鿿]{{2,6}}?[县市区])(?P<of>的?[^,，。占]{{0,14}}?)(?:里面?|之?中|内|范围内)?"
    rf"(?:所?占了?|是)(?P<rest>比(?=多|是|有)|(?:{_PART})|多少|几)"
)
_IS_PART = re.compile(rf"(?:相当于|是|为)(?P<of>全[县市区][^,，。]{{0,6}}?)的?(?P<part>{_PART})")
# 既没复议又没诉讼: both have none.
_NOR = re.compile(
    r"(?:既|都)(?:没有?|未|无)(?P<one>[^,，。没未无又也都]{1,8}?)[,，]?(?:又|也|且|还)(?:没有?|未|无)"
    r"(?P<other>[^,，。没未无又也都的吗]{1,8})"
)
# 申请最后都怎么处理的: what became of them, and not how they are dealt with.
_BECAME = re.compile(
    r"(?P<app>申请)的?(?:都是?|分别是?|各是?|最后|后来|最终|到底)+(?:怎么|如何|咋|怎样)(?:样了?|处理|办理|办|答复|处置|了结)?"
    r"(?:的|了)?(?:呢)?(?=[?？。]*$)"
)
# 单位（不是个人）: what a word does not mean here.
_BUT_PERSONS = re.compile(r"(?:单位|机构|组织)\s*\((?:不是|非|不含|不算|不包括)(?:个人|自然人)\)")
# 申请几件，行吗
_MAY_I = re.compile(r",\s*(?:行|好|成|可以|中)(?:吗|不|么|不行|不成)[?。]*$")
# 有人提过申请没有: filed, and not spoken of.
_FILED = re.compile(r"提(?:过|了|没提过?)(?=(?:行政)?(?:复议|诉讼|官司|申请|起诉))")
_APPLIED = re.compile(r"申请|答复|办结|办理")


# Neither X nor Y was sued: both of them were not.
_NEITHER = re.compile(
    r"\b(?P<did>did|was|were|has|have|had|is)? ?neither (?P<one>[^,?]{2,60}?) nor "
    r"(?P<other>(?:the )?(?:[a-z'-]+ )+?)(?P<verb>(?:was|were|had|has|got|received|issued|imposed"
    r"|denied|refused|get|receive|issue|impose|deny|refuse|have|faced?|sued|publish(?:ed)?|grant(?:ed)?)\b)"
)
# As a share of all applications, how many came from citizens; how many, as a share of them.
_SHARE = r"as an? (?:percentage|percent|share|proportion|fraction) of (?P<whole>[^,]{3,60}?)"
_MANY = r"how (?:many|much)(?: of (?:them|these|those))?"
_AS_A_SHARE = re.compile(rf"^{_SHARE},? {_MANY} (?P<rest>.+)$")
_MANY_AS_A_SHARE = re.compile(rf"^{_MANY} (?P<rest>[^,]+),? {_SHARE}(?P<end>[?.]*)$")


# What people say in other words, and how it is said plainly.
_PLAINER = (
    (re.compile(r"(?<=[罚收办发批拒开])得(?:更)?[狠凶猛勤](?![的不])"), "得多"),
    (
        re.compile(
            r"(?:同意)?公开率\s*[(（,，]?\s*(?:不算|不含|不包括|不计|不要)部分公开(?:的)?[)）]?"
        ),
        "完全公开率",
    ),
)


def plainly_said(text: str) -> str:
    """The text with a column for its heading, and with what is published said as such."""
    for said, meant in _PLAINER:
        text = said.sub(meant, text)
    text = _HEADING.sub(lambda m: m["inside"] or m["behind"], text)
    text = _BUT_PERSONS.sub("法人或其他组织", _BECAME.sub(r"\g<app>办理结果构成", text))
    text = _NOR.sub(r"\g<one>和\g<other>都没有", text)
    text = _AMONG.sub("里", text)
    text = _TWO_NUMBERS.sub(r"\g<one>、\g<two>", text)
    text = _FILED.sub("提出", _MAY_I.sub("", text))
    text = _OVER_A_YEAR.sub(_against_year, text)
    text = _NEITHER.sub(_both_not, text).strip()
    text = _AS_A_SHARE.sub(r"what share of \g<whole> \g<rest>", text)
    text = _MANY_AS_A_SHARE.sub(r"what share of \g<whole> \g<rest>\g<end>", text)
    text = _IS_PART.sub(r"占\g<of>的\g<part>", text)
    text = _WITHIN.sub(lambda m: f"占{m['in']}{m['of']}的{m['rest'].replace('比', '比例')}", text)
    if not _APPLIED.search(text):
        text = _PUBLISHED.sub(r"主动公开了\g<many>条信息", text)
    return text


def _both_not(match: re.Match[str]) -> str:
    return f" {match['did'] or 'did'} both {match['one']} and {match['other']}not {match['verb']}"


def _against_year(match: re.Match[str]) -> str:
    more = "少" if match["sign"] in ("低于", "少于") else "多"
    return f"{match['year']}年{match['between']}比{match['other']}年{more}"
