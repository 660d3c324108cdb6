# `make help` lists what there is. Only Python 3.11+ and make are needed to start.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8000
DATA_DIR ?= data
UV_VERSION := 0.13.8

export DATA_DIR PORT
.DEFAULT_GOAL := help
.PHONY: help setup run port test check format bench lock screenshots clean

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: $(VENV)/.run static/vendor/.ready ## Install everything and migrate the database
	@$(BIN)/flask db upgrade

run: port setup ## Install, migrate, load the demo city when empty, and serve on http://127.0.0.1:8000
	@$(BIN)/flask demo laden
	@scripts/serve.sh

port:
	@scripts/need-port.sh $(PYTHON)

test: $(VENV)/.dev static/vendor/.ready ## Install what tests need and run them
	@scripts/need-chromium.sh
	@$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

check: $(VENV)/.dev static/vendor/.ready ## Lint, types, contracts, templates, tests on both databases
	@scripts/check.sh

format: $(VENV)/.dev ## Format code and templates
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format . ; $(BIN)/djlint --reformat --quiet templates ; true

bench: $(VENV)/.dev static/vendor/.ready ## Measure speed in one run, and keep the report in bench/report.md
	@$(BIN)/python -m bench

screenshots: $(VENV)/.dev static/vendor/.ready ## Make the pictures of the README
	@$(BIN)/python scripts/screenshots.py

lock: $(VENV)/.uv ## Renew the lock files after a change in requirements*.in
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links requirements.in -o requirements.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links requirements-dev.in -o requirements-dev.txt
	@$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links requirements-node.in -o requirements-node.txt

clean: ## Remove what was installed; the data stays
	rm -rf $(VENV) .venv-node node_modules static/vendor

$(VENV)/.uv:
	@scripts/need-python.sh $(PYTHON)
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv==$(UV_VERSION)" || echo "uv is not available; pip does the work"
	@touch $@

$(VENV)/.run: requirements.txt $(VENV)/.uv
	@scripts/install.sh $(BIN) requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	@scripts/install.sh $(BIN) requirements-dev.txt
	@touch $@

static/vendor/.ready: package-lock.json scripts/vendor.json scripts/vendor.mjs scripts/vendor-css.mjs $(VENV)/.run
	@scripts/vendor.sh $(BIN)
	@touch $@
