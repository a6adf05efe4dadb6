"""A text that is no value of the type asked for, with the right spelling where it can be told."""

from __future__ import annotations


class Misread(ValueError):  # noqa: N818 - it is the reading that went wrong, not the program
    """Raised by the readers; `variant` names the mistake and `values` fill the holes in its words."""

    def __init__(self, variant: str = "", **values: object) -> None:
        super().__init__(variant)
        self.variant = variant
        self.values = values
