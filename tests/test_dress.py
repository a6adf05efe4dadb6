"""The municipality's dress: what a profile is read as, what it may not bring in, and templates of a project's own."""

from __future__ import annotations

import re
import struct
import time
import zipfile
from base64 import b64encode
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zlib import compress, crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from overlay import PROJECT, Overlay
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from styrc.blocks import Contents, Document, Heading, Paragraph, Run
from styrc.colour import LEAST, WRITTEN, contrast, ratio, readable, weakest
from styrc.compiler import Compilation, compile_project
from styrc.dress import ACCENT, ACCENT_ON_DARK, DARK_GROUNDS, LIGHT_GROUNDS, PLAIN, Dress, Logo
from styrc.project import open_project
from styrc.render import render
from styrc.render.pdf import printed
from styrc.render.style import style
from styrc.render.template import TemplateFaultError, Templates
from styrc.render.word import word
from styrc.resources import builtin
from styrc.site import build_site
from styrc.text import Language
from styrc.validate.attached import largest, unfit

SETTINGS = (PROJECT / "styrc.yaml").read_text("utf-8")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
LANGUAGES: tuple[Language, ...] = ("sv", "en")


def compiled(tmp_path: Path, profile: str, **files: bytes) -> Compilation:
    """The example project with a profile, and files beside its settings."""
    root = Overlay({"styrc.yaml": f"{SETTINGS}profil:\n{profile}"}).write(tmp_path)
    for name, data in files.items():
        (root / name.replace("_", ".")).write_bytes(data)
    return compile_project(open_project(root))


def dress(compilation: Compilation) -> Dress:
    assert compilation.plan is not None
    return compilation.plan.municipality.dress


def told(compilation: Compilation) -> list[tuple[str, str, int]]:
    return [(one.code, one.variant, compilation.span(one.place).line) for one in compilation.diagnostics]


def line_of(compilation: Compilation, text: str) -> int:
    return compilation.sources["styrc.yaml"].text[: compilation.sources["styrc.yaml"].text.index(text)].count("\n") + 1


# ---- the profile


def test_everything_that_a_profile_says_is_worn(tmp_path: Path) -> None:
    profile = """\
  namn: Exempelby
  logotyp: {fil: ./märke.svg, beskrivning: En cirkel}
  färg: "#0B5563"
  färg på mörkt: "#7CC4EC"
  typsnitt: Segoe UI
  adress: [Storgatan 1, 0123-45 67 89]
  sidhuvud: Överst
  sidfot: Nederst
  wordmall: mall.docx
"""
    template = word_file()
    made = compiled(tmp_path, profile, märke_svg=SVG.encode(), mall_docx=template)
    assert told(made) == []
    worn = dress(made)
    assert worn.logo is not None
    assert (worn.logo.name, worn.logo.alt, worn.logo.data) == ("märke.svg", "En cirkel", SVG.encode())
    assert (worn.name, worn.accent, worn.accent_on_dark) == ("Exempelby", "#0b5563", "#7cc4ec")
    assert (worn.font, worn.address) == ("Segoe UI", ("Storgatan 1", "0123-45 67 89"))
    assert (worn.header, worn.footer, worn.word_template) == ("Överst", "Nederst", template)


def test_without_a_profile_the_dress_is_plain_but_for_the_name(tmp_path: Path) -> None:
    made = Overlay({}).compiled(tmp_path)
    assert dress(made) == Dress(name="Exempelby kommun")
    assert style(dress(made)) == style(PLAIN) == ""


def test_files_that_nobody_names_are_not_read(tmp_path: Path) -> None:
    root = Overlay({"styrc.yaml": f"{SETTINGS}profil:\n  logotyp: {{fil: a.png, beskrivning: A}}\n"}).write(tmp_path)
    for name in ("a.png", "b.png", ".gömd.png"):
        (root / name).write_bytes(b"x")
    assert open_project(root).attached == {"a.png": b"x", "b.png": None}


