"""What a report says of plans -> JSON Schema: its outcomes, its answers and the decisions that it proposes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from styrc.schema.json_values import ANY_TEXT, Json, closed
from styrc.schema.kind import Field
from styrc.schema.model import Schema
from styrc.schema.theory import Type
from styrc.words import Words

_Say = Callable[[Field], Json]
"""What may stand after a field's name, with or without what the model says of it."""

_LINE, _PROSE = Field(), Field(type=Type.PROSE)


def report_sections(name: str, schema: Schema, words: Words, field: _Say) -> dict[str, Json]:
    """The sections that only reports have: outcomes by indicator, and answers by the id of what they answer for."""
    asked = schema.reports[name].asks
    kinds = (*asked, *(kind for kind in schema.kinds if kind not in asked))
    return {
        words.report.outcomes: _open(_outcome(words, field)),
        words.report.answers: _open(_answer((schema.kinds[kind].answers for kind in kinds), field)),
    }


def proposals_schema(value: _Say) -> Json:
    """The decisions that a document proposes, each as a sentence."""
    return {"type": "array", "items": value(_PROSE), "minItems": 1}


def _open(row: Json) -> Json:
    """Rows by ids, which only styrc knows."""
    return {"type": "object", "additionalProperties": row, "minProperties": 1}


def _outcome(words: Words, value: _Say) -> Json:
    """A value alone, a row, or a list of rows."""
    keys, number = words.outcome, value(Field(type=Type.NUMBER))
    row = closed(
        {
            keys.value: number,
            keys.women: number,
            keys.men: number,
            keys.period: value(Field(type=Type.PERIOD)),
            keys.unit: value(Field(type=Type.UNIT)),
            keys.source: value(_LINE),
            keys.measured: value(Field(type=Type.DATE)),
            keys.reason: {"type": ANY_TEXT, "minLength": 1},
        }
    )
    return {"anyOf": [number, row, {"type": "array", "items": row, "minItems": 1}]}


def _answer(fields: Iterable[dict[str, Field]], field: _Say) -> Json:
    """What may be said of any element: where two kinds have a field of one name, either's values."""
    forms: dict[str, list[Json]] = {}
    for one in fields:
        for name, said in one.items():
            made = field(said)
            known = forms.setdefault(name, [])
            if made not in known:
                known.append(made)
    return closed({name: made[0] if len(made) == 1 else {"anyOf": made} for name, made in forms.items()})
