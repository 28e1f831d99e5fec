// Somebody's table against reports: when a value is supported, contradicted or not found.
#include "panel/verify.h"

#include <gtest/gtest.h>

#include "grammar/data.h"
#include "grammar/grammar.h"
#include "panel/claim.h"
#include "panel/delimited.h"
#include "tests/panel_figures.h"
#include "tests/run_program.h"

namespace zhibiao::testing {
namespace {

TEST(Agree, WithinTheRoundingOfEither) {
  const auto can_be = [](const std::string& a, const std::string& b) {
    return agree(written(*Decimal::parse(a), a), written(*Decimal::parse(b), b));
  };
  EXPECT_TRUE(can_be("424", "424.3"));
  EXPECT_TRUE(can_be("424.3", "424"));
  EXPECT_TRUE(can_be("424.5", "424"));
  EXPECT_FALSE(can_be("424.6", "424"));
  EXPECT_FALSE(can_be("424.0", "424.3"));
  EXPECT_FALSE(can_be("-2.6", "2.6"));
  EXPECT_TRUE(agree(written_about(Decimal(400)), written(Decimal(449), "449")));
  EXPECT_FALSE(agree(written_about(Decimal(400)), written(Decimal(451), "451")));
}

// "verdict reason report_value report_unit difference" of one value.
std::string verdict(const std::string& header, const std::string& cell, const std::vector<Observation>& observations) {
  Verifier verifier(claims_of(read_delimited("region,year," + header + "\n甲县,2022," + cell + "\n"), {}).claims,
                    Grammar::embedded().data().figures);
  verifier.add(report("a", 2023));
  for (const Observation& observation : observations) verifier.add(observation);
  const Checked checked = verifier.results().front();
  std::string line(name_of(checked.verdict));
  for (const std::string& part : {checked.reason, checked.value, checked.unit, checked.difference}) {
    line += " " + (part.empty() ? "-" : part);
  }
  return line;
}

TEST(Verify, UnitsAreReconciled) {
  const std::vector<Observation> told = {gdp("a", 1, "424.3")};
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424.3", told), "supported - 424.3 亿元 0");
  EXPECT_EQ(verdict("地区生产总值(万元)", "4243000", told), "supported - 4243000 万元 0");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424", told), "supported - 424.3 亿元 -0.3");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424.0", told), "contradicted - 424.3 亿元 -0.3");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "42.43", told), "contradicted - 424.3 亿元 -381.87");
  EXPECT_EQ(verdict("地区生产总值", "424.3", told), "supported unit_assumed 424.3 亿元 -");
  EXPECT_EQ(verdict("地区生产总值", "4243000", told), "supported unit_assumed 424.3 亿元 -");
  EXPECT_EQ(verdict("地区生产总值", "500", told), "contradicted - 424.3 亿元 75.7");
  EXPECT_EQ(verdict("地区生产总值(吨)", "424.3", told), "not_found other_unit - - -");
}

TEST(Verify, SignsAreReconciled) {
  const std::vector<Observation> fell = {growth("a", 1, "-2.6")};
  EXPECT_EQ(verdict("地区生产总值增速(%)", "-2.6", fell), "supported - -2.6 % 0");
  EXPECT_EQ(verdict("地区生产总值下降(%)", "2.6", fell), "supported - -2.6 % 0");
  EXPECT_EQ(verdict("地区生产总值增速", "-0.026", fell), "supported unit_assumed -2.6 % -");
  EXPECT_EQ(verdict("地区生产总值增速(%)", "2.6", fell), "contradicted opposite_sign -2.6 % 5.2");
}

TEST(Verify, TimesAndPerCent) {
  Observation doubled = growth("a", 1, "1.5");
  doubled.unit = "倍";
  doubled.value_text = "1.5倍";
  EXPECT_EQ(verdict("地区生产总值增速(%)", "150", {doubled}), "supported - 150 % 0");
}

TEST(Verify, OneFigureThatSupportsIsEnough) {
  EXPECT_EQ(verdict("地区生产总值(亿元)", "430", {gdp("a", 1, "424"), gdp("a", 2, "430")}), "supported - 430 亿元 0");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "430", {gdp("a", 2, "430"), gdp("a", 1, "424")}), "supported - 430 亿元 0");
}

TEST(Verify, BoundsRangesAndTargets) {
  Observation more = gdp("a", 1, "400"), target = gdp("a", 2, "430"), range = growth("a", 3, "0");
  more.bound = Bound::more;
  target.status = Status::target;
  range.value.reset();
  range.low = Decimal(5);
  range.high = Decimal(6);
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424", {more}), "not_found only_a_bound 400 亿元 24");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "399", {more}), "contradicted - 400 亿元 -1");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "430", {target}), "not_found only_a_target - - -");
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424", {target, gdp("a", 1, "424")}), "supported - 424 亿元 0");
  EXPECT_EQ(verdict("地区生产总值增速(%)", "5.5", {range}), "supported - 5..6 % -");
  EXPECT_EQ(verdict("地区生产总值增速(%)", "7", {range}), "contradicted - 5..6 % -");
}

