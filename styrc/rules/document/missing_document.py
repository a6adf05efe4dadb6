"""Documents that the steering model asks for and that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from styrc.element import Document, Element
from styrc.plan import Plan
from styrc.quantity import Period
from styrc.rule import Hit
from styrc.rules.answers import homes_of_answers
from styrc.rules.counting import axes, expected, place_in_settings, steps_of_document, tally
from styrc.rules.wording import Step, quoted, scope
from styrc.schema import Grade, Link, Need, Per
from styrc.text import Text


class Gap(NamedTuple):
    """Too few documents of a kind: under which count, for what, and how many there are."""

    kind: str
    per: Per
    at: dict[str, Step]
    there_are: int


def missing_document(plan: Plan) -> Iterator[Hit]:
    """A document that there should be and is not; several years of the same unit are told together."""
    groups: dict[tuple[object, ...], list[Gap]] = {}
    for gap in gaps(plan):
        rest = tuple(step for axis, step in gap.at.items() if axis != "year")
        time = () if "unit" in gap.at else (gap.at.get("year"),)
        groups.setdefault((gap.kind, id(gap.per), gap.there_are, rest, time), []).append(gap)
    for group in groups.values():
        kind, per, at, count = group[0]
        steps = {axis: tuple(dict.fromkeys(gap.at[axis] for gap in group)) for axis in at}
        values = {
            "kind": kind,
            "kinds": plan.schema.documents[kind].plural or kind,
            "scope": scope(plan, steps),
            "count": count,
            "min": per.min,
            "header": _header(plan, kind, at),
            "from": plan.words.project.from_,
            "to": plan.words.project.to,
            "years": plan.words.project.years,
        }
        variant = "few" if count else "" if "unit" in at else "time"
        yield Hit(place_in_settings(plan, at), values, variant, per, absence=True)


def gaps(plan: Plan) -> Iterator[Gap]:
    """Everything that is missing; nothing is while some file could not be read."""
    for name, kind in plan.schema.documents.items() if plan.whole and plan.municipality.years else ():
        for per in kind.per:
            if per.min:
                yield from _gaps(plan, name, per)


def _gaps(plan: Plan, name: str, per: Per) -> Iterator[Gap]:
    kind, documents = plan.schema.documents[name], plan.documents_of(name)
    steps = axes(plan, per, kind.levels, (), kind.fields)
    found = tally(plan, per, (one for one in documents if plan.document_matches(one, per.where)), steps_of_document)
    doubtful = {one.unit for one in documents if _is_doubtful(plan, one)}
    for key in expected(plan, steps):
        at = dict(zip(per.each, key, strict=True))
        count = len(found.get(key, ()))
        if count < per.min and not doubtful & {"", at.get("unit", "")} and not ("unit" not in at and doubtful):
            yield Gap(name, per, at, count)


def _is_doubtful(plan: Plan, document: Document) -> bool:
    """Whether a fault in the header hides whose the document is, or for when."""
    return document.broken and (not document.unit or not plan.has_known_period(document))


def _header(plan: Plan, kind: str, at: dict[str, Step]) -> tuple[Text, ...]:
    """The lines that the missing file begins with."""
    words = plan.words.document
    units = [one.id for one in plan.organisation.of_levels(plan.schema.documents[kind].levels)]
    unit = at.get("unit") or (units[0] if len(units) == 1 else "…")
    period = at.get("year") or at.get("term") or plan.municipality.years[0]
    return quoted((f"{words.document}: {kind}", f"{words.period}: {period}", f"{words.unit}: {unit}"))


class MissingDocuments:
    """Whether a document is missing in which something might have stood."""

    def __init__(self, plan: Plan) -> None:
        self.known: dict[tuple[str, str], list[Step]] = {}
        self.own: dict[tuple[str, str], list[tuple[Step, Grade]]] = {}
        for gap in gaps(plan):
            time = gap.at.get("year") or gap.at.get("term") or ""
            for unit in _whose(plan, gap):
                self.own.setdefault((gap.kind, unit), []).append((time, gap.per.weight))
                for above in plan.organisation.line(unit):
                    self.known.setdefault((gap.kind, above), []).append(time)

    def may_hold(self, plan: Plan, element: Element, need: Need) -> bool:
        """Whether an answer to a need may be missing with its document."""
        return bool(self.known) and self.of(
            homes_of_answers(plan, element, need), element.unit, plan.document(element).period
        )

    def may_hold_target(self, plan: Plan, element: Element, link: Link) -> Grade | None:
        """How grave it is that a document is missing in which a link's target may stand: the unit's, or one above it.

        None where no such document is missing.
        """
        kinds = plan.homes(*link.to) if self.own and link.document == "any" else ()
        period, line = plan.document(element).period, list(plan.organisation.line(element.unit))
        missing = (one for kind in kinds for unit in line for one in self.own.get((kind, unit), ()))
        grades = {grade for time, grade in missing if _touches(period, time)}
        return next((grade for grade in Grade if grade in grades), None)

    def of(self, kinds: tuple[str, ...], unit: str, period: Period) -> bool:
        """Whether one of these kinds, of the unit or of one below it, is missing in a period."""
        return any(_touches(period, time) for kind in kinds for time in self.known.get((kind, unit), ()))


def _whose(plan: Plan, gap: Gap) -> list[str]:
    """The units of which a document is missing: the one that the count names, else any that could have it."""
    unit = gap.at.get("unit")
    levels = plan.schema.documents[gap.kind].levels
    return [str(unit)] if unit else [one.id for one in plan.organisation.of_levels(levels)]


def _touches(period: Period, time: Step) -> bool:
    if isinstance(time, Period):
        return period.overlaps(time)
    return not isinstance(time, int) or period.touches(time)
