"""A municipality's dress -> the lines that it adds to the style sheet of the site."""

from __future__ import annotations

from styrc.dress import ACCENT, ACCENT_ON_DARK, Dress


def style(dress: Dress) -> str:
    """Its colour, light and dark, and its font, as values of the variables in `site.css`; nothing for a plain dress."""
    lines = []
    if (dress.accent, dress.accent_on_dark) != (ACCENT, ACCENT_ON_DARK):
        lines.append(f":root {{ --accent: {dress.accent}; }}")
        dark = f":root {{ --accent: {dress.accent_on_dark}; }}"
        lines.append(f"@media screen and (prefers-color-scheme: dark) {{ {dark} }}")
    if dress.font:
        lines.append(f':root {{ --font: "{dress.font}"; }}')
    return "".join(f"{line}\n" for line in ("\n/* ---- the municipality's own ---- */\n", *lines)) if lines else ""
