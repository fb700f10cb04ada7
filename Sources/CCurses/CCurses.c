#define _GNU_SOURCE
#include "CCurses.h"

// Only here: its macros take hundreds of everyday names.
#include <term.h>

int curses_width(wchar_t character) { return wcwidth(character); }

curses_type_t curses_describe_type(const char *name, int descriptor) {
  int found = 0;
  if (setupterm(name, descriptor, &found) != OK)
    return found == 1 ? CURSES_TYPE_INCAPABLE : CURSES_TYPE_UNKNOWN;
  bool usable = curses_capability("cup") != NULL;
  del_curterm(cur_term);
  return usable ? CURSES_TYPE_USABLE : CURSES_TYPE_INCAPABLE;
}

const char *curses_capability(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}
