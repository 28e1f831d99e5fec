// The options of view.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.h"

namespace zhibiao::cli {

// Beside those that say what to read.
void add_view_options(CLI::App* command, Options& options);

}  // namespace zhibiao::cli
