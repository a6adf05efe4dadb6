"""The words that styrc itself puts into documents and pages, in both languages."""

from __future__ import annotations

from styrc.text import Text

DRAFT = Text("Utkast", "Draft")
DRAFT_STATE = Text("Dokumentet är inte beslutat.", "The document has not been decided.")
DRAFT_FAULTS = Text(
    "Dokumentet har {count} fel mot styrmodellen. Rätta dem innan dokumentet används.",
    "The document has {count} errors against the steering model. Correct them before it is used.",
)
PERIOD = Text("Gäller", "Valid")
UNIT = Text("Gäller för", "Concerns")
DECIDED_BY = Text("Fastställd av", "Decided by")
DECIDED_ON = Text("Datum", "Date")
EARLIER = Text("Tidigare beslut", "Decided before")
PARAGRAPH = Text("Paragraf", "Item")
REGISTRATION_NUMBER = Text("Diarienummer", "Registration number")
TARGET_YEAR = Text("Mål {year}", "Target {year}")
TARGET = Text("Mål", "Target")
RISK_VALUE = Text("Riskvärde", "Risk value")
RISK_MATRIX = Text("Riskmatris", "Risk matrix")
RISK_MATRIX_TEXT = Text(
    "{count} risker efter {across} och {upwards}. {worst} har högst riskvärde, {value}.",
    "{count} risks by {across} and {upwards}. {worst} has the highest risk value, {value}.",
)
OUTCOME = Text("Utfall", "Outcome")
BASELINE_YEAR = Text("Utfall {year}", "Outcome {year}")
THREAD = Text("Den röda tråden", "The red thread")
SUM_CAPTION = Text("{title}, {money}", "{title}, {money}")
COSTS = {
    "positive": Text("Kostnader står med plus.", "Costs are written as plus."),
    "negative": Text("Kostnader står med minus.", "Costs are written as minus."),
}
START = Text("Start", "Start")
DOCUMENTS = Text("Dokument", "Documents")
YEAR_WHEEL = Text("Årshjul", "Year wheel")
GLOSSARY = Text("Ordlista", "Glossary")
AREAS = Text("Områden", "Areas")
CONTENT = Text("Innehåll efter slag", "Contents by kind")
WELCOME = Text(
    "Här finns styrdokumenten för {name}: vad kommunen vill uppnå, vem som ansvarar och hur arbetet följs upp. "
    "Varje del är länkad till det som den bidrar till.",
    "These are the steering documents of {name}: what the municipality wants to achieve, who is responsible "
    "and how the work is followed up. Every part is linked to what it contributes to.",
)
RUNNING = Text("Gäller över flera år", "Valid for several years")
BY_UNIT = Text("Per enhet", "By unit")
THREAD_INTRO = Text(
    "Bilden visar hur delarna i planerna hänger ihop, från {first} till {last}. "
    "Välj en rubrik längre ned för att se allt som bidrar till den.",
    "The drawing shows how the parts of the plans hang together, from {first} to {last}. "
    "Choose a heading below to see all that serves it.",
)
AREA_INTRO = Text("Allt som bidrar till detta, år för år.", "All that serves this, year by year.")
WHEEL_INTRO = Text(
    "Årshjulet visar i vilken månad planerna beslutades.",
    "The year wheel shows in which month the plans were decided.",
)
NO_DECISIONS = Text("Inga beslut är daterade.", "No decisions have been dated.")
PLANS_FOR = Text("Planer för {year}", "Plans for {year}")
DATE = Text("Datum", "Date")
DOCUMENT = Text("Dokument", "Document")
BODY = Text("Beslutande organ", "Deciding body")
BELONGS_TO = Text("Enhet", "Unit")
SERVED_BY = Text("Bidrag hit", "Served by")
GLOSSARY_INTRO = Text(
    "Orden i {model}. De betyder samma sak i alla planer.",
    "The words of {model}. They mean the same in all plans.",
)
LEVELS = Text("Nivåer", "Levels")
DOCUMENT_KINDS = Text("Dokumenten", "The documents")
ELEMENT_KINDS = Text("Det som planerna innehåller", "What the plans hold")
FIELDS = Text("Uppgifter", "Fields")
OTHER_WORDS = Text("Andra ord", "Other words")
SOURCES = Text("Källor till styrmodellen", "The steering model's sources")
FOOTER = Text("Byggd med styrc ur kommunens planfiler.", "Built with styrc from the municipality's plan files.")
MARKDOWN = Text("Markdown", "Markdown")
LEVEL = Text("Nivå", "Level")
TITLE = Text("Titel", "Title")
KIND = Text("Slag", "Kind")
ENTRY = Text("Anges som", "Given as")
OUTSIDE_INTRO = Text(
    "Siffran inom parentes visar hur många delar av planerna som berör vart och ett av dessa {plural}.",
    "The number in brackets shows how many parts of the plans concern each of these {plural}.",
)
ENTRY_INTRO = Text("Allt i planerna som berör detta.", "All in the plans that concerns this.")
DAYS_OF_LAW = Text("Datum i lagen", "Days given by law")
LAST_DAY = Text("Senast", "At the latest")
WHAT = Text("Vad", "What")
SECTION = Text("Lagrum", "Section")
