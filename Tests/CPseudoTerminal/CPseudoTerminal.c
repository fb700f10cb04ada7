#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

bool pseudo_terminal_open(int *controller, int *terminal, int columns, int rows) {
  char name[128];
  *controller = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (*controller < 0) return false;
  if (grantpt(*controller) == 0 && unlockpt(*controller) == 0 && ptsname_r(*controller, name, sizeof name) == 0) {
    *terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (*terminal >= 0) return pseudo_terminal_resize(*controller, columns, rows);
  }
  close(*controller);
  return false;
}

bool pseudo_terminal_resize(int controller, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(controller, TIOCSWINSZ, &size) == 0;
}

pid_t pseudo_terminal_spawn(int terminal, const char *path, char *const *arguments, char *const *environment) {
  char name[128];
  if (ttyname_r(terminal, name, sizeof name) != 0) return -1;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t files;
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_init(&attributes);
  // Test threads block signals; without this the child would never see SIGWINCH.
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  posix_spawn_file_actions_init(&files);
  // The first terminal that a session leader opens becomes its controlling one.
  posix_spawn_file_actions_addopen(&files, 0, name, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&files, 0, 1);
  posix_spawn_file_actions_adddup2(&files, 0, 2);
  pid_t process = -1;
  if (posix_spawn(&process, path, &files, &attributes, arguments, environment) != 0) process = -1;
  posix_spawn_file_actions_destroy(&files);
  posix_spawnattr_destroy(&attributes);
  return process;
}

int pseudo_terminal_watch(pid_t process) { return (int)syscall(SYS_pidfd_open, process, 0); }

bool pseudo_terminal_reap(pid_t process, int *status) {
  int raw = 0;
  if (waitpid(process, &raw, WNOHANG) != process) return false;
  *status = WIFSIGNALED(raw) ? -WTERMSIG(raw) : WEXITSTATUS(raw);
  return true;
}
