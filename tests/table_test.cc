#include "emit/table.h"

#include <gtest/gtest.h>

#include <sstream>

#include "emit/width.h"
#include "text/error.h"

namespace zhibiao {
namespace {

Observation gdp() {
  Observation o;
  o.doc = "a.txt";
  o.id = 1;
  o.indicator = "地区生产总值";
  o.value = Decimal::parse("424");
  o.unit = "亿元";
  o.sentence = "地区生产总值预计实现424亿元，增速-2.6%。";
  return o;
}

Observation rate() {
  Observation o = gdp();
  o.id = 2;
  o.indicator = "GDP";
  o.measure = Measure::growth;
  o.value.reset();
  o.low = Decimal::parse("-5.5");
  o.high = Decimal::parse("6");
  o.unit = "%";
  return o;
}

std::string table(const TableOptions& options, const std::vector<Observation>& observations) {
  TableWriter writer(options);
  std::string out;
  for (const Observation& o : observations) writer.add(out, o);
  writer.finish(out);
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(Width, CountsTerminalColumns) {
  const std::pair<std::string_view, int> kCases[] = {{"", 0},     {"abc", 3},     {"亿元", 4},   {"５．２％", 8},
                                                     {"，。", 4}, {"e\u0301", 1}, {"“a”", 3},    {"ｱ", 1},
                                                     {"👍", 2},    {"한", 2},      {"\u200b", 0}, {"𠀀", 2}};
  for (const auto& [text, width] : kCases) EXPECT_EQ(display_width(text), width) << text;
}

TEST(Width, ClipsAtWholeCharacters) {
  EXPECT_EQ(clipped("地区生产", 8), "地区生产");
  EXPECT_EQ(clipped("地区生产", 7), "地区生…");
  EXPECT_EQ(clipped("地区生产", 6), "地区…");
  EXPECT_EQ(clipped("abc", 2), "a…");
  EXPECT_EQ(clipped("地", 1), "…");
  for (int width = 1; width < 12; ++width) EXPECT_LE(display_width(clipped("a地b区c生d", width)), width);
}

TEST(Width, PlainLineIsHarmless) {
  using namespace std::string_literals;
  EXPECT_EQ(plain_line("a\x1b[31mb\0c\u009b\u202e\x7f"s), "a[31mbc");
  EXPECT_EQ(plain_line("一\r\n二\t三\u2028四"), "一  二 三 四");
  EXPECT_EQ(plain_line("\xff地\xe5"), "地");
}

TEST(Table, AlignsByDisplayWidth) {
  TableOptions options;
  options.columns = {"indicator", "value", "unit", "status"};
  EXPECT_EQ(table(options, {gdp(), rate()}),
            "indicator       value  unit  status\n"
            "地区生产总值      424  亿元  actual\n"
            "GDP           -5.5..6  %     actual\n");
}

TEST(Table, DocIsAColumnOnlyOfSeveral) {
  Observation other = gdp();
  other.doc = "b.txt";
  EXPECT_TRUE(table({}, {gdp(), rate()}).starts_with("indicator"));
  EXPECT_TRUE(table({}, {gdp(), other}).starts_with("doc"));
}

TEST(Table, FitsTheTerminalAndNeverCutsNumbers) {
  Observation o = gdp();
  o.value = Decimal::parse("12345678901234567890.25");
  o.scope = "区本级";
  for (int width : {60, 80, 100, 120, 200}) {
    TableOptions options;
    options.width = width;
    for (const std::string& line : lines_of(table(options, {o, gdp()}))) EXPECT_LE(display_width(line), width) << line;
    EXPECT_NE(table(options, {o}).find("12345678901234567890.25"), std::string::npos);
    EXPECT_NE(table(options, {o}).find("地区生产总值"), std::string::npos) << width;
  }
}

TEST(Table, ColumnsThatWereAskedForStay) {
  TableOptions options;
  options.width = 20;
  options.columns = {"sentence", "value", "unit", "status"};
  EXPECT_EQ(lines_of(table(options, {gdp()}))[0], "sentence              value  unit  status");
}

TEST(Table, StripsControlCharacters) {
  Observation o = gdp();
  o.indicator = "a\x1b[2J\nb";
  EXPECT_EQ(table({}, {o}).find('\x1b'), std::string::npos);
  EXPECT_EQ(lines_of(table({}, {o})).size(), 2u);
}

TEST(Table, LongOnesComeInBlocks) {
  TableWriter writer(TableOptions{});
  std::string out;
  for (int i = 0; i < 5000; ++i) writer.add(out, gdp());
  EXPECT_FALSE(out.empty()) << "rows do not wait for the last one";
  writer.finish(out);
  EXPECT_EQ(lines_of(out).size(), 5000u + 3 + 2);
}

TEST(Table, JsonIsOneArray) {
  TableOptions options;
  options.format = TableFormat::json;
  EXPECT_EQ(table(options, {}), "[]\n");
  EXPECT_TRUE(table(options, {gdp(), rate()}).starts_with("[\n{\"type\":\"observation\""));
  options.columns = {"indicator", "value", "low", "scope"};
  EXPECT_EQ(table(options, {gdp(), rate()}),
            "[\n{\"indicator\":\"地区生产总值\",\"value\":424,\"low\":null,\"scope\":null},\n"
            "{\"indicator\":\"GDP\",\"value\":\"-5.5..6\",\"low\":-5.5,\"scope\":null}\n]\n");
}

TEST(Table, UnknownColumn) {
  TableOptions options;
  options.columns = {"indicator", "size"};
  try {
    TableWriter writer(options);
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("no column size; the columns are doc, id"), std::string::npos);
  }
}

}  // namespace
}  // namespace zhibiao
