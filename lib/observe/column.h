// What the headers over a column of a table say of its figures: 2025年预算数, 比上年增长（%）, 完成调整预算%,
// 出口额（亿元）.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammar/data.h"
#include "observe/observation.h"

namespace zhibiao {

struct ColumnReading {
  Measure measure = Measure::level;
  bool plain = true;   // names no measure, so that the caption may
  bool share = false;  // a level that is a part of something: `ratio_to` where the header says of what
  bool index = false;
  bool told_unit = false;  // the header has a unit of its own
  std::string ratio_to, basis;
  std::string period;  // "" when not told
  std::optional<Status> status;
  std::string name;    // what is left: 出口额, 固原市
  bool place = false;  // the words head areas, groups or other members
  bool item = false;   // or names of what is measured: 指标
};

// `year` is that of the table's caption, from which 上年 is told. REQUIRES: `header` is folded.
ColumnReading read_column(std::string_view header, std::optional<int> year, const ReportMeta& meta,
                          const GrammarData& grammar);

// Is this the name of a part rather than of something measured: 城镇, 公路, 原州区, 0-15岁, 合计?
bool names_part(std::string_view name, const GrammarData& grammar);
bool names_place(std::string_view name, const GrammarData& grammar);
// Is it a listed indicator, or a noun that indicators end in: 地区生产总值, 增加值?
bool names_indicator(std::string_view name, const GrammarData& grammar);
// A word of column.tsv as a whole.
std::optional<ColumnWord> column_word(std::string_view name, const GrammarData& grammar);

}  // namespace zhibiao
