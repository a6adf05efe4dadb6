"""What is said of a document that cannot be printed."""

from __future__ import annotations


class PrintError(Exception):
    """A document that cannot be printed: what is wrong, and the headings that it stands below, the first one on top."""

    def __init__(self, message: str, path: tuple[str, ...]) -> None:
        super().__init__(message)
        self.message, self.path = message, path

    def __str__(self) -> str:
        return " \u203a ".join((*self.path, self.message))
