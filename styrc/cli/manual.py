"""What each command is for, its arguments, options and examples, in both languages: data for help and for docs."""

from __future__ import annotations

from styrc.cli.command import FOLDER, TO_FILE, WHERE, Command, Part, flag
from styrc.cli.manual_of_follow_up import FOLLOW_UP
from styrc.text import Text

_SELECTION = Text("URVAL", "SELECTION")
_PROJECT = {"--project": Part(FOLDER, WHERE)}
_EXCLUDE = {
    "--exclude": Part(_SELECTION, Text("Ta bort detta ur urvalet.", "Leave this out of the selection.")),
}
_TO = {"--to": TO_FILE}
_MODEL = Part(
    Text("NAMN", "NAME"),
    Text("En styrmodells namn, se styrc schema --list.", "A model's name, see styrc schema --list."),
)

SELECTIONS: tuple[tuple[Text, Text], ...] = (
    (Text("trygg-skola", "safe-school"), Text("det som har detta id, alla år", "what has this id, all years")),
    (Text("dokument-id/id", "document-id/id"), Text("just det i ett dokument", "the one in that document")),
    (Text("trygg-*", "safe-*"), Text("alla id som börjar så", "every id that begins so")),
    (Text("+id  id+  +id+", "+id  id+  +id+"), Text("också det som det bidrar till, det som bidrar till det, båda",
     "also what it serves, what serves it, both")),
    (Text("1+id  id+2", "1+id  id+2"), Text("så många steg upp eller ned", "so many steps up or down")),
    (Text("sort:mål", "kind:mål"), Text("en sort, med modellens ord", "a kind, in the model's word")),
    (Text("enhet:un  enhet:un+", "unit:un  unit:un+"), Text("en enhet; också enheterna under den",
     "a unit; also the units below it")),
    (Text("dokument:budget", "document:budget"), Text("en sorts dokument, eller ett dokuments id",
     "a kind of document, or the id of one")),
    (Text("period:2026", "period:2026"), Text("dokument som gäller då", "documents that run then")),
    (Text("nivå:nämnd", "level:nämnd"), Text("en nivå i organisationen", "a level of the organisation")),
    (Text("roll:mål", "role:goal"), Text("en roll, vad kommunen än kallar den", "a role, whatever it is called")),
    (Text('text:"trygg skola"', 'text:"safe school"'), Text("ord i titel eller text", "words in title or text")),
    (Text("a b", "a b"), Text("a eller b", "a or b")),
    (Text("a,b", "a,b"), Text("a och b på samma gång", "a and b at the same time")),
)  # fmt: skip

