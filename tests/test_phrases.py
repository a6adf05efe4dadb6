"""Words looked for in texts: in all their forms, and not in what merely looks like them."""

from __future__ import annotations

import pytest

from styrc.phrases import WordFinder
from styrc.schema.word_list import language_lists
from styrc.source import Place
from styrc.words import languages
from styrc.yaml_text import locate, narrow

SWEDISH = language_lists("sv")
AT_START = ("action verbs",)


def finder(*words: str, but: tuple[str, ...] = ()) -> WordFinder:
    return WordFinder(words, but, ("… =ska",), "swedish")


def found(look: WordFinder, text: str, *, at_start: bool = False) -> list[str]:
    return [text[start:end] for start, end in (look.at_start(text) if at_start else look.anywhere(text))]


def found_by(name: str, text: str) -> list[str]:
    words = SWEDISH.lists[name]
    look = WordFinder(words.words, words.but, SWEDISH.openings, SWEDISH.stemmer)
    return found(look, text, at_start=name in AT_START)


# How phrases are written


@pytest.mark.parametrize("text", ["lagkrav", "Lagkraven", "lagkravens", "LAGKRAVET"])
def test_a_word_is_found_in_all_its_forms(text: str) -> None:
    assert found(finder("lagkrav"), text) == [text]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("=laget", "Laget och lagets lag", ["Laget"]),
        ("-analys", "Nulägesanalyserna är ingen analys", ["Nulägesanalyserna"]),
        ("=-ande", "Ett görande, göranden och ande", ["görande"]),
        ("SoL", "Enligt SoL, inte sol och SOL", ["SoL"]),
        ("LSS", "LSS-boende enligt LSS:s regler", ["LSS"]),
        ("följa lag", "De följer lagarna, men lagarna följer inte dem", ["följer lagarna"]),
        ("följa lag", "De följer. Lagen gäller", []),
        ("följa lag", "De följer, lagen gäller", []),
        ("följa lag", "De följer **lagen**", ["följer **lagen"]),
        ("följa … lag", "De följer alla de nya lagarna", ["följer alla de nya lagarna"]),
        ("följa … lag", "De följer inte alls alla de nya lagarna", []),
        ("följa … lag", "De följer oss. Alla lagar gäller", []),
        ("plan- och bygglag", "Enligt plan- och bygglagen", ["plan- och bygglagen"]),
        ("lag", 'Boken ”Lagen och laget”, "lag", `lag` och https://lag.se/lag', []),
        ("lag", "[lagen](https://lag.se) (lagen)", ["lagen", "lagen"]),
        ("lag", "", []),
        ("lag", "¤ – 12 % …", []),
    ],
)
def test_how_a_phrase_is_written(phrase: str, text: str, words: list[str]) -> None:
    assert found(finder(phrase), text) == words


def test_look_alikes_hide_what_they_overlap() -> None:
    look = finder("verka för", "lag", but=("=verk för", "=laget"))
    assert found(look, "Ett verk för laget verkar för lagen") == ["verkar för", "lagen"]


def test_the_longest_phrase_counts() -> None:
    assert found(finder("lag", "lag och ordning"), "Lag och ordning, lag") == ["Lag och ordning", "lag"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Utreda skolan", ["Utreda"]),
        ("Vi ska utreda skolan", ["utreda"]),
        ("Alla nämnder och bolag ska utreda", []),
        ("Alla nämnder ska utreda", ["utreda"]),
        ("Skolan utreds", []),
        ("”Utreda” är ett spel", []),
        ("ska", []),
        ("", []),
    ],
)
def test_words_at_the_start_alone_or_after_an_opening(text: str, words: list[str]) -> None:
    assert found(finder("utreda"), text, at_start=True) == words


def test_a_language_without_a_stemmer_has_forms_as_they_are_written() -> None:
    look = WordFinder(["lag"], [], [], "")
    assert found(look, "Lag och lagen") == ["Lag"]


