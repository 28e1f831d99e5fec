#include "grammar/lint.h"

#include <algorithm>
#include <map>

#include "grammar/alternatives.h"
#include "grammar/loader.h"
#include "grammar/pattern.h"
#include "grammar/rule_file.h"
#include "text/word_list.h"

namespace zhibiao {
namespace {

std::string place(const std::string& path, int line) { return path + ":" + std::to_string(line); }

std::string stem(const std::string& path) {
  const size_t begin = path.rfind('/') + 1;
  return path.substr(begin, path.rfind('.') - begin);
}

std::string without_blanks(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') out += c;
  }
  return out;
}

class Linter {
 public:
  // REQUIRES: files are sorted by path.
  explicit Linter(const GrammarFiles& files) {
    words(files);
    for (const auto& [path, content] : files) {
      if (path.ends_with(".toml")) rule_files_.emplace_back(path, parse_rule_file(content));
    }
    for (const auto& [path, file] : rule_files_) {
      for (const auto& [name, definition] : file.definitions) definitions_.emplace(name, definition.value);
    }
    for (const auto& [path, file] : rule_files_) {
      for (const RawRule& rule : file.rules) see(path, rule);
    }
  }

  std::vector<std::string> warnings;

 private:
  void warn(const std::string& at, const std::string& what) { warnings.push_back(at + ": " + what); }

  // Lists that are read together: a word has one class, that of the list that is read first. Units, idioms and column
  // headers are read apart.
  void words(const GrammarFiles& files) {
    for (const bool first : {true, false}) {
      for (const auto& [path, content] : files) {
        const std::string list = stem(path);
        const bool read_apart = list == "unit" || list == "idiom" || list == "column" || list == "subject" ||
                                list == "edge" || list == "function";
        if (path.starts_with("lexicon/") && !read_apart && first == is_read_first(list)) words(path, content);
      }
    }
    for (const auto& [lists, twice] : doubled_) warn_of_doubled(lists.first, lists.second, twice);
  }

  void words(const std::string& path, const std::string& content) {
    const std::string list = stem(path);
    const bool has_class = list == "cue" || list == "particle" || list == "scope";
    each_word_line(content, [&](const WordLine& line) {
      const std::string token_class(has_class && line.columns.size() > 1 ? line.columns[1] : list);
      const auto [first, is_new] = words_.try_emplace(std::string(line.columns[0]), token_class, path);
      if (is_new || first->second.first == token_class) return;
      doubled_[{path, first->second.second}].emplace_back(line.columns[0], line.line);
    });
  }

  using Places = std::vector<std::pair<std::string, int>>;  // word, line

  // One warning for two lists, however many words they share.
  void warn_of_doubled(const std::string& path, const std::string& winner, const Places& words) {
    constexpr size_t kMost = 8;
    std::string named;
    for (size_t i = 0; i < std::min(kMost, words.size()); ++i) named += (i == 0 ? "" : ", ") + words[i].first;
    const std::string more = words.size() > kMost ? " and " + std::to_string(words.size() - kMost) + " more" : "";
    warn(place(path, words.front().second),
         named + more + ": of another class in " + winner + ", which is read first and wins");
  }

  void see(const std::string& path, const RawRule& rule) {
    const std::string at = place(path, rule.match.line) + ": " + rule.name;
    const std::string expanded = expand(rule.match.value, definitions_);
    if (path.starts_with("mention/")) {
      for (const ShadowedAlternative& shadowed : shadowed_alternatives(expanded)) {
        const bool same = shadowed.earlier == shadowed.later;
        warn(at, same ? shadowed.later + " stands twice among the alternatives"
                      : shadowed.later + " never matches: " + shadowed.earlier + " stands before it");
      }
      if (has_wildcard(expanded)) warn(at, "`.` stands for any character, also the begin of a number: name them");
    }
    const auto [first, is_new] = patterns_.try_emplace(meaning(rule, expanded), at);
    if (!is_new) warn(at, "says the same as " + first->second);
  }

  static std::string meaning(const RawRule& rule, const std::string& expanded) {
    std::string key = rule.kind.value + "\n" + without_blanks(expanded);
    for (const auto* guards : {&rule.not_after, &rule.not_before, &rule.before}) {
      key += '\n';
      for (const Text& guard : *guards) key += guard.value + "\t";
    }
    return key;
  }

  std::vector<std::pair<std::string, RuleFile>> rule_files_;
  Definitions definitions_;
  std::map<std::string, std::pair<std::string, std::string>> words_;  // word → class, list
  std::map<std::pair<std::string, std::string>, Places> doubled_;
  std::map<std::string, std::string> patterns_;  // meaning → rule
};

}  // namespace

std::vector<std::string> lint_grammar(GrammarFiles files) {
  std::sort(files.begin(), files.end());
  return std::move(Linter(files).warnings);
}

}  // namespace zhibiao
