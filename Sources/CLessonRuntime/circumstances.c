// The circumstances of a run that must not matter, in the place of the C library's own: a program is run under two sets of them,
// and what differs then is no result. Compiled in for lessons alone.
#ifdef LESSONS_CIRCUMSTANCES

#define _GNU_SOURCE
#include <dlfcn.h>
#include <sched.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "lesson_runtime.h"

static bool is_second = false;
// Where the stream of random bytes is.
static _Atomic uint64_t state = 0;

// A year and 37 days later, at another hour, minute and second: no part of a date stays what it was.
enum { later = 402 * 86400 + 5 * 3600 + 13 * 60 + 27 };

// Swift's own table of what it hashes with; its layout is part of the library's interface.
struct hashing {
  uint64_t first, second;
  bool is_deterministic;
};
extern struct hashing _swift_stdlib_Hashing_parameters;

void lesson_runtime_take_circumstances(void) {
  const char *wanted = getenv("LESSONS_CIRCUMSTANCES");
  is_second = wanted && strcmp(wanted, "second") == 0;
  unsetenv("LESSONS_CIRCUMSTANCES");
  // Swift's runtime has drawn from the stream before, or not.
  state = 0;
  // Seeds of our own, so that the order of a set is the same at every check, and another in the second run.
  struct hashing parameters = {0, 0, true};
  if (is_second) parameters = (struct hashing){0x9E3779B97F4A7C15, 0xD1B54A32D192ED03, true};
  _swift_stdlib_Hashing_parameters = parameters;
  if (!is_second) return;
  // One core: threads take turns in another order, and whoever counts cores counts fewer.
  cpu_set_t given, one;
  if (sched_getaffinity(0, sizeof given, &given) != 0) return;
  for (int core = 0; core < CPU_SETSIZE; core++) {
    if (!CPU_ISSET(core, &given)) continue;
    CPU_ZERO(&one);
    CPU_SET(core, &one);
    sched_setaffinity(0, sizeof one, &one);
    return;
  }
}

static void *original(const char *name) { return dlsym(RTLD_NEXT, name); }

int clock_gettime(clockid_t clock, struct timespec *time) {
  static int (*_Atomic next)(clockid_t, struct timespec *) = NULL;
  if (!next) next = original("clock_gettime");
  int result = next(clock, time);
  bool is_date = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE || clock == CLOCK_TAI;
  if (result == 0 && is_second && is_date) time->tv_sec += later;
  return result;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone) {
  (void)zone;
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  result->tv_sec = now.tv_sec;
  result->tv_usec = now.tv_nsec / 1000;
  return 0;
}

// What the system gives as random is the same stream at every check, and its complement in the second run: so even the toss of
// one coin differs between the two.
static void fill(uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; i += 8) {
    // SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
    uint64_t word = atomic_fetch_add(&state, 0x9E3779B97F4A7C15) + 0x9E3779B97F4A7C15;
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9;
    word = (word ^ (word >> 27)) * 0x94D049BB133111EB;
    word ^= word >> 31;
    if (is_second) word = ~word;
    memcpy(bytes + i, &word, count - i < 8 ? count - i : 8);
  }
}

ssize_t getrandom(void *bytes, size_t count, unsigned int flags) {
  (void)flags;
  fill(bytes, count);
  return (ssize_t)count;
}

int getentropy(void *bytes, size_t count) {
  fill(bytes, count);
  return 0;
}

void arc4random_buf(void *bytes, size_t count) { fill(bytes, count); }

uint32_t arc4random(void) {
  uint32_t word;
  fill((uint8_t *)&word, sizeof word);
  return word;
}

// What the machine says of itself is no result either.
long sysconf(int name) {
  static long (*_Atomic next)(int) = NULL;
  if (!next) next = original("sysconf");
  long result = next(name);
  bool is_count = name == _SC_NPROCESSORS_ONLN || name == _SC_NPROCESSORS_CONF;
  return is_second && is_count ? result + 1 : result;
}

// Swift's library asks the kernel itself.
long syscall(long number, ...) {
  static long (*_Atomic next)(long, ...) = NULL;
  if (!next) next = original("syscall");
  va_list list;
  va_start(list, number);
  long given[6];
  for (int i = 0; i < 6; i++) given[i] = va_arg(list, long);
  va_end(list);
  if (number == SYS_getrandom) return getrandom((void *)given[0], (size_t)given[1], (unsigned int)given[2]);
  return next(number, given[0], given[1], given[2], given[3], given[4], given[5]);
}

#else

#include "lesson_runtime.h"

void lesson_runtime_take_circumstances(void) {}

#endif
