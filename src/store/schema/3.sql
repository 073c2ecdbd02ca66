-- Version 3: the facts are kept, so that statistics need not read every record first.

-- At most one row. What it holds follows from the records and says nothing of its own: where it is missing, or does not
-- fit, the records are read. Erasing takes it out.
CREATE TABLE facts_snapshot (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    -- The journal's newest entry when it was made, and that entry's hash: another journal's snapshot does not fit.
    seq INTEGER NOT NULL,
    hash BLOB NOT NULL,
    -- CRC-32 of the content: pages of two snapshots put together are no snapshot.
    checksum INTEGER NOT NULL,
    content BLOB NOT NULL
) STRICT;
