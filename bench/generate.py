"""Write a clean project of about N elements in Leksand's model, a hundred elements to a file: `generate.py N FOLDER`.

The plans are made up by counting, so that the same N gives the same bytes. styrc must find nothing in them: what is
measured is the work of a whole municipality's plans, not of printing findings.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PER_FILE = 100
YEAR = 2026

_DOERS = ("Förskolan", "Grundskolan", "Hemtjänsten", "Biblioteket", "Köket", "Vaktmästeriet", "Elevhälsan", "Kansliet")
_DEEDS = (
    "går igenom",
    "förbättrar",
    "prövar",
    "utvärderar",
    "förenklar",
    "öppnar",
    "samordnar",
    "förnyar",
    "beskriver",
)
_THINGS = (
    "schemat", "rutinerna", "lokalerna", "bemötandet", "introduktionen", "informationen", "måltiderna", "utemiljön",
    "samverkan", "underhållet",
)  # fmt: skip
_WHERE = ("i centrum", "i Insjön", "i Siljansnäs", "i Tällberg", "i Djura", "i Ål", "på kvällar", "under sommaren")
_REASONS = (
    "Många har bett om det i årets samtal.", "Det gör arbetet lugnare för alla som berörs.",
    "Förra årets uppföljning visade att det behövs.", "Vi har provat i liten skala och det gick bra.",
    "Det kostar lite och märks mycket.",
)  # fmt: skip
_NEXT = (
    "Hur det går för {what} redovisas på mötet i september.", "Ansvarig chef stämmer av {what} varje månad.",
    "Vi bjuder in dem som berörs av {what} redan i februari.", "Det som fungerar i {what} blir vårt sätt att arbeta.",
)  # fmt: skip


@dataclass(frozen=True)
class Board:
    """A board, its sector and the units below it, each with an annual plan."""

    number: int
    units: int

    @property
    def id(self) -> str:
        """The board's id."""
        return f"n{self.number}"

    def workplaces(self) -> list[tuple[str, str, str, str]]:
        """Id, name, level and parent of the sector and of what stands below it."""
        sector = f"{self.id}-sektor"
        made = [(sector, f"Sektor {self.number}", "sektor", self.id)]
        department = sector
        for number in range(1, self.units):
            id_, level = f"{self.id}-{number}", "enhet" if number % 5 else "avdelning"
            name = f"{'Enhet' if number % 5 else 'Avdelning'} {self.number}.{number}"
            made.append((id_, name, level, sector if level == "avdelning" else department))
            department = id_ if level == "avdelning" else department
        return made


