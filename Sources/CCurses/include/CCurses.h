#pragma once

// The door to wide ncurses: what Swift cannot import (macros, mutable globals) as inline functions.

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <curses.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>

#include "TerminalDevice.h"
#include "TerminalSignals.h"
#include "CrashGuard.h"

static const attr_t curses_bold = A_BOLD;
static const attr_t curses_dim = A_DIM;
static const attr_t curses_underline = A_UNDERLINE;
static const attr_t curses_reverse = A_REVERSE;
static const attr_t curses_italic = A_ITALIC;

static inline WINDOW *_Nullable curses_standard_screen(void) { return stdscr; }
static inline WINDOW *_Nullable curses_current_screen(void) { return curscr; }
static inline int curses_lines(void) { return LINES; }
static inline int curses_columns(void) { return COLS; }
static inline int curses_colors(void) { return COLORS; }

/// Makes a cell of one spacing character and its marks, in any of 65,536 colour pairs.
static inline int curses_make_cell(cchar_t *_Nonnull cell, const wchar_t *_Nonnull text, attr_t attributes, int pair) {
  return setcchar(cell, text, attributes, 0, &pair);
}

/// How many columns ncurses will give a character: 0, 1 or 2, and -1 for one that it cannot print.
int curses_width(wchar_t character);

/// What the terminfo database says of a type of terminal.
typedef enum { CURSES_TYPE_USABLE, CURSES_TYPE_INCAPABLE, CURSES_TYPE_UNKNOWN } curses_type_t;

/// Whether a type of terminal is known and can place its cursor.
curses_type_t curses_describe_type(const char *_Nonnull name, int descriptor);

/// A string capability of the terminal in use, with its padding marks (`$<5>`); NULL where it has none.
const char *_Nullable curses_capability(const char *_Nonnull name);
