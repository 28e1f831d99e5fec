#include "cli/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace zhibiao::cli {

void Output::flush() {
  size_t done = 0;
  while (done < buffer.size()) {
    const ssize_t written = ::write(STDOUT_FILENO, buffer.data() + done, buffer.size() - done);
    if (written >= 0) {
      done += static_cast<size_t>(written);
    } else if (errno != EINTR) {
      const int problem = errno;
      buffer.clear();
      if (problem == EPIPE) throw ReaderGone{};
      throw OutputFailed(std::string("standard output: ") + std::strerror(problem));
    }
  }
  buffer.clear();
}

}  // namespace zhibiao::cli
