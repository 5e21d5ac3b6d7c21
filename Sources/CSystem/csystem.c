#define _GNU_SOURCE
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <time.h>
#include <unistd.h>

// A signal handler may only touch atomics, so the running groups stand in a table of them. It grows by whole parts that are
// linked once and never freed: whoever walks it, a handler too, finds every part whole.
enum { part_size = 256 };
struct part {
  _Atomic(pid_t) groups[part_size];
  _Atomic(struct part *) next;
};
static struct part first_part;
static atomic_int interrupted = 0;

int csystem_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

// Puts `to` in the place of the first `from` of the table; false where there is none.
static int replace(pid_t from, pid_t to) {
  for (struct part *part = &first_part; part; part = atomic_load(&part->next)) {
    for (int i = 0; i < part_size; i++) {
      pid_t expected = from;
      if (atomic_compare_exchange_strong(&part->groups[i], &expected, to)) return 1;
    }
  }
  return 0;
}

static int grow(void) {
  struct part *fresh = calloc(1, sizeof *fresh);
  if (!fresh) return 0;
  struct part *last = &first_part;
  struct part *none = NULL;
  // Where another thread was faster, its part becomes the last one.
  while (!atomic_compare_exchange_strong(&last->next, &none, fresh)) {
    last = none;
    none = NULL;
  }
  return 1;
}

int csystem_remember_group(pid_t group) {
  while (!replace(0, group)) {
    if (!grow()) return ENOMEM;
  }
  return 0;
}

void csystem_forget_group(pid_t group) { replace(group, 0); }

int csystem_remembers_group(pid_t group) { return replace(group, group); }

int csystem_exchange(const char *left, const char *right) {
  return renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

int csystem_move(const char *from, const char *to) {
  if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system that cannot promise to replace nothing: then it is asked before.
  struct stat status;
  if (lstat(to, &status) == 0) return EEXIST;
  return rename(from, to) == 0 ? 0 : errno;
}

int csystem_try_lock(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno; }

int csystem_sync_disk(int descriptor) { return syncfs(descriptor) == 0 ? 0 : errno; }

int csystem_is_mount(const char *path) {
  struct statx status;
  if (statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, 0, &status) != 0) return 0;
  return (status.stx_attributes_mask & status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}

static atomic_long interrupted_at = 0;

static long milliseconds(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void interrupt(int number) {
  // One wish may come twice: the terminal sends it to all, and whoever started the tool hands it on.
  long now = milliseconds();
  if (interrupted && now - interrupted_at < 500) return;
  if (interrupted) _exit(130);
  interrupted_at = now;
  interrupted = number;
  for (struct part *part = &first_part; part; part = atomic_load(&part->next)) {
    for (int i = 0; i < part_size; i++) {
      pid_t group = atomic_load(&part->groups[i]);
      if (group > 0) kill(-group, SIGKILL);
    }
  }
}

int csystem_forbids_programs(const char *path) {
  struct statvfs status;
  return statvfs(path, &status) == 0 && (status.f_flag & ST_NOEXEC) != 0;
}

static const int interrupts[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

void csystem_catch_interrupts(void) {
  struct sigaction action, before;
  memset(&action, 0, sizeof action);
  action.sa_handler = interrupt;
  sigemptyset(&action.sa_mask);
  // Whoever started the tool may have blocked them; threads made later inherit this.
  sigset_t open;
  sigemptyset(&open);
  for (size_t i = 0; i < sizeof interrupts / sizeof *interrupts; i++) {
    // A tool that was started with nohup is to outlive its terminal.
    if (interrupts[i] == SIGHUP && sigaction(SIGHUP, NULL, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    sigaction(interrupts[i], &action, NULL);
    sigaddset(&open, interrupts[i]);
  }
  signal(SIGPIPE, SIG_IGN);
  sigprocmask(SIG_UNBLOCK, &open, NULL);
}

int csystem_interrupted(void) { return interrupted; }
