"""A follow-up and a day -> lines for the eye, or data for programs: what is reported, missing, red, and due next."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date

from rich.text import Text as Line

from styrc.element import Element
from styrc.follow_up import FollowUp, Judgement
from styrc.follow_up.breaks import Due, dues
from styrc.plan import Plan
from styrc.quantity import write_period
from styrc.report_out.layout import STYLES, Page
from styrc.schema import Role
from styrc.text import Text

_MOST = 5
"""How many of a list are shown: the rest are counted."""
_SHAPES = {"circle": "●", "triangle": "▲", "square": "■", "dash": "–", "none": ""}
_STYLES = {"good": "green", "partly": "yellow", "bad": "red", "none": ""}

_HEAD = Text("Uppföljningen den {day}", "The follow-up on {day}")
_DONE = Text("{title}: alla {asked} svar är lämnade.", "{title}: all {asked} answers have been given.")
_NOTHING_ASKED = Text("{title}: inget att svara på.", "{title}: nothing to answer for.")
_PARTLY = Text("{title}: {answered} av {asked} svar är lämnade.", "{title}: {answered} of {asked} answers given.")
_LATE = Text("{kind} {period} saknas. Den skulle ha lämnats {day}.", "{kind} {period} is missing. It was due {day}.")
_WAITS = Text("{kind} {period} ska lämnas senast {day}.", "{kind} {period} is due {day}.")
_UNANSWERED = Text("Inget svar: {title}", "No answer: {title}")
_RED = Text("{step}: {title}", "{step}: {title}")
_MORE = Text("… och {count} till", "… and {count} more")
_NEXT = Text("Härnäst", "Next")
_NO_REPORTS = Text(
    "Styrmodellen säger inte när något ska rapporteras, och inga rapporter finns.",
    "The steering model does not say when to report, and there are no reports.",
)


def shown(plan: Plan, follow_up: FollowUp, today: date, units: frozenset[str], page: Page) -> Iterator[Line]:
    """What is reported and what is not, unit by unit; of all units, or of some."""
    due = [one for one in due_by(plan, today) if not units or one.unit in units]
    if not due:
        yield from (Line(line) for line in page.wrap(page.say(_NO_REPORTS)))
        return
    yield Line(page.say(_HEAD, day=_day(plan, today)), "bold")
    for unit in plan.organisation.units:
        mine = [one for one in due if one.unit == unit and (one.report or one.is_late(today))]
        if mine:
            yield Line("")
            yield Line(page.say(Text("{name}", "{name}"), name=plan.organisation.name(unit)), "bold")
            for one in mine:
                yield from _due(plan, follow_up, one, page)
    coming = [one for one in due if one.report is None and not one.is_late(today)]
    if coming:
        yield from (Line(""), Line(page.say(_NEXT), "bold"))
    for one in coming[:_MOST]:
        yield from page.labelled("·", f"{_said(plan, one, _WAITS, page)} {plan.organisation.name(one.unit)}.", 2)
    if len(coming) > _MOST:
        yield Line(f"    {page.say(_MORE, count=len(coming) - _MOST)}")


def due_by(plan: Plan, today: date) -> list[Due]:
    """The reports of a day's year, and those of the year before that are handed in or due in it."""
    before = [one for one in dues(plan, today.year - 1) if one.last_day.year == today.year]
    return [one.as_of(today) for one in (*before, *dues(plan, today.year))]


def _due(plan: Plan, follow_up: FollowUp, due: Due, page: Page) -> Iterator[Line]:
    if due.report is None:
        yield from page.labelled(page.sign("error"), _said(plan, due, _LATE, page), 2, STYLES["error"])
        return
    progress, title = follow_up.progress(due.report), due.report.title
    sign, words = ("fine", _DONE) if progress.answered == progress.asked else ("warning", _PARTLY)
    words = words if progress.asked else _NOTHING_ASKED
    said = page.say(words, title=title, asked=progress.asked, answered=progress.answered)
    yield from page.labelled(page.sign(sign), f"{said}{_counts(follow_up, due, page)}", 2, STYLES[sign])  # type: ignore[arg-type, index]
    asked = follow_up.duties(due.report).values()
    open_ = [one for one, ask in asked if follow_up.lacking(one, ask, due.report).anything]
    yield from _listed([("?", "", page.say(_UNANSWERED, title=_name(one))) for one in open_], page)
    red = [
        (one, made)
        for one, _ in asked
        if (made := follow_up.judgement(one, due.report)).step and _is_red(plan, one, made)
    ]
    yield from _listed([_red(one, made, page) for one, made in red], page)


def _is_red(plan: Plan, element: Element, made: Judgement) -> bool:
    return made.step is not None and made.step.tone == "bad" and plan.role(element) is not Role.INDICATOR


def _red(element: Element, made: Judgement, page: Page) -> tuple[str, str, str]:
    step = made.step
    assert step is not None  # noqa: S101 - only what stands on a step is shown
    shape = "x" if page.plain else _SHAPES[step.sign]
    return shape, _STYLES[step.tone], page.say(_RED, step=step.value, title=_name(element))


def _counts(follow_up: FollowUp, due: Due, page: Page) -> str:
    """How many stand on each step, in the order of the scales."""
    report = due.report
    if report is None:
        return ""
    order: dict[str, None] = {}
    found: Counter[str] = Counter()
    for element, _ in follow_up.duties(report).values():
        order |= dict.fromkeys(step.value for step in follow_up.steps(element.kind))
        made = follow_up.judgement(element, report)
        found[made.step.value if made.step else ""] += 1
    said = page.dot.join(f"{found[word]} {word}" for word in order if found[word])
    return f" {said}." if said else ""


def _listed(rows: list[tuple[str, str, str]], page: Page) -> Iterator[Line]:
    for sign, style, words in rows[:_MOST]:
        yield from page.labelled(sign, words, 6, style)
    if len(rows) > _MOST:
        yield Line(f"        {page.say(_MORE, count=len(rows) - _MOST)}")


def _said(plan: Plan, due: Due, words: Text, page: Page) -> str:
    kind = due.kind[:1].upper() + due.kind[1:]
    return page.say(words, kind=kind, period=write_period(due.period, plan.words), day=_day(plan, due.last_day))


def _day(plan: Plan, day: date) -> str:
    return f"{day.day} {plan.words.months[day.month - 1]} {day.year}"


def _name(element: Element) -> str:
    return element.title or element.id


def as_data(plan: Plan, follow_up: FollowUp, today: date, units: frozenset[str]) -> str:
    """The same for programs, as JSON."""
    rows = [_data(follow_up, one, today) for one in due_by(plan, today) if not units or one.unit in units]
    return json.dumps({"date": str(today), "reports": rows}, ensure_ascii=False, indent=2) + "\n"


def _data(follow_up: FollowUp, due: Due, today: date) -> dict[str, object]:
    made: dict[str, object] = {
        "kind": due.kind,
        "unit": due.unit,
        "period": str(due.period),
        "due": str(due.last_day),
        "late": due.is_late(today),
        "report": due.report.id if due.report else None,
    }
    if due.report is None:
        return made
    asked = follow_up.duties(due.report)
    unanswered = [key for key, (one, ask) in asked.items() if follow_up.lacking(one, ask, due.report).anything]
    steps = {key: follow_up.judgement(one, due.report).step for key, (one, _) in asked.items()}
    return {
        **made,
        "asked": len(asked),
        "unanswered": unanswered,
        "statuses": {key: step.value if step else None for key, step in steps.items()},
    }
