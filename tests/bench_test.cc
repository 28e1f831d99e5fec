// The bench runs and its counts agree with each other; how long anything takes is not looked at.
#include <gtest/gtest.h>

#include <regex>
#include <string>

#include "tests/testing.h"

namespace zhibiao::testing {
namespace {

TEST(BenchTest, ASmokeRunChecksItsOwnCounts) {
  if (kSanitized) GTEST_SKIP() << "starts the program a hundred times";
  const Outcome ran = run_shell("bench/run samples --smoke --build \"$(dirname " ZHIBIAO_BIN ")\"");
  ASSERT_EQ(ran.code, 0) << ran.out;
  for (const std::string row : {"| read |", "| emit |", "| /dev/null | 1 |", "| a file on disk | 1 |", "Start-up",
                                "Peak memory", "| real text |", "| near misses of every rule |"})
    EXPECT_NE(ran.out.find(row), std::string::npos) << row << " is not in\n" << ran.out;
  std::smatch size;
  ASSERT_TRUE(std::regex_search(ran.out, size, std::regex("reports x (\\d+): ([\\d.]+) MB"))) << ran.out;
  EXPECT_GE(std::stod(size[2]), 1.0);
}

TEST(BenchTest, CopiesDifferInTheirNumbersOnly) {
  const Outcome ran = run_shell(
      "cd bench && python3 -B -c 'import texts\n"
      "copies = texts.Copies(\"2022年增长5.2%，共1,234个，第03号\".encode())\n"
      "print(copies.copy(0).decode(), len(copies.copy(1)) == len(copies.copy(0)), copies.copy(1) != copies.copy(2),\n"
      "      all(copies.copy(n).decode().startswith(\"2022年增长\") for n in range(9)))'");
  EXPECT_EQ(ran.out, "2022年增长5.2%，共1,234个，第03号 True True True\n");
}

}  // namespace
}  // namespace zhibiao::testing
