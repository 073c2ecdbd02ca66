-- Version 1 of the store's tables. Never edited once released: a later version is a further migration.

-- One table per kind of record, one column per field with its canonical text; empty is NULL. Refs of other records
-- are checked when the transaction ends, so that an import may come in any order.
CREATE TABLE persons (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    alias TEXT,
    aka TEXT,
    birth TEXT,
    sex TEXT,
    country TEXT,
    district TEXT,
    language TEXT,
    protected TEXT,
    phone TEXT,
    safe_contact TEXT,
    note TEXT
) STRICT;

CREATE TABLE contacts (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    at TEXT,
    person TEXT REFERENCES persons (ref) DEFERRABLE INITIALLY DEFERRED,
    role TEXT,
    source TEXT,
    channel TEXT,
    reached TEXT,
    meeting TEXT REFERENCES contacts (ref) DEFERRABLE INITIALLY DEFERRED,
    offer TEXT,
    offer_answered TEXT,
    offer_reason TEXT,
    services TEXT,
    interview TEXT,
    offence TEXT,
    matter TEXT REFERENCES matters (ref) DEFERRABLE INITIALLY DEFERRED,
    minutes TEXT,
    note TEXT
) STRICT;
CREATE INDEX contacts_at ON contacts (at) WHERE at IS NOT NULL;
CREATE INDEX contacts_person ON contacts (person) WHERE person IS NOT NULL;
CREATE INDEX contacts_meeting ON contacts (meeting) WHERE meeting IS NOT NULL;
CREATE INDEX contacts_matter ON contacts (matter) WHERE matter IS NOT NULL;

CREATE TABLE referrals (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    date TEXT,
    person TEXT REFERENCES persons (ref) DEFERRABLE INITIALLY DEFERRED,
    contact TEXT REFERENCES contacts (ref) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT,
    organisation TEXT REFERENCES organisations (ref) DEFERRABLE INITIALLY DEFERRED,
    basis TEXT,
    consent TEXT,
    answer TEXT,
    answered TEXT,
    sent TEXT,
    confirmed TEXT,
    started TEXT,
    closed TEXT,
    result TEXT,
    note TEXT
) STRICT;
CREATE INDEX referrals_date ON referrals (date) WHERE date IS NOT NULL;
CREATE INDEX referrals_person ON referrals (person) WHERE person IS NOT NULL;
CREATE INDEX referrals_contact ON referrals (contact) WHERE contact IS NOT NULL;
CREATE INDEX referrals_organisation ON referrals (organisation) WHERE organisation IS NOT NULL;

CREATE TABLE follow_ups (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    due TEXT,
    person TEXT REFERENCES persons (ref) DEFERRABLE INITIALLY DEFERRED,
    contact TEXT REFERENCES contacts (ref) DEFERRABLE INITIALLY DEFERRED,
    referral TEXT REFERENCES referrals (ref) DEFERRABLE INITIALLY DEFERRED,
    task TEXT,
    every TEXT,
    done TEXT,
    cancelled TEXT,
    outcome TEXT,
    note TEXT
) STRICT;
CREATE INDEX follow_ups_due ON follow_ups (due) WHERE due IS NOT NULL;
CREATE INDEX follow_ups_person ON follow_ups (person) WHERE person IS NOT NULL;
CREATE INDEX follow_ups_contact ON follow_ups (contact) WHERE contact IS NOT NULL;
CREATE INDEX follow_ups_referral ON follow_ups (referral) WHERE referral IS NOT NULL;

CREATE TABLE activities (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    start TEXT,
    "end" TEXT,
    kind TEXT,
    title TEXT,
    organisations TEXT,
    audience TEXT,
    staff TEXT,
    place TEXT,
    planned TEXT,
    note TEXT
) STRICT;
CREATE INDEX activities_start ON activities (start) WHERE start IS NOT NULL;

CREATE TABLE matters (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    title TEXT,
    offence TEXT,
    opened TEXT,
    closed TEXT,
    participated TEXT,
    outcome TEXT,
    note TEXT
) STRICT;
CREATE INDEX matters_opened ON matters (opened) WHERE opened IS NOT NULL;

CREATE TABLE organisations (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    name TEXT,
    kind TEXT,
    agreement TEXT,
    commitment TEXT,
    fulfilled TEXT,
    note TEXT
) STRICT;

