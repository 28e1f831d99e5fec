// Which figure a cell gets, what keeps figures apart, and what became of targets.
#include "panel/panel.h"

#include <gtest/gtest.h>

#include <functional>

#include "panel/conflict.h"
#include "panel/targets.h"
#include "tests/panel_figures.h"

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
