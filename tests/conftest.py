"""What all tests share: a busy machine is no fault, so Hypothesis has no deadline; CI tries the same every time."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

settings.register_profile("styrc", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("styrc")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--golden` writes the golden documents anew instead of comparing with them."""
    parser.addoption("--golden", action="store_true", help="write the golden documents anew")
