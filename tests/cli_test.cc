// What a user of the program sees: exit codes, messages, formats. Bad input is in cli_input_test.cc.
#include <gtest/gtest.h>

#include <vector>

#include "emit/json.h"
#include "tests/run_program.h"
#include "text/formats/sanitized.h"

namespace zhibiao {
namespace {

constexpr char kReport[] = "2022年，全区地区生产总值424亿元，比上年增长5.2%。\n新增市场主体7484户。\n";

class Cli : public testing::Test {
 protected:
  Cli() { folder.write("a.txt", kReport); }
  Ran shell(const std::string& command) const { return folder.shell(command); }

  ProgramFolder folder;
};

size_t lines_of_type(const std::string& ndjson, const std::string& type) {
  size_t count = 0;
  for (size_t at = ndjson.find("{\"type\":\"" + type); at != std::string::npos; ++count) {
    at = ndjson.find("{\"type\":\"" + type, at + 1);
  }
  return count;
}

TEST_F(Cli, HelpHasExamples) {
  const std::string kCommands[] = {"",      "read",    "segment", "match",         "observe",      "canon", "extract",
                                   "table", "explain", "grammar", "grammar check", "grammar list", "eval",  "audit",
                                   "check", "panel",   "verify",  "view",          "shard",        "merge"};
  for (const std::string& command : kCommands) {
    const Ran ran = shell("zhibiao " + command + " --help");
    EXPECT_EQ(ran.code, 0) << command;
    EXPECT_NE(ran.out.find("Examples:"), std::string::npos) << command;
    EXPECT_EQ(ran.err, "") << command;
  }
}

TEST_F(Cli, FieldsLeaveOutTheOthers) {
  const Ran ran = shell("zhibiao extract a.txt --fields unit,value | head -1");
  EXPECT_EQ(ran.out, "{\"type\":\"observation\",\"doc\":\"a.txt\",\"id\":1,\"value\":424,\"unit\":\"亿元\"}\n");
  const std::string chain = "zhibiao read a.txt | zhibiao segment | zhibiao match | zhibiao observe | zhibiao canon";
  EXPECT_EQ(shell(chain + " --fields spans,rules").out, shell("zhibiao extract a.txt --fields spans,rules").out);
}

TEST_F(Cli, VersionHasTheHashOfTheGrammar) {
  const Ran ran = shell("zhibiao --version");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(ran.out.starts_with("zhibiao ")) << ran.out;
  EXPECT_NE(ran.out.find(", grammar "), std::string::npos);
  EXPECT_EQ(ran.out.size() - ran.out.find("grammar "), std::string("grammar 0123456789abcdef\n").size());
}

TEST_F(Cli, TheSuffixOfTheOutputIsItsFormat) {
  const std::string kAs[][2] = {
      {"o.csv", " --format csv"}, {"o.md", " --format markdown"}, {"o.ndjson", ""}, {"o", ""}};
  for (const auto& [file, format] : kAs) {
    const Ran ran = shell("zhibiao extract a.txt -o " + file);
    EXPECT_EQ(ran.code, 0) << file;
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(folder.read(file), shell("zhibiao extract a.txt" + format).out) << file;
  }
  EXPECT_EQ(shell("zhibiao extract a.txt -o o.csv --format tsv; cat o.csv").out,
            shell("zhibiao extract a.txt --format tsv").out);
  EXPECT_EQ(shell("zhibiao table o.ndjson -o t.csv; cat t.csv").out, shell("zhibiao table o.ndjson --format csv").out);
  EXPECT_EQ(shell("zhibiao extract a.txt -o no/such/folder.csv").code, 2);
  const Ran workbook = shell("zhibiao extract a.txt -o o.xlsx");
  EXPECT_EQ(workbook.code, 2);
  EXPECT_NE(workbook.err.find("panel writes xlsx"), std::string::npos) << workbook.err;
}

TEST_F(Cli, WrongUseIsTwo) {
  const std::string kWrong[] = {"",
                                "fly",
                                "extract --fly",
                                "extract --format pdf a.txt",
                                "extract --offsets words a.txt",
                                "extract --fields value,colour a.txt",
                                "extract --keep all a.txt",
                                "read --encoding klingon a.txt",
                                "table --columns size a.ndjson",
                                "grammar",
                                "explain",
                                "explain --file nowhere.txt",
                                "explain --file a.txt --at 100000",
                                "--color blue extract a.txt",
                                "--grammars nowhere extract a.txt"};
  for (const std::string& wrong : kWrong) {
    const Ran ran = shell("zhibiao " + wrong);
    EXPECT_EQ(ran.code, 2) << wrong;
    EXPECT_EQ(ran.out, "") << wrong;
    EXPECT_TRUE(ran.err.starts_with("zhibiao: ")) << wrong << ": " << ran.err;
  }
}

TEST_F(Cli, ThePipeAndExtractPrintTheSameBytes) {
  folder.write("b.txt", "进出口总额3.5万亿元，增长-2.6%。\r\n\r\n“👍”城镇登记失业率5%-6%。");
  folder.write("corpus",
               "{\"doc\":\"c\",\"text\":\"新增8090户。\",\"url\":\"x\"}\nbroken\n{\"doc\":\"d\",\"text\":\"\"}\n");
  const std::string kChain = " | zhibiao segment | zhibiao match | zhibiao observe | zhibiao canon";
  const std::string kInputs[] = {"a.txt",          "a.txt b.txt a.txt", "nowhere a.txt",
                                 "--jsonl corpus", "- < b.txt",         "nowhere"};
  for (const std::string& input : kInputs) {
    for (const char* keep : {"", " --keep document,sentence,term", " --keep sentence"}) {
      if (kSanitized && *keep == '\0') continue;
      const Ran pipe = shell("zhibiao read " + input + kChain + keep);
      const Ran extract = shell("zhibiao extract " + input + keep);
      EXPECT_EQ(pipe.out, extract.out) << input << keep;
      EXPECT_FALSE(extract.out.empty() && input != "nowhere") << input;
    }
  }
}

TEST_F(Cli, OffsetsComeInThreeUnits) {
  folder.write("b.txt", "👍新增8090户。\n");
  const std::string kChain = "zhibiao read b.txt | zhibiao segment --keep-text | zhibiao match | zhibiao observe";
  const std::pair<std::string, std::string> kCases[] = {{"codepoints", "[3,"}, {"bytes", "[10,"}, {"utf16", "[4,"}};
  for (const auto& [unit, span] : kCases) {
    const Ran extract = shell("zhibiao extract b.txt --offsets " + unit);
    EXPECT_NE(extract.out.find("\"spans\":{\"value\":" + span), std::string::npos) << extract.out;
    EXPECT_EQ(shell(kChain + " | zhibiao canon --offsets " + unit).out, extract.out);
    EXPECT_EQ(shell(kChain + " | zhibiao canon --keep sentence --offsets " + unit).out,
              shell("zhibiao extract b.txt --keep sentence --offsets " + unit).out);
  }
  const Ran textless =
      shell("zhibiao read b.txt | zhibiao segment | zhibiao match | zhibiao observe | zhibiao canon --offsets bytes");
  EXPECT_EQ(textless.code, 4);
  EXPECT_NE(textless.err.find("--keep-text"), std::string::npos);
}

TEST_F(Cli, TextIsExactlyTheText) {
  folder.write("b.txt", std::string("\xef\xbb\xbf一\r\n二\0三\n", 16));
  EXPECT_EQ(shell("zhibiao read --text b.txt").out, std::string("一\r\n二\0三\n", 13));
  folder.write("c.txt", "\xd0\xc2\xd4\xf6");
  EXPECT_EQ(shell("zhibiao read --text --encoding gbk c.txt").out, "新增");
}

TEST_F(Cli, FormatsOfExtractAndTableAgree) {
  const std::string kFormats[] = {"table", "csv", "tsv", "markdown", "json"};
  for (const std::string& format : kFormats) {
    const Ran direct = shell("zhibiao extract a.txt --format " + format);
    EXPECT_EQ(direct.code, 0) << direct.err;
    EXPECT_NE(direct.out.find("424"), std::string::npos) << format;
    EXPECT_EQ(direct.out, shell("zhibiao extract a.txt | zhibiao table --format " + format).out);
  }
  EXPECT_EQ(shell("zhibiao extract a.txt --format ndjson").out, shell("zhibiao extract a.txt").out);
  EXPECT_EQ(shell("zhibiao extract a.txt --format csv --no-header --columns value").out.find("value"),
            std::string::npos);
}

TEST_F(Cli, NothingFoundIsNoErrorUnlessAsked) {
  folder.write("empty.txt", "");
  EXPECT_EQ(shell("zhibiao extract empty.txt").code, 0);
  EXPECT_EQ(shell("zhibiao extract -e empty.txt").code, 1);
  EXPECT_EQ(shell("zhibiao -e extract a.txt").code, 0);
  EXPECT_EQ(shell("zhibiao extract -e empty.txt --format csv").code, 1);
  EXPECT_EQ(shell("zhibiao extract empty.txt | zhibiao table -e").code, 1);
  EXPECT_EQ(shell("zhibiao extract -e empty.txt nowhere").code, 4);
}

TEST_F(Cli, ASecondDocumentOfAName) {
  const Ran ran = shell("zhibiao read a.txt a.txt a.txt");
  EXPECT_EQ(ran.code, 0);
  for (const char* name : {"\"doc\":\"a.txt\"", "\"doc\":\"a.txt#2\"", "\"doc\":\"a.txt#3\""}) {
    EXPECT_NE(ran.out.find(name), std::string::npos) << name;
  }
  EXPECT_NE(ran.err.find("zhibiao: a.txt: "), std::string::npos);
  EXPECT_EQ(shell("zhibiao read -q a.txt a.txt").err, "");
}

TEST_F(Cli, UnknownLinesKeepTheirPlace) {
  const std::string note = R"({"type": "note",  "by": "a person"})";
  shell("zhibiao read a.txt > read.ndjson; zhibiao segment < read.ndjson > segmented.ndjson");
  shell("{ head -2 segmented.ndjson; echo '" + note + "'; tail -n +3 segmented.ndjson; } > noted.ndjson");
  const Ran observed = shell("zhibiao match noted.ndjson | zhibiao observe");
  EXPECT_NE(observed.out.find(note + "\n"), std::string::npos);
  EXPECT_LT(observed.out.find("\"n\":1"), observed.out.find(note));
  EXPECT_LT(observed.out.find(note), observed.out.find("\"n\":2"));
  EXPECT_EQ(shell("zhibiao match noted.ndjson | zhibiao observe | zhibiao canon").out,
            shell("zhibiao extract a.txt").out);
}

TEST_F(Cli, ObserveWantsMentions) {
  const Ran ran = shell("zhibiao read a.txt | zhibiao segment | zhibiao observe");
  EXPECT_EQ(ran.code, 4);
  EXPECT_EQ(lines_of_type(ran.out, "error"), 1u);
  EXPECT_NE(ran.err.find("run match"), std::string::npos);
}

TEST_F(Cli, StagesRunTwiceChangeNothing) {
  const Ran once = shell("zhibiao read a.txt | zhibiao segment | zhibiao match");
  EXPECT_EQ(shell("zhibiao read a.txt | zhibiao segment | zhibiao segment | zhibiao match | zhibiao match").out,
            once.out);
  EXPECT_EQ(shell("zhibiao extract a.txt | zhibiao canon").code, 0);
}

TEST_F(Cli, ExplainTellsAStory) {
  const Ran sentence = shell("zhibiao explain 地区生产总值增长5.2%。");
  EXPECT_EQ(sentence.code, 0) << sentence.err;
  EXPECT_NE(sentence.out.find("增长5.2%"), std::string::npos);
  const Ran place = shell("zhibiao explain --file a.txt --at 36");
  EXPECT_EQ(place.code, 0) << place.err;
  EXPECT_NE(place.out.find("7484"), std::string::npos);
  EXPECT_EQ(place.out.find("424亿元"), std::string::npos);
}

TEST_F(Cli, GrammarListAndCheck) {
  EXPECT_EQ(shell("zhibiao grammar list").code, 0);
  const Ran check = shell("zhibiao grammar check");
  EXPECT_EQ(check.code, 0) << check.err;
  EXPECT_NE(check.out.find("examples, all hold"), std::string::npos) << check.out;
}

TEST_F(Cli, ColourOnlyWhereWanted) {
  const std::string kTable = "zhibiao extract a.txt --format table";
  EXPECT_EQ(shell(kTable).out.find('\x1b'), std::string::npos);
  EXPECT_NE(shell(kTable + " --color always").out.find('\x1b'), std::string::npos);
  EXPECT_EQ(shell(kTable + " --color never").out.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace zhibiao
