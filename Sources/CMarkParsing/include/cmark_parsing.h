/// cmark-gfm with a bound on its memory and a clock: the installed one has neither, and carries none of the fixes of 2023.
#ifndef CMARK_PARSING_H
#define CMARK_PARSING_H

#include <cmark-gfm.h>
#include <stddef.h>

/// Why a text was not parsed.
typedef enum { cmark_parsing_good, cmark_parsing_no_memory, cmark_parsing_no_time } cmark_parsing_end;

/// Parses a text with tables, strikethrough and task lists.
///
/// The parser may take up to `memory` bytes, and `milliseconds` of the thread's processor time: it is asked whenever it takes
/// memory, which it does for every node. It is left in the middle then, and all that it took is given back. One thread at a
/// time may call this. The tree, null where there is none, belongs to the caller.
cmark_node *cmark_parsing_parse(const char *text, size_t length, int options, size_t memory, long milliseconds,
                                cmark_parsing_end *end);

/// Gives back a text that cmark made of such a tree.
void cmark_parsing_free(void *text);

#endif
