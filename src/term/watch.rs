//! When the screen is to lock by itself: nobody has touched a key for too long, or the machine has slept.

use std::time::{Duration, Instant};

/// So often it is looked whether the machine has slept: after waking up the screen is blank within this time.
pub const GLANCE: Duration = Duration::from_secs(1);
/// The two clocks differ by less than this while the machine is awake.
const NAP: Duration = Duration::from_secs(2);

/// Watches the keys and the machine's sleep.
pub struct Watch {
    after: Duration,
    touched: Instant,
    /// How long the machine has slept since it was started, as far as that is known.
    slept: Duration,
    clock: fn() -> Duration,
}

impl Watch {
    /// Begins now; the screen locks after so long without a key.
    pub fn new(after: Duration) -> Watch {
        Watch::with(after, time_asleep)
    }

    fn with(after: Duration, clock: fn() -> Duration) -> Watch {
        Watch { after, touched: Instant::now(), slept: clock(), clock }
    }

    /// Locks after another time from now on.
    pub fn lock_after(&mut self, after: Duration) {
        self.after = after;
    }

    /// A key was touched.
    pub fn touched(&mut self) {
        self.touched = Instant::now();
    }

    /// How long until no key was touched for too long, if none is.
    pub fn until_alone(&self, now: Instant) -> Duration {
        self.after.saturating_sub(now.saturating_duration_since(self.touched))
    }

    /// Whether no key was touched for too long; said once, then again after as long.
    pub fn is_left_alone(&mut self, now: Instant) -> bool {
        let alone = self.until_alone(now).is_zero();
        if alone {
            self.touched = now;
        }
        alone
    }

    /// Whether the machine has slept since this was last asked.
    pub fn has_slept(&mut self) -> bool {
        let slept = (self.clock)();
        let nap = slept.saturating_sub(self.slept);
        self.slept = slept;
        nap > NAP
    }
}

/// How far the clock that goes on while the machine sleeps is ahead of the one that stands still.
#[cfg(target_os = "linux")]
fn time_asleep() -> Duration {
    read_clock(libc::CLOCK_BOOTTIME).saturating_sub(read_clock(libc::CLOCK_MONOTONIC))
}

#[cfg(target_os = "linux")]
fn read_clock(clock: libc::clockid_t) -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: clock_gettime writes the struct that it is given and keeps nothing.
    let read = unsafe { libc::clock_gettime(clock, &raw mut time) };
    let part = |number: i64| u64::try_from(number).unwrap_or_default();
    if read == 0 { Duration::new(part(time.tv_sec), part(time.tv_nsec) as u32) } else { Duration::ZERO }
}

/// Where the system has no such clock: how far the time of day has gone ahead of the clock that stands still. A time of
/// day that is put forward locks the screen too.
#[cfg(not(target_os = "linux"))]
fn time_asleep() -> Duration {
    use std::sync::OnceLock;
    use std::time::SystemTime;
    static START: OnceLock<(SystemTime, Instant)> = OnceLock::new();
    let (day, start) = START.get_or_init(|| (SystemTime::now(), Instant::now()));
    day.elapsed().unwrap_or_default().saturating_sub(start.elapsed())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn keys_put_the_lock_off() {
        let mut watch = Watch::new(Duration::from_secs(300));
        let start = watch.touched;
        assert_eq!(watch.until_alone(start + Duration::from_secs(299)), Duration::from_secs(1));
        assert!(!watch.is_left_alone(start + Duration::from_secs(299)));
        assert!(watch.is_left_alone(start + Duration::from_secs(300)));
        assert!(!watch.is_left_alone(start + Duration::from_secs(301)), "it is said once");
        watch.touched();
        assert!(watch.touched < start + Duration::from_secs(300));
        assert!(watch.is_left_alone(start + Duration::from_secs(700)));
    }

    #[test]
    fn a_sleep_is_seen_once_and_a_moment_is_none() {
        static ASLEEP: AtomicU64 = AtomicU64::new(5000);
        let mut watch = Watch::with(Duration::MAX, || Duration::from_millis(ASLEEP.load(Ordering::Relaxed)));
        assert!(!watch.has_slept());
        ASLEEP.store(6000, Ordering::Relaxed);
        assert!(!watch.has_slept(), "the two clocks are not read at the same moment");
        ASLEEP.store(66_000, Ordering::Relaxed);
        assert!(watch.has_slept());
        assert!(!watch.has_slept());
    }
}
