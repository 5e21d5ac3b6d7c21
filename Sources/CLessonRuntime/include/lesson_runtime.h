/// The part of a lesson's program that C does better: signal handlers, raw descriptors, limits.
#ifndef LESSON_RUNTIME_H
#define LESSON_RUNTIME_H

#include <stddef.h>
#include <stdint.h>

/// Opens the channel to the tool, sets the limits of the program, and arms the flush of standard output on a fault.
/// Must run at the start of main, after Swift's own runtime has set its handlers.
void lesson_runtime_begin(void);

/// Flushes standard output and tells how many bytes the program wrote to it so far; negative where standard output is
/// no longer the file that it was at the start.
int64_t lesson_runtime_output_offset(void);

/// Writes a record to the channel; does nothing where no tool listens.
void lesson_runtime_send(const void *bytes, size_t count);

/// Lets standard error go to standard output, each in its turn.
void lesson_runtime_join_errors(void);

/// Ends that.
void lesson_runtime_part_errors(void);

/// Takes on the circumstances that the tool asks for: hash seeds, clock, randomness, cores.
void lesson_runtime_take_circumstances(void);

/// The setting of a parameter that the tool asks for, by the number of the parameter; otherwise the standard one.
double lesson_runtime_parameter(int32_t number, double standard);

/// From here on values at the lines from the first to the last are wanted, so many of them at most, and again those that were
/// wanted before.
void lesson_runtime_watch(int32_t first, int32_t last, int32_t most);

/// No values are wanted until more lines are.
void lesson_runtime_look_away(void);

/// The number, from 0, of the lines that a line is among, and how far it is behind the first of them; negative where no value
/// is wanted. What is asked for counts.
int32_t lesson_runtime_watched(int32_t line, int32_t *behind);

#endif
