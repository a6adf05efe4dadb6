"""What each type of the schema language wants, in words: said with a value that is wrong, and shown in editors."""

from __future__ import annotations

from styrc.schema.theory import Type
from styrc.text import Text

WANTED = {
    Type.LINE: Text("text på en rad", "text on one line"),
    Type.PROSE: Text("text", "text"),
    Type.NUMBER: Text("ett tal, till exempel 85,5 eller 1 250", "a number, for example 85,5 or 1 250"),
    Type.WHOLE: Text("ett heltal, till exempel 12", "a whole number, for example 12"),
    Type.MONEY: Text("ett belopp, till exempel 120 500", "an amount, for example 120 500"),
    Type.TARGET: Text(
        "ett målvärde, till exempel 87, minst 40, 30–35 eller öka", "a target, for example 87, minst 40, 30–35 or öka"
    ),
    Type.DATE: Text("ett datum, till exempel 2026-03-31", "a date, for example 2026-03-31"),
    Type.YEAR: Text("ett årtal, till exempel 2026", "a year, for example 2026"),
    Type.PERIOD: Text(
        "en period, till exempel 2026, 2023–2026 eller tills vidare",
        "a period, for example 2026, 2023–2026 or tills vidare",
    ),
    Type.CHOICE: Text("ett av modellens ord", "one of the model's words"),
    Type.UNIT: Text("id för en enhet i organisationen", "the id of a unit in the organisation"),
    Type.YES_NO: Text("ja eller nej", "ja or nej"),
    Type.KOLADA: Text("ett nyckeltal i Kolada, till exempel N15428", "a Kolada id, for example N15428"),
}
