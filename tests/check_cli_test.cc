// check as a user meets it: input of both sorts, what is printed, exit codes; and findings as JSON.
#include <gtest/gtest.h>

#include "emit/json.h"
#include "tests/odd_values.h"
#include "tests/run_program.h"
#include "text/error.h"

namespace zhibiao {
namespace {

class CheckCli : public testing::Test {
 protected:
  CheckCli() {
    folder.write("good.txt", "固定资产投资146.5亿元（其中：区本级130亿元，高新区16.5亿元）。\n");
    folder.write("bad.txt", "固定资产投资146.5亿元（其中：区本级130.0亿元，高新区15.5亿元）。\n");
  }
  Ran shell(const std::string& command) const { return folder.shell(command); }

  ProgramFolder folder;
};

std::vector<Finding> findings_in(const std::string& ndjson) {
  std::vector<Finding> findings;
  for (size_t begin = 0; begin < ndjson.size();) {
    const size_t end = ndjson.find('\n', begin);
    findings.push_back(std::get<Finding>(parse_line(ndjson.substr(begin, end - begin))));
    begin = end + 1;
  }
  return findings;
}

TEST_F(CheckCli, ReportsAndTheirObservationsGiveTheSame) {
  const Ran direct = shell("zhibiao check --kinds parts good.txt bad.txt");
  EXPECT_EQ(direct.code, 0) << direct.err;
  const std::vector<Finding> findings = findings_in(direct.out);
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_TRUE(findings[0].ok);
  EXPECT_FALSE(findings[1].ok);
  EXPECT_EQ(findings[1].doc, "bad.txt");
  EXPECT_EQ(shell("zhibiao extract good.txt bad.txt | zhibiao check --kinds parts").out, direct.out);
  EXPECT_EQ(shell("zhibiao extract good.txt bad.txt > o.ndjson; zhibiao check --kinds parts o.ndjson").out, direct.out);
  EXPECT_EQ(shell("zhibiao extract good.txt bad.txt > o; zhibiao check --kinds parts --lines o").out, direct.out);
  EXPECT_EQ(shell("zhibiao extract --keep document good.txt bad.txt | zhibiao check --kinds parts").out, direct.out);
}

TEST_F(CheckCli, FailedAndKindsChooseWhatIsPrinted) {
  EXPECT_EQ(findings_in(shell("zhibiao check --failed good.txt bad.txt").out).size(), 1u);
  EXPECT_EQ(shell("zhibiao check --kinds growth,share good.txt bad.txt").out, "");
  EXPECT_EQ(findings_in(shell("zhibiao check --kinds growth,parts good.txt bad.txt").out).size(), 2u);
  EXPECT_EQ(shell("zhibiao check --kinds luck good.txt").code, 2);
  EXPECT_EQ(shell("zhibiao check --fail-on luck good.txt").code, 2);
  EXPECT_EQ(shell("zhibiao check -e --failed good.txt").code, 1);
}

TEST_F(CheckCli, FailOnIsFive) {
  EXPECT_EQ(shell("zhibiao check --fail-on any good.txt").code, 0);
  EXPECT_EQ(shell("zhibiao check --fail-on any bad.txt").code, 5);
  EXPECT_EQ(shell("zhibiao check --fail-on parts,growth bad.txt").code, 5);
  EXPECT_EQ(shell("zhibiao check --fail-on growth bad.txt").code, 0);
  EXPECT_EQ(shell("zhibiao check --kinds growth --fail-on any bad.txt").code, 0);
}

TEST_F(CheckCli, ErrorsAreLinesAndCodes) {
  EXPECT_EQ(shell("zhibiao check nowhere.txt").code, 2);
  const Ran some = shell("zhibiao check --fail-on any nowhere.txt bad.txt");
  EXPECT_EQ(some.code, 4);
  EXPECT_NE(some.out.find("\"type\":\"finding\""), std::string::npos);
  EXPECT_NE(some.out.find("\"type\":\"error\""), std::string::npos);
  const Ran broken = shell("(zhibiao extract good.txt; echo '{broken') | zhibiao check");
  EXPECT_EQ(broken.code, 4);
  EXPECT_NE(broken.err.find(":4: "), std::string::npos) << broken.err;
  EXPECT_NE(broken.out.find("\"type\":\"finding\""), std::string::npos);
}

TEST_F(CheckCli, ATableIsForPeople) {
  const Ran table = shell("zhibiao check --kinds parts --format table good.txt bad.txt");
  EXPECT_NE(table.out.find("✓ parts"), std::string::npos) << table.out;
  EXPECT_NE(table.out.find("✗ parts"), std::string::npos);
  EXPECT_NE(table.out.find("parts           1 passed        1 failed"), std::string::npos);
  EXPECT_EQ(table.out.find("\x1b["), std::string::npos);
  EXPECT_NE(shell("zhibiao check --color always --format table bad.txt").out.find("\x1b[31m✗"), std::string::npos);
}

TEST_F(CheckCli, ControlCharactersDoNotReachTheTerminal) {
  const std::string line =
      "{\"type\":\"observation\",\"doc\":\"a\\u001b[31m\",\"id\":1,\"measure\":\"level\",\"status\":\"target\","
      "\"period\":"
      "\"1990\",\"bound\":\"exact\",\"value\":1,\"value_text\":\"1\",\"sentence\":\"1\",\"group\":1,\"spans\":{"
      "\"value\":"
      "[0,1],\"sentence\":[0,1],\"period\":[0,1]}}";
  folder.write(
      "o.ndjson",
      "{\"type\":\"document\",\"doc\":\"a\",\"meta\":{\"doc_type\":\"work_report\",\"year\":2022}}\n" + line + "\n");
  const Ran ran = shell("zhibiao check --format table o.ndjson");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("✗ year"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
}

TEST(FindingJson, FindingsComeBack) {
  Odd odd(7);
  for (int i = 0; i < 1000; ++i) {
    Finding finding{odd.text(), odd.text(), odd.coin(), {},         odd.text(),
                    odd.text(), odd.text(), odd.text(), odd.text(), odd.text()};
    for (uint32_t n = odd.below(3); n > 0; --n) finding.observations.push_back({odd.text(), odd.below(100)});
    std::string line;
    append_json(line, finding);
    EXPECT_EQ(line.find('\n'), line.size() - 1);
    line.pop_back();
    EXPECT_EQ(std::get<Finding>(parse_line(line)), finding) << line;
  }
}

TEST(FindingJson, SaysWhatIsWrong) {
  for (const char* line : {R"({"type":"finding","doc":"a","kind":"parts","text":""})",
                           R"({"type":"finding","doc":"a","kind":"parts","ok":"yes","text":""})",
                           R"({"type":"finding","doc":"a","kind":"parts","ok":true,"observations":[1],"text":""})"}) {
    EXPECT_THROW(parse_line(line), Error) << line;
  }
}

}  // namespace
}  // namespace zhibiao
