// The rows of a table whose cells stand one space apart.
#include <algorithm>
#include <numeric>

#include "segment/close_table.h"
#include "segment/numbering.h"
#include "segment/table_names.h"
#include "segment/table_rates.h"
#include "segment/table_unit.h"
#include "text/fold.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kHanzi = 3, kLong = 10 * kHanzi, kShort = 4 * kHanzi;

// 的支出, 出: the end of a name that a line broke.
bool is_tail(std::string_view name) {
  for (const std::string_view tail : {"支出", "出", "收入", "入", "资金", "金", "基金", "项目", "目", "计"})
    if (name == tail) return true;
  return starts_with_any(name, {"的", "安排的", "安排", "和", "与", "及"});
}

bool is_whole(std::string_view name) {
  return ends_with_any(name, {"支出", "收入", "费", "税", "资金", "基金", "结余", "结转", "债务", "收益", "补助", "计",
                              "事务", "%", "数", "额", "表", "）", ")"});
}

// Of a line without figures and the first words of the row below it.
enum class Break : uint8_t { none, joined, doubtful };

// `right`: the line above ends in a name of the right side.
Break break_between(std::string_view above, std::string_view below, bool right) {
  if (is_tail(below)) {
    const bool goes_on = !above.empty() && !ends_with_any(above, {"%", "数", "额", "表"}) &&
                         (!is_whole(above) || starts_with_any(below, {"的", "安排的"}));
    return goes_on ? Break::joined : Break::doubtful;
  }
  if (above.size() < kShort || is_whole(above) || numbering_of(below).rank != Rank::none) return Break::none;
  if (right || numbering_of(above).rank != Rank::none) return Break::joined;
  return above.size() >= kLong && below.size() <= kShort ? Break::joined : Break::doubtful;
}

class Reader {
 public:
  Reader(std::string_view text, const std::vector<TextLine>& lines, const CloseTable& table)
      : text_(text), lines_(lines), table_(table), names_(table.heads.sides.size()) {
    for (size_t side = 0; side < table.heads.sides.size(); ++side) rates_.emplace_back(whole_rows(side));
  }

  std::vector<TableEntry> run() {
    std::vector<TableEntry> entries;
    for (size_t i = table_.first; i < table_.last; ++i) {
      entries.push_back({i, {}});
      if (i >= table_.body) see(i, entries.back().cells);
    }
    return entries;
  }

 private:
  void see(size_t i, std::vector<TableEntryCell>& cells) {
    const CloseRow row = close_row(text_, lines_[i]);
    const std::string above = std::move(open_);
    const bool right = open_right_;
    open_.clear();
    if (row.groups.empty()) return;
    const bool last_open = row.groups.back().figures.empty();
    if (last_open && row.code.empty()) {
      open_ = table_.heads.sides.size() > 1 ? last_name(row.groups.back()) : whole_name(row.groups.back());
      open_right_ = row.groups.size() > 1;
    }
    if (row.figures() == 0) return;
    if (table_.heads.sides.size() == 1)
      see_row(row, above, cells);
    else
      see_sides(row, above, right, cells);
  }

  void see_row(const CloseRow& row, const std::string& above, std::vector<TableEntryCell>& cells) {
    const size_t most = table_.heads.remarked ? 2 : 1;
    if (row.groups.size() > most || (row.groups.size() == 2 && !row.groups[1].figures.empty())) return;
    std::string name = whole_name(row.groups[0]);
    if (row.code.empty() && !complete(name, above, false)) return;
    add(0, name, row.groups[0], cells);
  }

  // A row of one group is of either side, or both sides' heads are alike; of 下级上解收入 上解支出 3263 the last name
  // has the figure.
  void see_sides(const CloseRow& row, const std::string& above, bool right, std::vector<TableEntryCell>& cells) {
    const bool both = row.groups.size() == 2 && !row.groups[1].figures.empty();
    const CloseGroup& first = row.groups[0];
    if (row.groups.size() > 2 || first.figures.empty()) return;
    if (both) {
      std::string name = whole_name(first);
      if (complete(name, right ? "" : above, false)) add(0, name, first, cells);
      return add(1, whole_name(row.groups[1]), row.groups[1], cells);
    }
    if (!table_.heads.measured && close_name(first).size() > 1) {
      if (row.groups.size() == 1 && close_name(first).size() == 2 && is_whole(close_name(first)[0]))
        add(1, last_name(first), first, cells);
      return;
    }
    std::string name = whole_name(first);
    const bool left = right && (row.groups.size() == 2 || name.ends_with("收入"));  // above is of the other side
    const std::string open = left ? "" : above;
    const bool joined = break_between(open, name, right) == Break::joined;
    if (!complete(name, open, right)) return;
    if (row.groups.size() == 2) return add(0, name, first, cells);  // a name of the right side stands behind it
    if (const auto side = side_of(name, first.figures.size(), joined && right)) add(*side, name, first, cells);
  }

