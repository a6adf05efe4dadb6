"""Whatever words, tables and drawings there are, the Word file is sound: it opens, and it says what it can."""

from __future__ import annotations

import re

import pytest
from word_file import DOC_PROPERTIES, chart, faults, written

from styrc.blocks import (
    BulletList,
    Cards,
    CodeBlock,
    Column,
    Contents,
    Facts,
    Figure,
    Heading,
    Link,
    Notice,
    PageBreak,
    Pair,
    Paragraph,
    Row,
    Table,
    Thread,
    Tone,
    line,
)


@pytest.mark.parametrize(
    "said",
    ["\x00\x0b\x1f\ufffe", "😀👩‍👩‍👧", "שלום עולם", "ord" * 200, "<w:p>&amp;</w:p>", "\"] ' {{ x }} ]]>", "a\tb\nc\r"],
)
def test_any_words_give_a_sound_file(said: str) -> None:
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe]", "", said)
    table = Table(said, (Column(line(said)), Column(())), (Row((line(said), ())),), note=line(said))
    made = written(
        Contents(), Heading(2, line(said, "x"), said), Paragraph(line(said)),
        Paragraph((Link(f"#{said}", line(said)),)),
        Facts((Pair(said, line(said)),)), Figure(said, said or "bild", "inte en bild"), table, CodeBlock(said),
        Notice(Tone.GOOD, said, (BulletList(()), BulletList(((), (table,))))), title=f"T{said}",
    )  # fmt: skip
    assert list(faults(made)) == []
    assert made.document.core_properties.title == " ".join(f"T{kept}".split())
    assert " ".join(kept.split()) in " ".join(made.styled("BodyText")[0][1].split())


def test_words_from_the_right_are_marked() -> None:
    assert written(Paragraph(line("שלום"))).all("rtl")
    assert not written(Paragraph(line("Åre – 3 %"))).all("rtl")


def test_empty_things_give_a_sound_file() -> None:
    made = written(
        Contents(), Heading(2, ()), Heading(4, line("Djup")), Paragraph(()), BulletList(()), Facts(()), Thread(()),
        Table("", (), ()), Table("Tom", (Column(line("A")),), ()), Notice(Tone.INFO, ""), Cards(()), CodeBlock(""),
        PageBreak(), PageBreak(), title="",
    )  # fmt: skip
    assert list(faults(made)) == []
    assert made.styled("Heading") == [("Heading1", "Djup")]
    assert len(made.all("tbl")) == 1


def test_a_drawing_that_cannot_be_drawn_is_told_and_takes_no_other_with_it() -> None:
    broken = Figure("Trasig", "Visar fem skolor.", '<svg width="10" height="10"><path')
    made = written(chart(), broken)
    assert len(list(made.body.iter(DOC_PROPERTIES))) == 1
    assert ("BodyText", "Visar fem skolor.") in made.styled("BodyText")


def test_anchors_that_word_cannot_tell_apart_get_names_of_their_own() -> None:
    anchors = ["a-b", "a_b", "A-B", "1", "å" * 60, "å" * 61]
    made = written(Contents(), *(Heading(2, line("R"), anchor) for anchor in anchors))
    assert list(faults(made)) == []
    assert len(made.all("bookmarkStart")) == len(anchors)


def test_an_unknown_block_is_an_error() -> None:
    with pytest.raises(TypeError):
        written("text")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        written(Paragraph(("text",)))  # type: ignore[arg-type]
