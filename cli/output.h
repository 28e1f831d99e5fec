// Standard output, or a file, behind one big buffer. Whole lines are appended, so that a reader never sees half of one
// for long.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace zhibiao::cli {

// The reader closed the pipe: no failure, the work is over.
struct ReaderGone {};

// Standard output or a file cannot be written.
struct OutputFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Makes this file standard output, for the rest of the program. Throws OutputFailed.
void send_output_to(const std::string& path);

class Output {
 public:
  std::string buffer;
  int fd = STDOUT_FILENO;
  std::string name = "standard output";
  uint64_t written = 0;           // bytes
  std::function<void()> flushed;  // called whenever the buffer was written

  // Call after each line; writes when enough has come together. Throws ReaderGone or OutputFailed.
  void flush_if_full() {
    if (buffer.size() >= kFull) flush();
  }
  void flush();
  // Appends, or writes at once what is much; `bytes` is then empty.
  void take(std::string& bytes);

 private:
  static constexpr size_t kFull = 256 * 1024;
};

// All of it. Throws ReaderGone or OutputFailed.
void write_all(int fd, std::string_view bytes, const std::string& name);

}  // namespace zhibiao::cli
