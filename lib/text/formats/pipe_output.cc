#include "text/formats/pipe_output.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace zhibiao {

PipeOutput read_pipe(int descriptor, std::chrono::seconds longest, uint64_t limit) {
  const auto end = std::chrono::steady_clock::now() + longest;
  PipeOutput output;
  std::array<char, 1 << 16> block;
  while (std::chrono::steady_clock::now() < end) {
    pollfd waiting{descriptor, POLLIN, 0};
    if (::poll(&waiting, 1, 1000) <= 0) continue;
    const ssize_t got = ::read(descriptor, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return output;
    output.text.append(block.data(), static_cast<size_t>(got));
    if (output.text.size() > limit) {
      output.end = PipeOutput::End::too_much;
      return output;
    }
  }
  output.end = PipeOutput::End::late;
  return output;
}

}  // namespace zhibiao
