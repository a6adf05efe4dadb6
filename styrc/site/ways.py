"""Addresses, formats and chosen documents -> where a link leads from a file of one format to another of the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from styrc.site.address import Addresses, relative

ENDINGS = {"html": ".html", "markdown": ".md", "pdf": ".pdf", "word": ".docx", "data": ".json"}
"""The formats that can be made, and how the names of their files end."""


@dataclass(frozen=True, slots=True)
class Ways:
    """Where there is something to link to: the chosen documents, and the other pages if they are made."""

    addresses: Addresses
    chosen: frozenset[str]
    has_pages: bool

    def beside(self, path: str, form: str) -> str:
        """The file of another format that lies beside a document's page."""
        return path.removesuffix(ENDINGS["html"]) + ENDINGS[form]

    def resolver(self, path: str, form: str) -> Callable[[str], str | None]:
        """The address of a logical target as seen from a file; None where it has no place in that format."""
        made = {self.addresses.documents[name] for name in self.chosen}
        documents = frozenset(self.addresses.documents.values())

        def resolve(target: str) -> str | None:
            found = self.addresses.of(target)
            if found is None:
                return None
            file, hash_, anchor = found.partition("#")
            if file in documents:
                if file not in made:
                    return None
                file = self.beside(file, form)
            elif form != "html" or not self.has_pages:
                return None
            return ("" if file == path and hash_ else relative(path, file)) + hash_ + anchor

        return resolve
