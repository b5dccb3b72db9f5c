"""Invented holdings to understand questions against, and queries as one line of text."""

from datetime import date

from bot.queries import (
    BothQuery,
    CatalogQuery,
    CheckQuery,
    Clarification,
    Condition,
    DiffQuery,
    FactQuery,
    HelpQuery,
    Operation,
    PassageQuery,
    PlaceScope,
    Query,
    Refusal,
    SurveyQuery,
    TermQuery,
)
from bot.types import Context, Lang
from bot.understand.route import understand
from index.types import HeldIssuer, Holdings, Kind

TODAY = date(2025, 6, 1)
_YUNXI, _QINGSHI = "东河省/临江市/云溪县", "东河省/临江市/青石县"
_ALL = (2022, 2023, 2024)

# 云溪县 has its own report, 青石县 has not; 清水乡 and 清水河镇 overlap; 城关镇 stands twice.
_ISSUERS: tuple[tuple[str, str, str | None, Kind, tuple[int, ...]], ...] = (
    ("云溪县", "云溪县人民政府", _YUNXI, Kind.COUNTY, _ALL),
    ("云溪县府办", "云溪县人民政府办公室", _YUNXI, Kind.OFFICE, _ALL),
    ("云溪教育局", "云溪县教育局", _YUNXI, Kind.DEPARTMENT, _ALL),
    ("云溪公安局", "云溪县公安局", _YUNXI, Kind.DEPARTMENT, _ALL),
    ("云溪住建局", "云溪县住房和城乡建设局", _YUNXI, Kind.DEPARTMENT, _ALL),
    ("云溪卫健", "云溪县卫生健康局", _YUNXI, Kind.DEPARTMENT, _ALL),
    ("云溪开发区", "云溪经济开发区管理委员会", _YUNXI, Kind.ZONE, (2023, 2024)),
    ("清水乡", "清水乡人民政府", _YUNXI, Kind.TOWN, _ALL),
    ("清水河镇", "清水河镇人民政府", _YUNXI, Kind.TOWN, _ALL),
    ("石桥镇", "石桥镇人民政府", _YUNXI, Kind.TOWN, (2020, 2021, *_ALL)),
    ("望江街道", "望江街道办事处", _YUNXI, Kind.TOWN, _ALL),
    ("云溪城关镇", "城关镇人民政府", _YUNXI, Kind.TOWN, _ALL),
    ("青石城关镇", "城关镇人民政府", _QINGSHI, Kind.TOWN, (2022, 2023, 2024)),
    ("青石教育局", "青石县教育局", _QINGSHI, Kind.DEPARTMENT, _ALL),
    ("青石县府办", "青石县人民政府办公室", _QINGSHI, Kind.OFFICE, _ALL),
    ("白马渡镇", "白马渡镇人民政府", _QINGSHI, Kind.TOWN, (2015, 2018, 2023)),
    ("临江市", "临江市人民政府", "东河省/临江市", Kind.CITY, (2019, 2020, *_ALL)),
    ("芝麻洼乡", "芝麻洼乡人民政府", "河南省/周口市/太康县", Kind.TOWN, (2023, 2024)),
)
HOLDINGS = Holdings(
    tuple(
        HeldIssuer(i, name, region, kind, False, years, True)
        for i, (_, name, region, kind, years) in enumerate(_ISSUERS, 1)
    ),
    1,
)
_SHORT = {i: row[0] for i, row in enumerate(_ISSUERS, 1)}


def ask(question: str, *before: str, lang: Lang = Lang.ZH, holdings: Holdings = HOLDINGS) -> Query:
    """The query of a question, after the questions before it in the same conversation."""
    context: Context | None = None
    for said in before:
        context = Context(said, understand(said, context, holdings, TODAY, lang).slots)
    return understand(question, context, holdings, TODAY, lang).query


