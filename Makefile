# Everything runs in a virtual environment of its own, made on first use; only Python 3.11+ with pip is needed.

PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$each; break; }; done)
VENV ?= .venv
BIN = $(VENV)/bin
DATA ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help demo test lint types unit gate train bench-reader bench-claims bench-corroboration bench-system clean

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 24

demo: $(VENV)/.ready ## install, read the example reports, ask who gives what to whom, on whose word, and write the report
	@mkdir -p .build && rm -f .build/examples.sayso .build/examples.sayso-*
	$(BIN)/sayso read examples/*.txt examples/oil-retold.jsonl --ledger .build/examples.sayso
	@echo; echo "Who gives what to whom, on whose word:"; echo
	@$(BIN)/sayso claims .build/examples.sayso --kind transfer
	@echo; echo "Which of this several reports tell, and how many origins stand behind it:"; echo
	@$(BIN)/sayso matters .build/examples.sayso --kind transfer --limit 3
	@echo; echo "What North Korea and Russia give each other, by what the reports say:"; echo
	@$(BIN)/sayso exchange .build/examples.sayso PRK RUS --limit 3
	@echo; $(BIN)/sayso report .build/examples.sayso --output .build/examples.html --quiet
	@echo "All of it to look at, each number with its sentence: open .build/examples.html in a browser"
	@echo "Everything else: $(BIN)/sayso --help; $(BIN)/sayso dossier .build/examples.sayso PRK RUS; $(BIN)/sayso serve .build/examples.sayso"

test: lint types unit gate ## what a change must pass: lint, types, unit tests, quality gate

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-dev
	$(BIN)/mypy

unit: $(VENV)/.ready-dev
	$(BIN)/pytest

gate: $(VENV)/.ready-dev
	$(BIN)/python -m benchmarks.gate --data $(DATA)

train: $(VENV)/.ready-train ## train the reader's weights again from the data folder (DATA=...)
	$(BIN)/python -m training --data $(DATA)

bench-reader: $(VENV)/.ready-bench ## measure the reader beside spaCy and print one table (DATA=...)
	$(BIN)/python -m benchmarks.bench_reader --data $(DATA)

bench-claims: $(VENV)/.ready-bench ## measure claims against gold, other corpora, translations and spaCy, in one table (DATA=...)
	$(BIN)/python -m benchmarks.bench_claims --data $(DATA)

bench-corroboration: $(VENV)/.ready-bench ## measure origins, copies, translations, stories and agreement, in one table (DATA=...)
	$(BIN)/python -m benchmarks.bench_corroboration --data $(DATA)

bench-system: $(VENV)/.ready-dev ## measure the system of states: speed, memory, and what its dossiers list (DATA=...)
	$(BIN)/python -m benchmarks.bench_system --data $(DATA)

clean: ## remove the environment and what tools left behind
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .build

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "sayso needs Python 3.11 or later, and none was found" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV) || { $(PYTHON) -m pip install --user virtualenv && $(PYTHON) -m virtualenv $(VENV); }

$(VENV)/.ready: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.ready-%: $(VENV)/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[$*]'
	@touch $@ $(VENV)/.ready
