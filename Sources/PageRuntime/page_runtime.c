// The ground under a lesson in a page: memory, standard output, records, parameters. A WASI command that imports the reading
// and the writing of descriptors alone, so that the same file runs in a page and in the toolchain's own wasmkit.
#include <stddef.h>
#include <stdint.h>

typedef struct {
  const void *at;
  size_t count;
} Slice;

__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_write"))) int fd_write(
    int descriptor, const Slice *slices, size_t count, size_t *written);
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_read"))) int fd_read(
    int descriptor, const Slice *slices, size_t count, size_t *read);

// Memory: lists of free blocks by size, four sizes to a doubling; a block remembers its list in the 16 bytes before it.
extern unsigned char __heap_base;
static uintptr_t top = 0;
static void *lists[128];

static unsigned list_of(size_t size) {
  if (size <= 64) return (unsigned)((size + 15) / 16);
  unsigned power = 31 - (unsigned)__builtin_clz((unsigned)size - 1);
  return (power - 6) * 4 + (unsigned)((size - 1) >> (power - 2)) - 4 + 5;
}

static size_t size_of(unsigned list) {
  if (list <= 4) return list * 16;
  unsigned power = (list - 5) / 4 + 6, quarter = (list - 5) % 4;
  return ((size_t)(5 + quarter)) << (power - 2);
}

static void *take(size_t size) {
  if (!top) top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
  uintptr_t at = top;
  if (size > 0x7fffffff - at) __builtin_trap();
  top += size;
  size_t have = __builtin_wasm_memory_size(0) << 16;
  if (top > have) {
    size_t pages = (top - have + 0xffff) >> 16, more = have >> 17;
    if (__builtin_wasm_memory_grow(0, pages > more ? pages : more) == (size_t)-1 &&
        __builtin_wasm_memory_grow(0, pages) == (size_t)-1)
      __builtin_trap();
  }
  return (void *)at;
}

void *malloc(size_t size) {
  if (size > 0x40000000) __builtin_trap();
  unsigned list = list_of(size ? size : 1);
  void **block = lists[list];
  if (block) {
    lists[list] = *block;
    return block;
  }
  unsigned char *fresh = take(size_of(list) + 16);
  *(unsigned *)fresh = list;
  return fresh + 16;
}

void free(void *block) {
  if (!block) return;
  unsigned list = *(unsigned *)((unsigned char *)block - 16);
  *(void **)block = lists[list];
  lists[list] = block;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (alignment > 16) __builtin_trap();
  *result = malloc(size);
  return 0;
}

void *memcpy(void *to, const void *from, size_t n) {
  __builtin_memcpy(to, from, n);
  return to;
}
void *memmove(void *to, const void *from, size_t n) {
  __builtin_memmove(to, from, n);
  return to;
}
void *memset(void *to, int value, size_t n) {
  __builtin_memset(to, value, n);
  return to;
}
int memcmp(const void *a, const void *b, size_t n) {
  const unsigned char *x = a, *y = b;
  for (; n; n--, x++, y++)
    if (*x != *y) return *x - *y;
  return 0;
}
size_t strlen(const char *s) {
  size_t n = 0;
  while (s[n]) n++;
  return n;
}
uintptr_t __stack_chk_guard = 0x5afe57ac;
void __stack_chk_fail(void) { __builtin_trap(); }

// One order of dictionaries for all: a lesson whose results depend on it is found out natively, where it changes.
void arc4random_buf(void *to, size_t n) {
  for (unsigned char *p = to; n; n--) *p++ = (unsigned char)(n * 151);
}

typedef unsigned long long u64;
void __multi3(u64 *result, u64 a, u64 a1, u64 b, u64 b1) {
  u64 al = a & 0xffffffff, ah = a >> 32, bl = b & 0xffffffff, bh = b >> 32;
  u64 ll = al * bl, lh = al * bh, hl = ah * bl, hh = ah * bh;
  u64 middle = (ll >> 32) + (lh & 0xffffffff) + (hl & 0xffffffff);
  result[0] = (ll & 0xffffffff) | middle << 32;
  result[1] = hh + (lh >> 32) + (hl >> 32) + (middle >> 32) + a * b1 + a1 * b;
}

// What was printed, and the records, are handed out together at the end.
typedef struct {
  unsigned char *bytes;
  size_t count, room;
} Buffer;

static Buffer printed, records;
static int is_muted = 0;

static void append(Buffer *buffer, const void *bytes, size_t count) {
  size_t needs = buffer->count + count;
  if (needs > buffer->room) {
    size_t room = buffer->room ? buffer->room : 4096;
    while (room < needs) room *= 2;
    unsigned char *fresh = malloc(room);
    if (buffer->bytes) {
      __builtin_memcpy(fresh, buffer->bytes, buffer->count);
      free(buffer->bytes);
    }
    buffer->bytes = fresh;
    buffer->room = room;
  }
  if (count) __builtin_memcpy(buffer->bytes + buffer->count, bytes, count);
  buffer->count = needs;
}

