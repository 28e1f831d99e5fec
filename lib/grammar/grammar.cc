#include "grammar/grammar.h"

#include <fstream>
#include <sstream>

#include "grammar/data.h"
#include "grammar/loader.h"
#include "text/error.h"

namespace zhibiao {

const Grammar& Grammar::embedded() {
  static const Grammar grammar(build_tested_grammar(embedded_grammar_files()));
  return grammar;
}

GrammarFiles read_grammar_files(const std::filesystem::path& folder) {
  GrammarFiles files;
  for (const char* part : {"lexicon", "mention", "fact", "catalogue"}) {
    const std::filesystem::path sub = folder / part;
    if (part == std::string_view("catalogue") && !std::filesystem::exists(sub)) continue;  // a grammar may do without
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(sub, code)) {
      const std::string suffix = entry.path().extension().string();
      if (suffix != ".tsv" && suffix != ".toml") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      std::ostringstream content;
      content << in.rdbuf();
      if (!in) throw Error(entry.path().string() + ":0: cannot be read");
      files.emplace_back(std::string(part) + "/" + entry.path().filename().string(), std::move(content).str());
    }
    if (code) throw Error(sub.string() + ":0: " + code.message());
  }
  return files;
}

Grammar Grammar::load(const std::filesystem::path& folder) { return parse(read_grammar_files(folder)); }

Grammar Grammar::parse(std::vector<std::pair<std::string, std::string>> files) {
  return Grammar(build_grammar(std::move(files)));
}

const std::string& Grammar::hash() const { return data_->hash(); }
const std::vector<RuleInfo>& Grammar::rules() const { return data_->rules; }
const std::vector<WordListInfo>& Grammar::word_lists() const { return data_->word_lists; }
const std::vector<Example>& Grammar::examples() const { return data_->examples; }

}  // namespace zhibiao
