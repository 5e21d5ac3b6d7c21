#define _GNU_SOURCE
#include "csystem.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

// What a lesson has no business with, though some of it is harmless where namespaces hold: a second wall behind them, and the
// only one where there are none.
static const int refused[] = {
    // The network, and sockets that lie in the file system. `socketpair` stays: Swift's backtracer speaks over one.
    SYS_socket,
    // Other processes' memory.
    SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_process_madvise, SYS_kcmp, SYS_pidfd_getfd,
    // File systems and namespaces.
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_unshare, SYS_setns, SYS_open_tree, SYS_move_mount, SYS_fsopen,
    SYS_fsconfig, SYS_fsmount, SYS_fspick, SYS_mount_setattr, SYS_name_to_handle_at, SYS_open_by_handle_at, SYS_quotactl,
    SYS_swapon, SYS_swapoff, SYS_acct,
    // Keys, tracing, and what the kernel is programmed with.
    SYS_add_key, SYS_keyctl, SYS_request_key, SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_io_uring_setup,
    SYS_io_uring_enter, SYS_io_uring_register, SYS_kexec_load, SYS_kexec_file_load, SYS_init_module, SYS_finit_module,
    SYS_delete_module, SYS_reboot, SYS_syslog,
    // The machine's clock and name.
    SYS_settimeofday, SYS_clock_settime, SYS_clock_adjtime, SYS_adjtimex, SYS_sethostname, SYS_setdomainname,
#ifdef SYS_iopl
    SYS_iopl, SYS_ioperm, SYS_modify_ldt,
#endif
};

// A process that leaves its group could outlive it, where nothing but its group tells what is the program's.
static const int leaving[] = {SYS_setsid, SYS_setpgid};

// Signals that could go to somebody else.
static const int signaling[] = {SYS_kill, SYS_tgkill, SYS_rt_sigqueueinfo, SYS_rt_tgsigqueueinfo};
static const int blind_signaling[] = {SYS_tkill, SYS_pidfd_open, SYS_pidfd_send_signal};

#if defined(__x86_64__)
enum { machine = AUDIT_ARCH_X86_64 };
#elif defined(__aarch64__)
enum { machine = AUDIT_ARCH_AARCH64 };
#else
#error "the filter of system calls knows x86-64 and arm64"
#endif

enum { longest = 256 };
struct draft {
  struct sock_filter code[longest];
  unsigned short count;
};

static void add(struct draft *draft, unsigned short code, unsigned int value, unsigned char yes, unsigned char no) {
  struct sock_filter step = {code, yes, no, value};
  draft->code[draft->count++] = step;
}

static void load(struct draft *draft, size_t offset) { add(draft, BPF_LD | BPF_W | BPF_ABS, (unsigned int)offset, 0, 0); }

static void answer(struct draft *draft, unsigned int answer) { add(draft, BPF_RET | BPF_K, answer, 0, 0); }

// Answers a call with an error, and leaves others to the steps that follow; the number of the call is loaded before and after.
static void refuse(struct draft *draft, int call, int fault) {
  add(draft, BPF_JMP | BPF_JEQ | BPF_K, (unsigned int)call, 0, 1);
  answer(draft, SECCOMP_RET_ERRNO | (unsigned int)fault);
}

static size_t argument(int index) {
  // The lower half, on machines that put it first.
  return offsetof(struct seccomp_data, args) + (size_t)index * sizeof(uint64_t);
}

static void write_filter(struct draft *draft, pid_t own, int starts_groups) {
  draft->count = 0;
  load(draft, offsetof(struct seccomp_data, arch));
  add(draft, BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0);
  answer(draft, SECCOMP_RET_KILL_PROCESS);
  load(draft, offsetof(struct seccomp_data, nr));
#if defined(__x86_64__)
  // The calls of x32 are the same under other numbers.
  add(draft, BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  answer(draft, SECCOMP_RET_ERRNO | ENOSYS);
#endif
  for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++) refuse(draft, refused[i], EPERM);
  for (size_t i = 0; !starts_groups && i < sizeof leaving / sizeof leaving[0]; i++) refuse(draft, leaving[i], EPERM);
  // The C library falls back to `clone`, whose flags stand in a register and can be looked at.
  refuse(draft, SYS_clone3, ENOSYS);
  add(draft, BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 0, 4);
  load(draft, argument(0));
  add(draft, BPF_JMP | BPF_JSET | BPF_K,
      CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP, 0, 1);
  answer(draft, SECCOMP_RET_ERRNO | EPERM);
  answer(draft, SECCOMP_RET_ALLOW);
  // Typing into a terminal.
  add(draft, BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 5);
  load(draft, argument(1));
  add(draft, BPF_JMP | BPF_JEQ | BPF_K, TIOCSTI, 1, 0);
  add(draft, BPF_JMP | BPF_JEQ | BPF_K, 0x541C /* TIOCLINUX */, 0, 1);
  answer(draft, SECCOMP_RET_ERRNO | EPERM);
  answer(draft, SECCOMP_RET_ALLOW);
  if (own > 0) {
    for (size_t i = 0; i < sizeof blind_signaling / sizeof blind_signaling[0]; i++) refuse(draft, blind_signaling[i], EPERM);
    for (size_t i = 0; i < sizeof signaling / sizeof signaling[0]; i++) {
      add(draft, BPF_JMP | BPF_JEQ | BPF_K, (unsigned int)signaling[i], 0, 4);
      load(draft, argument(0));
      add(draft, BPF_JMP | BPF_JEQ | BPF_K, (unsigned int)own, 1, 0);
      answer(draft, SECCOMP_RET_ERRNO | EPERM);
      answer(draft, SECCOMP_RET_ALLOW);
    }
  }
  answer(draft, SECCOMP_RET_ALLOW);
}

int csystem_filter_file(int starts_groups) {
  struct draft draft;
  write_filter(&draft, 0, starts_groups);
  size_t size = draft.count * sizeof draft.code[0];
  int file = memfd_create("filter", MFD_CLOEXEC);
  if (file < 0) return -errno;
  if (write(file, draft.code, size) != (ssize_t)size || lseek(file, 0, SEEK_SET) != 0) {
    int fault = errno;
    close(file);
    return -fault;
  }
  return file;
}

int csystem_filter_self(void) {
  struct draft draft;
  write_filter(&draft, getpid(), 0);
  struct sock_fprog program = {draft.count, draft.code};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0 ? 0 : errno;
}
