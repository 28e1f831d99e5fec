// Manual pages in the man macros, made of the command line's own definition.
#pragma once

#include <string>

#include "cli/command_model.h"
#include "text/language.h"

namespace zhibiao::cli {

// The page of the program, or of one of its commands; `program` is in `language` already.
std::string program_page(const CommandModel& program, Language language);
std::string command_page(const CommandModel& program, const CommandModel& command, Language language);

// What each exit code says, and each variable of the environment does: "0\tdone, …", a line each, in `language`.
std::string exit_codes(Language language);
std::string environment(Language language);

}  // namespace zhibiao::cli
