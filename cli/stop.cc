#include "cli/stop.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

namespace zhibiao::cli {
namespace {

std::atomic<bool> was_asked{false};
std::atomic<bool> was_interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free);  // a signal handler writes them
// A byte in it wakes who waits for input, whenever the signal comes.
int wake[2] = {-1, -1};

void interrupt(int) {
  const int problem = errno;
  was_interrupted = true;
  ask_to_stop();
  errno = problem;
}

}  // namespace

void heed_interrupt() {
  if (wake[0] < 0 && ::pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) wake[0] = wake[1] = -1;
  struct sigaction before {};
  if (::sigaction(SIGINT, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) return;  // as nohup wants it
  struct sigaction action {};
  action.sa_handler = interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  ::sigaction(SIGINT, &action, nullptr);
}

void ask_to_stop() {
  was_asked = true;
  if (wake[1] >= 0) [[maybe_unused]]
    const ssize_t written = ::write(wake[1], "", 1);
}

bool asked_to_stop() { return was_asked; }
bool interrupted() { return was_interrupted; }

bool wait_to_read(int fd) {
  pollfd waiting[] = {{fd, POLLIN, 0}, {wake[0], POLLIN, 0}};
  while (!was_asked) {
    if (::poll(waiting, 2, -1) >= 0 && waiting[0].revents != 0) return true;  // poll passes over a wake[0] of -1
    if (errno != EINTR && waiting[1].revents == 0) return true;
  }
  return false;
}

}  // namespace zhibiao::cli
