"""Write the generated pages of the documentation, or say with `--check` which of them are stale."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from law_page import law
from models_page import models
from page_parts import page, table
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from styrc.rule import Entry, catalogue
from styrc.schema import Account, Constraint, DocumentRole, Matter, Part, Role, Schema, TableRole, Tie, Type
from styrc.schema.language import Words, one_or_many
from styrc.schema.wanted import WANTED
from styrc.schema.word_list import language_lists
from styrc.words import languages

HERE = Path(__file__).parent
_SHARED = "What a plan can break carries these keys too, so that a finding can say who asks for it and why."
_PLACES: dict[type[StrEnum], str] = {
    Role: "roles",
    Part: "parts",
    Tie: "ties",
    Type: "types",
    DocumentRole: "document roles",
    Matter: "matters",
    TableRole: "table roles",
    Account: "accounts",
}
_TWICE = "Provisions, debts and cash are in a balance what there is at the year's end, in a cash flow how it changes."


def main(arguments: list[str]) -> int:
    """Write all pages, or tell of the stale ones."""
    stale = [name for name, write in PAGES.items() if not _is_fresh(HERE / name, write())]
    if "--check" in arguments:
        sys.stdout.write("".join(f"docs/{name} is stale: run `make docs`\n" for name in stale))
        return 1 if stale else 0
    for name in stale:
        (HERE / name).write_text(PAGES[name](), "utf-8")
        sys.stdout.write(f"wrote docs/{name}\n")
    return 0


def _is_fresh(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text("utf-8") == text


# The schema language


def schema_language() -> str:
    """The reference of the schema language, from the models themselves."""
    introduction = """
What `schemas/<model>.yaml` may say: every construct, its keys, what they take, and what they are when left out. Unknown
keys are mistakes, and so is an empty value where something is asked for. To begin with a model of your own, read
[describe-your-own.md](describe-your-own.md); this page is for looking things up.
"""
    return page(
        "The schema language",
        introduction,
        [
            *(_construct(one) for one in constructs(Schema)),
            f"## Keys of every constraint\n\n{_SHARED}\n\n{_keys(Constraint.model_fields.items())}",
            _enum("Roles", Role, "What an element is to the red thread, whatever the municipality calls it."),
            _enum("Document roles", DocumentRole, "What a document is to the law and to the year of steering."),
            _enum("Matters", Matter, "What the law wants a budget to tell; a chapter says with `tells` that it does."),
            _enum("Table roles", TableRole, "What a table of figures is to the economy."),
            _enum("Accounts", Account, f"What a row or a column of figures is to the arithmetic. {_TWICE}"),
            _enum("Parts", Part, "What a field is to an element, whatever the municipality calls it."),
            _enum("Ties", Tie, "What a link is to the red thread. Every tie but `relates` carries it upwards."),
            _types(),
            _word_lists(),
        ],
    )


def constructs(model: type[BaseModel]) -> list[type[BaseModel]]:
    """The model and every model inside it, each once, outermost first."""
    found = [model]
    for one in found:  # grows while it is read
        inner = [inner for field in one.model_fields.values() for inner in _models_in(field.annotation)]
        found += [inner for inner in dict.fromkeys(inner) if inner not in found]
    return found


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:  # noqa: ANN401 - annotations are untyped
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _construct(model: type[BaseModel]) -> str:
    own = [(name, one) for name, one in model.model_fields.items() if not _is_shared(model, name)]
    carries = "\n\nA constraint: it also has the [keys of every constraint](#keys-of-every-constraint)."
    text = inspect.cleandoc(model.__doc__ or "")
    return f"## {model.__name__}\n\n{text}{carries if issubclass(model, Constraint) else ''}\n\n{_keys(own)}"


def _is_shared(model: type[BaseModel], name: str) -> bool:
    return issubclass(model, Constraint) and name in Constraint.model_fields


def _keys(fields: Iterable[tuple[str, FieldInfo]]) -> str:
    rows = [
        (f"`{field.alias or name}`", _either(field), _default(field), field.description or "") for name, field in fields
    ]
    return table(("Key", "Takes", "When left out", "Meaning"), rows)


def _either(field: FieldInfo) -> str:
    """What a key takes; one thing may stand where a list of it is asked for."""
    taken = _takes(field.annotation)
    several = any(getattr(one, "func", None) is one_or_many for one in field.metadata)
    return f"{taken.removeprefix('a list of ')}, or a list of them" if several else taken


def _takes(annotation: Any) -> str:  # noqa: ANN401, C901, PLR0911 - one line for each shape
    """What may stand after a key, in words."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if annotation == get_args(Words)[0]:
        return "a word, or a list of words"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        place = _PLACES.get(annotation, "")
        return f"one of the [{place}](#{place.replace(' ', '-')})" if place else _words(list(annotation))
    if origin is Literal:
        return _words([word for word in inner if word])
    if origin in (Union, UnionType):
        return " or ".join(_takes(part) for part in inner if part is not type(None))
    if origin is dict:
        return f"names, each with {_takes(inner[1])}"
    if origin is tuple:
        return f"a list of {_takes(inner[0])}" if inner[0] is not str else "a list of words"
    if hasattr(annotation, "__metadata__"):
        return _takes(inner[0])
    return {
        str: "text",
        int: "a whole number",
        bool: "`yes` or `no`",
        date: "a date, `2026-03-31`",
        Decimal: "a number",
    }[annotation]


