// Lines that a panel is made of, decisions of a reader, and names of columns: every view of the panel comes out.
#include <gtest/gtest.h>

#include "emit/decision.h"
#include "emit/json.h"
#include "grammar/data.h"
#include "panel/conflict.h"
#include "panel/decided_figures.h"
#include "panel/panel.h"
#include "panel/rows.h"
#include "panel/targets.h"
#include "panel/wide.h"
#include "tests/fuzz/fuzz.h"
#include "tests/testing.h"
#include "text/error.h"

namespace zhibiao::fuzz {
namespace {

std::vector<Decision> decisions_in(const std::string& lines) try {
  return parse_decisions(lines);
} catch (const Error& error) {
  EXPECT_STRNE(error.what(), "");
  return {};
}

std::vector<ColumnSpec> columns_in(const std::string& names) try {
  std::vector<ColumnSpec> columns;
  for (size_t begin = 0; begin < names.size(); begin = names.find(',', begin) + 1) {
    columns.push_back(column_named(names.substr(begin, names.find(',', begin) - begin), Measure::level));
    know_id(columns.back(), Grammar::embedded().data().catalogue());
    if (names.find(',', begin) == names.npos) break;
  }
  return columns;
} catch (const Error& error) {
  EXPECT_STRNE(error.what(), "");
  return {};
}

void take(const std::string& json, Panel& panel, DecidedFigures& decided) try {
  const Line line = parse_line(json);
  if (const auto* made = std::get_if<DocumentLine>(&line)) {
    const Source source{made->document.doc, made->document.meta, made->grammar, ""};
    decided.add(source, made->document.text);
    panel.add(source, made->document.text);
  } else if (const auto* observation = std::get_if<Observation>(&line)) {
    Observation figure = *observation;
    const auto verdict = decided.apply(figure);
    panel.add(figure, verdict ? name_of(*verdict) : "");
  }
} catch (const Error& error) {
  EXPECT_STRNE(error.what(), "");
}

void write_all(Panel& panel, std::vector<ColumnSpec> columns, RowFormat format) {
  const auto see = [](std::string_view lines) { EXPECT_TRUE(zhibiao::testing::is_utf8(lines)); };
  const RowSink figures = row_sink(long_fields(), {format, false, "figure"}, see);
  for (const PanelFigure& figure : panel.figures()) figures.add(panel.row(figure));
  figures.finish();
  WideOptions wide;
  wide.columns = columns.empty() ? usual_columns(panel, 5) : std::move(columns);
  learn_names(panel, wide);
  const RowSink cells = row_sink(wide_fields(wide), {format, false, "panel"}, see);
  const std::vector<WideRow> rows = wide_rows(panel, wide);
  for (const WideRow& row : rows) cells.add(wide_row(row, wide));
  for (const WideRow& row : rows) reading_row(row);
  cells.finish();
  const RowSink targets = row_sink(target_fields(), {format, false, "target"}, see);
  each_target(panel, [&](const Row&, const Row& row) { targets.add(row); });
  targets.finish();
  panel.each_group([&](const std::vector<const PanelFigure*>& group) {
    std::vector<Row> in_group;
    for (const PanelFigure* figure : group) in_group.push_back(panel.row(*figure));
    in_conflict(in_group);
  });
}

}  // namespace
}  // namespace zhibiao::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  fuzz::Input input(data, size);
  const auto format = static_cast<RowFormat>(input.choose(4));
  std::vector<std::string> parts = input.parts("\n----\n");
  parts.resize(3);
  DecidedFigures decided(fuzz::decisions_in(parts[1]), Grammar::embedded());
  Panel panel;
  const fuzz::Input lines(reinterpret_cast<const uint8_t*>(parts[0].data()), parts[0].size());
  for (const std::string& line : lines.parts("\n")) fuzz::take(line, panel, decided);
  for (const DecidedFigure& missed : decided.missed()) panel.add(missed.observation, name_of(missed.verdict));
  panel.choose();
  fuzz::write_all(panel, fuzz::columns_in(parts[2].c_str()), format);  // as of a command line, which ends at a NUL
  return 0;
}
