#include "script_engine.h"

#include <duktape.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct script_engine {
  duk_context *context;
  size_t limit;
  size_t used;
  // What may still be allocated, freed again or not, before a call counts as endless.
  size_t work;
  // The processor time of the thread at which a call counts as endless, in seconds; 0 for none.
  time_t deadline;
  unsigned asked;
};

// Each piece of memory is preceded by its size, so that the engine's use can be counted and bounded.
typedef union {
  size_t size;
  max_align_t alignment;
} block;

// Debian's Duktape has no hook for a time-out, so the clock is asked when memory is: an engine that gets none throws.
static bool is_late(script_engine *engine) {
  if (engine->deadline == 0 || ++engine->asked % 1024 != 0) return false;
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  if (now.tv_sec < engine->deadline) return false;
  engine->work = 0;
  return true;
}

static void *take(void *data, duk_size_t size) {
  script_engine *engine = data;
  if (is_late(engine)) return NULL;
  if (size == 0 || size > engine->limit - engine->used || size > engine->work) return NULL;
  block *piece = malloc(sizeof(block) + size);
  if (piece == NULL) return NULL;
  piece->size = size;
  engine->used += size;
  engine->work -= size;
  return piece + 1;
}

static void give(void *data, void *pointer) {
  script_engine *engine = data;
  if (pointer == NULL) return;
  block *piece = (block *)pointer - 1;
  engine->used -= piece->size;
  free(piece);
}

static void *change(void *data, void *pointer, duk_size_t size) {
  script_engine *engine = data;
  if (pointer == NULL) return take(data, size);
  if (size == 0) {
    give(data, pointer);
    return NULL;
  }
  block *piece = (block *)pointer - 1;
  size_t old = piece->size;
  if (size > old && (size - old > engine->limit - engine->used || size > engine->work)) return NULL;
  piece = realloc(piece, sizeof(block) + size);
  if (piece == NULL) return NULL;
  engine->used = engine->used - old + size;
  if (size > old) engine->work -= size;
  piece->size = size;
  return piece + 1;
}

// Called only for a fault inside Duktape itself: everything here runs in protected calls.
static void fatal(void *data, const char *message) {
  (void)data;
  (void)message;
  abort();
}

script_engine *script_engine_make(size_t memory) {
  script_engine *engine = calloc(1, sizeof *engine);
  if (engine == NULL) return NULL;
  engine->limit = memory;
  engine->work = SIZE_MAX;
  engine->context = duk_create_heap(take, change, give, engine, fatal);
  if (engine->context == NULL) {
    free(engine);
    return NULL;
  }
  return engine;
}

void script_engine_free(script_engine *engine) {
  if (engine == NULL) return;
  duk_destroy_heap(engine->context);
  free(engine);
}

// Turns the topmost value into text; an error whose own text throws becomes a plain one.
static bool keep_result(script_engine *engine, bool is_good) {
  duk_safe_to_string(engine->context, -1);
  return is_good;
}

bool script_engine_run(script_engine *engine, const char *program, size_t length) {
  duk_set_top(engine->context, 0);
  return keep_result(engine, duk_peval_lstring(engine->context, program, length) == 0);
}

typedef struct {
  const char *function;
  const char *text;
  size_t length;
  bool flag;
} call;

// Pushing the text may run out of memory, so it is done under protection too.
static duk_ret_t push_and_call(duk_context *context, void *data) {
  const call *wanted = data;
  duk_get_global_string(context, wanted->function);
  duk_push_lstring(context, wanted->text, wanted->length);
  duk_push_boolean(context, wanted->flag);
  duk_call(context, 2);
  return 1;
}

bool script_engine_call(script_engine *engine, const char *function, const char *text, size_t length, bool flag,
                        size_t work, unsigned seconds) {
  call wanted = {function, text, length, flag};
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  duk_set_top(engine->context, 0);
  engine->work = work;
  engine->deadline = now.tv_sec + seconds;
  bool is_good = duk_safe_call(engine->context, push_and_call, &wanted, 0, 1) == DUK_EXEC_SUCCESS;
  engine->work = SIZE_MAX;
  engine->deadline = 0;
  return keep_result(engine, is_good);
}

const char *script_engine_result(script_engine *engine, size_t *length) {
  duk_size_t size = 0;
  const char *text = duk_get_top(engine->context) > 0 ? duk_get_lstring(engine->context, -1, &size) : NULL;
  *length = size;
  return text;
}
