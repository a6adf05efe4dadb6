"""styrc's own steering models, those that are there: a test that needs one is skipped where it has been taken away."""

from __future__ import annotations

import pytest

from styrc.resources import builtin

MODELS = sorted(path.stem for path in builtin("schemas").glob("*.yaml"))


def needs(model: str) -> pytest.MarkDecorator:
    """Only where the model is there; its plans and its cases go with it."""
    return pytest.mark.skipif(model not in MODELS, reason=f"the model {model} has been taken away")
