#include "emit/table_layout.h"

#include <algorithm>
#include <numeric>

#include "emit/width.h"

namespace zhibiao {
namespace {

constexpr int kGap = 2;

// One shown column: `narrowest` is how far it gives way.
struct Extent {
  size_t column = 0;
  int width = 0;
  int narrowest = 0;
};

struct Limits {
  int narrowest = 0;
  int widest = 0;
};

Limits limits_of(std::string_view name) {
  if (name == "sentence") return {20, 60};
  if (name == "indicator") return {16, 32};
  return {8, 32};
}

Extent extent_of(const Column& column, size_t index, const std::vector<std::vector<std::string>>& rows) {
  int width = display_width(column.name);
  for (const auto& row : rows) width = std::max(width, display_width(row[index]));
  if (column.numeric) return {index, width, width};
  const Limits limits = limits_of(column.name);
  return {index, std::min(width, limits.widest), std::min(width, limits.narrowest)};
}

int total(const std::vector<Extent>& extents, int Extent::*size) {
  const int gaps = kGap * (static_cast<int>(extents.size()) - 1);
  return std::accumulate(extents.begin(), extents.end(), gaps,
                         [size](int sum, const Extent& extent) { return sum + extent.*size; });
}

// base_value and base_unit go together: one says nothing without the other.
void drop_least_telling(std::vector<Extent>& extents, const std::vector<Column>& columns, int limit) {
  constexpr std::string_view kOrder[] = {"sentence", "bound", "base_", "measure", "scope", "doc", "status"};
  for (std::string_view name : kOrder) {
    if (total(extents, &Extent::narrowest) <= limit) return;
    std::erase_if(extents, [&](const Extent& extent) { return columns[extent.column].name.starts_with(name); });
  }
}

// Takes from the widest that still can give.
void narrow(std::vector<Extent>& extents, int limit) {
  while (total(extents, &Extent::width) > limit) {
    const auto widest = std::max_element(extents.begin(), extents.end(), [](const Extent& a, const Extent& b) {
      return std::pair(a.width > a.narrowest, a.width) < std::pair(b.width > b.narrowest, b.width);
    });
    if (widest->width <= widest->narrowest) return;
    --widest->width;
  }
}

}  // namespace

TableLayout table_layout(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
                         int width, bool may_drop) {
  std::vector<Extent> extents;
  for (size_t i = 0; i < columns.size(); ++i) extents.push_back(extent_of(columns[i], i, rows));
  if (width > 0) {
    if (may_drop) drop_least_telling(extents, columns, width);
    narrow(extents, width);
  }
  TableLayout layout;
  for (const Extent& extent : extents) {
    layout.shown.push_back(extent.column);
    layout.widths.push_back(extent.width);
  }
  return layout;
}

}  // namespace zhibiao
