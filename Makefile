# Two commands matter: `make serve` and `make test`. `make help` tells the others.
.DEFAULT_GOAL := help
SHELL := /bin/bash

PYTHON ?= python3
VENV ?= .venv
SHARED ?= ../shared
DATA ?= $(SHARED)/data
BIN := $(VENV)/bin
PORT ?= 8000
FUZZ_SECONDS ?= 120
HOST ?= 127.0.0.1
export PORT HOST

.PHONY: help model serve prepare test lint types unit docs test-browser test-stores test-archive test-clients fuzz openapi score score-actors bench load memory lock format wheel clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/.runtime: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned dependencies into $(VENV): some minutes, 700 MB."
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

prepare: $(VENV)/.runtime ## environment, gazetteer and sample articles
	@$(BIN)/gazette gazetteer build
	@$(BIN)/gazette articles import --samples

serve: prepare ## start the service on http://$(HOST):$(PORT)
	@exec $(BIN)/gazette serve

test: $(VENV)/.dev prepare lint types unit ## everything that CI runs

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports --no-cache

types: $(VENV)/.dev
	$(BIN)/mypy

unit: $(VENV)/.dev
	$(BIN)/python -m pytest --numprocesses auto --cov --cov-report=term:skip-covered --cov-fail-under=90

test-browser: $(VENV)/.dev prepare ## the explorer in Debian's chromium; pictures in build/screenshots
	BROWSER=1 $(BIN)/python -m pytest tests/browser

build/clients/.ready: tests/clients/typescript/package-lock.json tests/clients/python/generator.lock
	@.ci/debian node=nodejs npm=npm
	@mkdir -p build/clients/typescript
	cp tests/clients/typescript/package*.json build/clients/typescript
	npm ci --prefix build/clients/typescript --ignore-scripts --no-audit --no-fund --silent
	$(PYTHON) -m venv build/clients/python
	build/clients/python/bin/pip install --quiet --disable-pip-version-check --require-hashes \
		-r tests/clients/python/generator.lock
	@touch $@

test-clients: $(VENV)/.dev prepare build/clients/.ready ## clients made of the contract, Spectral and schemathesis (needs Node)
	CLIENTS=build/clients $(BIN)/python -m pytest tests/clients

$(VENV)/.fuzz: requirements-fuzz.lock $(VENV)/.dev
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-fuzz.lock
	@touch $@

fuzz: $(VENV)/.fuzz ## coverage-guided fuzzing for FUZZ_SECONDS in all; what it finds is left in build/fuzz
	$(BIN)/python -m tests.fuzz --seconds $(FUZZ_SECONDS)

test-stores: $(VENV)/.dev prepare ## what needs PostgreSQL and Redis, which it starts for itself (Debian packages)
	@.ci/debian initdb=postgresql redis-server=redis-server
	STORES=1 $(BIN)/python -m pytest tests/stores

$(VENV)/.archive: requirements-archive.lock $(VENV)/.dev
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-archive.lock
	@touch $@

test-archive: $(VENV)/.archive prepare ## Ray Data and Spark on this machine (needs Java 17), some thousand articles
	ARCHIVE=1 $(BIN)/python -m pytest tests/archive

model: $(VENV)/.dev ## train the recogniser on the corpora in DATA
	$(BIN)/python -m training.recognizer.train --data $(DATA) --out service/data/recognizer

docs: $(VENV)/.dev ## the documentation, in build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "build/site/index.html"

openapi: $(VENV)/.runtime ## write openapi.yaml from the schemas
	$(BIN)/python -m service.web.openapi > openapi.yaml

score: prepare ## accuracy on the articles of tests/gold, and of SHARED when it is there
	$(BIN)/python -m bench.score --shared $(SHARED)

score-actors: prepare ## joining and metonymy on the corpora in DATA
	$(BIN)/python -m bench.actors --data $(DATA)

bench: prepare ## time and memory, as ratios to the bare model
	$(BIN)/python -m bench.speed

# locust has an environment of its own: it changes the sockets of any Python that imports it, pytest's too.
SECONDS := $(if $(filter command line environment,$(origin SECONDS)),$(SECONDS),300)
REQUESTS ?= 50000

.venv-load/.made: requirements-load.lock
	$(PYTHON) -m venv .venv-load
	.venv-load/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-load.lock
	@touch $@

load: .venv-load/.made prepare ## twice the load that the service can carry, for SECONDS (300)
	.venv-load/bin/python -m bench.load --seconds $(SECONDS) --python $(BIN)/python

memory: prepare ## does a worker grow with what it reads? REQUESTS (50000)
	$(BIN)/python -m bench.memory --requests $(REQUESTS)

lock: ## pin the dependencies anew, with hashes
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --constraint requirements.lock \
		--extra dev --extra parquet \
		--output-file requirements-dev.lock pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --constraint requirements-dev.lock \
		--output-file requirements-archive.lock tests/archive/engines.in
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --output-file requirements-fuzz.lock tests/fuzz/fuzz.in
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host \
		--output-file tests/clients/python/generator.lock tests/clients/python/generator.in
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --output-file requirements-load.lock bench/load.in

format: $(VENV)/.dev ## format and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

wheel: $(VENV)/.runtime ## the package, with its data, in dist/
	$(BIN)/pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation --wheel-dir dist .

clean: ## remove what was built, but not the environment
	rm -rf build dist .coverage htmlcov
