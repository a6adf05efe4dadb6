"""A report that gathers others -> how each unit has reported, and how each goal goes in each unit."""

from __future__ import annotations

from collections.abc import Sequence

from styrc.blocks import Align, Column, Figure, Row, Run, Status, Table
from styrc.element import Document, Element
from styrc.render.report import words as said
from styrc.render.report.answers import Answering
from styrc.render.say import capital
from styrc.render.svg import StatusMap, StatusRow, figure
from styrc.render.tables import SIGNS, TONES
from styrc.schema import Role, Step

_FEWEST = 2
"""Units that make a map worth drawing."""
_TONES = ("none", "good", "partly", "bad")
_MAPPED = (Role.GOAL, Role.QUALITY, Role.AREA)


def gathered(view: Answering) -> list[Document]:
    """The reports of the units below that are for the same break, in the order of the organisation."""
    kinds, is_in_line = view.plan.schema.reports[view.report.kind].gathers, view.plan.organisation.is_in_line
    return [
        one
        for one in view.follow_up.reports
        if one.kind in kinds and one.period.last == view.report.period.last and one.id != view.report.id
        if is_in_line(one.unit, view.report.unit)
    ]


def progress_table(view: Answering) -> Table | None:
    """How many of what they are asked the units have answered; None where nothing is gathered."""
    reports = gathered(view)
    if not reports:
        return None
    heads = (Column((Run(view.say(said.UNIT)),)), Column((Run(view.say(said.REPORT)),)))
    count = Column((Run(view.say(said.ANSWERS)),), Align.END)
    return Table(view.say(said.PROGRESS), (*heads, count), tuple(_progress_row(view, one) for one in reports))


def _progress_row(view: Answering, report: Document) -> Row:
    made = view.follow_up.progress(report)
    said_ = view.say(said.OF_ASKED, answered=made.answered, asked=made.asked)
    return Row(((Run(view.plan.organisation.name(report.unit)),), (Run(report.title),), (Run(said_),)))


def status_map(view: Answering) -> Figure | None:
    """Goals by units, with what the units' reports say of the goal or of what stands right below it.

    Kinds that no unit has to do with are left out, so that an empty row means something.
    """
    goals = [one for one in view.asked if view.plan.role(one) in _MAPPED]
    told = {one.key: _by_unit(view, one) for one in goals}
    kinds = {one.kind for one in goals if told[one.key]}
    goals = [one for one in goals if one.kind in kinds]
    units = [report.unit for report in gathered(view)]
    units = [unit for unit in dict.fromkeys(units) if any(unit in steps for steps in told.values())]
    if len(units) < _FEWEST or not goals:
        return None
    steps = {step.value: step for one in goals for step in told[one.key].values()}
    rows = tuple(
        StatusRow(one.title or one.id, tuple(_status(told[one.key].get(unit)) for unit in units)) for one in goals
    )
    drawn = StatusMap(
        title=view.say(said.STATUS_MAP),
        description=view.say(said.STATUS_MAP_TEXT, goals=len(goals), units=len(units)),
        goals=capital(view.plan.schema.words(goals[0].kind)),
        units=tuple(view.plan.organisation.name(unit) for unit in units),
        scale=tuple(one for step in _scale(view, goals, steps) if (one := _status(step)) is not None),
        rows=rows,
    )
    return figure(drawn, view.language)


def _by_unit(view: Answering, goal: Element) -> dict[str, Step]:
    """For each unit that has told of a goal: its step. It is the unit's own of its own goal.

    Of another's goal it is the worst of what the unit has told of below it, or else the goal's.
    """
    kinds = view.plan.schema.reports[view.report.kind].gathers
    found: dict[str, Step] = {}
    shared: dict[str, Step] = {}
    for told in view.follow_up.told_below(goal, view.report):
        step, unit = view.follow_up.judgement(told.element, told.report).step, told.report.unit
        is_goal = told.element.key == goal.key
        is_other = view.plan.role(told.element) is Role.INDICATOR or (goal.unit == unit and not is_goal)
        if told.report.kind not in kinds or step is None or is_other:
            continue
        if is_goal and goal.unit != unit:
            shared[unit] = step
        elif unit not in found or _TONES.index(step.tone) > _TONES.index(found[unit].tone):
            found[unit] = step
    return shared | found


def _scale(view: Answering, goals: Sequence[Element], used: dict[str, Step]) -> list[Step]:
    """The steps of the goals' scale, and those of other scales that the units have used."""
    own = {step.value: step for step in view.follow_up.steps(goals[0].kind)}
    return list({**own, **used}.values())


def _status(step: Step | None) -> Status | None:
    return Status(step.value, SIGNS[step.sign], TONES[step.tone]) if step else None
