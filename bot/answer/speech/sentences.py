"""Numbers in sentences: each with its issuer, its year, its unit, and how it came about."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from bot.answer.numbers.amounts import TOTAL, Amount, Gap, status_of
from bot.answer.numbers.evidence import Evidence
from bot.answer.sayings.languages import words_in
from bot.answer.sayings.wording import Wording
from bot.answer.speech.labels import (
    issuer_label,
    metric_label,
    official_label,
    part_label,
    unit_label,
)
from bot.types import END, STRONG, Lang
from index.text import plain
from index.types import Fact, HeldIssuer, Status
from index.vocabulary.metrics import METRIC

_LISTED = 12  # terms of a formula; a longer sum says only how many they are
_FEW = 3  # terms that are all named, zero or not


@dataclass(frozen=True, slots=True)
class Speech:
    """A language, and the names that do not tell issuers apart in this answer."""

    lang: Lang
    shared: frozenset[str]  # names that several issuers have

    @property
    def words(self) -> Wording:
        """The sentences of the language."""
        return words_in(self.lang)

    def name(self, issuer: HeldIssuer) -> str:
        """What an issuer is called."""
        return issuer_label(issuer, self.shared)

    def what(self, amount: Amount) -> str:
        """What a number counts, or is a share of."""
        label = metric_label(amount.key.metric, amount.key.member, self.lang)
        if not amount.over or METRIC[amount.key.metric].is_rate:
            return label
        whole = " + ".join(dict.fromkeys(self.what(one) for one in amount.over))
        return self.words.share_in.format(part=label, whole=whole)

    def years(self, years: Sequence[int]) -> str:
        """Years in a row: one, or a list."""
        return self.words.years.format(years=self.words.comma.join(map(str, years)))

    def span(self, years: Sequence[int]) -> str:
        """Many years that follow each other as a range, others one by one."""
        if len(years) > _FEW and years[-1] - years[0] == len(years) - 1:
            return self.words.year_range.format(first=years[0], last=years[-1])
        return self.years(years)

    def listed(self, parts: Sequence[str]) -> str:
        """Several things in a row."""
        return self.words.comma.join(parts)

    def figure(self, value: Decimal, unit: str) -> str:
        """A bare number with its unit."""
        return shown(value, unit) + unit_label(unit, self.lang)

    def bare(self, value: Decimal, unit: str) -> str:
        """A number as a term of a formula: only shares need their sign."""
        return shown(value, unit) + ("%" if unit == "%" else "")

    def strong(self, value: Decimal, unit: str) -> str:
        """A number with its unit, emphasised."""
        return f"{STRONG}{self.figure(value, unit)}{END}"

    def number(self, amount: Amount, fact: Fact | None = None) -> str:
        """A number with all that must be known of it, or why there is none."""
        words = self.words
        if amount.value is None:
            return self.short_gap(amount, is_there=fact is not None)
        strong = self.strong(amount.value, amount.unit)
        raw = fact.raw.strip() if fact else ""
        match amount.status:
            case Status.APPROXIMATE:
                said = words.about.format(number=strong)
                return said + (words.about_raw.format(raw=raw) if raw else "")
            case Status.BLANK:
                return strong + (words.blank.format(raw=raw) if raw else words.blank_here)
            case Status.REPAIRED:
                return strong + words.repaired
            case Status.UNVERIFIED:
                return strong + words.unverified
            case _:
                return strong

    def rough(self, said: str, amounts: Sequence[Amount]) -> str:
        """A number that was computed from others: no surer than they are."""
        is_rough = status_of(amounts) is Status.APPROXIMATE
        return self.words.about.format(number=said) if is_rough else said

    def short_gap(self, amount: Amount, *, is_there: bool = True) -> str:
        """Why a line of a list has no number."""
        words = self.words
        is_said = METRIC[amount.key.metric].table is None and not amount.is_computed
        empty = words.short_not_reported if is_there else words.short_not_found
        return {
            Gap.NO_REPORT: words.short_no_report,
            Gap.NOT_IN_FORM: words.short_not_in_form,
            Gap.UNREADABLE: words.short_unreadable,
            Gap.UNDEFINED: words.short_undefined.format(divisor=plain(amount.divisor)),
        }.get(amount.gap or Gap.NOT_REPORTED, words.short_not_said if is_said else empty)

    def formula(self, amount: Amount) -> str | None:
        """How a number was computed, term by term; None for a printed one."""
        if not amount.parts:
            return None
        end = "" if amount.value is None else f" = {self.figure(amount.value, amount.unit)}"
        if not amount.over:
            return self._sum(amount, end)
        is_of_one = {part.key.member for part in amount.operands} == {amount.key.member}
        part, over = (self._terms(side, is_of_one) for side in (amount.parts, amount.over))
        minus = "".join(f" − {self._term(less, is_of_one)}" for less in amount.less)
        is_sum = len(amount.parts) > 1 and len(amount.parts) <= _LISTED
        part = f"({part})" if is_sum else part
        whole = f"({over}{minus})" if minus or len(amount.over) > 1 else over
        return f"{part} ÷ {whole}{end}"

    def definition(self, amount: Amount) -> str:
        """What a rate is: its name, and those of what it is computed from."""
        part, over, less = (
            list(dict.fromkeys(map(self.what, side)))
            for side in (amount.parts, amount.over, amount.less)
        )
        whole = " + ".join(over) + "".join(f" − {name}" for name in less)
        parts = " + ".join(part)
        parts = f"({parts})" if len(part) > 1 else parts
        whole = f"({whole})" if len(over) + len(less) > 1 else whole
        return f"{self.what(amount)} = {parts} ÷ {whole}"

    def _sum(self, amount: Amount, end: str) -> str:
        """The parts of a sum by what tells them apart; of many only those that are not zero."""
        parts, words = amount.parts, self.words
        if len(parts) > _LISTED:
            return words.sum_of.format(count=len(parts)) + end
        if len({part.key[2:] for part in parts}) == 1:
            return " + ".join(map(_bare, parts)) + end
        adding = [part for part in parts if part.value != 0]
        if not adding and len(parts) > _FEW:
            return words.all_zero.format(count=len(parts)) + end
        if len(parts) <= _FEW or len(adding) == len(parts):
            adding = list(parts)
        whole = amount.key[2:]
        terms = [f"{part_label(*p.key[2:], whole, self.lang)} {_bare(p)}" for p in adding]
        rest = words.others_zero if len(adding) < len(parts) else ""
        return " + ".join(terms) + end + rest

    def _terms(self, amounts: Sequence[Amount], is_of_one: bool) -> str:
        if len(amounts) > _LISTED:
            return self.words.sum_of.format(count=len(amounts))
        if len({amount.key[2:] for amount in amounts}) == 1:  # the same of several bodies
            amounts, rest = amounts[:1], amounts[1:]
            return " + ".join([self._term(amounts[0], is_of_one), *map(_bare, rest)])
        return " + ".join(self._term(amount, is_of_one) for amount in amounts)

    def _term(self, amount: Amount, is_of_one: bool) -> str:
        """A number with its name, which leaves out the applicants that the answer is about."""
        member = TOTAL if is_of_one else amount.key.member
        return f"{metric_label(amount.key.metric, member, self.lang)} {_bare(amount)}"

    def sentence(self, amount: Amount, evidence: Evidence) -> str:
        """What is to be said of one number: itself, or why there is none."""
        if amount.gap is not None:
            return self._gap_sentence(amount, evidence)
        issuer = evidence.by_id[amount.key.issuer]
        return self.words.one.format(
            issuer=self.name(issuer),
            year=amount.key.year,
            what=self.what(amount),
            number=self.number(amount, evidence.facts.get(amount.key)),
        )

    def undefined(self, amount: Amount, issuer: str) -> str:
        """That a share cannot be computed, and what it would be divided by."""
        return self.words.undefined.format(
            issuer=issuer,
            year=amount.key.year,
            what=self.what(amount),
            divisor=plain(amount.divisor),
            formula=self.formula(amount),
        )

    def _gap_sentence(self, amount: Amount, evidence: Evidence) -> str:
        """Not held, not in the form, not reported, and unreadable are different sentences."""
        words, key = self.words, amount.key
        issuer = evidence.by_id[key.issuer]
        where: dict[str, str | int] = {
            "issuer": self.name(issuer),
            "year": key.year,
            "what": self.what(amount),
        }
        match amount.gap:
            case Gap.NO_REPORT:
                return self.no_report(issuer, (key.year,))
            case Gap.NOT_IN_FORM:
                era = evidence.numbers.form(key.issuer, key.year)
                form = words.forms[era.value] if era else ""
                return words.not_in_form.format(**where, form=form)
            case Gap.UNDEFINED:
                return self.undefined(amount, self.name(issuer))
            case Gap.UNREADABLE:
                cell = next(c for c in amount.cells if c.gap is Gap.UNREADABLE)
                fact = evidence.facts.get(cell.key)
                where["what"] = self.what(cell)
                return words.unreadable.format(**where, raw=fact.raw.strip() if fact else "")
            case _:
                is_there = any(cell.key in evidence.facts for cell in amount.cells)
                return self._not_reported(amount, where, is_there=is_there)

    def _not_reported(
        self, amount: Amount, where: Mapping[str, str | int], *, is_there: bool
    ) -> str:
        """That a cell is empty, or that there is no such cell, or sentence."""
        words = self.words
        lacking = [c for c in amount.cells if c.gap is not None]
        if amount.is_computed and len(lacking) < len(amount.cells):
            return words.not_complete.format(
                **where, parts=self.listed([self.what(cell) for cell in lacking])
            )
        is_said = METRIC[amount.key.metric].table is None and not amount.is_computed
        if is_said:  # “关注人数”, for 关注 alone is no thing
            member = amount.key.member
            is_label = self.lang is Lang.ZH and member == TOTAL
            where = {**where, "what": official_label(amount.key.metric)} if is_label else where
            return words.not_said.format(**where)
        return (words.not_reported if is_there else words.not_found).format(**where)

    def no_report(self, issuer: HeldIssuer, years: Sequence[int], when: str | None = None) -> str:
        """That a report is not held, and of which years there are some."""
        words = self.words
        said = words.no_report.format(issuer=self.name(issuer), years=when or self.years(years))
        return said + words.held_years.format(years=self.span(issuer.years))


def _bare(amount: Amount) -> str:
    return "?" if amount.value is None else plain(amount.value)


def shown(value: Decimal, unit: str) -> str:
    """A number as it is shown: shares with two decimals, others as they are."""
    return format(value.quantize(Decimal("0.01")), "f") if unit == "%" else plain(value)
