"""The page on styrc's own models: each rule of theirs, what it asks for, what carries it, and its cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from page_parts import page, table

from styrc.load import load
from styrc.report_out.demand import demand
from styrc.resources import builtin
from styrc.schema import Constraint, Grade, Schema, Unchecked
from styrc.schema.read import read_schema

CASES = Path(__file__).parents[1] / "tests" / "cases"
_INTRODUCTION = """
The steering models that come with styrc, and all the rules of each: what a rule asks for, which constraint of
`schemas/<model>.yaml` carries it, and the findings that tell of a plan that breaks it. The cases are folders with such
a plan (`wrong`) and a near twin that does not break it (`right`); both are run as tests. A rule that is *inferred* is
not said in so many words by its source, and a finding from it is a warning. `styrc explain LEK-L1` tells more, and the
reason.
"""
_LATER = "Checked when the follow-up is reported."


def models() -> str:
    """For each of styrc's own models: which constraint carries which of the municipality's rules."""
    parts = [part for path in sorted(builtin("schemas").glob("*.yaml")) for part in _model(path)]
    return page("Steering models", _INTRODUCTION, parts)


def _model(path: Path) -> Iterator[str]:
    source, _ = load(f"schemas/{path.name}", path.read_bytes())
    schema, found = read_schema(source)
    if schema is None:
        message = f"{path}: {found[0]}"
        raise ValueError(message)
    rules = sorted(
        ((id_, where, one) for where, one in schema.constraints() for id_ in one.id), key=lambda rule: _natural(rule[0])
    )
    rows = [_carried(schema, id_, where, one, path.stem) for id_, where, one in rules]
    yield f"## {schema.name}\n\n`styrmodell: {path.stem}`\n\n{_facts(schema)}"
    if rows:
        yield table(("Rule", "What it asks for", "Carried by", "Source", "Found as", "Cases"), rows)
    if schema.unchecked:
        rules_left = sorted(schema.unchecked.items(), key=lambda rule: _natural(rule[0]))
        rows = [(id_, one.asks, _why_not(one), schema.cite(one)) for id_, one in rules_left]
        yield "Not checked:"
        yield table(("Rule", "What it asks for", "Why not", "Source"), rows)


def _facts(schema: Schema) -> str:
    carried = {id_ for _, one in schema.constraints() for id_ in one.id}
    constraints = [one for _, one in schema.constraints() if one.source]
    inferred = sum(one.inferred for one in constraints)
    return (
        f"Levels: {', '.join(schema.levels)}. Kinds of document: {', '.join(schema.documents)}. "
        f"Kinds of element: {', '.join(schema.kinds)}. {len(constraints)} constraints name their source, "
        f"{inferred} of them are inferred. {len(carried | schema.unchecked.keys())} rules, of which "
        f"{len(carried)} are checked."
    )


def _carried(schema: Schema, id_: str, where: tuple[str, ...], one: Constraint, model: str) -> tuple[str, ...]:
    """A row: one of the constraints that carry a rule."""
    weight = " *Inferred.*" if one.inferred else " *Warning.*" if one.grade is Grade.WARNING else ""
    folder = CASES / model / id_
    codes = {code for file in sorted(folder.glob("wrong/**/*.yaml")) for code in _marks(file.read_text("utf-8"))}
    found = ", ".join(f"[{code}](rules.md#{code.lower()})" for code in sorted(codes))
    cases = f"[{id_}](../tests/cases/{model}/{id_})" if folder.is_dir() else ""
    return id_, demand(schema, where, one, "en") + weight, _where(where), schema.cite(one), found, cases


def _marks(text: str) -> list[str]:
    """The codes that the marks at the ends of lines ask for."""
    return [code for line in text.split("\n") for code in re.findall(r"STY\d{3}", line.rpartition("<- ")[2])]


def _why_not(one: Unchecked) -> str:
    return f"{_LATER} {one.why}" if one.waits_for else one.why


def _where(path: tuple[str, ...]) -> str:
    """The path to a constraint; what stands in a list is counted from one."""
    return " → ".join(str(int(step) + 1) if step.isdigit() else step for step in path)


def _natural(id_: str) -> tuple[str | int, ...]:
    """LEK-L9 before LEK-L10."""
    return tuple(int(part) if part.isdigit() else part for part in re.split(r"([0-9]+)", id_))
