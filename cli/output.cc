#include "cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace zhibiao::cli {

void send_output_to(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  const bool is_sent = file >= 0 && ::dup2(file, STDOUT_FILENO) >= 0;
  if (!is_sent) throw OutputFailed(path + ": cannot be written: " + std::strerror(errno));
  ::close(file);
}

void Output::take(std::string& bytes) {
  constexpr size_t kMuch = 32 * 1024;  // dearer to copy than to write by itself
  if (bytes.size() >= kMuch && !buffer.empty()) flush();
  if (buffer.empty()) {
    buffer.swap(bytes);
  } else {
    buffer += bytes;
    bytes.clear();
  }
  flush_if_full();
}

void Output::flush() {
  std::string bytes = std::exchange(buffer, {});  // gone, should it not be possible to write it
  write_all(fd, bytes, name);
  written += bytes.size();
  if (flushed) flushed();
  buffer = std::move(bytes);
  buffer.clear();
}

void write_all(int fd, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<size_t>(written));
    } else if (errno == EPIPE) {
      throw ReaderGone{};
    } else if (errno != EINTR) {
      throw OutputFailed(name + ": " + std::strerror(errno));
    }
  }
}

}  // namespace zhibiao::cli
