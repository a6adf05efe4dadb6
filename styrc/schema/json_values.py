"""A field of the schema language -> JSON Schema: the forms that its type accepts, as patterns that an editor can check.

An editor types plain YAML values by itself, where styrc reads text: `87` is a number to it and `84,2` is text. A schema
therefore allows both. The patterns are those of `styrc.quantity` in the words that Python and JavaScript share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from styrc.lists import outside_list
from styrc.organisation import Organisation
from styrc.schema.kind import Field
from styrc.schema.language import ANY, NONE, Where
from styrc.schema.model import Schema
from styrc.schema.theory import Type
from styrc.schema.wanted import WANTED
from styrc.text import AnyOf, Language, Text
from styrc.words import Words

Json = dict[str, Any]

_SPACE = "[ \u00a0\u2009\u202f]"
_SIGN = f"(?:[-+\u2212\u2013]{_SPACE}?)?"
_WHOLE = f"(?:[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+|[0-9]+)"
_PERCENT = f"(?:{_SPACE}?%)?"
_PART = "(?:,[0-9]+)?"
_NUMBER = f"{_SIGN}{_WHOLE}{_PART}{_PERCENT}"
_UNSIGNED = f"{_WHOLE}{_PART}{_PERCENT}"
_YEAR = "(?:19|20|21)[0-9]{2}"
_MONTH = "(?:0[1-9]|1[0-2])"
_DAY = "(?:0[1-9]|[12][0-9]|3[01])"
_POINT = f"[0-9]{{4}}(?:-{_MONTH}(?:-{_DAY})?)?"
_DASH = "[\u2013\u2014]"
_ID = r"[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_.\-]*[\p{L}\p{N}\p{M}])?"
ANY_TEXT = ["string", "number", "boolean"]
"""What an editor makes of a value that styrc reads as text."""

_WRITE = Text("Här ska stå {wanted}.", "Here should stand {wanted}.")
_NAME = Text(
    "Ett id skrivs med bokstäver, siffror och bindestreck, till exempel trygg-skola.",
    "An id is written with letters, digits and hyphens, for example trygg-skola.",
)
_CHOOSE = Text("Här ska stå {words}.", "Here should stand {words}.")


def field_schema(field: Field, schema: Schema, words: Words, organisation: Organisation | None) -> Json:
    """What may stand after a field's name: one value, a list, or one per year."""
    one = scalar(field, schema, words, organisation)
    whole = one
    if field.many:
        whole = {"type": "array", "items": one}
        whole |= {"minItems": field.least} if field.least is not None else {}
        whole |= {"maxItems": field.most} if field.most is not None else {}
    if field.by == "year":
        yearly = {"type": "object", "patternProperties": {f"^{_YEAR}$": one}, "additionalProperties": False}
        whole = {"anyOf": [whole, yearly]}
    return whole


def scalar(field: Field, schema: Schema, words: Words, organisation: Organisation | None) -> Json:
    """One value of the field's type."""
    language = spoken(schema)
    if field.type is Type.CHOICE:
        return _choice(field, schema)
    if field.type is Type.UNIT and organisation is not None:
        return units(organisation, field.levels, language=language)
    made = _forms(words)[field.type]
    if "integer" in made["type"]:
        made |= {"minimum": field.least} if field.least is not None and not field.many else {}
        made |= {"maximum": field.most} if field.most is not None and not field.many else {}
    message = _WRITE.speak(language, {"wanted": WANTED[field.type]})
    return made | {"errorMessage": message, "patternErrorMessage": message}


def _forms(words: Words) -> dict[Type, Json]:
    """The JSON type and the pattern of each type whose values do not depend on the model."""
    return {
        Type.LINE: {"type": ANY_TEXT, "minLength": 1, "pattern": r"^\s*[^\n]*\s*$"},
        Type.UNIT: {"type": ANY_TEXT, "minLength": 1, "pattern": r"^\s*[^\n]*\s*$"},
        Type.PROSE: {"type": ANY_TEXT, "minLength": 1},
        Type.NUMBER: {"type": ["integer", "string"], "pattern": _all(_NUMBER)},
        Type.WHOLE: {"type": ["integer", "string"], "pattern": _all(f"{_SIGN}{_WHOLE}(?:,0+)?{_PERCENT}")},
        Type.MONEY: {"type": ["integer", "string"], "pattern": _all(_money())},
        Type.TARGET: {"type": ["integer", "string"], "pattern": _all(_target(words))},
        Type.DATE: {"type": "string", "pattern": _all(_date(words))},
        Type.YEAR: {"type": ["integer", "string"], "pattern": _all(_YEAR), "minimum": 1900, "maximum": 2199},
        Type.PERIOD: {
            "type": ["integer", "string"],
            "pattern": _all(_period(words)),
            "minimum": 1000,
            "maximum": 9999,
        },
        Type.YES_NO: {
            "type": "string",
            "pattern": _all("|".join(any_case(word) for word in (words.yes, words.no))),
            "examples": [words.yes, words.no],
        },
        Type.KOLADA: {"type": "string", "pattern": _all("[NU][0-9]{5}")},
    }


def _all(pattern: str) -> str:
    return rf"^\s*(?:{pattern})\s*$"


def any_case(word: str) -> str:
    """A pattern for a word in small letters, capitals or both."""
    return "".join(f"[{sign}{sign.upper()}]" if sign.upper() != sign else escaped(sign) for sign in word.lower())


