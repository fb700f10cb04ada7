#pragma once

#include <stdbool.h>

/// The size that the terminal driver knows, in columns and rows; false where it knows none.
bool terminal_size(int descriptor, int *_Nonnull columns, int *_Nonnull rows);

/// A descriptor that `terminal_wake` makes readable, from any thread; -1 on failure.
int terminal_make_wake(void);
void terminal_wake(int descriptor);

/// A pipe whose ends neither block nor reach child processes: [0] is read, [1] is written. False on failure.
bool terminal_make_pipe(int descriptors[_Nonnull 2]);

/// Another descriptor of the same file, above the standard three, that child processes do not inherit.
int terminal_duplicate(int descriptor);

/// A descriptor of a file that lies nowhere but in memory; -1 where the system has no such files.
int terminal_memory(void);

/// Has a descriptor mean the file of another one from now on.
bool terminal_point(int descriptor, int file);
