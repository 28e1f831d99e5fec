// The rows of one table, read one by one with the columns and names in hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "segment/table.h"
#include "segment/table_names.h"

namespace zhibiao {

class TableRows {
 public:
  // REQUIRES: all arguments outlive it; the grid's paths are set.
  TableRows(std::string_view text, const TableGrid& grid, const std::vector<TableLine>& rows,
            const std::string& caption, const std::string& unit);

  // The cells of rows[r]. REQUIRES: called for r = 0, 1, …
  std::vector<TableEntryCell> read(size_t r);

 private:
  // What is known of a row when its figures come.
  struct Label {
    std::string name, unit, parent, date;
    bool behind_figures = false;
  };

  void see_text(const TablePiece& piece, size_t column, size_t r, Label& label);
  std::string name_of(const TablePiece& piece, size_t column, size_t r, const Label& label);
  std::string name_around(size_t r);
  TableEntryCell figure_cell(const TablePiece& piece, size_t column, const Label& label);
  const std::string& unit_in_name(const std::string& name);
  std::vector<TableEntryCell> text_row(size_t r, const Label& label);
  bool is_nameless(size_t r) const;
  void find_names_below();

  const std::string_view text_;
  const TableGrid& grid_;
  const std::vector<TableLine>& rows_;
  const std::string& caption_;
  const std::string& unit_;
  const std::vector<ColumnUse> uses_;
  size_t first_name_ = 0;
  std::vector<std::string> units_;    // by column, from its header
  std::vector<RowNames> names_;       // by column
  std::vector<std::string> last_;     // by column: the last text, for cells that reach down
  std::string named_, named_unit_;    // the last row's name, and the unit in it
  std::vector<bool> used_;            // by row: a line that is a part of its neighbour's name
  std::vector<std::string> wrapped_;  // by row: the name around a project's code; none in other tables
  std::vector<bool> named_below_;     // by row: its name is the line below it
};

}  // namespace zhibiao
