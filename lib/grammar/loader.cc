#include "grammar/loader.h"

#include <algorithm>
#include <cstdlib>

#include "grammar/pattern.h"
#include "grammar/rule_file.h"
#include "text/error.h"
#include "text/word_list.h"

namespace zhibiao {

namespace {

constexpr std::pair<std::string_view, MentionKind> kMentionKinds[] = {
    {"date", MentionKind::date},   {"period", MentionKind::period},       {"name", MentionKind::name},
    {"idiom", MentionKind::idiom}, {"numbering", MentionKind::numbering}, {"condition", MentionKind::condition},
};

// The lists whose file name is the class of their words.
constexpr std::pair<std::string_view, TokenClass> kClassLists[] = {
    {"verb", TokenClass::verb}, {"adverb", TokenClass::adverb},       {"predicate", TokenClass::predicate},
    {"head", TokenClass::head}, {"indicator", TokenClass::indicator}, {"guard", TokenClass::text},
};

constexpr std::pair<std::string_view, TokenClass> kScopeKinds[] = {
    {"own", TokenClass::own}, {"other", TokenClass::scope}, {"member", TokenClass::member}};

// In the order of ColumnWord.
constexpr std::string_view kColumnWords[] = {"growth", "updown", "change", "share",    "rank",    "index",
                                             "level",  "target", "actual", "estimate", "compare", "item",
                                             "place",  "member", "total",  "shared"};

Screen screen_of(const std::vector<std::string>& patterns, Alphabet alphabet, const Image& image) {
  if (image) return Screen(image);
  const bool bytes = alphabet == Alphabet::bytes;
  std::vector<Demand> demands;
  for (const std::string& pattern : patterns) demands.push_back(demand_of(pattern, bytes));
  return Screen(demands, bytes);
}

bool is_word_list(std::string_view path) { return path.ends_with(".tsv") && !is_in_catalogue(path); }

class Loader {
 public:
  // What is wrong with expressions and with the catalogue is told at once, or else they are made when they are needed.
  Loader(std::shared_ptr<GrammarData> data, bool at_once, FindImage find)
      : data_(std::move(data)), files_(data_->files), at_once_(at_once), find_(find) {
    std::sort(data_->files.begin(), data_->files.end());
  }

  std::shared_ptr<const GrammarData> load() {
    size_t lines = 0;
    for (const auto& [path, content] : files_)
      if (is_word_list(path)) lines += static_cast<size_t>(std::count(content.begin(), content.end(), '\n'));
    if (makes_words_) surfaces_.reserve(lines);
    data_->word_info.reserve(lines);
    for (const bool first : {true, false})  // a word of two lists: small words and cues win
      for (const auto& [path, content] : files_)
        if (is_word_list(path) && first == is_read_first(stem(path))) words(path, content);
    if (at_once_) problems_.insert(problems_.end(), data_->read_catalogue().begin(), data_->read_catalogue().end());
    for (const auto& [path, content] : files_)
      if (path.ends_with(".toml")) read_rules(path, content);
    for (const auto& pending : pending_) compile(pending);
    figure_words();
    if (!problems_.empty()) fail();
    data_->words = Trie(surfaces_, find_("words"));
    data_->column_words = Trie(columns_, find_("column_words"));
    data_->subject_words = Trie(subjects_, find_("subject_words"));
    data_->functions = Trie(functions_, find_("functions"));
    data_->name_leads = Trie(leads_, find_("name_leads"));
    data_->name_tails = Trie(tails_, find_("name_tails"));
    data_->mention_screen = screen_of(mention_patterns_, Alphabet::utf8, find_("mention_screen"));
    data_->inside_screen = screen_of(inside_patterns_, Alphabet::bytes, find_("inside_screen"));
    data_->fact_screen = screen_of(fact_patterns_, Alphabet::bytes, find_("fact_screen"));
    return data_;
  }

 private:
  struct Pending {
    std::string path;
    std::string layer;
    RawRule rule;
  };

  void problem(std::string_view path, int line, const std::string& rule, const std::string& what) {
    problems_.push_back(std::string(path) + ":" + std::to_string(line) + ": " + (rule.empty() ? "" : rule + ": ") +
                        what);
  }

  [[noreturn]] void fail() {
    std::string message;
    for (const std::string& one : problems_) message += (message.empty() ? "" : "\n") + one;
    throw Error(message);
  }

