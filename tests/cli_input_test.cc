// Bad input at the borders of the program: each gets its message and its exit code, and nothing else is lost.
#include <gtest/gtest.h>

#include "emit/json.h"
#include "tests/run_program.h"

namespace zhibiao {
namespace {

class BadInput : public testing::Test {
 protected:
  BadInput() { folder.write("a.txt", "新增市场主体7484户。\n"); }
  Ran shell(const std::string& command) const { return folder.shell(command); }

  // The command fails for one document, says so, and the other one comes out.
  void expect_one_lost(const std::string& command, const std::string& said) const {
    const Ran ran = shell(command);
    EXPECT_EQ(ran.code, 4) << command;
    EXPECT_NE(ran.err.find("zhibiao: " + said), std::string::npos) << command << ": " << ran.err;
    EXPECT_NE(ran.out.find("\"type\":\"error\""), std::string::npos) << command;
    EXPECT_NE(ran.out.find("7484"), std::string::npos) << command << ": " << ran.out;
  }

  ProgramFolder folder;
};

TEST_F(BadInput, MissingFile) {
  expect_one_lost("zhibiao extract nowhere.txt a.txt", "nowhere.txt: No such file");
  expect_one_lost("zhibiao read a.txt nowhere.txt", "nowhere.txt: No such file");
  expect_one_lost("zhibiao read a.txt > r; zhibiao segment nowhere r", "nowhere: No such file");
}

TEST_F(BadInput, OnlyMissingFiles) {
  for (const char* command : {"zhibiao extract nowhere", "zhibiao read nowhere nobody", "zhibiao match nowhere",
                              "zhibiao table nowhere", "zhibiao read --jsonl nowhere"}) {
    EXPECT_EQ(shell(command).code, 2) << command;
  }
}

TEST_F(BadInput, Directory) {
  expect_one_lost("mkdir -p d; zhibiao extract d a.txt", "d: holds no file of a known type");
  expect_one_lost("mkdir -p d; zhibiao read a.txt | zhibiao segment d -", "d: is a directory");
}

TEST_F(BadInput, ADamagedFileIsNamedOnceAndToldInTheReadersLanguage) {
  folder.write("b.pdf", "%PDF-1.4 broken");
  const Ran ran = shell("zhibiao --lang zh extract b.pdf --errors failed");
  EXPECT_EQ(ran.err, "zhibiao: b.pdf: 是已损坏的 PDF\n");
  EXPECT_NE(ran.out.find("\"message\":\"is a damaged PDF\""), std::string::npos) << ran.out;
  EXPECT_EQ(folder.read("failed"), "b.pdf\tis a damaged PDF\n");
  EXPECT_EQ(shell("zhibiao --lang zh explain --file b.pdf").err,
            "zhibiao: b.pdf: 是已损坏的 PDF（见 zhibiao --help）\n");
}

TEST_F(BadInput, WhatCannotBeIsToldByItsName) {
  EXPECT_EQ(shell("zhibiao extrakt a.txt").err, "zhibiao: no such command: extrakt (see zhibiao --help)\n");
  EXPECT_EQ(shell("zhibiao extract a.txt -o none/b.ndjson").err,
            "zhibiao: none/b.ndjson: cannot be written: No such file or directory (see zhibiao --help)\n");
  EXPECT_NE(shell("zhibiao extract --columns value a.txt").err.find("--fields"), std::string::npos);
  EXPECT_EQ(shell("zhibiao extract --columns value --format csv a.txt").err, "");
  folder.write("c.jsonl", "{\"doc\":\"a\",\"text\":\"新增市场主体7484户。\"}\n");
  EXPECT_NE(shell("zhibiao extract c.jsonl").err.find("takes --jsonl"), std::string::npos);
  EXPECT_EQ(shell("zhibiao extract --jsonl c.jsonl").err, "");
}

TEST_F(BadInput, WhatIsThereStaysWhereNothingWasRead) {
  for (const std::string command : {"extract nowhere -o x.ndjson", "extract nowhere -o x.csv", "panel nowhere -o x.csv",
                                    "panel nowhere -o x.xlsx", "verify t.csv nowhere -o x.csv",
                                    "view nowhere -o x.html", "table nowhere -o x.csv", "table nowhere -o x.xlsx"}) {
    const std::string output = command.substr(command.rfind(' ') + 1);
    folder.write("t.csv", "region,year,gdp\n兴隆台区,2022,424\n");
    folder.write(output, "of yesterday");
    EXPECT_EQ(shell("zhibiao " + command).code, 2) << command;
    EXPECT_EQ(folder.read(output), "of yesterday") << command;
    EXPECT_EQ(shell("ls *.part*").out, "") << command;
  }
}

TEST_F(BadInput, EmptyFileIsAnEmptyDocument) {
  folder.write("empty.txt", "");
  const Ran ran = shell("zhibiao read empty.txt");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(std::get<DocumentLine>(parse_line(ran.out.substr(0, ran.out.size() - 1))).document.text, "");
  EXPECT_EQ(shell("zhibiao read < /dev/null").code, 0);
  EXPECT_EQ(shell("zhibiao segment < /dev/null").code, 0);
  EXPECT_EQ(shell("zhibiao segment < /dev/null").out, "");
}

TEST_F(BadInput, Binary) {
  expect_one_lost("zhibiao extract '" + ProgramFolder::program() + "' a.txt", ProgramFolder::program() + ": ");
}

TEST_F(BadInput, NulBytesAndBrokenUtf8) {
  std::string report;
  for (int i = 0; i < 20; ++i) report += "全区上下团结一心，经济社会发展取得新成绩。\n";
  report += std::string("新增") + '\0' + "市场主体7484户。\n引进\xff\xe4项目31个。\n";
  folder.write("b.txt", report);
  const Ran ran = shell("zhibiao extract b.txt");
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("7484"), std::string::npos);
  EXPECT_NE(ran.out.find("31"), std::string::npos);
}

TEST_F(BadInput, MalformedLineBetweenGoodOnes) {
  shell("zhibiao read a.txt > r.ndjson; { cat r.ndjson; echo '{\"type\":'; echo; cat r.ndjson; } > mixed.ndjson");
  const Ran ran = shell("zhibiao segment mixed.ndjson");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("zhibiao: mixed.ndjson:2: broken JSON: column "), std::string::npos) << ran.err;
  EXPECT_NE(ran.out.find("{\"type\":\"error\",\"doc\":null,\"line\":2,\"stage\":\"segment\""), std::string::npos);
  const std::string sentence = "{\"type\":\"sentence\"";
  EXPECT_NE(ran.out.find(sentence, ran.out.find("\"type\":\"error\"")), std::string::npos);
  EXPECT_NE(shell("zhibiao segment < mixed.ndjson").err.find("zhibiao: standard input:2: "), std::string::npos);
}

