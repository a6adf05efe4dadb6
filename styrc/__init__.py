"""styrc: a compiler for municipal steering documents."""

from __future__ import annotations


def __getattr__(name: str) -> str:
    """The version, looked up only when someone asks for it."""
    if name != "__version__":
        raise AttributeError(name)
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow, and seldom asked for

    try:
        return version("styrc")
    except PackageNotFoundError:  # run from a checkout that is not installed
        return "0"
