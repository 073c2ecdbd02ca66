#!/usr/bin/env python3
"""The same counts over the same contacts by DuckDB in one thread, by SQL with a covering index, and by hledger.

    python3 tests/bench/others.py [CONTACTS]      1,000,000 by default

The program's own times come from `cargo bench --bench statistics`, started here so that all are of one run. DuckDB is
the package `duckdb` of PyPI (pip install duckdb), hledger Debian's; what is not installed is passed over. hledger
reads text anew for every question, and is asked only up to 100,000 contacts.
"""

import csv
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]

# By the name that the benchmark prints: SQL that counts the same, with every cell of the table.
QUESTIONS = {
    "contacts role x month": "SELECT role, substr(day, 1, 7) AS month, count(*) FROM contacts WHERE reached = 1"
    " AND day BETWEEN '2010-01-01' AND '2019-12-31' GROUP BY role, month",
    "contacts role x month source:self,outreach": "SELECT role, substr(day, 1, 7) AS month, count(*) FROM contacts"
    " WHERE reached = 1 AND source IN ('self', 'outreach') AND day BETWEEN '2010-01-01' AND '2019-12-31'"
    " GROUP BY role, month",
    "contacts role x source": "SELECT role, source, count(*) FROM contacts WHERE reached = 1"
    " AND day BETWEEN '2010-01-01' AND '2019-12-31' GROUP BY role, source",
    "persons - x quarter": "SELECT substr(day, 1, 4) AS year, (substr(day, 6, 2) + 2) / 3 AS quarter,"
    " count(DISTINCT person) FROM contacts WHERE reached = 1 AND day BETWEEN '2010-01-01' AND '2019-12-31'"
    " GROUP BY year, quarter",
}
# DuckDB has days of its own, which it is quicker with than with text.
FOR_DUCKDB = {
    "substr(day, 1, 7) AS month": "date_trunc('month', day) AS month",
    "substr(day, 1, 4) AS year, (substr(day, 6, 2) + 2) / 3 AS quarter": "year(day) AS year, quarter(day) AS quarter",
}


def shortest(run, times):
    """The shortest of several runs, in milliseconds, so that other work on the machine counts least."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        found.append((time.perf_counter() - start) * 1000)
    return min(found)


def own(contacts, folder):
    """Times of the program by question, in milliseconds; writes the contacts into the folder."""
    command = ["cargo", "bench", "--bench", "statistics", "--", str(contacts), f"--write={folder}"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    print(run.stdout)
    found = {}
    for line in run.stdout.splitlines():
        for question in QUESTIONS:
            fields = line.split()
            # contacts, the question, time, time of the plain read, ratio
            if " ".join(fields[1:-3]) == question:
                found[question] = float(fields[-3]) / 1000
    return found


def sql(folder):
    """SQLite, with an index that covers every column asked for."""
    base = sqlite3.connect(folder / "contacts.db")
    base.execute("CREATE TABLE contacts (day TEXT, role TEXT, source TEXT, person INTEGER, reached INTEGER)")
    with open(folder / "contacts.csv", encoding="utf-8") as file:
        rows = csv.reader(file)
        next(rows)
        base.executemany("INSERT INTO contacts VALUES (?, ?, ?, ?, ?)", rows)
    base.execute("CREATE INDEX covering ON contacts (reached, day, role, source, person)")
    base.execute("ANALYZE")
    base.commit()
    return {q: shortest(lambda text=text: base.execute(text).fetchall(), 3) for q, text in QUESTIONS.items()}


def duck(folder):
    """DuckDB in one thread, the table in memory."""
    try:
        import duckdb
    except ImportError:
        return None
    base = duckdb.connect()
    base.execute("SET threads = 1")
    base.execute(
        "CREATE TABLE contacts AS SELECT day::DATE AS day, role, source, person::INTEGER AS person,"
        f" reached::TINYINT AS reached FROM read_csv('{folder / 'contacts.csv'}', header = true, all_varchar = true)"
        " ORDER BY day"
    )
    found = {}
    for question, text in QUESTIONS.items():
        for ours, theirs in FOR_DUCKDB.items():
            text = text.replace(ours, theirs)
        found[question] = shortest(lambda text=text: base.execute(text).fetchall(), 10)
    return found


def ledger(folder, contacts):
    """hledger: a posting of 1 for each contact, by role and month."""
    if not shutil.which("hledger") or contacts > 100_000:
        return None
    journal = folder / "contacts.journal"
    with open(folder / "contacts.csv", encoding="utf-8") as file, open(journal, "w", encoding="utf-8") as out:
        for row in csv.DictReader(file):
            if row["reached"] == "1":
                out.write(f"{row['day']} contact\n    {row['role'] or 'unknown'}:{row['source']}  1\n    log\n")
    ask = ["hledger", "-f", journal, "balance", "--monthly", "--depth", "1", "not:log"]
    run = lambda: subprocess.run(ask, capture_output=True, check=True)
    return {"contacts role x month": shortest(run, 2)}


def main():
    contacts = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        ours = own(contacts, folder)
        others = {"DuckDB": duck(folder), "SQL": sql(folder), "hledger": ledger(folder, contacts)}
    print(f"{contacts} contacts; milliseconds, and how many times the program's own")
    print(f"{'question':<46}{'caselog':>10}" + "".join(f"{name:>20}" for name in others))
    for question in QUESTIONS:
        line = f"{question:<46}{ours[question]:>10.2f}"
        for times in others.values():
            found = (times or {}).get(question)
            line += f"{'-':>20}" if found is None else f"{found:>11.1f} {found / ours[question]:>7.0f}x"
        print(line)


main()
