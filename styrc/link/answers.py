"""What reports and series say -> the elements and indicators that it is said of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from styrc.diagnostic import Diagnostic, Related
from styrc.element import Answer, Document, Element, Outcome
from styrc.follow_up.duty import responsible
from styrc.follow_up.nearness import nearness
from styrc.names import NAMELESS, nearest
from styrc.plan import Plan, Series
from styrc.schema import Role
from styrc.source import Place
from styrc.text import AnyOf, Text

_MEASURES = (Role.INDICATOR, Role.KEY_FIGURE)
"""Roles of what an outcome may be told of."""
_FIRST = Text("Här står det första gången.", "It stands here the first time.")


@dataclass
class Answered:
    """Follows answers and outcomes to what they mean; what leads nowhere is told once and left out."""

    plan: Plan
    by_id: Mapping[str, list[Element]]
    unread: frozenset[str]
    found: list[Diagnostic] = field(default_factory=list)
    _rows: dict[object, Outcome] = field(default_factory=dict)
    """The outcomes of series by what they tell."""

    def answers(self, answers: Iterable[Answer]) -> dict[str, dict[str, Answer]]:
        """The answers of each report, by the key of what they are said of."""
        made: dict[str, dict[str, Answer]] = {}
        kinds = {name for name, kind in self.plan.schema.kinds.items() if kind.answers}
        for answer in answers:
            report = self.plan.documents.get(answer.document)
            element = self._meant(answer.of, report, answer.place, kinds) if report else None
            if element is None:
                continue
            mine = made.setdefault(answer.document, {})
            if element.key in mine:
                self._say("STY221", answer.place, "twice", id=element.id)
            mine.setdefault(element.key, answer)
        return made

    def outcomes(self, outcomes: Iterable[Outcome]) -> dict[Series, tuple[Outcome, ...]]:
        """The outcomes of each indicator, in the order of their periods; one unit's of several keeps its unit."""
        made: dict[Series, list[Outcome]] = {}
        untold: set[tuple[str, str]] = set()
        kinds = set(self.plan.schema.kinds_with(*_MEASURES))
        for outcome in outcomes:
            report = self.plan.documents.get(outcome.document)
            place = outcome.named or Place(outcome.place.file, self._above(outcome))
            if outcome.named and (outcome.of, place.file) in untold:
                continue  # told at the first row of the file
            meant = self._meant(outcome.of, report, place, kinds, unit=outcome.unit)
            if meant is None:
                untold.add((outcome.of, place.file))
                continue
            linked = replace(outcome, unit=self._unit(outcome, meant, report))
            if not self._is_repeated(linked, (meant.id, meant.unit)):
                made.setdefault((meant.id, meant.unit), []).append(linked)
        return {key: tuple(sorted(ones, key=_order)) for key, ones in made.items()}

    def _is_repeated(self, outcome: Outcome, indicator: Series) -> bool:
        """Whether another row of a series tells the same outcome; that is told, and the first one counts."""
        if outcome.named is None or outcome.broken:
            return False
        first = self._rows.setdefault((*indicator, outcome.unit, outcome.period, outcome.sex), outcome)
        if first is outcome:
            return False
        values = {"id": outcome.of, "period": str(outcome.period)}
        self.found.append(
            Diagnostic("STY137", outcome.named, values, related=(Related(first.named or first.place, _FIRST),))
        )
        return True

    def _above(self, outcome: Outcome) -> tuple[str | int, ...]:
        """The path of an outcome's row: the section and what it is told of."""
        path = outcome.place.path
        return path[: path.index(outcome.of) + 1] if outcome.of in path else path

    def _unit(self, outcome: Outcome, indicator: Element, report: Document | None) -> str:
        """Whose value it is; nothing where it is the indicator's own."""
        unit = outcome.unit
        if not unit and report is not None:
            own = report.unit == indicator.unit or self.plan.organisation.is_in_line(indicator.unit, report.unit)
            unit = "" if own or report.unit in responsible(self.plan, indicator) else report.unit
        return "" if unit == indicator.unit else unit

    def _meant(self, of: str, report: Document | None, place: Place, kinds: set[str], unit: str = "") -> Element | None:
        """The element of these kinds that a name means in a report, or in a series where there is no report."""
        if report is not None and not self.plan.has_known_period(report):
            return None  # its period is told to be wrong; what it answers for is not known
        document, slash, id_ = of.rpartition("/")
        alike = [one for one in self.by_id.get(id_, ()) if not slash or one.document == document]
        right = [one for one in alike if one.kind in kinds]
        if not right:
            self._unknown(of, alike, place, kinds, report)
            return None
        current = right if report is None else [one for one in right if self._period_fits(one, report)]
        if not current:
            self._other_period(right[0], report, place)
            return None
        best = min(self._rank(one, report, unit) for one in current)
        nearest_by = [one for one in current if self._rank(one, report, unit) == best]
        units = {one.unit for one in nearest_by}
        if len(units) > 1 or (report is not None and len(nearest_by) > 1):
            self._say("STY221", place, "several", id=of, choices=AnyOf(tuple(one.key for one in nearest_by)))
            return None
        return nearest_by[0]

    def _period_fits(self, element: Element, report: Document) -> bool:
        return self.plan.document(element).period.overlaps(report.period)

    def _rank(self, element: Element, report: Document | None, unit: str) -> int:
        """How near an element stands to who tells of it: 0 is their own."""
        return nearness(self.plan, element, unit or (report.unit if report else ""))

    def _unknown(self, of: str, alike: list[Element], place: Place, kinds: set[str], report: Document | None) -> None:
        id_, schema = of.rpartition("/")[2], self.plan.schema
        if id_ in self.unread:
            return  # it stands in a file that could not be read, which is told there
        if alike:
            wanted = AnyOf(tuple(dict.fromkeys(schema.word(kind) for kind in schema.kinds if kind in kinds)))
            self._say("STY221", place, "kind", id=of, kind=schema.word(alike[0].kind), wanted=wanted)
            return
        fitting = [
            one.id
            for kind in schema.kinds
            if kind in kinds
            for one in self.plan.of_kind(kind)
            if report is None or self._period_fits(one, report)
        ]
        near = nearest(id_, dict.fromkeys(fitting))
        if near or NAMELESS not in self.unread:
            variant = "near" if near else ""
            self._say("STY221", place, variant if report else f"series {variant}".strip(), id=of, near=AnyOf(near))

    def _other_period(self, element: Element, report: Document | None, place: Place) -> None:
        home = self.plan.document(element)
        own = str(report.period) if report else ""
        self._say("STY221", place, "period", id=element.id, document=home.title, period=str(home.period), own=own)

    @property
    def adrift(self) -> dict[str, frozenset[str]]:
        """For each file, the ids that lead nowhere: what they were meant for is not called unanswered."""
        made: dict[str, frozenset[str]] = {}
        for one in self.found:
            made[one.place.file] = made.get(one.place.file, frozenset()) | {str(one.values["id"]).rpartition("/")[2]}
        return made

    def _say(self, code: str, place: Place, variant: str, **values: object) -> None:
        on_key = bool(place.path) and place.span is None
        self.found.append(Diagnostic(code, replace(place, on_key=on_key), values, variant))


def _order(outcome: Outcome) -> tuple[object, ...]:
    """By period, then by whom it is said of, then by where it stands, so that nothing depends on the order of files."""
    period, place = outcome.period, outcome.place
    return period.last, period.start, outcome.unit, outcome.sex, place.file, str(place.path), place.span or ()
