#include "grammar/rule_file.h"

#include <toml++/toml.h>

#include <algorithm>

#include "text/decode.h"

namespace zhibiao {

namespace {

int line_of(const toml::node& node) { return static_cast<int>(node.source().begin.line); }

class Reader {
 public:
  explicit Reader(RuleFile& file) : file_(file) {}

  void read(const toml::table& root) {
    for (const auto& [key, node] : root) {
      if (!node.is_table())
        problem(node, "", "a rule is a table [name], not a value");
      else if (key == "define")
        definitions(*node.as_table());
      else
        table(std::string(key.str()), *node.as_table());
    }
    const auto by_line = [](const auto& a, const auto& b) { return a.line < b.line; };
    std::stable_sort(file_.rules.begin(), file_.rules.end(), by_line);
  }

 private:
  void problem(const toml::node& node, const std::string& rule, std::string what) {
    file_.problems.push_back({line_of(node), rule, std::move(what)});
  }

  void definitions(const toml::table& table) {
    for (const auto& [key, node] : table) {
      if (const auto text = node.value<std::string>())
        file_.definitions.push_back({std::string(key.str()), {*text, line_of(node)}});
      else
        problem(node, "define." + std::string(key.str()), "a definition is a string");
    }
  }

  // A table with a `match` is a rule; any other holds rules by name.
  void table(const std::string& name, const toml::table& table) {
    if (table.contains("match")) return rule(name, table);
    bool holds_rules = false;
    for (const auto& [key, node] : table) {
      if (!node.is_table()) continue;
      holds_rules = true;
      this->table(name + "." + std::string(key.str()), *node.as_table());
    }
    if (!holds_rules) problem(table, name, "no `match`");
  }

  void rule(const std::string& name, const toml::table& table) {
    RawRule rule;
    rule.name = name;
    rule.line = line_of(table);
    for (const auto& [key, node] : table) {
      if (key == "match")
        rule.match = text(node, name);
      else if (key == "kind")
        rule.kind = text(node, name);
      else if (key == "accepts")
        rule.accepts = texts(node, name);
      else if (key == "rejects")
        rule.rejects = texts(node, name);
      else if (key == "not_after")
        rule.not_after = texts(node, name);
      else if (key == "before")
        rule.before = texts(node, name);
      else if (key == "not_before")
        rule.not_before = texts(node, name);
      else
        problem(node, name, "unknown key `" + std::string(key.str()) + "`");
    }
    if (rule.accepts.empty() || rule.rejects.empty())
      problem(table, name, "a rule needs at least one line in `accepts` and one in `rejects`");
    file_.rules.push_back(std::move(rule));
  }

  Text text(const toml::node& node, const std::string& rule) {
    if (const auto value = node.value<std::string>()) return {*value, line_of(node)};
    problem(node, rule, "expected a string");
    return {};
  }

  std::vector<Text> texts(const toml::node& node, const std::string& rule) {
    std::vector<Text> out;
    if (const toml::array* array = node.as_array()) {
      for (const toml::node& item : *array) out.push_back(text(item, rule));
    } else {
      problem(node, rule, "expected a list of strings");
    }
    return out;
  }

  RuleFile& file_;
};

// The end of the string or comment that begins at `begin`; of a string on one line at the latest the line's end.
size_t token_end(std::string_view content, size_t begin) {
  if (content[begin] == '#') return std::min(content.find('\n', begin), content.size());
  const std::string_view three = content.substr(begin, 3), one = content.substr(begin, 1);
  const bool many = three == "\"\"\"" || three == "'''";
  const std::string_view mark = many ? three : one;
  for (size_t at = begin + mark.size(); at < content.size(); ++at) {
    if (content.substr(at).starts_with(mark)) return at + mark.size();
    if (content[at] == '\n' && !many) return at;
    if (content[at] == '\\' && one == "\"") ++at;
  }
  return content.size();
}

// What toml++ does with other characters outside of strings, and with bytes that are no UTF-8, is not defined.
void check_characters(std::string_view content, RuleFile& file) {
  size_t wrong = valid_utf8_prefix(content);
  for (size_t at = 0; at < wrong;) {
    if (content[at] == '#' || content[at] == '"' || content[at] == '\'') {
      at = token_end(content, at);
    } else if (static_cast<unsigned char>(content[at]) >= 0x80) {
      wrong = at;
    } else {
      ++at;
    }
  }
  if (wrong >= content.size()) return;
  const auto line = 1 + std::count(content.begin(), content.begin() + static_cast<ptrdiff_t>(wrong), '\n');
  file.problems.push_back({static_cast<int>(line), "", "a character outside of a string, or bytes that are no UTF-8"});
}

// toml++ 3.3 asserts on some broken table headers (a lone `[`), so headers are looked at before it sees them.
void check_headers(std::string_view content, RuleFile& file) {
  int line = 0;
  for (size_t begin = 0; begin < content.size();) {
    const size_t end = std::min(content.find('\n', begin), content.size());
    std::string_view text = content.substr(begin, end - begin);
    begin = end + 1;
    ++line;
    if (text.empty() || text.front() != '[') continue;
    const size_t close = text.find(']');
    const std::string_view name = close == std::string_view::npos ? "" : text.substr(1, close - 1);
    const bool plain =
        !name.empty() && name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") ==
                             std::string_view::npos;
    if (!plain || name.front() == '.' || name.back() == '.' || name.find("..") != std::string_view::npos)
      file.problems.push_back({line, "", "a rule begins with its name in brackets, [like.this]"});
  }
}

}  // namespace

RuleFile parse_rule_file(std::string_view content) {
  RuleFile file;
  check_headers(content, file);
  check_characters(content, file);
  if (!file.problems.empty()) return file;
  try {
    Reader(file).read(toml::parse(content));
  } catch (const toml::parse_error& error) {
    file.problems.push_back({static_cast<int>(error.source().begin.line), "", std::string(error.description())});
  }
  return file;
}

}  // namespace zhibiao
