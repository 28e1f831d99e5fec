// Options whose values are words of a closed list. The list is the option's type, `a|b|c` where one is taken and
// `a,b,c` where several are, so that help, manual pages and completion show the same.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::cli {

// "a, b, c"
std::string listed(const std::vector<std::string>& words, std::string_view separator = ", ");

// The parts between commas that are not empty.
std::vector<std::string> split_list(const std::string& list);

// Refuses what is none of the words, after what the option's other checks made of it.
CLI::Option* one_of(CLI::Option* option, const std::vector<std::string>& words);
CLI::Option* some_of(CLI::Option* option, const std::vector<std::string>& words);

}  // namespace zhibiao::cli
