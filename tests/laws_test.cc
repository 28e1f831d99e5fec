// The laws that hold whatever the report: over every report of the repository, over damaged copies, over every prefix.
#include "tests/laws.h"

#include <gtest/gtest.h>

#include <cctype>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/testing.h"
#include "zhibiao.h"

namespace zhibiao::testing {
namespace {

class LawsTest : public ::testing::TestWithParam<std::string> {};

TEST_P(LawsTest, HoldForTheReport) { check_laws(read_report(GetParam()), GetParam(), true); }

// Bytes overwritten, dropped and doubled, the same ones on every run.
TEST_P(LawsTest, HoldForDamagedCopies) {
  const std::string report = read_report(GetParam());
  std::mt19937 random(7);
  for (const uint32_t distance : {20u, 200u, 2000u}) {
    std::string damaged;
    for (const char byte : report) {
      const uint32_t fate = random() % (3 * distance);
      if (fate == 0) continue;
      damaged += fate == 1 ? static_cast<char>(random()) : byte;
      if (fate == 2) damaged += byte;
    }
    SCOPED_TRACE("a byte in " + std::to_string(distance) + " damaged");
    try {
      check_laws(damaged, GetParam(), false);
    } catch (const Error& error) {  // it may look like no text at all
      EXPECT_GT(std::string(error.what()).size(), 0u);
    }
  }
}

std::string case_name(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Reports, LawsTest, ::testing::ValuesIn(reports()), case_name);

TEST(PrefixTest, EveryPrefixOfAShortReport) {
  const std::string report = read_report("samples/national_1998_communique_hardwrap.txt");
  for (size_t size = 0; size <= report.size(); size += kSanitized ? 7 : 1) {
    SCOPED_TRACE("prefix of " + std::to_string(size) + " bytes");
    check_laws(std::string_view(report).substr(0, size), "prefix", true);
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(PrefixTest, PrefixesOfLongReports) {
  const size_t step = kSanitized ? 4999 : 499;  // a prime, so that it cuts at every byte of a character
  for (const std::string& path : texts_in("samples")) {
    const std::string report = read_report(path);
    for (size_t size = 0; size <= report.size(); size += step) {
      SCOPED_TRACE(path + ", prefix of " + std::to_string(size) + " bytes");
      check_laws(std::string_view(report).substr(0, size), path, false);
      if (::testing::Test::HasFailure()) return;
    }
  }
}

TEST(ThreadsTest, OneGrammarServesAllThreads) {
  const std::string path = "samples/xinglongtai_2023_work_report.txt";
  const std::string report = read_report(path);
  const std::vector<Observation> want = extract(report, path, Grammar::embedded()).observations;
  std::vector<std::vector<Observation>> have(4);
  {
    std::vector<std::jthread> threads;
    for (auto& result : have) {
      threads.emplace_back([&] { result = extract(report, path, Grammar::embedded()).observations; });
    }
  }
  for (const auto& result : have) EXPECT_TRUE(result == want);
}

}  // namespace
}  // namespace zhibiao::testing
