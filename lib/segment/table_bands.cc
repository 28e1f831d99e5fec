#include "segment/table_bands.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

struct Band {
  uint32_t from = 0, to = 0;  // characters
  size_t line = 0;            // of the last word
  std::string words;
};

// 固定数额 革命老区 民族地区, 付    付: every space parts words.
std::vector<Band> words_of(std::string_view text, const TableLine& line, size_t number) {
  std::vector<Band> words;
  for (const TablePiece& piece : line.pieces) {
    const std::string_view view = piece.in(text);
    uint32_t place = piece.from;
    bool open = false;
    for (size_t pos = 0; pos < view.size(); ++place) {
      const CodePoint point = code_point_at(view, pos);
      const bool space = is_space(point.value);
      if (!space && !open) words.push_back({place, place, number, {}});
      if (!space) words.back().to = place + 1, words.back().words += view.substr(pos, point.length);
      open = !space;
      pos += point.length;
    }
  }
  return words;
}

// A word goes to the band that it stands over; false where it spans several.
bool add(std::vector<Band>& bands, Band word) {
  const auto first =
      std::partition_point(bands.begin(), bands.end(), [&](const Band& band) { return band.to <= word.from; });
  auto last = first;
  while (last != bands.end() && last->from < word.to) ++last;
  if (first == last) {
    bands.insert(first, std::move(word));
    return true;
  }
  const bool beside = first->line == word.line;  // two words of one line
  first->from = std::min(first->from, word.from);
  first->to = std::max(first->to, word.to);
  first->words += word.words;
  first->line = word.line;
  return !beside && last == first + 1;
}

}  // namespace

bool set_bands(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  constexpr size_t kMany = 8;
  const size_t columns = grid.columns.size();
  if (headers.size() < 2 || columns < kMany || !grid.columns.front().is_text) return false;
  if (std::count_if(grid.columns.begin(), grid.columns.end(), [](const auto& c) { return c.is_text; }) != 1)
    return false;
  std::vector<Band> bands;
  for (size_t i = 0; i < headers.size(); ++i) {
    std::vector<Band> words = words_of(text, headers[i], i);
    if (words.size() + 1 >= columns) return false;  // what stands above them heads groups
    for (Band& word : words)
      if (!add(bands, std::move(word))) return false;
  }
  if (bands.size() != columns) return false;
  for (size_t c = 0; c < columns; ++c) grid.columns[c].path = {folded(bands[c].words)};
  return true;
}

}  // namespace zhibiao
