// Stands between a program and its disk: counts the calls that touch files below some folders, writes them down, and lets the
// n-th one fail, cuts it short, ends the program at it, or removes a folder before it. Loaded with LD_PRELOAD.
//
// FAULTS_BELOW  folders, separated by colons: only calls on what is in them count
// FAULTS_OPS    the calls that count, separated by commas; all of them where it is not set
// FAULTS_AT     which one is harmed, from 1; 0 for none, -1 for each
// FAULTS_DO     the number of an error, or: short, kill, remove PATTERN
// FAULTS_LOG    a file for a line for each call that counts: its name and its path; a harmed one has a ! before it
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int count = 0;
static const char *below, *ops, *action, *log_path;
static int at = 0;

__attribute__((constructor)) static void begin(void) {
  below = getenv("FAULTS_BELOW");
  ops = getenv("FAULTS_OPS");
  action = getenv("FAULTS_DO");
  log_path = getenv("FAULTS_LOG");
  if (getenv("FAULTS_AT")) at = atoi(getenv("FAULTS_AT"));
}

static int is_listed(const char *list, const char *word, char separator, int prefix) {
  if (!list) return !prefix;
  for (const char *start = list; *start;) {
    const char *end = strchrnul(start, separator);
    size_t length = (size_t)(end - start);
    if (length && strncmp(word, start, length) == 0 && (prefix || word[length] == 0)) return 1;
    start = *end ? end + 1 : end;
  }
  return 0;
}

static void absolute(int folder, const char *path, char out[PATH_MAX * 2]) {
  out[0] = 0;
  if (path && path[0] == '/') {
    snprintf(out, PATH_MAX * 2, "%s", path);
    return;
  }
  char link[64], base[PATH_MAX];
  if (folder == AT_FDCWD) snprintf(link, sizeof link, "/proc/self/cwd");
  else snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
  long length = syscall(SYS_readlinkat, AT_FDCWD, link, base, sizeof base - 1);
  if (length < 0) return;
  base[length] = 0;
  if (path && *path) snprintf(out, PATH_MAX * 2, "%s/%s", base, path);
  else snprintf(out, PATH_MAX * 2, "%s", base);
}

static void note(const char *mark, const char *op, const char *path) {
  if (!log_path) return;
  char line[PATH_MAX * 2 + 64];
  int length = snprintf(line, sizeof line, "%s%s %s\n", mark, op, path);
  long file = syscall(SYS_openat, AT_FDCWD, log_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (file < 0) return;
  syscall(SYS_write, file, line, length);
  syscall(SYS_close, file);
}

enum { go_on, fail, cut };

static int harm(const char *op, int folder, const char *path) {
  int saved = errno;
  char full[PATH_MAX * 2];
  if (!below || !is_listed(ops, op, ',', 0)) return go_on;
  absolute(folder, path, full);
  if (!is_listed(below, full, ':', 1)) return go_on;
  int number = atomic_fetch_add(&count, 1) + 1;
  int is_hit = action && (at == -1 || at == number);
  note(is_hit ? "!" : "", op, full);
  errno = saved;
  if (!is_hit) return go_on;
  if (strcmp(action, "short") == 0) return strcmp(op, "write") == 0 ? cut : go_on;
  if (strcmp(action, "kill") == 0) {
    if (strcmp(op, "write") == 0) return cut;
    kill(getpid(), SIGKILL);
  }
  if (strncmp(action, "remove ", 7) == 0) {
    char command[PATH_MAX + 32];
    unsetenv("LD_PRELOAD");
    snprintf(command, sizeof command, "rm -rf -- %s", action + 7);
    if (system(command) != 0) abort();
    return go_on;
  }
  errno = atoi(action);
  return fail;
}

#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

static const char *kind_of_open(int flags) { return flags & O_CREAT ? "create" : flags & O_DIRECTORY ? "openfolder" : "open"; }

#define OPEN(name)                                                       \
  int name(const char *path, int flags, ...) {                           \
    va_list arguments;                                                   \
    va_start(arguments, flags);                                          \
    mode_t mode = (mode_t)va_arg(arguments, int);                        \
    va_end(arguments);                                                   \
    if (harm(kind_of_open(flags), AT_FDCWD, path) == fail) return -1;    \
    return REAL(open)(path, flags, mode);                                \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                     \
  int name(int folder, const char *path, int flags, ...) {               \
    va_list arguments;                                                   \
    va_start(arguments, flags);                                          \
    mode_t mode = (mode_t)va_arg(arguments, int);                        \
    va_end(arguments);                                                   \
    if (harm(kind_of_open(flags), folder, path) == fail) return -1;      \
    return REAL(openat)(folder, path, flags, mode);                      \
  }
OPENAT(openat)
OPENAT(openat64)

DIR *opendir(const char *path) { return harm("opendir", AT_FDCWD, path) == fail ? NULL : REAL(opendir)(path); }

ssize_t read(int file, void *bytes, size_t size) { return harm("read", file, NULL) == fail ? -1 : REAL(read)(file, bytes, size); }

ssize_t write(int file, const void *bytes, size_t size) {
  switch (harm("write", file, NULL)) {
  case fail: return -1;
  case cut: {
    ssize_t written = REAL(write)(file, bytes, size / 2 ? size / 2 : size);
    if (strcmp(action, "kill") == 0) kill(getpid(), SIGKILL);
    return written;
  }
  default: return REAL(write)(file, bytes, size);
  }
}

int fsync(int file) { return harm("fsync", file, NULL) == fail ? -1 : REAL(fsync)(file); }

int syncfs(int file) { return harm("syncfs", file, NULL) == fail ? -1 : REAL(syncfs)(file); }

int mkdir(const char *path, mode_t mode) { return harm("mkdir", AT_FDCWD, path) == fail ? -1 : REAL(mkdir)(path, mode); }

int link(const char *from, const char *to) { return harm("link", AT_FDCWD, to) == fail ? -1 : REAL(link)(from, to); }

int rename(const char *from, const char *to) { return harm("rename", AT_FDCWD, to) == fail ? -1 : REAL(rename)(from, to); }

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
  const char *op = flags & RENAME_EXCHANGE ? "exchange" : "move";
  return harm(op, to_folder, to) == fail ? -1 : REAL(renameat2)(from_folder, from, to_folder, to, flags);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
  return harm("renameat", to_folder, to) == fail ? -1 : REAL(renameat)(from_folder, from, to_folder, to);
}

int unlink(const char *path) { return harm("unlink", AT_FDCWD, path) == fail ? -1 : REAL(unlink)(path); }

int unlinkat(int folder, const char *path, int flags) {
  return harm("unlinkat", folder, path) == fail ? -1 : REAL(unlinkat)(folder, path, flags);
}

int rmdir(const char *path) { return harm("rmdir", AT_FDCWD, path) == fail ? -1 : REAL(rmdir)(path); }
