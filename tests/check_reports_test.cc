// Reports against each other: last year's level, jumps, ranks that two claim.
#include <gtest/gtest.h>

#include "check/checker.h"

namespace zhibiao {
namespace {

Observation told(const std::string& doc, const std::string& region, int year, Measure measure, const std::string& value,
                 const std::string& unit) {
  Observation o;
  o.doc = doc;
  o.id = measure == Measure::level ? 1 : 2;
  o.group = 1;
  o.indicator = "社会消费品零售总额";
  o.indicator_id = "retail_sales";
  o.measure = measure;
  o.value = Decimal::parse(value);
  o.value_text = value + unit;
  o.unit = unit;
  o.region = region;
  o.period = std::to_string(year);
  o.spans.indicator = Span{0, 9};
  return o;
}

std::string across(const std::vector<std::vector<Observation>>& reports) {
  Checker checker(Grammar::embedded());
  for (const auto& report : reports) checker.document(report, {});
  std::string text;
  for (const Finding& finding : checker.across()) {
    text += (text.empty() ? "" : " ") + finding.kind + (finding.ok ? "+" : "-");
  }
  return text;
}

std::vector<Observation> report(const std::string& doc, int year, const std::string& level, const std::string& growth) {
  std::vector<Observation> observations = {told(doc, "甲县", year, Measure::level, level, "亿元")};
  if (!growth.empty()) observations.push_back(told(doc, "甲县", year, Measure::growth, growth, "%"));
  return observations;
}

TEST(CheckReportsTest, GrowthIsHeldAgainstLastYearsLevel) {
  EXPECT_EQ(across({report("b", 2022, "110.0", "10.0"), report("a", 2021, "100.0", "")}), "jump+ growth+");
  EXPECT_EQ(across({report("a", 2021, "100.0", ""), report("b", 2022, "110.0", "15.0")}), "jump+ growth-");
  EXPECT_EQ(across({report("a", 2020, "100.0", ""), report("b", 2022, "110.0", "15.0")}), "");
}

TEST(CheckReportsTest, AJumpIsFlaggedUnlessTheGrowthSaysSo) {
  EXPECT_EQ(across({report("a", 2021, "100.0", ""), report("b", 2022, "140.0", "")}), "jump-");
  EXPECT_EQ(across({report("a", 2021, "100.0", ""), report("b", 2022, "60.0", "")}), "jump-");
  EXPECT_EQ(across({report("a", 2021, "100.0", ""), report("b", 2022, "129.0", "")}), "jump+");
  EXPECT_EQ(across({report("a", 2021, "100.0", ""), report("b", 2022, "140.0", "40.0")}), "jump+ growth+");
}

TEST(CheckReportsTest, OfAnotherRegionUnitOrStateNothingIsSaid) {
  const std::vector<Observation> now = {told("b", "甲县", 2022, Measure::level, "140", "亿元")};
  EXPECT_EQ(across({{told("a", "乙县", 2021, Measure::level, "100", "亿元")}, now}), "");
  EXPECT_EQ(across({{told("a", "甲县", 2021, Measure::level, "100", "亿美元")}, now}), "");
  Observation planned = told("a", "甲县", 2021, Measure::level, "100", "亿元");
  planned.status = Status::target;
  EXPECT_EQ(across({{planned}, now}), "");
}

std::vector<Observation> ranked(const std::string& doc, const std::string& region, const std::string& code,
                                const std::string& place) {
  Observation o = told(doc, region, 2022, Measure::rank, place, "");
  o.value_text = "第" + place;
  o.region_code = code;
  o.rank_of = RankOf::level;
  o.rank_scope = "全市";
  return {o};
}

TEST(CheckReportsTest, TwoCountiesOfACityCannotHaveOnePlace) {
  EXPECT_EQ(across({ranked("a", "甲区", "211103", "1"), ranked("b", "乙区", "211104", "1")}), "rank-");
  EXPECT_EQ(across({ranked("a", "甲区", "211103", "1"), ranked("b", "乙区", "211104", "2")}), "");
  EXPECT_EQ(across({ranked("a", "甲区", "211103", "1"), ranked("b", "丙区", "210104", "1")}), "");
  EXPECT_EQ(across({ranked("a", "甲区", "211103", "1"), ranked("b", "甲区", "211103", "1")}), "rank+");
  EXPECT_EQ(across({ranked("a", "甲区", "211103", "1"), ranked("b", "甲区", "211103", "2")}), "rank-");
  EXPECT_EQ(across({ranked("a", "甲区", "", "1"), ranked("b", "乙区", "", "1")}), "");
}

}  // namespace
}  // namespace zhibiao
