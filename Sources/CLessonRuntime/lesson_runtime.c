#define _GNU_SOURCE
#include "lesson_runtime.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>
#include <unwind.h>

static int channel = -1;
static struct stat output;
static int output_known = 0;

// Every signal whose default is death and that a lesson can earn by itself.
static const int faults[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGTERM, SIGPIPE, SIGXCPU, SIGXFSZ};
enum { fault_count = sizeof faults / sizeof faults[0] };
static struct sigaction previous[fault_count];
static volatile sig_atomic_t flushed = 0;
// Where standard error leads while it goes to standard output; -1 while it does not.
static volatile sig_atomic_t parted = -1;

// Where the lesson's own code lies: the main program, not the libraries.
static uintptr_t program_start = 0, program_end = 0;

static int find_program(struct dl_phdr_info *info, size_t size, void *unused) {
  (void)size, (void)unused;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[i];
    if (part->p_type != PT_LOAD || !(part->p_flags & PF_X)) continue;
    program_start = info->dlpi_addr + part->p_vaddr;
    program_end = program_start + part->p_memsz;
  }
  return 1;  // The first object is the main program.
}

struct frame {
  uintptr_t counter, stack, base;
};

static _Unwind_Reason_Code find_lesson_frame(struct _Unwind_Context *context, void *found) {
  uintptr_t counter = _Unwind_GetIP(context);
  if (counter < program_start || counter >= program_end) return _URC_NO_REASON;
  struct frame *frame = found;
  frame->counter = counter;
  frame->stack = _Unwind_GetCFA(context);
#if defined(__x86_64__)
  frame->base = _Unwind_GetGR(context, 6);
#elif defined(__aarch64__)
  frame->base = _Unwind_GetGR(context, 29);
#endif
  return _URC_NORMAL_STOP;
}

// Swift's backtracer follows frame pointers, which the C library does not keep: of an `abort` it would show one frame of libc
// and no line of the lesson. So it is shown the nearest frame of the lesson as the place of the fault. The handler must put
// the true place back before it returns, for the program goes on from there to its death.
static void point_at_lesson(ucontext_t *context) {
  struct frame frame = {0, 0, 0};
#if defined(__x86_64__)
  greg_t *registers = context->uc_mcontext.gregs;
  uintptr_t counter = (uintptr_t)registers[REG_RIP];
#elif defined(__aarch64__)
  uintptr_t counter = context->uc_mcontext.pc;
#else
  uintptr_t counter = program_start;
#endif
  if (counter >= program_start && counter < program_end) return;
  _Unwind_Backtrace(find_lesson_frame, &frame);
  if (frame.counter == 0) return;
  // A return address lies behind its call; one instruction less lies within it.
#if defined(__x86_64__)
  registers[REG_RIP] = (greg_t)(frame.counter - 1);
  registers[REG_RSP] = (greg_t)frame.stack;
  registers[REG_RBP] = (greg_t)frame.base;
#elif defined(__aarch64__)
  context->uc_mcontext.pc = frame.counter - 4;
  context->uc_mcontext.sp = frame.stack;
  context->uc_mcontext.regs[29] = frame.base;
#endif
}

// Lines are written out at once (see `lesson_runtime_begin`); here the half line before a crash. Flushing in a handler is not
// async-signal-safe in general; the program is dying, and the unlocked form cannot wait for a lock held by the fault.
static void flush_and_pass_on(int number, siginfo_t *info, void *context) {
  if (!flushed) {
    flushed = 1;
    fflush_unlocked(stdout);
  }
  // What tells of the fault belongs to the tool.
  if (parted >= 0) dup2(parted, STDERR_FILENO);
  for (int i = 0; i < fault_count; i++) {
    if (faults[i] != number) continue;
    if ((previous[i].sa_flags & SA_SIGINFO) && previous[i].sa_sigaction) {
      mcontext_t registers = ((ucontext_t *)context)->uc_mcontext;
      point_at_lesson(context);
      previous[i].sa_sigaction(number, info, context);
      ((ucontext_t *)context)->uc_mcontext = registers;
      return;
    }
    if (previous[i].sa_handler != SIG_DFL && previous[i].sa_handler != SIG_IGN) {
      previous[i].sa_handler(number);
      return;
    }
    signal(number, SIG_DFL);
    raise(number);
  }
}

static void arm_faults(void) {
  size_t size = 64 * 1024;
  void *stack = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  stack_t old;
  // Swift's runtime has its own alternate stack where backtraces are on; keep that one.
  if (stack != MAP_FAILED && sigaltstack(NULL, &old) == 0 && (old.ss_flags & SS_DISABLE)) {
    stack_t mine = {.ss_sp = stack, .ss_size = size, .ss_flags = 0};
    sigaltstack(&mine, NULL);
  }
  for (int i = 0; i < fault_count; i++) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = flush_and_pass_on;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    sigemptyset(&action.sa_mask);
    sigaction(faults[i], &action, &previous[i]);
  }
}

// A limit comes as a decimal number in the environment and leaves it again, so that the lesson does not see it.
static void set_limit(int resource, const char *name) {
  const char *text = getenv(name);
  if (!text) return;
  unsigned long long value = strtoull(text, NULL, 10);
  unsetenv(name);
  if (value == 0) return;
  struct rlimit limit = {(rlim_t)value, (rlim_t)value};
  setrlimit(resource, &limit);
}

// The settings that a check asks for, as the bits of doubles in hexadecimal digits with a comma behind each; the standard
// ones where nobody asks.
enum { most_parameters = 64 };
static double parameters[most_parameters];
static int parameter_count = 0;

