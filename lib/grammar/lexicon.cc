#include "grammar/lexicon.h"

namespace zhibiao {

namespace {

std::vector<std::string> split_columns(std::string_view line) {
  std::vector<std::string> columns;
  columns.reserve(2);
  for (size_t begin = 0;;) {
    const size_t tab = line.find('\t', begin);
    columns.emplace_back(line.substr(begin, tab == std::string_view::npos ? tab : tab - begin));
    if (tab == std::string_view::npos) return columns;
    begin = tab + 1;
  }
}

}  // namespace

std::vector<WordLine> parse_word_list(std::string_view content) {
  std::vector<WordLine> lines;
  int number = 0;
  for (size_t begin = 0; begin < content.size();) {
    size_t end = content.find('\n', begin);
    if (end == std::string_view::npos) end = content.size();
    std::string_view line = content.substr(begin, end - begin);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    ++number;
    begin = end + 1;
    if (line.empty() || line.front() == '#') continue;
    lines.push_back({split_columns(line), number});
  }
  return lines;
}

}  // namespace zhibiao
