#define _GNU_SOURCE
#include "csystem.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/close_range.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// Gives up every capability; without new privileges none comes back with the next program.
static int drop_capabilities(void) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct none[2];
  memset(none, 0, sizeof none);
  return syscall(SYS_capset, &header, none) == 0 ? 0 : errno;
}

static int restrict_self(int rules) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return errno;
  int fault = drop_capabilities();
  if (!fault) fault = csystem_landlock_self(rules);
  return fault ? fault : csystem_filter_self();
}

// Becomes the program; returns the error number where it cannot. It shares its memory with the tool, whose threads go on: it
// may call the kernel and nothing else.
static int become(const struct csystem_program *program, pid_t tool) {
  // No terminal, no group of another.
  if (setsid() < 0) return errno;
  // The tool takes what it has started with it. It may have ended before this was said.
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return errno;
  if (getppid() != tool) return ESRCH;
  struct sigaction plain;
  memset(&plain, 0, sizeof plain);
  plain.sa_handler = SIG_DFL;
  for (int number = 1; number < NSIG; number++) sigaction(number, &plain, NULL);
  if (program->wrapped) {
    // The wrapper must live on while the program in it writes out what it has.
    plain.sa_handler = SIG_IGN;
    sigaction(SIGTERM, &plain, NULL);
  }
  // The descriptors come from above 9 (see the caller), so none is overwritten before it is copied.
  const int given[] = {program->input, program->output, program->error, program->channel, program->filter};
  unsigned int first = 3;
  for (int i = 0; i < 5; i++) {
    if (given[i] < 0) continue;
    if (dup2(given[i], i) < 0) return errno;
    if (i >= (int)first) first = (unsigned int)i + 1;
  }
  if (program->channel < 0) close(3);
  if (syscall(SYS_close_range, first, ~0U, CLOSE_RANGE_CLOEXEC) != 0) return errno;
  if (program->folder && chdir(program->folder) != 0) return errno;
  for (size_t i = 0; i < program->limit_count; i++) {
    struct rlimit limit = {program->limits[i].most, program->limits[i].most};
    // What is less already stays.
    struct rlimit now;
    if (getrlimit(program->limits[i].resource, &now) == 0 && now.rlim_max < limit.rlim_max) limit.rlim_cur = limit.rlim_max = now.rlim_max;
    if (setrlimit(program->limits[i].resource, &limit) != 0) return errno;
  }
  if (program->rules >= 0) {
    int fault = restrict_self(program->rules);
    if (fault) return fault;
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(program->path, program->arguments, program->environment);
  return errno;
}

pid_t csystem_spawn(const struct csystem_program *program) {
  sigset_t every, before;
  sigfillset(&every);
  // No handler of the tool may run in the child, on the tool's memory.
  pthread_sigmask(SIG_BLOCK, &every, &before);
  pid_t tool = getpid();
  volatile int fault = 0;
  pid_t process = vfork();
  if (process == 0) {
    fault = become(program, tool);
    _exit(127);
  }
  if (process < 0) fault = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (process < 0) return -fault;
  if (!fault) fault = csystem_remember_group(process);
  if (!fault) {
    // A program that an interrupt would not end must not run.
    if (csystem_interrupted()) kill(-process, SIGKILL);
    return process;
  }
  kill(process, SIGKILL);
  while (waitpid(process, NULL, 0) < 0 && errno == EINTR) continue;
  return -fault;
}

void csystem_adopt_orphans(void) { prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

void csystem_end_group(pid_t group) {
  kill(-group, SIGKILL);
  // Its first process has been waited for; where the tool adopts orphans the others are its own now, and have just been ended.
  while (waitpid(-group, NULL, 0) > 0 || errno == EINTR) continue;
  csystem_forget_group(group);
}