def escaped(text: str) -> str:
    """A pattern for exactly this text. `re.escape` writes signs that JavaScript does not take."""
    return re.sub(r"[\\^$.|?*+()\[\]{}]", r"\\\g<0>", text)


def _money() -> str:
    """An amount; three decimals without spaces are refused, since `1,250` may be an English 1 250."""
    return f"{_SIGN}{_WHOLE}(?:,(?:[0-9]{{1,2}}|[0-9]{{4,}}))?|{_SIGN}[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+,[0-9]{{3}}"


def _target(words: Words) -> str:
    said = words.targets
    changes = "|".join(any_case(word) for word in (said.increase, said.decrease, said.keep))
    least, most = any_case(said.at_least), any_case(said.at_most)
    signs = rf"(?:(?:>=|<=|[><\u2265\u2264]|(?:{least}|{most}) )\s*)?"
    interval = rf"{_NUMBER}(?:\s*\u2013\s*|\s-\s*|-){_UNSIGNED}"
    return f"{changes}|{signs}{_NUMBER}|{interval}"


def _date(words: Words) -> str:
    months = "|".join(any_case(month) for month in words.months)
    return f"[0-9]{{4}}-{_MONTH}-{_DAY}|(?:[dD][eE][nN] )?[0-9]{{1,2}} (?:{months}) [0-9]{{4}}"


def _period(words: Words) -> str:
    open_ = any_case(words.open)
    between = rf"(?:\s+(?:-|till)\s+|\s*{_DASH}\s*)"
    return rf"{open_}|{_POINT}(?:{between}(?:{_POINT}|{open_})|\s*{_DASH}|-[0-9]{{4}})?"


def _choice(field: Field, schema: Schema) -> Json:
    means = {step.value: step.means for step in schema.scales.get(field.scale, ())}
    if field.list_:
        means = outside_list(field.list_).entries
    return enum(schema.choices(field), {} if field.of else means, language=spoken(schema))


def id_schema(schema: Schema) -> Json:
    """An id; one that is a number is a number to an editor."""
    message = _NAME.speak(spoken(schema))
    pattern = rf"^\s*{_ID}\s*$"
    return {"type": ANY_TEXT, "minLength": 1, "minimum": 0, "pattern": pattern, "patternErrorMessage": message}


def units(organisation: Organisation, levels: tuple[str, ...], *others: str, language: Language) -> Json:
    """The ids of the units of these levels (all when none is named), each told by its name."""
    fitting = organisation.of_levels(levels) if levels else list(organisation.units.values())
    names = {unit.id: unit.name for unit in fitting}
    message = _WRITE.speak(language, {"wanted": WANTED[Type.UNIT]})
    return enum((*names, *others), names, language=language, message=message)


def enum(allowed: Iterable[str], means: Mapping[str, str], *, language: Language, message: str = "") -> Json:
    """One of these words, also where an editor reads the word as a number."""
    known = [(word, means.get(word, "")) for word in dict.fromkeys(allowed)]
    both = [(value, meaning) for word, meaning in known for value in _readings(word)]
    made: Json = {"enum": [value for value, _ in both]}
    if any(meaning for _, meaning in both):
        made["enumDescriptions"] = [meaning for _, meaning in both]
    return made | {
        "errorMessage": message or _CHOOSE.speak(language, {"words": AnyOf(tuple(word for word, _ in known))})
    }


def _readings(word: str) -> list[str | int]:
    """The word as text, and as the number that an editor reads when it is written without quotation marks."""
    return [int(word), word] if re.fullmatch(r"0|[1-9][0-9]*", word) else [word]


def required_when(name: str, where: Where) -> Json:
    """A field is required where others have certain values."""
    return {"if": {"allOf": [_says(key, wanted) for key, wanted in where.items()]}, "then": {"required": [name]}}


def _says(name: str, wanted: tuple[str, ...]) -> Json:
    alternatives: list[Json] = []
    if ANY in wanted:
        alternatives.append({"required": [name]})
    if NONE in wanted:
        alternatives.append({"not": {"required": [name]}})
    words = enum([word for word in wanted if word not in (ANY, NONE)], {}, language="sv")["enum"]
    if words:
        either = {"anyOf": [{"enum": words}, {"type": "array", "contains": {"enum": words}}]}
        alternatives.append({"required": [name], "properties": {name: either}})
    return {"anyOf": alternatives}


def spoken(schema: Schema) -> Language:
    """The language of the messages in an editor: that of the plans where styrc speaks it."""
    return "en" if schema.language == "en" else "sv"


def described(made: Json, *sentences: str) -> Json:
    """The schema with what an editor shows beside it; nothing where there is nothing to say."""
    text = "\n\n".join(sentence for sentence in sentences if sentence)
    return made | {"description": text} if text else made


def closed(
    properties: Mapping[str, Json],
    *,
    required: Iterable[str] = (),
    patterns: Mapping[str, Json] | None = None,
    empty: bool = False,
) -> Json:
    """A mapping with these keys and no others; `empty` when nothing may stand after the key."""
    return {
        "type": ["object", "null"] if empty else "object",
        "properties": dict(properties),
        **({"patternProperties": dict(patterns)} if patterns else {}),
        **({"required": list(required)} if list(required) else {}),
        "additionalProperties": False,
    }
