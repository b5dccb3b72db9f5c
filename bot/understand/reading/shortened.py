"""What people write short or join in haste, as it is in full: admin fees, shiquanzhen2024年."""

import re

_WORDS = {
    "admin": "administrative", "dept": "department", "depts": "departments", "gov": "government",
    "govt": "government", "pct": "percent", "avg": "average", "yr": "year", "yrs": "years",
    "prev": "previous", "approx": "approximately", "docs": "documents", "doc": "document",
    "regs": "regulations", "mgmt": "management", "info": "information", "num": "number",
    "natl": "national", "env": "environment", "edu": "education", "resp": "respectively",
}  # fmt: skip
_SHORT = re.compile(rf"(?<![a-z0-9'-])(?:{'|'.join(_WORDS)})(?:\.(?= [a-z]))?(?![a-z0-9'-])")
# Letters of a name and the year behind them; two to five may be initials.
_GLUED = re.compile(r"(?<![a-z])([a-z]{6,})(?=(?:19|20)[0-9]{2}(?![0-9]))")
# licences n penalties
_AND = re.compile(r"(?<=[a-z]{3} )n(?= [a-z]{3})")
# I live in Shiquan; how many did our town receive: the one that was named.
_OUR = re.compile(
    r"\b(?:our|my) (?:own )?(?:town|township|county|city|district|bureau|office|subdistrict)\b"
    r"(?:'s)?"
)

# Over the three years 2022 to 2024: how many they are goes without saying.
_YEARS_OF = re.compile(
    r"\b(?:over|in|during|for|across|of) the (?:two|three|four|five|six|[2-6]) years,? "
    r"(?=(?:from |between )?20\d\d)"
)
# Who filed the applications, when were penalties at their peak: which applicants, which year.
_WHO_FILED = re.compile(
    r"\bwho (?:made|filed|submitted|lodged|sent in|put in) (?:(?:the|these|those|its|all) )?"
    r"(?:applications|requests)\b"
)
_WHEN = re.compile(
    r"\bwhen (?=(?:was|were|did|had|has|does|is)\b"
    r".*\b(?:most|fewest|least|highest|lowest|peak|peaked|largest|smallest)\b)"
)


def in_full(text: str) -> str:
    """The text with short words in full, and with names apart from the years behind them."""
    if not any("a" <= letter <= "z" for letter in text):
        return text
    text = _AND.sub("and", text)
    text = _WHEN.sub("in which year ", _WHO_FILED.sub("who applied", _YEARS_OF.sub("in ", text)))
    return _GLUED.sub(r"\1 ", _SHORT.sub(_full, _OUR.sub("it", text)))


def _full(match: re.Match[str]) -> str:
    return _WORDS[match.group().rstrip(".")]
