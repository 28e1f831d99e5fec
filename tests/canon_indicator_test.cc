// The catalogue against what careful readers say of every indicator of tests/gold (gold_ids.tsv), and by itself.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "canon/indicator.h"
#include "canon/units.h"
#include "check/score.h"
#include "tests/testing.h"
#include "zhibiao.h"

namespace zhibiao::testing {
namespace {

constexpr char kFolder[] = ZHIBIAO_SOURCE_DIR "/tests/gold/";

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) cells.push_back(cell);
  return cells;
}

std::string key(const std::string& most, const std::string& scope, const std::string& unit) {
  return most + "\t" + scope + "\t" + unit;
}

const std::map<std::string, std::string>& gold_ids() {
  static const std::map<std::string, std::string> ids = [] {
    std::map<std::string, std::string> made;
    std::istringstream lines(read_file(ZHIBIAO_SOURCE_DIR "/tests/gold_ids.tsv"));
    for (std::string line; std::getline(lines, line);) {
      if (line.starts_with('#')) continue;
      const std::vector<std::string> cells = cells_of(line);
      made[cells.at(0) + key(cells.at(1), cells.at(2), cells.size() > 4 ? cells[4] : "")] = cells.at(3);
    }
    return made;
  }();
  return ids;
}

std::string id_wanted(const GoldRow& row) {
  const std::string unit = row.indicator_min + key(row.indicator_max, row.want.scope, row.want.unit);
  if (const auto found = gold_ids().find(unit); found != gold_ids().end()) return found->second;
  return gold_ids().at(row.indicator_min + key(row.indicator_max, row.want.scope, ""));
}

const Observation* at(const std::vector<Observation>& observations, Span span) {
  for (const Observation& o : observations)
    if (o.spans.value.begin < span.end && span.begin < o.spans.value.end) return &o;
  return nullptr;
}

struct Count {
  int wanted = 0, right = 0, well_named = 0, right_of_well_named = 0, wrong = 0;
};

Count count_ids(const std::string& name) {
  const auto observations = extract(read_file(kFolder + name + ".txt"), name, Grammar::embedded()).observations;
  Count count;
  for (const GoldRow& row : parse_gold(read_file(kFolder + name + ".jsonl")).rows) {
    const std::string want = id_wanted(row);
    const Observation* o = at(observations, *row.want.value_span);
    if (want == "?" || (want == "-" && o == nullptr)) continue;
    const std::string got = o == nullptr ? "" : o->indicator_id;
    const bool is_wrong = !got.empty() && got != want;
    if (is_wrong) ADD_FAILURE() << name << ": " << row.indicator_max << " is " << want << ", not " << got;
    count.wrong += is_wrong;
    if (want == "-") continue;
    const Comparison comparison = o == nullptr ? Comparison{} : compare(row, answer_of(*o));
    const bool well_named = comparison.fact() && comparison.right[5];
    count.wanted += 1;
    count.right += got == want;
    count.well_named += well_named;
    count.right_of_well_named += well_named && got == want;
  }
  return count;
}

TEST(Indicator, IdsOfGold) {
  Count all;
  for (const std::string& path : texts_in("tests/gold")) {
    const Count count = count_ids(std::filesystem::path(path).stem().string());
    all.wanted += count.wanted;
    all.right += count.right;
    all.well_named += count.well_named;
    all.right_of_well_named += count.right_of_well_named;
    all.wrong += count.wrong;
  }
  EXPECT_EQ(all.wrong, 0);
  EXPECT_GT(all.wanted, 450);
  EXPECT_GE(all.right * 1000, all.wanted * 970) << all.right << " of " << all.wanted;
  EXPECT_GE(all.right_of_well_named * 100, all.well_named * 97)
      << all.right_of_well_named << " of the " << all.well_named << " whose name and scope observe read right";
  RecordProperty("right", std::to_string(all.right) + "/" + std::to_string(all.wanted));
  std::printf("ids: %d of %d right, %d of %d of those well named\n", all.right, all.wanted, all.right_of_well_named,
              all.well_named);
}