  void words(std::string_view path, std::string_view content) {
    const std::string_view list = stem(path);
    if (list == "unit") units_ = content;
    if (list == "idiom") idioms_ = content;
    const bool of_figures = list == "unit" || list == "idiom";
    size_t count = 0;
    each_word_line(content, [&](const WordLine& line) {
      ++count;
      if (!of_figures) listed(path, list, line);
    });
    data_->word_lists.push_back({std::string(list), std::string(path), count});
  }

  void listed(std::string_view path, std::string_view list, const WordLine& line) {
    if (list == "column") return column_word(path, line);
    if (list == "subject") return subject_word(path, line);
    if (list == "edge") return edge_word(path, line);
    if (list == "function") return function_name(path, line);
    word(path, list, line);
  }

  void subject_word(std::string_view path, const WordLine& line) {
    const std::string_view kind = line.column(1);
    constexpr std::string_view kKinds[] = {"dependent", "owner", "again"};
    const auto found = std::find(std::begin(kKinds), std::end(kKinds), kind);
    if (found == std::end(kKinds))
      return problem(path, line.line, "", "expected owner, dependent or again behind " + std::string(line.columns[0]));
    subjects_.emplace_back(line.columns[0], static_cast<int32_t>(found - std::begin(kKinds)));
  }

  void function_name(std::string_view path, const WordLine& line) {
    const bool group = line.column(1) == "group";
    if (!group && line.column(1) != "category")
      return problem(path, line.line, "", "expected category or group behind " + std::string(line.columns[0]));
    functions_.emplace_back(line.columns[0], group ? 1 : 0);
  }

  void edge_word(std::string_view path, const WordLine& line) {
    const std::string_view word = line.columns[0];
    const std::string_view side = line.column(1), stays = line.column(2);
    const bool lead = side == "lead", tail = side == "tail";
    if ((!lead && !tail) || !(lead ? word.ends_with(stays) : word.starts_with(stays)))
      return problem(path, line.line, "", "expected lead or tail and what of it stays behind " + std::string(word));
    (lead ? leads_ : tails_).emplace_back(word, static_cast<int32_t>(word.size() - stays.size()));
  }

  void figure_words() {
    try {
      data_->figures = parse_figure_words(units_, idioms_, find_);
    } catch (const Error& error) {
      problems_.push_back(error.what());
    }
  }

  void column_word(std::string_view path, const WordLine& line) {
    const std::string_view meaning = line.column(1);
    const auto found = std::find(std::begin(kColumnWords), std::end(kColumnWords), meaning);
    if (found == std::end(kColumnWords))
      return problem(path, line.line, "",
                     "unknown meaning \"" + std::string(meaning) + "\" of " + std::string(line.columns[0]));
    columns_.emplace_back(line.columns[0], static_cast<int32_t>(found - std::begin(kColumnWords)));
  }

  void word(std::string_view path, std::string_view list, const WordLine& line) {
    const auto add = [&](TokenClass c, std::string_view canonical) {
      if (makes_words_) surfaces_.emplace_back(line.columns[0], static_cast<int32_t>(data_->word_info.size()));
      data_->word_info.push_back({c, canonical});
    };
    const std::string_view second = line.column(1);
    if (list == "cue" || list == "particle") {
      if (const auto c = class_named(second)) return add(*c, "");
      return problem(path, line.line, "",
                     "unknown class \"" + std::string(second) + "\" of " + std::string(line.columns[0]));
    }
    if (list == "scope") {
      const bool known = line.column(2).empty() || line.column(2) == "area";
      for (const auto& [name, c] : kScopeKinds)
        if (known && name == second) return add(c, line.column(2));
      return problem(path, line.line, "", "expected own, other or member behind " + std::string(line.columns[0]));
    }
    for (const auto& [name, c] : kClassLists)
      if (name == list) return add(c, list == "indicator" ? second : "");
    problem(path, line.line, "", "no stage reads a list of this name");
  }

  void read_rules(std::string_view path, std::string_view content) {
    RuleFile file = parse_rule_file(content);
    for (const Problem& p : file.problems) problem(path, p.line, p.rule, p.what);
    for (const auto& [name, definition] : file.definitions)
      if (!definitions_.emplace(name, definition.value).second)
        problem(path, definition.line, "define." + name, "defined twice");
    const std::string layer = path.starts_with("mention/") ? "mention" : "fact";
    for (RawRule& rule : file.rules) pending_.push_back({std::string(path), layer, std::move(rule)});
  }