def _words(words: Iterable[str]) -> str:
    return " · ".join(f"`{word}`" for word in words)


def _default(field: FieldInfo) -> str:
    value = field.get_default()
    if field.is_required():
        return "must be there"
    if isinstance(value, bool):
        return "`yes`" if value else "`no`"
    if isinstance(value, BaseModel) or value in ("", (), {}, None):
        return "–"
    if isinstance(value, tuple):
        return " · ".join(f"`{one}`" for one in value)
    return f"`{value}`"


def _enum(title: str, enum: type[StrEnum], introduction: str) -> str:
    """The words of an enum, explained by the comments beside them."""
    comments = dict(re.findall(r'= "([^"]+)"  # (.+)', inspect.getsource(enum)))
    rows = [(f"`{one.value}`", comments.get(one.value, "").capitalize()) for one in enum]
    return f"## {title}\n\n{introduction}\n\n{table(('Word', 'Meaning'), rows)}"


def _types() -> str:
    rows = [(f"`{one.value}`", WANTED[one].en[:1].upper() + WANTED[one].en[1:]) for one in Type]
    return f"## Types\n\nHow the text of a value is read.\n\n{table(('Word', 'What it wants'), rows)}"


def _word_lists() -> str:
    """The lists of words that models of each language can name."""
    introduction = "What `wordings` may name beside the model's own `word lists`, from `schemas/words/lists/`."
    rows = [
        (f"`{name}`", language, one.says.en, ", ".join(f"”{word}”" for word in one.words[:4]))
        for language in languages()
        for name, one in language_lists(language).lists.items()
    ]
    lists = table(("Name", "Language", "Its words tell that an element", "Some of its words"), rows)
    return f"## Word lists\n\n{introduction}\n\n{lists}"


# The rules


def rules() -> str:
    """Every code with its words in both languages and its example."""
    introduction = """
Everything that styrc can find, by code. `styrc explain STY203` shows the same in the terminal. Each example is run as a
test: the wrong files give exactly that finding, the right ones none.
"""
    entries = list(catalogue().values())
    contents = table(
        ("Code", "Fault", "In English", "Weight"),
        [(f"[{one.code}](#{one.code.lower()})", one.sv.title, one.en.title, one.severity.value) for one in entries],
    )
    return page("Rules", introduction, [contents, *(_entry(one) for one in entries)])


def _entry(entry: Entry) -> str:
    spoken = [
        f"**{words.title}**\n\n- {words.message}\n- {words.remedy}\n\n{words.why}" for words in (entry.sv, entry.en)
    ]
    examples = [
        f"{label}:\n\n" + "\n\n".join(f"```yaml\n# {name}\n{text.rstrip()}\n```" for name, text in files.items())
        for label, files in (("Wrong", entry.example.wrong), ("Right", entry.example.right))
    ]
    return "\n\n".join([f"## {entry.code}", *spoken, f"Source: {entry.source}.", *examples])


# The commands


def commands() -> str:
    """The help of every command, as the program prints it."""
    introduction = "The help of every command, as `styrc COMMAND --help` prints it. `--lang sv` gives it in Swedish."
    overview = _help()
    names = re.findall(r"^  ([a-z]+) {2,}", overview.partition("Commands")[2].partition("Options")[0], re.MULTILINE)
    parts = [f"## styrc {name}\n\n```\n{_help(name)}\n```" for name in names]
    return page("Commands", introduction, [f"```\n{overview}\n```", *parts])


def _help(*command: str) -> str:
    environment = {**os.environ, "COLUMNS": "96", "NO_COLOR": "1", "PYTHONPATH": str(HERE.parent)}
    line = [sys.executable, "-m", "styrc", *command, "--help", "--lang", "en"]
    done = subprocess.run(line, env=environment, capture_output=True, check=True)  # noqa: S603 - our own program
    return done.stdout.decode("utf-8").rstrip()


PAGES: dict[str, Callable[[], str]] = {
    "schema-language.md": schema_language,
    "rules.md": rules,
    "commands.md": commands,
    "modeller.md": models,
    "law.md": law,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
