#include "segment/table_rows.h"

#include <algorithm>

#include "segment/table_lone.h"
#include "segment/table_projects.h"
#include "segment/table_unit.h"
#include "text/fold.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// 其中：花生 is indented like what stands below 花生.
uint32_t behind_mark(std::string_view name) {
  if (name.starts_with("其中")) return 3;
  return name.starts_with("#") || name.starts_with("＃") ? 1 : 0;
}

// What stands where the name of a project would, below its department's head.
bool is_department(std::string_view name) {
  constexpr std::string_view kDepartments[] = {"交通", "卫生", "农业",     "水利",    "建设",
                                               "财政", "教育", "人民政府", "其他部门"};
  return std::find(std::begin(kDepartments), std::end(kDepartments), name) != std::end(kDepartments);
}

// 农村供水工程 P21222403-0041 供水, P20220200-0016: what stands before the project's code.
std::string_view before_code(std::string_view name) {
  for (size_t at = name.find_first_of("PX"); at != name.npos; at = name.find_first_of("PX", at + 1))
    if (project_code(name.substr(at)) > 0) return name.substr(0, name.substr(0, at).find_last_not_of(' ') + 1);
  return name;
}

}  // namespace

TableRows::TableRows(std::string_view text, const TableGrid& grid, const std::vector<TableLine>& rows,
                     const std::string& caption, const std::string& unit)
    : text_(text),
      grid_(grid),
      rows_(rows),
      caption_(caption),
      unit_(unit),
      uses_(uses_of(grid, rows)),
      names_(grid.columns.size()),
      last_(grid.columns.size()),
      used_(rows.size()),
      named_below_(rows.size()) {
  for (const TableColumn& column : grid.columns) {
    std::string own;
    for (size_t i = column.path.size(); i-- > 0 && own.empty();) own = unit_in_header(column.path[i]);
    units_.push_back(std::move(own));
  }
  while (first_name_ < uses_.size() && uses_[first_name_] != ColumnUse::name) ++first_name_;
  find_names_below();
  const bool projects = first_name_ < grid.columns.size() && !grid.columns[first_name_].path.empty() &&
                        grid.columns[first_name_].path.back().starts_with(kProjects);
  if (projects && grid.layout == Layout::aligned) wrapped_ = wrapped_projects(text, rows);
}

// 697963 690825 | 1.增值税 | 352262 386171 | 2.企业所得税: where the first figures have no name above them, none has.
void TableRows::find_names_below() {
  constexpr size_t kEnough = 3;
  for (size_t r = 0; r < rows_.size(); ++r) {
    if (!is_nameless(r) || (r > 0 && rows_[r - 1].kind == LineKind::single)) continue;
    size_t end = r;
    while (is_nameless(end) && end + 1 < rows_.size() && rows_[end + 1].kind == LineKind::single) end += 2;
    if (end - r < 2 * kEnough) continue;
    for (; r < end; r += 2) named_below_[r] = true;
  }
}

std::vector<TableEntryCell> TableRows::read(size_t r) {
  const TableLine& line = rows_[r];
  Label label;
  std::vector<TableEntryCell> cells;
  if (line.kind == LineKind::single) return text_row(r, label);
  const std::vector<size_t> places = places_of(grid_, line);
  cells.reserve(places.size());
  for (size_t i = 0; i < places.size(); ++i) {
    const TablePiece& piece = line.pieces[i];
    const size_t column = places[i];
    if (column >= uses_.size()) {
      // 组织  事务   13,048: the rest of a name that spaces part
      const bool rest = grid_.layout != Layout::grid && piece.kind == PieceKind::text && !label.behind_figures;
      if (rest && !label.name.empty()) label.name += before_code(folded(piece.in(text_)));
      continue;
    }
    if (uses_[column] != ColumnUse::figure) {
      see_text(piece, column, r, label);
      continue;
    }
    if (piece.kind != PieceKind::figure && piece.kind != PieceKind::blank) continue;
    if (label.name.empty() && !label.behind_figures) label.name = name_of({}, first_name_, r, label);
    label.behind_figures = true;
    cells.push_back(figure_cell(piece, column, label));
  }
  return cells.empty() ? text_row(r, label) : cells;
}

void TableRows::see_text(const TablePiece& piece, size_t column, size_t r, Label& label) {
  const ColumnUse use = uses_[column];
  const bool behind = use == ColumnUse::date && label.behind_figures;  // of the same row
  if (use == ColumnUse::other || behind) return;
  if (label.behind_figures) label = {};
  if (use == ColumnUse::unit) {
    label.unit = folded(piece.in(text_));
  } else if (use == ColumnUse::date) {
    if (contains_any(piece.in(text_), {"月"})) label.date = folded(piece.in(text_));
  } else if (use == ColumnUse::parent) {
    if (piece.kind != PieceKind::empty) last_[column] = folded(piece.in(text_));
    label.parent = last_[column];
  } else {
    label.name = name_of(piece, column, r, label);
  }
}

