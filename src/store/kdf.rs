//! Deriving a key from a passphrase: Argon2id, tuned to the machine (safety: "Encryption at rest").

use super::error::Error;
use argon2::{Algorithm, Argon2, Params, Version};
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};
use zeroize::Zeroizing;

/// No key file may ask for more memory than this, in KiB: 1 GiB.
const MOST_MEMORY: u32 = 1024 * 1024;
/// No key file may ask for more passes than this.
const MOST_PASSES: u32 = 1000;
/// A new store asks for at least this much memory, in KiB, and as many passes.
const LEAST: Kdf = Kdf { memory: 64 * 1024, passes: 3 };
/// Tuning goes up to this much memory, in KiB, before it adds passes: an old machine must open the store too.
const AMPLE_MEMORY: u32 = 256 * 1024;
/// How long a derivation is to take.
const TARGET: Duration = Duration::from_secs(1);

/// The parameters of Argon2id (version 0x13, one lane).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kdf {
    /// In KiB.
    pub memory: u32,
    pub passes: u32,
}

impl Kdf {
    /// Parameters that take about a second on this machine, never under 64 MiB and 3 passes.
    ///
    /// # Errors
    /// `NoMemory`.
    pub fn tuned() -> Result<Kdf, Error> {
        let start = Instant::now();
        LEAST.derive(b"", &[0; 16])?;
        Ok(LEAST.scaled(start.elapsed()))
    }

    /// The parameters that take the target's time if these took `time`.
    fn scaled(self, time: Duration) -> Kdf {
        let times = (TARGET.as_secs_f64() / time.as_secs_f64().max(0.001)).max(1.0);
        let memory = (f64::from(self.memory) * times).min(f64::from(AMPLE_MEMORY)) as u32;
        let rest = times * f64::from(self.memory) / f64::from(memory);
        let passes = ((f64::from(self.passes) * rest) as u32).clamp(self.passes, MOST_PASSES);
        Kdf { memory, passes }
    }

    /// Whether the parameters are within what is ever derived.
    pub fn is_bearable(self) -> bool {
        (8..=MOST_MEMORY).contains(&self.memory) && (1..=MOST_PASSES).contains(&self.passes)
    }

    /// The key of 32 bytes for a secret and a salt.
    ///
    /// # Errors
    /// `NoMemory` if the parameters ask for more than there is, or than is bearable.
    pub fn derive(self, secret: &[u8], salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, Error> {
        let refused = || Error::NoMemory { kibibytes: self.memory };
        if !self.is_bearable() {
            return Err(refused());
        }
        let parameters = Params::new(self.memory, self.passes, 1, Some(32)).map_err(|_| refused())?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
            .hash_password_into(secret, salt, &mut *key)
            .map_err(|_| refused())?;
        Ok(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tuning_takes_memory_first_and_never_less_than_the_least() {
        let scaled = |millis| LEAST.scaled(Duration::from_millis(millis));
        assert_eq!(scaled(1000), LEAST);
        assert_eq!(scaled(5000), LEAST);
        assert_eq!(scaled(500), Kdf { memory: 128 * 1024, passes: 3 });
        assert_eq!(scaled(250), Kdf { memory: 256 * 1024, passes: 3 });
        assert_eq!(scaled(125), Kdf { memory: 256 * 1024, passes: 6 });
        assert!(scaled(0).is_bearable());
    }

    #[test]
    fn more_than_a_gibibyte_is_refused_before_it_is_used() {
        for kdf in [Kdf { memory: MOST_MEMORY + 1, passes: 1 }, Kdf { memory: 8, passes: u32::MAX }] {
            assert!(matches!(kdf.derive(b"", &[0; 16]), Err(Error::NoMemory { .. })), "{kdf:?}");
        }
    }
}
