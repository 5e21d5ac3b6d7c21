/// A small JavaScript engine behind four functions: Duktape's own interface is made of macros, which Swift cannot call.
#ifndef SCRIPT_ENGINE_H
#define SCRIPT_ENGINE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct script_engine script_engine;

/// An engine that may take up to `memory` bytes; null if there is no room for it. One thread at a time may use it.
script_engine *script_engine_make(size_t memory);

void script_engine_free(script_engine *engine);

/// Runs a program. Texts are CESU-8, as Duktape keeps them. False if it threw; the result is then the error's text.
bool script_engine_run(script_engine *engine, const char *program, size_t length);

/// Calls a global function with a text and a flag. It may allocate up to `work` bytes, freed again or not, for what allocates
/// without end runs without end; and about so many seconds of the thread's processor time. False if it threw; the result is
/// then the error's text, and the engine can be used again.
bool script_engine_call(script_engine *engine, const char *function, const char *text, size_t length, bool flag,
                        size_t work, unsigned seconds);

/// What the last run or call left, as text; good until the next one.
const char *script_engine_result(script_engine *engine, size_t *length);

#endif