def shown(query: Query) -> str:
    """A query as one line: what a table of expectations compares."""
    match query:
        case FactQuery():
            return _facts(query)
        case PassageQuery():  # what nobody counts is refused unless the reports speak of it
            return shown(query.otherwise) if query.otherwise else _passages(query)
        case BothQuery():
            return f"both: {_facts(query.facts)} + {_passages(query.passages)}"
        case Clarification():
            return f"clarify {query.about} ×{len(query.choices)}"
        case Refusal():
            tone = f" {query.tone}" if query.tone else ""
            return f"none {query.reason}{tone}: {','.join(query.about)}".rstrip(": ")
        case _:
            return _others(query)


def _others(
    query: CatalogQuery | TermQuery | CheckQuery | SurveyQuery | DiffQuery | HelpQuery,
) -> str:
    match query:
        case CatalogQuery():
            missing = " missing" if query.wants_missing else ""
            who = _who(query.issuers, query.scope)
            return f"catalog @{who} {_years(query.years.years)}{missing}".rstrip()
        case TermQuery():
            return f"term {','.join(query.terms)}"
        case CheckQuery():
            return f"check @{_SHORT[query.issuer]} {_years(query.years.years)} {query.focus}"
        case SurveyQuery():
            who = _who(query.issuers, query.scope)
            return f"survey @{who} {_years(query.years.years)} {query.focus}"
        case DiffQuery():
            years = _years(query.years)
            return f"diff @{_SHORT[query.issuer]} {years} §{query.section or '-'}"
        case HelpQuery():
            return f"help {query.tone}"


def _facts(q: FactQuery) -> str:
    members = "" if q.members == ("total",) else "/" + ",".join(q.members)
    parts = [f"{q.operation.value} {','.join(q.metrics)}{members}"]
    if q.operation is Operation.BREAKDOWN:
        parts = [f"breakdown ×{max(len(q.metrics), len(q.members))}"]
    if q.over or q.over_issuers:
        member = f"/{q.over_member}" if q.over_member else ""
        whole = ",".join(q.over) + member
        parts.append(
            "of " + whole + (f"@{_who(q.over_issuers, q.over_scope)}" if q.over_issuers else "")
        )
    parts.append(f"@{_who(q.issuers, q.scope)}")
    parts.append(_years(q.years.years) + ("" if q.years.mode == "asked" else f" {q.years.mode}"))
    parts += _ranked(q)
    parts += _conditions(q.condition)
    if q.is_yes_no:
        parts.append(f"?{q.expects}")
    parts += ["table"] if q.is_table else []
    return " ".join((*parts, *q.notes))


def _ranked(q: FactQuery) -> list[str]:
    parts = []
    if q.top or q.is_ascending:
        parts.append(f"top{q.top or ''}{'↑' if q.is_ascending else ''}")
    parts += [f"nth{q.nth}"] if q.nth else []
    parts += [f"whose={_who(q.whose, None)}"] if q.whose else []
    parts += [f"by={q.by.value}"] if q.by else []
    parts += [f"{q.year_asked}?"] if q.year_asked else []
    return [*parts, "reversed"] if q.is_reversed else parts


def _conditions(condition: Condition | None) -> list[str]:
    if condition is None:
        return []
    return [f"{condition.sign}{condition.bound}", *_conditions(condition.also)]


def _passages(q: PassageQuery) -> str:
    section = f" §{q.section}" if q.section else ""
    return f"{q.mode} “{q.topic}”{section} @{_who(q.issuers, q.scope)} {_years(q.years.years)}"


def _who(ids: tuple[int, ...], scope: PlaceScope | None) -> str:
    if scope is None:
        return "+".join(_SHORT[i] for i in ids) if len(ids) < 8 else f"all×{len(ids)}"
    kinds = "/".join(kind.value for kind in scope.kinds)
    whole = "全" if scope.is_whole else ""
    return f"{whole}{scope.label or 'all'}[{kinds}]×{len(ids)}"


def _years(years: tuple[int, ...]) -> str:
    return ",".join(map(str, years))
