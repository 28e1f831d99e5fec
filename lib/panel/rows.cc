#include "panel/rows.h"

#include <memory>

#include "emit/csv.h"
#include "emit/json.h"
#include "emit/width.h"

namespace zhibiao {
namespace {

bool is_numeric(FieldType type) {
  return type == FieldType::number || type == FieldType::exact || type == FieldType::integer;
}

void append_json_cell(std::string& out, const std::string& cell, FieldType type) {
  if (cell.empty()) {
    out += "null";
  } else if (type == FieldType::text || type == FieldType::exact) {
    append_json_string(out, cell);
  } else {
    out += cell;
  }
}

class Writer {
 public:
  Writer(Fields fields, RowOptions options) : fields_(std::move(fields)), options_(std::move(options)) {}

  void append_header(std::string& out) const {
    if (options_.format == RowFormat::ndjson) return;
    const bool markdown = options_.format == RowFormat::markdown;
    if (options_.byte_order_mark && !markdown) out += "\xef\xbb\xbf";
    Row names;
    for (const Field& field : fields_) names.push_back(field.name);
    append_cells(out, names);
    if (!markdown) return;
    for (const Field& field : fields_) out += is_numeric(field.type) ? "| ---: " : "| --- ";
    out += "|\n";
  }

  void append_row(std::string& out, const Row& row) const {
    options_.format == RowFormat::ndjson ? append_json(out, row) : append_cells(out, row);
  }

 private:
  void append_json(std::string& out, const Row& row) const {
    append_json_string(out += "{\"type\":", options_.type);
    for (size_t i = 0; i < row.size(); ++i) {
      append_json_string(out += ',', fields_[i].name);
      append_json_cell(out += ':', row[i], fields_[i].type);
    }
    out += "}\n";
  }

  void append_cells(std::string& out, const Row& row) const {
    const RowFormat format = options_.format;
    for (size_t i = 0; i < row.size(); ++i) {
      if (format == RowFormat::markdown) {
        append_markdown_cell(out += "| ", row[i]);
        out += ' ';
        continue;
      }
      if (i != 0) out += format == RowFormat::csv ? ',' : '\t';
      const std::string cell = without_formula(row[i]);  // leaves numbers alone
      format == RowFormat::csv ? append_csv_cell(out, cell) : void(out += plain_line(cell));
    }
    out += format == RowFormat::markdown ? "|\n" : format == RowFormat::csv ? "\r\n" : "\n";
  }

  Fields fields_;
  RowOptions options_;
};

}  // namespace

RowSink row_sink(Fields fields, RowOptions options, std::function<void(std::string_view)> write) {
  const auto writer = std::make_shared<const Writer>(std::move(fields), std::move(options));
  const auto header = [writer] {
    std::string out;
    writer->append_header(out);
    return out;
  };
  write(header());
  return {[writer, write](const Row& row) {
            std::string out;
            writer->append_row(out, row);
            write(out);
          },
          [] {}};
}

}  // namespace zhibiao
