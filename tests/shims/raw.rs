//! A store as another program would open it: from the form of its files alone, without the library.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rusqlite::Connection;
use serde_json::Value;
use std::path::Path;

/// The version of the tables that this program writes.
pub const VERSION: i64 = 3;

fn bytes(hex: &Value) -> Vec<u8> {
    let hex = hex.as_str().unwrap();
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

/// The database of a store, opened by its passphrase.
pub fn open(folder: &Path, passphrase: &str) -> Connection {
    let keys: Value = serde_json::from_str(&std::fs::read_to_string(folder.join("keys.json")).unwrap()).unwrap();
    let slot = &keys["passphrase"];
    let number = |name: &str| slot["argon2id"][name].as_u64().unwrap() as u32;
    let params = Params::new(number("memory"), number("passes"), 1, Some(32)).unwrap();
    let mut derived = [0; 32];
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(passphrase.as_bytes(), &bytes(&slot["salt"]), &mut derived).unwrap();
    let salt = slot["salt"].as_str().unwrap();
    let associated = format!("caselog 1 passphrase argon2id {} {} {salt}", number("memory"), number("passes"));
    let nonce: [u8; 24] = bytes(&slot["nonce"]).try_into().unwrap();
    let payload = Payload { msg: &bytes(&slot["wrapped"]), aad: associated.as_bytes() };
    let key = XChaCha20Poly1305::new(&derived.into()).decrypt(&XNonce::from(nonce), payload).unwrap();
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    let connection = Connection::open(folder.join("caselog.db")).unwrap();
    connection.pragma_update(None, "key", format!("x'{hex}'")).unwrap();
    connection
}

/// Makes a store one of a later program: another version of the tables, a table, a column and a setting more.
pub fn make_newer(folder: &Path, passphrase: &str) {
    let connection = open(folder, passphrase);
    assert_eq!(connection.pragma_query_value(None, "user_version", |row| row.get(0)), Ok(VERSION));
    let sql = "ALTER TABLE persons ADD COLUMN shoe_size TEXT; CREATE TABLE moods (id INTEGER PRIMARY KEY);
         UPDATE project SET content = json_set(content, '$.colour', json('{\"of\": [\"sky\"]}'));
         PRAGMA user_version = 99;";
    connection.execute_batch(sql).unwrap();
}

/// Every file of a folder with its bytes, but for who has it open.
pub fn files(folder: &Path) -> Vec<(std::ffi::OsString, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let mut files: Vec<_> = entries.map(|e| (e.file_name(), std::fs::read(e.path()).unwrap())).collect();
    files.retain(|(name, _)| name != "opened-by");
    files.sort();
    files
}
