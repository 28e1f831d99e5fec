// The grammar: word lists and rules, loaded once, immutable, shared by all threads.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/export.h"

namespace zhibiao {

struct GrammarData;  // grammar/data.h: what the stages read

// One line of a rule's proof. `text` is a sentence; `want` what the rule must give for it ("" for a rejecting line).
struct Example {
  std::string rule;
  std::string file;
  int line = 0;
  std::string text;
  std::string want;
  bool accepts = true;
};

struct RuleInfo {
  std::string name;
  std::string layer;  // mention, fact
  std::string file;
  int line = 0;
  std::string match;  // as written
};

struct WordListInfo {
  std::string name;
  std::string file;
  size_t words = 0;
};

class ZHIBIAO_EXPORT Grammar {
 public:
  // The grammar that was built into the library.
  static const Grammar& embedded();
  // Loads DIR/lexicon/*.tsv, DIR/mention/*.toml, DIR/fact/*.toml and, where it is there, DIR/catalogue/*.tsv. Throws
  // Error that lists every problem as
  // `file:line: rule: what`.
  static Grammar load(const std::filesystem::path& folder);
  // Files as (relative path, content) pairs, for embedding and tests.
  static Grammar parse(std::vector<std::pair<std::string, std::string>> files);

  const std::string& hash() const;  // 16 hex digits, of all files
  const std::vector<RuleInfo>& rules() const;
  const std::vector<WordListInfo>& word_lists() const;
  const std::vector<Example>& examples() const;
  const GrammarData& data() const { return *data_; }

 private:
  explicit Grammar(std::shared_ptr<const GrammarData> data) : data_(std::move(data)) {}
  std::shared_ptr<const GrammarData> data_;
};

}  // namespace zhibiao