TEST_F(BadInput, ErrorsFromUpstreamAreRemembered) {
  const Ran ran = shell(
      "zhibiao read nowhere a.txt 2> /dev/null | zhibiao segment | zhibiao match | zhibiao observe | zhibiao canon");
  EXPECT_EQ(ran.code, 4);
  EXPECT_EQ(ran.err, "");
  EXPECT_TRUE(ran.out.starts_with("{\"type\":\"error\",\"doc\":\"nowhere\"")) << ran.out;
  EXPECT_NE(ran.out.find("7484"), std::string::npos);
}

TEST_F(BadInput, CorpusLines) {
  folder.write("corpus",
               "\xef\xbb\xbf{\"doc\":\"a\",\"text\":\"新增市场主体7484户。\"}\n{\"doc\":\"b\"}\n\n[]\n{\"doc\":\"c\","
               "\"text\":\"\"}");
  const Ran ran = shell("zhibiao read --jsonl corpus");
  EXPECT_EQ(ran.code, 4);
  EXPECT_NE(ran.err.find("zhibiao: corpus:2: no \"text\""), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("zhibiao: corpus:4: not a JSON object"), std::string::npos) << ran.err;
  EXPECT_NE(ran.out.find("\"doc\":\"c\""), std::string::npos);
  expect_one_lost("zhibiao extract --jsonl corpus", "corpus:2: ");
}

TEST_F(BadInput, DeeplyNestedAndHugeLines) {
  folder.write("deep", "{\"type\":\"x\",\"a\":" + std::string(100000, '[') + "\n" + std::string(3000000, 'x') +
                           "\n{\"type\":\"note\"}\n");
  const Ran ran = shell("zhibiao match deep");
  EXPECT_EQ(ran.code, 4);
  EXPECT_TRUE(ran.out.ends_with("{\"type\":\"note\"}\n"));
  EXPECT_LT(ran.err.size(), 2000u) << "a message does not repeat the line";
}

TEST_F(BadInput, ReaderGone) {
  shell("yes \"$(cat a.txt)\" | head -20000 > long.txt");
  for (const char* command : {"zhibiao extract long.txt", "zhibiao read long.txt | zhibiao segment",
                              "zhibiao extract long.txt --format csv"}) {
    const Ran ran = shell("set -o pipefail; " + std::string(command) + " | head -1");
    EXPECT_EQ(ran.code, 0) << command;
    EXPECT_EQ(ran.err, "") << command;
  }
}

TEST_F(BadInput, OutputThatCannotBeWritten) {
  for (const char* command :
       {"zhibiao extract a.txt", "zhibiao read a.txt", "zhibiao --help", "zhibiao grammar list"}) {
    const Ran full = shell(std::string(command) + " > /dev/full");
    EXPECT_EQ(full.code, 2) << command;
    EXPECT_EQ(full.err, "zhibiao: standard output: No space left on device\n") << command;
    EXPECT_EQ(shell(std::string(command) + " >&-").code, 2) << command;
  }
}

TEST_F(BadInput, ClosedStandardInputAndError) {
  EXPECT_EQ(shell("zhibiao extract a.txt <&- 2>&-").code, 0);
  EXPECT_EQ(shell("zhibiao read <&-").code, 0);
}

TEST_F(BadInput, AGrammarWithProblems) {
  shell("cp -r '" ZHIBIAO_SOURCE_DIR "/grammars' g; echo '[a' > g/fact/zz.toml; echo 'x = = 1' > g/mention/zz.toml");
  for (const char* command : {"zhibiao extract --grammars g a.txt", "zhibiao grammar check --grammars g"}) {
    const Ran ran = shell(command);
    EXPECT_EQ(ran.code, 3);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find("fact/zz.toml:1: "), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("mention/zz.toml:1: "), std::string::npos) << ran.err;
  }
  EXPECT_EQ(shell("zhibiao extract --grammars '" ZHIBIAO_SOURCE_DIR "/grammars' a.txt").out,
            shell("zhibiao extract a.txt").out);
}

}  // namespace
}  // namespace zhibiao
