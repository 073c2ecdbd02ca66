//! What opens the store, changed from the screen: never before what opens it now was typed.

use super::log::Log;
use crate::app::exchange::{Keys, Passphrase, RecoverySheet, Told};
use crate::store::{self, Error, Kdf, NewRecovery};

/// Changes what opens the store. A new recovery code stands ready in `recovery` until it is put in force.
///
/// # Errors
/// Those of the store; what opened it does so still.
pub fn change(log: &mut Log, order: Keys, recovery: &mut Option<NewRecovery>) -> Result<Told, Error> {
    match order {
        Keys::Passphrase { old: Passphrase(old), new: Passphrase(mut new) } => {
            log.store.opens_with(old)?;
            let new = store::Passphrase::new(std::mem::take(&mut *new));
            log.store.change_passphrase(&new, Kdf::tuned()?)?;
        }
        Keys::NewSheet(Passphrase(old)) => {
            *recovery = None;
            log.store.opens_with(old)?;
            let ready = recovery.insert(log.store.new_recovery(Kdf::tuned()?)?);
            return Ok(Told::Created(RecoverySheet::new(ready.code.groups())));
        }
        Keys::TakeSheet => recovery.take().map_or(Ok(()), |ready| log.store.put_in_force(ready))?,
        Keys::DropSheet => *recovery = None,
    }
    Ok(Told::Kept)
}