@pytest.mark.parametrize(
    ("profile", "code", "at"),
    [
        ("  logotyp: {fil: märke.svg}\n", "STY102", "logotyp"),
        ("  logotyp: {fil: märke.svg, beskrivning: }\n", "STY103", "logotyp"),
        ("  logotyp: {beskrivning: En cirkel}\n", "STY102", "logotyp"),
        ("  logotyp: märke.svg\n", "STY109", "logotyp"),
        ("  logotyp: {fil: finns-inte.jpg, beskrivning: En cirkel}\n", "STY014", "logotyp"),
        ("  logotyp: {fil: /etc/märke.svg, beskrivning: En cirkel}\n", "STY014", "logotyp"),
        ("  färg: #00527a\n", "STY103", "färg"),
        ('  färg: "#00527"\n', "STY015", "färg"),
        ("  färg: [röd]\n", "STY113", "färg"),
        ("  adress: Storgatan 1\n", "STY108", "adress"),
        ("  adress: [a, b, c, d, e, f, g, h, i]\n", "STY117", "adress"),
        ("  typsnitt: 'Arial\"; } body { display: none'\n", "STY016", "typsnitt"),
        ("  wordmall: märke.svg\n", "STY014", "wordmall"),
        ("  loggotyp: {fil: märke.svg, beskrivning: En cirkel}\n", "STY101", "loggotyp"),
    ],
)
def test_a_mistake_is_told_once_where_it_stands(tmp_path: Path, profile: str, code: str, at: str) -> None:
    made = compiled(tmp_path, profile, märke_svg=SVG.encode())
    assert [(one, line) for one, _, line in told(made)] == [(code, line_of(made, f"  {at}:"))]


def test_a_file_outside_the_project_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "hemlig.svg").write_text(SVG, "utf-8")
    for path in ("../hemlig.svg", "x/../../hemlig.svg", str(tmp_path / "hemlig.svg")):
        made = compiled(tmp_path / path.replace("/", "-"), f'  logotyp: {{fil: "{path}", beskrivning: A}}\n')
        assert [one[:2] for one in told(made)] == [("STY014", "outside")]
        assert dress(made).logo is None


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "hemlig.svg").write_text(SVG, "utf-8")
    profile = f"{SETTINGS}profil:\n  logotyp: {{fil: a.svg, beskrivning: A}}\n"
    root = Overlay({"styrc.yaml": profile}, symlink={"a.svg": "../hemlig.svg"}).write(tmp_path)
    made = compile_project(open_project(root))
    assert [one[:2] for one in told(made)] == [("STY014", "")]
    assert dress(made).logo is None


# ---- colours


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)  # the well-known grey that just fails
    assert contrast("#767676", "#ffffff") > LEAST


@given(COLOURS)
def test_a_colour_that_can_be_read_is_always_found(colour: str) -> None:
    for grounds, least in ((LIGHT_GROUNDS, LEAST), (DARK_GROUNDS, LEAST), (DARK_GROUNDS, 7.0)):
        found = readable(colour, grounds, least=least)
        assert WRITTEN.fullmatch(found)
        assert weakest(found, grounds) >= least
        assert readable(found, grounds, least=least) == found


@given(COLOURS)
def test_too_little_contrast_is_never_said_as_enough(colour: str) -> None:
    number = weakest(colour, LIGHT_GROUNDS)
    assert float(ratio(number)) <= number


@pytest.mark.parametrize(("colour", "proposed"), [("#e30613", ""), ("#ffd100", "#886f00"), ("#00a0e0", "")])
def test_the_proposed_colour_is_accepted(tmp_path: Path, colour: str, proposed: str) -> None:
    made = compiled(tmp_path / "ett", f'  färg: "{colour}"\n')
    if weakest(colour, LIGHT_GROUNDS) >= LEAST:
        assert told(made) == []
        return
    (finding,) = made.diagnostics
    (near,) = finding.values["near"].words  # type: ignore[attr-defined]
    assert proposed in ("", near)
    again = compiled(tmp_path / "två", f'  färg: "{near}"\n')
    assert told(again) == []
    assert dress(again).accent == near


