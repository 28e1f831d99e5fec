// What stands in the cells of the wide panel, and why a cell stays empty.
#include <gtest/gtest.h>

#include "panel/wide.h"
#include "tests/panel_figures.h"
#include "text/error.h"

namespace zhibiao::testing {
namespace {

using Names = std::vector<std::string>;

WideOptions columns(const std::vector<std::string>& names) {
  WideOptions options;
  for (const std::string& name : names) options.columns.push_back(column_named(name, Measure::level));
  return options;
}

TEST(WidePanel, ALevelWithRatioToIsNeverTheAmount) {
  Panel panel;
  panel.add(report("a", 2023));
  Observation share = gdp("a", 1, "27");
  share.ratio_to = "全市";
  panel.add(share);
  panel.add(gdp("a", 2, "424"));
  panel.choose();
  const std::vector<WideRow> rows = wide_rows(panel, columns({"地区生产总值", "地区生产总值:growth"}));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].region, "甲县");
  EXPECT_EQ(rows[0].period, "2022");
  EXPECT_EQ(rows[0].cells[0].value, "42400000000");
  EXPECT_EQ(rows[0].cells[0].unit, "元");
  EXPECT_EQ(rows[0].cells[0].id, "2");
  EXPECT_EQ(rows[0].cells[1].value, "");
}

TEST(WidePanel, ScopesAndScales) {
  Panel panel;
  panel.add(report("a", 2023));
  Observation part = gdp("a", 1, "130");
  part.scope = "区本级";
  panel.add(part);
  panel.add(gdp("a", 2, "424"));
  panel.choose();
  WideOptions options = columns({"地区生产总值@区本级", "地区生产总值"});
  options.columns[0].scale = {"万元", "元", Decimal(10000)};
  const std::vector<WideRow> rows = wide_rows(panel, options);
  EXPECT_EQ(rows[0].cells[0].value, "1300000");
  EXPECT_EQ(rows[0].cells[0].unit, "万元");
  EXPECT_EQ(rows[0].cells[1].value, "42400000000");
  EXPECT_THROW(column_named("gdp:speed", Measure::level), Error);
}

TEST(WidePanel, TargetsAndMonthsStayOutUnlessWanted) {
  Panel panel;
  panel.add(report("a", 2023));
  Observation target = gdp("a", 1, "450"), month = gdp("a", 2, "40");
  target.status = Status::target;
  target.period = "2023";
  month.period = "2022-06";
  panel.add(target);
  panel.add(month);
  panel.choose();
  WideOptions options = columns({"地区生产总值"});
  EXPECT_EQ(wide_rows(panel, options).size(), 1u);  // 2022, empty
  options.all_periods = true;
  EXPECT_EQ(wide_rows(panel, options).size(), 2u);
  options.statuses = {Status::target};
  options.all_periods = false;
  const std::vector<WideRow> planned = wide_rows(panel, options);
  ASSERT_EQ(planned.size(), 1u);
  EXPECT_EQ(planned[0].period, "2023");
  EXPECT_EQ(planned[0].cells[0].value, "45000000000");
}

TEST(WidePanel, TheUnitOfTheMostFiguresIsTheColumns) {
  Panel panel;
  for (const auto& [doc, year] : {std::pair<std::string, int>{"a", 2022}, {"b", 2023}, {"c", 2024}}) {
    panel.add(report(doc, year));
    Observation o = gdp(doc, 1, "5");
    o.period = std::to_string(year - 1);
    if (doc == "b") o.base_unit = "美元";
    panel.add(o);
  }
  panel.choose();
  const std::vector<WideRow> rows = wide_rows(panel, columns({"地区生产总值"}));
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].cells[0].missing, Absence::none);
  EXPECT_EQ(rows[1].cells[0].missing, Absence::other_unit);
  EXPECT_EQ(rows[1].cells[0].value, "");
}

TEST(WidePanel, AnEmptyCellSaysWhy) {
  Panel panel;
  panel.add(report("a", 2022), "固定资产\n投资 增长。");
  panel.add(report("b", 2023), "天气很好。");
  panel.add(report("c", 2024));
  Source failed = report("d", 2025);
  failed.problem = "is encrypted";
  panel.add(failed);
  Observation old = gdp("a", 1, "1");
  old.period = "2015";
  panel.add(old);
  Observation range = gdp("c", 1, "1");
  range.value.reset();
  range.base_value = "";
  range.low = Decimal(1);
  range.high = Decimal(2);
  range.period = "2023";
  panel.add(range);
  panel.choose();
  const std::vector<WideRow> rows = wide_rows(panel, columns({"固定资产投资", "地区生产总值"}));
  std::vector<std::string> reasons;
  for (const WideRow& row : rows) reasons.push_back(row.period + " " + std::string(name_of(row.cells[0].missing)));
  EXPECT_EQ(reasons, (Names{"2015 no_report", "2021 not_found", "2022 not_stated", "2023 text_not_given",
                            "2024 document_failed"}));
  EXPECT_EQ(rows[3].cells[1].missing, Absence::range);
}

TEST(WidePanel, AliasesAreLookedForInTheText) {
  Panel panel;
  panel.add(report("a", 2023), "全年社零增长。");
  panel.choose();
  WideOptions options = columns({"社会消费品零售总额"});
  EXPECT_EQ(wide_rows(panel, options)[0].cells[0].missing, Absence::not_stated);
  options.names_of = [](const std::string&) { return Names{"社零"}; };
  EXPECT_EQ(wide_rows(panel, options)[0].cells[0].missing, Absence::not_found);
}

TEST(WidePanel, AColumnIsAlsoOfTheIdThatItsNameHas) {
  Panel panel;
  panel.add(report("a", 2023), "生产总值。");
  panel.add(report("b", 2024), "生产总值。");
  Observation named = gdp("a", 1, "424"), other = gdp("a", 2, "400");
  named.indicator_id = other.indicator_id = "gdp";
  other.indicator = "生产总值";
  other.period = "2021";
  panel.add(named);
  panel.add(other);
  panel.choose();
  for (const std::string name : {"地区生产总值", "gdp"}) {
    WideOptions options = columns({name});
    learn_names(panel, options);
    const std::vector<WideRow> rows = wide_rows(panel, options);
    ASSERT_EQ(rows.size(), 3u);
    EXPECT_EQ(rows[0].cells[0].value, "40000000000") << name;
    EXPECT_EQ(rows[1].cells[0].value, "42400000000") << name;
    EXPECT_EQ(rows[2].cells[0].missing, Absence::not_found) << name;
  }
}

TEST(WidePanel, OthersOfTheCellAreCounted) {
  Panel panel;
  panel.add(report("a", 2023));
  for (const char* value : {"424", "424", "430"}) panel.add(gdp("a", 1, value));
  panel.choose();
  EXPECT_EQ(wide_rows(panel, columns({"地区生产总值"}))[0].cells[0].others, 1u);
}

TEST(WidePanel, UsualColumnsAreThoseOfTheMostCells) {
  Panel panel;
  panel.add(report("a", 2023));
  Observation rare = gdp("a", 1, "1");
  rare.indicator = "罕见";
  panel.add(rare);
  panel.add(gdp("a", 2, "1"));
  Observation before = gdp("a", 3, "1");
  before.period = "2021";
  panel.add(before);
  panel.choose();
  const std::vector<ColumnSpec> usual = usual_columns(panel, 1);
  ASSERT_EQ(usual.size(), 1u);
  EXPECT_EQ(usual[0].name, "地区生产总值");
}

}  // namespace
}  // namespace zhibiao::testing
