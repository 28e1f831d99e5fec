// The options of eval, audit, check and grammar check.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.h"

namespace zhibiao::cli {

void add_eval_options(CLI::App* command, Options& options);
void add_audit_options(CLI::App* command, Options& options);
void add_check_options(CLI::App* command, Options& options);
void add_grammar_check_options(CLI::App* command, Options& options);

}  // namespace zhibiao::cli
