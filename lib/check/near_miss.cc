#include "check/near_miss.h"

#include <algorithm>
#include <optional>

#include "grammar/matcher.h"
#include "grammar/pattern.h"
#include "grammar/rule_file.h"
#include "observe/reading.h"

namespace zhibiao {
namespace {

// The end of the element at `pos`: <…>, (…), {{…}} with its quantifier, or one byte.
size_t element_end(std::string_view match, size_t pos) {
  int depth = 0;
  size_t end = pos;
  do {
    const char c = match[end++];
    if (c == '<' || c == '(' || c == '{') ++depth;
    if (c == '>' || c == ')' || c == '}') --depth;
  } while (depth > 0 && end < match.size());
  while (end < match.size() && (match[end] == '?' || match[end] == '*' || match[end] == '+')) ++end;
  return end;
}

bool has_value_role(std::string_view element) {
  const size_t colon = element.find(':');
  return element.starts_with('<') && colon != element.npos && value_role_named(element.substr(1, colon - 1));
}

// The stretch of a window that a row of elements takes; nullopt where they do not match. A row names the value, whose
// byte is the only one in focus, so there is one place at most.
std::optional<Group> stretch(const std::string& row, const Definitions& definitions, std::string_view window) {
  const Expression expression(compile_fact(expand(row, definitions)).expression, Alphabet::bytes);
  std::vector<Group> groups;
  if (!expression.find(window, 0, groups)) return std::nullopt;
  return groups.front();
}

// One side of a rule: how far it holds from the value outwards.
struct Side {
  int held = 0, needed = 0;
  std::string failed;  // "" when all of it holds
  size_t edge = 0;     // of the window, where what holds ends
};

class Attempt {
 public:
  Attempt(const RuleElements& rule, const Definitions& definitions, const Window& window)
      : rule_(rule), definitions_(definitions), window_(window) {}

  bool value_fits() const { return stretch(rule_.value, definitions_, window_.bytes).has_value(); }

  Side left() const {
    return side(
        rule_.left.size(), [this](size_t i) { return rule_.left[rule_.left.size() - 1 - i]; }, true);
  }
  Side right() const {
    return side(
        rule_.right.size(), [this](size_t i) { return rule_.right[i]; }, false);
  }

 private:
  // Whether an element cannot be nothing.
  bool is_needed(const std::string& element) const {
    const Expression expression(compile_fact("^ " + expand(element, definitions_) + " " + rule_.value).expression,
                                Alphabet::bytes);
    std::vector<Group> groups;
    return !expression.find(focus(), 0, groups);
  }

  std::string focus() const {
    for (const char byte : window_.bytes) {
      if ((static_cast<unsigned char>(byte) & 0x80) != 0) return std::string(1, byte);
    }
    return "";
  }

  template <typename ElementAt>
  Side side(size_t count, ElementAt element_at, bool leftwards) const {
    Side made;
    std::string row = rule_.value;
    made.edge = edge_of(*stretch(row, definitions_, window_.bytes), leftwards);
    for (size_t i = 0; i < count; ++i) {
      const std::string element = element_at(i);
      const bool needed = is_needed(element);
      made.needed += needed;
      if (!made.failed.empty()) continue;
      row = leftwards ? element + " " + row : row + " " + element;
      if (const std::optional<Group> group = stretch(row, definitions_, window_.bytes)) {
        made.held += needed;
        made.edge = edge_of(*group, leftwards);
      } else {
        made.failed = element;
      }
    }
    return made;
  }

  static size_t edge_of(const Group& group, bool leftwards) {
    return static_cast<size_t>(leftwards ? group.begin : group.end);
  }

  const RuleElements& rule_;
  const Definitions& definitions_;
  const Window& window_;
};

// The word on the far side of the edge.
std::string word_beyond(const Skeleton& skeleton, const Window& window, size_t edge, bool leftwards) {
  if (leftwards ? edge == 0 : edge >= window.bytes.size()) return "";
  const size_t token = window.begin + edge - (leftwards ? 1 : 0);
  return std::string(skeleton.text(token)) + "/" + std::string(class_name(skeleton.tokens[token].token_class));
}

}  // namespace

std::optional<RuleElements> rule_elements(std::string name, std::string_view match) {
  RuleElements rule;
  rule.name = std::move(name);
  for (size_t i = 0; i < match.size();) {
    if (match[i] == ' ' || match[i] == '\n' || match[i] == '\t') {
      ++i;
      continue;
    }
    const size_t end = element_end(match, i);
    std::string element(match.substr(i, end - i));
    if (element == "|") return std::nullopt;
    if (has_value_role(element))
      rule.value = std::move(element);
    else
      (rule.value.empty() ? rule.left : rule.right).push_back(std::move(element));
    i = end;
  }
  if (rule.value.empty()) return std::nullopt;
  return rule;
}

NearMissFinder::NearMissFinder(const GrammarFiles& files) {
  for (const auto& [path, content] : files) {
    if (!path.starts_with("fact/")) continue;
    const RuleFile file = parse_rule_file(content);
    for (const auto& [name, definition] : file.definitions) definitions_.emplace(name, definition.value);
    for (const RawRule& rule : file.rules) {
      std::optional<RuleElements> elements = rule_elements(rule.name, rule.match.value);
      if (elements && !elements->value.starts_with("<inside:")) rules_.push_back(*std::move(elements));
    }
  }
}

std::vector<NearMiss> NearMissFinder::find(const Skeleton& skeleton, size_t token, size_t most) const {
  const Window window = window_around(skeleton, token);
  std::vector<NearMiss> misses;
  for (const RuleElements& rule : rules_) {
    const Attempt attempt(rule, definitions_, window);
    if (!attempt.value_fits()) continue;
    const Side left = attempt.left(), right = attempt.right();
    if (left.failed.empty() && right.failed.empty()) continue;  // it matches
    const bool leftwards = !left.failed.empty();
    const Side& side = leftwards ? left : right;
    misses.push_back({rule.name, side.failed, leftwards, word_beyond(skeleton, window, side.edge, leftwards),
                      left.held + right.held, left.needed + right.needed});
  }
  std::stable_sort(misses.begin(), misses.end(), [](const NearMiss& a, const NearMiss& b) {
    const int a_lacks = a.needed - a.held, b_lacks = b.needed - b.held;
    return a_lacks != b_lacks ? a_lacks < b_lacks : a.held > b.held;
  });
  misses.resize(std::min(misses.size(), most));
  return misses;
}

}  // namespace zhibiao
