"""Names: the nearest right one to a mistyped one, look-alikes, and safe names for pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_ALIKE = str.maketrans(
    # Letters of other alphabets that look like Latin ones, and the many dashes.
    "асеорхуіјѕԁһкмнтвгпԛԝӏκινοραετυχАВЕКМНОРСТХУІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧıℓ‐‑‒–—−_",
    "aceopxyijsdhkmhtbrnqwlkivopaetuxABEKMHOPCTXYIJSABEZHIKMNOPTYXil-------",
)
_NOT_DECOMPOSED = {ord("æ"): "ae", ord("ø"): "o"}
ID = re.compile(r"[^\W_](?:[\w.-]*[^\W_])?")
"""An id: letters, digits, hyphens, full stops and low lines, beginning and ending with a letter or digit."""

NAMELESS = ""
"""Stands for the ids of rows that have none."""

_NEAR_ENOUGH = 70.0
_MOST = 3


def skeleton(name: str) -> str:
    """What a name looks like to a person: two names with one skeleton cannot be told apart at a glance."""
    return unicodedata.normalize("NFKC", name).translate(_ALIKE).casefold()


def nearest(name: str, candidates: Iterable[str]) -> tuple[str, ...]:
    """Up to three candidates near to a name, the nearest first; none when nothing is near. Order-independent."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - needed only when something is wrong

    known = sorted(set(candidates))
    found = process.extract(name, known, scorer=fuzz.ratio, processor=skeleton, limit=_MOST, score_cutoff=_NEAR_ENOUGH)
    best = max((score for _, score, _ in found), default=0.0)
    return tuple(word for word, score, _ in found if score > best - 10)


def slug(name: str) -> str:
    """A name that is safe in a path and an address: letters a–z, digits and hyphens."""
    folded = re.sub(r"[\W_]+", "-", name.casefold().translate(_NOT_DECOMPOSED))
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-") or "x"
