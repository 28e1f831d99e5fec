#include "observe/table.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "observe/row_place.h"
#include "observe/table_figure.h"
#include "observe/table_name.h"
#include "observe/window.h"
#include "segment/table_unit.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

int first_year(std::string_view period) {
  int year = 0;
  if (period.size() >= 4) std::from_chars(period.data(), period.data() + 4, year);
  return year;
}

// 140,326 and P20220113-0028 name nothing.
bool has_word(std::string_view name) {
  for (size_t pos = 0; pos < name.size(); pos += utf8_length(name[pos]))
    if (is_hanzi(code_point_at(name, pos).value)) return true;
  return !name.empty() && name.find_first_of("0123456789") == name.npos;
}

// What the header added to the cell.
const char* rule_of(const ColumnReading& column) {
  if (column.measure == Measure::growth) return "column.growth";
  if (column.measure == Measure::change) return "column.change";
  if (column.measure == Measure::rank) return "column.rank";
  return column.share ? "column.share" : nullptr;
}

class RowObserver {
 public:
  RowObserver(Context& context, const MatchedSentence& row, const GrammarData& grammar)
      : context_(context),
        table_(context.table),
        sentence_(row.sentence),
        grammar_(grammar),
        window_(sentence_, true),
        places_(sentence_, window_) {}

  std::vector<Observation> run() {
    out_.reserve(sentence_.cells.size());
    for (const Cell& cell : sentence_.cells) {
      headless_ += !cell.row_header.empty() && cell.column_headers.empty();
      headed_ = headed_ || (!cell.row_header.empty() && !cell.column_headers.empty());
    }
    for (const Cell& cell : sentence_.cells) {
      if (cell.row_header.empty() && cell.column_headers.empty()) continue;
      if (cell.caption != table_.caption) enter_table(context_, cell.caption, sentence_, grammar_);
      see(cell);
    }
    return std::move(out_);
  }

 private:
  void see(const Cell& cell) {
    if (cell.row_header != label_ || out_.empty()) enter_row(cell);
    const std::string_view written = window_.verbatim(cell.span, {});
    const auto figure = table_figure(FoldedView(written).get());
    const ColumnReading& column = column_of(cell);
    if (!figure || (cell.column_headers.empty() && (row_.name.empty() || headless_ > 1 || headed_))) return;
    Observation& observation = out_.emplace_back();  // many fields: made where it stays
    observation.value = figure->value;
    observation.bound = figure->bound;
    observation.spans.value = cell.span;
    set_measure(cell, column, *figure, observation);
    set_names(column, observation);
    if (!has_word(observation.indicator)) return out_.pop_back();
    observation.doc = sentence_.doc;
    observation.value_text = written;
    set_time(column, observation);
    const char* rule = rule_of(column);
    observation.rules.reserve(rule == nullptr ? 1 : 2);
    observation.rules.emplace_back("table.cell");
    if (rule != nullptr) observation.rules.emplace_back(rule);
    add(cell, observation);
  }

  // Of the same header in other rows, too.
  const ColumnReading& column_of(const Cell& cell) {
    std::string header;
    for (const std::string& one : cell.column_headers) header += one;
    if (table_.columns.size() > 500) table_.columns.clear();
    auto found = table_.columns.find(header);
    if (found == table_.columns.end()) {
      const ColumnReading reading = read_column(header, table_.year, *sentence_.meta, grammar_);
      found = table_.columns.emplace(header, std::pair(reading, TableLatest())).first;
    }
    beside_ = &found->second.second;
    return found->second.first;
  }