struct Case {
  const char* indicator;
  const char* scope;
  const char* unit;
  Measure measure;
  const char* region;
  const char* doc_type;
  const char* id;  // "" where there is none
};

constexpr Case kCases[] = {
    {"地区生产总值", "", "亿元", Measure::level, "甲市", "work_report", "gdp"},
    {"GDP", "", "%", Measure::growth, "甲市", "work_report", "gdp"},
    {"社零", "", "亿元", Measure::level, "", "", "retail_sales"},
    {"规上工业增加值", "", "%", Measure::growth, "", "", "industry_value_added_large"},
    {"地方财政一般预算收入", "", "亿元", Measure::level, "", "", "general_revenue"},
    // Parts.
    {"地区生产总值", "第一产业", "亿元", Measure::level, "", "communique", "gdp_primary"},
    {"增加值", "第一产业", "%", Measure::growth, "", "communique", "gdp_primary"},
    {"增加值", "", "亿元", Measure::level, "", "communique", ""},
    {"城乡居民人均可支配收入", "城镇", "元", Measure::level, "", "", "urban_disposable_income"},
    {"城镇、农村居民人均可支配收入", "农村", "%", Measure::growth, "", "", "rural_disposable_income"},
    {"城镇、农村居民人均可支配收入", "", "%", Measure::growth, "", "", ""},
    {"规模以上工业增加值", "轻工业", "%", Measure::growth, "", "", "light_industry_value_added"},
    {"规模以上工业增加值", "汽车制造业", "%", Measure::growth, "", "", "industry_value_added_large"},
    {"国内生产总值", "全国", "%", Measure::growth, "甲省", "", "gdp"},
    // What stands around the name.
    {"全年地区生产总值总量", "", "亿元", Measure::level, "甲市", "", "gdp"},
    {"2024年进出口总额（海关口径）", "", "亿元", Measure::level, "", "", "trade_total"},
    {"固定资产投资(不含农户)", "", "亿元", Measure::level, "", "", "fixed_asset_investment"},
    {"一般公共预算收入(不含甲区)", "", "亿元", Measure::level, "", "", ""},
    {"一般 公共预算收入", "", "亿元", Measure::level, "", "", "general_revenue"},
    // The area of the report, not the one above it.
    {"全市地区生产总值", "", "亿元", Measure::level, "甲市", "", "gdp"},
    {"全市地区生产总值", "", "亿元", Measure::level, "甲县", "", ""},
    {"全国粮食产量", "", "万吨", Measure::level, "全国", "", "grain_output"},
    {"市本级一般公共预算收入", "", "亿元", Measure::level, "甲市", "budget", ""},
    // Another dimension is another thing.
    {"粮食产量", "", "年", Measure::level, "", "", ""},
    {"地区生产总值", "", "%", Measure::level, "", "", ""},
    {"地区生产总值", "", "元/人", Measure::level, "", "", ""},
    {"人均地区生产总值", "", "元", Measure::level, "", "", "gdp_per_capita"},
    {"一般公共预算收入", "", "万亿", Measure::level, "", "", "general_revenue"},
    {"城镇新增就业", "", "万", Measure::level, "", "", "new_urban_jobs"},
    {"城镇化率", "", "个百分点", Measure::change, "", "", "urbanization_rate"},
    {"PM2.5浓度", "", "微克/立方米", Measure::level, "", "", "pm25"},
    {"PM2.5浓度", "", "天", Measure::level, "", "", ""},
    {"全员劳动生产率", "", "万元/人", Measure::level, "", "", "labour_productivity"},
    {"城乡居民收入比", "", "", Measure::level, "", "", "urban_rural_income_ratio"},
    {"空气质量优良天数", "", "%", Measure::level, "", "", ""},
    // 高新技术企业20家 is the stock in a communiqué; in a work report it may be those of the year.
    {"高新技术企业", "", "家", Measure::level, "", "communique", "high_tech_enterprises"},
    {"高新技术企业", "", "家", Measure::level, "", "work_report", ""},
    {"", "", "亿元", Measure::level, "", "", ""},
};

