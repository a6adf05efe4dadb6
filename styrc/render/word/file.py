"""A template's bytes or none in, a Word file to write in out, and its bytes in the end; same content, same bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from styrc.blocks import Document
from styrc.render.word.markup import one_line, tag
from styrc.render.word.names import TONGUES
from styrc.render.word.parts import RELATION, Node, children, describe, empty, filled, tree, w
from styrc.text import Text

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_KEPT = ("styles", "numbering", "settings", "theme", "fontTable", "webSettings", "footnotes", "endnotes")
_OF_A_TEMPLATE = ("attachedTemplate", "documentProtection", "writeProtection", "trackRevisions", "mailMerge",
                  "evenAndOddHeaders", "updateFields", "docVars")  # fmt: skip
"""Settings that are about the template and its use, not about how things look."""

_BEFORE_COMPAT = ("docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
                  "doNotIncludeSubdocsInStats", "shapeDefaults", "decimalSymbol", "listSeparator")  # fmt: skip
_LARGEST = 200_000_000  # bytes, unpacked: a template with more is no template
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first day a zip file knows
_NO_TEMPLATE = Text(
    "Word-mallen kan inte läsas. Spara den på nytt i Word som Word-dokument (.docx) eller Word-mall (.dotx).",
    "The Word template cannot be read. Save it anew in Word as a Word document (.docx) or a Word template (.dotx).",
)


class WordTemplateError(Exception):
    """The municipality's own Word file cannot lend its styles; `text` says what to do about it."""

    def __init__(self, text: Text = _NO_TEMPLATE) -> None:
        super().__init__(text.en)
        self.text = text


@contextmanager
def reading_template() -> Iterator[None]:
    """Whatever is at fault with a template is a WordTemplateError."""
    try:
        yield
    except (
        BadZipFile, zlib.error, SyntaxError, ValueError, KeyError, IndexError, AttributeError, TypeError,
        NotImplementedError, RuntimeError,
    ) as fault:  # fmt: skip
        raise WordTemplateError from fault


class WordFile:
    """One file, open. What a template holds besides its looks is gone from it."""

    def __init__(self, template: bytes | None) -> None:
        """Raises WordTemplateError for a template that no Word program could open."""
        self.is_own = template is None
        self.part = _opened(template)
        (self.body,) = self.part.element.iterchildren(w("body"))
        sections = list(self.body.iter(w("sectPr")))
        self.section = sections[-1] if sections and template else empty("sectPr")
        self.body[:] = []
        for key, relation in list(self.part.rels.items()):
            if relation.reltype.rpartition("/")[2] not in _KEPT:
                del self.part.rels[key]

    def root(self, name: str) -> Node:
        """The root of one of the parts beside the document: `styles`, `numbering`, `settings`; made if missing."""
        from docx.opc.packuri import PackURI  # noqa: PLC0415 - only who writes Word files pays for it
        from docx.opc.part import XmlPart  # noqa: PLC0415

        found = next((one for one in self.part.rels.values() if one.reltype == RELATION + name), None)
        if found is not None:
            return found.target_part.element
        kind = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml"
        made = XmlPart(PackURI(f"/word/{name}.xml"), kind, empty(name), self.part.package)
        self.part.relate_to(made, RELATION + name)
        return made.element

    def set_up(self, document: Document) -> None:
        """Settings and what the file says about itself, for this document."""
        settings, tongue = self.root("settings"), TONGUES[document.language]
        decimal = "," if document.language == "sv" else "."
        if self.is_own:
            settings[:] = list(tree(filled("settings", tongue=tongue, decimal=decimal)))
        for one in [one for one in settings if one.tag in {w(name) for name in _OF_A_TEMPLATE}]:
            settings.remove(one)
        _as_new_word(settings)
        for relation in list(self.part.part_related_by(RELATION + "settings").rels):
            del self.part.part_related_by(RELATION + "settings").rels[relation]
        self._describe(document, tongue)

    def _describe(self, document: Document, tongue: str) -> None:
        about = document.metadata
        core = filled(
            "core",
            title=one_line(document.title),
            label=one_line(document.label),
            author=one_line(about.author),
            keywords=one_line(", ".join(about.keywords)),
            description=one_line(about.description),
            reference=one_line(about.reference),
            dated=about.dated.isoformat() if about.dated else "",
            tongue=tongue,
        )
        package = self.part.package
        for key, relation in list(package.rels.items()):
            if not relation.reltype.endswith("/officeDocument"):
                del package.rels[key]
        describe(package, core)

    def bytes(self) -> bytes:
        """The file's bytes. Every part is dated on the first day that such files know."""
        written, dated = BytesIO(), BytesIO()
        self.part.package.save(written)
        with ZipFile(written) as made, ZipFile(dated, "w", ZIP_DEFLATED) as file:
            for name in made.namelist():
                entry = ZipInfo(name, _FIRST_DAY)
                entry.compress_type = ZIP_STORED if name.endswith((".png", ".jpg")) else ZIP_DEFLATED
                entry.create_system = 0  # the same on every machine
                file.writestr(entry, made.read(name))
        return dated.getvalue()


def _opened(template: bytes | None) -> Node:
    import docx  # noqa: PLC0415 - only who writes Word files pays for it

    if template is None:
        return docx.Document().part
    with reading_template():
        return docx.Document(BytesIO(_as_document(template))).part


def _as_document(template: bytes) -> bytes:
    """A template (.dotx) as a document: they differ in one word."""
    made = BytesIO()
    with ZipFile(BytesIO(template)) as file, ZipFile(made, "w", ZIP_DEFLATED) as copy:
        if sum(entry.file_size for entry in file.infolist()) > _LARGEST:
            raise ValueError("too large")
        for name in file.namelist():
            data = file.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(_MAIN.format("template").encode(), _MAIN.format("document").encode())
            copy.writestr(name, data)
    return made.getvalue()


def _as_new_word(settings: Node) -> None:
    """The mode of Word 2013 and later, without which it offers less and sets pages as it did of old."""
    compat = settings.find(w("compat"))
    if compat is None:
        compat = empty("compat")
        later = {w(name) for name in _BEFORE_COMPAT}
        after = next((one for one in settings if one.tag in later or not one.tag.startswith(w(""))), None)
        if after is None:
            settings.append(compat)
        else:
            after.addprevious(compat)
    for one in [one for one in compat if one.get(w("name")) == "compatibilityMode"]:
        compat.remove(one)
    program = "http://schemas.microsoft.com/office/word"
    compat.extend(children(tag("compatSetting", name="compatibilityMode", uri=program, val=15)))
