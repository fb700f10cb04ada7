#pragma once

#include <stddef.h>
#include <termios.h>

/// Should the program crash, writes a sequence to the terminal and restores its settings before the process dies of the
/// same signal. The sequence is copied; at most 255 bytes of it are kept.
void crash_guard_arm(int descriptor, const char *_Nonnull sequence, size_t length, const struct termios *_Nonnull settings);

/// While disarmed (an editor has the terminal) a crash leaves the terminal alone.
void crash_guard_disarm(void);

/// Gives the crash signals back as they were found.
void crash_guard_remove(void);