TEST(Indicator, OfNamesScopesAndUnits) {
  for (const Case& c : kCases) {
    Observation o;
    o.indicator = c.indicator;
    o.scope = c.scope;
    o.unit = c.unit;
    o.measure = c.measure;
    ReportMeta meta;
    meta.region = c.region;
    meta.doc_type = c.doc_type;
    const Indicator* found = indicator_of(o, meta, Grammar::embedded().data());
    EXPECT_EQ(found == nullptr ? "" : found->id, c.id) << c.indicator << "+" << c.scope << " " << c.unit;
  }
}

TEST(Indicator, AListIsNone) {
  Observation o;
  o.indicator = "出口";
  o.members = {"出口", "进口"};
  o.measure = Measure::growth;
  EXPECT_EQ(indicator_of(o, {}, Grammar::embedded().data()), nullptr);
}

TEST(Indicator, AShareKeepsTheIdOfItsIndicator) {
  Observation o;
  o.indicator = "第三产业增加值";
  o.unit = "%";
  o.ratio_to = "地区生产总值";
  const Indicator* found = indicator_of(o, {}, Grammar::embedded().data());
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->id, "gdp_tertiary");
}

TEST(Catalogue, EveryEntryIsWhole) {
  const GrammarData& data = Grammar::embedded().data();
  const Catalogue& catalogue = data.catalogue();
  EXPECT_GE(catalogue.indicators().size(), 400u);
  for (const Indicator& indicator : catalogue.indicators()) {
    EXPECT_FALSE(indicator.english.empty()) << indicator.id;
    EXPECT_FALSE(indicator.source.empty()) << indicator.id;
    ASSERT_FALSE(indicator.dimensions.empty()) << indicator.id;
    const bool unitless = indicator.unit == "1" || indicator.unit == "1/10万";
    const bool listed = indicator.unit == indicator.dimensions.front();  // 吨标准煤/万元
    EXPECT_TRUE(unitless || listed || read_written_unit(indicator.unit, data.figures).info != nullptr) << indicator.id;
    if (indicator.parent.empty()) continue;
    EXPECT_NE(catalogue.by_id(indicator.parent), nullptr) << indicator.id;
  }
}

// An indicator in its own unit is itself, also what its name stands for in one kind of report.
TEST(Catalogue, EveryNameLeadsBack) {
  const GrammarData& data = Grammar::embedded().data();
  for (const Indicator& indicator : data.catalogue().indicators())
    for (const IndicatorName& alias : indicator.aliases)
      EXPECT_EQ(data.catalogue().named(alias.name, alias.doc_type), &indicator) << alias.name;
}

TEST(Catalogue, YearsOfANameAreKept) {
  const Indicator* revenue = Grammar::embedded().data().catalogue().by_id("general_revenue");
  ASSERT_NE(revenue, nullptr);
  const IndicatorName want{"地方财政一般预算收入", "", std::nullopt, 2011};
  EXPECT_NE(std::find(revenue->aliases.begin(), revenue->aliases.end(), want), revenue->aliases.end());
}

TEST(Catalogue, TellsEveryBadLine) {
  Catalogue catalogue;
  const auto problems = catalogue.add_indicators(
      "indicator.tsv",
      "a\t甲\tA\t\tmoney\t元\tflow\t\t0\t1\tx\nb\t乙\tB\t\tmoney\t元\tflood\tc\t2\t1\tx\nb\t丙\n"
      "c\t丁\tC\t戊\tmoney\t元\tflow\t\t0\t1\tx\nd\t己\tD\t戊\tmoney\t元\tflow\t\t0\t1\tx\n");
  EXPECT_EQ(problems.size(), 5u);
  EXPECT_EQ(catalogue.add_affixes("affix.tsv", "全市\tlead\t市\n增速\tend\n").size(), 1u);
}

}  // namespace
}  // namespace zhibiao::testing
