#pragma once

#include <stdbool.h>
#include <sys/types.h>

/// Opens a pseudo-terminal of a size; both ends are closed in child processes. False on failure.
bool pseudo_terminal_open(int *_Nonnull controller, int *_Nonnull terminal, int columns, int rows);

/// Tells the terminal's driver another size; it then signals SIGWINCH.
bool pseudo_terminal_resize(int controller, int columns, int rows);

/// Starts a program as the leader of a new session on the terminal, with no signal blocked or ignored; -1 on failure.
pid_t pseudo_terminal_spawn(
  int terminal, const char *_Nonnull path, char *_Nullable const *_Nonnull arguments,
  char *_Nullable const *_Nonnull environment);

/// A descriptor that is readable once a process ended; -1 on failure.
int pseudo_terminal_watch(pid_t process);

/// Takes the end of a child: its exit code, or its signal negated. False while it runs.
bool pseudo_terminal_reap(pid_t process, int *_Nonnull status);
