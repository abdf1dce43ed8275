# Two commands do all: `make serve` and `make test`. What they need they install, pinned, and skip if it is there.

WASM_PACK := 0.15.1
WASM_BINDGEN := 0.2.130
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
export CHROMIUM

.PHONY: serve test test-native test-browser bench sizes setup engine types page clean

serve: page
	cd www && npm run serve

# Each part prints its own counts; a part that fails ends the run.
test: test-native test-browser

test-native:
	@cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 || rustup component add clippy rustfmt
	cargo test --quiet
	cargo clippy --quiet --all-targets -- -D warnings
	cargo fmt --check

test-browser: page chromium
	cd www && npm test

bench: page chromium
	cargo bench
	cd www && npm run bench
	$(MAKE) sizes

# The size of what a page loads, compressed as a server would send it.
sizes: page
	node www/sizes.js

page: engine types
	cd www && npm run build

# Two modules of the same crate: the engine, for every page, and with the language, for those who write rules.
engine: setup
	$(call module,pkg,wasm)
	$(call module,authors,wasm$(comma)language)

comma := ,
WASM_OPT := npx wasm-opt -O3 --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext \
  --enable-mutable-globals --enable-reference-types --enable-multivalue --strip-debug --strip-producers
define module
wasm-pack build --target web --no-opt --profile browser --out-dir www/$(1) --out-name accordant . -- --no-default-features --features $(2)
cd www && $(WASM_OPT) $(1)/accordant_bg.wasm -o $(1)/accordant_bg.wasm
endef

types: setup
	mkdir -p www/generated
	cargo run --quiet -- pack --output www/generated/core.pack
	cargo run --quiet -- schema plan > www/generated/plan.schema.json
	cargo run --quiet -- schema report > www/generated/report.schema.json
	cd www && npm run types

setup: www/node_modules/.package-lock.json
	@rustup target list --installed | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown
	@wasm-bindgen --version 2>/dev/null | grep -qw $(WASM_BINDGEN) || cargo install --quiet wasm-bindgen-cli --version $(WASM_BINDGEN)
	@wasm-pack --version 2>/dev/null | grep -qw $(WASM_PACK) || cargo install --quiet --locked wasm-pack --version $(WASM_PACK)

www/node_modules/.package-lock.json: www/package-lock.json
	cd www && npm ci --no-audit --no-fund
	touch $@

.PHONY: chromium
chromium:
ifeq ($(CHROMIUM),)
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium
endif

clean:
	rm -rf target www/pkg www/authors www/dist www/generated www/node_modules
