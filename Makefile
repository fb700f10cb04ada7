# Every target that needs Swift says so when it is missing; every target that compiles first sees to the system packages.
# Release (build, demo, install, bench) and debug (test, lint) each keep their own results under .build.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# Colour is a flag of the compiler: on in a terminal and off in a pipe, it would have everything compiled twice.
BUILD := $(SWIFT) build --no-color-diagnostics
# The Swift runtime is linked in, so that an installed binary runs where there is no toolchain.
RELEASE := $(BUILD) -c release --product invoicematic --static-swift-stdlib
BINARY := .build/release/invoicematic
# Started all at once, 1,500 tests keep each other from the processor until the patient ones give up waiting. The end-to-end
# tests block a thread each while they wait for a screen, and so run by themselves.
TEST := SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=4 SWIFT_BACKTRACE=enable=no $(SWIFT) test --no-color-diagnostics --skip-build
DEBUG := $(BUILD) --build-tests --explicit-target-dependency-import-check error
SOURCES := Package.swift Sources Tests

BIN := $(DESTDIR)$(PREFIX)/bin
SHARE := $(DESTDIR)$(PREFIX)/share/invoicematic
MAN := $(DESTDIR)$(PREFIX)/share/man/man1

.PHONY: help demo test build lint format docs bench fuzz-api install uninstall clean packages swift

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

demo: build ## Build, then start on sample data that is not kept
	@$(BINARY) --demo

test: swift packages ## Run the whole test suite (debug)
	@Tests/Setup/system-packages --tests
	@$(DEBUG)
	@$(TEST) --skip EndToEndTests
	@$(TEST) --filter EndToEndTests

build: swift packages ## Build the program (release)
	@$(RELEASE)

lint: swift packages ## Check format, imports, dependencies and warnings (debug)
	@$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)
	@Tests/Lint/imports
	@$(DEBUG)

format: swift ## Format every Swift file in place
	@$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

docs: swift packages ## Write the pages that the program knows best: keys, roles, manual (debug)
	@$(SWIFT) build --product invoicematic
	@.build/debug/invoicematic reference keys >docs/keys.md
	@.build/debug/invoicematic reference roles >docs/roles.md
	@.build/debug/invoicematic reference man >docs/invoicematic.1

bench: build ## Measure speed and memory of the release build
	@Tests/Bench/run $(BINARY)

fuzz-api: swift packages ## Send the service what its API description allows and forbids (debug; PyPI)
	@$(BUILD) --product invoicematic
	@Tests/Fuzz/run .build/debug/invoicematic

# Under sudo what the user built is installed as it is: root would leave its own files in .build.
install: ## Put program, themes and manual under PREFIX (/usr/local), below DESTDIR when given
	@if [ -z "$${SUDO_USER:-}" ] || [ ! -x $(BINARY) ]; then $(MAKE) build; fi
	@install -d "$(BIN)" "$(SHARE)/themes" "$(MAN)"
	@install -s -m 755 $(BINARY) "$(BIN)/invoicematic"
	@install -m 644 themes/*.toml "$(SHARE)/themes/"
	@install -m 644 docs/invoicematic.1 "$(MAN)/"
	@echo "Installed $(BIN)/invoicematic, its manual, and its themes in $(SHARE)/themes."

uninstall: ## Take away what install put under PREFIX
	@rm -f "$(BIN)/invoicematic" "$(MAN)/invoicematic.1" $(patsubst themes/%,"$(SHARE)/themes/%",$(wildcard themes/*.toml))
	@rmdir "$(SHARE)/themes" "$(SHARE)" 2>/dev/null || true
	@echo "Removed $(BIN)/invoicematic, and the manual and themes that came with it."

clean: swift ## Remove what was compiled; fetched dependencies stay
	@$(SWIFT) package clean

packages:
	@Tests/Setup/system-packages

swift:
	@command -v "$(SWIFT)" >/dev/null || { echo "There is no Swift toolchain on the PATH. Install Swift 6.3 or later (https://www.swift.org/install/linux/), then run make again." >&2; exit 1; }
