// What another process writes into a pipe, read until it ends, is late, or is more than wanted.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace zhibiao {

struct PipeOutput {
  enum class End : uint8_t { complete, late, too_much };
  End end = End::complete;
  std::string text;
};

PipeOutput read_pipe(int descriptor, std::chrono::seconds longest, uint64_t limit);

}  // namespace zhibiao