COMMANDS: dict[str, Command] = {
    "check": Command(
        Text("Granska planerna mot styrmodellen", "Check the plans against the steering model"),
        Text(
            "Läser alla planer och visar allt som är fel på en gång: var det står, varför det är fel och vad du kan "
            "göra åt det. Fel måste rättas innan ett dokument kan beslutas. Varningar är råd.",
            "Reads all plans and shows everything that is wrong at once: where it stands, why it is wrong and what "
            "to do about it. Errors must be mended before a document can be decided. Warnings are advice.",
        ),
        {"folder": Part(FOLDER, WHERE)},
        {
            "--only": Part(
                Text("VAD", "WHAT"),
                Text(
                    "Visa bara en regel (STY203, eller ett id ur styrmodellen) eller det som rör ett urval (enhet:un). "
                    "Kan upprepas.",
                    "Show only one rule (STY203, or an id from the model) or what concerns a selection (unit:un). "
                    "May be repeated.",
                ),
            ),
            "--strict": flag("Låt också varningar räknas som fel.", "Let warnings count as errors too."),
            "--quiet": flag("Visa bara sammanfattningen.", "Show only the summary."),
        },
        (
            ("styrc check", Text("Granska projektet i mappen där du står", "Check the project that you are in")),
            ("styrc check --only enhet:un", Text("Visa bara det som rör enheten un", "Show only what concerns un")),
        ),
    ),
    "build": Command(
        Text("Gör dokument och webbplats av planerna", "Make documents and a site of the plans"),
        Text(
            "Granskar planerna och gör av varje dokument en webbsida, en PDF, en Word-fil, Markdown och öppna data, i "
            "mappen bygge. Runt dem görs en webbplats med sökning. Det som inte har ändrats tas från förra bygget. "
            "Dokument med fel märks som utkast, och kommandot slutar med felkod 1 så att inget lämnas in av misstag.",
            "Checks the plans and makes of each document a page, a PDF, a Word file, Markdown and open data, in the "
            "folder bygge, with a site around them that can be searched. What has not changed is taken from the last "
            "build. Documents with errors are marked as drafts, and the command ends with code 1 so that nothing is "
            "handed in by mistake.",
        ),
        {"folder": Part(FOLDER, WHERE)},
        {
            "--format": Part(
                Text("FORMAT", "FORMAT"),
                Text(
                    "Gör bara detta: html, markdown, pdf, word eller data. Kan upprepas.",
                    "Make only this: html, markdown, pdf, word or data. May be repeated.",
                ),
            ),
            "--select": Part(
                _SELECTION,
                Text(
                    "Gör bara dessa dokument, utan webbplatsen runt dem. Kan upprepas.",
                    "Make only these documents, without the site around them. May be repeated.",
                ),
            ),
            **_EXCLUDE,
            "--to": Part(
                FOLDER,
                Text(
                    "Lägg allt i en annan mapp. Mappen byts ut i sin helhet.",
                    "Put all in another folder. The folder is replaced as a whole.",
                ),
            ),
            "--draft": flag(
                "Stämpla alla dokument som utkast, och sluta utan felkod fast det finns fel.",
                "Stamp all documents as drafts, and end without an error code in spite of errors.",
            ),
            "--attach-sources": flag(
                "Lägg planfilerna i PDF-filen (PDF/A-3a), för arkivet.",
                "Put the plan files into the PDF (PDF/A-3a), for the archive.",
            ),
            "--open": flag("Öppna startsidan när allt är gjort.", "Open the start page when all is made."),
        },
        (
            ("styrc build --open", Text("Gör allt och visa det", "Make all and show it")),
            (
                "styrc build --format pdf --select dokument:budget --to utskick",
                Text("Bara budgeten, som PDF", "The budget alone, as PDF"),
            ),
            ("styrc build --draft --to utkast", Text("Gör ett utkast i mappen utkast", "Make a draft in utkast")),
        ),
        selects=True,
    ),
    **FOLLOW_UP,
    "ls": Command(
        Text("Lista delar av planerna", "List parts of the plans"),
        Text(
            "Visar mål, uppdrag, indikatorer och allt annat i planerna som passar ett urval.",
            "Shows the goals, assignments, indicators and everything else in the plans that fit a selection.",
        ),
        {"selection": Part(_SELECTION, Text("Vad som ska visas. Utelämnas det visas allt.", "What to show."))},
        {
            "--output": Part(
                Text("FORM", "FORM"),
                Text(
                    "table, ids, json eller csv. csv går att öppna i Excel.",
                    "table, ids, json or csv. csv opens in Excel, in the Swedish way.",
                ),
            ),
            "--documents": flag("Lista dokument i stället.", "List documents instead."),
            **_EXCLUDE,
            **_TO,
            **_PROJECT,
        },
        (
            ("styrc ls sort:mål,enhet:un+", Text("Mål hos un och enheterna under", "Goals of un and the units below")),
            ("styrc ls trygg-skola+", Text("Allt som bidrar till ett mål", "All that serves a goal")),
            ("styrc ls --output csv --to mål.csv sort:mål", Text("En lista för Excel", "A list for Excel")),
        ),
        selects=True,
    ),
    "trace": Command(
        Text("Följ den röda tråden från en del", "Follow the red thread from a part"),
        Text(
            "Visar som ett träd vad något bidrar till, ända upp till visionen, och vad som bidrar till det.",
            "Shows as a tree what something serves, all the way up to the vision, and what serves it.",
        ),
        {"selection": Part(_SELECTION, Text("Varifrån tråden ska följas.", "Where to follow the thread from."))},
        {
            "--up": flag("Visa bara vägen uppåt.", "Show only the way up."),
            "--down": flag("Visa bara vägen nedåt.", "Show only the way down."),
            "--depth": Part(Text("ANTAL", "NUMBER"), Text("Följ högst så många steg.", "Follow so many steps.")),
            **_PROJECT,
        },
        (
            ("styrc trace trygg-skola", Text("Tråden upp och ned från ett mål", "The thread up and down from a goal")),
            ("styrc trace --up enhet:un", Text("Vad allt hos un bidrar till", "What everything at un serves")),
        ),
        selects=True,
    ),
    "graph": Command(
        Text("Rita den röda tråden", "Draw the red thread"),
        Text(
            "Ger tråden mellan det valda som bild (svg), som text för Graphviz (dot) eller Mermaid, eller som data.",
            "Gives the thread between what is chosen as a picture (svg), as text for Graphviz (dot) or Mermaid, or as "
            "data (json).",
        ),
        {"selection": Part(_SELECTION, Text("Vad som ska ritas. Utelämnas det ritas allt.", "What to draw."))},
        {
            "--output": Part(
                Text("FORMAT", "FORMAT"), Text("svg, dot, mermaid eller json.", "svg, dot, mermaid, json.")
            ),
            **_EXCLUDE,
            **_TO,
            **_PROJECT,
        },
        (
            (
                "styrc graph +trygg-skola+ --to tråd.svg",
                Text("En bild av allt som hänger ihop med ett mål", "A picture of all that hangs together with a goal"),
            ),
            (
                "styrc graph --output mermaid +enhet:un",
                Text("Tråden för en nämnd, som text", "A board's thread, as text"),
            ),
        ),
        selects=True,
    ),
    "explain": Command(
        Text("Förklara en regel", "Explain a rule"),
        Text(
            "Förklarar vad en regel kräver, varför, och hur man gör rätt. Fungerar för styrc:s egna regler (STY203) "
            "och för styrmodellens, med det id som står inom parentes vid felet. Utan kod visas alla regler.",
            "Explains what a rule asks for, why, and how to do it right. Works for the rules of styrc (STY203) "
            "and for those of a steering model, by the id in brackets at the finding. Without a code all are listed.",
        ),
        {
            "code": Part(Text("KOD", "CODE"), Text("Regelns kod, som den står vid felet.", "The code of the rule.")),
            "folder": Part(FOLDER, WHERE),
        },
        {"--model": _MODEL},
        (
            ("styrc explain STY203", Text("Förklara en av styrc:s regler", "Explain a rule of styrc")),
            (
                "styrc explain LEK-L1 --model leksand",
                Text("Förklara en av en modells regler", "Explain a model's rule"),
            ),
        ),
    ),
    "schema": Command(
        Text("Ge editorn det den behöver för att hjälpa till", "Give the editor what it needs to help"),
        Text(
            "Skriver ett JSON Schema för planfilerna. Med det kan editorn föreslå ord och visa fel medan du skriver.",
            "Writes a JSON Schema for the plan files. With it the editor suggests words and shows faults as you write.",
        ),
        {},
        {
            "--model": _MODEL,
            "--settings": flag("Schemat för styrc.yaml i stället.", "The schema of styrc.yaml instead."),
            "--list": flag("Lista styrmodellerna som finns.", "List the steering models at hand."),
            **_TO,
            **_PROJECT,
        },
        (
            ("styrc schema --to planer.schema.json", Text("Schemat för projektets modell", "The project's schema")),
            ("styrc schema --list", Text("Vilka styrmodeller finns?", "Which steering models are there?")),
        ),
    ),
}

COMMON: dict[str, Part] = {
    "--lang": Part(
        Text("SPRÅK", "LANGUAGE"),
        Text(
            "sv eller en. Kan också sättas för gott i miljövariabeln STYRC_LANG.",
            "sv or en. May also be set for good in the environment variable STYRC_LANG.",
        ),
    ),
    "--debug": flag("Visa allt om det blir fel i styrc självt.", "Show everything if styrc itself fails."),
    "--help": flag("Visa den här hjälpen.", "Show this help."),
}
