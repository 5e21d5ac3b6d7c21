# Two commands do everything on a fresh machine: `make site` and `make test`. `make help` lists the rest.

# One configuration serves the tool, the tests and the site, so that a fresh clone compiles everything once.
CONFIG ?= release
LESSONS = .build/$(CONFIG)/lessons
SOURCES = Sources Tests Package.swift
# Which of the numbered cases of faults have run.
CASES = $(abspath .build/cases)

# Where `make install` goes, and a folder to be taken for the root of the system, for whoever makes packages.
PREFIX ?= /usr/local
DESTDIR ?=
STAGE = .build/stage

.PHONY: pdf stage install uninstall deb docc site serve test test-slow test-site test-fast lint format check accept bench fuzz clean help prerequisites tool

site: tool ## build the tool, run the course, write output/
	$(LESSONS) build lessons -o output

serve: tool ## the course in a browser, kept up to date while it is written
	$(LESSONS) serve lessons --open

test: prerequisites lint ## formatting, unit and fixture tests, and `lessons check` on the course
	swift build -c $(CONFIG) --build-tests
	rm -f $(CASES)
	LESSONS_CASES=$(CASES) swift test -c $(CONFIG) --skip-build
	$(LESSONS) check lessons
	$(LESSONS) check README.md
	$(LESSONS) check Sources/LessonKit/Guides
	$(LESSONS) check Sources/lessons/Guide
	$(MAKE) test-site
	python3 Tests/HouseTests/cases.py $(CASES)

# One part after the other, and every part whatever came of those before.
SLOW = StrangeToolchainTests CacheDamageTests KillTests ParserBombTests FaultTests
test-slow: prerequisites tool ## every row of the long tables of which `make test` takes a sample, 5 000 lessons, and a real Slurm
	swift build -c $(CONFIG) --build-tests
	rm -f $(CASES)
	@red=; for part in $(SLOW); do echo "== $$part"; \
	  LESSONS_SLOW=1 LESSONS_CASES=$(CASES) swift test -c $(CONFIG) --skip-build --filter "CommandTests\.$$part" || red="$$red $$part"; done; \
	echo "== site"; LESSONS_SLOW=1 $(MAKE) test-site || red="$$red site"; \
	echo "== slurm"; Tests/SlowTests/slurm.sh $(LESSONS) || red="$$red slurm"; \
	python3 Tests/HouseTests/cases.py $(CASES) --slow || red="$$red cases"; \
	if [ -n "$$red" ]; then echo "red:$$red" >&2; exit 1; fi

test-site: site ## the built site in a real browser: axe, validator, links, weight, keyboard, paper
	LESSONS=$(abspath $(LESSONS)) Tests/SiteTests/run.sh output

pdf: site ## the book as a PDF with bookmarks, in .build/book.pdf
	PDF=$(abspath .build/book.pdf) Tests/SiteTests/run.sh output

test-fast: prerequisites ## unit tests alone
	swift test -c $(CONFIG) --skip CommandTests --skip WebAssembly

lint: ## formatting, strictly, and arrows between targets and folders that must not run up
	swift format lint --strict --recursive $(SOURCES)
	cd Tests/HouseTests && python3 -m unittest -q test_arrows.py test_cases.py
	python3 Tests/HouseTests/arrows.py
	python3 Tests/HouseTests/cases.py

format: ## format the sources in place
	swift format --in-place --recursive $(SOURCES)

check: tool ## recompute every number of the course and compare
	$(LESSONS) check lessons

accept: tool ## record new results in the lessons
	$(LESSONS) accept lessons

bench: tool ## speeds beside the bare compiler, as tables
	swift build -c $(CONFIG) --product Benchmarks
	.build/$(CONFIG)/Benchmarks $(LESSONS)

fuzz: prerequisites ## inputs that nobody wrote, for FUZZ_SECONDS (60): no crash, no hang, no message without a place
	swift build -c $(CONFIG) --product Fuzz
	.build/$(CONFIG)/Fuzz

stage: tool ## lay out in .build/stage what is installed
	Sources/Distribution/stage.sh .build/$(CONFIG) $(STAGE)

# With sudo nothing is built: what was staged before is copied.
install: ## install the tool below PREFIX (/usr/local); DESTDIR is put before it
	@if [ -z "$$SUDO_UID" ]; then $(MAKE) stage; elif [ ! -x $(STAGE)/bin/lessons ]; then \
	  echo "nothing is staged; run 'make stage' first, without sudo" >&2; exit 2; fi
	Sources/Distribution/install.sh $(STAGE) '$(PREFIX)' '$(DESTDIR)'

uninstall: ## remove what `make install` installed, and nothing else
	Sources/Distribution/uninstall.sh '$(PREFIX)' '$(DESTDIR)'

deb: stage ## a Debian package, in .build
	Sources/Distribution/deb.sh $(STAGE) .build

docc: prerequisites ## the documentation of LessonKit with its guides, in .build/LessonKit.doccarchive
	swift build -c $(CONFIG) --target LessonKit
	Sources/Distribution/docc.sh .build/$(CONFIG) .build/LessonKit.doccarchive

clean: ## remove what was built, the results kept in the cache and the site
	-$(LESSONS) clean
	rm -rf .build
	find output -mindepth 1 ! -name .gitignore -delete

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

# The compiler optimizes LessonKit on one thread: that goes on beside the build of the tool.
tool: prerequisites
	swift build -c $(CONFIG) --product kit
	.build/$(CONFIG)/kit & kit=$$!; swift build -c $(CONFIG) --product lessons && wait $$kit

# The Markdown library, the JavaScript engine, KaTeX, the sandbox and the mathematics of lessons come from the system. Installed where that can be done unasked, told exactly where it cannot.
PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev duktape-dev libjs-katex fonts-katex pkg-config bubblewrap musl-dev wasi-libc
KATEX = $(or $(LESSONS_KATEX),/usr/share/javascript/katex)
prerequisites:
	@command -v swift >/dev/null || { echo "lessons needs a Swift 6.3 toolchain; see swift.org/install" >&2; exit 2; }
	@pkg-config --exists libcmark-gfm 2>/dev/null && [ -e "$$(pkg-config --variable=includedir libcmark-gfm)/cmark-gfm-core-extensions.h" ] && \
	pkg-config --exists duktape 2>/dev/null && [ -e "$(KATEX)/katex.js" ] && [ -e "$(KATEX)/fonts/KaTeX_Main-Regular.woff2" ] && command -v bwrap >/dev/null && ls /usr/lib/*-linux-musl/libc.a /usr/lib/wasm32-wasi/libc.a >/dev/null 2>&1 || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends $(PACKAGES); \
	elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then \
	  sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends $(PACKAGES); \
	else \
	  echo "lessons needs the Markdown library cmark-gfm, the engine Duktape, KaTeX, bubblewrap, musl and wasi-libc. On Debian or Ubuntu: sudo apt-get install $(PACKAGES)" >&2; exit 2; \
	fi
