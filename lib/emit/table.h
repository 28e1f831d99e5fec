// Observations as a table, a block of rows at a time: memory does not grow with their number.
#pragma once

#include <string>
#include <vector>

#include "emit/columns.h"
#include "observe/observation.h"

namespace zhibiao {

enum class TableFormat { table, csv, tsv, markdown, json };

struct TableOptions {
  TableFormat format = TableFormat::table;
  std::vector<std::string> columns;  // empty: the default ones; of json: whole observations
  bool header = true;
  bool byte_order_mark = false;  // before csv and tsv, for Excel
  bool colour = false;           // the aligned table only
  int width = 0;                 // of the terminal in columns; 0: no limit
};

class TableWriter {
 public:
  // Throws Error for an unknown column.
  explicit TableWriter(TableOptions options);

  void add(std::string& out, const Observation& observation);
  // What is left. An empty csv, tsv or markdown still has its header, an empty json is [].
  void finish(std::string& out);

 private:
  using Row = std::vector<std::string>;

  void append_row(std::string& out, const Row& row) const;
  void append_header(std::string& out);
  void append_json_row(std::string& out, const Observation& observation) const;
  void append_block(std::string& out);

  TableOptions options_;
  std::vector<Column> columns_;
  // The aligned table: rows wait until their widths are known. One that goes beyond a block starts a new table.
  std::vector<Row> block_;
  std::string last_doc_;
  bool several_docs_ = false;
  bool started_ = false;
};

}  // namespace zhibiao
