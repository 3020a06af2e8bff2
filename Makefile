# Two commands on a fresh machine: `make run` and `make test`. Each makes what it needs.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
TEST_WORKERS ?= 2

.PHONY: run test check bench bench-chats bench-coach bench-crisis bench-loops docs format lock clean

run: $(VENV)/.base
	$(BIN)/amends

test: $(VENV)/.dev
	tests/need.sh
	$(BIN)/pytest -n $(TEST_WORKERS) --dist loadfile --no-loadscope-reorder

check: $(VENV)/.dev
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/amends content check
	$(BIN)/python -m docs.make --check

bench: $(VENV)/.dev
	$(BIN)/python -m tests.bench

# How fast chats are read, beside other readers; with FIGURES=--write it is published in docs/chats.md.
bench-chats: $(VENV)/.dev
	$(BIN)/python -m benchmarks.chats $(FIGURES)

# How often the coach is right; with FIGURES=--write it is published in docs/coach.md.
bench-coach: $(VENV)/.dev
	$(BIN)/python -m tests.bench_coach $(FIGURES) $(DRAFTS)

# How often a sign of crisis is found; with FIGURES=--write it is published in docs/crisis.md.
bench-crisis: $(VENV)/.dev
	$(BIN)/python -m tests.bench_crisis $(FIGURES)

# How often the journal's guard is right; with FIGURES=--write it is published in docs/journal.md.
bench-loops: $(VENV)/.dev
	$(BIN)/python -m tests.bench_loops $(FIGURES)

docs: $(VENV)/.dev
	$(BIN)/python -m docs.make

format: $(VENV)/.dev
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "amends needs Python 3.11 or newer; try: make PYTHON=/path/to/python3.11"; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python could not make its folder; on Debian or Ubuntu: sudo apt install python3-venv"; exit 2; }

$(VENV)/.base: requirements/base.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/base.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.base
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

# The lock files: every package with its hashes, for every platform.
lock:
	$(PYTHON) -m venv .lock && .lock/bin/pip install --quiet uv
	cd requirements && ../.lock/bin/uv pip compile ../pyproject.toml build.in --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -o base.txt
	cd requirements && ../.lock/bin/uv pip compile ../pyproject.toml build.in --all-extras --group ../pyproject.toml:check --group ../pyproject.toml:test --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet -c base.txt -o dev.txt
	rm -rf .lock

clean:
	rm -rf $(VENV) .bench .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
