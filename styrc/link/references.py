"""Documents and elements by their ids, and each reference followed to the element it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from styrc.diagnostic import Diagnostic, Related
from styrc.element import Document, Element, Reference
from styrc.names import NAMELESS, nearest, skeleton
from styrc.organisation import Municipality
from styrc.plan import Lost, Tied
from styrc.quantity import Period
from styrc.schema import Link, Schema
from styrc.source import Place
from styrc.text import AnyOf, Text
from styrc.words import Words

_MOST = 3
_FIRST = Text("Här står det första.", "The first stands here.")
_THIS_ONE = Text("Det här menas just nu.", "This is what it says now.")


@dataclass
class References:
    """Keeps documents and elements by their ids and follows the references between them."""

    schema: Schema
    words: Words
    municipality: Municipality
    unread: frozenset[str]
    found: list[Diagnostic] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    doubled: set[str] = field(default_factory=set)
    by_id: dict[str, list[Element]] = field(default_factory=dict)
    fitting: dict[tuple[tuple[str, ...], Period], dict[str, str]] = field(default_factory=dict)

    def say(
        self,
        code: str,
        place: Place,
        variant: str = "",
        related: tuple[Related, ...] = (),
        link_: Link | None = None,
        **values: object,
    ) -> None:
        """Add a finding; a link that the model asks for lends it its reason."""
        because = self.schema.because(link_, lent=True) if link_ else None
        self.found.append(Diagnostic(code, place, values, variant, because=because, related=related))

    def keep_documents(self, documents: Iterable[Document]) -> dict[str, Document]:
        """Documents by id, in the order of the model, the years and the organisation; a second of an id is told."""
        kinds, units = list(self.schema.documents), list(self.municipality.organisation.units)

        def order(one: Document) -> tuple[int, Period, int, str, str]:
            unit = units.index(one.unit) if one.unit in units else len(units)
            return kinds.index(one.kind), Period(one.period.start, one.period.last), unit, one.id, one.place.file

        for document in sorted(documents, key=order):
            first = self.documents.get(document.id)
            if first is None:
                self.documents[document.id] = document
            else:
                related = (Related(first.place.at(self.words.document.document), _FIRST),)
                place = document.place.at(self.words.document.document)
                self.say("STY215", place, related=related, id=document.id, file=first.place.file)
                self.doubled |= document.files
        return self.documents

    def keep_elements(self, elements: Iterable[Element], documents: dict[str, Document]) -> dict[str, Element]:
        """Elements by key, in the order of the documents; a second of an id in a document is told at both places."""
        kept: dict[str, Element] = {}
        order = {name: number for number, name in enumerate(documents)}
        for element in sorted(elements, key=lambda one: order.get(one.document, len(order))):
            if element.place.file in self.doubled:
                continue  # its document is told to be doubled; once that is mended its ids are its own
            first = kept.get(element.key)
            if first is not None:
                key = self.words.element.id
                related = (Related(first.place.at(key), _FIRST),)
                self.say("STY201", element.place.at(key), related=related, id=element.id, file=first.place.file)
                continue
            kept[element.key] = element
            self.by_id.setdefault(element.id, []).append(element)
        return kept

    def tell_alike(self, elements: Iterable[Element]) -> None:
        """Ids that look the same but are not: a person cannot tell which one a reference means. Each is told once."""
        seen: dict[str, dict[str, Element]] = {}
        key = self.words.element.id
        for element in elements:
            alike = seen.setdefault(skeleton(element.id), {element.id: element})
            if element.id not in alike:
                first = next(iter(alike.values()))
                related = (Related(first.place.at(key), _FIRST),)
                self.say("STY202", element.place.at(key), related=related, id=element.id, other=first.id)
                alike[element.id] = element

    def follow(self, element: Element) -> tuple[tuple[Tied, ...], frozenset[str]]:
        """The element's links that hold, and the names of those that do not."""
        tied: list[Tied] = []
        lost: set[str] = set()
        seen: dict[tuple[str, str], Reference] = {}
        for reference in element.references:
            target = self._target(element, reference, self.schema.kinds[element.kind].links[reference.link])
            if target is None:
                lost.add(reference.link)
            elif target.key == element.key:
                self.say("STY209", reference.place, id=element.id, link=reference.link)
                lost.add(reference.link)
            elif (first := seen.get((reference.link, target.key))) is not None:
                variant = "inside" if first.place == element.place else ""
                self.say("STY216", reference.place, variant, id=target.id, link=reference.link)
            else:
                seen[reference.link, target.key] = reference
                tied.append(Tied(reference, target))
        return tuple(tied), frozenset(lost)

    def _target(self, element: Element, reference: Reference, link_: Link) -> Element | None:
        candidates = self._named(reference.to)
        if not candidates:
            self._unknown(element, reference, link_)
            return None
        right = [one for one in candidates if one.kind in link_.to]
        if not right:
            self._wrong_kind(candidates, reference, link_)
            return None
        period = self._period(element)
        current = [one for one in right if self._period(one).overlaps(period)]
        if not current and "/" not in reference.to:
            self._other_period(element, right[0], reference, link_)
            return None
        return self._nearest_by(element, current or right, reference)

    def _named(self, name: str) -> list[Element]:
        """The elements that a name may mean. A document whose header is faulty may have another id than was thought."""
        document, slash, id_ = name.rpartition("/")
        alike = self.by_id.get(id_, [])
        if not slash or document in self.documents:
            return [one for one in alike if not slash or one.document == document]
        return [one for one in alike if self.documents[one.document].broken]

    def _nearest_by(self, element: Element, candidates: list[Element], reference: Reference) -> Element | None:
        """Of several that fit: the one in the same document, else that of the nearest unit upwards."""
        if len(candidates) == 1:
            return candidates[0]
        same = [one for one in candidates if one.document == element.document]
        if same:
            return same[0]
        for unit in self.municipality.organisation.line(element.unit):
            own = [one for one in candidates if one.unit == unit]
            if len(own) == 1:
                return own[0]
            if own:
                break
        self.say("STY205", reference.place, id=reference.to, choices=AnyOf(tuple(one.key for one in candidates)))
        return None

    def _unknown(self, element: Element, reference: Reference, link_: Link) -> None:
        id_ = reference.to.rpartition("/")[2]
        if id_ in self.unread or self.doubled:
            return  # it stands in a file that could not be read, which is told there
        wanted = AnyOf(tuple(dict.fromkeys(self.schema.word(kind) for kind in link_.to)))
        variant, near = self._nearest_to(reference.to, self._fitting(link_, self._period(element)))
        if not near and NAMELESS in self.unread:
            return  # perhaps a row without an id, which is told
        values = {"id": reference.to, "near": AnyOf(near), "wanted": wanted}
        said = Diagnostic("STY203", reference.place, values, variant)
        self.lost.append(Lost(element.key, reference.link, said))

    def _nearest_to(self, name: str, fitting: dict[str, str]) -> tuple[str, tuple[str, ...]]:
        """What was perhaps meant, and how it differs: its document, signs that look alike, a title, or a little."""
        id_, said = name.rpartition("/")[2], name.casefold()
        if elsewhere := tuple(one.key for one in self.by_id.get(id_, ()) if id_ in fitting):
            return "document", elsewhere
        look = skeleton(id_)
        if alike := tuple(sorted(one for one in fitting if skeleton(one) == look)):
            return "alike", alike
        titles = [said] if said in fitting.values() else nearest(said, fitting.values()) if " " in said else ()
        if named := tuple(sorted(one for one, title in fitting.items() if title in titles)):
            return "title", named[:_MOST]
        near = nearest(id_, fitting)
        return ("near" if near else ""), near

    def _wrong_kind(self, candidates: list[Element], reference: Reference, link_: Link) -> None:
        is_ = self.schema.word(candidates[0].kind)
        wanted = dict.fromkeys(self.schema.word(kind) for kind in link_.to)
        here = self.documents[candidates[0].document].kind
        variant = "document" if is_ in wanted else ""  # one word for two kinds: the document tells them apart
        homes = tuple(
            name for name in self.schema.documents if any(kind in self.schema.holdings(name) for kind in link_.to)
        )
        self.say(
            "STY206",
            reference.place,
            variant,
            link_=link_,
            id=reference.to,
            kind=is_,
            wanted=AnyOf(tuple(wanted)),
            link=reference.link,
            document=here,
            homes=AnyOf(homes),
        )

    def _other_period(self, element: Element, target: Element, reference: Reference, link_: Link) -> None:
        if reference.to in self.unread or self.doubled:
            return  # the one that is meant may stand in a file that is told to be wrong
        period = self._period(element)
        near = nearest(reference.to, self._fitting(link_, period))
        related = (Related(target.place.at(self.words.element.id), _THIS_ONE),)
        values = {
            "id": reference.to,
            "period": str(self._period(target)),
            "own": str(period),
            "near": AnyOf(near),
            "document": self.documents[target.document].title,
        }
        said = Diagnostic("STY204", reference.place, values, "near" if near else "", related=related)
        self.lost.append(Lost(element.key, reference.link, said))

    def _fitting(self, link_: Link, period: Period) -> dict[str, str]:
        """The ids that a link could name in a period, each with its title; kept, since many may ask."""
        made = self.fitting.get((link_.to, period))
        if made is None:
            made = {
                one.id: one.title.casefold()
                for ones in self.by_id.values()
                for one in ones
                if one.kind in link_.to and self._period(one).overlaps(period)
            }
            self.fitting[link_.to, period] = made
        return made

    def _period(self, element: Element) -> Period:
        return self.documents[element.document].period