  void compile(const Pending& pending) {
    const RawRule& rule = pending.rule;
    for (const RuleInfo& other : data_->rules)
      if (other.name == rule.name)
        problem(pending.path, rule.line, rule.name,
                "another rule has this name: " + other.file + ":" + std::to_string(other.line));
    data_->rules.push_back({rule.name, pending.layer, pending.path, rule.line, rule.match.value});
    for (const Text& text : rule.accepts) example(pending, text, true);
    for (const Text& text : rule.rejects) example(pending, text, false);
    try {
      const std::string expanded = expand(rule.match.value, definitions_);
      if (pending.layer == "mention")
        compile_mention(rule, expanded);
      else
        compile_fact_rule(rule, expanded);
    } catch (const Error& error) {
      problem(pending.path, rule.match.line, rule.name, error.what());
    }
  }

  void example(const Pending& pending, const Text& text, bool accepts) {
    const size_t arrow = text.value.find(" => ");
    if (accepts && arrow == std::string::npos)
      problem(pending.path, text.line, pending.rule.name, "an accepting line is `text => role=value …`");
    data_->examples.push_back({pending.rule.name, pending.path, text.line, text.value.substr(0, arrow),
                               arrow == std::string::npos ? "" : text.value.substr(arrow + 4), accepts});
  }

  void compile_mention(const RawRule& rule, const std::string& pattern) {
    refuse_gaps(pattern);
    MentionRule compiled{rule.name, MentionKind::name, Expression(pattern, Alphabet::utf8), {}, {}, {}};
    if (at_once_) compiled.expression.check();
    bool known = false;
    for (const auto& [name, kind] : kMentionKinds)
      if (name == rule.kind.value) compiled.kind = kind, known = true;
    if (!known) throw Error("unknown kind \"" + rule.kind.value + "\"");
    for (const Text& text : rule.not_after) compiled.not_after.push_back(text.value);
    for (const Text& text : rule.before) compiled.before.push_back(text.value);
    for (const Text& text : rule.not_before) compiled.not_before.push_back(text.value);
    data_->mention_rules.push_back(std::move(compiled));
    mention_patterns_.push_back(pattern);
  }

  void compile_fact_rule(const RawRule& rule, const std::string& pattern) {
    const FactPattern fact = compile_fact(pattern);
    FactRule compiled{
        rule.name, *value_role_named(fact.value_role), Expression(fact.expression, Alphabet::bytes), 0, {}, 0};
    if (at_once_) compiled.expression.check();
    for (size_t i = 0; i < fact.groups.size(); ++i) {
      if (fact.groups[i] == "value")
        compiled.value_group = i + 1;
      else
        compiled.groups.emplace_back(fact.groups[i], i + 1);
      if (fact.groups[i] == "indicator") compiled.indicator_group = i + 1;
    }
    const bool inside = compiled.role == ValueRole::inside;
    (inside ? inside_patterns_ : fact_patterns_).push_back(fact.expression);
    (inside ? data_->inside_rules : data_->fact_rules).push_back(std::move(compiled));
  }

  std::shared_ptr<GrammarData> data_;
  const GrammarViews& files_;
  bool at_once_;
  FindImage find_;
  const bool makes_words_ = !find_("words");
  std::string_view units_, idioms_;
  std::vector<std::pair<std::string_view, int32_t>> surfaces_, columns_, subjects_, functions_, leads_, tails_;
  std::vector<std::string> mention_patterns_, inside_patterns_, fact_patterns_;
  Definitions definitions_;
  std::vector<Pending> pending_;
  std::vector<std::string> problems_;
};

}  // namespace

std::shared_ptr<const GrammarData> build_grammar(GrammarFiles files) {
  const auto data = std::make_shared<GrammarData>();
  data->owned = std::move(files);
  data->files.assign(data->owned.begin(), data->owned.end());
  return Loader(data, true, no_image).load();
}

std::shared_ptr<const GrammarData> build_tested_grammar(GrammarViews files) {
  const auto data = std::make_shared<GrammarData>();
  data->files = std::move(files);
  data->is_embedded = true;
  return Loader(data, false, embedded_image).load();
}

}  // namespace zhibiao
