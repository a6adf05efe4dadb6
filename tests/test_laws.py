"""Laws for whatever stands in a project's files: nothing raises, findings point into the file, order is nothing."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from overlay import PROJECT

from styrc.compiler import Compilation, compile_project
from styrc.diagnostic import Diagnostic
from styrc.load import load
from styrc.project import Project, open_project
from styrc.rule import speak
from styrc.schema.read import read_schema
from styrc.source import Path, Raw, SourceFile
from styrc.yaml_text import lines_of

PROJECT_FILES = open_project(PROJECT)
SETTINGS, SCHEMA = "styrc.yaml", "exempel"
PLANS = sorted(PROJECT_FILES.plans)
thorough = settings(max_examples=300, deadline=None)

_WORDS = """
dokument årsbudget period 2026 enhet kf bn Barnnämnden beslut organ datum 2025-11-17 31/3 avsnitt inledning löften mått
insatser id titel läslust fler-bostäder mäter bättre högre sikte 12,5 12.5 1.250 berör driftsramar rader belopp summa
styrc model kinds role goal links to min documents levels chapters holds word styrmodell kommun namn organisation nivå
nämnd under planår å a\u0308 läslusт ja true null ~
"""
WORDS = st.sampled_from(_WORDS.split())
_BREAKS = ("\n", "\n  ", "\n    ", "\n  - ", "\r\n", "\u2028", "---\n")
_MARKS = (
    ": ",
    ":",
    "- ",
    " ",
    ", ",
    ",",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "#",
    " # ",
    "|\n",
    "> ",
    "&a ",
    "*a",
    "<<: ",
    "!x ",
)
_ODD = ("\t", "? ", "%", "@", "\\", "\u200b", "\x00", "\ufeff")
SIGNS = st.sampled_from((*_BREAKS, *_MARKS, *_ODD))
YAML_LIKE = st.lists(st.one_of(WORDS, SIGNS), max_size=60).map("".join)


@st.composite
def mangled(draw: st.DrawFn, text: str) -> bytes:
    """A real file with a few pieces taken out, put in, or said twice."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        put = draw(st.one_of(st.just(""), SIGNS, WORDS, st.just(text[start:end] * 2)))
        text = text[:start] + put + text[end:]
    return text.encode()


@pytest.fixture(autouse=True, scope="module")
def read_once() -> Iterator[None]:
    """Files and steering models are read once; most of them are the same in every example."""
    models: dict[str, Any] = {}

    def read(source: SourceFile) -> Any:  # noqa: ANN401 - what read_schema gives
        if source.text not in models:
            models[source.text] = read_schema(source)
        return models[source.text]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("styrc.compiler.load", lru_cache(200)(load))
        patch.setattr("styrc.compiler.read_schema", read)
        yield


def anything(text: str) -> st.SearchStrategy[bytes]:
    return st.one_of(
        st.binary(max_size=200), st.text(max_size=100).map(str.encode), YAML_LIKE.map(str.encode), mangled(text)
    )


def plan_text(name: str) -> str:
    return PROJECT_FILES.plans[name].decode()


def check_places(compilation: Compilation) -> None:
    """Every finding stands in a file, within its text, and can be said."""
    for one in compilation.diagnostics:
        span = compilation.span(one.place)
        source = compilation.sources.get(one.place.file)
        lines = lines_of(source.text) if source else [""]
        assert 1 <= span.line <= len(lines), one
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1, one
        for language in ("sv", "en"):
            assert all(speak(one, language)), one


@given(data=st.data())
@thorough
def test_anything_may_stand_in_a_plan_file(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from([*PLANS, "2026/arsbudget/nytt.yaml"]))
    text = (
        plan_text(name)
        if name in PLANS
        else "mått:\n  - {id: x, titel: Ett, två, mäter: läslust, uppmätt: {2025: 1,5}}\n"
    )
    plans = {**PROJECT_FILES.plans, name: data.draw(anything(text))}
    check_places(compile_project(replace(PROJECT_FILES, plans=plans)))


@given(data=anything(PROJECT_FILES.settings.decode()))
@thorough
def test_anything_may_stand_in_the_settings(data: bytes) -> None:
    check_places(compile_project(replace(PROJECT_FILES, settings=data)))


@given(data=anything(PROJECT_FILES.schemas[SCHEMA].decode()))
@thorough
def test_anything_may_stand_in_a_steering_model(data: bytes) -> None:
    check_places(compile_project(replace(PROJECT_FILES, schemas={SCHEMA: data})))


# What does not matter


def as_yaml(value: Raw, width: int, turn: Callable[[list[str]], list[str]], depth: int = 0) -> str:
    """A value as YAML, indented by `width`, with the keys of each row in the order that `turn` gives."""
    pad, more = " " * width * depth, depth + 1
    if isinstance(value, dict) and value:
        keys = turn(list(value)) if depth else list(value)
        rows = [(f"{pad}{json.dumps(key, ensure_ascii=False)}:", value[key]) for key in keys]
    elif isinstance(value, list) and value:
        rows = [(f"{pad}-", one) for one in value]
    else:
        return "" if value is None else json.dumps(value, ensure_ascii=False)
    return "\n".join(f"{head}{_below(one, as_yaml(one, width, turn, more))}" for head, one in rows)


