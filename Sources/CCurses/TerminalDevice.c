#define _GNU_SOURCE
#include "TerminalDevice.h"

#include <fcntl.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

bool terminal_size(int descriptor, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

int terminal_make_wake(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

void terminal_wake(int descriptor) {
  uint64_t one = 1;
  // A full counter is as awake as can be.
  ssize_t written = write(descriptor, &one, sizeof one);
  (void)written;
}

bool terminal_make_pipe(int descriptors[2]) { return pipe2(descriptors, O_CLOEXEC | O_NONBLOCK) == 0; }

int terminal_duplicate(int descriptor) { return fcntl(descriptor, F_DUPFD_CLOEXEC, 3); }

int terminal_memory(void) { return memfd_create("frame", MFD_CLOEXEC); }

bool terminal_point(int descriptor, int file) { return dup3(file, descriptor, O_CLOEXEC) >= 0; }
