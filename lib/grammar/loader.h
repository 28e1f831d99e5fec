// Builds GrammarData from files, gathering every problem before it gives up.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "grammar/data.h"

namespace zhibiao {

// Throws Error: one `file:line: rule: what` a line.
std::shared_ptr<const GrammarData> build_grammar(GrammarFiles files);
// The same of files that stay where they are, and whose expressions are known to be right: they are compiled when they
// are needed.
std::shared_ptr<const GrammarData> build_tested_grammar(GrammarViews files);

// lexicon/verb.tsv: verb
inline std::string_view stem(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}
inline bool is_in_catalogue(std::string_view path) { return path.starts_with("catalogue/"); }

// Of a word of two lists the one in these counts: small words, cues and whole indicator names are read first.
inline bool is_read_first(std::string_view list) { return list == "particle" || list == "cue" || list == "indicator"; }

// DIR/lexicon/*.tsv, DIR/mention/*.toml, DIR/fact/*.toml, DIR/catalogue/*.tsv if there. Throws Error for what
// cannot be read.
GrammarFiles read_grammar_files(const std::filesystem::path& folder);

// The files that were built into the library, sorted by path.
GrammarViews embedded_grammar_files();

// 16 hex digits, of files sorted by path; of those that were built in without looking at them.
std::string hash_of(const GrammarViews& files);
std::string embedded_grammar_hash();

}  // namespace zhibiao