def _below(value: Raw, text: str) -> str:
    return f"\n{text}" if isinstance(value, (dict, list)) and value else f" {text}"


def paths(value: Raw, above: Path = ()) -> list[Path]:
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [path for step in steps for path in [(*above, step), *paths(value[step], (*above, step))]]  # type: ignore[index]


@cache
def plan_value(name: str) -> str:
    return json.dumps(load(name, PROJECT_FILES.plans[name])[0].value)


@st.composite
def changed_plans(draw: st.DrawFn) -> dict[str, Raw]:
    """The plan files as values, some of them changed, so that there is something to find."""
    values = {name: json.loads(plan_value(name)) for name in PLANS}
    for number in range(draw(st.integers(0, 4))):
        name = draw(st.sampled_from(PLANS))
        path = draw(st.sampled_from(paths(values[name]) or [()]))
        _change(values[name], path, draw(st.sampled_from(["drop", "rename", "set"])), draw(changes(number)))
    return values


def changes(number: int) -> st.SearchStrategy[Raw]:
    word = st.one_of(
        st.sampled_from(["läslust", "Barnnämnden", "12.5", "31/3 2026", "", "trygga-barn", "kf"]), st.text(max_size=8)
    )
    return st.one_of(
        st.none(), word, st.lists(word, max_size=2), st.just({f"nytt{number}": "å"}), st.just([{"id": f"ny{number}"}])
    )


def _change(value: Any, path: Path, how: str, new: Raw) -> None:  # noqa: ANN401 - walked down by its path
    for step in path[:-1]:
        value = value[step]
    if not path:
        return
    if how == "drop":
        del value[path[-1]]
    elif how == "rename" and isinstance(value, dict):
        value[f"{path[-1]}n"] = value.pop(path[-1])
    else:
        value[path[-1]] = new


Outcome = tuple[list[str], list[str]]


def outcome(plans: dict[str, bytes], project: Project = PROJECT_FILES) -> Outcome:
    """The elements and the findings, without lines."""
    compilation = compile_project(replace(project, plans=plans))
    assert compilation.plan is not None
    elements = [
        f"{one.key} {one.kind} {one.unit} {one.title} {sorted(one.values.items())}"
        for one in compilation.plan.elements.values()
    ]
    return sorted(elements), sorted(_without_lines(one) for one in compilation.diagnostics)


def _without_lines(one: Diagnostic) -> str:
    values = sorted((name, str(value)) for name, value in one.values.items())
    return f"{one.code} {one.variant} {one.place.file} {one.place.path} {one.place.on_key} {values}"


def written(
    values: dict[str, Raw], width: int = 2, turn: Callable[[list[str]], list[str]] = list, form: str = "NFC"
) -> dict[str, bytes]:
    def data(value: Raw) -> bytes:
        return unicodedata.normalize(form, as_yaml(value, width, turn)).encode()  # type: ignore[arg-type]

    return {name: data(value) for name, value in values.items()}


@given(values=changed_plans(), data=st.data())
@thorough
def test_the_order_of_the_files_is_nothing(values: dict[str, Raw], data: st.DataObject) -> None:
    plans = written(values)
    order = data.draw(st.permutations(PLANS))
    assert outcome({name: plans[name] for name in order}) == outcome(plans)


@given(values=changed_plans(), data=st.data())
@thorough
def test_the_order_of_the_keys_in_a_row_is_nothing(values: dict[str, Raw], data: st.DataObject) -> None:
    turns: list[Callable[[list[str]], list[str]]] = [
        sorted,
        lambda keys: keys[::-1],
        lambda keys: sorted(keys, key=lambda key: key[::-1]),
    ]
    turn = data.draw(st.sampled_from(turns))
    assert outcome(written(values, turn=turn)) == outcome(written(values))


@given(values=changed_plans(), width=st.integers(1, 7))
@thorough
def test_the_width_of_the_indentation_is_nothing(values: dict[str, Raw], width: int) -> None:
    assert outcome(written(values, width)) == outcome(written(values))


@given(values=changed_plans())
@thorough
def test_composed_and_decomposed_letters_are_the_same(values: dict[str, Raw]) -> None:
    apart = replace(
        PROJECT_FILES,
        settings=_apart(PROJECT_FILES.settings),
        schemas={SCHEMA: _apart(PROJECT_FILES.schemas[SCHEMA])},
    )
    assert outcome(written(values, form="NFD"), apart) == outcome(written(values))


def _apart(data: bytes) -> bytes:
    return unicodedata.normalize("NFD", data.decode()).encode()