  void enter_row(const Cell& cell) {
    label_ = cell.row_header;
    row_ = read_row_name(cell.row_header, table_, *sentence_.meta, grammar_);
    level_.reset();
    latest_.clear();
    untold_.clear();
    levels_ = 0;
    named_columns_ = 0;
    table_.group = ++context_.last_group;
    table_.row = row_.name;
    constexpr std::string_view kSum = "合计";
    if (row_.name.size() > kSum.size() && row_.name.ends_with(kSum))
      table_.place = row_.name.substr(0, row_.name.size() - kSum.size());
    const bool sums = ends_with_any(row_.name, {"合计", "总计", "小计"});  // of all funds
    if (!row_.fund.empty() || sums || (row_.function && *row_.function)) table_.fund = row_.fund;
    if (row_.function) table_.function = *row_.function ? row_.name : "";
    entered_ = true;
  }

  void set_measure(const Cell& cell, const ColumnReading& column, const TableFigure& figure, Observation& o) const {
    o.measure = column.measure;
    if (column.plain && o.measure == Measure::level && row_.measure) o.measure = *row_.measure;
    o.unit = column.index && !column.told_unit ? "" : cell.unit.empty() ? figure.unit : cell.unit;
    const bool rate = o.unit.empty() || o.unit == "%" || o.unit == "±%";
    if (column.plain && table_.growth && rate && !row_.measure) o.measure = Measure::growth;
    if (o.measure == Measure::growth && (!column.told_unit || rate)) o.unit = "%";
    if (o.unit == "±%") o.unit = "%";
    if (figure.unit == "%" || figure.unit == "‰") o.unit = figure.unit;
    if (o.measure == Measure::rank) o.unit.clear(), o.rank_of = RankOf::level;
    if (o.measure == Measure::growth || o.measure == Measure::change) o.basis = column.basis;
    if (column.share && o.measure == Measure::level)
      o.ratio_to = !column.ratio_to.empty() ? column.ratio_to : table_.whole.empty() ? table_.indicator : table_.whole;
  }

  // A growth, rank or share whose column names nothing goes with the one column before it that does.
  void set_names(const ColumnReading& column, Observation& o) {
    const bool level = o.measure == Measure::level && !column.share;
    TableNames names = names_of(row_, column, table_, grammar_);
    if (!level && column.name.empty() && named_columns_ == 1) names = level_names_;
    if (level && !column.name.empty()) {
      named_columns_ += named_columns_ == 0 || names != level_names_;
      level_names_ = names;
    }
    o.indicator = std::move(names.indicator);
    if (has_word(names.scope)) o.scope = std::move(names.scope);
    o.subject = std::move(names.subject);
    if (o.scope.empty()) o.scope = table_.area;
    const bool city = table_.place.ends_with("市") && !table_.place.starts_with("全");  // 大兴安岭 has a 行署本级
    if (o.subject.empty() && row_.name == o.scope && o.scope == (city ? "市本级" : "行署本级"))
      o.subject = table_.place;
    const std::string& owner = table_.fund.empty() ? table_.owner : table_.fund;
    const bool depends = row_.dependent && row_.fund.empty() && o.subject.empty();
    if (depends && o.indicator.find(owner) == o.indicator.npos) o.subject = owner;
    o.spans.indicator = places_.before(o.indicator, o.spans.value);
    o.spans.scope = places_.before(o.scope, o.spans.value);
  }

  // A growth goes with the latest level before it in the row; else the row, the caption and the report tell the time.
  void set_time(const ColumnReading& column, Observation& o) {
    o.period = column.period;
    std::optional<Status> status = column.status;
    const bool level = o.measure == Measure::level && !column.share;
    if (o.period.empty() && !level && !latest_.empty()) {
      const TableLatest latest = latest_beside(*beside_);
      o.period = latest.period;
      if (!status) status = latest.status;
    }
    const bool project = column.name.ends_with("规模");  // 2021年度乡村雪亮工程 had its bond in another year
    if (o.period.empty() && !project) o.period = row_.period;
    if (o.period.empty()) o.period = table_.period;
    if (o.period.empty()) o.period = default_period();
    if (!status) status = row_.status;
    if (!status) status = table_.status && o.period >= table_.period ? table_.status : std::optional<Status>();
    const int reviewed = sentence_.meta->year.value_or(0);
    const bool ahead = reviewed != 0 && first_year(o.period) > reviewed;
    o.status = status.value_or(ahead ? Status::target : Status::actual);
    levels_ += level;
    if (level && o.period >= latest_ && o.period >= untold_ && !column.period.empty()) {
      latest_ = o.period;
      level_ = o.status;
    } else if (level && o.period == latest_ && level_ == Status::target && o.status == Status::actual) {
      level_ = o.status;  // 2023年预算数 | 金额 | 比上年增长
    } else if (level && latest_.empty() && column.period.empty()) {
      untold_ = o.period;
      level_ = o.status;
    }
  }

