//! The key file: the data key wrapped by the passphrase and by the recovery code (safety: "Encryption at rest").
//!
//! Its checksum needs no key, so that damage and a wrong passphrase are never confused: checksum wrong is damage,
//! checksum right and the wrapped key unauthentic is a wrong passphrase.

use super::digest::{from_hex, hash, hex};
use super::error::Error;
use super::kdf::Kdf;
use super::recovery::RecoveryCode;
use super::secret::{DataKey, Passphrase};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The version of the key file that this program writes.
const VERSION: u32 = 1;
/// What follows the checksum, which is the last member of the file.
const END: &str = "\"\n}\n";

/// What opens a store.
pub enum Unlock<'a> {
    Passphrase(&'a Passphrase),
    Recovery(&'a RecoveryCode),
}

/// What was typed to open a store: a recovery code in the place of the passphrase is known by its form.
pub(super) enum Typed {
    Passphrase(Passphrase),
    Recovery(RecoveryCode),
}

impl Typed {
    pub fn of(mut typed: Zeroizing<String>) -> Typed {
        match RecoveryCode::parse(&typed) {
            Ok(code) => Typed::Recovery(code),
            Err(_) => Typed::Passphrase(Passphrase::new(std::mem::take(&mut *typed))),
        }
    }

    pub fn as_unlock(&self) -> Unlock<'_> {
        match self {
            Typed::Passphrase(passphrase) => Unlock::Passphrase(passphrase),
            Typed::Recovery(code) => Unlock::Recovery(code),
        }
    }
}

/// The key file as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    version: u32,
    /// Goes up by one with every change of a slot, so that of two whole copies the newer is known.
    pub generation: u64,
    passphrase: Slot,
    recovery: Slot,
    checksum: String,
}

/// Why a key file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Damaged,
    /// Written by a newer version of the program: the version of the file.
    Newer(u32),
}

/// What all versions of the key file have.
#[derive(Deserialize)]
struct Version {
    version: u32,
}

/// The data key wrapped by one secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Slot {
    argon2id: Kdf,
    salt: String,
    nonce: String,
    /// XChaCha20-Poly1305, with the parameters and the salt as associated data.
    wrapped: String,
    /// Over all of the above.
    checksum: String,
}

impl KeyFile {
    /// The first key file of a store.
    pub fn new(key: &DataKey, passphrase: &Passphrase, recovery: &RecoveryCode, kdf: Kdf) -> Result<KeyFile, Error> {
        Ok(KeyFile {
            version: VERSION,
            generation: 1,
            passphrase: Slot::wrap("passphrase", key, passphrase.as_bytes(), kdf)?,
            recovery: Slot::wrap("recovery", key, recovery.as_bytes(), kdf)?,
            checksum: String::new(),
        })
    }

    /// The same with another passphrase.
    ///
    /// # Errors
    /// `NoMemory`, `NoRandomness`.
    pub fn with_passphrase(&self, key: &DataKey, passphrase: &Passphrase, kdf: Kdf) -> Result<KeyFile, Error> {
        let passphrase = Slot::wrap("passphrase", key, passphrase.as_bytes(), kdf)?;
        Ok(KeyFile { passphrase, generation: self.generation + 1, ..self.clone() })
    }

    /// The same with another recovery code.
    ///
    /// # Errors
    /// `NoMemory`, `NoRandomness`.
    pub fn with_recovery(&self, key: &DataKey, code: &RecoveryCode, kdf: Kdf) -> Result<KeyFile, Error> {
        let recovery = Slot::wrap("recovery", key, code.as_bytes(), kdf)?;
        Ok(KeyFile { recovery, generation: self.generation + 1, ..self.clone() })
    }

