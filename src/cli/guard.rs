//! What the operating system is asked for before anything else: no core dumps, no other process of hers that reads our
//! memory, no files that others may read (safety: "Encryption at rest").

/// Switches core dumps off, also those that are handed to a program of the system's; keeps debuggers out; takes every
/// right of others from new files. What the system does not have is passed by.
pub fn close() {
    #[cfg(unix)]
    {
        let none = libc::rlimit { rlim_cur: 0, rlim_max: 0 };
        // SAFETY: setrlimit reads the struct that it is given and keeps nothing; umask and prctl take numbers.
        unsafe {
            libc::setrlimit(libc::RLIMIT_CORE, &raw const none);
            libc::umask(0o077);
            #[cfg(target_os = "linux")]
            libc::prctl(libc::PR_SET_DUMPABLE, 0);
        }
    }
}
