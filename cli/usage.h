// The command line asks for something that cannot be.
#pragma once

#include <stdexcept>

namespace zhibiao::cli {

struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace zhibiao::cli
