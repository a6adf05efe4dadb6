"""`profil:` in `styrc.yaml` and the files that it names -> the municipality's dress."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from posixpath import normpath, splitext

from styrc.colour import LEAST, WRITTEN, contrast, ratio, readable
from styrc.dress import ACCENT, ACCENT_ON_DARK, DARK_GROUNDS, LIGHT_GROUNDS, Dress, Logo
from styrc.names import nearest
from styrc.schema import Field
from styrc.source import Place, Raw
from styrc.text import AnyOf, Text
from styrc.validate.attached import PICTURES, WORD, largest, size, unfit
from styrc.validate.keys import Keys
from styrc.validate.reader import Reader
from styrc.validate.vector import Unfit

Files = Mapping[str, bytes | None]
"""Pictures and Word files of the project by name; None where nobody named the file, so that it was not read."""

_LINES = Field(many=True, most=8)
_LONGEST = 120
"""Signs in a line of a page's head or foot: more would not fit beside the number of the page."""
_FONT = re.compile(r"[^\W_][\w .-]{0,59}")
_WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~%-]+)*/?")
_COMFORTABLE = 7.0
"""The contrast of the colour on a dark screen, where it is made and not chosen (WCAG 2.1, 1.4.6)."""
_GROUNDS = (Text("vitt", "white"), Text("den ljusa tonen i rutor", "the light tint of boxes"))
_DARK_GROUNDS = (Text("mörk bakgrund", "a dark ground"), Text("den mörka tonen i rutor", "the dark tint of boxes"))


def profile(reader: Reader, top: Mapping[str, Raw], place: Place, files: Files, name: str) -> Dress:
    """The dress that the profile describes, plain where it says nothing; `name` is the municipality's own."""
    keys, here = reader.words.profile, reader.at(place, reader.words.project.profile)
    looks = (keys.logo, keys.colour, keys.colour_on_dark, keys.font, keys.word_template)
    known = (keys.name, *looks, keys.address, keys.header, keys.footer, keys.web_address)
    raw = reader.mapping(top.get(reader.words.project.profile), here)
    row = reader.mended(raw, here, Keys(known, lists=frozenset((keys.address,))))
    accent = _colour(reader, row, keys.colour, here, dark=False)
    on_dark = _colour(reader, row, keys.colour_on_dark, here, dark=True)
    address = reader.value(row, keys.address, _LINES, here)
    template = _file(reader, row, keys.word_template, here, files, WORD)
    return Dress(
        name=_line(reader, row, keys.name, here) or name,
        logo=_logo(reader, row, here, files),
        accent=accent or ACCENT,
        accent_on_dark=on_dark or (readable(accent, DARK_GROUNDS, least=_COMFORTABLE) if accent else ACCENT_ON_DARK),
        font=_font(reader, row, here),
        address=tuple(str(line) for line in address) if isinstance(address, tuple) else (),
        header=_line(reader, row, keys.header, here),
        footer=_line(reader, row, keys.footer, here),
        word_template=template[1] if template else None,
        web_address=_web_address(reader, row, here),
    )


def _line(reader: Reader, row: Mapping[str, Raw], name: str, place: Place) -> str:
    """A line that must have room on a page."""
    text = reader.text(row, name, place)
    if len(text) <= _LONGEST:
        return text
    reader.say("STY016", reader.at(place, name), name=name, count=len(text), most=_LONGEST)
    return ""


def _font(reader: Reader, row: Mapping[str, Raw], place: Place) -> str:
    """The name of a font, without anything that a style sheet could take for more than a name."""
    name = reader.words.profile.font
    text = reader.text(row, name, place)
    if not text or _FONT.fullmatch(text):
        return text
    reader.say("STY016", reader.at(place, name), "font", name=name)
    return ""


def _web_address(reader: Reader, row: Mapping[str, Raw], place: Place) -> str:
    """The address of the site on the web, ended by a slash, so that a page's own path can follow."""
    name = reader.words.profile.web_address
    text = reader.text(row, name, place)
    if not text or _WEB_ADDRESS.fullmatch(text):
        return f"{text.rstrip('/')}/" if text else ""
    reader.say("STY016", reader.at(place, name), "web address", name=name, value=text[:_LONGEST])
    return ""


def _colour(reader: Reader, row: Mapping[str, Raw], name: str, place: Place, *, dark: bool) -> str:
    """A colour that can be read as text on everything that it stands on; nothing where it cannot."""
    written = reader.text(row, name, place)
    colour, here = written.casefold(), reader.at(place, name)
    if not written:
        return ""
    if not WRITTEN.fullmatch(colour):
        reader.say("STY015", here, "unreadable", name=name, value=written[:60])
        return ""
    grounds, words = (DARK_GROUNDS, _DARK_GROUNDS) if dark else (LIGHT_GROUNDS, _GROUNDS)
    for ground, word in zip(grounds, words, strict=True):
        if (weak := contrast(colour, ground)) < LEAST:
            near, variant = AnyOf((readable(colour, grounds),)), "dark" if dark else ""
            said, asked = ratio(weak), ratio(LEAST)
            reader.say("STY015", here, variant, value=written, ratio=said, least=asked, ground=word, near=near)
            return ""
    return colour


def _logo(reader: Reader, top: Mapping[str, Raw], place: Place, files: Files) -> Logo | None:
    """The logo, if it may be shown and says in words what it shows."""
    keys = reader.words.profile
    if keys.logo not in top:
        return None
    here = reader.at(place, keys.logo)
    if not top[keys.logo]:
        reader.empty(here, keys.logo)
    row = reader.mended(reader.mapping(top[keys.logo], here), here, Keys((keys.file, keys.description)))
    if not row:
        return None
    file = _file(reader, row, keys.file, here, files, PICTURES, required=True)
    alt = reader.text(row, keys.description, here, required=True)
    return Logo(*file, alt, *size(file[1], splitext(file[0])[1].lower())) if file and alt else None


def _file(
    reader: Reader,
    row: Mapping[str, Raw],
    key: str,
    place: Place,
    files: Files,
    endings: tuple[str, ...],
    *,
    required: bool = False,
) -> tuple[str, bytes] | None:
    """The name and the bytes of a file that is named here; nothing where it cannot be used, which is told."""
    written, here = reader.text(row, key, place, required=required), reader.at(place, key)
    if not written:
        return None
    name, ending = _inside(written), splitext(written)[1].lower()
    data = files.get(name) if name is not None else None
    near = nearest(name, [one for one in files if splitext(one)[1].lower() in endings]) if name else ()
    if name is None or ending not in endings:
        fault = Unfit("outside" if name is None else "ending")
    elif data is None:
        fault = Unfit("near" if near else "")
    elif (found := unfit(data, ending)) is None:
        return name, data
    else:
        fault = found
    said, meant, most = AnyOf(endings), AnyOf(near), largest(ending)
    reader.say("STY014", here, fault.variant, file=written, endings=said, near=meant, largest=most, what=fault.what)
    return None


def _inside(path: str) -> str | None:
    """A path as a name in the project; None where it leads out of the project."""
    name = unicodedata.normalize("NFC", normpath(path))
    return None if name.startswith(("/", "..")) or "\\" in path or ":" in path else name
