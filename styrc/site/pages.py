"""A Plan -> the pages of the site that are no documents, each with its path."""

from __future__ import annotations

from collections.abc import Iterator

from styrc.blocks import Document as Blocks
from styrc.site.address import areas, indicators
from styrc.site.calendar import calendar
from styrc.site.follow_up import follow_up_page
from styrc.site.glossary import glossary
from styrc.site.indicators import indicator_index, indicator_page
from styrc.site.kinds import kind_page
from styrc.site.outside import entry_page, overview
from styrc.site.start import start
from styrc.site.thread import area, thread
from styrc.site.view import SiteView


def pages(view: SiteView) -> Iterator[tuple[str, Blocks]]:
    """Path and content of every page that is no document."""
    addresses = view.addresses
    yield "index.html", start(view)
    yield addresses.thread, thread(view)
    for versions in areas(view.plan):
        yield addresses.areas[versions[0].key], area(view, versions)
    for kind, path in addresses.kinds.items():
        yield path, kind_page(view, kind)
    for name, path in addresses.lists.items():
        yield path, overview(view, name)
    for (name, entry), path in addresses.outside.items():
        yield path, entry_page(view, name, entry)
    if addresses.follow_up:
        yield addresses.follow_up, follow_up_page(view)
    if addresses.indicators:
        yield addresses.indicator_index, indicator_index(view)
    for series, versions in indicators(view.plan).items():
        yield addresses.indicators[series], indicator_page(view, versions)
    yield addresses.wheel, calendar(view)
    yield addresses.glossary, glossary(view)
