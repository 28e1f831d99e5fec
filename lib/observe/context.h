// What one sentence leaves behind for the next: the only state of observe, folded over a document in text order.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammar/token.h"
#include "observe/column.h"
#include "observe/observation.h"
#include "observe/reading.h"

namespace zhibiao {

// A school type, a budget or a fund: whose figures are told where their names do not say it.
struct Owner {
  std::string text;
  Span span;
};

// An indicator that later figures may belong to.
struct Subject {
  std::string indicator;
  std::optional<Span> indicator_span;
  std::string scope;
  std::optional<Span> scope_span;
  std::optional<Owner> owner;
  uint32_t id = 0;  // of the observation that named it
  uint32_t group = 0;
  std::optional<uint32_t> part_of;
  TokenClass unit_class = TokenClass::number;
  std::string unit;
  std::optional<Decimal> value;  // of a level
  bool rate = false;             // named with a growth only
  std::string sharing;  // of 高技术产业增加值占工业的比重 what has the share: it grows, the share rises
  std::optional<Span> sharing_span;
  bool area = false;  // `scope` is another area than the report's, and no member
};

// A figure of a row that others may be parts of: parts stand in the same column.
struct TableWhole {
  std::vector<std::string> column;
  uint32_t id = 0;
  Decimal value;
};

// What a growth of this column grew to in the rows before: the latest level beside it, of so many.
struct TableLatest {
  std::string period;
  std::optional<Status> status;
  size_t levels = 0;
  uint32_t group = 0;   // of the row that told it last
  bool shared = false;  // by columns of the same header
};

// What the rows of a table leave behind for the next: all of it read from one caption.
struct TableContext {
  std::string caption;
  std::string indicator;  // what the caption says is measured
  std::string area;       // of whom, where it is a part of the report's own area: 市本级
  std::string owner;      // the budget or fund that it names: 政府性基金
  std::string period;     // "" when it says nothing
  std::optional<int> year;
  std::optional<Status> status;
  bool growth = false;             // … 增长速度: figures in % are growths
  std::string whole;               // the last row that is no part of another
  std::string whole_period;        // that its name tells
  std::vector<TableWhole> wholes;  // its figures
  std::string row;                 // the last row
  std::string place;               // 伊春市 of the last row 伊春市合计
  std::string fund;                // the last one whose income or spending a row names
  std::string function;            // the last group of a functional classification (民政管理事务) in it
  uint32_t group = 0;              // of the last row
  std::unordered_map<std::string, std::pair<ColumnReading, TableLatest>> columns;  // by header
};

struct Context {
  std::string doc;
  uint32_t last_id = 0;
  uint32_t last_group = 0;
  uint32_t paragraph = 0;
  uint32_t heading_paragraph = 0;  // of the last heading
  uint32_t digits_end = 0;  // where a sentence ended in a digit: a run of digits too long for one sentence goes on
  bool estimates = false;  // （预计完成数，下同）: what is told of the year reviewed is estimated from here on
  bool in_digits = false;           // this sentence begins inside such a run: its first value is no number
  bool continues = false;           // the sentence before ended in ；, so what is in force stays so
  std::optional<Subject> current;   // the last indicator told
  std::optional<Subject> whole;     // the last one that is no part of another
  std::optional<Subject> measured;  // the last one of the paragraph that is no count
  std::optional<Subject> parent;    // what 其中 or 在…中 takes apart
  bool parent_in_passing = false;   // in the middle of a sentence: A100亿元，其中a30亿元；B50亿元
  std::string last_part;            // the last one told of it
  std::optional<Owner> owner;       // named last in the paragraph
  std::array<std::optional<Owner>, 8> heading_owners;  // by level
  std::string condition;
  std::optional<Span> condition_span;
  std::string sentence_period;  // told in the sentence, in force until 。
  std::optional<Span> sentence_period_span;
  std::string paragraph_range;                 // the last period of several years told in the paragraph
  std::array<std::string, 8> heading_periods;  // by level
  std::string paragraph_year;  // in a plan: 过去的一年，… at the head of a paragraph, until it tells of what is to come
  std::string lead_period;    // 这五年 at the head of a paragraph, until the next such or a heading
  std::string heading_range;  // “十四五”时期和2025年工作回顾: under it only a lead ends a lead
  bool may_lead = false;      // nothing but 各位代表！ stands before in the paragraph
  TableContext table;
  ReadingTable readings;
};

}  // namespace zhibiao
