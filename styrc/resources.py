"""Where styrc's own data lies: schemas and templates, inside an installed package or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def builtin(kind: str) -> Path:
    """Our own folder of a `kind` ("schemas" or "templates")."""
    packaged = _PACKAGE / "_data" / kind
    return packaged if packaged.is_dir() else _PACKAGE.parent / kind
