#include "segment/table_block.h"

#include <algorithm>
#include <optional>

#include "segment/numbering.h"
#include "segment/table_lone.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kMostHeaderLines = 14, kMostSingles = 4, kMostEmpty = 40, kCaptionReach = 8;
constexpr uint32_t kLongestHeader = 36, kShortLine = 60;
constexpr uint8_t kUnseen = 0xff;

class Finder {
 public:
  Finder(std::string_view text, const std::vector<TextLine>& lines, TableLines& rows)
      : text_(text), lines_(lines), rows_(rows), kinds_(lines.size(), kUnseen) {}

  std::vector<TableBlock> run() {
    for (size_t i = 0; i < lines_.size();) {
      if (!has_columns(text_, lines_[i])) {
        ++i;
        continue;
      }
      // Rows that make no table are passed by together, or each would look at all that come after it.
      const auto found = block_at(i);
      if (found && accepted(*found)) blocks_.push_back(found->block);
      i = found ? found->block.last : i + 1;
    }
    return std::move(blocks_);
  }

 private:
  const TableLine& read(size_t i) const { return rows_.row(i); }

  // Cheap for prose: a line without columns is cut only when it is short.
  LineKind kind(size_t i) const {
    if (kinds_[i] == kUnseen) {
      const bool prose = lines_[i].points > kShortLine && !has_columns(text_, lines_[i]);
      kinds_[i] = static_cast<uint8_t>(prose ? LineKind::prose : read(i).kind);
    }
    return static_cast<LineKind>(kinds_[i]);
  }

  size_t floor() const { return blocks_.empty() ? 0 : blocks_.back().last; }

  struct Found {
    TableBlock block;
    bool unit = false;
  };

  std::optional<Found> block_at(size_t i) const {
    const LineKind opening = kind(i);
    if (opening != LineKind::data && opening != LineKind::header && opening != LineKind::border) return std::nullopt;
    TableBlock block;
    const auto body = first_row(i);
    if (!body) return std::nullopt;
    block.body = *body;
    block.header = i;
    const bool unit = find_unit(block);
    block.last = last_row(block);
    find_caption(block);
    while (block.body > block.header + 1 && heads_rows(block.body - 1, block.header)) --block.body;
    if (begins_name(block)) --block.body;
    return Found{block, unit};
  }

  std::optional<size_t> first_row(size_t i) const {
    for (size_t j = i; j < lines_.size() && j < i + kMostHeaderLines; ++j) {
      const LineKind now = kind(j);
      if (now == LineKind::data) return j;
      if (now == LineKind::prose || (now == LineKind::single && lines_[j].points > kLongestHeader)) break;
    }
    return std::nullopt;
  }

  // 公路 | | |: a row of one text; 一、教育支出 in aligned text, behind a line of headers.
  bool heads_rows(size_t i, size_t header) const {
    const TableLine& line = read(i);
    if (line.kind == LineKind::single && !line.grid && numbering_of(lines_[i].in(text_)).rank != Rank::none) {
      for (size_t j = header; j < i; ++j)
        if (kind(j) == LineKind::header) return true;
      return false;
    }
    return line.kind == LineKind::single && line.grid && line.pieces.size() > 1 &&
           line.pieces.front().kind == PieceKind::text;
  }

  // 其他城乡居民基本医疗 | 51795 51761 | 保险基金支出: the first row's figures stand between the lines of its name.
  bool begins_name(const TableBlock& block) const {
    if (block.body < block.header + 3 || block.body + 1 >= lines_.size()) return false;
    const size_t above = block.body - 1;
    if (kind(above) != LineKind::single || kind(block.body + 1) != LineKind::single) return false;
    if (read(block.body).grid || !is_nameless(text_, read(block.body))) return false;
    return !contains_any(lines_[above].in(text_), {"%", "％", "数", "年", "额", "计", "比", "（", "单位"});
  }

