// Usual values for options from a file, in TOML: keys before any section are for every command that has such an option,
// keys of [extract] or [grammar.check] for that command alone.
#pragma once

#include <CLI/CLI.hpp>

namespace zhibiao::cli {

// Adds --config, which ZHIBIAO_CONFIG stands in for. Throws UsageError when that names no file.
void add_config(CLI::App& app);

}  // namespace zhibiao::cli
