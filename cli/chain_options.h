// The options of the chain's commands and of table that say what is printed, and how.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.h"

namespace zhibiao::cli {

void add_encoding(CLI::App* command, Options& options);
void add_keep(CLI::App* command, Options& options);
void add_offsets(CLI::App* command, Options& options);
void add_fields(CLI::App* command, Options& options);
// Columns and heads of tables.
void add_table_options(CLI::App* command, Options& options);
// --format, of extract and of table.
void add_extract_format(CLI::App* command, Options& options);
void add_table_format(CLI::App* command, Options& options);

}  // namespace zhibiao::cli
