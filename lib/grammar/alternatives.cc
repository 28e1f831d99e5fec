#include "grammar/alternatives.h"

#include <algorithm>
#include <optional>

namespace zhibiao {
namespace {

// The end of the piece that begins at `pos`: an escape, a class, a group (without its quantifier) or one byte.
size_t piece_end(std::string_view expression, size_t pos) {
  const char c = expression[pos];
  if (c == '\\') return std::min(pos + 2, expression.size());
  if (c == '[') {
    size_t end = pos + 1;
    if (end < expression.size() && expression[end] == '^') ++end;
    if (end < expression.size() && expression[end] == ']') ++end;
    while (end < expression.size() && expression[end] != ']') end += expression[end] == '\\' ? 2 : 1;
    return std::min(end + 1, expression.size());
  }
  if (c != '(') return pos + 1;
  size_t end = pos + 1;
  while (end < expression.size() && expression[end] != ')') end = piece_end(expression, end);
  return std::min(end + 1, expression.size());
}

std::vector<std::string_view> split_alternatives(std::string_view expression) {
  std::vector<std::string_view> alternatives;
  size_t begin = 0;
  for (size_t i = 0; i < expression.size(); i = piece_end(expression, i)) {
    if (expression[i] != '|') continue;
    alternatives.push_back(expression.substr(begin, i - begin));
    begin = i + 1;
  }
  alternatives.push_back(expression.substr(begin));
  return alternatives;
}

// The text that an alternative matches, if it is one text.
std::optional<std::string> plain_text(std::string_view alternative) {
  std::string text;
  for (size_t i = 0; i < alternative.size(); i = piece_end(alternative, i)) {
    const char c = alternative[i];
    if (std::string_view("[]().*+?{}^$").find(c) != std::string_view::npos) return std::nullopt;
    if (c == '\\' && i + 1 < alternative.size())
      text += alternative[i + 1];
    else
      text += c;
  }
  return text;
}

// What is between the brackets of a group, without ?: or ?P<name>.
std::string_view group_body(std::string_view group) {
  std::string_view body = group.substr(1, group.size() - (group.ends_with(')') ? 2 : 1));
  if (body.starts_with("?:")) return body.substr(2);
  if (body.starts_with("?P<")) return body.substr(std::min(body.find('>'), body.size() - 1) + 1);
  return body;
}

class Finder {
 public:
  // `last`: nothing follows the expression.
  void see(std::string_view expression, bool last) {
    const std::vector<std::string_view> alternatives = split_alternatives(expression);
    compare(alternatives, last);
    for (const std::string_view alternative : alternatives) see_groups(alternative, last);
  }

  std::vector<ShadowedAlternative> out;

 private:
  void compare(const std::vector<std::string_view>& alternatives, bool last) {
    std::vector<std::string> texts;
    for (const std::string_view alternative : alternatives) {
      const std::optional<std::string> text = plain_text(alternative);
      if (!text || text->empty()) continue;
      const auto shadows = [&](const std::string& earlier) {
        return last ? text->starts_with(earlier) : *text == earlier;
      };
      const auto earlier = std::find_if(texts.begin(), texts.end(), shadows);
      if (earlier != texts.end()) out.push_back({*earlier, *text});
      texts.push_back(*text);
    }
  }

  void see_groups(std::string_view alternative, bool last) {
    for (size_t i = 0; i < alternative.size();) {
      const size_t end = piece_end(alternative, i);
      if (alternative[i] == '(') {
        const std::string_view rest = alternative.substr(end);
        see(group_body(alternative.substr(i, end - i)), last && (rest.empty() || rest == "?"));
      }
      i = end;
    }
  }
};

}  // namespace

std::vector<ShadowedAlternative> shadowed_alternatives(std::string_view expression) {
  Finder finder;
  finder.see(expression, true);
  return std::move(finder.out);
}

bool has_wildcard(std::string_view expression) {
  for (size_t i = 0; i < expression.size();) {
    if (expression[i] == '.') return true;
    i = expression[i] == '(' ? i + 1 : piece_end(expression, i);
  }
  return false;
}

}  // namespace zhibiao
