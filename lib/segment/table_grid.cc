#include "segment/table_grid.h"

#include <algorithm>
#include <map>

#include "segment/table_strips.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// text: T, figure or dash: F.
std::string signature(const TableLine& row) {
  std::string shape;
  for (const TablePiece& piece : row.pieces) shape += piece.kind == PieceKind::text ? 'T' : 'F';
  return shape;
}

// The longest shape that is no exception.
std::string usual_shape(const std::vector<TableLine>& rows) {
  std::map<std::string, size_t> shapes;
  size_t data = 0;
  for (const TableLine& row : rows)
    if (row.kind == LineKind::data) ++shapes[signature(row)], ++data;
  const size_t least = std::max<size_t>(std::min<size_t>(data, 2), data / 20);
  std::string best;
  size_t most = 0;
  for (const auto& [shape, count] : shapes) {
    const bool longer = shape.size() > best.size() || (shape.size() == best.size() && count > most);
    if (count >= least && longer) best = shape, most = count;
  }
  if (best.starts_with('F') && shapes.contains('T' + best)) return 'T' + best;  // names stand above most rows
  if (!best.empty()) return best;
  for (const auto& [shape, count] : shapes)
    if (shape.size() > best.size()) best = shape;
  return best;
}

// How far the right edges of a column's figures lie apart, all columns together.
uint64_t spread(const TableGrid& grid, const std::vector<const TableLine*>& rows, size_t columns) {
  uint64_t sum = 0;
  for (size_t c = 0; c < columns; ++c) {
    if (rows.front()->pieces[c].kind == PieceKind::text) continue;
    uint32_t least = UINT32_MAX, most = 0;
    for (const TableLine* row : rows) {
      least = std::min(least, grid.to(row->pieces[c]));
      most = std::max(most, grid.to(row->pieces[c]));
    }
    sum += most - least;
  }
  return sum;
}

// All cells two or three spaces apart: the text was not laid out.
bool evenly_spaced(const std::vector<TableLine>& rows) {
  size_t gaps = 0, even = 0;
  for (const TableLine& row : rows) {
    for (size_t i = 1; i < row.pieces.size(); ++i) {
      const uint32_t gap = row.pieces[i].from - row.pieces[i - 1].to;
      ++gaps;
      even += gap <= 3;
    }
  }
  return gaps > 0 && even * 20 >= gaps * 19;
}

void set_extents(TableGrid& grid, const std::vector<const TableLine*>& rows, const std::string& shape) {
  for (size_t c = 0; c < shape.size(); ++c) {
    TableColumn column{shape[c] == 'T', UINT32_MAX, 0, {}};
    std::vector<uint32_t> edges;
    for (const TableLine* row : rows) {
      column.from = std::min(column.from, grid.from(row->pieces[c]));
      edges.push_back(grid.to(row->pieces[c]));
    }
    std::nth_element(edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(edges.size() / 2), edges.end());
    const uint32_t edge = column.is_text ? *std::max_element(edges.begin(), edges.end()) : edges[edges.size() / 2];
    column.to = std::max(edge, column.from + 1);
    grid.columns.push_back(std::move(column));
  }
}

TableGrid counted_grid(const std::vector<TableLine>& rows) {
  size_t width = 0;
  for (const TableLine& row : rows) width = std::max(width, row.pieces.size());
  std::vector<size_t> texts(width), figures(width);
  for (const TableLine& row : rows) {
    for (size_t c = 0; c < row.pieces.size(); ++c) {
      texts[c] += row.pieces[c].kind == PieceKind::text;
      figures[c] += row.pieces[c].kind == PieceKind::figure || row.pieces[c].kind == PieceKind::blank;
    }
  }
  TableGrid grid{};
  for (size_t c = 0; c < width; ++c) grid.columns.push_back({texts[c] > figures[c], 0, 0, {}});
  return grid;
}

uint32_t distance(uint32_t a, uint32_t b) { return a > b ? a - b : b - a; }

uint32_t cost(const TableGrid& grid, const TablePiece& piece, const TableColumn& column) {
  if (column.is_text) return distance(grid.from(piece), column.from);
  return std::min(distance(grid.to(piece), column.to),
                  distance((grid.from(piece) + grid.to(piece)) / 2, (column.from + column.to) / 2));
}