    /// Reads a key file.
    ///
    /// # Errors
    /// `Damaged` if a single bit of it is not as it was written; `Newer` if a newer version of the program wrote it.
    pub fn parse(text: &[u8]) -> Result<KeyFile, Unreadable> {
        let text = signed(text).ok_or(Unreadable::Damaged)?;
        match serde_json::from_str(text) {
            Ok(Version { version }) if version > VERSION => return Err(Unreadable::Newer(version)),
            _ => {}
        }
        let file: KeyFile = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
        let whole = file.passphrase.is_whole("passphrase") && file.recovery.is_whole("recovery");
        if whole { Ok(file) } else { Err(Unreadable::Damaged) }
    }

    /// The text of the file.
    pub fn to_text(&self) -> String {
        let unsigned = KeyFile { checksum: String::new(), ..self.clone() };
        // A struct of numbers and texts has no value that JSON lacks.
        let text = serde_json::to_string_pretty(&unsigned).unwrap_or_default() + "\n";
        let body = text.strip_suffix(END).unwrap_or_default();
        format!("{body}{}{END}", checksum_of(body))
    }

    /// The data key.
    ///
    /// # Errors
    /// `WrongPassphrase`, `WrongRecoveryCode`; `NoMemory` if deriving asks for more than there is.
    pub fn unlock(&self, unlock: &Unlock) -> Result<DataKey, Error> {
        match unlock {
            Unlock::Passphrase(passphrase) => {
                self.passphrase.unwrap("passphrase", passphrase.as_bytes())?.ok_or(Error::WrongPassphrase)
            }
            Unlock::Recovery(code) => {
                self.recovery.unwrap("recovery", code.as_bytes())?.ok_or(Error::WrongRecoveryCode)
            }
        }
    }
}

/// The text of a file whose checksum is right, whatever its version.
fn signed(text: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(text).ok()?;
    let body = text.strip_suffix(END)?;
    let (body, checksum) = body.split_at_checked(body.len().checked_sub(64)?)?;
    (checksum_of(body) == checksum).then_some(text)
}

fn checksum_of(body: &str) -> String {
    hex(&hash("caselog key file", &[body.as_bytes()]))
}

impl Slot {
    fn wrap(name: &str, key: &DataKey, secret: &[u8], kdf: Kdf) -> Result<Slot, Error> {
        let (mut salt, mut nonce) = ([0; 16], [0; 24]);
        getrandom::fill(&mut salt)?;
        getrandom::fill(&mut nonce)?;
        let mut slot = Slot {
            argon2id: kdf,
            salt: hex(&salt),
            nonce: hex(&nonce),
            wrapped: String::new(),
            checksum: String::new(),
        };
        let associated = slot.associated(name);
        let payload = Payload { msg: key.as_bytes(), aad: associated.as_bytes() };
        let cipher = XChaCha20Poly1305::new((&*kdf.derive(secret, &salt)?).into());
        // The cipher refuses nothing under 256 GiB.
        slot.wrapped = hex(&cipher.encrypt(&XNonce::from(nonce), payload).unwrap_or_default());
        slot.checksum = slot.checksum_now(name);
        Ok(slot)
    }

    /// The key, or `None` if the secret is not the one that wrapped it.
    fn unwrap(&self, name: &str, secret: &[u8]) -> Result<Option<DataKey>, Error> {
        let parts = from_hex(&self.salt).zip(from_hex::<24>(&self.nonce)).zip(from_hex::<48>(&self.wrapped));
        let Some(((salt, nonce), wrapped)) = parts else { return Ok(None) };
        let cipher = XChaCha20Poly1305::new((&*self.argon2id.derive(secret, &salt)?).into());
        let associated = self.associated(name);
        let payload = Payload { msg: &wrapped, aad: associated.as_bytes() };
        let key = cipher.decrypt(&XNonce::from(nonce), payload).map(Zeroizing::new);
        Ok(key.ok().and_then(|key| DataKey::from_bytes(&key)))
    }

