"""How a municipality dresses its documents: its name, logo, colours, fonts and lines of address; all of it data."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

ACCENT = "#00527a"
"""The colour of headings, lines and links where the municipality has not named one of its own."""

ACCENT_ON_DARK = "#7cc4ec"
"""The same on a dark screen."""

LIGHT_GROUNDS = "#ffffff", "#f4f7f8"
"""What the colour stands on as text: white, and the tint of boxes."""

DARK_GROUNDS = "#12181d", "#1a2229"
"""The same on a dark screen."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture of the municipality's own: its bytes as they may be shown, and what it shows in words."""

    name: str  # the file's name in the project, whose ending tells the format: png, jpg or svg
    data: bytes
    alt: str
    width: int = 100  # in points, for a picture made of points; a drawing has its measures in itself
    height: int = 100

    @property
    def drawing(self) -> bytes:
        """The logo as an SVG drawing, for a writer that takes nothing else: a photograph becomes all that is in it."""
        ending = self.name.rpartition(".")[2].lower()
        if ending == "svg":
            return self.data
        kind, code = "png" if ending == "png" else "jpeg", b64encode(self.data).decode("ascii")
        size = f'width="{self.width}" height="{self.height}"'
        head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {self.width} {self.height}">'
        return f'{head}<image {size} href="data:image/{kind};base64,{code}"/></svg>'.encode()


@dataclass(frozen=True, slots=True)
class Dress:
    """What a writer needs to know of the municipality's looks. Colours are `#rrggbb`; what is empty is styrc's own."""

    name: str = ""
    logo: Logo | None = None
    accent: str = ACCENT
    accent_on_dark: str = ACCENT_ON_DARK
    font: str = ""  # for Word and the screen, a font that readers have; print uses the one that styrc brings along
    address: tuple[str, ...] = ()  # lines of address, telephone and so on
    header: str = ""  # a line at the head of every page, beside the registration number
    footer: str = ""  # a line at the foot of every page, beside its number
    word_template: bytes | None = None  # the municipality's own .docx, which lends its styles
    web_address: str = ""  # where the site will be published, as far as to the slash before a page's own path


PLAIN = Dress()
"""No dress of the municipality's own."""
