// What check compares in one report: sums, changes, growths, shares, ranges, tellings and years; and what it leaves
// alone because figures that differ say nothing.
#include <gtest/gtest.h>

#include "chain.h"
#include "check/checker.h"
#include "tests/testing.h"

namespace zhibiao::testing {
namespace {

std::vector<Observation> observations_of(const std::string& text, const std::string& type = "work_report") {
  Document document;
  document.doc = "a";
  document.meta.doc_type = type;
  document.meta.year = 2022;
  document.meta.report_year = 2023;
  document.text = text;
  std::vector<Observation> observations;
  Chain chain(Grammar::embedded(), {}, OffsetUnit::codepoints);
  chain.run(std::move(document), [&observations](MadeLine line) {
    if (const auto* made = std::get_if<const Observation*>(&line)) observations.push_back(**made);
  });
  return observations;
}

std::vector<Finding> findings_of(const std::vector<Observation>& observations) {
  return Checker(Grammar::embedded()).document(observations, {2022, 2023});
}

// "parts+ change-": each finding of the kinds asked for with whether it passed.
std::string verdicts(const std::vector<Finding>& findings, const std::string& kinds) {
  std::string text;
  for (const Finding& finding : findings) {
    if (kinds.find(finding.kind + " ") == std::string::npos) continue;
    text += (text.empty() ? "" : " ") + finding.kind + (finding.ok ? "+" : "-");
  }
  return text;
}

std::string sums_of(const std::string& text) { return verdicts(findings_of(observations_of(text)), "parts part "); }

std::string changes_of(const std::string& text) {
  return verdicts(findings_of(observations_of(text)), "change growth share ");
}

bool has_text(const std::vector<Finding>& findings, const std::string& text) {
  for (const Finding& finding : findings) {
    if (finding.ok && finding.text.find(text) != std::string::npos) return true;
  }
  return false;
}

TEST(CheckTest, ConfirmsTheSumsOfTheSeedReport) {
  const auto findings = findings_of(observations_of(read_report("samples/xinglongtai_2023_work_report.txt")));
  for (const char* sum : {"130亿元 + 固定资产投资（高新区）16.5亿元 = 146.5亿元，与固定资产投资146.5亿元一致",
                          "11.9亿元 + 一般公共预算收入（高新区）6亿元 = 17.9亿元，与一般公共预算收入17.9亿元一致",
                          "143亿元 + 固定资产投资（高新区）18.1亿元 = 161.1亿元，与固定资产投资161.1亿元一致",
                          "13.2亿元 + 一般公共预算收入（高新区）6.8亿元 = 20亿元，与一般公共预算收入20亿元一致"}) {
    EXPECT_TRUE(has_text(findings, sum)) << sum;
  }
}

TEST(CheckTest, AddsParts) {
  const std::pair<std::string, std::string> kCases[] = {
      {"固定资产投资146.5亿元（其中：区本级130亿元，高新区16.5亿元）。", "parts+"},
      {"固定资产投资146.5亿元（其中：区本级130.0亿元，高新区15.5亿元）。", "parts-"},
      // 146.5 may be 146.45, 130 may be 129.5: rounding explains 0.5.
      {"固定资产投资146.5亿元（其中：区本级130亿元，高新区17亿元）。", "parts+"},
      // In different units, exactly.
      {"固定资产投资1.5亿元（其中：区本级10000万元，高新区5000万元）。", "parts+"},
      // Far from the whole: there are other parts, nothing to add.
      {"固定资产投资146.5亿元（其中：区本级30亿元，高新区16.5亿元）。", "part+"},
      {"固定资产投资146.5亿元（其中：区本级230亿元）。", "part-"},
      // Counted things are exact.
      {"建成学校10所（其中：小学6所，中学4所）。", "parts+"},
      // Averages have no sum.
      {"居民人均可支配收入30000元，其中城镇居民人均可支配收入40000元，农村居民人均可支配收入20000元。", ""},
  };
  for (const auto& [text, wanted] : kCases) EXPECT_EQ(sums_of(text), wanted) << text;
}

TEST(CheckTest, KnowsBreakdownsThatAreComplete) {
  const std::string text = "全年地区生产总值100亿元。其中，第一产业增加值10亿元。第二产业增加值40亿元。第三产业增加值";
  EXPECT_EQ(sums_of(text + "50亿元。"), "parts+");
  EXPECT_EQ(sums_of(text + "70亿元。"), "parts-");
}

TEST(CheckTest, HoldsChangesAgainstLevels) {
  const std::pair<std::string, std::string> kCases[] = {
      {"企业开办时间由3.5个工作日压缩至1个工作日，压缩2.5个工作日。", "change+"},
      {"企业开办时间由3.5个工作日压缩至1个工作日，压缩3.5个工作日。", "change-"},
      {"城镇化率由60%提高到62.5%，提高2.5个百分点。", "change+"},
      {"城镇化率由60%提高到62.5%，提高3.5个百分点。", "change-"},
      {"技术合同成交额由1000万元增加到1500万元，增长50%。", "growth+"},
      {"技术合同成交额由1000万元增加到1500万元，增长60%。", "growth-"},
      // Constant prices: only what is far off.
      {"地区生产总值由100亿元增加到110亿元，增长6%。", "growth+"},
      {"地区生产总值由100亿元增加到150亿元，增长6%。", "growth-"},
      // The increase tells the growth: 10 / (110 - 10).
      {"税收收入110亿元，比上年增加10亿元，增长10%。", "growth+"},
      {"税收收入110亿元，比上年增加10亿元，增长12%。", "growth-"},
      // Nothing to compare with.
      {"税收收入110亿元，增长10%。", ""},
  };
  for (const auto& [text, wanted] : kCases) EXPECT_EQ(changes_of(text), wanted) << text;
}

TEST(CheckTest, WhatIsComparedWithIsNotTheLevel) {
  const std::string kGrown = "一般公共预算支出总额达到1198.47亿元，比“十三五”时期的1041.69亿元增加156.78亿元，增长";
  EXPECT_EQ(changes_of(kGrown + "15.1%。"), "change+ growth+");
  EXPECT_EQ(changes_of(kGrown + "17.7%。"), "change+ growth-");
}

TEST(CheckTest, HoldsSharesAgainstAmounts) {
  EXPECT_EQ(changes_of("一般公共预算支出400亿元。民生领域支出100亿元，占一般公共预算支出的25%。"), "share+");
  EXPECT_EQ(changes_of("一般公共预算支出400亿元。民生领域支出100亿元，占一般公共预算支出的35%。"), "share-");
  // Less than its part it is not the total that is meant.
  EXPECT_EQ(changes_of("一般公共预算支出40亿元。民生领域支出100亿元，占一般公共预算支出的25%。"), "");
}

TEST(CheckTest, ReadsRowsOfTables) {
  const std::string head = "表1  一般公共预算收入\n单位：万元\n项目\t2021年决算数\t2022年决算数\t比上年增长（%）\n";
  EXPECT_EQ(changes_of(head + "增值税\t1000\t1100\t10.0\n房产税\t2000\t2100\t5.0\n"), "growth+ growth+");
  EXPECT_EQ(changes_of(head + "增值税\t1000\t1100\t10.0\n房产税\t2000\t2100\t7.0\n"), "growth+ growth-");
}

Observation level(uint32_t id, const std::string& name, const std::string& value, const std::string& unit) {
  Observation o;
  o.doc = "a";
  o.id = id;
  o.group = id;
  o.indicator = name;
  o.indicator_id = name;
  o.value = Decimal::parse(value);
  o.value_text = value + unit;
  o.unit = unit;
  o.region = "某县";
  o.period = "2022";
  o.sentence = name + value + unit + "。";
  o.spans.indicator = Span{id * 100, id * 100 + 4};
  o.spans.value = {id * 100 + 4, id * 100 + 9};
  o.spans.sentence = {id * 100, id * 100 + 10};
  return o;
}

TEST(CheckTest, FindsWhatIsToldTwice) {
  const auto told = [](const std::string& first, const std::string& again) {
    return verdicts(findings_of({level(1, "地区生产总值", first, "亿元"), level(2, "地区生产总值", again, "亿元")}),
                    "twice ");
  };
  EXPECT_EQ(told("424", "424"), "twice+");
  EXPECT_EQ(told("424", "424.3"), "twice+");  // 424 may be 424.3
  EXPECT_EQ(told("424", "442"), "twice-");
  Observation planned = level(2, "地区生产总值", "468", "亿元");
  planned.status = Status::target;
  EXPECT_EQ(verdicts(findings_of({level(1, "地区生产总值", "424", "亿元"), planned}), "twice "), "");
  Observation elsewhere = level(2, "地区生产总值", "9000", "亿元");
  elsewhere.scope = "全国";
  EXPECT_EQ(verdicts(findings_of({level(1, "地区生产总值", "424", "亿元"), elsewhere}), "twice "), "");
  // 全市 and 市本级 have budgets of one name.
  EXPECT_EQ(
      verdicts(findings_of({level(1, "一般公共预算收入", "4", "亿元"), level(2, "一般公共预算收入", "9", "亿元")}),
               "twice "),
      "");
}

TEST(CheckTest, KnowsWhatIsPlausible) {
  const auto find = [](std::string_view id) -> std::optional<IndicatorEntry> {
    if (id != "地区生产总值") return std::nullopt;
    return IndicatorEntry{Decimal(1000000), Decimal(300000000000000), "flow"};
  };
  const auto of = [&find](const Observation& o) {
    return verdicts(Checker(Grammar::embedded(), find).document({o}, {}), "range ");
  };
  EXPECT_EQ(of(level(1, "地区生产总值", "424", "亿元")), "range+");
  EXPECT_EQ(of(level(1, "地区生产总值", "424", "元")), "range-");
  EXPECT_EQ(of(level(1, "粮食产量", "424", "吨")), "");
  EXPECT_EQ(of(level(1, "地区生产总值", "-424", "亿元")), "");  // a settlement
}

TEST(CheckTest, HoldsYearsAgainstTheReport) {
  Observation target = level(1, "地区生产总值", "424", "亿元");
  target.status = Status::target;
  target.spans.period = Span{100, 104};
  const auto of_year = [&target](const std::string& period) {
    target.period = period;
    return verdicts(findings_of({target}), "year ");
  };
  EXPECT_EQ(of_year("2023"), "year+");
  EXPECT_EQ(of_year("2021..2025"), "year+");
  EXPECT_EQ(of_year("2020"), "year-");
  target.status = Status::actual;
  EXPECT_EQ(of_year("2022"), "year+");
  EXPECT_EQ(of_year("2024"), "year-");
  target.spans.period.reset();
  EXPECT_EQ(of_year("2024"), "");
}

TEST(CheckTest, AFindingSaysWhatWasCompared) {
  const auto findings =
      findings_of(observations_of("固定资产投资146.5亿元（其中：区本级130.0亿元，高新区15.5亿元）。"));
  const auto found =
      std::find_if(findings.begin(), findings.end(), [](const auto& one) { return one.kind == "parts"; });
  ASSERT_NE(found, findings.end());
  const Finding& finding = *found;
  EXPECT_EQ(finding.doc, "a");
  EXPECT_EQ(finding.stated, "146.5");
  EXPECT_EQ(finding.computed, "145.5");
  EXPECT_EQ(finding.difference, "1");
  EXPECT_EQ(finding.tolerance, "0.15");
  EXPECT_EQ(finding.unit, "亿元");
  EXPECT_EQ(finding.observations, (std::vector<FigureId>{{"a", 1}, {"a", 2}, {"a", 3}}));
  EXPECT_NE(
      finding.text.find("130.0亿元 + 固定资产投资（高新区）15.5亿元 = 145.5亿元，与固定资产投资146.5亿元相差1亿元"),
      std::string::npos)
      << finding.text;
}

TEST(CheckTest, NothingIsFoundInNothing) {
  EXPECT_TRUE(findings_of({}).empty());
  EXPECT_TRUE(Checker(Grammar::embedded()).across().empty());
}

}  // namespace
}  // namespace zhibiao::testing
