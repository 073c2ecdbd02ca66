/* Stands between a process and its files. Of every call that changes a file under the folder CASELOG_TEST_WATCH it
   writes a line to CASELOG_TEST_TRACE (with what was written in hexadecimal), and makes the call with the number
   CASELOG_TEST_FAIL (from 1) fail as CASELOG_TEST_FAULT says: an error number, `short` for half of what was to be
   written, or `torn` for that and an error. With CASELOG_TEST_FAIL=from-N every call from N on fails: a disk that is full stays full.
   While a file CASELOG_TEST_TROUBLE stands, every call fails with the error number in it; on a full disk files can still
   be read and taken away. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) static typeof(&name) real; if (!real) real = (typeof(&name))dlsym(RTLD_NEXT, #name)

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int trace = -1;
static long calls;

static const char *watched(void) { return getenv("CASELOG_TEST_WATCH"); }

/* The path of a call, made whole; NULL if it is not watched. */
static const char *inside(const char *path, char *whole) {
    const char *folder = watched();
    if (!folder || !path) return NULL;
    if (path[0] == '/') snprintf(whole, PATH_MAX, "%s", path);
    else if (getcwd(whole, PATH_MAX)) {
        size_t length = strlen(whole);
        snprintf(whole + length, PATH_MAX - length, "/%s", path);
    }
    return strncmp(whole, folder, strlen(folder)) == 0 ? whole : NULL;
}

static const char *of(int fd, char *whole) {
    char link[64];
    if (fd == trace && trace >= 0) return NULL;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, whole, PATH_MAX - 1);
    if (length < 0) return NULL;
    whole[length] = 0;
    const char *folder = watched();
    return folder && strncmp(whole, folder, strlen(folder)) == 0 ? whole : NULL;
}

/* The error number of the trouble that the disk is in; 0 without any. `takes_room` is what a full disk refuses; -1 is
   a file only opened to be read, which one that is read-only grants too. */
static int trouble(int takes_room) {
    const char *path = getenv("CASELOG_TEST_TROUBLE");
    FILE *file = path ? fopen(path, "r") : NULL;
    int error = 0;
    if (!file) return 0;
    if (fscanf(file, "%d", &error) != 1) error = 0;
    fclose(file);
    if (error == ENOSPC) return takes_room > 0 ? error : 0;
    return error == EROFS && takes_room < 0 ? 0 : error;
}

/* Whether this call is to fail: 0, an error number, -1 for a short write, or -2 for one with an error after it. */
static int fault(int takes_room) {
    int error = trouble(takes_room);
    if (error) return error;
    const char *fail = getenv("CASELOG_TEST_FAIL"), *how = getenv("CASELOG_TEST_FAULT");
    long number = __sync_add_and_fetch(&calls, 1);
    if (!fail || !how) return 0;
    int stays = strncmp(fail, "from-", 5) == 0;
    long wanted = atol(stays ? fail + 5 : fail);
    if (stays ? number < wanted : number != wanted) return 0;
    return strcmp(how, "short") == 0 ? -1 : strcmp(how, "torn") == 0 ? -2 : atoi(how);
}

static void say(const char *format, ...) {
    const char *path = getenv("CASELOG_TEST_TRACE");
    if (!path) return;
    REAL(open);
    if (trace < 0) trace = real(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    va_list arguments;
    va_start(arguments, format);
    vdprintf(trace, format, arguments);
    va_end(arguments);
}

static void say_bytes(const char *what, const char *path, off_t at, const unsigned char *bytes, size_t length) {
    if (!getenv("CASELOG_TEST_TRACE")) return;
    char *hex = malloc(2 * length + 1);
    for (size_t i = 0; i < length; i++) sprintf(hex + 2 * i, "%02x", bytes[i]);
    hex[2 * length] = 0;
    say("%s\t%s\t%lld\t%s\n", what, path, (long long)at, hex);
    free(hex);
}

static int opened(const char *path, int flags, int fd, int was_there) {
    if (fd >= 0 && !was_there) say("create\t%s\n", path);
    if (fd >= 0 && was_there && (flags & O_TRUNC)) say("truncate\t%s\t0\n", path);
    return fd;
}

#define OPEN(name)                                                                    \
    int name(const char *path, int flags, ...) {                                      \
        REAL(name);                                                                   \
        mode_t mode = 0;                                                              \
        if (flags & (O_CREAT | O_TMPFILE)) {                                          \
            va_list arguments;                                                        \
            va_start(arguments, flags);                                               \
            mode = va_arg(arguments, mode_t);                                         \
            va_end(arguments);                                                        \
        }                                                                             \
        char whole[PATH_MAX];                                                         \
        const char *seen = inside(path, whole);                                       \
        if (!seen) return real(path, flags, mode);                                    \
        pthread_mutex_lock(&lock);                                                    \
        int writes = flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR);                 \
        int error = fault(writes ? flags & O_CREAT : -1), fd = -1;                    \
        if (error > 0) errno = error;                                                 \
        else {                                                                        \
            int was_there = access(whole, F_OK) == 0;                                 \
            fd = opened(seen, flags, real(path, flags, mode), was_there);             \
        }                                                                             \
        int kept = errno;                                                             \
        pthread_mutex_unlock(&lock);                                                  \
        errno = kept;                                                                 \
        return fd;                                                                    \
    }
OPEN(open)
OPEN(open64)

