// README.zh-CN.md says what README.md says: the same commands and code in the same order, the same links, the same
// figures. Comments in code are in its own language.
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/testing.h"

namespace zhibiao::testing {
namespace {

// Without a comment behind it.
std::string code_of(const std::string& line) {
  static const std::regex kComment(R"((^|\s+)(#|//) .*$)");
  return std::regex_replace(line, kComment, "");
}

// Fenced blocks, each with its language as the first line, and the lines that are set in.
std::vector<std::string> code_in(const std::string& markdown) {
  std::vector<std::string> code;
  bool fenced = false;
  for (const std::string& line : lines_of(markdown)) {
    const bool is_fence = line.starts_with("```");
    if (is_fence) fenced = !fenced;
    if (is_fence || fenced) {
      code.push_back(is_fence ? line : code_of(line));
    } else if (line.starts_with("    ")) {
      code.push_back(line.substr(0, line.find_first_of(" ", 4)));  // the tree: names alone
    }
  }
  return code;
}

std::set<std::string> links_in(const std::string& markdown) {
  static const std::regex kLink(R"(\]\(([^)]+)\))");
  std::set<std::string> links;
  for (std::sregex_iterator link(markdown.begin(), markdown.end(), kLink), end; link != end; ++link) {
    const std::string target = (*link)[1];
    if (!target.starts_with("README")) links.insert(target);
  }
  return links;
}

// Of the tables the numbers and the words in code, row by row.
std::vector<std::string> tables_in(const std::string& markdown) {
  static const std::regex kFixed(R"(`[^`]+`|\d[\d.,]*)");
  std::vector<std::string> rows;
  for (const std::string& line : lines_of(markdown)) {
    if (!line.starts_with("|")) continue;
    std::string row;
    for (std::sregex_iterator fixed(line.begin(), line.end(), kFixed), end; fixed != end; ++fixed)
      row += fixed->str() + " ";
    rows.push_back(row);
  }
  return rows;
}

size_t headings_in(const std::string& markdown) {
  size_t count = 0;
  for (const std::string& line : lines_of(markdown)) count += line.starts_with("## ");
  return count;
}

TEST(ChineseReadme, SaysWhatTheEnglishOneSays) {
  const std::string english = read_report("README.md");
  const std::string chinese = read_report("README.zh-CN.md");
  ASSERT_GT(code_in(english).size(), 60u);
  EXPECT_EQ(code_in(chinese), code_in(english));
  EXPECT_EQ(links_in(chinese), links_in(english));
  EXPECT_EQ(tables_in(chinese), tables_in(english));
  EXPECT_EQ(headings_in(chinese), headings_in(english));
}

}  // namespace
}  // namespace zhibiao::testing
