"""Verbs that are said twice to ask lightly: 比比看, 查一查, 排排."""


def over_again(verb: str) -> tuple[str, ...]:
    """The ways in which a verb is said lightly: 比比, 比比看, 比一比, 比一比看, 比一下看看."""
    once = verb if len(verb) > 1 else f"{verb}一{verb}"
    forms = (f"{verb}{verb}", once, f"{verb}一下", f"{verb}下")
    said = tuple(form + end for form in forms for end in ("", "看", "看看"))
    return tuple(form for form in said if form != verb)
