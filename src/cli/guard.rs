//! What the operating system is asked for before anything else: no core dumps, no files that others may read (safety:
//! "Encryption at rest").

/// Switches core dumps off and takes every right of others from new files. Where the system has neither, nothing
/// happens.
pub fn close() {
    #[cfg(unix)]
    {
        let none = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
        // SAFETY: setrlimit reads the struct that it is given and keeps nothing; umask takes a number.
        unsafe {
            libc::setrlimit(libc::RLIMIT_CORE, &raw const none);
            libc::umask(0o077);
        }
    }
}
