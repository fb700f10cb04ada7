#pragma once

#include <malloc.h>

/// Keeps glibc's allocator to one heap for all threads: each heap of a thread's own holds on to a few megabytes, and the
/// program's threads take turns anyway. Call it before other threads start. (`mallopt` is not visible to Swift.)
static inline void allocator_use_one_arena(void) { mallopt(M_ARENA_MAX, 1); }
