#include <malloc.h>

// The C library keeps a piece of memory that was given back, for the next one, unless it is large; and what is large to it grows
// with every piece that was ever given back. Held where it is, all that the pages of a course need for a moment goes back to the
// system: a tenth of the tool's memory. It is said before the first piece is given back.
__attribute__((constructor)) static void give_large_pieces_back(void) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 512 << 10);
#endif
}