int putchar(int byte) {
  unsigned char character = (unsigned char)byte;
  // A page has no use for more, and a loop that prints would fill its memory.
  if (printed.count > 4 << 20) __builtin_trap();
  if (!is_muted) append(&printed, &character, 1);
  return byte;
}

static void append_number(size_t number) {
  char digits[24];
  int at = sizeof digits;
  do digits[--at] = (char)('0' + number % 10);
  while (number /= 10);
  append(&records, digits + at, sizeof digits - (size_t)at);
}

// The line of a record and its bytes, as the native runtime writes them.
static void write_record(char kind, size_t place, char form, const void *bytes, size_t count) {
  append(&records, &kind, 1);
  append(&records, " ", 1);
  append_number(place);
  append(&records, " ", 1);
  append_number(printed.count);
  char middle[3] = {' ', form, ' '};
  append(&records, middle, 3);
  append_number(count);
  append(&records, "\n", 1);
  append(&records, bytes, count);
  append(&records, "\n", 1);
}

void page_record(char kind, int32_t place, char form, const unsigned char *bytes, int32_t count) {
  if (!is_muted) write_record(kind, (size_t)place, form, bytes, (size_t)count);
}

static void end(void) {
  write_record('P', 0, '-', printed.bytes, printed.count);
  write_record('X', 0, '-', 0, 0);
  Slice slice = {records.bytes, records.count};
  size_t written = 0;
  while (slice.count && fd_write(1, &slice, 1, &written) == 0 && written) {
    slice.at = (const char *)slice.at + written;
    slice.count -= written;
  }
}

// The parts of a lesson: one is chosen, or none and then all of it runs.
static int32_t chosen = -1;

__attribute__((export_name("choose"))) void choose(int32_t part) {
  chosen = part;
  is_muted = part >= 0;
}

int32_t page_is_muted(void) { return is_muted; }

int32_t page_enter(int32_t part) {
  if (part == chosen) is_muted = 0;
  return is_muted;
}

// Nothing behind the chosen part is wanted. What stops here has said that it came to its end.
void page_leave(int32_t part) {
  if (part != chosen) return;
  end();
  __builtin_trap();
}

// What is handed in: the parameters by their numbers, and behind them the part, where nothing can be called before the program.
enum { most_parameters = 64 };
static double given[most_parameters + 1];
static size_t given_count;

static void read_given(void) {
  Slice slice = {given, sizeof given};
  size_t read = 0;
  if (fd_read(0, &slice, 1, &read) == 0) given_count = read / sizeof(double);
  if (given_count > most_parameters) choose((int32_t)given[most_parameters]);
}

double page_parameter(int32_t number, double standard) {
  return (size_t)number < given_count && given[number] == given[number] ? given[number] : standard;
}

// A file of the lesson's data. A page that reads some has a function of that name with them (`PageFiles`).
__attribute__((weak)) const unsigned char *page_file(const unsigned char *path, int32_t length, int32_t *count) {
  (void)path, (void)length, (void)count;
  return 0;
}

int __main_argc_argv(int count, char **arguments);
__attribute__((export_name("_start"))) void _start(void) {
  read_given();
  // The form of the records, as the native runtime says it first.
  write_record('L', 3, '-', 0, 0);
  __main_argc_argv(0, 0);
  end();
}

// The names under which the kit and lessons call the mathematics of the C library: the optimizer knows none of them, so it
// makes no other function of one, and computes none in advance with the mathematics of the machine that it runs on.
#define ONE(name) \
  double name(double); \
  double lessonkit_##name(double x) { return name(x); }
#define TWO(name) \
  double name(double, double); \
  double lessonkit_##name(double x, double y) { return name(x, y); }
#define FLOAT(name) \
  float name(float); \
  float lessonkit_##name(float x) { return name(x); }
ONE(exp) ONE(exp2) ONE(expm1) ONE(log) ONE(log1p) ONE(log2) ONE(log10) ONE(cbrt) ONE(sin) ONE(cos) ONE(tan) ONE(asin)
ONE(acos) ONE(atan) ONE(sinh) ONE(cosh) ONE(tanh) ONE(asinh) ONE(acosh) ONE(atanh) ONE(erf) ONE(erfc) ONE(lgamma)
ONE(tgamma) TWO(pow) TWO(hypot) TWO(atan2) TWO(fmod)
FLOAT(expf) FLOAT(logf) FLOAT(tanhf) FLOAT(sinf) FLOAT(cosf)
