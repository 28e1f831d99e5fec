#include "mention/figure.h"

#include <gtest/gtest.h>

#include <string>

#include "figure_words.h"

namespace zhibiao {
namespace {

constexpr const char* kKinds[] = {"number", "quantity", "percent", "points", "fraction", "multiple",
                                  "ratio",  "ordinal",  "rank",    "date",   "period",   "duration"};
constexpr const char* kBounds[] = {"", " at_least", " more", " at_most", " less", " about"};

void append(std::string& out, const std::optional<Decimal>& one, const std::optional<Decimal>& low,
            const std::optional<Decimal>& high) {
  if (one) out += one->to_string();
  if (low) out += low->to_string() + ".." + high->to_string();
}

// "kind text number value|unit bound", one figure after the other.
std::string found(const std::string& text) {
  std::string out;
  for (const FoundFigure& figure : find_figures(text, testing::figure_words())) {
    const Figure& f = figure.figure;
    if (!out.empty()) out += "; ";
    out += kKinds[static_cast<size_t>(figure.kind)];
    out += " " + text.substr(figure.span.begin, figure.span.end - figure.span.begin);
    if (!f.number && !f.low) continue;
    out += " ";
    append(out, f.number, f.low, f.high);
    out += " ";
    append(out, f.value, f.value_low, f.value_high);
    out += "|" + f.unit + kBounds[static_cast<size_t>(f.bound)] + (f.vague ? " vague" : "");
  }
  return out;
}

struct Case {
  const char* text;
  const char* want;
};

constexpr Case kAmounts[] = {
    {"新增7484户", "quantity 7484户 7484 7484|户"},
    {"投入5100余万元", "quantity 5100余万元 51000000 5100|万元 more"},
    {"清理2.9万余吨", "quantity 2.9万余吨 29000 2.9|万吨 more"},
    {"达3万多亿", "number 3万多亿 3000000000000 3|万亿 more"},
    {"20多万人", "quantity 20多万人 200000 20|万人 more"},
    {"387万亩", "quantity 387万亩 3870000 387|万亩"},
    {"三亿零五百三十万吨", "quantity 三亿零五百三十万吨 305300000 30530|万吨"},
    {"五元三毛", "quantity 五元三毛 5.3 5.3|元"},
    {"123元1角1分", "quantity 123元1角1分 123.11 123.11|元"},
    {"500余台（套）", "quantity 500余台（套） 500 500|台(套) more"},
    {"浓度32.3微克/立方米", "quantity 32.3微克/立方米 32.3 32.3|微克/立方米"},
    {"7.14万管/天", "quantity 7.14万管/天 71400 7.14|万管/天"},
    {"压缩至1个工作日", "duration 1个工作日 1 1|个工作日"},
    {"历时13个月", "duration 13个月 13 13|个月"},
    {"两个多月", "duration 两个多月 2 2|个月 more"},
    {"一个半月", "duration 一个半月 1.5 1.5|个月"},
    {"十余年", "duration 十余年 10 10|年 more"},
    {"半年", "duration 半年 0.5 0.5|年"},
    {"两个亿", "number 两个亿 200000000 2|亿"},
    {"突破万亿元", "quantity 万亿元 1000000000000 1|万亿元"},
    {"新增千亿斤", "quantity 千亿斤 100000000000 1000|亿斤"},
    {"数十家", "quantity 数十家 10 10|家 more vague"},
    {"上百场", "quantity 上百场 100 100|场 at_least vague"},
    {"几万项", "quantity 几万项 10000 1|万项 more vague"},
    {"4.8万P", "quantity 4.8万P 48000 4.8|万P"},
    {"动态为零。", "number 零 0 0|"},
};

constexpr Case kMoney[] = {
    {"人民币50元", "quantity 人民币50元 50 50|元"},
    {"新台币 177.1亿元", "quantity 新台币 177.1亿元 17710000000 177.1|亿元"},
    {"￥1.5万", "quantity ￥1.5万 15000 1.5|万元"},
    {"投资$20", "quantity $20 20 20|美元"},
    {"R$4", "number 4 4 4|"},
    {"三万元欧元", "quantity 三万元欧元 30000 3|万元欧元"},
    {"3英镑20便士", "quantity 3英镑20便士 3.2 3.2|英镑"},
    {"10日元5日本銭", "quantity 10日元5日本銭 10.05 10.05|日元"},
    {"肆佰叁拾萬圆整", "quantity 肆佰叁拾萬圆整 4300000 430|萬圆"},
    {"五百万元整治河道", "quantity 五百万元 5000000 500|万元"},
    {"五块二毛三", "quantity 五块二毛三 5.23 5.23|块"},
    {"地块三条路", "quantity 三条 3 3|条"},
    {"12块五金店", "quantity 12块 12 12|块"},
};

constexpr Case kMeasures[] = {
    {"一打", "quantity 一打 12 1|打"},
    {"五十打", "quantity 五十打 600 50|打"},
    {"半打", "quantity 半打 6 0.5|打"},
    {"一年四打", "duration 一年 1 1|年"},
    {"2023打造", "number 2023 2023 2023|"},
    {"一米七五", "quantity 一米七五 1.75 1.75|米"},
    {"三年零两个月", "duration 三年 3 3|年; duration 两个月 2 2|个月"},
    {"七成半", "percent 七成半 75 7.5|成"},
    {"三个半", "quantity 三个半 3.5 3.5|个"},
    {"三个半导体项目", "quantity 三个 3 3|个"},
    {"三岁半", "quantity 三岁半 3.5 3.5|岁"},
    {"零下5℃", "quantity 零下5℃ -5 -5|℃"},
    {"近千人", "quantity 千人 1000 1000|人"},
    {"数千人", "quantity 数千人 1000 1000|人 more vague"},
    {"万里长江", ""},
    {"10几个", "quantity 10几个 10 10|个 more"},
    {"2000m2", "quantity 2000m2 2000 2000|m2"},
};

constexpr Case kAlone[] = {
    {"五十千", "number 五十 50 50|"},
    {"一十百千万", ""},
    {"超过五十", "number 五十 50 50|"},
    {"不是四而是五", "number 四 4 4|; number 五 5 5|"},
    {"融为一体", ""},
    {"- 1,200", "number - 1,200 -1200 -1200|"},
    {"- 5个项目", "quantity 5个 5 5|个"},
    {"5k", "number 5k 5000 5000|"},
    {"4K超高清", ""},
    {"100M宽带", ""},
};

constexpr Case kPercents[] = {
    {"增长-2.6%", "percent -2.6% -2.6 -2.6|%"},
    {"负五点二度", "quantity 负五点二度 -5.2 -5.2|度"},
    {"百分之五点二", "percent 百分之五点二 5.2 5.2|%"},
    {"千分之三", "percent 千分之三 0.3 3|‰"},
    {"3‰", "percent 3‰ 3 3|‰"},
    {"万分之五", "percent 万分之五 0.05 0.05|%"},
    {"百万分之三", "percent 百万分之三 0.0003 0.0003|%"},
    {"一千分之一", "fraction 一千分之一 0.001 0.001|"},
    {"十分之一", "fraction 十分之一 0.1 0.1|"},
    {"百分之15K", "percent 百分之15K 15000 15000|%"},
    {"15k个百分点", "points 15k个百分点 15000 15000|个百分点"},
    {"打对折", "percent 对折 50 5|折"},
    {"百分之二三十", "percent 百分之二三十 20..30 20..30|%"},
    {"百分百", "percent 百分百 100 100|%"},
    {"五成", "percent 五成 50 5|成"},
    {"五成五", "percent 五成五 55 5.5|成"},
    {"九折", "percent 九折 90 9|折"},
    {"0.5个百分点", "points 0.5个百分点 0.5 0.5|个百分点"},
    {"三分之一", "fraction 三分之一 0.3333333333333333 0.3333333333333333|"},
    {"一又二分之一", "fraction 一又二分之一 1.5 1.5|"},
    {"占全国1/10以上", "fraction 1/10 0.1 0.1|"},
    {"压减一半", "fraction 一半 0.5 0.5|"},
    {"1 3/5", "fraction 1 3/5 1.6 1.6|"},
    {"3又1/2", "fraction 3又1/2 3.5 3.5|"},
    {"12 7/5", "number 12 12 12|; fraction 7/5 1.4 1.4|"},
    {"1.7倍", "multiple 1.7倍 1.7 1.7|倍"},
    {"一倍半", "multiple 一倍半 1.5 1.5|倍"},
    {"翻番", "multiple 翻番 1 1|番"},
    {"翻两番", "multiple 两番 2 2|番"},
    {"一番努力", ""},
    {"缩小至2.04∶1", "ratio 2.04∶1 2.04 2.04|"},
    {"比例为9.8:42.5:47.7", "number 9.8 9.8 9.8|; number 42.5 42.5 42.5|; number 47.7 47.7 47.7|"},
    {"10:16开始", ""},
};

constexpr Case kRanges[] = {
    {"5%-6%", "percent 5%-6% 5..6 5..6|%"},
    {"5-6%", "percent 5-6% 5..6 5..6|%"},
    {"5至6个百分点", "points 5至6个百分点 5..6 5..6|个百分点"},
    {"3—30年", "duration 3—30年 3..30 3..30|年"},
    {"三至五家", "quantity 三至五家 3..5 3..5|家"},
    {"三五个", "quantity 三五个 3..5 3..5|个"},
    {"1.5～2万", "number 1.5～2万 15000..20000 1.5..2|万"},
    {"1万元--5万元", "quantity 1万元--5万元 10000..50000 1..5|万元"},
    {"8000万元-1.2亿元", "quantity 8000万元-1.2亿元 80000000..120000000 0.8..1.2|亿元"},
    {"百分之五到百分之六", "percent 百分之五到百分之六 5..6 5..6|%"},
    {"百分之八至九", "percent 百分之八至九 8..9 8..9|%"},
    {"两到三千元", "quantity 两到三千元 2000..3000 2000..3000|元"},
    {"-5%到-3%", "percent -5%到-3% -5..-3 -5..-3|%"},
    {"由5%至3%", "percent 5% 5 5|%; percent 3% 3 3|%"},
};

constexpr Case kPlaces[] = {
    {"居第12位", "rank 第12位 12 12|"},
    {"从第8位升至第5位", "rank 第8位 8 8|; rank 第5位 5 5|"},
    {"总量全市第一,增速第二", "rank 第一 1 1|; rank 第二 2 2|"},
    {"进入前三。", "rank 前三 3 3| at_most"},
    {"四亿零七百多万吨", "quantity 四亿零七百多万吨 407000000 40700|万吨 more"},
    {"一亿一千四百多万吨", "quantity 一亿一千四百多万吨 114000000 11400|万吨 more"},
    {"七百多万吨", "quantity 七百多万吨 7000000 700|万吨 more"},
    {"前10位", "rank 前10位 10 10| at_most"},
    {"跻身省级开发区前50，", "rank 前50 50 50| at_most"},
    {"前50个项目", "quantity 50个 50 50|个"},
    {"这一百二十个项目", "quantity 一百二十个 120 120|个"},
    {"翻了将近一番", "multiple 一番 1 1|番"},
    {"位居全省首位", "rank 首位 1 1|"},
    {"放在首位", ""},
    {"第三次会议", "ordinal 第三 3 3|"},
    {"第一产业", ""},
    {"目前3个项目", "quantity 3个 3 3|个"},
};

constexpr Case kDates[] = {
    {"2022年", "date 2022年"},         {"2021年11月5日", "date 2021年11月5日"},  {"2018-2022年", "date 2018-2022年"},
    {"1—11月", "date 1—11月"},         {"一九五八年", "date 一九五八年"},        {"二十一世纪", "date 二十一世纪"},
    {"2022-06-30", "date 2022-06-30"}, {"10日元", "quantity 10日元 10 10|日元"}, {"3年", "duration 3年 3 3|年"},
};

constexpr Case kNoFigures[] = {
    {"全国统一", ""},   {"一系列", ""},       {"百年", ""},       {"三番五次", ""},
    {"伍仁", ""},       {"万科", ""},         {"五台山", ""},     {"5G基站", ""},
    {"PM2.5浓度", ""},  {"IPV6", ""},         {"G20", ""},        {"12345热线", ""},
    {"“1+3+N”", ""},    {"5号线", ""},        {"党的二十大", ""}, {"十九届四中全会", ""},
    {"十四五", ""},     {"人大三次会议", ""}, {"单位：万元", ""}, {"一是加快", ""},
    {"四平市", ""},     {"百家争鸣", ""},     {"千亿级产业", ""}, {"1.2.3版", ""},
    {"最后一公里", ""},
};

template <size_t n>
void check(const Case (&cases)[n]) {
  for (const auto& [text, want] : cases) EXPECT_EQ(found(text), want) << text;
}

TEST(FigureTest, AUnitToldOnceHoldsForTheList) {
  const auto told = [](const std::string& text) {
    std::string out;
    for (const FoundFigure& f : find_figures(text, testing::figure_words())) {
      out += (out.empty() ? "" : " ") + f.figure.value->to_string() + f.figure.unit;
      out += "[" + text.substr(f.span.begin, f.span.end - f.span.begin) + "]";
    }
    return out;
  };
  EXPECT_EQ(told("分别高4.2和0.7个百分点"), "4.2个百分点[4.2] 0.7个百分点[0.7个百分点]");
  EXPECT_EQ(told("提高20.9、36.2、54个百分点"), "20.9个百分点[20.9] 36.2个百分点[36.2] 54个百分点[54个百分点]");
  EXPECT_EQ(told("分别完成50、60亿元"), "50亿元[50] 60亿元[60亿元]");
  EXPECT_EQ(told("实施1、2期工程"), "1[1] 2期[2期]");
  EXPECT_EQ(told("达到5,占6%"), "5[5] 6%[6%]");
}

TEST(Figure, Amounts) { check(kAmounts); }
TEST(Figure, Money) { check(kMoney); }
TEST(Figure, Measures) { check(kMeasures); }
TEST(Figure, Alone) { check(kAlone); }
TEST(Figure, PercentsAndParts) { check(kPercents); }
TEST(Figure, Ranges) { check(kRanges); }
TEST(Figure, Places) { check(kPlaces); }
TEST(Figure, Dates) { check(kDates); }
TEST(Figure, NamesAndIdioms) { check(kNoFigures); }

TEST(Figure, NumberSpanLeavesUnitOut) {
  const std::vector<FoundFigure> figures = find_figures("约5.2%，第三位", testing::figure_words());
  ASSERT_EQ(figures.size(), 2u);
  EXPECT_EQ(figures[0].number_span, (ByteSpan{3, 6}));
  EXPECT_EQ(figures[1].number_span, (ByteSpan{10, 16}));
  EXPECT_TRUE(figures[1].chinese);
}

// A text of millions of digits must neither hang nor be a number.
TEST(Figure, LongRunsAreNoNumbers) {
  EXPECT_EQ(found(std::string(3000000, '1')), "");
  std::string chinese;
  for (int i = 0; i < 300000; ++i) chinese += "一";
  EXPECT_EQ(found(chinese), "");
  std::string dashes;
  for (int i = 0; i < 300000; ++i) dashes += "1-";
  EXPECT_EQ(find_figures(dashes, testing::figure_words()).size(), 300000u);
}

constexpr Case kFormerBugs[] = {
    {"市十七届人民代表大会", ""},
    {"成功举办三届全国性大赛", "quantity 三届 3 3|届"},
    {"负十一", "number 负十一 -11 -11|"},
    {"第十一", "rank 第十一 11 11|"},
    {"惠及3亿多农村人口", "number 3亿多 300000000 3|亿 more"},
    {"国道105和331国道", ""},
    {"13时38分", "date 13时38分"},
    {"世界500强企业", ""},
    {"组建5支队伍", "quantity 5支 5 5|支"},
    {"办好10件事", "quantity 10件 10 10|件"},
    {"200所以上", "quantity 200所 200 200|所"},
    {"12345政务服务", ""},
    {"百分之.", ""},
};

// Former bugs
TEST(Figure, FormerBugs) { check(kFormerBugs); }

}  // namespace
}  // namespace zhibiao
