"""The words that styrc itself puts into reports, in both languages."""

from __future__ import annotations

from styrc.text import Text

IN_A_MINUTE = Text("Rapporten på en minut", "The report in a minute")
HOW_IT_GOES = Text("Så går det", "How it goes")
HOW_IT_GOES_TEXT = Text(
    "Antal på varje steg: {counts}.",
    "How many on each step: {counts}.",
)
CHANGES = Text("Det här har ändrats sedan {title}", "What has changed since {title}")
NO_CHANGE = Text("Ingen bedömning har ändrats.", "No judgement has changed.")
WORST = Text("De största avvikelserna", "The largest deviations")
NO_DEVIATIONS = Text("Rapporten visar inga avvikelser.", "The report shows no deviations.")
AND_MORE = Text("och {count} till", "and {count} more")
MORE = Text("{count} till längre fram i rapporten", "{count} more further on in the report")
MONEY = Text("Ekonomi", "Economy")
MISSING = Text("Rapporten är inte klar", "The report is not finished")
MISSING_TEXT = Text("{answered} av {asked} svar är lämnade.", "{answered} of {asked} answers have been given.")
STATUS = Text("Bedömning", "Judgement")
FORECAST = Text("Prognos", "Forecast")
TREND = Text("Trend", "Trend")
UNTOLD = Text("inte besvarad", "not answered")
NOT_MEASURED = Text("Inte mätt: {reason}", "Not measured: {reason}")
COMPUTED = Text(
    "Uträkningen enligt styrmodellen ger ”{step}”.",
    "By the steering model's rule it would be “{step}”.",
)
COUNTS_BELOW = Text("Det som ligger under: {counts}.", "What stands below: {counts}.")
OUTCOMES = Text("Utfall: {title}", "Outcomes: {title}")
UNITS_SAY = Text("Så svarar enheterna: {title}", "What the units say: {title}")
UNIT = Text("Enhet", "Unit")
CONCERNS = Text("Gäller", "Concerns")
COMMENT = Text("Kommentar", "Comment")
REPORT = Text("Rapport", "Report")
ANSWERS = Text("Svar", "Answers")
OF_ASKED = Text("{answered} av {asked}", "{answered} of {asked}")
PROGRESS = Text("Så har enheterna rapporterat", "What the units have reported")
STATUS_MAP = Text("Läget per enhet", "The state by unit")
STATUS_MAP_TEXT = Text(
    "{goals} delar och {units} enheter. Samma innehåll finns i tabellen.",
    "{goals} parts and {units} units. The same content stands in the table.",
)
ANSWERED_BY = Text("svar av {unit}", "answered by {unit}")
FROM = Text("ur {title}", "from {title}")
BETTER = Text("bättre", "better")
UNCHANGED = Text("oförändrat", "unchanged")
WORSE = Text("sämre", "worse")
WOMEN = Text("kvinnor", "women")
MEN = Text("män", "men")
PROPOSALS = Text("Förslag till beslut", "Proposed decisions")