  // A unit line above moves the header's beginning behind it: what stands between is a header of one cell.
  bool find_unit(TableBlock& block) const {
    for (size_t j = block.body; j-- > block.header;) {
      if (kind(j) != LineKind::unit) continue;
      block.header = j + 1;
      return true;
    }
    for (size_t j = block.header; j > floor() && block.header - j < kCaptionReach; --j) {
      const LineKind above = kind(j - 1);
      if (above == LineKind::unit) {
        block.header = j;
        return true;
      }
      if (above != LineKind::single || lines_[j - 1].points > kLongestHeader) break;
    }
    return false;
  }

  bool titles(size_t i) const {
    return contains_any(lines_[i].in(text_),
                        {"表", "情况", "年", "增速", "速度", "构成", "指数", "一览", "产量", "比重"});
  }

  // The lines above that name the table: the nearest, and one above it that has the year or the table's number.
  void find_caption(TableBlock& block) const {
    size_t first = block.header;
    while (first > floor() && kind(first - 1) == LineKind::unit) --first;
    block.first = block.title = first;
    for (int taken = 0; block.title > floor() && taken < 2; ++taken) {
      const size_t i = block.title - 1;
      const LineKind above = kind(i);
      if (above != LineKind::single && above != LineKind::unit) return;
      if (lines_[i].in(text_).ends_with("：") || lines_[i].in(text_).starts_with("图")) return;
      const bool numbered = numbering_of(lines_[i].in(text_)).rank != Rank::none;
      if (taken > 0 && (!titles(i) || contains_any(lines_[i + 1].in(text_), {"年"}))) return;
      block.title = i;
      if (numbered) return;
      if (titles(i) && block.first == i + 1) block.first = i;
    }
  }

  static bool opens_caption(std::string_view line) {
    return line.starts_with("表") || line.starts_with("附表") || line.starts_with("续表") || line.ends_with("表");
  }

  bool lists_projects(const TableBlock& block) const {
    for (size_t j = block.header; j < block.body; ++j)
      if (contains(lines_[j].in(text_), "项目名称")) return true;
    return false;
  }

  // Behind the last row of the table.
  size_t last_row(const TableBlock& block) const {
    const size_t body = block.body;
    const bool projects = lists_projects(block);
    const TableLine& first = read(body);
    const size_t width = std::max<size_t>(2, first.pieces.size() * 6 / 10);
    size_t last = body + 1, singles = 0;
    bool nameless = false;
    for (size_t j = body; j < lines_.size(); ++j) {
      if (lines_[j].points > kShortLine && !has_columns(text_, lines_[j])) break;
      const TableLine& line = read(j);
      if (line.kind == LineKind::prose || line.kind == LineKind::unit) break;
      if (line.kind == LineKind::single) {
        if (++singles > kMostEmpty || opens_caption(lines_[j].in(text_))) break;
        if (nameless && singles == 1) last = j + 1;
        continue;
      }
      if (line.kind == LineKind::page || line.kind == LineKind::border) continue;
      if (line.grid != first.grid) break;
      if (line.kind == LineKind::header && repeats_header(j, block)) break;
      const bool wrapped = projects && !contains(lines_[j].in(text_), "项目名称");  // cells of several lines
      if (line.kind == LineKind::header && !wrapped && is_new_header(line, width)) break;
      // Rows of names that have no figures this year.
      if (singles > kMostSingles && line.count(PieceKind::figure) < first.count(PieceKind::figure)) break;
      nameless = is_nameless(text_, line);
      singles = 0;
      last = j + 1;
    }
    return last;
  }

  // The next page begins with the same words.
  bool repeats_header(size_t i, const TableBlock& block) const {
    const std::string_view line = lines_[i].in(text_), hanzi = first_hanzi(line);
    for (size_t j = block.header; j < block.body; ++j) {
      const std::string_view head = lines_[j].in(text_);
      if (first_hanzi(head) == hanzi && kind(j) == LineKind::header && folded(head) == folded(line)) return true;
    }
    return false;
  }

  // Folding changes none of them.
  static std::string_view first_hanzi(std::string_view line) {
    const auto lead = std::find_if(line.begin(), line.end(), [](char c) { return is_hanzi_lead(c); });
    return line.substr(static_cast<size_t>(lead - line.begin()), 3);
  }

