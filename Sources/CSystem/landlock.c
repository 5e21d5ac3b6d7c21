#define _GNU_SOURCE
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The header of an older kernel does not know what a newer one can hold.
enum {
  right_execute = 1 << 0, right_write = 1 << 1, right_read = 1 << 2, right_list = 1 << 3, right_remove_folder = 1 << 4,
  right_remove = 1 << 5, right_make_device = 1 << 6, right_make_folder = 1 << 7, right_make_file = 1 << 8,
  right_make_socket = 1 << 9, right_make_pipe = 1 << 10, right_make_block = 1 << 11, right_make_link = 1 << 12,
  right_refer = 1 << 13, right_truncate = 1 << 14, right_device_control = 1 << 15,
  net_bind = 1 << 0, net_connect = 1 << 1, scope_abstract_socket = 1 << 0, scope_signal = 1 << 1,
};
struct rules {
  uint64_t files, net, scopes;
};

int csystem_landlock_version(void) {
  return (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
}

static uint64_t held_rights(int version) {
  uint64_t rights = (right_refer - 1);
  if (version >= 2) rights |= right_refer;
  if (version >= 3) rights |= right_truncate;
  if (version >= 5) rights |= right_device_control;
  return rights;
}

static int allow(int rules, int place, uint64_t rights) {
  struct landlock_path_beneath_attr beneath = {.allowed_access = rights, .parent_fd = place};
  return syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0) == 0 ? 0 : errno;
}

static int allow_path(int rules, const char *path, uint64_t rights) {
  int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return errno == ENOENT ? 0 : errno;
  struct stat status;
  // Of a file only some rights make sense, and the others are refused.
  if (fstat(place, &status) == 0 && !S_ISDIR(status.st_mode)) {
    rights &= right_execute | right_write | right_read | right_truncate | right_device_control;
  }
  int fault = allow(rules, place, rights);
  close(place);
  return fault;
}

int csystem_landlock(const char *const readable[], const char *const writable[]) {
  int version = csystem_landlock_version();
  if (version < 1) return -ENOSYS;
  uint64_t all = held_rights(version);
  struct rules wanted = {.files = all};
  size_t size = sizeof wanted.files;
  if (version >= 4) {
    wanted.net = net_bind | net_connect;
    size += sizeof wanted.net;
  }
  if (version >= 6) {
    wanted.scopes = scope_abstract_socket | scope_signal;
    size += sizeof wanted.scopes;
  }
  int rules = (int)syscall(SYS_landlock_create_ruleset, &wanted, size, 0);
  if (rules < 0) return -errno;
  int fault = 0;
  for (size_t i = 0; readable[i] && !fault; i++) {
    fault = allow_path(rules, readable[i], right_execute | right_read | right_list);
  }
  uint64_t writing = all & ~(uint64_t)(right_make_device | right_make_block | right_make_socket | right_device_control);
  for (size_t i = 0; writable[i] && !fault; i++) fault = allow_path(rules, writable[i], writing);
  static const char *const devices[] = {"/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom"};
  for (size_t i = 0; i < sizeof devices / sizeof devices[0] && !fault; i++) {
    fault = allow_path(rules, devices[i], (right_read | right_write | right_truncate) & all);
  }
  if (!fault) return rules;
  close(rules);
  return -fault;
}

int csystem_landlock_self(int rules) {
  // Swift reads its arguments in the folder of the process itself, which no rule could name before there was one.
  int own = open("/proc/self", O_PATH | O_CLOEXEC);
  if (own >= 0) {
    allow(rules, own, right_read | right_list);
    close(own);
  }
  return syscall(SYS_landlock_restrict_self, rules, 0) == 0 ? 0 : errno;
}
