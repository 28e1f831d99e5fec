#include "emit/table.h"

#include <algorithm>

#include "emit/csv.h"
#include "emit/json.h"
#include "emit/table_layout.h"
#include "emit/width.h"

namespace zhibiao {
namespace {

constexpr size_t kBlockRows = 2000;
constexpr std::string_view kGap = "  ";

void append_padded(std::string& out, std::string_view text, int width, bool right) {
  const auto padding = static_cast<size_t>(std::max(0, width - display_width(text)));
  if (right) out.append(padding, ' ');
  out += text;
  if (!right) out.append(padding, ' ');
}

void append_line(std::string& out, const std::vector<std::string>& row, const std::vector<Column>& columns,
                 const TableLayout& layout) {
  const size_t begin = out.size();
  for (size_t i = 0; i < layout.shown.size(); ++i) {
    const std::string& cell = row[layout.shown[i]];
    const bool numeric = columns[layout.shown[i]].numeric;
    if (i != 0) out += kGap;
    append_padded(out, numeric ? cell : clipped(cell, layout.widths[i]), layout.widths[i], numeric);
  }
  while (out.size() > begin && out.back() == ' ') out.pop_back();
}

std::vector<std::string> names_of(const std::vector<Column>& columns) {
  std::vector<std::string> names;
  for (const Column& column : columns) names.emplace_back(column.name);
  return names;
}

}  // namespace

TableWriter::TableWriter(TableOptions options)
    : options_(std::move(options)), columns_(columns_named(options_.columns)) {
  if (columns_.empty()) columns_ = default_columns(true);
}

void TableWriter::add(std::string& out, const Observation& observation) {
  if (!last_doc_.empty() && observation.doc != last_doc_) several_docs_ = true;
  last_doc_ = observation.doc;
  if (options_.format == TableFormat::json) return append_json_row(out, observation), void(started_ = true);
  Row row;
  row.reserve(columns_.size());
  const bool aligned = options_.format == TableFormat::table;
  for (const Column& column : columns_) {
    row.push_back(aligned ? plain_line(column.text(observation)) : column.text(observation));
  }
  if (!aligned) {
    if (!started_) append_header(out);
    return append_row(out, row);
  }
  block_.push_back(std::move(row));
  if (block_.size() == kBlockRows) append_block(out);
}

void TableWriter::finish(std::string& out) {
  switch (options_.format) {
    case TableFormat::table:
      if (!block_.empty()) append_block(out);
      return;
    case TableFormat::json:
      out += started_ ? "\n]\n" : "[]\n";
      return;
    default:
      if (!started_) append_header(out);
  }
}

void TableWriter::append_header(std::string& out) {
  started_ = true;
  const bool markdown = options_.format == TableFormat::markdown;
  if (options_.byte_order_mark && !markdown) out += "\xef\xbb\xbf";
  if (!options_.header && !markdown) return;
  append_row(out, names_of(columns_));
  if (!markdown) return;
  for (const Column& column : columns_) out += column.numeric ? "| ---: " : "| --- ";
  out += "|\n";
}

void TableWriter::append_row(std::string& out, const Row& row) const {
  for (size_t i = 0; i < row.size(); ++i) {
    if (options_.format == TableFormat::markdown) {
      append_markdown_cell(out += "| ", row[i]);
      out += ' ';
      continue;
    }
    const std::string cell = columns_[i].numeric ? row[i] : without_formula(row[i]);
    if (i != 0) out += options_.format == TableFormat::csv ? ',' : '\t';
    options_.format == TableFormat::csv ? append_csv_cell(out, cell) : void(out += plain_line(cell));
  }
  out += options_.format == TableFormat::markdown ? "|\n" : options_.format == TableFormat::csv ? "\r\n" : "\n";
}

void TableWriter::append_json_row(std::string& out, const Observation& observation) const {
  out += started_ ? ",\n" : "[\n";
  if (options_.columns.empty()) {
    append_json(out, observation);
    out.pop_back();
    return;
  }
  char separator = '{';
  for (const Column& column : columns_) {
    append_json_string(out += separator, column.name);
    out += ':';
    const std::string text = column.text(observation);
    const bool bare = column.numeric && !column.name.starts_with("base_") && text.find("..") == std::string::npos;
    text.empty() ? void(out += "null") : bare ? void(out += text) : append_json_string(out, text);
    separator = ',';
  }
  out += '}';
}

void TableWriter::append_block(std::string& out) {
  std::vector<Column> columns = columns_;
  if (options_.columns.empty() && !several_docs_) {  // the default columns begin with doc
    columns.erase(columns.begin());
    for (Row& row : block_) row.erase(row.begin());
  }
  const TableLayout layout = table_layout(columns, block_, options_.width, options_.columns.empty());
  if (started_) out += '\n';
  started_ = true;
  if (options_.header) {
    out += options_.colour ? "\x1b[1m" : "";
    append_line(out, names_of(columns), columns, layout);
    out += options_.colour ? "\x1b[0m\n" : "\n";
  }
  for (const Row& row : block_) {
    append_line(out, row, columns, layout);
    out += '\n';
  }
  block_.clear();
}

}  // namespace zhibiao
