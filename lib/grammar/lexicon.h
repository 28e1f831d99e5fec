// Word lists: TSV files of grammars/lexicon, each line a surface with columns; `#` begins a comment line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

struct WordLine {
  std::vector<std::string> columns;  // columns[0] is the surface; never empty
  int line = 0;
};

std::vector<WordLine> parse_word_list(std::string_view content);

// Of a word of two lists the one in these counts: small words, cues and whole indicator names are read first.
inline bool is_read_first(std::string_view list) { return list == "particle" || list == "cue" || list == "indicator"; }

}  // namespace zhibiao
