# `make demo` and `make test` are all a newcomer needs. They ask for git, make, python3 (3.11 or later) and python3-venv.

PYTHON ?= python3
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check
# The editors' YAML support, which the JSON Schemas are tried against.
SERVER := yaml-language-server@1.25.0

.PHONY: demo test check docs fmt clean

demo: .venv/styrc                        ## check and build the example municipality
	$(BIN)/styrc check examples/leksand
	$(BIN)/styrc build examples/leksand

test: .venv/dev .venv/server check       ## everything that CI runs
	$(BIN)/python -m pytest -n 2
	@set -e; for folder in examples/*/; do echo "styrc check $$folder"; $(BIN)/styrc check "$$folder"; done

check: .venv/dev                         ## lint, types and floors
	$(BIN)/ruff check
	$(BIN)/ruff format --check --quiet || { $(BIN)/ruff format --check; exit 1; }
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

docs: .venv/dev                          ## write the generated pages anew
	$(BIN)/python docs/pages.py

fmt: .venv/dev                           ## format, and mend what can be mended
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean:                                   ## remove all that the above have made
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis examples/*/bygge

.venv/styrc: pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --editable .
	@touch $@

.venv/dev: pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) install --editable '.[dev]'
	@touch $@ .venv/styrc

.venv/server: Makefile | .venv/dev
	@if command -v npm > /dev/null; then \
	  echo "npm install $(SERVER)"; \
	  npm install --silent --no-audit --no-fund --prefix .venv/node $(SERVER) && touch $@; \
	else echo "npm is missing: the tests of completion in editors are skipped"; fi
