// The wide panel: a row for each region and year, a column for each indicator. A cell without a value says why.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "panel/column_spec.h"
#include "panel/panel.h"

namespace zhibiao {

// Why a cell has no value.
enum class Absence : uint8_t {
  none,
  range,            // the report gives a range: the long table has its ends
  other_unit,       // there is a figure, in a unit that the column's cannot be made of
  not_found,        // a report on the year names the indicator and no figure was found with the cell's key
  not_stated,       // the reports on the year never name it
  text_not_given,   // there was a report, without its text: not_found or not_stated
  document_failed,  // the reports on the year could not be read
  no_report,        // there is no report on the year
};
inline constexpr std::array<std::string_view, 8> kAbsenceNames = {
    "", "range", "other_unit", "not_found", "not_stated", "text_not_given", "document_failed", "no_report"};
inline std::string_view name_of(Absence missing) { return kAbsenceNames[static_cast<size_t>(missing)]; }

struct WideOptions {
  std::vector<ColumnSpec> columns;
  std::vector<Status> statuses = {Status::actual, Status::estimate};
  bool all_periods = false;  // also months, quarters and ranges of years
  bool values_only = false;  // without the columns that tell where each value is from
  // Other names of an indicator in texts: from the catalogue. nullptr: only those of the column.
  std::function<std::vector<std::string>(const std::string&)> names_of = nullptr;
};

struct WideCell {
  Absence missing = Absence::no_report;
  std::string value, unit;
  std::string bound, status, report_year, doc, id;  // "" where there is no figure
  size_t others = 0;                                // figures that wanted the cell and have another value

  friend bool operator==(const WideCell&, const WideCell&) = default;
};

struct WideRow {
  std::string region, region_code, period;
  std::vector<WideCell> cells;

  friend bool operator==(const WideRow&, const WideRow&) = default;
};

// Sorted by region and period. REQUIRES: panel.choose() was called.
std::vector<WideRow> wide_rows(Panel& panel, const WideOptions& options);

// The indicators, as columns of levels, that the most regions and years have; at most `count`.
std::vector<ColumnSpec> usual_columns(Panel& panel, size_t count);

// Where figures have ids, a column 地区生产总值 is also of the id that those of this name have, and names_of tells the
// names that figures of an id have.
void learn_names(Panel& panel, WideOptions& options);

// The unit that the most figures of each column have, "" where there is no figure: its base unit, else the written one.
std::vector<std::string> usual_units(Panel& panel, const WideOptions& options);

// The rows as a table: of every column the value, then (unless values_only) _unit, _bound, _status (or why it is
// missing), _report_year, _doc, _id and _others.
Fields wide_fields(const WideOptions& options);
Row wide_row(const WideRow& row, const WideOptions& options);
// For readers: a value with the mark of its bound and status, or the reason in words.
Fields reading_fields(const WideOptions& options, const std::vector<WideRow>& rows);
Row reading_row(const WideRow& row);

}  // namespace zhibiao