def test_the_style_sheet_stands_on_the_grounds_that_colours_are_tried_against() -> None:
    sheet = (builtin("templates") / "site.css").read_text("utf-8")
    light, dark = (dict(re.findall(r"--(\w+): (#\w{6});", part)) for part in sheet.split("@media")[:2])
    assert ((light["paper"], light["wash"]), light["accent"]) == (LIGHT_GROUNDS, ACCENT)
    assert ((dark["paper"], dark["wash"]), dark["accent"]) == (DARK_GROUNDS, ACCENT_ON_DARK)


# ---- files


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))


def png(width: int = 2, height: int = 2, rows: bytes = compress(b"\0" * (7 * 2))) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def jpeg(width: int = 2, height: int = 2) -> bytes:
    frame = struct.pack(">BHH", 8, height, width) + b"\3\1\x11\0\2\x11\1\3\x11\1"
    segments = b"\xff\xe0" + struct.pack(">H", 7) + b"JFIF\0" + b"\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame
    return b"\xff\xd8" + segments + b"\xff\xd9"


def word_file(**more: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("[Content_Types].xml", "word/document.xml", "word/styles.xml"):
            file.writestr(name, "<x/>")
        for name, data in more.items():
            file.writestr(f"word/{name.replace('_', '.')}", data)
    return made.getvalue()


def variant(data: bytes, ending: str) -> str | None:
    found = unfit(data, ending)
    return found.variant if found else None


@pytest.mark.parametrize(
    ("data", "ending"),
    [(png(), ".png"), (jpeg(), ".jpg"), (jpeg(), ".jpeg"), (SVG.encode(), ".svg"), (word_file(), ".docx")],
)
def test_whole_files_are_used_and_cut_ones_told(data: bytes, ending: str) -> None:
    assert unfit(data, ending) is None
    for size in range(len(data)):
        assert variant(data[:size], ending) == "format", size


def test_a_file_is_what_its_name_says() -> None:
    of = {".png": png(), ".jpg": jpeg(), ".svg": SVG.encode(), ".docx": word_file()}
    for ending in of:
        assert {variant(data, ending) for other, data in of.items() if other != ending} == {"format"}


def test_a_picture_or_a_file_that_swells_is_told() -> None:
    assert variant(png(60_000, 60_000), ".png") == variant(jpeg(60_000, 60_000), ".jpg") == "heavy"
    assert variant(png(0, 9), ".png") == variant(png(3, 2), ".png") == variant(png(2, 3), ".png") == "format"
    assert variant(png(rows=b"inget packat"), ".png") == "format"
    assert variant(word_file(x_xml=b"\0" * 101_000_000), ".docx") == "format"
    assert variant(word_file(vbaProject_bin=b"x"), ".docx") == "format"
    assert variant(b"x" * (largest(".png") * 1_000_000 + 1), ".png") == "large"


@given(st.binary(max_size=200), st.sampled_from([".svg", ".png", ".jpg", ".docx"]))
def test_any_bytes_are_judged_without_a_fault(data: bytes, ending: str) -> None:
    for start in (
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
        b"PK\x03\x04",
        b"<svg xmlns='http://www.w3.org/2000/svg'>",
    ):
        assert unfit(start + data, ending) is not None or ending == ".svg"


def drawn(inside: str, attributes: str = 'viewBox="0 0 9 9"') -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<script/>", "element"),
        ("<SCRIPT/>", "element"),
        ("<g><foreignObject/></g>", "element"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', "element"),
        ('<set attributeName="href" to="javascript:x"/>', "element"),
        ('<animate attributeName="x"/>', "element"),
        ('<path onload="x()"/>', "event"),
        ('<path ONCLICK="x()"/>', "event"),
        ('<image href="https://exempel.se/x.png"/>', "reference"),
        ('<image xlink:href="//exempel.se/x.png"/>', "reference"),
        ('<image href="data:image/svg+xml;base64,PHN2Zz4="/>', "reference"),
        ('<a href="javascript:x()"><path/></a>', "reference"),
        ('<use href="annan.svg#x"/>', "reference"),
        ('<path fill="url(https://exempel.se/x#y)"/>', "reference"),
        ('<path style="fill:URL( &#39;https://exempel.se/x&#39; )"/>', "reference"),
        (r'<path fill="\75rl(https://exempel.se)"/>', "reference"),
        ("<style>@import 'https://exempel.se/x.css';</style>", "reference"),
        ("<style>path{fill:url(https://exempel.se/x)}</style>", "reference"),
        ("<style>path{background:image-set('https://exempel.se/x' 1x)}</style>", "reference"),
        ('<?xml-stylesheet href="https://exempel.se/x.css"?>', "reference"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "heavy"),
        ("<g>" * 101 + "</g>" * 101, "heavy"),
        ("<path/>" * 20_001, "heavy"),
    ],
)
def test_a_drawing_that_does_more_than_draw_is_told(inside: str, expected: str) -> None:
    assert variant(drawn(inside), ".svg") == expected


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="g"><stop offset="1"/></linearGradient></defs><path fill="url(#g)" class="on"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/><use xlink:href="#g"/>',
        "<style>.a{fill:#fff} /* en färg */</style><text>script onload=x url(https://exempel.se)</text>",
        '<metadata><r:x xmlns:r="urn:x" r:onset="C:\\märke" r:about="https://exempel.se"/></metadata>',
        "<filter><feGaussianBlur/></filter><title>&lt;script&gt;</title>",
    ],
)
def test_a_drawing_that_only_draws_is_shown(inside: str) -> None:
    assert unfit(drawn(inside), ".svg") is None