// The name in a cell; an empty one goes on with the name above it, or stands in the lines around.
std::string TableRows::name_of(const TablePiece& piece, size_t column, size_t r, const Label& label) {
  std::string name = folded(piece.in(text_));
  const bool projects = column < grid_.columns.size() && !grid_.columns[column].path.empty() &&
                        grid_.columns[column].path.back().starts_with(kProjects);
  const bool measured = grid_.layout == Layout::aligned && !name.empty() && !projects;
  if (projects) name = before_code(name);
  if (projects && is_department(name)) name.clear();
  if (name.empty()) name = name_around(r);
  if (column >= last_.size()) return name;
  if (name.empty() && grid_.layout == Layout::grid) name = last_[column];
  if (name.empty()) return label.parent;
  last_[column] = name;
  if (measured) names_[column].indent(grid_.from(piece) + behind_mark(name), name);
  return projects ? name : names_[column].path_of(name, label.parent);
}

bool TableRows::is_nameless(size_t r) const {
  return r < rows_.size() && rows_[r].kind == LineKind::data && zhibiao::is_nameless(text_, rows_[r]);
}

// 国家电影事业发展专项资金安排的 | 1330 1508 | 支出: the figures stand between the lines of a long name.
std::string TableRows::name_around(size_t r) {
  if (r < wrapped_.size() && !wrapped_[r].empty()) return wrapped_[r];
  if (r < rows_.size() && named_below_[r]) {
    used_[r + 1] = true;
    return folded(rows_[r + 1].pieces.front().in(text_));
  }
  const bool dated = !uses_.empty() && uses_[0] == ColumnUse::date;  // and a name, each on lines of its own
  if (dated || !is_nameless(r) || r == 0 || rows_[r - 1].kind != LineKind::single || used_[r - 1]) return "";
  std::string name = folded(rows_[r - 1].pieces.front().in(text_));
  used_[r - 1] = true;
  if (r + 1 < rows_.size() && rows_[r + 1].kind == LineKind::single && !is_nameless(r + 2)) {
    name += folded(rows_[r + 1].pieces.front().in(text_));
    used_[r + 1] = true;
  }
  return name;
}

// Asked for every figure of a row.
const std::string& TableRows::unit_in_name(const std::string& name) {
  if (name != named_) {
    named_ = name;
    named_unit_ = ends_with_any(name, {"(项)", "（项）"}) ? "" : unit_in_header(name);
  }
  return named_unit_;
}

TableEntryCell TableRows::figure_cell(const TablePiece& piece, size_t column, const Label& label) {
  TableEntryCell entry{piece.begin, piece.end, {}};
  entry.cell.row_header = label.date + label.name;
  entry.cell.column_headers = grid_.columns[column].path;
  entry.cell.unit = units_[column];
  if (entry.cell.unit.empty()) entry.cell.unit = label.unit;
  if (entry.cell.unit.empty() && wrapped_.empty()) entry.cell.unit = unit_in_name(label.name);  // 水厂（6万吨）
  const bool other = !grid_.columns[column].path.empty() &&  // than what the caption's unit is told of
                     ends_with_any(grid_.columns[column].path.back(), {"利率", "期限", "年限"});
  if (entry.cell.unit.empty() && !other) entry.cell.unit = unit_;
  entry.cell.caption = caption_;
  return entry;
}

// A row without figures: one text heads the rows below it.
std::vector<TableEntryCell> TableRows::text_row(size_t r, const Label& label) {
  std::vector<TableEntryCell> cells;
  for (const TablePiece& piece : rows_[r].pieces)
    if (piece.kind == PieceKind::text) cells.push_back({piece.begin, piece.end, {}});
  if (cells.size() != 1) return cells;
  const std::string name =
      label.name.empty() ? folded(text_.substr(cells[0].begin, cells[0].end - cells[0].begin)) : label.name;
  const bool wrapped = used_[r] || is_nameless(r + 1);
  if (wrapped || first_name_ >= names_.size()) return cells;
  if (grid_.layout == Layout::grid)
    names_[first_name_].open_group(name);
  else if (grid_.layout == Layout::aligned)
    names_[first_name_].indent(grid_.from(rows_[r].pieces.front()), name);
  return cells;
}

}  // namespace zhibiao