static void take_parameters(void) {
  const char *text = getenv("LESSONS_PARAMETERS");
  if (!text) return;
  while (*text && parameter_count < most_parameters) {
    char *end;
    uint64_t bits = strtoull(text, &end, 16);
    if (end == text) break;
    memcpy(&parameters[parameter_count++], &bits, sizeof bits);
    text = *end ? end + 1 : end;
  }
  unsetenv("LESSONS_PARAMETERS");
}

double lesson_runtime_parameter(int32_t number, double standard) {
  return number >= 0 && number < parameter_count ? parameters[number] : standard;
}

// The lines whose values are wanted, and how many values more of each; several threads of a lesson may ask at once.
enum { most_watched = 64 };
static struct watched {
  int first, last;
  atomic_int left;
} watched[most_watched];
static atomic_int watched_count = 0, is_watching = 0;

void lesson_runtime_watch(int32_t first, int32_t last, int32_t most) {
  int number = atomic_load(&watched_count);
  if (number < most_watched) {
    watched[number].first = first;
    watched[number].last = last;
    atomic_store(&watched[number].left, most);
    atomic_store(&watched_count, number + 1);
  }
  atomic_store(&is_watching, 1);
}

void lesson_runtime_look_away(void) { atomic_store(&is_watching, 0); }

int32_t lesson_runtime_watched(int32_t line, int32_t *behind) {
  if (!atomic_load_explicit(&is_watching, memory_order_relaxed)) return -1;
  int count = atomic_load(&watched_count);
  for (int number = 0; number < count; number++) {
    struct watched *lines = &watched[number];
    if (line < lines->first || line > lines->last) continue;
    *behind = line - lines->first;
    if (atomic_load_explicit(&lines->left, memory_order_relaxed) <= 0) return -1;
    return atomic_fetch_sub(&lines->left, 1) > 0 ? number : -1;
  }
  return -1;
}

static pid_t program = -1;

// A sandbox reports a signal as a status above 128: only the program itself can say that it has ended by such a status.
// A child's end says nothing of the program's.
static void report_exit(int status, void *unused) {
  (void)unused;
  if (getpid() != program) return;
  char record[32];
  int length = snprintf(record, sizeof record, "X %d 0 - 0\n\n", status);
  lesson_runtime_send(record, (size_t)length);
}

// A child has a copy of standard output's buffer, and it is not the child's to write; nor does its end say anything of the
// program's.
static void end_at_once(int status) {
  if (getpid() != program) return;
  fflush_unlocked(stdout);
  report_exit(status, NULL);
}

// What `quick_exit` was given: those whom it calls are not told.
static int quick_status = 0;

static void end_at_quick_exit(void) { end_at_once(quick_status); }

#ifdef LESSONS_CIRCUMSTANCES
// The ends that pass over standard output's buffer and over who waits for an exit, in the place of the C library's own.
void _exit(int status) {
  end_at_once(status);
  for (;;) syscall(SYS_exit_group, status);
}

void _Exit(int status) { _exit(status); }

// The C library's own calls first what the lesson wants to be called, and last what stands in `lesson_runtime_begin`.
void quick_exit(int status) {
  void (*own)(int) = (void (*)(int))dlsym(RTLD_NEXT, "quick_exit");
  quick_status = status;
  if (own) own(status);
  _exit(status);
}
#endif

// The same file under a number out of the way of low ones, and closed in whatever the lesson starts. Where few files may be
// open, there is no high number.
static int keep_apart(int given) {
  int kept = -1;
  for (int lowest = 200; kept < 0 && lowest > STDERR_FILENO; lowest /= 2) kept = fcntl(given, F_DUPFD_CLOEXEC, lowest);
  return kept;
}

void lesson_runtime_begin(void) {
  output_known = fstat(STDOUT_FILENO, &output) == 0;
  const char *wanted = getenv("LESSONS_CHANNEL");
  if (wanted) {
    int given = atoi(wanted);
    unsetenv("LESSONS_CHANNEL");
    channel = keep_apart(given);
    close(given);
  }
  set_limit(RLIMIT_AS, "LESSONS_MEMORY_LIMIT");
  // Of processes only those in the same namespace count, where there is one of the lesson's own.
  set_limit(RLIMIT_NPROC, "LESSONS_PROCESS_LIMIT");
  lesson_runtime_take_circumstances();
  take_parameters();
  program = getpid();
  on_exit(report_exit, NULL);
  at_quick_exit(end_at_quick_exit);
  // A line that is printed is there whatever ends the program, SIGKILL too. It costs a microsecond a line.
  setvbuf(stdout, NULL, _IOLBF, 0);
  dl_iterate_phdr(find_program, NULL);
  arm_faults();
}

int64_t lesson_runtime_output_offset(void) {
  fflush(stdout);
  struct stat now;
  if (!output_known || fstat(STDOUT_FILENO, &now) != 0) return -1;
  if (now.st_dev != output.st_dev || now.st_ino != output.st_ino) return -1;
  return (int64_t)now.st_size;
}

void lesson_runtime_send(const void *bytes, size_t count) {
  const char *rest = bytes;
  while (channel >= 0 && count > 0) {
    ssize_t written = write(channel, rest, count);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    rest += written;
    count -= (size_t)written;
  }
}

void lesson_runtime_join_errors(void) {
  if (parted >= 0) return;
  fflush(stdout);
  int kept = keep_apart(STDERR_FILENO);
  if (kept < 0) return;
  dup2(STDOUT_FILENO, STDERR_FILENO);
  parted = kept;
}

void lesson_runtime_part_errors(void) {
  if (parted < 0) return;
  int kept = parted;
  fflush(stdout);
  fflush(stderr);
  parted = -1;
  dup2(kept, STDERR_FILENO);
  close(kept);
}
