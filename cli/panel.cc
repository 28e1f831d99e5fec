// panel: the figures of many reports as one table.
#include "panel/panel.h"

#include <algorithm>

#include "cli/commands.h"
#include "cli/panel_decisions.h"
#include "cli/panel_output.h"
#include "emit/names.h"
#include "grammar/data.h"
#include "panel/conflict.h"
#include "panel/sqlite.h"
#include "panel/targets.h"
#include "panel/wide.h"

namespace zhibiao::cli {
namespace {

constexpr size_t kUsualColumns = 8;

template <typename Enum, size_t N>
std::vector<Enum> words_of(const std::vector<std::string>& given, const std::array<std::string_view, N>& names,
                           const std::string& option) {
  std::vector<Enum> words;
  for (const std::string& word : given) {
    const auto known = enumerator<Enum>(names, word);
    if (!known) throw UsageError(option + ": no such word: " + word);
    words.push_back(*known);
  }
  return words;
}

std::vector<ColumnSpec> columns_asked(const PanelOptions& options) {
  std::vector<Measure> measures = words_of<Measure>(options.measures, kMeasureNames, "--measure");
  if (measures.empty()) measures = {Measure::level};
  std::vector<ColumnSpec> columns;
  for (const std::string& indicator : options.indicators) {
    for (const Measure measure : measures) {
      ColumnSpec column = column_named(indicator, measure);
      const bool twice = std::any_of(columns.begin(), columns.end(),
                                     [&column](const ColumnSpec& other) { return other.name == column.name; });
      if (!twice) columns.push_back(std::move(column));
    }
  }
  return columns;
}

WideOptions wide_options(Session& session) {
  const PanelOptions& options = session.options.panel;
  WideOptions wide;
  try {
    wide.columns = columns_asked(options);
  } catch (const Error& error) {
    throw UsageError(std::string("--indicators: ") + error.what());
  }
  const Catalogue& catalogue = session.grammar().data().catalogue();
  for (ColumnSpec& column : wide.columns) know_id(column, catalogue);
  wide.names_of = [&catalogue](const std::string& key) { return catalogue_names(key, catalogue); };
  if (!options.statuses.empty()) wide.statuses = words_of<Status>(options.statuses, kStatusNames, "--status");
  wide.all_periods = options.all_periods;
  wide.values_only = options.values_only;
  return wide;
}

std::vector<UnitScale> scales_asked(Session& session) {
  std::vector<UnitScale> scales;
  for (const std::string& unit : session.options.panel.units) {
    try {
      scales.push_back(scale_named(unit, session.grammar().data().figures));
    } catch (const Error& error) {
      throw UsageError(std::string("--unit: ") + error.what());
    }
  }
  return scales;
}

// Of the rows of the long table those that --indicators, --measure and --status name.
class LongFilter {
 public:
  explicit LongFilter(const PanelOptions& options) : options_(options) {}

  bool takes(const Row& row) const {
    return is_in(options_.measures, at(row, LongField::measure)) &&
           is_in(options_.statuses, at(row, LongField::status)) &&
           (options_.indicators.empty() || is_in(options_.indicators, at(row, LongField::indicator)) ||
            (!at(row, LongField::indicator_id).empty() &&
             is_in(options_.indicators, at(row, LongField::indicator_id))));
  }

 private:
  static bool is_in(const std::vector<std::string>& list, const std::string& word) {
    return list.empty() || std::find(list.begin(), list.end(), word) != list.end();
  }

  const PanelOptions& options_;
};

class PanelRun {
 public:
  explicit PanelRun(Session& session)
      : session_(session),
        options_(session.options.panel),
        scales_(scales_asked(session)),
        wide_(wide_options(session)),
        view_(view_asked()) {}

  void run() {
    gather();
    panel_.choose();
    switch (view_) {
      case PanelView::wide:
        return write_wide();
      case PanelView::targets:
        return write_targets();
      case PanelView::conflicts:
        return write_conflicts();
      default:
        return write_long();
    }
  }

 private:
  PanelView view_asked() const {
    words_of<Measure>(options_.measures, kMeasureNames, "--measure");
    words_of<Status>(options_.statuses, kStatusNames, "--status");
    panel_format(options_);
    if (options_.view != PanelView::automatic) return options_.view;
    return options_.indicators.empty() ? PanelView::long_table : PanelView::wide;
  }

  void gather() {
    const bool keep_texts = view_ == PanelView::wide;
    each_decided(
        session_,
        {[&](Source source, const std::string& text) { panel_.add(std::move(source), keep_texts ? text : ""); },
         [&](const Observation& observation, std::string_view decision) { panel_.add(observation, decision); }});
    session_.found = !panel_.figures().empty();
    size_t nameless = 0;
    for (const Source& source : panel_.sources()) nameless += source.problem.empty() && source.meta.region.empty();
    if (nameless > 0 && view_ != PanelView::long_table) {
      session_.warn(std::to_string(nameless) + " reports tell no region; --meta-file can (see zhibiao panel --help)");
    }
  }