def write(elements: int, folder: Path) -> int:
    """Write the project and return how many elements it has."""
    files = max(4, round(elements / PER_FILE))
    council = max(1, files // 10)
    boards = _boards(files - council)
    goals = [f"mål-{number}" for number in range(council * PER_FILE * 2 // 5)]
    made = {"styrc.yaml": _settings(boards), "vision.yaml": _vision(), "strategisk-plan.yaml": _strategy(len(goals))}
    made |= dict(_council(goals, council, boards))
    for board in boards:
        made[f"{YEAR}/{board.id}/verksamhetsplan.yaml"] = _board_plan(board, goals, len(boards))
        for place, (unit, name, _, _) in enumerate(board.workplaces()):
            made[f"{YEAR}/{board.id}/{unit}.yaml"] = _annual_plan(board, unit, name, place)
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return sum(text.count(" id: ") for name, text in made.items() if name != "styrc.yaml")


def _boards(files: int) -> list[Board]:
    """Boards with at most fourteen units each; every board has one plan and every unit one."""
    number = max(1, files // 15)
    units = [(files - number) // number + (place < (files - number) % number) for place in range(number)]
    return [Board(place, max(1, wanted)) for place, wanted in enumerate(units)]


def _settings(boards: list[Board]) -> str:
    lines = [
        "styrmodell: leksand", 'kommun: {namn: Mätkommun, kod: "0000"}', "mandatperioder: [2023–2026]",
        f"planår: [{YEAR}]", "organisation:", "  - {id: kf, namn: Kommunfullmäktige, nivå: kommunfullmäktige}",
    ]  # fmt: skip
    for board in boards:
        lines.append(f"  - {{id: {board.id}, namn: Nämnd {board.number}, nivå: nämnd, under: kf}}")
        for id_, name, level, parent in board.workplaces():
            lines.append(f"  - {{id: {id_}, namn: {name}, nivå: {level}, under: {parent}}}")
    return "\n".join(lines) + "\n"


def _head(kind: str, period: str, unit: str, body: str, day: str) -> str:
    decision = f"{{organ: {body}, datum: {day}, paragraf: § 1, diarienummer: KS {YEAR}/1}}"
    return (
        f"dokument: {kind}\nid: {kind.replace(' ', '-')}-{unit}\nperiod: {period}\nenhet: {unit}\nbeslut: {decision}\n"
    )


def _vision() -> str:
    row = _row("visionen", _title(0), None)
    return _head("vision", "2021 – tills vidare", "kf", "kf", "2021-11-29") + "vision:\n" + row


def _strategy(goals: int) -> str:
    rows = "".join(_row(f"inriktning-{number}", _title(number), "visionen") for number in range(min(5, goals)))
    return _head("strategisk plan", "2023–2026", "kf", "kf", "2023-02-27") + "inriktningsmål:\n" + rows


def _council(goals: list[str], files: int, boards: list[Board]) -> Iterator[tuple[str, str]]:
    """The council's plan: a header with text and budget, and the goals, indicators and assignments in files beside."""
    years = [YEAR, YEAR + 1, YEAR + 2]
    cells = ", ".join(f"{year}: 1 000" for year in years)
    totals = ", ".join(f"{year}: {len(boards)} 000" for year in years)
    yield (
        f"{YEAR}/kommunplan/kommunplan.yaml",
        (
            _head("kommunplan", str(YEAR), "kf", "kf", "2025-11-24")
            + f"avsnitt:\n  god ekonomisk hushållning: {_prose('målen')}\n"
            + f"  budget: {_prose('budget')}\n  ekonomisk plan: {_prose('planen')}\n"
            + "driftbudget:\n  belopp i: tkr\n  rader:\n"
            + "".join(f"    - {{enhet: {board.id}, {cells}}}\n" for board in boards)
            + f"  summa: {{{totals}}}\n"
            + "".join(
                f"{table}:\n  belopp i: tkr\n  rader:\n    - {{post: {post}, {cells}}}\n"
                for table, post in (("resultatbudget", "Årets resultat"), ("balansbudget", "Skulder"))
            )
        ),
    )
    share = len(goals) // files
    for file in range(files):
        rows = [
            _row(goal, _title(number), f"inriktning-{number % min(5, len(goals))}", _indicators([f"i-{goal}"], number))
            for number, goal in enumerate(goals[file * share : (file + 1) * share], file * share)
        ]
        tasks = [
            _row(f"uppdrag-{number}", _title(number + 7), goals[number % len(goals)])
            for number in range(file * share // 2, (file + 1) * share // 2)
        ]
        yield f"{YEAR}/kommunplan/mal-{file}.yaml", "mål:\n" + "".join(rows) + "uppdrag:\n" + "".join(tasks)


def _board_plan(board: Board, goals: list[str], boards: int) -> str:
    """A board's goals, each with an indicator, and its assignments; together the boards take up all assignments."""
    amount = PER_FILE * 2 // 5
    rows = []
    for number in range(amount):
        above = goals[(board.number * amount + number) % len(goals)]
        taken = range(board.number * amount + number, len(goals) // 2, boards * amount)
        links = ", ".join((above, *(f"uppdrag-{task}" for task in taken)))
        id_ = f"{board.id}-mål-{number}"
        rows.append(_row(id_, _title(number + board.number), f"[{links}]", _indicators([f"i-{id_}"], number)))
    tasks = [
        _row(f"{board.id}-uppdrag-{number}", _title(number + 3), f"{board.id}-mål-{number}")
        for number in range(amount // 2)
    ]
    return (
        _head("verksamhetsplan", str(YEAR), board.id, board.id, "2025-12-10")
        + f"avsnitt:\n  så arbetar vi för att nå kommunplanen: {_prose(board.id)}\n"
        + f"mål:\n{''.join(rows)}uppdrag:\n{''.join(tasks)}"
    )


def _annual_plan(board: Board, unit: str, name: str, place: int) -> str:
    rows = []
    for number in range(PER_FILE):
        above = f"{board.id}-mål-{(place * 7 + number) % (PER_FILE * 2 // 5)}"
        month = number % 9 + 1
        extra = f"    ansvarig: enhetschefen\n    start: {YEAR}-0{month}-01\n    klart: {YEAR}-{month + 3:02}-15\n"
        rows.append(_row(f"{unit}-{number}", _title(place * PER_FILE + number), above, extra))
    return (
        _head("årsplan", str(YEAR), unit, "ansvarig chef", "2026-01-15")
        + f"titel: {name}, årsplan {YEAR}\n"
        + f"avsnitt:\n  mål- och uppdragsdialog: {_prose(unit)}\n"
        + f"aktiviteter:\n{''.join(rows)}"
    )


def _row(id_: str, title: str, above: str | None, extra: str = "") -> str:
    link = f"    bidrar till: {above}\n" if above else ""
    text = f"      {_prose(id_)}\n"
    return f"  - id: {id_}\n    titel: {title}\n    text: |\n{text}{link}{extra}"


def _indicators(ids: list[str], number: int) -> str:
    rows = [
        f"      - id: {id_}\n        titel: Andel som är nöjda, mätning {id_}\n        måttenhet: procent\n"
        f"        riktning: högre\n        utgångsvärde: {50 + number % 30},5\n"
        f'        utfall: {{2023: {48 + number % 30}, 2024: "{49 + number % 30},2", 2025: "{50 + number % 30},5"}}\n'
        f"        målvärde: {{{YEAR}: {60 + number % 30}, {YEAR + 1}: {61 + number % 30}}}\n        källa: Enkät\n"
        for id_ in ids
    ]
    return "    indikatorer:\n" + "".join(rows)


def _title(number: int) -> str:
    """One of some six thousand titles."""
    words = []
    for choice in (_DOERS, _DEEDS, _THINGS, _WHERE):
        number, rest = divmod(number, len(choice))
        words.append(choice[rest])
    return " ".join(words)


def _prose(what: str) -> str:
    """Two sentences that nothing else in the project has."""
    number = sum(what.encode())
    return f"{_REASONS[number % len(_REASONS)]} {_NEXT[number % len(_NEXT)].format(what=what)}"


if __name__ == "__main__":
    sys.stdout.write(f"{write(int(sys.argv[1]), Path(sys.argv[2]))} elements\n")
