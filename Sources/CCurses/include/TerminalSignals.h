#pragma once

#include <stdbool.h>

/// Has the signals that concern a terminal (WINCH, CONT, TSTP, TERM, HUP, INT, QUIT) written to a pipe, one byte each,
/// until `terminal_signals_release`. A signal that the program was told to ignore (`nohup`) stays ignored.
void terminal_signals_catch(int pipe);

/// Gives the signals back as they were found.
void terminal_signals_release(void);

/// Lets SIGTSTP stop the process, as it does by itself, or catches it again.
void terminal_signals_let_stop(bool lets);

/// Whether SIGTSTP can stop the process at all: a shell without job control has it ignored.
bool terminal_signals_can_stop(void);
