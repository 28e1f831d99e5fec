#include "grammar/pattern.h"

#include <algorithm>
#include <array>

#include "text/error.h"

namespace zhibiao {

namespace {

constexpr std::array<std::pair<std::string_view, ValueRole>, 12> kValueRoles = {{
    {"level", ValueRole::level},
    {"growth", ValueRole::growth},
    {"fall", ValueRole::fall},
    {"change", ValueRole::change},
    {"drop", ValueRole::drop},
    {"rank_level", ValueRole::rank_level},
    {"rank_growth", ValueRole::rank_growth},
    {"from", ValueRole::from},
    {"share", ValueRole::share},
    {"same", ValueRole::same},
    {"inside", ValueRole::inside},
    {"skip", ValueRole::skip},
}};

constexpr std::array<std::string_view, 10> kTextRoles = {"indicator", "scope",  "subject", "basis",      "condition",
                                                         "tone",      "period", "status",  "rank_scope", "ratio_to"};

std::vector<TokenClass> classes_of(std::string_view name) {
  using enum TokenClass;
  if (name == "quantity") return {money, count, people, measure, duration};
  if (name == "rate") return {percent, fraction, multiple};
  if (name == "noun") return {text, head, indicator};
  if (name == "value") {
    std::vector<TokenClass> all;
    for (size_t i = 0; i < kTokenClasses; ++i)
      if (is_value(static_cast<TokenClass>(i))) all.push_back(static_cast<TokenClass>(i));
    return all;
  }
  if (const auto one = class_named(name)) return {*one};
  throw Error("unknown kind <" + std::string(name) + ">");
}

std::string escaped(char byte) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto b = static_cast<unsigned char>(byte);
  return {'\\', 'x', hex[b >> 4], hex[b & 15]};
}

std::string class_set(std::string_view names, bool focus) {
  std::string set = "[";
  for (size_t begin = 0; begin <= names.size();) {
    const size_t bar = std::min(names.find('|', begin), names.size());
    for (const TokenClass c : classes_of(names.substr(begin, bar - begin))) {
      if (focus && !is_value(c)) throw Error("<" + std::string(names) + "> has a value role but holds no value");
      set += escaped(focus ? focus_byte(c) : class_byte(c));
    }
    begin = bar + 1;
  }
  return set + "]";
}

// The position of the '>' that closes the '<' at `open`; roles may hold groups with elements of their own.
size_t closing(std::string_view pattern, size_t open) {
  int depth = 0;
  for (size_t i = open; i < pattern.size(); ++i) {
    if (pattern[i] == '<') ++depth;
    if (pattern[i] == '>' && --depth == 0) return i;
  }
  throw Error("no > closes " + std::string(pattern.substr(open, 24)));
}

struct Compiler {
  FactPattern out;

  void element(std::string_view body) {
    const size_t colon = body.find(':');
    if (colon == std::string_view::npos) {
      out.expression += class_set(body, false);
      return;
    }
    const std::string role(body.substr(0, colon));
    std::string_view rest = body.substr(colon + 1);
    if (value_role_named(role)) {
      if (!out.value_role.empty()) throw Error("more than one value role: " + out.value_role + ", " + role);
      out.value_role = role;
      out.groups.emplace_back("value");
      out.expression += "(?P<value>" + class_set(rest, true) + ")";
      return;
    }
    if (std::find(kTextRoles.begin(), kTextRoles.end(), role) == kTextRoles.end())
      throw Error("unknown role \"" + role + "\"");
    out.groups.push_back(role);
    out.expression += "(?P<" + role + ">";
    if (!rest.empty() && rest.front() == '(')
      sequence(rest);
    else
      out.expression += class_set(rest, false);
    out.expression += ")";
  }

  void sequence(std::string_view pattern) {
    for (size_t i = 0; i < pattern.size(); ++i) {
      const char c = pattern[i];
      if (c == ' ' || c == '\n' || c == '\t') continue;
      if (c == '<') {
        const size_t end = closing(pattern, i);
        element(pattern.substr(i + 1, end - i - 1));
        i = end;
      } else if (c == '(') {
        out.expression += "(?:";
        if (pattern.substr(i + 1, 2) == "?:") i += 2;
      } else if (c == ')' || c == '|' || c == '?' || c == '*' || c == '+' || c == '^' || c == '$') {
        out.expression += c;
      } else {
        throw Error("unexpected \"" + std::string(pattern.substr(i, 12)) + "\"");
      }
    }
  }
};

std::string expand_within(std::string_view pattern, const Definitions& definitions, int depth) {
  if (depth > 16) throw Error("definitions go round in a circle");
  std::string out;
  for (size_t i = 0; i < pattern.size();) {
    const size_t open = pattern.find("{{", i);
    out += pattern.substr(i, open == std::string_view::npos ? open : open - i);
    if (open == std::string_view::npos) break;
    const size_t close = pattern.find("}}", open);
    if (close == std::string_view::npos) throw Error("no }} closes " + std::string(pattern.substr(open, 24)));
    const std::string_view name = pattern.substr(open + 2, close - open - 2);
    const auto found = definitions.find(name);
    if (found == definitions.end()) throw Error("unknown definition {{" + std::string(name) + "}}");
    out += "(?:" + expand_within(found->second, definitions, depth + 1) + ")";
    i = close + 2;
  }
  return out;
}

}  // namespace

std::string expand(std::string_view pattern, const Definitions& definitions) {
  return expand_within(pattern, definitions, 0);
}

void refuse_gaps(const std::string& pattern) {
  for (const std::string_view gap : {".*", ".+", ".{"})
    if (pattern.find(gap) != std::string::npos)
      throw Error("`" + std::string(gap) + "` is not allowed: name the characters, as in [^，。]*");
  constexpr int kMostRepeats = 8;
  for (size_t at = pattern.find("]{"); at != std::string::npos; at = pattern.find("]{", at + 1)) {
    const size_t close = pattern.find('}', at);
    const size_t comma = pattern.find(',', at);
    const size_t number = comma < close ? comma + 1 : at + 2;
    if (close == std::string::npos || number == close || std::atoi(pattern.c_str() + number) > kMostRepeats)
      throw Error("a counted gap of more than 8 is not allowed: " + pattern.substr(at, close - at + 1));
  }
}

FactPattern compile_fact(std::string_view pattern) {
  Compiler compiler;
  compiler.sequence(pattern);
  if (compiler.out.value_role.empty()) throw Error("no value role (level, growth, fall, change, …)");
  return std::move(compiler.out);
}

std::optional<ValueRole> value_role_named(std::string_view name) {
  for (const auto& [role_name, role] : kValueRoles)
    if (role_name == name) return role;
  return std::nullopt;
}

}  // namespace zhibiao