CREATE TABLE relations (
    id INTEGER PRIMARY KEY,
    ref TEXT NOT NULL UNIQUE,
    person TEXT REFERENCES persons (ref) DEFERRABLE INITIALLY DEFERRED,
    relation TEXT,
    other TEXT REFERENCES persons (ref) DEFERRABLE INITIALLY DEFERRED,
    note TEXT
) STRICT;
CREATE INDEX relations_person ON relations (person) WHERE person IS NOT NULL;
CREATE INDEX relations_other ON relations (other) WHERE other IS NOT NULL;

-- The highest number ever used in a ref of each kind, and its width in digits: a ref is never used again.
CREATE TABLE counters (
    kind TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    width INTEGER NOT NULL
) STRICT;

CREATE TABLE list_values (
    list TEXT NOT NULL,
    place INTEGER NOT NULL,
    code TEXT NOT NULL,
    label_sv TEXT NOT NULL,
    label_en TEXT NOT NULL,
    retired INTEGER NOT NULL,
    PRIMARY KEY (list, place),
    UNIQUE (list, code)
) STRICT;

-- project.json, in its one row.
CREATE TABLE project (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    content TEXT NOT NULL
) STRICT;

-- One entry per change. `hash` chains it to the entry before; `commitment` is over the commitments of its edits.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    undoes INTEGER REFERENCES journal (seq),
    commitment BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
CREATE INDEX journal_undoes ON journal (undoes) WHERE undoes IS NOT NULL;

-- The steps of each change, with what stood before and after. Erasing empties kind, ref, salt and content and leaves
-- the commitment, so that the chain still verifies.
CREATE TABLE journal_edits (
    id INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL REFERENCES journal (seq),
    kind TEXT,
    ref TEXT,
    salt BLOB,
    content TEXT,
    commitment BLOB NOT NULL
) STRICT;
CREATE INDEX journal_edits_seq ON journal_edits (seq);
CREATE INDEX journal_edits_ref ON journal_edits (kind, ref) WHERE ref IS NOT NULL;

-- What is being typed, until it is saved.
CREATE TABLE drafts (
    key TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

-- The text of each record as the search index sees it: a field to a column, so that no phrase spans two fields.
CREATE VIEW persons_text (row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8) AS
SELECT id, alias, aka, district, language, phone, safe_contact, note,
    replace(replace(replace(phone, ' ', ''), '-', ''), '+', '')
FROM persons;
CREATE VIEW contacts_text (row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8) AS
SELECT id, offer_reason, note, NULL, NULL, NULL, NULL, NULL, NULL
FROM contacts;
CREATE VIEW referrals_text (row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8) AS
SELECT id, note, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM referrals;
CREATE VIEW follow_ups_text (row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8) AS
SELECT id, task, outcome, note, NULL, NULL, NULL, NULL, NULL
FROM follow_ups;
CREATE VIEW activities_text (row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8) AS
SELECT id, title, place, note, NULL, NULL, NULL, NULL, NULL
FROM activities;
CREATE VIEW matters_text (row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8) AS
SELECT id, title, note, NULL, NULL, NULL, NULL, NULL, NULL
FROM matters;
CREATE VIEW organisations_text (row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8) AS
SELECT id, name, commitment, note, NULL, NULL, NULL, NULL, NULL
FROM organisations;
CREATE VIEW relations_text (row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8) AS
SELECT id, note, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM relations;

-- All of it under one number: that of the kind times 2^40 and that of the row, so that a kind is one stretch of the
-- index, newest last.
CREATE VIEW searchable (id, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8) AS
SELECT (0 << 40) + row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8 FROM persons_text
UNION ALL SELECT (1 << 40) + row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8 FROM contacts_text
UNION ALL SELECT (2 << 40) + row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8 FROM referrals_text
UNION ALL SELECT (3 << 40) + row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8 FROM follow_ups_text
UNION ALL SELECT (4 << 40) + row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8 FROM activities_text
UNION ALL SELECT (5 << 40) + row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8 FROM matters_text
UNION ALL SELECT (6 << 40) + row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8 FROM organisations_text
UNION ALL SELECT (7 << 40) + row, text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8 FROM relations_text;

CREATE VIRTUAL TABLE search USING fts5 (
    text_1, text_2, text_3, text_4, text_5, text_6, text_7, text_8,
    content = 'searchable',
    content_rowid = 'id',
    columnsize = 0,
    prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2"
);
-- A word taken out of a record leaves the index for good.
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
