/// The system calls that Swift's Glibc module does not lend: nothing here knows of lessons.
#ifndef CSYSTEM_H
#define CSYSTEM_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// A file that lives in memory and is gone with its last descriptor; negative on failure.
int csystem_memory_file(const char *name);

/// Starts a program in a process group of its own, with descriptors 0, 1, 2 (and 3 where `channel` is not negative) and
/// no others. Returns the process, or the negative error number.
pid_t csystem_spawn(const char *path, char *const arguments[], char *const environment[], const char *folder, int input,
                    int output, int error, int channel);

/// Ends every process of a group, and forgets it.
void csystem_end_group(pid_t group);

/// Remembers a group that an interrupt must end; there is no bound on their number. Returns 0, or the error number.
int csystem_remember_group(pid_t group);

/// Forgets a group that has ended.
void csystem_forget_group(pid_t group);

/// Whether an interrupt would end the group.
int csystem_remembers_group(pid_t group);

/// Swaps two paths in one step. Returns 0, or the error number.
int csystem_exchange(const char *left, const char *right);

/// From now on an interrupt (INT, TERM, HUP) ends the running groups and raises the flag; a second one ends the tool.
void csystem_catch_interrupts(void);

/// The number of the signal that interrupted the tool, or 0.
int csystem_interrupted(void);

/// Takes blocks of 64 bytes into the state of SHA-256 (FIPS 180-4, section 6.2.2).
void csystem_sha256(uint32_t state[8], const uint8_t *data, size_t blocks);

#endif
