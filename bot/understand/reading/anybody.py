"""Any of several bodies, and none of them: 有没有哪个局…, 没有一个单位…, 各部门无一….

They are put as the words for which bodies, and for each of them, are read anyway.
"""

import re

_BODY = "(?P<body>单位|机构|乡镇街道|乡镇|部门|委办局|街道|局|镇|县)"
_ANY = re.compile(
    rf"(?:有没有|有无|是否有|是不是有|存不存在)(?:任何)?(?:哪怕)?(?:一|哪一?|哪些|任意一?)?(?:个|家)?{_BODY}(?=[^\s?？。吗])"
)
_NONE = re.compile(
    rf"(?<!有)(?:没有?|无)(?:任何|哪怕)?(?:一|哪)?(?:个|家){_BODY}(?P<did>在?[^,，。?？]{{0,12}}?)"
    r"(?:(?P<twice>没有?|未|不(?![到足满超低少如]))|(?=有|收|被|败|公开|发|办|罚|制|废|超|没|不))"
)
_NOBODY = re.compile(
    r"(?<=[局门镇乡位道构县])(?P<year>20\d\d年)?(?:无一|没一个|没有一个)(?=[有收被败公发办罚])"
)


# 谁递的申请多: which kind of applicant.
_WHO_APPLIES = re.compile(
    r"(?:谁|什么人|哪[种类]人|哪些人)(?:递交?|提交?|提出|交|寄来?)的?(?:信息公开)?(?:申请)(?:最|更|比较)?多"
    r"|(?:哪[种类](?:人|群体)|什么样的人|什么群体)来?的?(?:信息公开)?申请(?:得|的)?(?:最|更|比较)多"
)


# 许可为零的部门有吗: the bodies stand last.
_HAS_ANY = re.compile(
    rf"^(?P<stem>.*)的{_BODY}(?:有吗|有没有|有么|存在吗)[?？。]*(?P<tail>[,，][^,，]*)?$"
)


# 和县里的对得上吗: no county is called 里.
_WITH_COUNTY = re.compile(r"(?<=[㐀-鿿])和(?=县(?:里|报告|汇总|政府|级|的|本级))")


# 同县的太平镇呢: of the county that was spoken of, as a bare name is anyway.
_IN_SAME = re.compile(
    r"(?:同一?个?|本|那个|这个)[县区市](?:里|内|下面)?的(?=[㐀-鿿]{1,8}(?:镇|乡|街道|局|办|委))"
)


# 在三个县里排第几: among the counties, and no county is called 里.
_AMONG_COUNTIES = re.compile(
    r"(?<=[两二三四五六七八九十几各个])(?P<kind>[县区])里面?(?=排|谁|哪|算|是)"
)
# 贵局2023年收到多少申请，云溪县教育局: whoever is named.
_YOURS = re.compile(
    r"贵(?:(?P<place>[县市区])|局|镇|乡|街道|单位|机关|委|办)(?:政府)?"
    r"(?=20\d\d|\d\d年|[去今前上]年|的|在|有|是|收|公开|办|处|[,，。])"
)


def plainly_any(text: str) -> str:
    """The text with 有没有哪些单位 for whether any does, and 每个单位都没 where none does."""
    text = _HAS_ANY.sub(lambda m: f"有没有哪些{m['body']}{m['stem']}{m['tail'] or ''}", text)
    text = _YOURS.sub(lambda m: f"本{m['place']}" if m["place"] else "", text)
    text = _AMONG_COUNTIES.sub(r"\g<kind>", text)
    text = _IN_SAME.sub("", _WITH_COUNTY.sub("与", text))
    text = _WHO_APPLIES.sub("哪类申请人的申请最多", text)
    text = _NONE.sub(_none_of, text)
    text = _NOBODY.sub(lambda m: f"{m['year'] or ''}都没", text)
    return _ANY.sub(lambda m: f"有没有哪些{m['body']}", text)


def _none_of(match: re.Match[str]) -> str:
    """每个乡镇都没 for 没有哪个乡镇, and 每个乡镇都 for 没有哪个乡镇不."""
    denied = "" if match["twice"] else "没"
    return f"每个{match['body']}{match['did']}都{denied}"


ANY_OF_MANY = re.compile(r"有没有哪些(?:单位|机构|乡镇|部门|委办局|街道|局|镇|县)")
