#define _GNU_SOURCE
#include "CrashGuard.h"

#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE};
enum { COUNT = sizeof fatal / sizeof fatal[0], STACK = 64 * 1024 };

static volatile sig_atomic_t armed;
static bool installed;
static int terminal;
static char restoration[256];
static size_t restoration_length;
static struct termios settings_found;
static struct sigaction found[COUNT];
// A crash by stack overflow leaves no room on the stack for its handler.
static char stack[STACK];

static void restore_and_die(int number) {
  if (armed) {
    armed = 0;
    ssize_t written = write(terminal, restoration, restoration_length);
    (void)written;
    tcsetattr(terminal, TCSANOW, &settings_found);
  }
  // SA_RESETHAND made the signal deadly again.
  raise(number);
}

static void install(void) {
  stack_t present;
  if (sigaltstack(NULL, &present) == 0 && (present.ss_flags & SS_DISABLE)) {
    stack_t ours = {.ss_sp = stack, .ss_size = STACK};
    sigaltstack(&ours, NULL);
  }
  struct sigaction action = {.sa_handler = restore_and_die, .sa_flags = SA_ONSTACK | (int)SA_RESETHAND};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < COUNT; i++) sigaction(fatal[i], &action, &found[i]);
  installed = true;
}

void crash_guard_arm(int descriptor, const char *sequence, size_t length, const struct termios *settings) {
  armed = 0;
  terminal = descriptor;
  restoration_length = length < sizeof restoration ? length : sizeof restoration - 1;
  memcpy(restoration, sequence, restoration_length);
  settings_found = *settings;
  if (!installed) install();
  armed = 1;
}

void crash_guard_disarm(void) { armed = 0; }

void crash_guard_remove(void) {
  armed = 0;
  if (!installed) return;
  for (int i = 0; i < COUNT; i++) sigaction(fatal[i], &found[i], NULL);
  installed = false;
}
