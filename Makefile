# Every command is shown as it runs, so that it can be typed where there is no make.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check -c constraints.txt

.PHONY: demo test check evals clean

# Fetches the embedded model once (1.1 GB), then summarises an article of our own without a key.
demo: .venv/with-local
	$(BIN)/summarizer models pull
	$(BIN)/summarizer summarize evals/articles/ice-leadership.txt --published 2025-05-29

test: .venv/with-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest
	$(BIN)/summarizer eval run --replay --gate
	$(BIN)/summarizer eval stories --replay --gate

# The same without the tests that fetch and run the embedded model.
check: .venv/with-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -m "not model"
	$(BIN)/summarizer eval run --replay --gate
	$(BIN)/summarizer eval stories --replay --gate

# Every system of the comparison, from the recordings; a page with all claims in build/evals.html.
evals: .venv/with-dev
	@mkdir -p build
	$(BIN)/summarizer eval run --replay --gate --report build/evals.html \
	  --system lead --system naive --system pipeline

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Python 3.11 or newer is needed and $(PYTHON) is not; name one: make PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 2; }

.venv/with-local: .venv/bin/python pyproject.toml constraints.txt
	$(PIP) -e '.[local]'
	@touch $@

.venv/with-dev: .venv/bin/python pyproject.toml constraints.txt
	$(PIP) -e '.[dev]'
	@touch $@