# The lists in Swedish


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        # A goal of a municipality's yearly report for 2019.
        (
            "law",
            "Individ- och familjeomsorgen handlägger ärenden enligt gällande lagar och författningar",
            ["enligt gällande lagar", "författningar"],
        ),
        ("law", "Alla elever får det stöd som skollagen kräver", ["skollagen"]),
        ("law", "Förskolan uppfyller lagkraven", ["lagkraven"]),
        ("law", "Alla beslut fattas inom lagens tid", ["lagens tid"]),
        ("law", "Verksamheten följer alla gällande regelverk", ["följer alla gällande regelverk"]),
        ("law", "Vården ges enligt Hälso- och sjukvårdslagen", ["Hälso- och sjukvårdslagen"]),
        ("law", "Insatserna motsvarar kraven i SoL och LSS", ["SoL", "LSS"]),
        ("law", "Nämnden lever upp till miljöbalkens krav", ["miljöbalkens"]),
        ("method", "Fler barn läser genom att bibliotekarien besöker skolan", ["genom att"]),
        ("method", "Fler barn läser, med hjälp av metoden Läsfart", ["med hjälp av"]),
        ("method", "Undervisa enligt den nya metoden", ["enligt den nya metoden"]),
        ("persons", "Låt en arbetsgrupp som ska ledas av rektorn se över maten", ["ledas av"]),
        ("persons", "Tillsätt en bred arbetsgrupp för maten", ["Tillsätt en bred arbetsgrupp"]),
        ("vague words", "Kommunen verkar för en hållbar utveckling", ["verkar för"]),
        ("vague words", "Vi ska arbeta aktivt med jämställdhet", ["arbeta aktivt"]),
        ("vague words", "Skapa goda förutsättningar för företag", ["Skapa goda förutsättningar"]),
        ("vague words", "Skolan säkerställer elevernas stöd i möjligaste mån", ["säkerställer", "i möjligaste mån"]),
        ("analysis", "Nulägesanalysen och omvärldsanalyserna visar det", ["Nulägesanalysen", "omvärldsanalyserna"]),
        ("analysis", "En analys visar det", ["analys"]),
        ("action verbs", "Utreda skolskjutsen", ["Utreda"]),
        ("action verbs", "Utred skolskjutsen", ["Utred"]),
        ("action verbs", "Att genomföra en översyn", ["genomföra"]),
        ("action verbs", "Ta fram en plan för vatten", ["Ta fram"]),
        ("action verbs", "Kommunstyrelsen ska införa ett nytt system", ["införa"]),
        ("action verbs", "Bygg en skola i norr", ["Bygg"]),
    ],
)
def test_a_list_finds_its_words(name: str, text: str, words: list[str]) -> None:
    assert found_by(name, text) == words


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("law", "Laget runt på fredagar"),
        ("law", "Samordnarna i lagen stannar"),
        ("law", "Hemtjänsten arbetar i sex självständiga lag"),
        ("law", "Arbetslagen har tid att planera"),
        ("law", "Eleverna följs upp av ett lag"),
        ("law", "Skolorna är lagom stora"),
        ("law", "En park är anlagd vid ån"),
        ("law", "Köken lagar maten från grunden"),
        ("law", "Vägarna lagas inom en vecka"),
        ("law", "Bygget går enligt plan"),
        ("law", "Förslagen från invånarna blir av, och bolagen betalar"),
        ("law", "Anslagen räcker enligt underlaget"),
        ("law", "Badplatsen har sol hela dagen"),
        ("law", "Alla får följa med på lägret"),
        ("law", "Boken ”Lagkrav för alla” finns på biblioteket"),
        ("method", "Alla går genom parken till skolan"),
        ("method", "Fler har gått igenom utbildningen"),
        ("method", "Badet rustas med hjälp av statsbidrag"),
        ("method", "Bidragen går till metoder med känd effekt"),
        ("persons", "Skillnaden mellan arbetsgrupperna minskar"),
        ("persons", "Ett led av bilar stör ingen"),
        ("vague words", "Arbetet med att minska svinnet ger resultat"),
        ("vague words", "Kommunen har ett verk för vatten"),
        ("vague words", "Tillgången till mark är säkerställd"),
        ("vague words", "Barnen får följa med på resan"),
        ("analysis", "Många har bett om det"),
        ("action verbs", "Planerade besök blir av"),
        ("action verbs", "Planer för vatten finns i hela kommunen"),
        ("action verbs", "Inför vintern är alla vägar sandade"),
        ("action verbs", "Start för alla barn är trygg"),
        ("action verbs", "Utredarna hinner med sina ärenden"),
        ("action verbs", "Genomförda besök blir fler"),
        ("action verbs", "Skapande skola når alla"),
        ("action verbs", "Arbetet är tryggt"),
        ("action verbs", "Bygget är klart i tid"),
        ("action verbs", "Bygg och miljö svarar i tid"),
        ("action verbs", "Projektet Utreda når alla unga"),
        ("action verbs", "Alla får hjälp att starta företag"),
        ("action verbs", "Utbildad personal finns i alla grupper"),
        ("action verbs", "Fler flyttar hit"),
        ("action verbs", "Utsläppen minskar"),
    ],
)
def test_a_list_is_silent_on_look_alikes(name: str, text: str) -> None:
    assert found_by(name, text) == []


