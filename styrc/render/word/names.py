"""The words that the Word writer itself puts into a file: names of styles, captions, contents."""

from __future__ import annotations

from styrc.blocks import Tone
from styrc.text import Text

TONGUES = {"sv": "sv-SE", "en": "en-GB"}
"""The language of a document as a file says it."""

CONTENTS = Text("Innehåll", "Contents")
TABLE = Text("Tabell", "Table")
FIGURE = Text("Figur", "Figure")
LOGO = Text("Logotyp", "Logo")
PART = Text("del {part} av {count}", "part {part} of {count}")
COLUMNS = Text("Kolumner: {names}.", "Columns: {names}.")
HERE = Text("du är här", "you are here")
REGISTERED = Text("Dnr {number}", "Reg. no. {number}")

STYLES = {
    "TableText": Text("Tabelltext", "Table Text"),
    "TableHead": Text("Tabellhuvud", "Table Head"),
    "TableSum": Text("Tabellsumma", "Table Sum"),
    "TableNote": Text("Tabellnot", "Table Note"),
    "TableEnd": Text("Tabellslut", "Table End"),
    "Drawing": Text("Diagram", "Drawing"),
    "Decision": Text("Beslutsrad", "Decision Line"),
    "Fact": Text("Faktarad", "Fact Line"),
    "NoticeTitle": Text("Rutrubrik", "Notice Title"),
    "CodeBlock": Text("Kodstycke", "Code Block"),
    "Code": Text("Kod", "Code"),
    "Mark": Text("Etikett", "Mark"),
    "Divider": Text("Skiljelinje", "Divider"),
    "Draft": Text("Utkast", "Draft"),
    "PlanTable": Text("Plantabell", "Plan Table"),
}
"""The names of our own styles by id. None is called Figure: programs take that for a tag of PDF."""

TONES = {
    Tone.GOOD: ("14532D", "E3F2E4"),
    Tone.CAUTION: ("5C4300", "FFF3CD"),
    Tone.BAD: ("7A1710", "FBE4E1"),
    Tone.NEUTRAL: ("3A434B", "E9EDF0"),
    Tone.INFO: ("00527A", "E3EFF6"),
}
"""The colours of each tone: of words, and of the area behind them. The words stand out by 7:1 or more."""
