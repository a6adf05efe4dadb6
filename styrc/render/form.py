"""A report that is to be written -> the YAML file to fill in: all that it must answer for, with what is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from styrc.element import Document, Element
from styrc.follow_up import FollowUp, follow_up
from styrc.plan import Plan
from styrc.quantity import write_number, write_period, write_target
from styrc.schema import Ask, Constraint, Part, ReportKind
from styrc.text import Language, Text

Row = tuple[str, tuple[str, ...]]
"""The key of a row and its lines, comments first."""

_HEAD = Text(
    "Fyll i det som är tomt. Kör samma styrc new igen om planerna ändras: det som är ifyllt ligger kvar.",
    "Fill in what is empty. Run the same styrc new again if the plans change: what is filled in stays.",
)
_PLACE = Text("{word}: {title}. Ur {document}.", "{word}: {title}. From {document}.")
_LATEST = Text("Senast: {value} ({period}).", "Latest: {value} ({period}).")
_NO_VALUE = Text("Inget utfall ännu.", "No outcome yet.")
_TARGET = Text("Mål {year}: {target}.", "Target {year}: {target}.")
_LAST_STATUS = Text("Förra rapporten: {step}.", "Last report: {step}.")
_LAST_REMEDY = Text("Utlovat då: {text}", "Promised then: {text}")
_OR_REASON = Text(
    "Går det inte att mäta? Byt raden mot {key}: och skriv varför.",
    "If it cannot be measured, change the line for {key}: and say why.",
)
_WHEN_DEVIATING = Text("Vid avvikelse också: {fields}.", "Where it deviates also: {fields}.")
_MAY = Text("Kan också fyllas i: {fields}.", "May also be filled in: {fields}.")
_COMPUTED = Text("Räknas ut av styrc: {fields}.", "Computed by styrc: {fields}.")
_TABLES = Text("Tabeller som hör till rapporten: {names}.", "Tables that belong to the report: {names}.")
_WIDE = 110


@dataclass(frozen=True)
class Form:
    """What a unit is to fill in: the head of a new file, and the rows of its two sections."""

    head: str
    outcomes: tuple[Row, ...]
    answers: tuple[Row, ...]


def form(plan: Plan, report: Document, language: Language) -> Form:
    """The form of a report, which need not be among the plan's documents yet."""
    made = _Form(plan, report, language)
    duties = follow_up(plan).duties(report).values()
    outcomes = tuple(made.outcome(one) for one, ask in duties if ask.outcome and not made.is_known(one))
    asked = ((one, ask) for one, ask in duties if ask.required or not ask.outcome)
    answers = tuple(made.answer(one, ask) for one, ask in asked if not made.is_answered(one))
    return Form("\n".join(made.head()) + "\n", outcomes, answers)


