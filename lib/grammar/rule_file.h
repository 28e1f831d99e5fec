// A rule file (TOML) as read, before anything is compiled: definitions and rules in file order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

struct Text {
  std::string value;
  int line = 0;
};

struct RawRule {
  std::string name;
  int line = 0;
  Text match;
  Text kind;  // of a mention rule
  std::vector<Text> accepts, rejects, not_after, not_before, before;
};

struct Problem {
  int line = 0;
  std::string rule;
  std::string what;
};

struct RuleFile {
  std::vector<std::pair<std::string, Text>> definitions;
  std::vector<RawRule> rules;
  std::vector<Problem> problems;
};

RuleFile parse_rule_file(std::string_view content);

}  // namespace zhibiao
