# make run   the dashboard on http://127.0.0.1:8501; needs Python ≥ 3.11 and make, nothing else
# make demo  the same with three invented years in a folder of their own
# make test  the whole suite, browser included

PORT ?= 8501
ADDRESS ?=
KILLS ?= 300
PYTHON ?=

# Always by the virtual environment's Python: scripts in .venv/bin carry the path they were made
# at, which breaks when the folder is moved or its name has a space.
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-color -q install

export NO_COLOR := 1
export PY_COLORS := 0
export PYTHONUTF8 := 1

# A .venv whose Python is gone (system upgrade, copied folder) is made again.
BROKEN := $(shell $(PY) -c '' 2>/dev/null || echo remake)

.PHONY: help run demo setup test check soak bench clean remake
.DELETE_ON_ERROR:

help:
	@echo 'make run [PORT=8501]  mở bảng theo dõi / start the dashboard'
	@echo 'make demo [PORT=8501] xem thử với số liệu mô phỏng ba năm / try it with invented figures'
	@echo 'make setup            chuẩn bị .venv / prepare .venv for development'
	@echo 'make test             chạy toàn bộ kiểm thử / run all tests'
	@echo 'make check            ruff, mypy, import-linter'
	@echo 'make soak [KILLS=300]  ngắt đột ngột khi đang công bố, nhiều lần / kill tests, many times'
	@echo 'make bench            đo tốc độ / benchmark'
	@echo 'make clean            xóa .venv và tệp tạm, giữ data/store, data/demo / remove .venv and caches'

run: .venv/product.stamp
	@exec $(PY) serve.py --port '$(PORT)' $(if $(ADDRESS),--address '$(ADDRESS)')

# The variable is set for the server alone: the example lies beside data/store, never in it.
demo: .venv/product.stamp
	@$(PY) -m ttpv demo
	@exec env TTPV_DATA_DIR=data/demo $(PY) serve.py --port '$(PORT)' $(if $(ADDRESS),--address '$(ADDRESS)')

setup: .venv/dev.stamp

# Browser tests come by themselves, two at a time: each has a server and a browser that want a
# processor, and its waits are for what people would wait for.
test: setup
	@$(PY) -m tests.programs.office \
		&& TTPV_BROWSER="$$($(PY) -m tests.programs.browser)" && export TTPV_BROWSER \
		&& $(PY) -m pytest --color=no -n auto --dist loadfile --ignore=tests/browser \
		&& $(PY) -m pytest --color=no -n 2 --dist loadfile tests/browser

check: setup
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'

soak: setup
	@TTPV_SOAK='$(KILLS)' $(PY) -m pytest --color=no tests/crash/test_kill.py

bench: setup
	@TTPV_BROWSER="$$($(PY) -m tests.programs.browser)" && export TTPV_BROWSER \
		&& $(PY) -m tests.bench

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp is written only after its step has succeeded, so an interrupted step runs again.
.venv/dev.stamp: requirements-dev.txt .venv/product.stamp
	@echo 'Cài công cụ phát triển… / Installing development tools…'
	@$(PIP) -r requirements-dev.txt
	@touch $@

.venv/product.stamp: requirements.txt .venv/python.stamp
	@echo 'Cài các gói của chương trình, lần đầu mất khoảng một phút… / Installing packages…'
	@$(PIP) -r requirements.txt
	@touch $@

.venv/python.stamp: $(BROKEN)
	@for python in $(if $(PYTHON),'$(PYTHON)',python3.14 python3.13 python3.12 python3.11 python3); do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		"$$python" -c 'import ensurepip, venv' 2>/dev/null || { lacking="$$python"; continue; }; \
		"$$python" -m venv --clear .venv && touch $@ && exit 0; \
		exit 1; \
	done; \
	if [ -n "$$lacking" ]; then \
		echo "$$lacking thiếu mô-đun venv. Hãy cài gói python3-venv (Debian, Ubuntu: sudo apt install python3-venv)." >&2; \
		echo "$$lacking lacks the venv module. Install python3-venv (Debian, Ubuntu: sudo apt install python3-venv)." >&2; \
	else \
		echo 'Cần Python 3.11 trở lên. Hãy cài từ python.org hoặc kho gói của hệ điều hành; nếu đã có: make run PYTHON=/đường/dẫn/python3' >&2; \
		echo 'Python 3.11 or newer is needed. Install it from python.org or your package manager; if you have one: make run PYTHON=/path/to/python3' >&2; \
	fi; \
	exit 1