// Of a matrix with empty cells hardly a row has a figure in every column.
void add_sparse(TableGrid& grid, const std::vector<TableLine>& rows) {
  const auto figures = [](const std::vector<TableColumn>& columns) {
    return std::count_if(columns.begin(), columns.end(), [](const TableColumn& c) { return !c.is_text; });
  };
  std::vector<TableColumn> placed = columns_by_place(grid, rows);
  if (figures(placed) > figures(grid.columns)) grid.columns = std::move(placed);
}

RateRow rate_row(std::string_view text, const TableLine& row) {
  RateRow figures;
  for (const TablePiece& piece : row.pieces) {
    const std::string_view cell = piece.in(text);
    if (piece.kind != PieceKind::text) figures.push_back({amount_in(cell), contains(cell, "%"), contains(cell, ".")});
  }
  return figures;
}

TableRates rates_of(std::string_view text, const std::vector<const TableLine*>& rows) {
  std::vector<RateRow> whole;
  for (const TableLine* row : rows)
    if (row->count(PieceKind::blank) == 0) whole.push_back(rate_row(text, *row));
  return TableRates(whole);
}

}  // namespace

TableGrid grid_of(std::string_view text, const std::vector<TableLine>& rows) {
  if (!rows.empty() && rows.front().grid) return counted_grid(rows);
  constexpr uint64_t kLaidOut = 6;  // edges of a column farther apart are not laid out
  TableGrid grid;
  const std::string shape = usual_shape(rows);
  std::vector<const TableLine*> usual;
  for (const TableLine& row : rows)
    if (row.kind == LineKind::data && signature(row) == shape) usual.push_back(&row);
  if (usual.empty()) return grid;
  const uint64_t narrow = spread(grid, usual, shape.size());
  grid.wide = true;
  const uint64_t wide = spread(grid, usual, shape.size());
  if (narrow <= wide) grid.wide = false;
  grid.layout = evenly_spaced(rows) ? Layout::ordered : Layout::aligned;
  set_extents(grid, usual, shape);
  grid.text = text;
  const auto data = static_cast<size_t>(
      std::count_if(rows.begin(), rows.end(), [](const TableLine& row) { return row.kind == LineKind::data; }));
  if (grid.layout == Layout::ordered)
    grid.rates = rates_of(text, usual);
  else if (shape.size() < 3 || usual.size() * 2 <= data || std::min(narrow, wide) <= kLaidOut * shape.size())
    add_sparse(grid, rows);
  return grid;
}

