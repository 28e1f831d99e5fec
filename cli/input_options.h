// The options of read and extract that say what is read, and how.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.h"

namespace zhibiao::cli {

void add_input_options(CLI::App* command, Options& options);
// Where the results go.
void add_output_options(CLI::App* command, Options& options);

}  // namespace zhibiao::cli