#define WRITE(type, name, parameters, arguments, where)                               \
    type name parameters {                                                            \
        REAL(name);                                                                   \
        char whole[PATH_MAX];                                                         \
        const char *seen = of(fd, whole);                                             \
        if (!seen) return real arguments;                                             \
        pthread_mutex_lock(&lock);                                                    \
        int error = fault(1);                                                         \
        type done = -1;                                                               \
        if (error > 0) errno = error;                                                 \
        else {                                                                        \
            if (error < 0 && length > 1) length /= 2;                                 \
            off_t at = where;                                                         \
            done = real arguments;                                                    \
            if (error == -2) {                                                        \
                done = -1;                                                            \
                errno = EIO;                                                          \
            }                                                                         \
            if (done > 0) say_bytes("write", seen, at, bytes, done);                  \
        }                                                                             \
        int kept = errno;                                                             \
        pthread_mutex_unlock(&lock);                                                  \
        errno = kept;                                                                 \
        return done;                                                                  \
    }
WRITE(ssize_t, write, (int fd, const void *bytes, size_t length), (fd, bytes, length), lseek(fd, 0, SEEK_CUR))
WRITE(ssize_t, pwrite, (int fd, const void *bytes, size_t length, off_t place), (fd, bytes, length, place), place)
WRITE(ssize_t, pwrite64, (int fd, const void *bytes, size_t length, off_t place), (fd, bytes, length, place), place)

/* A call on an open file or a path that is told by its name. */
#define CALL(name, takes_room, parameters, arguments, seen_as, tell)                  \
    int name parameters {                                                             \
        REAL(name);                                                                   \
        char whole[PATH_MAX];                                                         \
        const char *seen = seen_as;                                                   \
        if (!seen) return real arguments;                                             \
        pthread_mutex_lock(&lock);                                                    \
        int error = fault(takes_room), done = -1;                                     \
        if (error > 0) errno = error;                                                 \
        else if ((done = real arguments) == 0) tell;                                  \
        int kept = errno;                                                             \
        pthread_mutex_unlock(&lock);                                                  \
        errno = kept;                                                                 \
        return done;                                                                  \
    }
CALL(fsync, 1, (int fd), (fd), of(fd, whole), say("sync\t%s\n", seen))
CALL(fdatasync, 1, (int fd), (fd), of(fd, whole), say("sync\t%s\n", seen))
CALL(ftruncate, 0, (int fd, off_t size), (fd, size), of(fd, whole), say("truncate\t%s\t%lld\n", seen, (long long)size))
CALL(ftruncate64, 0, (int fd, off_t size), (fd, size), of(fd, whole), say("truncate\t%s\t%lld\n", seen, (long long)size))
CALL(unlink, 0, (const char *path), (path), inside(path, whole), say("unlink\t%s\n", seen))
CALL(rmdir, 0, (const char *path), (path), inside(path, whole), say("rmdir\t%s\n", seen))
CALL(mkdir, 1, (const char *path, mode_t mode), (path, mode), inside(path, whole), say("mkdir\t%s\n", seen))
CALL(rename, 0, (const char *path, const char *to), (path, to), inside(path, whole), say("rename\t%s\t%s\n", seen, to))

/* Taken out of a folder that is open: what removing a whole folder is made of. */
int unlinkat(int folder, const char *path, int flags) {
    REAL(unlinkat);
    char whole[PATH_MAX];
    const char *seen = path[0] == '/' ? inside(path, whole) : folder == AT_FDCWD ? inside(path, whole) : of(folder, whole);
    if (!seen) return real(folder, path, flags);
    if (path[0] != '/' && folder != AT_FDCWD) {
        size_t length = strlen(whole);
        snprintf(whole + length, PATH_MAX - length, "/%s", path);
    }
    pthread_mutex_lock(&lock);
    int error = fault(0), done = -1;
    if (error > 0) errno = error;
    else if ((done = real(folder, path, flags)) == 0) say(flags & AT_REMOVEDIR ? "rmdir\t%s\n" : "unlink\t%s\n", seen);
    int kept = errno;
    pthread_mutex_unlock(&lock);
    errno = kept;
    return done;
}

/* renameat2 has no function of its own in older C libraries. */
long syscall(long number, ...) {
    REAL(syscall);
    long a[6];
    va_list arguments;
    va_start(arguments, number);
    for (int i = 0; i < 6; i++) a[i] = va_arg(arguments, long);
    va_end(arguments);
    char whole[PATH_MAX];
    const char *seen = number == SYS_renameat2 ? inside((const char *)a[1], whole) : NULL;
    if (!seen) return real(number, a[0], a[1], a[2], a[3], a[4], a[5]);
    pthread_mutex_lock(&lock);
    int error = fault(0);
    long done = -1;
    if (error > 0) errno = error;
    else if ((done = real(number, a[0], a[1], a[2], a[3], a[4], a[5])) == 0) {
        say("%s\t%s\t%s\n", a[4] & RENAME_EXCHANGE ? "exchange" : "rename", seen, (const char *)a[3]);
    }
    int kept = errno;
    pthread_mutex_unlock(&lock);
    errno = kept;
    return done;
}

/* What the process has told its user, in the place where it did. */
void caselog_test_mark(const char *text) {
    pthread_mutex_lock(&lock);
    say("mark\t%s\n", text);
    pthread_mutex_unlock(&lock);
}

__attribute__((destructor)) static void count(void) { say("calls\t%ld\n", calls); }
