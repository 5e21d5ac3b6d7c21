#include "cmark_parsing.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// Each piece of memory stands in a ring, so that all of a parse can be given back, and a piece can leave without knowing its ring.
typedef union block {
  struct {
    union block *previous;
    union block *next;
    size_t size;
  } head;
  max_align_t alignment;
} block;

typedef struct {
  block ring;
  size_t used;
  size_t limit;
  struct timespec deadline;
  unsigned asked;
  jmp_buf leave;
} parse;

// The parse that the thread is at: the parser's functions for memory are not told which one they serve.
static _Thread_local parse *current;

static _Noreturn void leave(cmark_parsing_end end) { longjmp(current->leave, (int)end); }

static void admit(size_t size) {
  if (size > current->limit - current->used) leave(cmark_parsing_no_memory);
  if (++current->asked % 256 != 0) return;
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  if (now.tv_sec > current->deadline.tv_sec ||
      (now.tv_sec == current->deadline.tv_sec && now.tv_nsec >= current->deadline.tv_nsec))
    leave(cmark_parsing_no_time);
}

static void link_in(block *piece, size_t size) {
  piece->head.size = size;
  if (current == NULL) {
    piece->head.previous = piece->head.next = piece;
    return;
  }
  current->used += size;
  piece->head.previous = &current->ring;
  piece->head.next = current->ring.head.next;
  piece->head.next->head.previous = piece;
  current->ring.head.next = piece;
}

static void link_out(block *piece) {
  piece->head.previous->head.next = piece->head.next;
  piece->head.next->head.previous = piece->head.previous;
  if (current != NULL) current->used -= piece->head.size;
}

static void *take(size_t count, size_t size) {
  if (size != 0 && count > (SIZE_MAX - sizeof(block)) / size) abort();
  size *= count;
  if (current != NULL) admit(size);
  block *piece = calloc(1, sizeof(block) + size);
  if (piece == NULL) {
    if (current == NULL) abort();
    leave(cmark_parsing_no_memory);
  }
  link_in(piece, size);
  return piece + 1;
}

static void *change(void *pointer, size_t size) {
  if (pointer == NULL) return take(1, size);
  block *piece = (block *)pointer - 1;
  if (current != NULL) admit(size);
  link_out(piece);
  block *moved = realloc(piece, sizeof(block) + size);
  if (moved == NULL) {
    link_in(piece, piece->head.size);
    if (current == NULL) abort();
    leave(cmark_parsing_no_memory);
  }
  link_in(moved, size);
  return moved + 1;
}

static void give(void *pointer) {
  if (pointer == NULL) return;
  block *piece = (block *)pointer - 1;
  link_out(piece);
  free(piece);
}

static cmark_mem memory_functions = {take, change, give};

static void give_all(parse *parse) {
  while (parse->ring.head.next != &parse->ring) {
    block *piece = parse->ring.head.next;
    parse->ring.head.next = piece->head.next;
    free(piece);
  }
}

static cmark_node *parsed(const char *text, size_t length, int options) {
  static const char *const extensions[] = {"table", "strikethrough", "tasklist"};
  cmark_parser *parser = cmark_parser_new_with_mem(options, &memory_functions);
  for (size_t place = 0; place < sizeof extensions / sizeof *extensions; place++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(extensions[place]);
    if (extension != NULL) cmark_parser_attach_syntax_extension(parser, extension);
  }
  cmark_parser_feed(parser, text, length);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

cmark_node *cmark_parsing_parse(const char *text, size_t length, int options, size_t memory, long milliseconds,
                                cmark_parsing_end *end) {
  static bool registered = false;
  if (!registered) cmark_gfm_core_extensions_ensure_registered();
  registered = true;

  parse here = {.limit = memory};
  here.ring.head.previous = here.ring.head.next = &here.ring;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &here.deadline);
  here.deadline.tv_sec += milliseconds / 1000;
  here.deadline.tv_nsec += milliseconds % 1000 * 1000000;
  if (here.deadline.tv_nsec >= 1000000000) {
    here.deadline.tv_sec += 1;
    here.deadline.tv_nsec -= 1000000000;
  }
  current = &here;
  int reason = setjmp(here.leave);
  if (reason != 0) {
    current = NULL;
    give_all(&here);
    *end = (cmark_parsing_end)reason;
    return NULL;
  }
  cmark_node *root = parsed(text, length, options);
  current = NULL;
  // The ring closes without its head: what is left of it goes with the tree.
  here.ring.head.previous->head.next = here.ring.head.next;
  here.ring.head.next->head.previous = here.ring.head.previous;
  *end = cmark_parsing_good;
  return root;
}

void cmark_parsing_free(void *text) { give(text); }
