"""An invented county with reports of every form, and questions about it as queries."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answer import answer
from bot.queries import Asked, FactQuery, Operation, PlaceScope, YearChoice
from bot.types import Answer, Lang
from index import Corpus
from index.types import Cell, Era, Fact, Finding, Kind, Status
from tests.index.digests import digest, fact

REGION = "虚构省/虚构市/青山县"
LIUHE, QINGXI, BAISHI, WUSHI = (
    "柳河乡人民政府",
    "清溪镇人民政府",
    "白石乡人民政府",
    "乌石镇人民政府",
)
COUNTY, BUREAU = "青山县人民政府", "青山县教育局"
OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
FULL: dict[str, Decimal | int | None] = {
    "new_received": 30,
    "carried_in": 3,
    "granted": 15,
    "partial": 2,
    "denied_state_secret": 0,
    "denied_law": 1,
    "denied_safety": 0,
    "denied_third_party": 2,
    "denied_internal": 0,
    "denied_process": 1,
    "denied_case_file": 4,
    "denied_query": 0,
    "unable_not_held": 3,
    "unable_need_make": 0,
    "unable_unclear": 1,
    "refused_petition": 1,
    "refused_repeat": 0,
    "refused_publication": 0,
    "refused_mass": 0,
    "refused_reconfirm": 0,
    "other_no_correction": 1,
    "other_fee_unpaid": 0,
    "other_other": 0,
    "handled_total": 31,
    "carried_out": 2,
    "normdocs_valid": 12,
    "licences": 5,
    "penalties": 7,
    "fees_wan": Decimal("12.5"),
    **{f"review_{o}": n for o, n in zip(OUTCOMES, (1, 1, 0, 1, 3), strict=True)},
    **{f"suits_direct_{o}": n for o, n in zip(OUTCOMES, (2, 0, 0, 0, 2), strict=True)},
    **{f"suits_after_{o}": n for o, n in zip(OUTCOMES, (1, 0, 0, 0, 1), strict=True)},
}
APPLICANTS = {"natural": 20, "enterprise": 6, "research": 0, "ngo": 1, "legal": 2, "other_org": 1}
PROBLEMS = (
    "存在的主要问题：一是公开渠道单一，群众知晓率不高；二是业务人员更换频繁，经验不足。"
    "改进情况：一是开设政务公开专区，方便群众查阅；二是每季度组织一次培训，全年培训4次。"
)
LAST_YEAR = "存在的主要问题：一是公开渠道单一，群众知晓率不高；二是栏目更新不及时。全年培训3次。"
CONTRADICTION = "正文写“8件”，表格为 7，请核对。"


def said(metric: str, value: int, raw: str, status: Status = Status.REPORTED) -> Fact:
    """A number in a sentence."""
    sentence = f"全年主动公开政府信息{raw}。"
    return Fact(metric, Decimal(value), raw, status, 1, sentence=sentence)


def blank(metric: str, raw: str = "") -> Fact:
    """An empty cell."""
    return Fact(metric, Decimal(0), raw, Status.BLANK, 3, "total", 3, f"行 {metric}", "总计")


def fill(corpus: Corpus) -> None:
    """Keep the reports of the county."""
    applicants = [fact("new_received", n, member) for member, n in APPLICANTS.items()]
    place = {"region": REGION}
    penalties = fact("penalties", 7)
    cell = Cell(penalties.section, penalties.table, penalties.row, penalties.column)
    finding = Finding("N4", CONTRADICTION, False, Decimal(8), Decimal(7), (cell,))
    for made in (
        digest(
            FULL,
            name=LIUHE,
            facts=[*applicants, said("n_proactive", 120, "120条")],
            findings=[finding],
            prose=PROBLEMS,
            file="l24.txt",
            **place,
        ),
        digest(
            {
                "new_received": 24,
                "carried_in": 1,
                "handled_total": 22,
                "carried_out": 3,
                "normdocs_valid": 10,
            },
            name=LIUHE,
            year=2023,
            prose=LAST_YEAR,
            file="l23.txt",
            **place,
        ),
        digest(
            {"new_received": 0, "handled_total": 0}, name=LIUHE, year=2022, file="l22.txt", **place
        ),
        digest(
            {"new_received": 9, "normdocs_public_total": 40, "other": 1, "normdocs_issued": 2},
            name=LIUHE,
            year=2020,
            era=Era.E2,
            file="l20.txt",
            **place,
        ),
        digest(
            {"new_received": 5, "denied": 2, "suits_total": 1},
            name=LIUHE,
            year=2018,
            era=Era.E1,
            file="l18.txt",
            **place,
        ),
        digest(
            {"new_received": 30, "penalties": 0, "granted": 0, "partial": 0, "handled_total": 0},
            name=QINGXI,
            facts=[said("n_proactive", 300, "300余条", Status.APPROXIMATE)],
            prose="存在的主要问题：政务公开专区设备老旧，专栏更新较慢。青山县民政局收到申请6件。",
            file="q24.txt",
            **place,
        ),
        digest({"new_received": 11}, name=QINGXI, year=2023, file="q23.txt", **place),
        digest(
            {"penalties": None},
            name=BAISHI,
            facts=[blank("new_received"), blank("carried_in", "/")],
            file="b24.txt",
            **place,
        ),
        digest(
            {"penalties": 2},
            name=WUSHI,
            facts=[Fact("new_received", None, "", Status.NOT_REPORTED, 3, "total", 3, "行", "列")],
            file="w24.txt",
            **place,
        ),
        digest(
            {"new_received": 500, "penalties": 900},
            name=COUNTY,
            kind=Kind.COUNTY,
            file="c24.txt",
            **place,
        ),
        digest(
            {"new_received": 44, "penalties": 3},
            name=BUREAU,
            kind=Kind.DEPARTMENT,
            file="e24.txt",
            is_invented=True,
            **place,
        ),
    ):
        corpus.save(made, is_flushed=False)
    corpus.flush()


def ids(corpus: Corpus, *names: str) -> tuple[int, ...]:
    """The ids of issuers by their names."""
    held = {issuer.name: issuer.id for issuer in corpus.holdings().issuers}
    return tuple(held[name] for name in names)


def towns(corpus: Corpus) -> tuple[int, ...]:
    """The ids of all towns."""
    return tuple(i.id for i in corpus.holdings().issuers if i.kind is Kind.TOWN)


def everybody(corpus: Corpus) -> tuple[int, ...]:
    """The ids of all issuers."""
    return tuple(issuer.id for issuer in corpus.holdings().issuers)


TOWNS = PlaceScope(REGION, (Kind.TOWN,), "青山县各乡镇")
COUNTY_SCOPE = PlaceScope(REGION, (), "青山县")


def asked(lang: Lang = Lang.ZH) -> Asked:
    """A question in a language."""
    return Asked("问", lang)


def query(
    operation: Operation,
    metrics: str | Sequence[str],
    issuers: Sequence[int],
    years: Sequence[int] = (2024,),
    *,
    mode: str = "asked",
    lang: Lang = Lang.ZH,
    members: Sequence[str] = ("total",),
    **rest: object,
) -> FactQuery:
    """A question for numbers."""
    named = (metrics,) if isinstance(metrics, str) else tuple(metrics)
    made = FactQuery(
        asked(lang),
        operation,
        named,
        tuple(members),
        tuple(issuers),
        years=YearChoice(tuple(years), mode, "年"),
    )
    return with_fields(made, rest)


def with_fields(made: FactQuery, fields: Mapping[str, object]) -> FactQuery:
    """The query with other fields set."""
    return replace(made, **fields)  # type: ignore[arg-type]


def ask(corpus: Corpus, *given: object, **rest: object) -> Answer:
    """The answer to a question for numbers."""
    return answer(query(*given, **rest), corpus)  # type: ignore[arg-type]


def shown(found: Answer) -> list[tuple[str | None, int | None, str, str, float | None]]:
    """The values of an answer: whose, when, what, of whom, how much."""
    return [
        (v.issuer, v.year, v.metric, v.member, None if v.value is None else float(v.value))
        for v in found.values
    ]


def numbers(found: Answer) -> list[float | None]:
    """Only the numbers of the values."""
    return [value for *_, value in shown(found)]
