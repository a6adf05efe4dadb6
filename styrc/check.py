"""Step 4. A Plan and the rules -> what breaks the red thread or the steering model."""

from __future__ import annotations

from collections.abc import Iterable

from styrc.diagnostic import Diagnostic, Severity
from styrc.plan import Plan
from styrc.rule import Hit, Rule
from styrc.schema import Grade


def check(plan: Plan, rules: Iterable[Rule]) -> list[Diagnostic]:
    """Ask every rule. What a draft may still lack is no more than a warning there."""
    return [_diagnostic(plan, rule.code, hit) for rule in rules for hit in rule.ask(plan)]


def _diagnostic(plan: Plan, code: str, hit: Hit) -> Diagnostic:
    severity = None
    if hit.constraint is not None:
        severity = Severity.WARNING if hit.constraint.weight is Grade.WARNING else Severity.ERROR
    document = plan.documents.get(hit.document)
    if hit.absence and document is not None and not document.decided:
        severity = Severity.WARNING
    said = hit.constraint or hit.reason
    because = hit.because or (plan.schema.because(said, lent=said is not hit.constraint) if said else None)
    return Diagnostic(code, hit.place, hit.values, hit.variant, severity, because, hit.related, hit.absence)
