"""`python -m styrc`: the command line, where no script of its own is installed."""

from __future__ import annotations

import sys

from styrc.cli import main

sys.exit(main())