@pytest.mark.parametrize("name", SWEDISH.lists)
def test_every_entry_of_a_list_finds_itself(name: str) -> None:
    words = SWEDISH.lists[name]
    for entry in words.words:
        text = entry.replace("=", "").replace("…", "alla").strip()
        text = f"om{text[1:]}" if text.startswith("-") else text
        hidden = WordFinder(words.but, [], [], SWEDISH.stemmer).anywhere(text)
        assert hidden == [], entry
        assert WordFinder([entry], [], [], SWEDISH.stemmer).anywhere(text) == [(0, len(text))], entry


def test_every_language_has_a_stemmer_that_exists() -> None:
    import Stemmer  # noqa: PLC0415 - only to know its names

    assert {language_lists(one).stemmer for one in languages()} <= set(Stemmer.algorithms())


# Where the words stand


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: lag och laget, men lag", 1, 23),
        ('a: "lag och laget, men lag"', 1, 24),
        ("a: 'lag och laget, men lag'", 1, 24),
        ("b: 1\na: lag och\n  laget, men\n  lag", 4, 3),
        ("a: |  # lag\n  lag och laget,\n  men lag\n", 3, 7),
        ("a: >-\n  lag och laget,\n\n  men lag\n", 4, 7),
        ('a: "lag och laget, \\\n  men lag"', 2, 7),
        ("{a: lag och laget, b: lag, c: men lag}", 1, 5),
        ("a: lag och laget, men lag  # lag", 1, 23),
        ('a: "l\\u0061g och laget, men lag"', 1, 4),
        ("a:\r\n  lag och laget,\r\n  men lag\r\n", 3, 7),
    ],
)
def test_some_words_of_a_value_are_marked_where_they_stand(text: str, line: int, column: int) -> None:
    value = "lag" if text.startswith("{") else "lag och laget, men lag"
    place = Place("plan.yaml", ("a",)).within(value, value.rindex("lag"), len(value))
    assert place.passage is not None
    span = narrow(text, locate(text)["a",][1], place.passage)
    assert (span.line, span.column) == (line, column)


def test_words_over_two_lines_are_marked_to_the_end() -> None:
    text = "a: vi följer\n  lagen"
    place = Place("plan.yaml", ("a",)).within("vi följer lagen", 3, 15)
    assert place.passage is not None
    assert narrow(text, locate(text)["a",][1], place.passage) == (1, 7, 2, 8)