  RowSink sink(const Fields& fields, const std::string& type) {
    return panel_sink(session_, fields, type, panel_.sources());
  }

  void write_long() {
    const LongFilter filter(options_);
    const RowSink out = sink(long_fields(), "figure");
    for (const PanelFigure& figure : panel_.figures()) {
      const Row row = panel_.row(figure);
      if (filter.takes(row)) out.add(row);
    }
    out.finish();
  }

  void write_conflicts() {
    const LongFilter filter(options_);
    const RowSink out = sink(long_fields(), "figure");
    panel_.each_group([&](const std::vector<const PanelFigure*>& figures) {
      const bool same = std::all_of(figures.begin(), figures.end(), [&figures](const PanelFigure* figure) {
        return figure->value == figures[0]->value;
      });
      if (same) return;
      std::vector<Row> rows;
      for (const PanelFigure* figure : figures) rows.push_back(panel_.row(*figure));
      if (!filter.takes(rows.front()) || !in_conflict(rows)) return;
      for (const Row& row : rows) out.add(row);
    });
    out.finish();
  }

  void write_wide() {
    if (wide_.columns.empty()) wide_.columns = usual_columns(panel_, kUsualColumns);
    learn_names(panel_, wide_);
    scale_columns();
    const std::vector<WideRow> rows = wide_rows(panel_, wide_);
    tell_empty_columns(rows);
    const bool to_read = panel_format(options_) == "md";
    const RowSink out = sink(to_read ? reading_fields(wide_, rows) : wide_fields(wide_), "panel");
    for (const WideRow& row : rows) out.add(to_read ? reading_row(row) : wide_row(row, wide_));
    out.finish();
  }

  // Perhaps a slip of the pen, perhaps prices, which reports tell as growths alone.
  void tell_empty_columns(const std::vector<WideRow>& rows) {
    for (size_t i = 0; i < wide_.columns.size(); ++i) {
      const bool is_empty = std::all_of(rows.begin(), rows.end(),
                                        [i](const WideRow& row) { return row.cells[i].missing != Absence::none; });
      if (is_empty) session_.warn("no value of " + wide_.columns[i].name + other_measure(wide_.columns[i]));
    }
  }

  // What the reports tell of an indicator instead: "; there is 居民消费价格:growth".
  std::string other_measure(const ColumnSpec& wanted) {
    std::array<size_t, kMeasureNames.size()> counts{};
    for (const PanelFigure& figure : panel_.figures()) {
      const Row row = panel_.row(figure);
      for (size_t i = 0; i < counts.size(); ++i) {
        ColumnSpec other = wanted;
        other.measure = static_cast<Measure>(i);
        counts[i] += is_of(row, other);
      }
    }
    counts[static_cast<size_t>(wanted.measure)] = 0;
    const auto most = std::max_element(counts.begin(), counts.end());
    if (*most == 0) return "";
    return "; there is " + wanted.names.front() + ":" +
           std::string(kMeasureNames[static_cast<size_t>(most - counts.begin())]);
  }

  // --unit 亿元 is for the columns that are money.
  void scale_columns() {
    if (scales_.empty()) return;
    const std::vector<std::string> base_units = usual_units(panel_, wide_);
    for (size_t i = 0; i < wide_.columns.size(); ++i) {
      for (const UnitScale& scale : scales_) {
        if (scale.base_unit == base_units[i]) wide_.columns[i].scale = scale;
      }
    }
  }

  void write_targets() {
    const LongFilter filter(options_);
    const RowSink out = sink(target_fields(), "target");
    each_target(panel_, [&](const Row& target, const Row& row) {
      if (filter.takes(target)) out.add(row);
    });
    out.finish();
  }

  Session& session_;
  const PanelOptions& options_;
  std::vector<UnitScale> scales_;
  WideOptions wide_;
  PanelView view_;
  Panel panel_;
};

// Nothing is chosen here: the views do, over all that the database holds.
void write_database(Session& session) {
  const PanelOptions& options = session.options.panel;
  if (options.output.empty() || options.output == "-") throw UsageError("sqlite is no text: name a file with -o");
  WideOptions wide = wide_options(session);
  const std::vector<UnitScale> scales = scales_asked(session);
  SqliteStore store(options.output);
  each_decided(session, {[&](const Source& source, const std::string&) { store.add(source); },
                         [&](const Observation& observation, std::string_view decision) {
                           session.found = true;
                           store.add(observation, decision);
                         },
                         [&](const Line& line) {
                           if (const auto* finding = std::get_if<Finding>(&line)) store.add(*finding);
                         }});
  store.set_wide(wide, kUsualColumns, scales);
  store.commit();
}

}  // namespace

void run_panel(Session& session) {
  session.writes_ndjson = false;
  if (panel_format(session.options.panel) == "sqlite") return write_database(session);
  PanelRun(session).run();
}

}  // namespace zhibiao::cli
