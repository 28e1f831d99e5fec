#include "segment/table_names.h"

#include "segment/table.h"
#include "text/words.h"

namespace zhibiao {

namespace {

class Uses {
 public:
  Uses(const TableGrid& grid, const std::vector<TableLine>& rows)
      : grid_(grid), rows_(rows.size()), filled_(grid.columns.size()), uses_(grid.columns.size()) {
    for (const TableColumn& column : grid.columns) {
      headers_.emplace_back();
      for (const std::string& one : column.path) headers_.back() += one;
    }
    for (const TableLine& row : rows) {
      const std::vector<size_t> places = places_of(grid, row);
      for (size_t i = 0; i < places.size(); ++i)
        if (places[i] < filled_.size()) filled_[places[i]] += row.pieces[i].kind != PieceKind::empty;
      if (!row.pieces.empty())
        years_ += row.pieces[0].end - row.pieces[0].begin == 4 && row.pieces[0].kind == PieceKind::figure;
    }
  }

  std::vector<ColumnUse> run() {
    for (size_t begin = 0; begin < uses_.size();) begin = set_group(begin);
    return std::move(uses_);
  }

 private:
  // Columns from `begin` to the next figures, of which one has the names; returns the column behind.
  size_t set_group(size_t begin) {
    size_t end = begin;
    while (end < uses_.size() && (grid_.columns[end].is_text || is_code(end) || leads(end))) ++end;
    if (end == begin) {
      uses_[begin] = ColumnUse::figure;
      return begin + 1;
    }
    size_t name = end, parent = end;
    for (size_t c = begin; c < end; ++c) {
      uses_[c] = is_unit(c) ? ColumnUse::unit : is_date(c) ? ColumnUse::date : ColumnUse::other;
      if (uses_[c] != ColumnUse::other || is_code(c)) continue;
      if (name == end)
        name = c;
      else if (parent == end && !headers_[name].starts_with(kProjects) && is_sparse(name, c))
        parent = name, name = c;
    }
    if (name == end && uses_[begin] == ColumnUse::date) return end;
    if (name == end) name = begin;
    uses_[name] = ColumnUse::name;
    if (parent < end) uses_[parent] = ColumnUse::parent;
    return end;
  }

  // Figures that name the rows: years.
  bool leads(size_t c) const {
    return c == 0 && grid_.layout == Layout::grid &&
           (years_ * 2 > rows_ || contains_any(headers_[c], {"年份", "年度", "月份"}));
  }

  bool is_sparse(size_t column, size_t next) const {
    return filled_[column] * 10 < rows_ * 7 && filled_[column] * 5 < filled_[next] * 4;
  }

  bool is_unit(size_t c) const {
    return headers_[c] == "单位" || headers_[c] == "计量单位" || headers_[c] == "计算单位";
  }

  bool is_date(size_t c) const { return headers_[c].ends_with("日期") || headers_[c].ends_with("时间"); }

  // A number before a name is none.
  bool is_code(size_t c) const {
    if (contains_any(headers_[c], {"编码", "代码", "序号", "行次", "编号"})) return true;
    return c == 0 && !grid_.columns[c].is_text && grid_.columns.size() > 2 && grid_.columns[1].is_text;
  }

  const TableGrid& grid_;
  const size_t rows_;
  std::vector<std::string> headers_;
  std::vector<size_t> filled_;
  size_t years_ = 0;  // rows that begin with a number of four digits
  std::vector<ColumnUse> uses_;
};

}  // namespace

std::vector<ColumnUse> uses_of(const TableGrid& grid, const std::vector<TableLine>& rows) {
  return Uses(grid, rows).run();
}

void RowNames::indent(uint32_t column, const std::string& name) {
  while (!open_.empty() && open_.back().column >= column) open_.pop_back();
  outer_ = open_.empty() ? "" : open_.back().name;
  if (open_.size() < 16) open_.push_back({column, name});
}

std::string RowNames::path_of(const std::string& name, const std::string& parent) {
  const bool among = starts_with_any(name, {"其中", "#", "＃"});
  std::string above = parent;
  if (above.empty()) above = outer_;
  if (above.empty() && among) above = last_;
  if (above.empty()) above = group_;
  if (!among) last_ = name;
  outer_.clear();
  return above.empty() || above == name ? name : above + std::string(kParentMark) + name;
}

}  // namespace zhibiao
