// What a loaded grammar holds: the form in which the stages read it. Immutable once built.
#pragma once

#include <array>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "grammar/catalogue.h"
#include "grammar/gazetteer.h"
#include "grammar/grammar.h"
#include "grammar/matcher.h"
#include "grammar/screen.h"
#include "grammar/token.h"
#include "mention/figure.h"
#include "text/trie.h"

namespace zhibiao {

// Relative path and content.
using GrammarFiles = std::vector<std::pair<std::string, std::string>>;
using GrammarViews = std::vector<std::pair<std::string_view, std::string_view>>;

struct Word {
  TokenClass token_class = TokenClass::text;
  std::string_view canonical;  // "" when the word is its own canonical form
};

// A rule over the characters of a folded sentence.
struct MentionRule {
  std::string name;
  MentionKind kind = MentionKind::name;
  Expression expression;
  std::vector<std::string> not_after, not_before;  // texts that must not stand right before or after the match
  std::vector<std::string> before;                 // texts of which one must stand right after the match; empty: any
};

// What a value role says: its measure, its sign and what else it is.
enum class ValueRole : uint8_t {
  level,
  growth,
  fall,
  change,
  drop,
  rank_level,
  rank_growth,
  from,
  share,
  same,
  inside,
  skip,
};

// A rule over the skeleton. Its expression has one group for the value role and one for each text role.
struct FactRule {
  std::string name;
  ValueRole role = ValueRole::level;
  Expression expression;
  size_t value_group = 0;
  std::vector<std::pair<std::string, size_t>> groups;  // text roles: name, group number
  size_t indicator_group = 0;                          // 0: the rule names no indicator
};

// What a word of a table's header, or of the name of a row, means: the words of column.tsv.
enum class ColumnWord : uint8_t {
  growth,
  updown,
  change,
  share,
  rank,
  index,
  level,
  target,
  actual,
  estimate,
  compare,
  item,
  place,
  member,
  total,
  shared,
};

// Words are told by views into the files.
struct GrammarData {
  GrammarFiles owned;  // of a grammar that is not built in
  GrammarViews files;  // sorted
  bool is_embedded = false;
  FigureWords figures;
  Trie words;
  std::vector<Word> word_info;  // by trie value
  Trie column_words;            // value: a ColumnWord
  Trie subject_words;  // value: 1 for an owner (小学), 0 for a name that depends on one (在校生), 2 for a verb of what
                       // was told (建成)
  Trie functions;  // names of what is spent by function; value: 0 for a category (类), 1 for a group (款)
  Trie name_leads, name_tails;  // words at the edges of a name; value: the bytes of them that are none of it
  std::vector<MentionRule> mention_rules;
  std::vector<FactRule> inside_rules, fact_rules;
  Screen mention_screen, inside_screen, fact_screen;  // which of the rules can match
  std::vector<RuleInfo> rules;
  std::vector<WordListInfo> word_lists;
  std::vector<Example> examples;

  const std::string& hash() const;

  // Of catalogue/*.tsv, read when they are first asked for.
  const Catalogue& catalogue() const { return read_catalogue(), catalogue_; }
  const Gazetteer& gazetteer() const { return read_catalogue(), gazetteer_; }
  const std::vector<std::string>& read_catalogue() const;  // what is wrong with them, a `file:line: what` each

  // The tables that the library brings along for its own grammar.
  template <typename See>
  void each_image(See see) const {
    see("words", words.image());
    see("units", figures.units.image());
    see("idioms", figures.idioms.image());
    see("column_words", column_words.image());
    see("subject_words", subject_words.image());
    see("functions", functions.image());
    see("name_leads", name_leads.image());
    see("name_tails", name_tails.image());
    see("mention_screen", mention_screen.image());
    see("inside_screen", inside_screen.image());
    see("fact_screen", fact_screen.image());
  }

 private:
  mutable std::once_flag hashed_;  // most who load a grammar never ask
  mutable std::string hash_;
  mutable std::once_flag catalogue_read_;
  mutable Catalogue catalogue_;
  mutable Gazetteer gazetteer_;
  mutable std::vector<std::string> catalogue_problems_;
};

}  // namespace zhibiao
