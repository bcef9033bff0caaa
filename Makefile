# The verbs of this project. `make` alone lists them. `.venv` and the front end are set up on the way where needed.

VENV := .venv
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready
UI := web/ui
BUILT := web/static/.vite/manifest.json
UI_SOURCES := $(shell find $(UI) -type f -not -path '*/node_modules/*' 2>/dev/null)

# Tests that take long (they build a wheel, read many articles) run with SLOW=1, as they do in CI.
TESTS := $(if $(SLOW),,-m 'not slow')
PORT ?= 1870

.PHONY: help setup demo test check bench serve docs screenshots constraints clean

help:
	@echo 'make demo    explore the example dispatches in a browser'
	@echo 'make test    run the tests (SLOW=1: all of them)'
	@echo 'make check   types, style, and the front end'"'"'s own checks'
	@echo 'make bench   scores and speed, beside the floors that they must keep (RAISE=1 raises these, LOWER=1 lowers them)'
	@echo 'make serve   explore your own store (PORT=1870)'
	@echo 'make docs    write the generated pages of docs/ anew (make screenshots: their pictures)'
	@echo 'make clean   remove what was built or installed here'

setup: $(READY) $(BUILT)

demo: setup
	$(RUN) -m graph demo --port $(PORT)

serve: setup
	$(RUN) -m graph serve --port $(PORT)

test: setup
	$(RUN) -m pytest -n auto $(TESTS) $(ARGS)

check: setup $(UI)/node_modules/.package-lock.json
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	cd $(UI) && npm run --silent check

bench: setup
	$(RUN) -m bench $(if $(RAISE),--raise) $(if $(LOWER),--lower)

docs: setup
	$(RUN) -m docs.generate

screenshots: setup
	$(RUN) -m docs.screens

# The environment: made from the first Python that is new enough, with every version fixed in constraints.txt.
$(READY): pyproject.toml constraints.txt hatch_build.py graph/language/search.pyx
	@test -x $(RUN) || { \
	  for python in $(PYTHON) python3.11 python3.12 python3.13 python3.14 python3; do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; python=; \
	  done; \
	  test -n "$$python" || { echo 'Depesche needs Python 3.11 or newer (PYTHON=/path/to/python3 names one).' >&2; exit 1; }; \
	  "$$python" -m venv $(VENV) || { echo 'Python cannot make a virtual environment; on Debian: apt install python3-venv.' >&2; exit 1; }; }
	$(RUN) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

# Changed sources of the front end are built again; the first build is made by the installation above.
$(BUILT): $(UI_SOURCES) | $(READY)
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

$(UI)/node_modules/.package-lock.json: $(UI)/package-lock.json
	cd $(UI) && npm ci --ignore-scripts --no-audit --no-fund --silent

constraints: $(READY)
	$(RUN) -m pip freeze --disable-pip-version-check --exclude-editable > constraints.txt

clean:
	rm -rf $(VENV) build dist graph/language/*.so graph/language/*.sources web/static $(UI)/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
