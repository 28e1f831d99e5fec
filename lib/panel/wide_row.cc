#include "panel/wide.h"

namespace zhibiao {
namespace {

constexpr std::string_view kBoundMarks[] = {"≥ ", "> ", "≤ ", "< ", "约 "};
constexpr std::string_view kBounds[] = {"at_least", "more", "at_most", "less", "about"};

std::string mark_of(const std::string& bound) {
  for (size_t i = 0; i < std::size(kBounds); ++i) {
    if (kBounds[i] == bound) return std::string(kBoundMarks[i]);
  }
  return "";
}

std::string reason_in_words(Absence missing) {
  std::string words(name_of(missing));
  for (char& c : words) {
    if (c == '_') c = ' ';
  }
  return "– (" + words + ")";
}

// The unit of a column where its cells agree on one.
std::string unit_of_column(const std::vector<WideRow>& rows, size_t column) {
  for (const WideRow& row : rows) {
    if (!row.cells[column].unit.empty()) return row.cells[column].unit;
  }
  return "";
}

}  // namespace

Fields wide_fields(const WideOptions& options) {
  using enum FieldType;
  Fields fields = {{"region", text, "The area that the reports are about", ""},
                   {"region_code", text, "Its code of GB/T 2260", ""},
                   {"year", text, "The time that the figures are about, not when they were printed", ""}};
  if (!options.all_periods) fields.back().type = integer;
  for (const ColumnSpec& column : options.columns) {
    fields.push_back({column.name, number, "", column.scale.unit});
    if (options.values_only) continue;
    fields.push_back({column.name + "_unit", text, "Unit of " + column.name, ""});
    fields.push_back({column.name + "_bound", text, "exact, at_least, more, at_most, less or about", ""});
    fields.push_back(
        {column.name + "_status", text, "actual, estimate, target, baseline, or why there is no value", ""});
    fields.push_back({column.name + "_report_year", integer, "Year of the report that the value was chosen from", ""});
    fields.push_back({column.name + "_doc", text, "That report", ""});
    fields.push_back({column.name + "_id", integer, "Number of the observation in it", ""});
    fields.push_back({column.name + "_others", integer, "Figures that wanted the cell and have another value", ""});
  }
  return fields;
}

Row wide_row(const WideRow& row, const WideOptions& options) {
  Row out = {row.region, row.region_code, row.period};
  for (const WideCell& cell : row.cells) {
    out.push_back(cell.value);
    if (options.values_only) continue;
    const std::string reason(name_of(cell.missing));
    const std::string others = cell.missing == Absence::none ? std::to_string(cell.others) : "";
    for (const std::string& text : {cell.unit, cell.bound, cell.missing == Absence::none ? cell.status : reason,
                                    cell.report_year, cell.doc, cell.id, others}) {
      out.push_back(text);
    }
  }
  return out;
}

Fields reading_fields(const WideOptions& options, const std::vector<WideRow>& rows) {
  Fields fields = {{"region", FieldType::text, "", ""}, {"year", FieldType::text, "", ""}};
  for (size_t i = 0; i < options.columns.size(); ++i) {
    const std::string unit = unit_of_column(rows, i);
    fields.push_back({options.columns[i].name + (unit.empty() ? "" : " (" + unit + ")"), FieldType::number, "", ""});
  }
  return fields;
}

Row reading_row(const WideRow& row) {
  Row out = {row.region, row.period};
  for (const WideCell& cell : row.cells) {
    if (cell.missing != Absence::none) {
      out.push_back(reason_in_words(cell.missing));
    } else {
      out.push_back(mark_of(cell.bound) + cell.value + (cell.status == "actual" ? "" : " (" + cell.status + ")"));
    }
  }
  return out;
}

}  // namespace zhibiao
