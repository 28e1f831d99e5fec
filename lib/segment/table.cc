#include "segment/table.h"

#include <algorithm>

#include "segment/close_table.h"
#include "segment/table_grid.h"
#include "segment/table_rows.h"
#include "segment/table_sums.h"
#include "segment/table_unit.h"
#include "text/fold.h"
#include "text/words.h"

namespace zhibiao {

namespace {

std::vector<TableEntryCell> header_cells(const TableLine& line) {
  std::vector<TableEntryCell> cells;
  for (const TablePiece& piece : line.pieces)
    if (piece.kind != PieceKind::empty) cells.push_back({piece.begin, piece.end, {}});
  return cells;
}

bool only_numbers_table(std::string_view caption) { return caption.starts_with("表") && caption.size() < 12; }

bool names_table(std::string_view caption) {
  return contains_any(caption, {"表", "情况", "年", "图", "一、", "二、", "三、", "附件"});
}

// 2022年建设项目 may be a cell of several lines; 2022年建设项目情况表 is none.
bool opens_table(std::string_view line) {
  return starts_with_any(line, {"表", "附表", "续表", "图", "附件"}) ||
         ends_with_any(line, {"表", "情况", "草案）", "草案)", "产量", "速度", "增速", "构成"});
}

// Whole numbers of four digits and more under a header in %: the headers were put in the wrong order.
bool belies_units(std::string_view text, const TableGrid& grid, const std::vector<TableLine>& rows) {
  std::vector<bool> is_rate;
  for (const TableColumn& column : grid.columns)
    is_rate.push_back(!column.path.empty() && unit_in_header(column.path.back()) == "%");
  if (std::find(is_rate.begin(), is_rate.end(), true) == is_rate.end()) return false;
  size_t rates = 0, amounts = 0;
  for (const TableLine& row : rows) {
    const std::vector<size_t> places = places_of(grid, row);
    for (size_t i = 0; i < places.size(); ++i) {
      if (row.pieces[i].kind != PieceKind::figure || places[i] >= grid.columns.size()) continue;
      if (!is_rate[places[i]]) continue;
      const std::string_view figure = row.pieces[i].in(text);
      ++rates;
      amounts += figure.size() > 3 && figure.find_first_of(".%-") == figure.npos;
    }
  }
  return amounts * 3 > rates;
}

// 项目名称 … 债券规模 | （项目对应 | 债券发行总额）: the only figures of a list of projects are their amounts, wherever
// the lines of that header stand.
void head_projects(TableGrid& grid, std::string_view text, const std::vector<TableLine>& headers) {
  const auto is_text = [](const TableColumn& column) { return column.is_text; };
  const auto figures = std::find_if_not(grid.columns.begin(), grid.columns.end(), is_text);
  if (figures == grid.columns.end() || figures == grid.columns.begin()) return;
  const std::vector<std::string>& names = grid.columns.front().path;
  const bool lone = std::all_of(figures + 1, grid.columns.end(), is_text);
  const bool headed = !figures->path.empty() && contains_any(figures->path.back(), {"规模", "金额", "额度"});
  if (!lone || headed || names.empty() || !names.front().starts_with(kProjects)) return;
  for (const TableLine& line : headers)
    for (const TablePiece& piece : line.pieces)
      if (const std::string head = folded(piece.in(text)); contains_any(head, {"规模"})) figures->path = {head};
}

}  // namespace

TableReader::~TableReader() = default;

TableReader::TableReader(std::string_view text, const std::vector<TextLine>& lines)
    : text_(text), rows_(text, lines), blocks_(find_tables(text, lines, rows_)) {
  close_ = find_close_tables(text, lines);
  if (blocks_.empty() && close_.empty()) return;
  lines_ = lines;
  upwards_ = runs_upwards(text, lines);
  if (upwards_) {
    std::reverse(lines_.begin(), lines_.end());
    rows_ = TableLines(text, lines_);
    blocks_ = find_tables(text, lines_, rows_);
    std::reverse(blocks_.begin(), blocks_.end());
    close_.clear();
  }
  const size_t all = lines_.size();
  for (const TableBlock& block : blocks_) {
    places_.push_back(places_.size());
    ranges_.push_back(upwards_ ? TableRange{all - block.last, all - block.first} : TableRange{block.first, block.last});
  }
  if (!close_.empty()) take_close_tables();
}

// Where both were found, a table whose every head is known is the better one, unless it stands inside the other.
void TableReader::take_close_tables() {
  std::vector<std::pair<TableRange, size_t>> found;
  std::vector<bool> taken(ranges_.size(), false);
  size_t block = 0;
  for (size_t i = 0; i < close_.size(); ++i) {
    while (block < ranges_.size() && ranges_[block].last <= close_[i].first) ++block;
    const bool inside = block < ranges_.size() && ranges_[block].first < close_[i].first;
    if (inside) continue;
    for (; block < ranges_.size() && ranges_[block].first < close_[i].last; ++block) taken[block] = true;
    found.push_back({{close_[i].first, close_[i].last}, blocks_.size() + i});
  }
  for (size_t i = 0; i < ranges_.size(); ++i)
    if (!taken[i]) found.push_back({ranges_[i], i});
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first.first < b.first.first; });
  ranges_.clear();
  places_.clear();
  for (const auto& [range, place] : found) {
    ranges_.push_back(range);
    places_.push_back(place);
  }
}

