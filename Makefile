# Everything a newcomer, a contributor and the checks need. Needs Python 3.11 or newer, and make.
#
#   make play            the game            make play ARGS="hungary-1956 --side usa --text"
#   make test            the tests, five minutes at most
#   make check           what the checks on every change run: tests and all that follows
#   make format lint types layers spelling scenarios    one of those alone
#   make bench           speeds and sizes on this machine
#   make proof           everything long; make proof ONLY=name for one; figures go to docs/proof
#   make clean           forget the environment and all that was built

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
PIP := $(PYTHON) -m pip --quiet --disable-pip-version-check --no-input
WORKERS ?= 2
ARGS ?=
ONLY ?=

.PHONY: play test check tidy format lint types layers spelling scenarios bench proof clean

play: $(VENV)/.ready-to-play
	@$(PYTHON) main.py $(ARGS)

test: $(VENV)/.ready-to-build
	$(PYTHON) -m pytest -q -n $(WORKERS) $(ARGS)

check: test tidy

tidy: lint types layers spelling scenarios

format: $(VENV)/.ready-to-build
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(VENV)/.ready-to-build
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-to-build
	$(BIN)/mypy

layers: $(VENV)/.ready-to-build
	$(BIN)/lint-imports

spelling: $(VENV)/.ready-to-build
	$(BIN)/codespell game tests benchmarks docs scenarios README.md CONTRIBUTING.md CHANGELOG.md

scenarios: $(VENV)/.ready-to-build
	$(PYTHON) main.py check scenarios

bench: $(VENV)/.ready-to-build
	$(PYTHON) -m benchmarks.run $(ARGS)

proof: $(VENV)/.ready-to-build
	$(PYTHON) -m benchmarks.run_proof $(ONLY)

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage htmlcov

# The stamps say that an environment is ready, so that the second run starts at once.
$(VENV)/.ready-to-play: pyproject.toml | $(PYTHON)
	@echo "Setting up the game (once) ..."
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.ready-to-build: pyproject.toml | $(PYTHON)
	@echo "Setting up the tools (once) ..."
	@$(PIP) install --editable ".[dev]"
	@touch $(VENV)/.ready-to-play $@

$(PYTHON):
	@found=; for name in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found=$$name; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "Brinkmanship needs Python 3.11 or newer; none was found on the path." >&2; exit 1; \
	fi; \
	echo "Making $(VENV) with $$found ..."; \
	if ! $$found -m venv $(VENV); then \
	  rm -rf $(VENV); \
	  echo "$$found cannot make virtual environments. On Debian and Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; \
	fi
