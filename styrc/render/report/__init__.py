"""A report -> what its template may see beside its chapters: the minute's summary, the units, the deviations."""

from __future__ import annotations

from dataclasses import dataclass

from styrc.blocks import Blocks, Table
from styrc.element import Document
from styrc.plan import Plan
from styrc.render.report.answers import Answering, AnswersView
from styrc.render.report.summary import PartView, counts, deviations, summary
from styrc.render.report.units import progress_table, status_map
from styrc.text import Language

__all__ = ["Answering", "AnswersView", "PartView", "ReportView", "report_view"]


@dataclass(frozen=True, slots=True)
class ReportView:
    """What a report adds up and compares."""

    summary: PartView | None
    counts: Blocks
    deviations: PartView | None
    progress: Table | None
    status_map: Table | None


def report_view(plan: Plan, report: Document, language: Language) -> ReportView | None:
    """The view of a report; None for a document that is no report."""
    if report.kind not in plan.schema.reports:
        return None
    view = Answering(plan, report, language)
    return ReportView(
        summary=summary(view),
        counts=tuple(counts(view)),
        deviations=deviations(view) if any(view.judgement(one).deviates for one in view.asked) else None,
        progress=progress_table(view),
        status_map=drawn.table if (drawn := status_map(view)) is not None else None,
    )
