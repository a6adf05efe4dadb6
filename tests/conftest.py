"""What all tests share: a busy machine is no fault, so Hypothesis has no deadline; CI tries the same every time."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("styrc", deadline=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("styrc")
