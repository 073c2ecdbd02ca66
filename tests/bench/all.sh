#!/bin/sh
# Everything that docs/performance.md has a table of, best on a machine that does nothing else.
set -e
cd "$(dirname "$0")/../.."
cargo build --release
cargo bench --bench statistics
cargo bench --bench report
cargo bench --bench screen
cargo bench --bench load -- 10
python3 tests/bench/others.py
python3 tests/bench/others.py 100000
cargo bench --bench cold
