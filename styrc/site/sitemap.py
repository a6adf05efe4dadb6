"""The addresses of all pages -> the map of the site that search engines read (sitemaps.org, protocol 0.9)."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

SITEMAP = "sitemap.xml"


def sitemap(addresses: Iterable[str]) -> str:
    """The map as XML. When a page was changed is left out: only some pages know it."""
    rows = "".join(f"<url><loc>{escape(address)}</loc></url>\n" for address in addresses)
    start = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{start}{rows}</urlset>\n"
