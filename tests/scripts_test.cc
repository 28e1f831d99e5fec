// The scripts that people run over folders of reports: the simplest extractor, and the miner of words.
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "emit/json_tree.h"
#include "tests/testing.h"

namespace zhibiao::testing {
namespace {

TEST(CompareTest, TheRegexScriptGivesRowsWithSpans) {
  const Outcome rows = run_shell("bench/compare/regex.py tests/gold/d09.txt");
  ASSERT_EQ(rows.code, 0);
  const std::string text = read_report("tests/gold/d09.txt");
  const Points points(text);
  const std::vector<std::string> lines = lines_of(rows.out);
  EXPECT_GT(lines.size(), 150u);
  for (const std::string& line : lines) {
    const JsonNode row = parse_json_object(line);
    const JsonNode* span = row.find("value_span");
    ASSERT_TRUE(span != nullptr && span->items.size() == 2) << line;
    const Span value{static_cast<uint32_t>(std::stoul(span->items[0].text)),
                     static_cast<uint32_t>(std::stoul(span->items[1].text))};
    ASSERT_TRUE(points.holds(value)) << line;
    EXPECT_EQ(points[value], row.find("value_text")->text);
  }
}

TEST(CompareTest, TheRegexScriptReadsASentence) {
  const Outcome rows = run_shell(
      "file=$(mktemp); trap 'rm -f \"$file\"' EXIT; "
      "echo '2022年，财政收入1,234.5亿元，增长5%，居全省第12位；失业率下降0.3个百分点。' > \"$file\"; "
      "bench/compare/regex.py \"$file\"");
  const std::vector<std::string> lines = lines_of(rows.out);
  ASSERT_EQ(lines.size(), 4u) << rows.out;
  const std::vector<std::vector<std::string>> wanted = {{"level", "1234.5", "财政收入"},
                                                        {"growth", "5.0", "财政收入"},
                                                        {"rank", "12", "财政收入"},
                                                        {"change", "-0.3", "失业率"}};
  for (size_t i = 0; i < wanted.size(); ++i) {
    const JsonNode row = parse_json_object(lines[i]);
    EXPECT_EQ(row.find("measure")->text, wanted[i][0]);
    EXPECT_EQ(row.find("value")->text, wanted[i][1]);
    EXPECT_EQ(row.find("indicator")->text, wanted[i][2]);
    EXPECT_EQ(row.find("period")->text, "2022");
  }
}

TEST(ClashesTest, FiguresThatNothingTellsApart) {
  const Outcome counted = run_shell(
      "printf '2022年政府工作报告\\n\\n一、2021年工作回顾\\n\\n新增就业5万人。新增就业6万人。新增专利3件。\\n' | "
      "\"$zhibiao\" extract -q --format ndjson - | scripts/score_clashes --list 1");
  EXPECT_EQ(counted.code, 0);
  const std::vector<std::string> lines = lines_of(counted.out);
  ASSERT_EQ(lines.size(), 3u) << counted.out;
  EXPECT_NE(lines[0].find("3 observations,      2 told apart by nothing (66.7%)"), std::string::npos) << lines[0];
  EXPECT_NE(lines[1].find("0 observations"), std::string::npos);
  EXPECT_TRUE(lines[2].starts_with("2  -  新增就业")) << lines[2];
}

// Three small reports and word lists of its own.
class MineWordsTest : public ::testing::Test {
 protected:
  static std::vector<std::string> mined(const std::string& options) {
    const Outcome outcome = run_shell(
        "folder=$(mktemp -d); trap 'rm -rf \"$folder\"' EXIT; mkdir \"$folder/r\" \"$folder/l\"; "
        "printf '收入\\tamount\\n' > \"$folder/l/head.tsv\"; printf '家\\tcount\\t家\\t1\\n' > \"$folder/l/unit.tsv\"; "
        "printf '2021年，财政收入劲增5亿元，引进企业3家。' > \"$folder/r/1.txt\"; "
        "printf '农民收入劲增7%%，引进院校2家。\\n引进企业 9999 家\\n' > \"$folder/r/2.txt\"; "
        "printf '新建泊位3只，居民收入劲增8%%，引进人才9名。' > \"$folder/r/3.txt\"; "
        "printf '居民收入劲增8%%，引进院校2家。\\n' > \"$folder/r/4.txt\"; "
        "scripts/mine_words --least 2 --lists \"$folder/l\" " +
        options + " \"$folder/r\"");
    EXPECT_EQ(outcome.code, 0);
    return lines_of(outcome.out);
  }
  static std::string line_with(const std::vector<std::string>& lines, const std::string& begin) {
    for (const std::string& line : lines) {
      if (line.starts_with(begin)) return line;
    }
    return "";
  }
};

TEST_F(MineWordsTest, WordsAtEachPlace) {
  EXPECT_NE(line_with(mined("--at opening"), "引进\t4\t4\t"), "");
  EXPECT_NE(line_with(mined("--at gap"), "劲增\t4\t4\t"), "");
  EXPECT_NE(line_with(mined("--at before"), "劲增\t4\t4\t"), "");
  EXPECT_NE(line_with(mined("--at unit --least 1 --documents 1"), "名\t1\t1\t"), "");
  EXPECT_EQ(line_with(mined("--at unit --least 1 --documents 1"), "家"), "");
  EXPECT_NE(line_with(mined("--at unit --least 1 --documents 1 --all"), "家\t3\t3\t"), "");
}

TEST_F(MineWordsTest, ListedWordsAndRareOnesAreLeftOut) {
  EXPECT_EQ(line_with(mined("--at before"), "收入\t"), "");
  EXPECT_EQ(line_with(mined("--at any"), "收入\t"), "");
  EXPECT_NE(line_with(mined("--at any --all"), "收入\t4\t4\t"), "");
  EXPECT_EQ(line_with(mined("--at any"), "院校\t"), "");
  EXPECT_NE(line_with(mined("--at any --documents 2"), "院校\t2\t2\t"), "");
}

// A piece of a longer word has one neighbour on the side where it was cut.
TEST_F(MineWordsTest, BothEntropiesAreTold) {
  EXPECT_NE(line_with(mined("--at any --all"), "收入劲\t4\t4\t0.81\t0.00\t"), "");
}

TEST_F(MineWordsTest, EqualInputGivesEqualOutput) { EXPECT_EQ(mined("--at any"), mined("--at any")); }

}  // namespace
}  // namespace zhibiao::testing
