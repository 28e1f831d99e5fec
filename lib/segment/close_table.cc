#include "segment/close_table.h"

#include <algorithm>

#include "segment/table_unit.h"
#include "text/fold.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr uint32_t kLongestUnit = 40, kLongestName = 50;
constexpr size_t kMostHeaderLines = 40, kMostNames = 40;

bool is_unit_line(std::string_view text, const TextLine& line) {
  const std::string_view view = line.in(text);
  return line.points <= kLongestUnit && contains(view, "单位") && contains_any(view, {"单位：", "单位:"}) &&
         !contains(view, "  ");
}

bool is_prose(std::string_view text, const TextLine& line) {
  return line.points > kLongestName || contains_any(line.in(text), {"，", "。", "；", "  "});
}

// A row, told by itself: headers have no figures but years, and names of a year.
bool is_row(const CloseRow& row) { return !row.groups.empty() && row.figures() > 0; }

// Has the row as many figures on each side as there are heads?
bool is_full(const CloseHeads& heads, const CloseRow& row) {
  if (row.groups.size() < heads.sides.size()) return false;
  for (size_t side = 0; side < heads.sides.size(); ++side)
    if (row.groups[side].figures.size() != heads.sides[side].size()) return false;
  return true;
}

class Finder {
 public:
  Finder(std::string_view text, const std::vector<TextLine>& lines) : text_(text), lines_(lines) {}

  std::vector<CloseTable> run() {
    for (size_t i = 0; i + 2 < lines_.size(); ++i) {
      if (!is_unit_line(text_, lines_[i])) continue;
      if (std::optional<CloseTable> table = table_below(i)) {
        i = table->last - 1;
        tables_.push_back(std::move(*table));
      }
    }
    return std::move(tables_);
  }

 private:
  std::optional<CloseTable> table_below(size_t unit) const {
    constexpr size_t kMostNameless = 3;  // rows without figures above the first that has some
    CloseTable table;
    table.header = unit + 1;
    table.body = first_row(table.header);
    std::optional<CloseHeads> heads;
    for (size_t tried = 0; !heads && tried <= kMostNameless && table.body > table.header; ++tried) {
      heads = close_heads(text_, lines_, table.header, table.body);
      if (!heads) --table.body;
    }
    if (!heads) return std::nullopt;
    table.heads = std::move(*heads);
    if (!set_rows(table)) return std::nullopt;
    set_caption(table, unit);
    return table;
  }

  // `header` where there is none.
  size_t first_row(size_t header) const {
    for (size_t i = header; i < lines_.size() && i < header + kMostHeaderLines; ++i) {
      const CloseRow row = close_row(text_, lines_[i]);
      if (is_row(row) || !row.code.empty()) return i;
      if (is_prose(text_, lines_[i]) || is_unit_line(text_, lines_[i])) break;
    }
    return header;
  }

  // Two rows at least have a figure under each head, and none has more.
  bool set_rows(CloseTable& table) const {
    const size_t width = table.heads.sides[0].size() + (table.heads.sides.size() > 1 ? table.heads.sides[1].size() : 0);
    size_t full = 0, names = 0, prose = 0;
    table.last = table.body;
    for (size_t i = table.body; i < lines_.size() && names < kMostNames; ++i) {
      const CloseRow row = close_row(text_, lines_[i]);
      if (is_row(row)) {
        if (row.figures() > width) return false;
        full += is_full(table.heads, row) || (table.heads.alike() && is_full({{table.heads.sides[0]}}, row));
        table.last = i + 1;
        names = prose = 0;
        continue;
      }
      if (is_prose(text_, lines_[i]) && (!table.heads.remarked || ++prose > 2)) break;  // a remark of several lines
      if (is_unit_line(text_, lines_[i]) || lines_[i].in(text_).ends_with("表")) break;
      ++names;
    }
    return full > 1;
  }

  // 表1 单位：万元 below 2025 年全市一般公共预算收入执行情况表, which may be of two lines.
  void set_caption(CloseTable& table, size_t unit) const {
    const std::string line = folded(lines_[unit].in(text_));
    table.unit = unit_in_line(line);
    table.first = unit;
    const size_t floor = tables_.empty() ? 0 : tables_.back().last;
    while (table.first > floor && unit - table.first < 2) {
      const std::string_view above = lines_[table.first - 1].in(text_);
      if (is_prose(text_, lines_[table.first - 1]) || is_row(close_row(text_, lines_[table.first - 1]))) break;
      const bool title = ends_with_any(above, {"表", "情况"});
      const bool begins = table.first < unit && above.starts_with("20") && !table.caption.starts_with("20");
      if (!title && !begins) break;
      table.caption = folded(above) + table.caption;
      --table.first;
      if (table.caption.starts_with("20")) break;
    }
    table.caption = line.substr(0, line.find("单位")) + table.caption;
  }

  std::string_view text_;
  const std::vector<TextLine>& lines_;
  std::vector<CloseTable> tables_;
};

}  // namespace

std::vector<CloseTable> find_close_tables(std::string_view text, const std::vector<TextLine>& lines) {
  return Finder(text, lines).run();
}

}  // namespace zhibiao
