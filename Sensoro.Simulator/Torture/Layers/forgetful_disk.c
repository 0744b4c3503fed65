/*
 * A disk that forgets. Loaded in front of the C library (LD_PRELOAD), it lets every write through and remembers what was there
 * before, until a sync makes the write last. On SIGUSR2 the power fails: what was not synced is put back as it was, and the process
 * is gone. What SQLite maps into memory (the -shm file) is rebuilt after every crash and left alone.
 *
 *   FORGETFUL_ROOT    the folder whose files are watched, as the program names it
 *   FORGETFUL_KEEPS   percent of the unsynced writes that had reached the disk all the same, in any order; 0 when it is not set
 *   FORGETFUL_SEED    which of them
 *   FORGETFUL_LIES    set: a sync answers at once that all is well, and nothing was synced
 *   FORGETFUL_REPORT  file that tells afterwards what was lost
 *
 * A created file lasts when it or its folder was synced, as on ext4. A rename and a removal last at once.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 65536
#define REAL(name) ((__typeof__(&name))real(&real_##name, #name))

/* One change that the disk may yet forget, and what was there before it. */
struct change {
    struct change *older;
    unsigned long long number;
    off_t at, end, size_before;
    size_t saved;
    char before[];
};

struct file {
    struct file *next;
    char path[PATH_MAX];
    dev_t device;
    ino_t inode;
    int is_folder, is_unsynced_creation;
    struct change *newest;
};

static void *real_open64, *real_close, *real_write, *real_pwrite64, *real_pwritev64, *real_ftruncate64, *real_fsync, *real_fdatasync, *real_rename, *real_unlink;
static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static struct file *files, *open_files[MOST_FILES];
static unsigned long long changes;
static const char *root;
static int is_lying;

static void *real(void **known, const char *name) {
    if (!*known) *known = dlsym(RTLD_NEXT, name);
    return *known;
}

static int is_watched(const char *path) {
    size_t length = root ? strlen(root) : 0, end = strlen(path);
    return length && !strncmp(path, root, length) && (path[length] == '/' || !path[length]) && !(end > 4 && !strcmp(path + end - 4, "-shm"));
}

static struct file *file_of(int fd) { return fd >= 0 && fd < MOST_FILES ? open_files[fd] : NULL; }

static struct file *find(const char *path) {
    struct file *file = files;
    while (file && strcmp(file->path, path)) file = file->next;
    return file;
}

static void forget(struct file *file, unsigned long long up_to) {
    struct change **link = &file->newest;
    while (*link && (*link)->number > up_to) link = &(*link)->older;
    while (*link) {
        struct change *gone = *link;
        *link = gone->older;
        free(gone);
    }
}

/* What has gone from its path has gone for good. */
static void drop(const char *path) {
    struct file *file = find(path);
    if (file) {
        forget(file, ~0ULL);
        file->path[0] = 0;
    }
}

static void watch(int fd, const char *path, int is_new) {
    struct stat facts;
    if (fd < 0 || fd >= MOST_FILES || fstat(fd, &facts)) return;
    struct file *file = find(path);
    if (!file || file->inode != facts.st_ino || file->device != facts.st_dev) {
        if (file) drop(path);
        file = calloc(1, sizeof *file);
        snprintf(file->path, sizeof file->path, "%s", path);
        file->device = facts.st_dev;
        file->inode = facts.st_ino;
        file->is_folder = S_ISDIR(facts.st_mode);
        file->is_unsynced_creation = is_new;
        file->next = files;
        files = file;
    }
    open_files[fd] = file;
}