// 表3, 2025年规模以上工业主要产品产量, 单位：万吨: the lines above, the unit apart.
void TableReader::read_caption(const TableBlock& block) {
  std::string caption, unit;
  const auto see = [&](size_t i) {
    const std::string line = folded(lines_[i].in(text_));
    const size_t at = line.find("单位");
    if (at == line.npos || rows_.line(i).kind != LineKind::unit) {
      caption += line;
      return;
    }
    if (unit.empty()) unit = unit_in_line(line);
    std::string rest = line.substr(0, at);
    while (rest.ends_with("（") || rest.ends_with("计量")) rest.resize(rest.size() - (rest.ends_with("（") ? 3 : 6));
    if (rest.ends_with("(")) rest.pop_back();
    caption += rest;
  };
  for (size_t i = block.title; i < block.header; ++i) see(i);
  for (size_t i = block.header; i < block.body; ++i)
    if (rows_.line(i).kind == LineKind::unit) see(i);
  const bool goes_on = goes_on_;
  // 湖南省文化和旅游 | 厅: a cell of several lines interrupts the rows and names no table.
  const bool projects = !paths_.empty() && !paths_[0].empty() && paths_[0].front().starts_with("项目名称");
  const bool titled = projects ? opens_table(caption) : names_table(caption);
  if (goes_on && unit.empty() && !caption.empty() && !titled) return;
  if (!goes_on || !caption.empty()) {
    if (!goes_on || !only_numbers_table(caption) || caption_.empty()) caption_ = caption;
    if (!goes_on || !unit.empty() || caption != caption_) unit_ = unit;
  } else if (!unit.empty()) {
    unit_ = unit;
  }
}

// Right behind the block before, or parted from it only by rows that make no table and cells of several lines.
bool TableReader::goes_on(const TableBlock& block) {
  constexpr size_t kNear = 3, kFar = 150;
  if (last_ == 0 || block.title > last_ + kFar) return false;
  if (block.title <= last_ + kNear) return true;
  for (size_t i = last_; i < block.title; ++i) {
    const TableLine line = rows_.line(i);
    const bool cells = has_columns(text_, lines_[i]) && !contains(lines_[i].in(text_), "。");
    const bool prose = line.kind == LineKind::prose && !cells;
    const bool ends = line.grid || prose || line.kind == LineKind::unit;
    if (ends || (line.kind == LineKind::single && opens_table(lines_[i].in(text_)))) return false;
  }
  return true;
}

// The header's paths; a page without a header takes those of the page before if it has as many columns.
void TableReader::head(TableGrid& grid, const TableBlock& block, const std::vector<TableLine>& rows) {
  std::vector<TableLine> headers;
  for (size_t i = block.header; i < block.body; ++i) {
    TableLine line = rows_.line(i);
    if (line.kind == LineKind::header || line.kind == LineKind::single) headers.push_back(std::move(line));
  }
  headers = without_formulas(text_, std::move(headers));
  const bool goes_on = goes_on_ && headers.empty();
  if (!set_sums(grid, text_, headers, rows)) set_paths(grid, text_, headers);
  if (grid.layout != Layout::grid && belies_units(text_, grid, rows))
    for (TableColumn& column : grid.columns) column.path.clear();
  head_projects(grid, text_, headers);
  for (TableColumn& column : grid.columns)  // what describes a project heads no figure
    if (!column.is_text && column.path.size() == 1 && ends_with_any(column.path[0], {"性质", "领域", "编号"}))
      column.path.clear();
  if (goes_on && paths_.size() == grid.columns.size())
    for (size_t c = 0; c < paths_.size(); ++c) grid.columns[c].path = paths_[c];
  paths_.clear();
  for (const TableColumn& column : grid.columns) paths_.push_back(column.path);
}

std::vector<TableEntry> TableReader::read(size_t i) {
  const size_t place = places_[i];
  if (place >= blocks_.size()) return read_close_table(text_, lines_, close_[place - blocks_.size()]);
  std::vector<TableEntry> entries = read(blocks_[place]);
  if (!upwards_) return entries;
  last_ = 0;
  std::reverse(entries.begin(), entries.end());
  for (TableEntry& entry : entries) entry.line = lines_.size() - 1 - entry.line;
  return entries;
}

std::vector<TableEntry> TableReader::read(const TableBlock& block) {
  std::vector<TableEntry> entries;
  goes_on_ = goes_on(block);
  read_caption(block);
  for (size_t i = block.first; i < block.body; ++i) entries.push_back({i, header_cells(rows_.line(i))});
  std::vector<TableLine> rows;
  for (size_t i = block.body; i < block.last; ++i) rows.push_back(rows_.take(i));
  TableGrid grid = grid_of(text_, rows);
  head(grid, block, rows);
  TableRows reader(text_, grid, rows, caption_, unit_);
  for (size_t r = 0; r < rows.size(); ++r) entries.push_back({block.body + r, reader.read(r)});
  last_ = block.last;
  return entries;
}

}  // namespace zhibiao
