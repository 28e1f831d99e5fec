// What a row of a table and its caption name: the indicator, the part or place that a figure is told of, the year.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "observe/context.h"

namespace zhibiao {

// （一）增值税, 其中：城镇, 2025年预计法定债务限额, 比上年增长（%）, taken apart.
struct RowName {
  std::string name;              // without numbering, 其中, unit, year
  std::string parent;            // the row above that it belongs to
  bool part = false;             // a member, place or sum
  bool among = false;            // told with 其中
  bool shared = false;           // stands under many rows: 行政运行
  bool dependent = false;        // says nothing without the budget or fund that it is a row of: 收入总计
  std::string fund;              // 失业保险基金 of 失业保险基金收入
  std::optional<bool> function;  // names a group (民政管理事务) or, false, a category of what is spent by function
  std::string period;
  std::optional<Status> status;
  std::optional<Measure> measure;  // of a row that says how the row above grew
};

RowName read_row_name(std::string_view label, const TableContext& table, const ReportMeta& meta,
                      const GrammarData& grammar);

struct TableNames {
  std::string indicator, scope, subject;
  friend bool operator==(const TableNames&, const TableNames&) = default;
};

TableNames names_of(const RowName& row, const ColumnReading& column, const TableContext& table,
                    const GrammarData& grammar);

// A caption begins a new table, or names the page that goes on with one.
void enter_table(Context& context, const std::string& caption, const Sentence& sentence, const GrammarData& grammar);

}  // namespace zhibiao
