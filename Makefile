# Concord. `make run` to see it, `make test` to prove it. Needs Go, Node (npm) and make.

export CGO_ENABLED = 0
LISTEN ?= 127.0.0.1:8642
RECORD ?= build/samples.db
GROW ?= 10000,30000,100000,300000,1000000
PLATFORMS = linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64

.DEFAULT_GOAL := build
.PHONY: build assets run setup test check bench bench-scale yardsticks model cross clean

## build: the program, bin/concord
build: assets
	@echo "== building bin/concord"
	@go build -trimpath -o bin/concord ./cmd/concord

## assets: what the map page loads, built from npm packages once
assets: web/dist/map.js
web/dist/map.js: web/package.json web/map/map.js web/bundle/main.go
	@echo "== fetching the map's packages from npm and building web/dist"
	@npm install --prefix web --no-audit --no-fund --no-package-lock --loglevel=error
	@go run ./web/bundle

## run: the sample reports taken into a new record, its incidents, and the workspace on loopback
run: build
	@rm -f $(RECORD) $(RECORD)-wal $(RECORD)-shm
	@mkdir -p $(dir $(RECORD))
	@echo "== taking the sample reports into $(RECORD)"
	@bin/concord add --db $(RECORD) samples
	@echo "== its incidents"
	@bin/concord incidents --db $(RECORD)
	@echo "== serving the workspace"
	@bin/concord serve --db $(RECORD) --listen $(LISTEN)

## setup: PostgreSQL and Chromium, which the tests use; installed by apt where that is allowed
setup:
	@bash scripts/setup

## test: everything is checked; PostgreSQL is started and stopped by the tests themselves
test: setup assets check
	@echo "== testing (PostgreSQL and Chromium are started by the tests)"
	@go test -timeout 9m ./...

## check: formatting and vet
check:
	@echo "== checking the code's form"
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$unformatted" ]; then echo "gofmt would change: $$unformatted"; exit 1; fi
	@go vet ./...

## bench: reading, adding and asking, at 1,000 claims; and github.com/jdkato/prose on the text that the parser is measured on
bench:
	@go test -run '^$$' -bench . ./...
	@echo "== from raw text to dependencies (concord/text), and to tags and names alone (github.com/jdkato/prose), on the same text"
	@go test ./text -run '^$$' -bench Parse
	@cd text/testdata/prose && go test -run '^$$' -bench .

## bench-scale: growth to a million reports on both engines (about an hour each, 8 and 9 GB of disk), asking, ceasefires: docs/benchmarks.md
bench-scale:
	@go test ./pipeline -run "^$$" -bench "Grow" -benchtime 1x -grow $(GROW) -timeout 0
	@go test ./pipeline -run "^$$" -bench "Add|Ask" -benchtime 50x -sizes 1000,10000,100000 -timeout 60m
	@go test ./pipeline -run "^$$" -bench "Threads" -benchtime 1x -truces 100000 -timeout 60m

## yardsticks: measures bin/concord on the yardsticks beside the repository
yardsticks: build
	@python3 ../shared/yardsticks/run.py bin/concord

## model: trains the shipped models anew from the data beside the repository
model:
	@go run ./text/train
	@mkdir -p build
	@python3 ../shared/yardsticks/muc4/yardstick.py inputs ../shared/yardsticks/muc4/tune > build/muc4.jsonl
	@echo "== learning extract/weights.tsv and extract/kinds.tsv"
	@go run ./extract/train
	@echo "== counting words for link/frequency.tsv"
	@go run ./link/train -frequency link/frequency.tsv
	@echo "== learning link/weights.tsv"
	@go run ./link/train

## cross: one static binary for each platform, build/concord-OS-ARCH
cross:
	@for platform in $(PLATFORMS); do \
		os=$${platform%/*}; arch=$${platform#*/}; suffix=; [ $$os = windows ] && suffix=.exe; \
		echo "== building for $$platform"; \
		GOOS=$$os GOARCH=$$arch go build -trimpath -ldflags='-s -w' -o build/concord-$$os-$$arch$$suffix ./cmd/concord || exit 1; \
	done

## clean: removes all that was built
clean:
	@rm -rf bin build web/node_modules
	@find web/dist -type f ! -name README.md -delete
