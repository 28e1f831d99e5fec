// What a shell may put where the cursor is. The shells' own scripts (cli/completion) are a few lines that ask.
#pragma once

#include <string>
#include <vector>

#include "cli/command_model.h"

namespace zhibiao::cli {

// For the words behind the program's name, the last being the one at which the cursor is (perhaps ""). The first line
// is "files", "folders" or "words"; after "words" follow the candidates, one a line, each with a tab and what it does.
std::string completion(const CommandModel& program, const std::vector<std::string>& words);

// The script for bash, zsh or fish; "" for another shell.
std::string completion_script(const std::string& shell);

}  // namespace zhibiao::cli