namespace {

bool is_usual(const TableGrid& grid, const TableLine& row) {
  if (row.pieces.size() != grid.columns.size()) return false;
  for (size_t c = 0; c < grid.columns.size(); ++c)
    if ((row.pieces[c].kind == PieceKind::text) != grid.columns[c].is_text) return false;
  return true;
}

// As many figures as columns of figures, the name apart.
bool has_all_figures(const TableGrid& grid, const TableLine& row) {
  const auto wanted = std::count_if(grid.columns.begin(), grid.columns.end(), [](const auto& c) { return !c.is_text; });
  return row.pieces.size() - row.count(PieceKind::text) == static_cast<size_t>(wanted);
}

// A row without its rates: whole numbers, as many as there are columns that are not headed as rates.
std::vector<bool> amount_columns(const TableGrid& grid, const TableLine& row) {
  std::vector<bool> amounts;
  size_t found = 0;
  for (const TableColumn& column : grid.columns) {
    const bool rate = !column.path.empty() && column.path.back().find("%") != std::string::npos;
    amounts.push_back(!column.is_text && !column.path.empty() && !rate);
    found += amounts.back();
  }
  const bool broken = std::any_of(row.pieces.begin(), row.pieces.end(), [](const auto& p) { return p.broken; });
  const bool told = std::any_of(row.pieces.begin(), row.pieces.end(), [](const auto& p) {
    return p.kind == PieceKind::figure && p.to - p.from > 3;  // no rate that has no point
  });
  const size_t figures = row.pieces.size() - row.count(PieceKind::text);
  return broken || figures != found || (figures < 2 && !told) ? std::vector<bool>() : amounts;
}

// Is a column of rates headed as something else, or another as rates?
bool belied_by_rates(const TableGrid& grid) {
  size_t figure = 0;
  for (const TableColumn& column : grid.columns) {
    if (column.is_text) continue;
    const bool headed = !column.path.empty() && contains_any(column.path.back(), {"%", "％", "增", "占", "率", "幅"});
    if (column.path.empty() || headed != grid.rates.is_rate(figure++)) return true;
  }
  return false;
}

// The columns of figures that the table's rates leave to a row with fewer of them.
std::vector<bool> rated_columns(const TableGrid& grid, const TableLine& row) {
  const std::vector<size_t> places = grid.rates.places(rate_row(grid.text, row));
  if (places.empty() || belied_by_rates(grid)) return {};
  std::vector<bool> columns;
  size_t figure = 0;
  for (const TableColumn& column : grid.columns)
    columns.push_back(!column.is_text && std::find(places.begin(), places.end(), figure++) != places.end());
  return columns;
}

// The nearest column of the piece's kind in [next, end); of text without places the next one.
size_t nearest(const TableGrid& grid, const TablePiece& piece, size_t next, size_t end) {
  const size_t none = grid.columns.size();
  size_t best = none;
  uint32_t least = UINT32_MAX;
  for (size_t c = next; c < end; ++c) {
    if (grid.columns[c].is_text != (piece.kind == PieceKind::text)) continue;
    if (grid.layout == Layout::ordered) return c;
    const uint32_t now = cost(grid, piece, grid.columns[c]);
    if (best == none || now < least) best = c, least = now;
  }
  return best;
}

// By piece where its columns end if those behind it are to have one each; empty where there are too few.
std::vector<size_t> ends_of(const TableGrid& grid, const TableLine& row) {
  std::vector<size_t> ends(row.pieces.size());
  size_t end = grid.columns.size();
  for (size_t i = row.pieces.size(); i-- > 0;) {
    ends[i] = end;
    const bool text = row.pieces[i].kind == PieceKind::text;
    while (end > 0 && grid.columns[end - 1].is_text != text) --end;
    if (end-- == 0) return {};
  }
  return ends;
}

// The texts in order, the figures in the columns chosen.
std::vector<size_t> among(const TableGrid& grid, const TableLine& row, const std::vector<bool>& chosen) {
  std::vector<size_t> places;
  size_t next = 0;
  for (const TablePiece& piece : row.pieces) {
    const bool text = piece.kind == PieceKind::text;
    size_t c = next;
    while (c < grid.columns.size() && (text ? !grid.columns[c].is_text : !chosen[c])) ++c;
    places.push_back(c);
    if (c < grid.columns.size()) next = c + 1;
  }
  return places;
}

}  // namespace

std::vector<size_t> places_of(const TableGrid& grid, const TableLine& row) {
  const size_t none = grid.columns.size();
  const bool counted = grid.layout == Layout::grid || is_usual(grid, row);
  const bool placed = counted || grid.layout == Layout::aligned || has_all_figures(grid, row);
  if (!placed) {
    const std::vector<bool> amounts = amount_columns(grid, row);
    if (!amounts.empty()) return among(grid, row, amounts);
    const std::vector<bool> told = rated_columns(grid, row);
    if (!told.empty()) return among(grid, row, told);
  }
  std::vector<size_t> places, ends;
  places.reserve(row.pieces.size());
  if (!counted && grid.layout == Layout::aligned) ends = ends_of(grid, row);
  size_t next = 0;  // columns are taken from left to right
  for (size_t i = 0; i < row.pieces.size(); ++i) {
    size_t place = none;
    if (counted)
      place = std::min(i, none);
    else if (placed || row.pieces[i].kind == PieceKind::text)
      place = nearest(grid, row.pieces[i], next, ends.empty() ? none : ends[i]);
    places.push_back(place);
    if (place < none) next = place + 1;
  }
  return places;
}

}  // namespace zhibiao
