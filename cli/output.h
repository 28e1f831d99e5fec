// Standard output behind one big buffer. Whole lines are appended, so that a reader never sees half of one for long.
#pragma once

#include <stdexcept>
#include <string>

namespace zhibiao::cli {

// The reader closed the pipe: no failure, the work is over.
struct ReaderGone {};

// Standard output cannot be written.
struct OutputFailed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Makes this file standard output, for the rest of the program. Throws OutputFailed.
void send_output_to(const std::string& path);

class Output {
 public:
  std::string buffer;

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

}  // namespace zhibiao::cli
