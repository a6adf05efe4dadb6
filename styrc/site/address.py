"""Where everything lies in the site: a path for each page, an anchor for each element. Names are made safe."""

from __future__ import annotations

import posixpath
from functools import cache

from styrc.blocks import ELEMENT, PAGE, SERIES
from styrc.element import Document, Element
from styrc.lists import OutsideList, outside_list
from styrc.names import slug
from styrc.plan import Plan, Series
from styrc.render import labels
from styrc.render.anchors import anchors_of
from styrc.render.brief import TITLE as BRIEF
from styrc.render.say import capital
from styrc.schema import Role
from styrc.text import Language, Text

FOLLOW_UP = Text("Uppföljning", "Follow-up")
INDICATORS = Text("Indikatorer", "Indicators")
STATEMENT = Text("Tillgänglighetsredogörelse", "Accessibility statement")


def relative(here: str, there: str) -> str:
    """The address of one page as seen from another."""
    return _from_folder(posixpath.dirname(here) or ".", there)


@cache
def _from_folder(folder: str, there: str) -> str:
    """Asked for by every link, and the answers are few: as many as folders times pages."""
    return posixpath.relpath(there, folder)


class Addresses:
    """The paths of a site's pages."""

    def __init__(self, plan: Plan, language: Language) -> None:
        self._taken: set[str] = {"index", "style", "search", "search-index", "sitemap"}
        self.language = language
        folder = slug(labels.DOCUMENTS.speak(language))
        self.documents = {name: self._path(folder, name) for name in plan.documents}
        self.briefs = {
            name: self._path(folder, BRIEF.speak(language, {"title": name}))
            for name, one in plan.documents.items()
            if _is_public(plan, one)
        }
        """Where the short version of a document lies, for those that have one."""
        self.anchors = {name: anchors_of(plan, name) for name in plan.documents}
        self.thread = self._page(labels.THREAD)
        self.wheel = self._page(labels.YEAR_WHEEL)
        self.glossary = self._page(labels.GLOSSARY)
        self.statement = self._page(STATEMENT)
        self.follow_up = self._page(FOLLOW_UP) if plan.documents_of(*plan.schema.reports) else ""
        self.indicator_index = self._page(INDICATORS)
        folder = slug(INDICATORS.speak(language))
        self.indicators = {(id_, unit): self._path(folder, id_) for id_, unit in indicators(plan)}
        self._series = {one.key: self.indicators[id_] for id_, ones in indicators(plan).items() for one in ones}
        folder = slug(labels.AREAS.speak(language))
        self.areas = {one.key: self._path(folder, one.id) for one, *_ in areas(plan)}
        folder = slug(labels.CONTENT.speak(language))
        self.kinds = {
            kind: self._path(folder, plan.schema.words(kind)) for kind in plan.schema.kinds if plan.of_kind(kind)
        }
        self.entries = entries(plan)
        self.lists = {name: self._path("", outside_list(name).title) for name in self.entries}
        self.outside = {
            (name, entry): self._path(slug(outside_list(name).title), outside_list(name).name(entry))
            for name, found in self.entries.items()
            for entry in found
        }
        self.menu = (
            (labels.START.speak(language), "index.html"),
            (labels.THREAD.speak(language), self.thread),
            *(((FOLLOW_UP.speak(language), self.follow_up),) if self.follow_up else ()),
            *(((INDICATORS.speak(language), self.indicator_index),) if self.indicators else ()),
            (labels.YEAR_WHEEL.speak(language), self.wheel),
            *((outside_list(name).title, path) for name, path in self.lists.items()),
            (labels.GLOSSARY.speak(language), self.glossary),
        )

    def of(self, target: str) -> str | None:
        """The path, with an anchor, that a logical target stands for."""
        if target.startswith(PAGE):
            return target.removeprefix(PAGE)
        if target.startswith(SERIES):
            return self._series.get(target.removeprefix(SERIES))
        key = target.removeprefix(ELEMENT)
        document, _, _ = key.rpartition("/")
        anchor = self.anchors.get(document, {}).get(key)
        return f"{self.documents[document]}#{anchor}" if anchor else None

    def _page(self, title: Text) -> str:
        return self._path("", title.speak(self.language))

    def _path(self, folder: str, name: str) -> str:
        stem = path = posixpath.join(folder, slug(name))
        count = 1
        while path in self._taken:
            count += 1
            path = f"{stem}-{count}"
        self._taken.add(path)
        return f"{path}.html"


def _is_public(plan: Plan, document: Document) -> bool:
    """Whether a document is decided by politics, and so is for inhabitants as much as for those who work by it."""
    level = plan.schema.levels.get(plan.organisation.level(document.unit))
    return level is not None and level.side == "what"


def indicators(plan: Plan) -> dict[Series, list[Element]]:
    """Every indicator over the years: by its id and unit, its versions with the latest first."""
    ones = plan.with_role(Role.INDICATOR, Role.KEY_FIGURE)
    found: dict[Series, list[Element]] = {(one.id, one.unit): [] for one in ones}
    for one in sorted(ones, key=lambda one: plan.document(one).period.start, reverse=True):
        found[one.id, one.unit].append(one)
    return found


def areas(plan: Plan) -> list[list[Element]]:
    """What the thread is shown by: the areas below the vision, else the topmost goals; and core missions.

    One id of a kind is one area, carried on from year to year; each comes with its versions, the latest first.
    """
    tops = {unit.id for unit in plan.organisation.units.values() if unit.parent is None}
    found = plan.with_role(Role.AREA) or [one for one in plan.with_role(Role.GOAL) if one.unit in tops]
    found += plan.with_role(Role.MISSION)
    versions: dict[tuple[str, str], list[Element]] = {}
    for one in sorted(found, key=lambda one: plan.document(one).period.start, reverse=True):
        versions.setdefault((one.kind, one.id), []).append(one)
    return [versions[id_] for id_ in dict.fromkeys((one.kind, one.id) for one in found)]


def entries(plan: Plan) -> dict[str, dict[str, list[tuple[Element, str]]]]:
    """For each list from outside that the plans use: the elements that concern each entry, and what they say of it."""
    found: dict[str, dict[str, list[tuple[Element, str]]]] = {}
    for name, kind in plan.schema.kinds.items():
        for field, described in kind.fields.items():
            if described.list_:
                entries_ = found.setdefault(described.list_, {})
                for element in plan.of_kind(name):
                    value = element.values.get(field, ())
                    for one in value if isinstance(value, tuple) else (value,):
                        entries_.setdefault(OutsideList.top(str(one)), []).append((element, str(one)))
    return {name: found[name] for name in found if found[name]}


def area_title(plan: Plan, area: Element) -> str:
    """What an area's page is called."""
    return area.title or capital(plan.schema.word(area.kind))