class _Form:
    def __init__(self, plan: Plan, report: Document, language: Language) -> None:
        self.plan, self.report, self.language = plan, report, language
        self.kind: ReportKind = plan.schema.reports[report.kind]
        self.follow_up: FollowUp = follow_up(plan)
        self.previous = self.follow_up.previous(report)

    def say(self, words: Text, **values: object) -> str:
        return words.speak(self.language, values)

    def head(self) -> Iterator[str]:
        """The header, the chapters that need text and the decisions to propose; a comment on the tables."""
        keys, words = self.plan.words.document, self.plan.words
        yield f"# {self.say(_HEAD)}"
        yield f"{keys.document}: {self.report.kind}"
        yield f"{keys.period}: {self.report.period}"
        yield f"{keys.unit}: {self.report.unit}"
        yield f"{keys.state}: {words.states.draft}"
        if self.kind.decision.proposals.min:
            yield from ("", f"{keys.proposals}:", "  -")
        needed = [key for key, one in self.kind.chapters.items() if one.text or (one.required and not one.answers)]
        needed = [key for key in needed if self._binds(self.kind.chapters[key])]
        if needed:
            yield from ("", f"{keys.chapters}:")
        for key in needed:
            yield from self._comment(self.kind.chapters[key].why, "  ")
            yield f"  {key}:"
        held = self.plan.schema.holdings(self.report.kind).items()
        tables = [name for name, one in held if name in self.plan.schema.tables and self._binds(one)]
        if tables:
            yield from ("", *self._comment(self.say(_TABLES, names=", ".join(tables)), ""))

    def _binds(self, constraint: Constraint) -> bool:
        return self.plan.binds(constraint, self.report.unit)

    def is_known(self, indicator: Element) -> bool:
        """Whether a series or another file of the report tells the outcome that the report is to show."""
        said = self.follow_up.outcomes.current(indicator, self.report.period.last)
        if said is None or said.place.file == self.report.place.file:
            return False
        return said.document == self.report.id or (not said.document and said.period.touches(self._year))

    @property
    def _year(self) -> int:
        return self.report.period.last.year

    def is_answered(self, element: Element) -> bool:
        """Whether another file of the report, or a report that it gathers, answers for the element."""
        told = self.follow_up.answering(element, self.report)
        return any(one.answer.place.file != self.report.place.file for one in told)

    def outcome(self, indicator: Element) -> Row:
        """What an indicator needs: a value, those for women and men where the plan splits it, or a reason."""
        keys, lines = self.plan.words.outcome, [*self._about(indicator), *self._comment(self._known(indicator), "")]
        split = self.plan.part(indicator, Part.BY_SEX) is True
        return self._name(indicator), (
            *lines,
            f"{self._name(indicator)}:",
            f"  {keys.value}:",
            *((f"  {keys.women}:", f"  {keys.men}:") if split else ()),
            f"  # {self.say(_OR_REASON, key=keys.reason)}",
        )

    def _known(self, indicator: Element) -> str:
        """The latest value with what it is for, and the target of the year."""
        until = self.report.period.last
        values, target = self.follow_up.outcomes.values(indicator, until), self.follow_up.target(indicator, until.year)
        said = self.say(_NO_VALUE)
        if values and (value := values[-1].value) is not None:
            period = write_period(values[-1].period, self.plan.words)
            said = self.say(_LATEST, value=write_number(value), period=period)
        unit = str(self.plan.part(indicator, Part.UNIT_OF_MEASURE) or "")
        aim = self.say(_TARGET, year=until.year, target=write_target(target, self.plan.words)) if target else ""
        return " ".join(one for one in (f"{unit[:1].upper()}{unit[1:]}." if unit else "", said, aim) if one)

    def answer(self, element: Element, ask: Ask) -> Row:
        """What is asked of an element: the fields that must be there, and as comments those that may."""
        rule, fields = self.plan.kind(element).status, self.plan.kind(element).answers
        status = self.follow_up.field_name(element.kind, Part.STATUS)
        computed = {status} if rule and rule.computed else set()
        must = [name for name in ask.required if name not in computed]
        rest = [name for name in fields if name not in (*must, *ask.when_deviating, *computed)]
        lines = [*self._about(element), *self._before(element), f"{self._name(element)}:"]
        lines += [f"  {name}:" for name in must]
        for words, names in ((_COMPUTED, sorted(computed)), (_WHEN_DEVIATING, ask.when_deviating), (_MAY, rest)):
            lines += self._comment(self.say(words, fields=", ".join(names)), "  ") if names else []
        return self._name(element), tuple(lines)

    def _about(self, element: Element) -> list[str]:
        document = self.plan.document(element)
        word = self.plan.schema.word(element.kind)
        word = f"{word[:1].upper()}{word[1:]}"
        title = element.title or element.id
        return list(self._comment(self.say(_PLACE, word=word, title=title, document=document.title), ""))

    def _before(self, element: Element) -> Iterator[str]:
        """How the element stood in the unit's last report, and what was promised."""
        before = self.follow_up.carried_on(element, self.previous) if self.previous else None
        if before is None or self.previous is None:
            return
        made = self.follow_up.judgement(before, self.previous)
        if made.step is not None:
            yield from self._comment(self.say(_LAST_STATUS, step=made.step.value), "")
        if remedy := self.follow_up.part(made.answer, before, Part.REMEDY):
            yield from self._comment(self.say(_LAST_REMEDY, text=remedy), "")

    def _name(self, element: Element) -> str:
        """The id; with its document where another element that the report answers for has the same."""
        duties = self.follow_up.duties(self.report).values()
        alike = [one for one, _ in duties if one.id == element.id]
        return element.id if len(alike) == 1 else element.key

    def _comment(self, text: str, indent: str) -> Iterator[str]:
        """A text as lines of comment that fit a window."""
        line = ""
        for word in text.split():
            if line and len(line) + len(word) > _WIDE:
                yield f"{indent}# {line}"
                line = ""
            line = f"{line} {word}".strip()
        if line:
            yield f"{indent}# {line}"