@pytest.mark.parametrize(
    ("attributes", "fits"),
    [
        ('viewBox="0 0 9 9"', True),
        ('viewBox="-1.5,-2 9e0 9"', False),
        ('viewBox=" 0, 0, 9.5, .5 "', True),
        ('viewBox="0 0 0 9"', False),
        ('viewBox="0 0 9"', False),
        ('width="20mm" height="1.5em"', True),
        ('width="100%" height="100%" viewBox="0 0 9 9"', True),
        ('width="20"', False),
        ('width="0" height="20"', False),
        ('width="bred" height="20" viewBox="0 0 9 9"', False),
        ('width="1e9" height="1e9"', False),
        ("", False),
    ],
)
def test_a_drawing_says_how_large_it_is(attributes: str, *, fits: bool) -> None:
    assert variant(drawn("<path/>", attributes), ".svg") == (None if fits else "size")


def test_a_drawing_is_read_as_every_other_program_reads_it() -> None:
    assert variant(f'<?xml version="1.0" encoding="UTF-8"?>{SVG}'.encode(), ".svg") is None
    assert variant(f'<?xml version="1.0" encoding="iso-8859-1"?>{SVG}'.encode(), ".svg") == "format"
    assert variant(f'<?xml version="1.0" encoding="utf-7"?>{SVG}'.encode(), ".svg") == "format"
    assert variant(SVG.encode("utf-16"), ".svg") == "format"


def test_a_photograph_can_be_drawn_too() -> None:
    photograph = Logo("märke.JPG", jpeg(4, 2), "En cirkel", 4, 2).drawing
    assert unfit(photograph, ".svg") is None
    assert b'viewBox="0 0 4 2"' in photograph
    assert b"data:image/jpeg;base64," + b64encode(jpeg(4, 2)) in photograph
    assert Logo("märke.svg", SVG.encode(), "En cirkel").drawing == SVG.encode()


@pytest.mark.parametrize(("name", "data"), [("m.png", png()), ("m.jpg", jpeg()), ("m.svg", SVG.encode())])
def test_every_sort_of_logo_is_printed(name: str, data: bytes) -> None:
    worn = Dress(name="Exempelby", logo=Logo(name, data, "En cirkel", 2, 2))
    document = Document("Plan", "sv", (Contents(), Heading(2, (Run("Mål"),), "mal"), Paragraph((Run("Text"),))))
    assert "En cirkel" in alternatives(printed(document, worn, lambda _: None).data)
    with zipfile.ZipFile(BytesIO(word(document, worn, lambda _: None))) as file:
        assert any(b'descr="En cirkel"' in file.read(one) for one in file.namelist())


