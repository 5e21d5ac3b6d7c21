/// The system calls that Swift's Glibc module does not lend: nothing here knows of lessons.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// A file that lives in memory and is gone with its last descriptor; negative on failure.
int csystem_memory_file(const char *name);

/// The most that a program may use of something, as `setrlimit` counts it.
struct csystem_limit {
  int resource;
  uint64_t most;
};

/// A program to start, with descriptors 0, 1, 2 and, where they are not negative, `channel` as 3 and `filter` as 4.
struct csystem_program {
  const char *path;
  char *const *arguments;
  char *const *environment;
  /// Where it starts; null for the tool's own folder.
  const char *folder;
  int input, output, error, channel, filter;
  /// Whether the program that counts is started by this one, which must outlive it.
  int wrapped;
  /// The rules of `csystem_landlock` that it lives under, together with the filter of system calls; negative for none.
  int rules;
  const struct csystem_limit *limits;
  size_t limit_count;
};

/// Starts a program in a session and a process group of its own, which ends with the tool. Returns the process, or the negative
/// error number.
pid_t csystem_spawn(const struct csystem_program *program);

/// From now on what a program leaves behind becomes this process's own when it ends, so that it can be ended and buried.
void csystem_adopt_orphans(void);

/// Ends every process of a group whose first process has been waited for, waits for them, and forgets the group.
void csystem_end_group(pid_t group);

/// A file with the filter of system calls that lessons live under, as a classic BPF program; the negative error number on
/// failure.
///
/// starts_groups: whether a program may put others into groups of their own, where the enclosure itself ends them all.
int csystem_filter_file(int starts_groups);

/// Puts the filter on the process that calls, which may then send signals to itself alone. Returns 0, or the error number.
int csystem_filter_self(void);

/// The version of Landlock that the kernel offers; below 1 where it offers none.
int csystem_landlock_version(void);

/// Rules under which paths below the given ones can be read (and started), or read and written, and no other, without a network.
/// Both lists end with null. Returns a descriptor, or the negative error number.
int csystem_landlock(const char *const readable[], const char *const writable[]);

/// Puts rules on the process that calls, and lets it read what `/proc` says of itself. Returns 0, or the error number.
int csystem_landlock_self(int rules);

/// Remembers a group that an interrupt must end; there is no bound on their number. Returns 0, or the error number.
int csystem_remember_group(pid_t group);

/// Forgets a group that has ended.
void csystem_forget_group(pid_t group);

/// Whether an interrupt would end the group.
int csystem_remembers_group(pid_t group);

/// Swaps two paths in one step. Returns 0, or the error number.
int csystem_exchange(const char *left, const char *right);

/// Moves a file or folder where nothing is. Returns 0, or the error number.
int csystem_move(const char *from, const char *to);

/// Locks an open file or folder against others, without waiting; the lock ends with the descriptor. Returns 0, or the error
/// number, which is EWOULDBLOCK where another holds it.
int csystem_try_lock(int descriptor);

/// Sees that all that was written to the file system of an open file is on its disk. Returns 0, or the error number.
int csystem_sync_disk(int descriptor);

/// Whether a file system is mounted at the path itself.
int csystem_is_mount(const char *path);

/// Whether no program can be started from the file system of a folder.
int csystem_forbids_programs(const char *path);

/// From now on an interrupt (INT, TERM, HUP unless it was ignored, QUIT) ends the running groups and raises the
/// flag; a second one ends the tool, unless it comes within half a second and is the same wish.
void csystem_catch_interrupts(void);

/// The number of the signal that interrupted the tool, or 0.
int csystem_interrupted(void);

/// Takes blocks of 64 bytes into the state of SHA-256 (FIPS 180-4, section 6.2.2), by the processor's own instructions where it
/// has them.
void csystem_sha256(uint32_t state[8], const uint8_t *data, size_t blocks);

/// The same on every processor.
void csystem_sha256_plain(uint32_t state[8], const uint8_t *data, size_t blocks);

#endif
