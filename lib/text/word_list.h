// Word lists: TSV files of grammars/, each line a surface with columns; `#` begins a comment line.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace zhibiao {

// Into the file's content.
struct WordLine {
  std::vector<std::string_view> columns;  // columns[0] is the surface; there is always one
  int line = 0;

  std::string_view column(size_t i) const { return i < columns.size() ? columns[i] : std::string_view(); }
};

// Calls see(const WordLine&) for each line that is neither empty nor a comment.
template <typename See>
void each_word_line(std::string_view content, See see) {
  WordLine word;
  while (!content.empty()) {
    const size_t end = std::min(content.find('\n'), content.size());
    std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    ++word.line;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    word.columns.clear();
    for (size_t begin = 0; begin <= line.size();) {
      const size_t tab = std::min(line.find('\t', begin), line.size());
      word.columns.push_back(line.substr(begin, tab - begin));
      begin = tab + 1;
    }
    see(static_cast<const WordLine&>(word));
  }
}

}  // namespace zhibiao