  // Codes, months and days (P23430105-0009, 2022-07, 2025年7月28日) head nothing.
  bool is_new_header(const TableLine& line, size_t width) const {
    constexpr std::ptrdiff_t kCode = 6;
    for (const TablePiece& piece : line.pieces) {
      const std::string_view view = piece.in(text_);
      const auto digits = std::count_if(view.begin(), view.end(), [](char c) { return is_ascii_digit(c); });
      if (digits >= kCode && view.find("年") == view.npos) return false;
      if (digits >= kCode && view.ends_with("日")) return false;
    }
    return line.count(PieceKind::blank) == 0 && line.count(PieceKind::text) >= width;
  }

  // A list of contents and a line of prose with two spaces are no tables: a header or a unit makes one.
  bool accepted(const Found& found) const {
    const TableBlock& block = found.block;
    bool header = false;
    for (size_t j = block.header; j < block.body; ++j) header = header || kind(j) == LineKind::header;
    for (size_t j = block.title; j < block.header; ++j)
      if (contains_any(lines_[j].in(text_), {"目录", "目 录", "目  录"})) return false;
    if (lists_contents(block) || frames_page(block)) return false;
    const bool grid = read(block.body).grid;
    if (header || found.unit || follows(block)) return rows(block) > (grid ? 0 : 1);
    return grid && rows(block) > 0 && tells_units(block);
  }

  // 2.1    2021年财政收支决算总表: nothing but numbered titles.
  bool lists_contents(const TableBlock& block) const {
    size_t titles = 0;
    for (size_t j = block.body; j < block.last; ++j) {
      const TableLine& line = read(j);
      if (line.kind != LineKind::data) continue;
      const std::string_view number = line.pieces.front().in(text_);
      const bool dotted = number.size() < 6 && number.find('.') != number.npos && number.find('-') == number.npos;
      if (line.count(PieceKind::figure) != 1 || line.pieces.front().kind != PieceKind::figure || !dotted) return false;
      titles += line.count(PieceKind::text) > 0;
    }
    return titles > 1;
  }

  // 时间  作者  来源  阅读: what a web page says of itself.
  bool frames_page(const TableBlock& block) const {
    for (size_t j = block.title; j < block.body; ++j)
      if (contains_any(lines_[j].in(text_), {"作者"}) && contains_any(lines_[j].in(text_), {"来源"})) return true;
    return false;
  }

  // The next page of the table before.
  bool follows(const TableBlock& block) const {
    return !blocks_.empty() && block.header <= blocks_.back().last + 3 && rows(block) > 1;
  }

  size_t rows(const TableBlock& block) const {
    size_t found = 0;
    for (size_t j = block.body; j < block.last && found < 2; ++j) found += read(j).count(PieceKind::figure) > 0;
    return found;
  }

  // 地区生产总值（亿元） | 1234, 粮食 | 12万吨.
  bool tells_units(const TableBlock& block) const {
    return contains_any(lines_[block.body].in(text_), {"元", "%", "％", "吨", "人", "亩", "公里", "）"});
  }

  std::string_view text_;
  const std::vector<TextLine>& lines_;
  TableLines& rows_;
  mutable std::vector<uint8_t> kinds_;  // of the lines looked at so far
  std::vector<TableBlock> blocks_;
};

}  // namespace

std::vector<TableBlock> find_tables(std::string_view text, const std::vector<TextLine>& lines, TableLines& rows) {
  return Finder(text, lines, rows).run();
}

bool runs_upwards(std::string_view text, const std::vector<TextLine>& lines) {
  constexpr uint32_t kLongestUnit = 30;
  size_t up = 0, down = 0;
  for (size_t i = 1; i + 1 < lines.size(); ++i) {
    if (lines[i].points > kLongestUnit || !contains(lines[i].in(text), "单位")) continue;
    if (table_line(text, lines[i]).kind != LineKind::unit) continue;
    const LineKind above = table_line(text, lines[i - 1]).kind, below = table_line(text, lines[i + 1]).kind;
    down += below == LineKind::header || below == LineKind::data;
    up += (above == LineKind::header || above == LineKind::data) && below == LineKind::single;
  }
  return up > 2 && up > down;
}

}  // namespace zhibiao