/* Keeps the bytes that are about to be written over or cut off. */
static void remember(struct file *file, int fd, off_t at, off_t end, off_t cut_at) {
    struct stat facts;
    if (fstat(fd, &facts)) return;
    off_t from = cut_at >= 0 ? cut_at : at, to = cut_at >= 0 ? facts.st_size : end < facts.st_size ? end : facts.st_size;
    size_t wanted = to > from ? (size_t)(to - from) : 0;
    struct change *change = malloc(sizeof *change + wanted);
    int readable = fd, own = -1;
    if (wanted && pread64(fd, change->before, 0, from) < 0) {
        /* Opened for writing only. Nobody holds a record lock on such a file that closing it here could drop. */
        char self[64];
        snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
        own = readable = REAL(open64)(self, O_RDONLY | O_CLOEXEC);
    }
    ssize_t saved = wanted ? pread64(readable, change->before, wanted, from) : 0;
    if (own >= 0) REAL(close)(own);
    change->number = ++changes;
    change->at = from;
    change->end = end;
    change->size_before = facts.st_size;
    change->saved = saved > 0 ? (size_t)saved : 0;
    change->older = file->newest;
    file->newest = change;
}

int open64(const char *path, int flags, ...) {
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list rest;
        va_start(rest, flags);
        mode = va_arg(rest, mode_t);
        va_end(rest);
    }
    if (!is_watched(path)) return REAL(open64)(path, flags, mode);
    pthread_mutex_lock(&gate);
    int is_new = (flags & O_CREAT) && access(path, F_OK);
    int fd = REAL(open64)(path, flags & ~O_TRUNC, mode);
    watch(fd, path, is_new);
    pthread_mutex_unlock(&gate);
    return fd >= 0 && (flags & O_TRUNC) && ftruncate64(fd, 0) ? -1 : fd;
}

int open(const char *path, int flags, ...) __attribute__((alias("open64")));

int close(int fd) {
    if (file_of(fd)) {
        pthread_mutex_lock(&gate);
        open_files[fd] = NULL;
        pthread_mutex_unlock(&gate);
    }
    return REAL(close)(fd);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off_t at) {
    struct file *file = file_of(fd);
    if (!file) return REAL(pwrite64)(fd, bytes, count, at);
    pthread_mutex_lock(&gate);
    remember(file, fd, at, at + (off_t)count, -1);
    ssize_t written = REAL(pwrite64)(fd, bytes, count, at);
    pthread_mutex_unlock(&gate);
    return written;
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) __attribute__((alias("pwrite64")));

ssize_t pwritev64(int fd, const struct iovec *parts, int count, off_t at) {
    struct file *file = file_of(fd);
    if (!file) return REAL(pwritev64)(fd, parts, count, at);
    off_t end = at;
    for (int part = 0; part < count; part++) end += (off_t)parts[part].iov_len;
    pthread_mutex_lock(&gate);
    remember(file, fd, at, end, -1);
    ssize_t written = REAL(pwritev64)(fd, parts, count, at);
    pthread_mutex_unlock(&gate);
    return written;
}