def alternatives(pdf: bytes) -> set[str]:
    """What a PDF says of its figures in words."""
    reader = PdfReader(BytesIO(pdf))
    size = reader.trailer["/Size"]
    assert isinstance(size, int)
    objects = [reader.get_object(number) for number in range(1, size)]
    return {str(one["/Alt"]) for one in objects if isinstance(one, DictionaryObject) and "/Alt" in one}


def test_entities_are_told_before_they_grow() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE svg [<!ENTITY e0 "x">{entities}]>{SVG.replace("<circle", "&e11;<circle")}'
    assert variant(bomb.encode(), ".svg") == "entity"
    assert variant(f'<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>{SVG}'.encode(), ".svg") == "entity"


# ---- the site


class Images(HTMLParser):
    """The pictures of a page, each as its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Gather a picture."""
        self.found += [dict(attrs)] if tag == "img" else []


def test_the_site_wears_the_dress(tmp_path: Path) -> None:
    profile = """\
  namn: Exempelby & Söner
  logotyp: {fil: märke.svg, beskrivning: "En cirkel: ”rund”"}
  färg: "#8f6400"
  typsnitt: Segoe UI
  adress: [Storgatan 1, "0123-45 67 89 <b>"]
  sidfot: Välkommen hit
"""
    made = compiled(tmp_path, profile, märke_svg=SVG.encode())
    assert told(made) == []
    site = tmp_path / "ut"
    build_site(made, site, templates={})
    pages = sorted(site.rglob("*.html"))
    for page in (pages[0], next(one for one in pages if one.parent != site)):
        text = page.read_text("utf-8")
        (logo,) = Images(text).found
        assert logo["alt"] == "En cirkel: ”rund”"
        assert (page.parent / (logo["src"] or "")).read_bytes() == SVG.encode()
        for words in ("Exempelby &amp; Söner", "Storgatan 1\n0123-45 67 89 &lt;b&gt;", "Välkommen hit"):
            assert words in text, words
    sheet = (site / "style.css").read_text("utf-8")
    assert sheet.endswith(style(dress(made)))
    assert "--accent: #8f6400;" in sheet
    assert f"--accent: {readable('#8f6400', DARK_GROUNDS, least=7.0)};" in sheet
    assert '--font: "Segoe UI";' in sheet


def test_a_logo_that_is_refused_is_nowhere_in_the_site(tmp_path: Path) -> None:
    evil = drawn("<script>alert(1)</script>")
    made = compiled(tmp_path, "  logotyp: {fil: märke.svg, beskrivning: En cirkel}\n", märke_svg=evil)
    assert [one[:2] for one in told(made)] == [("STY014", "element")]
    build_site(made, tmp_path / "ut", templates={})
    assert not any(b"alert(1)" in one.read_bytes() for one in (tmp_path / "ut").rglob("*") if one.is_file())
    assert Images((tmp_path / "ut/index.html").read_text("utf-8")).found == []


def test_a_picture_in_a_text_file_is_told_in_that_file(tmp_path: Path) -> None:
    files = {
        "2026/arsbudget/nytt.yaml": "avsnitt:\n  pengar: {fil: texter/pengar.md}\n",
        "2026/arsbudget/texter/pengar.md": "Kostnaderna ökar.\n\n- Se ![](../../../utanför.png) här.\n",
    }
    made = Overlay(files).compiled(tmp_path)
    found = [(one.code, one.place.file, made.span(one.place)[:2]) for one in made.diagnostics]
    assert found == [("STY806", "2026/arsbudget/texter/pengar.md", (3, 6))]


# ---- templates


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Compilation:
    return Overlay({}).compiled(tmp_path_factory.mktemp("mallar"))


def rendered(example: Compilation, template: str) -> str:
    assert example.plan is not None
    document = next(iter(example.plan.documents.values()))
    return str(render(example.plan, document, Templates({"document.md.j2": template}), 0).blocks)


