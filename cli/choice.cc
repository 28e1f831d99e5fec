#include "cli/choice.h"

#include <algorithm>
#include <sstream>

namespace zhibiao::cli {
namespace {

// "" for a word of the list, or what is wrong with it.
std::string wrong_choice(const std::string& given, const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), given) != words.end()) return "";
  return given + " is none of " + listed(words);
}

}  // namespace

std::string listed(const std::vector<std::string>& words, std::string_view separator) {
  std::string list;
  for (const std::string& word : words) list.append(list.empty() ? "" : separator).append(word);
  return list;
}

std::vector<std::string> split_list(const std::string& list) {
  std::vector<std::string> items;
  std::istringstream stream(list);
  for (std::string item; std::getline(stream, item, ',');) {
    if (!item.empty()) items.push_back(item);
  }
  return items;
}

CLI::Option* one_of(CLI::Option* option, const std::vector<std::string>& words) {
  return option->type_name(listed(words, "|"))->check([words](const std::string& given) {
    return wrong_choice(given, words);
  });
}

CLI::Option* some_of(CLI::Option* option, const std::vector<std::string>& words) {
  return option->type_name(listed(words, ","))->check([words](const std::string& given) {
    for (const std::string& item : split_list(given)) {
      if (const std::string problem = wrong_choice(item, words); !problem.empty()) return problem;
    }
    return std::string();
  });
}

}  // namespace zhibiao::cli
