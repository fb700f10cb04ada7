#define _GNU_SOURCE
#include "TerminalSignals.h"

#include <errno.h>
#include <signal.h>
#include <unistd.h>

static const int caught[] = {SIGWINCH, SIGCONT, SIGTSTP, SIGTERM, SIGHUP, SIGINT, SIGQUIT};
enum { COUNT = sizeof caught / sizeof caught[0] };

static volatile sig_atomic_t destination = -1;
static struct sigaction found[COUNT];

static void note(int number) {
  int kept = errno;
  unsigned char byte = (unsigned char)number;
  // A full pipe already holds more signals than matter.
  ssize_t written = write(destination, &byte, 1);
  (void)written;
  errno = kept;
}

static void set(int number, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

void terminal_signals_catch(int pipe) {
  sigset_t all;
  sigemptyset(&all);
  destination = pipe;
  for (int i = 0; i < COUNT; i++) {
    sigaction(caught[i], NULL, &found[i]);
    if (found[i].sa_handler == SIG_IGN) continue;
    set(caught[i], note);
    sigaddset(&all, caught[i]);
  }
  // Whoever started us may have left them blocked.
  pthread_sigmask(SIG_UNBLOCK, &all, NULL);
}

void terminal_signals_release(void) {
  for (int i = 0; i < COUNT; i++) sigaction(caught[i], &found[i], NULL);
  destination = -1;
}

bool terminal_signals_can_stop(void) {
  struct sigaction now;
  sigaction(SIGTSTP, NULL, &now);
  return now.sa_handler != SIG_IGN;
}

void terminal_signals_let_stop(bool lets) {
  if (terminal_signals_can_stop()) set(SIGTSTP, lets ? SIG_DFL : note);
}
