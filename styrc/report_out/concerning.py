"""Findings and what a reader asks for -> only those of some rules, or those that concern a selection."""

from __future__ import annotations

import re
from collections.abc import Iterable

from styrc.compiler import Compilation
from styrc.diagnostic import Diagnostic
from styrc.plan import Plan
from styrc.rule import catalogue
from styrc.select import Choice, Fault, choose, from_arguments
from styrc.source import Path
from styrc.text import Text

_CODE = re.compile(r"STY\d{3}", re.IGNORECASE)


def concerning(compilation: Compilation, wanted: Iterable[str]) -> tuple[Diagnostic, ...] | Fault:
    """The findings of any of the rules, styrc's or the model's, or of any of the selections; all if none is named."""
    wanted = list(wanted)
    if not wanted:
        return compilation.diagnostics
    ids = {id_.casefold() for one in compilation.diagnostics if one.because for id_ in one.because.ids}
    if compilation.plan is not None:
        ids |= {id_.casefold() for _, rule in compilation.plan.schema.constraints() for id_ in rule.id}
    codes = {word.casefold() for word in wanted if _CODE.fullmatch(word) or word.casefold() in ids}
    unknown = next((word for word in wanted if _CODE.fullmatch(word) and word.upper() not in catalogue()), None)
    if unknown is not None:
        return _no_such_rule(unknown)
    selections = [word for word in wanted if word.casefold() not in codes]
    whose = _Whose(compilation.plan, selections)
    if whose.fault is not None:
        return whose.fault
    return tuple(one for one in compilation.diagnostics if codes & _codes(one) or whose.has(one))


def _no_such_rule(code: str) -> Fault:
    message = Text("Det finns ingen regel {code}.", "There is no rule {code}.")
    remedy = Text("Kör styrc explain för att se alla regler.", "Run styrc explain to see all rules.")
    return Fault(code, 0, len(code), message, remedy, {"code": code})


def _codes(one: Diagnostic) -> set[str]:
    return {one.code.casefold(), *(id_.casefold() for id_ in (one.because.ids if one.because else ()))}


class _Whose:
    """Knows which findings stand in the elements and documents of a selection."""

    def __init__(self, plan: Plan | None, selections: list[str]) -> None:
        self.fault: Fault | None = None
        self.inside: dict[tuple[str, Path], bool] = {}
        self.files: set[str] = set()
        if plan is None or not selections:
            if selections:
                words = Text("Planerna går inte att läsa.", "The plans cannot be read.")
                todo = Text("Kör styrc check utan --only.", "Run styrc check without --only.")
                self.fault = Fault(" ".join(selections), 0, 1, words, todo)
            return
        found = choose(plan, from_arguments(plan, selections))
        if isinstance(found, Fault):
            self.fault = found
        elif not (found.elements or found.documents):
            words = Text("Urvalet passar inte på något i planerna.", "Nothing in the plans fits the selection.")
            todo = Text("Kör styrc ls med samma urval och pröva dig fram.", "Try it with styrc ls first.")
            self.fault = Fault(" ".join(selections), 0, 1, words, todo)
        else:
            self._learn(plan, found)

    def _learn(self, plan: Plan, found: Choice) -> None:
        for key, element in plan.elements.items():
            self.inside[element.place.file, element.place.path] = key in found.elements
        for id_ in found.documents:
            self.files |= plan.files_of(plan.documents[id_])

    def has(self, one: Diagnostic) -> bool:
        """Whether the finding stands in a chosen element, or else in a file of a chosen document."""
        file, path = one.place.file, one.place.path
        for length in range(len(path), 0, -1):
            if (file, path[:length]) in self.inside:
                return self.inside[file, path[:length]]
        return file in self.files
