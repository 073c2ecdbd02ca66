-- Version 2: what was printed is kept as it was.

-- One row per print, under the number of its journal entry. The entry has two commitments: one over `about` and
-- `content`, which never change, and one over `refs`. Erasing takes refs out and drops the salt of the second, so that
-- the chain still verifies.
CREATE TABLE prints (
    seq INTEGER PRIMARY KEY REFERENCES journal (seq),
    -- What the list of prints shows, so that it need not read them.
    about TEXT NOT NULL,
    content TEXT NOT NULL,
    -- A line for each figure: the kind of its records, a space, and their refs joined with `;`.
    refs TEXT NOT NULL
) STRICT;
