"""Which of many reports contradict themselves, their text, or the year before."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.answer.numbers.evidence import held_issuers
from bot.answer.sayings.languages import words_in
from bot.answer.sayings.wording import Wording
from bot.answer.speech.caveats import finding_words
from bot.answer.speech.invented import invented_note
from bot.answer.speech.labels import issuer_labels
from bot.answer.speech.preface import assumed
from bot.findings import is_contradiction
from bot.queries import SurveyQuery
from bot.types import Answer, Choice, Citation, Coverage, Route
from index import Corpus
from index.types import Finding, HeldIssuer, ReportHead

_SHOWN = 10  # reports whose contradiction is told
_OFFERED = 4
_NAMED = 8


@dataclass(frozen=True, slots=True)
class _Survey:
    """The reports that were checked, and those that fail, with what contradicts in each."""

    query: SurveyQuery
    words: Wording
    issuers: Mapping[int, HeldIssuer]
    names: Mapping[int, str]
    heads: tuple[ReportHead, ...]
    failing: tuple[tuple[ReportHead, tuple[Finding, ...]], ...]


def answer_survey(query: SurveyQuery, corpus: Corpus) -> Answer:
    """How many reports were checked and which of them contradict, the first of them in words."""
    survey = _survey(query, corpus)
    words, lacking = survey.words, _lacking(survey)
    lines = [*_lines(survey), words.survey_each] if survey.heads else []
    if lacking:
        listed = words.comma.join(lacking[:_NAMED])
        listed += words.and_so_on.format(count=len(lacking)) if len(lacking) > _NAMED else ""
        lines.append(words.survey_lacking.format(issuers=listed))
    checked = ((h.issuer_id, h.year, h.is_invented) for h in survey.heads)
    caveats = invented_note(words, checked, survey.names.__getitem__)
    lines += [words.notice.format(text=caveat) for caveat in caveats]
    shown = survey.failing[:_SHOWN]
    return Answer(
        query.asked.q,
        Route.CHECK if survey.heads else Route.NONE,
        query.asked.lang,
        "\n".join([*assumed(query.asked), *lines]),
        coverage=Coverage(len(survey.issuers) - len(lacking), len(survey.issuers), lacking),
        caveats=caveats,
        choices=tuple(_choice(survey, head) for head, _ in shown[:_OFFERED]),
        reason=None if survey.heads else "no_report",
        sources=tuple(_citation(survey, head) for head, _ in shown),
    )


def _survey(query: SurveyQuery, corpus: Corpus) -> _Survey:
    issuers = held_issuers(corpus.holdings(), query.issuers)
    heads = corpus.heads([i.id for i in issuers], query.years.years or None)
    findings = corpus.findings([head.id for head in heads], is_failed_only=True)
    wanted = _WANTED[query.focus]
    found = ((head, tuple(f for f in findings[head.id] if wanted(f))) for head in heads)
    return _Survey(
        query,
        words_in(query.asked.lang),
        {issuer.id: issuer for issuer in issuers},
        issuer_labels(issuers, issuers),
        heads,
        tuple((head, failing) for head, failing in found if failing),
    )


def _lines(survey: _Survey) -> list[str]:
    words, count = survey.words, len(survey.heads)
    if not survey.failing:
        return [words.survey_clean.format(count=count)]
    lines = [words.survey_fails.format(count=count, failing=len(survey.failing))]
    for head, failing in survey.failing[:_SHOWN]:
        first = finding_words(failing[0], survey.query.asked.lang)
        more = words.survey_found.format(count=len(failing)) if len(failing) > 1 else ""
        name = survey.names[head.issuer_id]
        lines.append(words.survey_line.format(issuer=name, year=head.year, finding=first + more))
    if len(survey.failing) > _SHOWN:
        lines.append(words.survey_more.format(count=len(survey.failing) - _SHOWN))
    return lines


def _lacking(survey: _Survey) -> tuple[str, ...]:
    """The bodies of which no report of the years asked about is held."""
    held = {head.issuer_id for head in survey.heads}
    return tuple(name for i, name in survey.names.items() if i not in held)


def _choice(survey: _Survey, head: ReportHead) -> Choice:
    name = survey.names[head.issuer_id]
    question = survey.words.survey_choice.format(issuer=name, year=head.year)
    return Choice(f"{name} {head.year}", question)


def _citation(survey: _Survey, head: ReportHead) -> Citation:
    issuer = survey.issuers[head.issuer_id]
    return Citation(
        issuer.name, issuer.region, head.year, head.title, None, None, "", "", head.file, head.url
    )


def _is_of_text(finding: Finding) -> bool:
    return is_contradiction(finding) and finding.rule.startswith("N")


def _is_of_carrying(finding: Finding) -> bool:
    return is_contradiction(finding) and finding.rule == "Y1"


_WANTED: Mapping[str, Callable[[Finding], bool]] = {
    "all": is_contradiction,
    "text": _is_of_text,
    "carry": _is_of_carrying,
}
