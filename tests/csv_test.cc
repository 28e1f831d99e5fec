#include "emit/csv.h"

#include <gtest/gtest.h>

#include "emit/table.h"

namespace zhibiao {
namespace {

std::string csv_cell(std::string_view text) {
  std::string out;
  append_csv_cell(out, text);
  return out;
}

Observation fall() {
  Observation o;
  o.doc = "a,b.txt";
  o.indicator = "=HYPERLINK(\"http://x\")";
  o.value = Decimal::parse("-2.6");
  o.unit = "%";
  o.sentence = "增速-2.6%。";
  return o;
}

std::string table(TableOptions options) {
  TableWriter writer(std::move(options));
  std::string out;
  writer.add(out, fall());
  writer.finish(out);
  return out;
}

TEST(Csv, QuotesWhatMustBe) {
  using namespace std::string_literals;
  const std::pair<std::string, std::string> kCases[] = {{"地区", "地区"},
                                                        {"a,b", "\"a,b\""},
                                                        {"a\"b", "\"a\"\"b\""},
                                                        {"a\nb", "\"a\nb\""},
                                                        {"", ""},
                                                        {"a\0\x1b"
                                                         "b"s,
                                                         "ab"}};
  for (const auto& [text, want] : kCases) EXPECT_EQ(csv_cell(text), want);
}

TEST(Csv, FormulasAreNeutralised) {
  const std::pair<std::string_view, std::string_view> kCases[] = {
      {"=1+1", "'=1+1"}, {"+1-1", "'+1-1"}, {"@SUM(A1)", "'@SUM(A1)"}, {"-cmd", "'-cmd"}, {"\t=1", "'\t=1"},
      {"＝1", "'＝1"},   {"-2.6", "-2.6"},  {"-2.6%", "'-2.6%"},       {"2.6", "2.6"},    {"", ""}};
  for (const auto& [text, want] : kCases) EXPECT_EQ(without_formula(text), want);
}

TEST(Csv, WholeTable) {
  TableOptions options{
      .format = TableFormat::csv, .columns = {"doc", "indicator", "value", "unit"}, .byte_order_mark = true};
  EXPECT_EQ(table(options),
            "\xef\xbb\xbf"
            "doc,indicator,value,unit\r\n\"a,b.txt\",\"'=HYPERLINK(\"\"http://x\"\")\",-2.6,%\r\n");
  options.header = false;
  options.byte_order_mark = false;
  options.format = TableFormat::tsv;
  EXPECT_EQ(table(options), "a,b.txt\t'=HYPERLINK(\"http://x\")\t-2.6\t%\n");
}

TEST(Csv, Markdown) {
  std::string out;
  append_markdown_cell(out, "a|b\\<c>\nd");
  EXPECT_EQ(out, "a\\|b\\\\&lt;c> d");
  EXPECT_EQ(table({.format = TableFormat::markdown, .columns = {"unit", "value"}}),
            "| unit | value |\n| --- | ---: |\n| % | -2.6 |\n");
}

TEST(Csv, NothingFoundStillHasAHeader) {
  TableWriter writer({.format = TableFormat::csv, .columns = {"unit", "value"}});
  std::string out;
  writer.finish(out);
  EXPECT_EQ(out, "unit,value\r\n");
}

}  // namespace
}  // namespace zhibiao
