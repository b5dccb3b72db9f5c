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
    r"(?=有|收|被|败|公开|发|办|罚|制|废|超|没|不)"
)
_NOBODY = re.compile(
    r"(?<=[局门镇乡位道构县])(?P<year>20\d\d年)?(?:无一|没一个|没有一个)(?=[有收被败公发办罚])"
)


def plainly_any(text: str) -> str:
    """The text with 有没有哪些单位 for whether any does, and 每个单位都没 where none does."""
    text = _NONE.sub(lambda m: f"每个{m['body']}{m['did']}都没", text)
    text = _NOBODY.sub(lambda m: f"{m['year'] or ''}都没", text)
    return _ANY.sub(lambda m: f"有没有哪些{m['body']}", text)


ANY_OF_MANY = re.compile(r"有没有哪些(?:单位|机构|乡镇|部门|委办局|街道|局|镇|县)")
