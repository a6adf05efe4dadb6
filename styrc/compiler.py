"""The five steps in order, on one page: a Project in, a Compilation out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from styrc.check import check
from styrc.diagnostic import Diagnostic, Severity
from styrc.link import link
from styrc.load import decode, load
from styrc.names import nearest
from styrc.plan import Plan
from styrc.project import SETTINGS, Project
from styrc.rule import severity
from styrc.rules import RULES
from styrc.schema import Schema
from styrc.schema.read import read_schema
from styrc.source import START, Path, Place, SourceFile, Span
from styrc.text import AnyOf
from styrc.validate import settings, validate
from styrc.words import languages, words_in
from styrc.yaml_text import lines_of, locate, narrow


@dataclass(frozen=True)
class Compilation:
    """What came out: the plan, when there is a model to read it by, and every finding in the order of the files."""

    sources: dict[str, SourceFile]
    plan: Plan | None
    diagnostics: tuple[Diagnostic, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    """The Markdown files that chapters are written in, and the files with series of outcomes."""

    @cached_property
    def spans(self) -> dict[str, dict[Path, tuple[Span, Span]]]:
        """Where everything stands in the files that have findings; looked up only for them."""
        return {}

    def span(self, place: Place) -> Span:
        """The lines and columns of a place; those of the nearest value above it where it does not exist."""
        if place.span is not None:
            return place.span
        if place.file not in self.sources:
            return self._span_in_text(place)
        if place.file not in self.spans:
            self.spans[place.file] = locate(self.sources[place.file].text)
        table, path = self.spans[place.file], place.path
        on_key = place.on_key
        while path not in table and path:
            path, on_key = path[:-1], True
        key, value = table.get(path, (START, START))
        if place.passage is not None and not on_key:
            return narrow(self.sources[place.file].text, value, place.passage)
        return key if on_key else value

    def _span_in_text(self, place: Place) -> Span:
        """Where some words stand in a text that is no plan file; otherwise the beginning of it."""
        text = self.texts.get(place.file, "")
        lines = lines_of(text)
        whole = Span(1, 1, len(lines), len(lines[-1]) + 1)
        return narrow(text, whole, place.passage) if place.passage is not None and text else START

    def count(self, weight: Severity) -> int:
        """How many findings there are of a weight."""
        return sum(severity(one) is weight for one in self.diagnostics)

    @property
    def ok(self) -> bool:
        """Whether there is no error."""
        return not self.count(Severity.ERROR)


def compile_project(project: Project) -> Compilation:
    """Load, validate, link and check everything in a project; all findings in one run."""
    sources, found = _loaded(project)
    found += project.found
    schema, more = _schema(project, sources)
    found += more
    if schema is None:
        return _compilation(sources, None, found)
    words = words_in(schema.language)
    municipality, more = settings(sources[SETTINGS], schema, words, project.attached)
    found += more
    plans = {name: sources[name] for name in project.plans}
    decoded = {name: decode(name, data) for name, data in project.texts.items()}
    texts = {name: text for name, (text, _) in decoded.items()}
    series = project.series_in(words.report.outcomes)
    content, more = validate(plans, texts, schema, municipality.organisation, words, series)
    found += more
    used = {prose.place.file for document in content.documents for prose in document.chapters.values()}
    found += [one for name in used & decoded.keys() for one in decoded[name][1]]
    plan, more = link(
        content.documents,
        content.elements,
        content.unread,
        schema=schema,
        municipality=municipality,
        words=words,
        answers=content.answers,
        outcomes=content.outcomes,
    )
    found += more
    found += check(plan, RULES)
    return _compilation(sources, plan, found, texts | content.series)


def _loaded(project: Project) -> tuple[dict[str, SourceFile], list[Diagnostic]]:
    """`styrc.yaml` and the plan files, read; also where there is no model to judge them by."""
    sources: dict[str, SourceFile] = {}
    found: list[Diagnostic] = []
    for name, data in {SETTINGS: project.settings, **project.plans}.items():
        sources[name], more = load(name, data)
        found += more
    return sources, found


def _schema(project: Project, sources: dict[str, SourceFile]) -> tuple[Schema | None, list[Diagnostic]]:
    """The steering model that `styrc.yaml` names."""
    top, place = sources[SETTINGS].value, Place(SETTINGS)
    if not isinstance(top, dict):
        variant = "text" if isinstance(top, str) else "list"
        told = top is None or not sources[SETTINGS].whole  # by `load`
        return None, [] if told else [Diagnostic("STY109", place, {"name": SETTINGS}, variant)]
    keys = [words_in(language).project.model for language in languages()]
    key = next((key for key in keys if key in top), None)
    if key is None:
        return None, [Diagnostic("STY102", place, {"name": keys[0]})] if sources[SETTINGS].whole else []
    name = top[key]
    if not isinstance(name, str) or name not in project.schemas:
        value = name if isinstance(name, str) else ""
        near = nearest(value, project.schemas)
        values = {"value": value, "near": AnyOf(near), "known": AnyOf(tuple(sorted(project.schemas)))}
        return None, [Diagnostic("STY050", place.at(key), values, "near" if near else "")]
    file = f"schemas/{name}.yaml"
    sources[file], found = load(file, project.schemas[name])
    if any(severity(one) is Severity.ERROR for one in found):
        return None, found
    schema, more = read_schema(sources[file])
    return schema, found + more


def _compilation(
    sources: dict[str, SourceFile],
    plan: Plan | None,
    found: list[Diagnostic],
    texts: Mapping[str, str] | None = None,
) -> Compilation:
    """Findings sorted by where they stand, so that nothing depends on the order in which they were found."""
    made = Compilation(sources, plan, (), texts or {})

    def order(one: Diagnostic) -> tuple[str, Span, str, str]:
        return one.place.file, made.span(one.place), one.code, str(one.values)

    return replace(made, diagnostics=tuple(sorted(found, key=order)))
