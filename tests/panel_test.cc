// Which figure a cell gets, what keeps figures apart, and why a cell stays empty.
#include "panel/panel.h"

#include <gtest/gtest.h>

#include <functional>

#include "panel/conflict.h"
#include "panel/targets.h"
#include "panel/wide.h"
#include "tests/panel_figures.h"
#include "text/error.h"

namespace zhibiao::testing {
namespace {

using Names = std::vector<std::string>;

// Two figures of one cell, the second changed; who is chosen, and why.
Names choice(int first_year, int second_year, const std::function<void(Observation&)>& change) {
  Panel panel;
  panel.add(report("a", first_year));
  panel.add(report("b", second_year));
  panel.add(gdp("a", 1, "424"));
  Observation second = gdp("b", 1, "430");
  change(second);
  panel.add(second);
  panel.choose();
  return chosen(panel);
}

TEST(PanelChoice, FirstCriterionThatDiffersDecides) {
  EXPECT_EQ(choice(2023, 2024, [](Observation&) {}), Names{"b:1 later_report"});
  EXPECT_EQ(choice(2024, 2023, [](Observation&) {}), Names{"a:1 later_report"});
  EXPECT_EQ(choice(2023, 2024, [](Observation& o) { o.status = Status::estimate; }), Names{"a:1 actual_over_estimate"});
  EXPECT_EQ(choice(2023, 2023, [](Observation& o) { o.condition = "按可比口径"; }), Names{"a:1 without_condition"});
  EXPECT_EQ(choice(2023, 2023, [](Observation& o) { o.bound = Bound::more; }), Names{"a:1 exact_over_bound"});
  EXPECT_EQ(choice(2023, 2023, [](Observation&) {}), Names{"a:1 told_first"});
}

TEST(PanelChoice, TheLosersKeepTheirReason) {
  Panel panel;
  panel.add(report("a", 2023));
  panel.add(report("b", 2024));
  panel.add(gdp("a", 1, "424"));
  panel.add(gdp("b", 1, "430"));
  panel.choose();
  const Row loser = panel.row(panel.figures()[0]);
  EXPECT_EQ(at(loser, LongField::chosen), "false");
  EXPECT_EQ(at(loser, LongField::reason), "later_report");
  EXPECT_EQ(at(loser, LongField::report_year), "2023");
  EXPECT_EQ(at(loser, LongField::period), "2022");
}

TEST(PanelKey, WhatDiffersInAnyPartIsAnotherCell) {
  const std::vector<std::function<void(Observation&)>> kChanges = {
      [](Observation& o) { o.period = "2021"; },           [](Observation& o) { o.indicator = "固定资产投资"; },
      [](Observation& o) { o.subject = "工业"; },          [](Observation& o) { o.scope = "区本级"; },
      [](Observation& o) { o.measure = Measure::growth; }, [](Observation& o) { o.ratio_to = "预算"; },
      [](Observation& o) { o.region = "乙县"; },           [](Observation& o) { o.region_code = "211103"; },
      [](Observation& o) { o.base_unit = "美元"; },        [](Observation& o) { o.status = Status::target; },
  };
  for (size_t i = 0; i < kChanges.size(); ++i) EXPECT_EQ(choice(2023, 2024, kChanges[i]).size(), 2u) << i;
}

TEST(PanelKey, TheIdIsTheIndicatorWhereThereIsOne) {
  const auto with_ids = [](const std::string& second) {
    Panel panel;
    panel.add(report("a", 2023));
    Observation a = gdp("a", 1, "424"), b = gdp("a", 2, "430");
    a.indicator_id = "gdp";
    b.indicator = "生产总值";
    b.indicator_id = second;
    panel.add(a);
    panel.add(b);
    panel.choose();
    return chosen(panel).size();
  };
  EXPECT_EQ(with_ids("gdp"), 1u);
  EXPECT_EQ(with_ids(""), 2u);
}

TEST(PanelKey, GrowthAgainstLastYearIsTheSameWithAndWithoutTheWord) {
  Panel panel;
  panel.add(report("a", 2023));
  Observation yoy = growth("a", 1, "5"), average = growth("a", 3, "7");
  yoy.basis = "yoy";
  average.basis = "average";
  panel.add(yoy);
  panel.add(growth("a", 2, "5.1"));
  panel.add(average);
  panel.choose();
  EXPECT_EQ(chosen(panel), (Names{"a:1 told_first", "a:3 only"}));
}

TEST(PanelKey, UnknownRegionsDoNotMix) {
  Panel panel;
  panel.add(report("a", 2023, ""));
  panel.add(report("b", 2024, ""));
  panel.add(gdp("a", 1, "424"));
  panel.add(gdp("b", 1, "430"));
  panel.choose();
  EXPECT_EQ(chosen(panel).size(), 2u);
}

TEST(PanelKey, WithoutPeriodOrIndicatorThereIsNoCell) {
  Panel panel;
  Observation timeless = gdp("a", 1, "1"), nameless = gdp("a", 2, "2");
  timeless.period = "";
  nameless.indicator = "";
  panel.add(timeless);
  panel.add(nameless);
  panel.choose();
  EXPECT_TRUE(chosen(panel).empty());
  EXPECT_EQ(at(panel.row(panel.figures()[0]), LongField::reason), "no_period");
  EXPECT_EQ(at(panel.row(panel.figures()[1]), LongField::reason), "no_indicator");
}

TEST(Panel, AFigureToldOfSeveralIsAFigureOfEach) {
  Panel panel;
  Observation both = growth("a", 7, "8");
  both.indicator = "城镇居民收入、农村居民收入";
  both.members = {"城镇居民收入", "农村居民收入"};
  panel.add(both);
  panel.choose();
  ASSERT_EQ(panel.figures().size(), 2u);
  EXPECT_EQ(at(panel.row(panel.figures()[0]), LongField::indicator), "城镇居民收入");
  EXPECT_EQ(at(panel.row(panel.figures()[1]), LongField::indicator), "农村居民收入");
  EXPECT_EQ(at(panel.row(panel.figures()[1]), LongField::id), "7");
}

bool conflict(const std::string& first, const std::string& second, Bound bound = Bound::exact) {
  const Source source = report("a", 2023);
  Observation other = gdp("a", 2, second);
  other.bound = bound;
  return in_conflict({long_row(gdp("a", 1, first), source), long_row(other, source)});
}

TEST(PanelConflict, RoundingIsNone) {
  EXPECT_FALSE(conflict("424.3", "424"));
  EXPECT_FALSE(conflict("424", "424.3"));
  EXPECT_TRUE(conflict("424.0", "424.3"));
  EXPECT_TRUE(conflict("424", "425"));
  EXPECT_FALSE(conflict("424", "400", Bound::more));
  EXPECT_TRUE(conflict("424", "500", Bound::more));
  EXPECT_FALSE(conflict("424", "400", Bound::about));
  EXPECT_TRUE(conflict("524", "400", Bound::about));
}

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

// Target, outcome, difference, met.
Names targets_of(Panel& panel) {
  panel.choose();
  Names found;
  const Fields fields = target_fields();
  each_target(panel, [&](const Row&, const Row& row) {
    std::string line;
    for (size_t i = 0; i < fields.size(); ++i) {
      for (const char* name : {"target", "target_doc", "outcome", "outcome_doc", "difference", "met"}) {
        if (fields[i].name == name) line += (line.empty() ? "" : " ") + (row[i].empty() ? "-" : row[i]);
      }
    }
    found.push_back(line);
  });
  return found;
}

Observation planned(Observation o, Bound bound) {
  o.status = Status::target;
  o.bound = bound;
  return o;
}

TEST(PanelTargets, StandBesideTheirOutcomes) {
  Panel panel;
  panel.add(report("a", 2022));
  panel.add(report("b", 2023));
  panel.add(planned(growth("a", 1, "6"), Bound::at_least));
  Observation outcome = growth("b", 1, "5.2");
  outcome.basis = "yoy";
  panel.add(outcome);
  EXPECT_EQ(targets_of(panel), Names{"6 a 5.2 b -0.8 false"});
}

TEST(PanelTargets, OneUnitForBoth) {
  Panel panel;
  panel.add(report("a", 2022));
  panel.add(planned(gdp("a", 1, "1000"), Bound::exact));
  Observation outcome = gdp("a", 2, "1010");
  outcome.unit = "万元";
  panel.add(outcome);  // the base values are what counts
  EXPECT_EQ(targets_of(panel), Names{"100000000000 a 101000000000 a 1000000000 -"});
}

TEST(PanelTargets, ThatOfTheReportOfItsYearIsTheTarget) {
  Panel panel;
  panel.add(report("later", 2023));
  panel.add(report("own", 2022));
  panel.add(planned(growth("later", 1, "6.5"), Bound::exact));
  panel.add(planned(growth("own", 1, "6"), Bound::exact));
  EXPECT_EQ(targets_of(panel), Names{"6 own - - - -"});
}

TEST(PanelTargets, RangesAndUpperBounds) {
  Panel panel;
  panel.add(report("a", 2022));
  Observation range = planned(growth("a", 1, "0"), Bound::exact);
  range.value.reset();
  range.low = Decimal(5);
  range.high = Decimal(6);
  panel.add(range);
  panel.add(growth("a", 2, "5.5"));
  Observation rate = planned(growth("a", 3, "4"), Bound::at_most), came = growth("a", 4, "4.1");
  rate.indicator = came.indicator = "失业率";
  panel.add(rate);
  panel.add(came);
  EXPECT_EQ(targets_of(panel), (Names{"- a 5.5 a - true", "4 a 4.1 a 0.1 false"}));
}

}  // namespace
}  // namespace zhibiao::testing