EXTENDED = '{% extends "styrc/document.md.j2" %}\n'


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("a\n{% if %}", 2, "Raden går inte att tolka"),
        ("a\n{{ document.title|finns_inte }}", 2, "Raden går inte att tolka"),
        ("a\n\n{{ dokument.title }}", 3, "”dokument”"),
        ("a\n{{ document.titel }}", 2, "”titel”"),
        ("a\n{{ document.titel.längd }}", 2, "”titel”"),
        ("\n\n{{ 1 / 0 }}", 3, "räkna ut"),
        ("a\n{{ document }}", 2, "ingen text"),
        ('a\n{{ "".__class__ }}', 2, "får använda"),
        ('{% extends "styrc/finns-inte.md.j2" %}', 1, "”styrc/finns-inte.md.j2”"),
        ('{% extends "document.md.j2" %}', 1, "sig själv"),
        ("{% macro m() %}\n{{ m() }}{% endmacro %}\n\n{{ m() }}", 2, "sig själv"),
        (
            EXTENDED + "{% block end %}\nText {{ document.decision }}\n\n# {{ document.decision }}\n{% endblock %}",
            5,
            "mitt i en rad",
        ),
        ('{% import "styrc/parts.md.j2" as parts %}\n{{ parts.group(1, 3) }}', 2, "”table”"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(
    example: Compilation, template: str, line: int, said: str
) -> None:
    with pytest.raises(TemplateFaultError) as caught:
        rendered(example, template)
    fault = caught.value
    assert (fault.file, fault.line) == ("templates/document.md.j2", line)
    assert said in fault.message.speak("sv", fault.values)
    for language in LANGUAGES:
        assert "{" not in fault.message.speak(language, fault.values)
        assert fault.remedy.speak(language, fault.values)


@pytest.mark.parametrize(
    "template",
    [
        "{% for i in range(10**9) %}{% endfor %}",
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% for i in 'abcdefghij' * 999 %}{% for j in 'abcdefghij' * 999 %}{% endfor %}{% endfor %}",
        "{% for i in range(99999) %}" + "x" * 5000 + "{% endfor %}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        "{% set s = namespace(s='ab') %}{% for i in range(99) %}{% set s.s = s.s ~ s.s %}{% endfor %}",
        "{% set s = namespace(s='ab') %}{% for i in range(99) %}{% set s.s = s.s + s.s %}{% endfor %}",
        "{% set s = namespace(s=9) %}{% for i in range(99) %}{% set s.s = s.s * s.s %}{% endfor %}",
        "{{ 'a' * 10**10 }}",
        "{{ 10**10**10 }}",
        "{{ 'a'.ljust(10**10) }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ '{:>9999999999}'.format(1) }}",
        "{{ 'a'|center(10**10) }}",
        "{{ ('a' * 99999).replace('a', 'b' * 99999) }}",
        "{{ ('a' * 99999)|replace('a', 'b' * 99999) }}",
        "{{ range(99999)|join('b' * 99999) }}",
    ],
)
def test_a_template_always_comes_to_an_end(example: Compilation, template: str) -> None:
    began = time.monotonic()
    with pytest.raises(TemplateFaultError):
        rendered(example, template)
    assert time.monotonic() - began < 60


def test_a_template_may_count_join_and_loop(example: Compilation) -> None:
    template = EXTENDED + (
        "{% block end %}{% for chapter in document.chapters %}\n"
        "{{ loop.index ~ '. ' + chapter.title|upper }} {{ 12345678 * 2 }} {{ 'ab' * 3 }} {{ '-'.join(['x', 'y']) }}\n\n"
        "{% endfor %}{% endblock %}"
    )
    made = rendered(example, template)
    assert "1. " in made
    assert "24691356 ababab x-y" in made


def test_a_name_below_styrc_always_means_ours(example: Compilation) -> None:
    assert example.plan is not None
    document = next(iter(example.plan.documents.values()))
    own = {"document.md.j2": EXTENDED, "styrc/document.md.j2": "kapad"}
    assert render(example.plan, document, Templates(own), 0) == render(example.plan, document, Templates({}), 0)
