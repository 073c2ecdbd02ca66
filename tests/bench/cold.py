#!/usr/bin/env python3
"""A cold `caselog stats` beside the sqlite3 shell: whole commands over the same invented contacts.

    python3 tests/bench/cold.py [CONTACTS]      100,000 by default

The shell reads a plain file with an index that covers the question; caselog opens its encrypted store and reads the
kept facts, which the first `stats` after the import, told apart, makes from the whole log. What it takes to open the
store, the derivation of the key for the most part, is measured by a command that reads one record, and taken off. Needs `sqlite3` and a release build (cargo build --release).
"""

import csv
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
QUESTION = "SELECT role, substr(at, 1, 7) AS month, count(*) FROM contacts GROUP BY role, month"


RUNS = 11


def time_of(command):
    """How long a command takes, in milliseconds."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - start) * 1000


def shortest(command):
    """The shortest of so many runs of a command."""
    return min(time_of(command) for _ in range(RUNS))


def write(path, contacts):
    """Contacts of ten years, as import takes them."""
    chance = random.Random(1)
    roles = ["victim", "witness", "seller", "buyer", "young_person", "suspect", ""]
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["ref", "at", "role", "note"])
        for number in range(contacts):
            day = number * 3650 // contacts
            year, month, date = 2010 + day // 365, day % 365 // 31 + 1, day % 28 + 1
            note = f"Invented talk number {number}, calm; wants to come back."
            rows.writerow([f"C{number:07}", f"{year}-{month:02}-{date:02}T12:00", chance.choice(roles), note])


def main():
    contacts = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write(folder / "contacts.csv", contacts)
        (folder / "passphrase").write_text("seven invented words for a bench\n", encoding="utf-8")
        caselog = [TARGET / "release" / "caselog", "--store", folder / "store", "--passphrase-file", folder / "passphrase"]
        for command in (["init"], ["import", folder / "contacts.csv"]):
            subprocess.run([*caselog, *command], stdout=subprocess.DEVNULL, check=True)
        base = sqlite3.connect(folder / "contacts.db")
        base.execute("CREATE TABLE contacts (ref TEXT, at TEXT, role TEXT, note TEXT)")
        with open(folder / "contacts.csv", encoding="utf-8") as file:
            base.executemany("INSERT INTO contacts VALUES (?, ?, ?, ?)", list(csv.reader(file))[1:])
        base.execute("CREATE INDEX covering ON contacts (role, at)")
        base.commit()
        base.close()
        stats = [*caselog, "stats", "--measure", "contacts", "--rows", "role", "--columns", "month", "--format", "csv"]
        first = time_of(stats)
        whole = shortest(stats)
        opening = shortest([*caselog, "find", "C0000001"])
        shell = shortest(["sqlite3", folder / "contacts.db", QUESTION])
    own = whole - opening
    print(f"{contacts} contacts, milliseconds: stats {whole:.0f}, opening {opening:.0f}, so stats alone {own:.1f}, "
          f"the first time {first - opening:.0f};")
    print(f"the sqlite3 shell {shell:.1f}, {shell / own:.2f} times stats alone")


main()
