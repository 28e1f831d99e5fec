// Rows as text: CSV after RFC 4180, tab-separated, JSON Lines, Markdown.
#pragma once

#include <optional>
#include <string_view>

#include "panel/field.h"

namespace zhibiao {

enum class RowFormat { csv, tsv, ndjson, markdown };

struct RowOptions {
  RowFormat format = RowFormat::csv;
  bool byte_order_mark = false;  // before csv and tsv, for Excel
  std::string type;              // of the lines of ndjson: "figure"
};

// write() gets whole lines. In cells of text a spreadsheet finds no formula; numbers are left as they are.
RowSink row_sink(Fields fields, RowOptions options, std::function<void(std::string_view)> write);

}  // namespace zhibiao