ssize_t write(int fd, const void *bytes, size_t count) {
    struct file *file = file_of(fd);
    if (!file) return REAL(write)(fd, bytes, count);
    pthread_mutex_lock(&gate);
    off_t at = lseek(fd, 0, fcntl(fd, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
    remember(file, fd, at, at + (off_t)count, -1);
    ssize_t written = REAL(write)(fd, bytes, count);
    pthread_mutex_unlock(&gate);
    return written;
}

int ftruncate64(int fd, off_t size) {
    struct file *file = file_of(fd);
    if (!file) return REAL(ftruncate64)(fd, size);
    pthread_mutex_lock(&gate);
    remember(file, fd, size, size, size);
    int result = REAL(ftruncate64)(fd, size);
    pthread_mutex_unlock(&gate);
    return result;
}

int ftruncate(int fd, off_t size) __attribute__((alias("ftruncate64")));

/* What was written before the sync began lasts once it has returned. */
static int sync_file(int fd, int (*sync)(int)) {
    struct file *file = file_of(fd);
    if (!file) return sync(fd);
    if (is_lying) return 0;
    pthread_mutex_lock(&gate);
    unsigned long long up_to = changes;
    pthread_mutex_unlock(&gate);
    int result = sync(fd);
    if (result) return result;
    pthread_mutex_lock(&gate);
    forget(file, up_to);
    file->is_unsynced_creation = 0;
    for (struct file *inside = file->is_folder ? files : NULL; inside; inside = inside->next) {
        size_t length = strlen(file->path);
        if (!strncmp(inside->path, file->path, length) && inside->path[length] == '/' && !strchr(inside->path + length + 1, '/')) inside->is_unsynced_creation = 0;
    }
    pthread_mutex_unlock(&gate);
    return 0;
}

int fsync(int fd) { return sync_file(fd, REAL(fsync)); }

int fdatasync(int fd) { return sync_file(fd, REAL(fdatasync)); }

int rename(const char *from, const char *to) {
    pthread_mutex_lock(&gate);
    int result = REAL(rename)(from, to);
    struct file *file = result || !is_watched(from) ? NULL : find(from);
    if (!result && is_watched(to)) drop(to);
    if (file) snprintf(file->path, sizeof file->path, "%s", to);
    pthread_mutex_unlock(&gate);
    return result;
}

int unlink(const char *path) {
    pthread_mutex_lock(&gate);
    int result = REAL(unlink)(path);
    if (!result && is_watched(path)) drop(path);
    pthread_mutex_unlock(&gate);
    return result;
}

/* Newest first, so that what is left is what was there first. Bytes of a kept write under an older lost one go with it. */
static void lose(struct file *file, int keeps, int *lost, int *kept, long long *bytes) {
    int fd = file->newest ? REAL(open64)(file->path, O_RDWR | O_CLOEXEC) : -1;
    off_t size = 0, reached = 0;
    for (struct change *change = fd < 0 ? NULL : file->newest; change; change = change->older) {
        size = change->size_before;
        if (rand() % 100 < keeps) {
            ++*kept;
            if (change->end > reached) reached = change->end;
            continue;
        }
        ++*lost;
        *bytes += change->end - change->at;
        static const char zeros[4096];
        for (off_t at = change->at + (off_t)change->saved; at < change->end; at += (off_t)sizeof zeros) {
            size_t length = change->end - at < (off_t)sizeof zeros ? (size_t)(change->end - at) : sizeof zeros;
            if (REAL(pwrite64)(fd, zeros, length, at) < 0) break;
        }
        if (change->saved && REAL(pwrite64)(fd, change->before, change->saved, change->at) < 0) break;
    }
    if (fd >= 0 && REAL(ftruncate64)(fd, reached > size ? reached : size)) *lost = -1;
    if (file->is_unsynced_creation && rand() % 100 >= keeps) REAL(unlink)(file->path);
}

static void *wait_for_the_end(void *signals) {
    int signal, lost = 0, kept = 0;
    long long bytes = 0;
    while (sigwait(signals, &signal)) {}
    pthread_mutex_lock(&gate);
    const char *keeps = getenv("FORGETFUL_KEEPS"), *seed = getenv("FORGETFUL_SEED"), *report = getenv("FORGETFUL_REPORT");
    srand(seed ? (unsigned)strtoul(seed, NULL, 10) : 1);
    for (struct file *file = files; file; file = file->next) {
        if (file->path[0] && !file->is_folder) lose(file, keeps ? atoi(keeps) : 0, &lost, &kept, &bytes);
    }
    FILE *told = report ? fopen(report, "w") : NULL;
    if (told) {
        fprintf(told, "%d %d %lld\n", lost, kept, bytes);
        fclose(told);
    }
    _exit(137);
}

__attribute__((constructor)) static void begin(void) {
    static sigset_t signals;
    pthread_t thread;
    root = getenv("FORGETFUL_ROOT");
    is_lying = getenv("FORGETFUL_LIES") != NULL;
    sigemptyset(&signals);
    sigaddset(&signals, SIGUSR2);
    if (root && !pthread_sigmask(SIG_BLOCK, &signals, NULL) && !pthread_create(&thread, NULL, wait_for_the_end, &signals)) pthread_detach(thread);
}
