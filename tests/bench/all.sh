#!/bin/sh
# Everything that docs/performance.md has a table of, best on a machine that does nothing else.
set -e
cd "$(dirname "$0")/../.."
cargo bench --bench statistics
cargo bench --bench screen
python3 tests/bench/others.py
