#define _GNU_SOURCE
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { most_groups = 256 };
// A signal handler may only touch atomics: the running groups stand in a fixed table.
static _Atomic(pid_t) groups[most_groups];
static volatile sig_atomic_t interrupted = 0;

int csystem_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

static void remember(pid_t group) {
  for (int i = 0; i < most_groups; i++) {
    pid_t none = 0;
    if (atomic_compare_exchange_strong(&groups[i], &none, group)) return;
  }
}

static void forget(pid_t group) {
  for (int i = 0; i < most_groups; i++) {
    pid_t mine = group;
    if (atomic_compare_exchange_strong(&groups[i], &mine, 0)) return;
  }
}

pid_t csystem_spawn(const char *path, char *const arguments[], char *const environment[], const char *folder, int input,
                    int output, int error, int channel) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  // The descriptors come from above 9 (see the caller), so none is overwritten before it is copied.
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_adddup2(&actions, error, 2);
  if (channel >= 0) posix_spawn_file_actions_adddup2(&actions, channel, 3);
  posix_spawn_file_actions_addclosefrom_np(&actions, channel >= 0 ? 4 : 3);
  if (folder) posix_spawn_file_actions_addchdir_np(&actions, folder);
  sigset_t every, none;
  sigfillset(&every);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &every);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  pid_t process = 0;
  int fault = posix_spawn(&process, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (fault) return -fault;
  remember(process);
  if (interrupted) kill(-process, SIGKILL);
  return process;
}

void csystem_end_group(pid_t group) {
  kill(-group, SIGKILL);
  forget(group);
}

int csystem_exchange(const char *left, const char *right) {
  return renameat2(AT_FDCWD, left, AT_FDCWD, right, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

static void interrupt(int number) {
  if (interrupted) _exit(130);
  interrupted = number;
  for (int i = 0; i < most_groups; i++) {
    pid_t group = atomic_load(&groups[i]);
    if (group > 0) kill(-group, SIGKILL);
  }
}

void csystem_catch_interrupts(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = interrupt;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
  signal(SIGPIPE, SIG_IGN);
  // Whoever started the tool may have blocked them; threads made later inherit this.
  sigset_t open;
  sigemptyset(&open);
  sigaddset(&open, SIGINT);
  sigaddset(&open, SIGTERM);
  sigaddset(&open, SIGHUP);
  sigprocmask(SIG_UNBLOCK, &open, NULL);
}

int csystem_interrupted(void) { return interrupted; }
