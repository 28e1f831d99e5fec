// The law of the whole: the pipe of filters and `extract` print the same bytes; and `extract` prints what is committed.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/testing.h"

namespace zhibiao::testing {
namespace {

// The first line in which two outputs differ, for a message that can be read.
std::string first_difference(std::string_view have, std::string_view want) {
  size_t begin = 0, i = 0;
  for (; i < have.size() && i < want.size() && have[i] == want[i]; ++i) {
    if (have[i] == '\n') begin = i + 1;
  }
  if (i == have.size() && i == want.size()) return "";
  const auto line = [begin](std::string_view text) {
    const size_t from = std::min(begin, text.size());
    return std::string(text.substr(from, text.find('\n', from) - from));
  };
  return "have: " + line(have) + "\nwant: " + line(want);
}

void expect_same_bytes(const std::string& names, const std::string& options) {
  const Outcome pipe = run_shell("\"$zhibiao\" read " + names +
                                 " | \"$zhibiao\" segment | \"$zhibiao\" match | \"$zhibiao\" observe"
                                 " | \"$zhibiao\" canon " +
                                 options);
  const Outcome extract = run_shell("\"$zhibiao\" extract " + options + " " + names);
  EXPECT_EQ(pipe.code, 0);
  EXPECT_EQ(extract.code, 0);
  EXPECT_FALSE(extract.out.empty());
  EXPECT_EQ(first_difference(pipe.out, extract.out), "") << names;
}

std::string case_name(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

class ReportTest : public ::testing::TestWithParam<std::string> {};
TEST_P(ReportTest, PipeAndExtractPrintTheSameBytes) { expect_same_bytes(GetParam(), ""); }
INSTANTIATE_TEST_SUITE_P(Samples, ReportTest, ::testing::ValuesIn(reports()), case_name);

TEST(ReportsTest, PipeAndExtractPrintTheSameBytesForAllOfThemWithAllLines) {
  std::string names;
  for (const std::string& path : reports()) names += path + " ";
  expect_same_bytes(names, "--keep document,sentence,term");
}

class SampleTest : public ::testing::TestWithParam<std::string> {};
TEST_P(SampleTest, ExtractPrintsWhatIsCommitted) {
  const std::string committed = std::filesystem::path(GetParam()).replace_extension(".ndjson").string();
  const Outcome extract = run_shell("\"$zhibiao\" extract " + GetParam());
  EXPECT_EQ(extract.code, 0);
  EXPECT_EQ(first_difference(extract.out, read_report(committed)), "")
      << "if the new output is right: scripts/update_samples, and read the diff";
}
INSTANTIATE_TEST_SUITE_P(Samples, SampleTest, ::testing::ValuesIn(texts_in("samples")), case_name);

TEST(ExampleProgramTest, PrintsALineForEachObservation) {
  const std::string sample = "samples/xinglongtai_2023_work_report.txt";
  const Outcome example = run_shell("'" ZHIBIAO_EXAMPLE "' " + sample);
  const Outcome extract = run_shell("\"$zhibiao\" extract " + sample);
  EXPECT_EQ(example.code, 0);
  EXPECT_EQ(std::count(example.out.begin(), example.out.end(), '\n'),
            std::count(extract.out.begin(), extract.out.end(), '\n'));
  EXPECT_NE(example.out.find("2022\t地区生产总值\t424亿元\t42400000000元\n"), std::string::npos) << example.out;
}

TEST(ExampleProgramTest, IsShort) {
  const std::string source = read_report("docs/example.cc");
  EXPECT_LT(std::count(source.begin(), source.end(), '\n'), 30);
}

}  // namespace
}  // namespace zhibiao::testing
