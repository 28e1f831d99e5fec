// What a source file says: its string literals, those that stand side by side as one, escapes undone.
#pragma once

#include <regex>
#include <string>
#include <vector>

namespace zhibiao::testing {

inline std::string unescaped(const std::string& written) {
  std::string out;
  for (size_t i = 0; i < written.size(); ++i) {
    if (written[i] != '\\' || i + 1 == written.size()) {
      out += written[i];
      continue;
    }
    const char next = written[++i];
    out += next == 'n' ? '\n' : next == 't' ? '\t' : next;
  }
  return out;
}

// Comments, includes and characters hold none.
inline std::vector<std::string> literals_of(const std::string& source) {
  static const std::regex kToken(
      R"re(//[^\n]*|#include[^\n]*|"((?:[^"\\\n]|\\.)*)"|'(?:[^'\\\n]|\\.)+'|\s+|[0-9][\w']*|\w+|[^\w\s])re");
  std::vector<std::string> literals;
  bool goes_on = false;
  for (std::sregex_iterator token(source.begin(), source.end(), kToken), end; token != end; ++token) {
    const std::string text = token->str();
    if (text[0] == '"') {
      if (!goes_on) literals.emplace_back();
      literals.back() += unescaped((*token)[1]);
      goes_on = true;
    } else if (!text.starts_with("//") && text.find_first_not_of(" \t\n") != std::string::npos) {
      goes_on = false;
    }
  }
  return literals;
}

}  // namespace zhibiao::testing
