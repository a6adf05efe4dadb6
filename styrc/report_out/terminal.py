"""Findings -> lines for a terminal: each with its code, its place, the line it stands on, the reason and what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from rich.text import Text as Line

from styrc.compiler import Compilation
from styrc.diagnostic import Because, Diagnostic, Related, Severity
from styrc.report_out.frame import frame
from styrc.report_out.layout import STYLES, Page, Sign, safe
from styrc.rule import severity, speak
from styrc.source import Place
from styrc.text import Text
from styrc.yaml_text import lines_of

_WORD = {Severity.ERROR: Text("Fel", "Error"), Severity.WARNING: Text("Varning", "Warning")}
_SIGN: dict[Severity, Sign] = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_ERRORS = Text("fel", "error"), Text("fel", "errors")
_WARNINGS = Text("varning", "warning"), Text("varningar", "warnings")
_FILES = Text("fil", "file"), Text("filer", "files")
_DOCUMENTS = Text("dokument", "document"), Text("dokument", "documents")
_PARTS = Text("del", "part"), Text("delar", "parts")
_WHY = Text("Varför:", "Why:")
_DO = Text("Gör så här:", "What to do:")
_SEE = Text("Se också", "See also")
INFERRED = Text(
    "Styrmodellen säger det inte ordagrant. Därför är det bara en varning.",
    "The steering model does not say so in so many words. Therefore it is only a warning.",
)
_ALL_WELL = Text("Inga fel och inga varningar.", "No errors and no warnings.")
_CHOSEN_WELL = Text("Inga fel och inga varningar i det du valde.", "No errors and no warnings in what you chose.")
_FOUND = Text("{faults} i {files}.", "{faults} in {files}.")
_READ = Text("{documents} med {parts} är lästa.", "{documents} with {parts} read.")
_NOT_READ = Text(
    "Planerna är inte granskade, eftersom styrmodellen inte går att läsa.",
    "The plans are not checked, since the steering model cannot be read.",
)
_MORE = Text("Läs mer om en regel: {command}", "Read more about a rule: {command}")


class Report:
    """Findings of a compilation on a page.

    `located` gives a file's name as the reader can open it.
    """

    def __init__(
        self,
        compilation: Compilation,
        page: Page,
        located: Callable[[str], str] = str,
    ) -> None:
        self.compilation, self.page, self.located = compilation, page, located
        self._lines: dict[str, Sequence[str]] = {}

    def findings(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Line]:
        """All findings, those of a file together under its name."""
        for file, ones in groupby(diagnostics, key=lambda one: one.place.file):
            here = list(ones)
            yield Line.assemble((safe(self.located(file)), "bold underline"), "  ", (self._faults(here), "dim"))
            yield Line()
            for one in here:
                yield from self.finding(one)
                yield Line()

    def finding(self, one: Diagnostic) -> Iterator[Line]:
        """One finding."""
        weight, page = severity(one), self.page
        style = STYLES[_SIGN[weight]]
        message, remedy = speak(one, page.language)
        label = f"{page.sign(_SIGN[weight])} {page.say(_WORD[weight])} {one.code}:"
        yield from page.labelled(label, message, 0, style)
        yield from self._place(one.place, style)
        for related in one.related:
            yield from self._related(related)
        if one.because is not None:
            yield from page.labelled(page.say(_WHY), reason(one.because, page))
        yield from page.labelled(page.say(_DO), remedy)

    def summary(self, diagnostics: Sequence[Diagnostic]) -> Iterator[Line]:
        """How many findings there are and how much was read."""
        page, plan = self.page, self.compilation.plan
        if diagnostics:
            worst = Severity.ERROR if any(severity(one) is Severity.ERROR for one in diagnostics) else Severity.WARNING
            files = len({one.place.file for one in diagnostics})
            sign = _SIGN[worst]
            words = page.say(_FOUND, faults=self._faults(diagnostics), files=page.count(files, *_FILES))
        else:
            sign, words = "fine", page.say(_CHOSEN_WELL if self.compilation.diagnostics else _ALL_WELL)
        if plan is None:
            words += " " + page.say(_NOT_READ)
        else:
            documents = page.count(len(plan.documents), *_DOCUMENTS)
            words += " " + page.say(_READ, documents=documents, parts=page.count(len(plan.elements), *_PARTS))
        yield from page.labelled(page.sign(sign), words, 0, STYLES[sign])
        if diagnostics:
            first = next((one for one in diagnostics if severity(one) is Severity.ERROR), diagnostics[0])
            command = f"styrc explain {first.code}"
            yield from page.labelled(" ", page.say(_MORE, command=command), 0)

    def _faults(self, diagnostics: Iterable[Diagnostic]) -> str:
        weights = [severity(one) for one in diagnostics]
        errors, warnings = weights.count(Severity.ERROR), weights.count(Severity.WARNING)
        said = [self.page.count(errors, *_ERRORS)] if errors else []
        said += [self.page.count(warnings, *_WARNINGS)] if warnings else []
        return self.page.say(Text(" och ", " and ")).join(said)

    def _place(self, place: Place, style: str) -> Iterator[Line]:
        """The address as editors and terminals make it a link, and the line that stands there."""
        span = self.compilation.span(place)
        lines = self._lines_of(place.file)
        address = f":{span.line}:{span.column}" if lines else ""
        yield Line.assemble("  ", (safe(self.located(place.file)) + address, "cyan"))
        yield from frame(lines, span, self.page, style)

    def _related(self, related: Related) -> Iterator[Line]:
        words = safe(related.words.speak(self.page.language, related.values))
        yield from self.page.labelled(f"{self.page.say(_SEE)}:", words)
        yield from self._place(related.place, "dim")

    def _lines_of(self, file: str) -> Sequence[str]:
        if file not in self._lines:
            source = self.compilation.sources.get(file)
            text = source.text if source else self.compilation.texts.get(file)
            self._lines[file] = lines_of(text) if text else ()
        return self._lines[file]


def reason(because: Because, page: Page) -> str:
    """The reason in the model, with its ids and the passage it comes from."""
    cited = "; ".join(part for part in (", ".join(because.ids), because.source) if part)
    why = because.why.speak(page.language) if isinstance(because.why, Text) else because.why
    said = " ".join(part for part in (why, f"({cited})" if cited else "") if part)
    return f"{said} {INFERRED.speak(page.language)}" if because.inferred else said