  // Of this row; or, where the row has fewer levels than one before it, of that one: 2024年 8, 2025年 (empty), 增长
  // -100%.
  TableLatest latest_beside(TableLatest& known) const {
    const bool again = known.group == table_.group;
    known.shared = known.shared || again;
    const TableLatest here{latest_, level_, levels_, table_.group, known.shared};
    if (known.shared || known.levels <= levels_) return known = here;
    known.group = table_.group;
    return known;
  }

  std::string default_period() const {
    for (size_t level = context_.heading_periods.size(); level-- > 0;)
      if (!context_.heading_periods[level].empty()) return context_.heading_periods[level];
    const ReportMeta& meta = *sentence_.meta;
    const std::optional<int> year = sentence_.part == Part::plan ? meta.report_year
                                    : meta.year                  ? meta.year
                                                                 : meta.report_year;
    return year ? std::to_string(*year) : "";
  }

  // The figure of the row before that the row belongs to, in the same column; a part is not greater than its whole.
  std::optional<uint32_t> whole_of(const Cell& cell, const Decimal& value) const {
    if (row_.parent.empty() || row_.parent != table_.whole) return std::nullopt;
    for (const TableWhole& whole : table_.wholes)
      if (whole.column == cell.column_headers && !(whole.value < value)) return whole.id;
    return std::nullopt;
  }

  void add(const Cell& cell, Observation& observation) {
    observation.id = ++context_.last_id;
    observation.group = table_.group;
    if (!row_.part && entered_) {
      table_.whole = row_.name;
      table_.whole_period = row_.period;
      table_.wholes.clear();
      entered_ = false;
    }
    const bool amount = observation.measure == Measure::level && observation.ratio_to.empty() && observation.value;
    if (!row_.part && amount) table_.wholes.push_back({cell.column_headers, observation.id, *observation.value});
    if (row_.part && amount) observation.part_of = whole_of(cell, *observation.value);
    observation.section.reserve(sentence_.section->size());
    for (const Section& section : *sentence_.section) observation.section.push_back(section.text);
    const SentenceWindow window = window_.around(observation.spans.value);
    observation.sentence = window.text;
    observation.spans.sentence = window.span;
  }

  Context& context_;
  TableContext& table_;
  const Sentence& sentence_;
  const GrammarData& grammar_;
  const WindowCutter window_;
  RowPlaces places_;
  std::vector<Observation> out_;
  std::string label_;
  RowName row_;
  bool entered_ = false;
  size_t named_columns_ = 0;       // of this row
  TableNames level_names_;         // by the last of them
  size_t headless_ = 0;            // figures without a header over them: of several nobody knows which is which
  bool headed_ = false;            // others of the row have headers
  TableLatest* beside_ = nullptr;  // of the column at hand
  std::string latest_;             // the last period that a level of this row told
  size_t levels_ = 0;              // of this row
  std::string untold_;             // the period of a level whose column tells none
  std::optional<Status> level_;    // and its status
};

}  // namespace

std::vector<Observation> observe_row(Context& context, const MatchedSentence& row, const GrammarData& grammar) {
  const auto headed = [](const Cell& cell) { return !cell.row_header.empty() || !cell.column_headers.empty(); };
  if (std::none_of(row.sentence.cells.begin(), row.sentence.cells.end(), headed)) return {};  // a header itself
  return RowObserver(context, row, grammar).run();
}

}  // namespace zhibiao