    /// Whether the checksum is right and the parameters are such as may be used.
    fn is_whole(&self, name: &str) -> bool {
        self.checksum == self.checksum_now(name)
            && self.argon2id.is_bearable()
            && from_hex::<16>(&self.salt).is_some()
            && from_hex::<24>(&self.nonce).is_some()
            && from_hex::<48>(&self.wrapped).is_some()
    }

    fn checksum_now(&self, name: &str) -> String {
        let associated = self.associated(name);
        hex(&hash("caselog key slot", &[associated.as_bytes(), self.nonce.as_bytes(), self.wrapped.as_bytes()]))
    }

    fn associated(&self, name: &str) -> String {
        let Kdf { memory, passes } = self.argon2id;
        format!("caselog {VERSION} {name} argon2id {memory} {passes} {}", self.salt)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHEAP: Kdf = Kdf { memory: 8, passes: 1 };

    fn passphrase(text: &str) -> Passphrase {
        Passphrase::new(text.to_owned())
    }

    fn key_file() -> (DataKey, RecoveryCode, KeyFile) {
        let (key, code) = (DataKey::random().unwrap(), RecoveryCode::random().unwrap());
        let file = KeyFile::new(&key, &passphrase("hemligt"), &code, CHEAP).unwrap();
        (key, code, file)
    }

    #[test]
    fn both_slots_open_and_nothing_else_does() {
        let (key, code, file) = key_file();
        let file = KeyFile::parse(file.to_text().as_bytes()).unwrap();
        for unlock in [Unlock::Passphrase(&passphrase("hemligt")), Unlock::Recovery(&code)] {
            assert_eq!(file.unlock(&unlock).unwrap().as_bytes(), key.as_bytes());
        }
        let wrong = file.unlock(&Unlock::Passphrase(&passphrase("hemligt ")));
        assert!(matches!(wrong, Err(Error::WrongPassphrase)));
        let other = RecoveryCode::random().unwrap();
        assert!(matches!(file.unlock(&Unlock::Recovery(&other)), Err(Error::WrongRecoveryCode)));
    }

    #[test]
    fn every_flipped_bit_is_damage() {
        let text = key_file().2.to_text().into_bytes();
        for at in 0..text.len() {
            for bit in 0..8 {
                let mut flipped = text.clone();
                flipped[at] ^= 1 << bit;
                assert_eq!(KeyFile::parse(&flipped), Err(Unreadable::Damaged), "byte {at}, bit {bit}");
            }
        }
        for cut in 0..text.len() {
            assert_eq!(KeyFile::parse(&text[..cut]), Err(Unreadable::Damaged), "cut at {cut}");
        }
    }

    #[test]
    fn a_slot_with_other_parameters_does_not_open() {
        let (_, _, file) = key_file();
        let mut cheaper = file.clone();
        cheaper.passphrase.argon2id.passes = 2;
        cheaper.passphrase.checksum = cheaper.passphrase.checksum_now("passphrase");
        let cheaper = KeyFile::parse(cheaper.to_text().as_bytes()).unwrap();
        assert!(cheaper.unlock(&Unlock::Passphrase(&passphrase("hemligt"))).is_err());
        let mut swapped = file.clone();
        std::mem::swap(&mut swapped.passphrase, &mut swapped.recovery);
        assert_eq!(KeyFile::parse(swapped.to_text().as_bytes()), Err(Unreadable::Damaged));
        let mut heavy = file;
        heavy.passphrase.argon2id.memory = 1024 * 1024 + 1;
        heavy.passphrase.checksum = heavy.passphrase.checksum_now("passphrase");
        assert_eq!(KeyFile::parse(heavy.to_text().as_bytes()), Err(Unreadable::Damaged));
    }

    #[test]
    fn a_newer_key_file_is_told_from_a_damaged_one() {
        let (_, _, file) = key_file();
        let newer = KeyFile { version: 2, ..file };
        assert_eq!(KeyFile::parse(newer.to_text().as_bytes()), Err(Unreadable::Newer(2)));
    }
}
