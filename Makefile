# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench compiled clean

demo: $(VENV)/app $(VENV)/grammar compiled
	@sh tools/need.sh java openjdk-17-jre-headless
	$(BIN)/copydesk languagetool install
	$(BIN)/copydesk check seeds --languagetool on --grammar on --format terminal --format html --output report.html || [ $$? -eq 1 ]
	@echo "The annotated draft is in report.html."

test: $(VENV)/dev compiled
	@sh tools/need.sh git git java openjdk-17-jre-headless chromium chromium npm npm mvn maven \
	  soffice libreoffice-writer-nogui
	$(BIN)/copydesk languagetool install --language en,ru,uk,de,fr,es
	$(MAKE) lint
	$(BIN)/copydesk rules test
	$(BIN)/python -m pytest

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/dev
	$(BIN)/python bench/run.py

$(VENV)/pip:
	@$(PYTHON) -c "import ensurepip" 2>/dev/null || sh tools/need.sh --package python3-venv
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	@touch $@

$(VENV)/app: $(VENV)/pip pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/grammar: $(VENV)/app
	$(BIN)/python -m pip install --quiet --editable ".[grammar]"
	@touch $@

$(VENV)/dev: $(VENV)/app
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

# An editable install is compiled on its first run, except where the environment forbids writing.
compiled: $(VENV)/app
	@$(BIN)/python -m compileall -q lint

clean:
	rm -rf $(VENV) build dist report.html
