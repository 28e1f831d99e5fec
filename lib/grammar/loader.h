// Builds GrammarData from files, gathering every problem before it gives up.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "grammar/data.h"

namespace zhibiao {

using GrammarFiles = std::vector<std::pair<std::string, std::string>>;  // relative path, content

// Throws Error: one `file:line: rule: what` a line.
std::shared_ptr<const GrammarData> build_grammar(GrammarFiles files);

// DIR/lexicon/*.tsv, DIR/mention/*.toml, DIR/fact/*.toml, DIR/catalogue/*.tsv if there. Throws Error for what
// cannot be read.
GrammarFiles read_grammar_files(const std::filesystem::path& folder);

// The files that were built into the library, sorted by path.
GrammarFiles embedded_grammar_files();

}  // namespace zhibiao