TEST(Verify, OtherCellsDoNotSupport) {
  Observation year = gdp("a", 1, "424"), place = year, part = year, share = year;
  year.period = "2021";
  place.region = "乙县";
  part.scope = "区本级";
  share.ratio_to = "全市";
  EXPECT_EQ(verdict("地区生产总值(亿元)", "424", {year, place, part, share, growth("a", 5, "424")}),
            "not_found no_figure - - -");
}

TEST(Verify, RegionsByNameAndCode) {
  const auto matches = [](const std::string& ours, const std::string& code, const std::string& theirs) {
    Verifier verifier(
        claims_of(read_delimited("region,region_code,year,地区生产总值(亿元)\n" + ours + "," + code + ",2022,424\n"),
                  {})
            .claims,
        Grammar::embedded().data().figures);
    Source source = report("a", 2023, theirs);
    source.meta.region_code = "211103";
    verifier.add(source);
    verifier.add(gdp("a", 1, "424"));
    return verifier.results().front().verdict == ClaimVerdict::supported;
  };
  EXPECT_TRUE(matches("兴隆台区", "", "盘锦市兴隆台区"));
  EXPECT_TRUE(matches("盘锦市兴隆台区", "", "兴隆台区"));
  EXPECT_TRUE(matches("兴隆台", "", "盘锦市兴隆台区"));
  EXPECT_TRUE(matches("Xinglongtai", "211103", "盘锦市兴隆台区"));
  EXPECT_FALSE(matches("兴隆台区", "211102", "盘锦市兴隆台区"));
  EXPECT_FALSE(matches("双台子区", "", "盘锦市兴隆台区"));
  EXPECT_FALSE(matches("甲县", "", ""));
}

class VerifyCommand : public ::testing::Test {
 protected:
  VerifyCommand() {
    folder.write("a.txt",
                 "甲县2023年政府工作报告\n2022年，全县地区生产总值424亿元，比上年增长5.2%，财政收入-3亿元。\n");
    folder.write("t.csv", "地区,年份,地区生产总值(亿元),粮食产量(吨)\n甲县,2022,424,5\n甲县,2022,425,\n乙县,2022,1,\n");
  }
  Ran shell(const std::string& command) const { return folder.shell(command); }

  ProgramFolder folder;
};

TEST_F(VerifyCommand, EveryCellHasAVerdictAndItsPlace) {
  const Ran ran = shell("zhibiao verify t.csv a.txt --format ndjson");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("\"row\":2,\"column\":\"地区生产总值(亿元)\""), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("\"verdict\":\"supported\""), std::string::npos);
  EXPECT_NE(ran.out.find("\"span_begin\":28,\"span_end\":33"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("\"verdict\":\"contradicted\""), std::string::npos);
  EXPECT_NE(ran.out.find("\"reason\":\"no_figure\""), std::string::npos);
  EXPECT_NE(ran.out.find("\"reason\":\"no_report\""), std::string::npos);
  EXPECT_NE(ran.err.find("4 values: 1 supported, 1 contradicted, 2 not found"), std::string::npos) << ran.err;
}

TEST_F(VerifyCommand, FailOnIsFive) {
  EXPECT_EQ(shell("zhibiao verify t.csv a.txt --fail-on contradicted").code, 5);
  EXPECT_EQ(shell("zhibiao verify t.csv a.txt --fail-on not-found").code, 5);
  folder.write("good.csv", "地区,年份,地区生产总值(亿元)\n甲县,2022,424\n");
  EXPECT_EQ(shell("zhibiao verify good.csv a.txt --fail-on contradicted,not-found").code, 0);
  EXPECT_EQ(shell("zhibiao verify t.csv a.txt --fail-on everything").code, 2);
}

TEST_F(VerifyCommand, ReportsBeforeTheTableAreToldApart) {
  const Ran ran = shell("mkdir reports; zhibiao verify reports t.csv");
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("the table comes first"), std::string::npos) << ran.err;
}

TEST_F(VerifyCommand, ABadCellIsToldWithItsPlace) {
  folder.write("bad.csv", "地区,年份,地区生产总值(亿元)\n甲县,2022,四百\n甲县,2022,424\n");
  const Ran ran = shell("zhibiao verify bad.csv a.txt");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("bad.csv:2: 地区生产总值(亿元): no number: 四百"), std::string::npos) << ran.err;
  EXPECT_NE(ran.out.find("supported"), std::string::npos);
}

#if ZHIBIAO_XLSX && ZHIBIAO_DOCX
TEST_F(VerifyCommand, OurOwnPanelIsSupported) {
  for (const std::string table : {"w.csv", "w.xlsx", "w.tsv"}) {
    ASSERT_EQ(
        shell("zhibiao panel a.txt --indicators 地区生产总值,地区生产总值:growth,财政收入 --unit 亿元 -o " + table)
            .code,
        0);
    const Ran ran = shell("zhibiao verify " + table + " a.txt --fail-on contradicted,not-found");
    EXPECT_EQ(ran.code, 0) << table << ran.out;
    EXPECT_NE(ran.err.find("3 values: 3 supported"), std::string::npos) << table << ran.err;
  }
}
#endif

}  // namespace
}  // namespace zhibiao::testing
