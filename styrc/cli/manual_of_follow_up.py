"""The manual pages of the commands for follow-up: beginning a report, and how it stands."""

from __future__ import annotations

from styrc.cli.command import FOLDER, TO_FILE, WHERE, Command, Part
from styrc.text import Text

FOLLOW_UP: dict[str, Command] = {
    "new": Command(
        Text("Skapa en rapport att fylla i", "Begin a report to fill in"),
        Text(
            "Skriver filen som en enhet ska fylla i: allt som planerna innehåller för enheten och tiden, med senaste "
            "utfall och mål som kommentarer. Kör kommandot igen när planerna har ändrats. Då läggs det nya till, och "
            "allt som redan är skrivet ligger kvar.",
            "Writes the file that a unit is to fill in: all that the plans hold for the unit and the time, with the "
            "latest outcome and the target as comments. Run it again when the plans have changed: what is new is "
            "added, and all that has been written stays.",
        ),
        {
            "report": Part(
                Text("RAPPORT", "REPORT"),
                Text("Vilken sorts rapport, med modellens ord.", "Which kind of report, in the model's word."),
            ),
            "folder": Part(FOLDER, WHERE),
        },
        {
            "--unit": Part(
                Text("ENHET", "UNIT"),
                Text("Enheten som rapporterar, med dess id.", "The unit that reports, by its id."),
            ),
            "--period": Part(
                Text("PERIOD", "PERIOD"),
                Text(
                    "Tiden, till exempel ”2026-01 – 2026-08”. Utelämnas den gäller nästa rapport som saknas.",
                    "The time, for example “2026-01 – 2026-08”. Left out: the next report that is missing.",
                ),
            ),
            "--to": Part(TO_FILE.value, Text("Skriv till den här filen.", "Write to this file.")),
        },
        (
            (
                "styrc new delårsrapport --period '2026-01 – 2026-08'",
                Text("Kommunens delårsrapport", "The municipality's interim report"),
            ),
            ("styrc new nämndrapport --unit un", Text("Nästa rapport för en nämnd", "A board's next report")),
        ),
    ),
    "status": Command(
        Text("Visa hur uppföljningen ligger till", "Show how the follow-up stands"),
        Text(
            "Visar för varje enhet vilka rapporter som är lämnade, vad som saknas i dem, vilka mål som är röda och vad "
            "som ska lämnas härnäst, enligt styrmodellens årshjul.",
            "Shows for each unit which reports have been made, what is missing in them, which goals are red and what "
            "is due next by the steering model's year.",
        ),
        {"folder": Part(FOLDER, WHERE)},
        {
            "--date": Part(
                Text("DATUM", "DATE"),
                Text(
                    "Läget den dagen, till exempel 2026-10-01. Utelämnas det gäller i dag.",
                    "As it stands that day, for example 2026-10-01. Left out: today.",
                ),
            ),
            "--unit": Part(
                Text("ENHET", "UNIT"),
                Text(
                    "Bara den enheten och de under den, med enhetens id. Kan upprepas.",
                    "Only that unit and those below it, by the unit's id. May be repeated.",
                ),
            ),
            "--output": Part(Text("FORM", "FORM"), Text("text eller json.", "text or json.")),
        },
        (
            ("styrc status", Text("Läget i dag", "The state of today")),
            ("styrc status --date 2026-10-01 --unit un", Text("En nämnd, en viss dag", "One board, on a day")),
        ),
    ),
}
