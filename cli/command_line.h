// The grammar of the command line: subcommands, options, help with examples.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/commands.h"

namespace zhibiao::cli {

struct CommandLine {
  Options options;
  std::function<void(Session&)> run;  // empty: only `message` is to be printed
  std::string message;                // help
  bool version = false;
};

// Throws UsageError with a message for a person.
CommandLine parse_command_line(int argc, char** argv);

}  // namespace zhibiao::cli
