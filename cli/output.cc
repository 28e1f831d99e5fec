#include "cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace zhibiao::cli {

void send_output_to(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  const bool is_sent = file >= 0 && ::dup2(file, STDOUT_FILENO) >= 0;
  if (!is_sent) throw OutputFailed(path + ": cannot be written: " + std::strerror(errno));
  ::close(file);
}

void Output::take(std::string& bytes) {
  if (buffer.empty()) {
    buffer.swap(bytes);
  } else {
    buffer += bytes;
    bytes.clear();
  }
  flush_if_full();
}

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
