// What the text columns of a table are for, and what its rows are called.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "segment/table_grid.h"

namespace zhibiao {

// parent: a sparse column left of the names, whose cells reach down over several rows; other: codes and remarks.
enum class ColumnUse : uint8_t { figure, name, parent, unit, date, other };

// The header of names that lines break and that no indent puts below each other.
constexpr std::string_view kProjects = "项目名称";

// REQUIRES: the grid's paths are set.
std::vector<ColumnUse> uses_of(const TableGrid& grid, const std::vector<TableLine>& rows);

// Follows the names of one column down the table and tells each with the row above that it belongs to:
// 税收收入 / 增值税.
class RowNames {
 public:
  // `parent`: told by a column of its own; else the row above that is less indented, the one before 其中, or the last
  // row of one text.
  std::string path_of(const std::string& name, const std::string& parent);
  void indent(uint32_t column, const std::string& name);
  void open_group(const std::string& name) { group_ = name; }

 private:
  struct Open {
    uint32_t column;
    std::string name;
  };
  std::vector<Open> open_;
  std::string group_, last_, outer_;
};

}  // namespace zhibiao