  std::optional<size_t> side_of(std::string_view name, size_t figures, bool right) const {
    const auto& sides = table_.heads.sides;
    if (right) return 1;
    if (table_.heads.alike()) return 0;
    const bool fits[] = {sides[0].size() == figures, sides[1].size() == figures};
    if (fits[0] != fits[1]) return fits[0] ? 0 : 1;
    if (name.ends_with("支出")) return 1;
    return name.ends_with("收入") ? std::optional<size_t>(0) : std::nullopt;
  }

  static bool complete(std::string& name, const std::string& above, bool right) {
    const Break broken = break_between(above, name, right);
    if (broken == Break::joined) name = above + name;
    return broken != Break::doubtful;
  }

  std::vector<std::string> close_name(const CloseGroup& group) const {
    return close_words(text_.substr(group.words.front().begin, group.words.back().end - group.words.front().begin));
  }

  std::string last_name(const CloseGroup& group) const { return close_name(group).back(); }

  // 其中：单位缴费 万元: the last word, if the heads promise a unit and it is one.
  std::string unit_of(const CloseGroup& group) const {
    if (!table_.heads.measured || group.words.size() < 2) return "";
    return unit_in_header("（" + folded(group.words.back().in(text_)) + "）");
  }

  // Without the spaces: 总 计.
  std::string whole_name(const CloseGroup& group) const {
    const size_t words = group.words.size() - (unit_of(group).empty() ? 0 : 1);
    std::string name;
    for (size_t i = 0; i < words; ++i) name += folded(group.words[i].in(text_));
    return name;
  }

  // Of both sides where they have the same heads.
  std::vector<RateRow> whole_rows(size_t side) const {
    std::vector<RateRow> whole;
    for (size_t i = table_.body; i < table_.last; ++i) {
      for (const CloseGroup& group : close_row(text_, lines_[i]).groups) {
        const bool other = !table_.heads.alike() && whole_side(group) != side;
        const bool filled = std::all_of(group.figures.begin(), group.figures.end(),
                                        [](const TablePiece& p) { return p.kind == PieceKind::figure; });
        if (filled && group.figures.size() == table_.heads.sides[side].size() && !other)
          whole.push_back(rate_row(group));
      }
    }
    return whole;
  }

  // The only side that has as many heads as there are figures.
  size_t whole_side(const CloseGroup& group) const {
    const auto& sides = table_.heads.sides;
    if (sides.size() == 1) return 0;
    if (sides[0].size() == sides[1].size()) return SIZE_MAX;
    return group.figures.size() == sides[0].size() ? 0 : 1;
  }

  RateRow rate_row(const CloseGroup& group) const {
    RateRow row;
    for (const TablePiece& figure : group.figures) {
      const std::string_view cell = figure.in(text_);
      row.push_back({amount_in(cell), contains(cell, "%"), contains(cell, ".")});
    }
    return row;
  }

  // All heads, or those that the rates leave; none where nobody knows which cells are empty.
  std::vector<size_t> places(size_t side, const CloseGroup& group) const {
    std::vector<size_t> all(table_.heads.sides[side].size());
    std::iota(all.begin(), all.end(), 0);
    return group.figures.size() == all.size() ? all : rates_[side].places(rate_row(group));
  }

  // 总计 of the left side is 收入总计.
  void add(size_t side, const std::string& name, const CloseGroup& group, std::vector<TableEntryCell>& cells) {
    const std::vector<std::string>& heads = table_.heads.sides[side];
    const bool sum = table_.heads.revenue_first && (name == "总计" || name == "合计");
    const std::string whole = sum ? (side == 0 ? "收入" : "支出") + name : name;
    const std::string unit = unit_of(group), path = names_[side].path_of(whole, "");
    if (table_.heads.measured && unit.empty()) return;
    const std::vector<size_t> columns = places(side, group);
    for (size_t i = 0; i < columns.size(); ++i) {
      const TablePiece& figure = group.figures[i];
      const size_t c = columns[i];
      if (figure.kind != PieceKind::figure) continue;
      TableEntryCell entry{figure.begin, figure.end, {}};
      entry.cell.row_header = path;
      entry.cell.column_headers = {heads[c]};
      entry.cell.unit = unit_in_header(heads[c]);
      if (entry.cell.unit.empty()) entry.cell.unit = table_.heads.measured ? unit : table_.unit;
      entry.cell.caption = table_.caption;
      cells.push_back(std::move(entry));
    }
  }

  const std::string_view text_;
  const std::vector<TextLine>& lines_;
  const CloseTable& table_;
  std::vector<RowNames> names_;    // by side
  std::vector<TableRates> rates_;  // by side
  std::string open_;               // the name without figures at the end of the line above
  bool open_right_ = false;        // it stands behind figures
};

}  // namespace

std::vector<TableEntry> read_close_table(std::string_view text, const std::vector<TextLine>& lines,
                                         const CloseTable& table) {
  return Reader(text, lines, table).run();
}

}  // namespace zhibiao
