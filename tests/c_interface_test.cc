// The interface for C: codes in place of exceptions, ownership, threads, the same bytes as the command.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "tests/run_program.h"
#include "tests/testing.h"
#include "zhibiao_c.h"

namespace zhibiao::testing {
namespace {

const std::string kSample = "samples/xinglongtai_2023_work_report.txt";

struct Free {
  void operator()(zhibiao_grammar* grammar) const { zhibiao_grammar_free(grammar); }
  void operator()(zhibiao_report* report) const { zhibiao_report_free(report); }
};
using GrammarHandle = std::unique_ptr<zhibiao_grammar, Free>;
using ReportHandle = std::unique_ptr<zhibiao_report, Free>;

GrammarHandle embedded() {
  zhibiao_grammar* grammar = nullptr;
  EXPECT_EQ(zhibiao_grammar_embedded(&grammar), ZHIBIAO_OK) << zhibiao_error_message();
  return GrammarHandle(grammar);
}

ReportHandle extracted(const GrammarHandle& grammar, std::string_view bytes, const zhibiao_options& options = {}) {
  zhibiao_report* report = nullptr;
  EXPECT_EQ(zhibiao_extract(grammar.get(), bytes.data(), bytes.size(), &options, &report), ZHIBIAO_OK)
      << zhibiao_error_message();
  return ReportHandle(report);
}

zhibiao_code code_of(const GrammarHandle& grammar, std::string_view bytes, const zhibiao_options* options) {
  zhibiao_report* report = nullptr;
  const zhibiao_code code = zhibiao_extract(grammar.get(), bytes.data(), bytes.size(), options, &report);
  EXPECT_EQ(report, nullptr);
  return code;
}

std::string_view json_of(const ReportHandle& report) {
  size_t size = 0;
  const char* json = zhibiao_report_json(report.get(), &size);
  return {json, size};
}

TEST(CInterfaceTest, GivesTheBytesOfTheCommand) {
  const GrammarHandle grammar = embedded();
  for (const std::string& name : reports()) {
    const std::string bytes = read_report(name);
    zhibiao_options options{};
    options.name = name.c_str();
    const ReportHandle report = extracted(grammar, bytes, options);
    EXPECT_EQ(json_of(report), run_shell("\"$zhibiao\" extract " + name).out) << name;
  }
}

// As the call gave them; `most` of them are wanted.
struct Lines {
  size_t most = SIZE_MAX;
  std::string json = {};
  size_t count = 0;
};

int take_line(void* context, const char* json, size_t size) {
  Lines& lines = *static_cast<Lines*>(context);
  lines.json.append(json, size);
  return ++lines.count >= lines.most ? 1 : 0;
}

TEST(CInterfaceTest, GivesLineByLineWhatTheReportHolds) {
  const GrammarHandle grammar = embedded();
  const std::string bytes = read_report(kSample);
  for (const zhibiao_offsets unit : {ZHIBIAO_CODEPOINTS, ZHIBIAO_BYTES, ZHIBIAO_UTF16}) {
    zhibiao_options options{};
    options.offsets = unit;
    Lines lines;
    EXPECT_EQ(zhibiao_extract_lines(grammar.get(), bytes.data(), bytes.size(), &options, take_line, &lines),
              ZHIBIAO_OK);
    EXPECT_EQ(lines.json, json_of(extracted(grammar, bytes, options)));
  }
}

TEST(CInterfaceTest, LinesEndWhereTheCallerWantsNoMore) {
  const GrammarHandle grammar = embedded();
  const std::string bytes = read_report(kSample);
  Lines lines{3};
  EXPECT_EQ(zhibiao_extract_lines(grammar.get(), bytes.data(), bytes.size(), nullptr, take_line, &lines),
            ZHIBIAO_STOPPED);
  EXPECT_EQ(lines.count, 3u);
  EXPECT_EQ(zhibiao_extract_lines(grammar.get(), "x", 1, nullptr, nullptr, nullptr), ZHIBIAO_BAD_ARGUMENT);
  EXPECT_EQ(zhibiao_extract_lines(grammar.get(), "\x89PNG\r\n\x1a\n", 8, nullptr, take_line, &lines),
            ZHIBIAO_BAD_DOCUMENT);
}

TEST(CInterfaceTest, EachStructSaysWhatItsLineSays) {
  const ReportHandle report = extracted(embedded(), "2022年地区生产总值完成424亿元，下降2.6%，总量全市第一。");
  ASSERT_EQ(zhibiao_report_count(report.get()), 3u);
  const zhibiao_observation& level = *zhibiao_report_observation(report.get(), 0);
  EXPECT_EQ(level.id, 1u);
  EXPECT_STREQ(level.indicator, "地区生产总值");
  EXPECT_STREQ(level.measure, "level");
  EXPECT_STREQ(level.value, "424");
  EXPECT_STREQ(level.unit, "亿元");
  EXPECT_STREQ(level.base_value, "42400000000");
  EXPECT_STREQ(level.period, "2022");
  EXPECT_STREQ(level.bound, "exact");
  EXPECT_EQ(level.scope, nullptr);
  EXPECT_EQ(level.low, nullptr);
  EXPECT_EQ(level.rank_of, nullptr);
  EXPECT_EQ(level.part_of, 0u);
  EXPECT_EQ(level.members.count, 0u);
  ASSERT_GE(level.rules.count, 1u);
  EXPECT_NE(json_of(report).find("\"rules\":[\"" + std::string(level.rules.items[0]) + "\""), std::string_view::npos);
  EXPECT_STREQ(zhibiao_report_observation(report.get(), 1)->value, "-2.6");
  EXPECT_STREQ(zhibiao_report_observation(report.get(), 2)->rank_of, "level");
  EXPECT_EQ(zhibiao_report_observation(report.get(), 3), nullptr);
}

// In each unit the value's span cuts value_text out of the text.
TEST(CInterfaceTest, OffsetsCountWhatIsAskedFor) {
  const GrammarHandle grammar = embedded();
  const std::string bytes = "𝒢DP：2022年粮食产量达到18.4万吨。";
  for (const auto& [unit, before] : {std::pair(ZHIBIAO_CODEPOINTS, 15u), {ZHIBIAO_UTF16, 16u}, {ZHIBIAO_BYTES, 34u}}) {
    zhibiao_options options{};
    options.offsets = unit;
    const ReportHandle report = extracted(grammar, bytes, options);
    ASSERT_EQ(zhibiao_report_count(report.get()), 1u);
    EXPECT_EQ(zhibiao_report_observation(report.get(), 0)->spans.value.begin, before);
  }
}

TEST(CInterfaceTest, TextAndDocumentLine) {
  zhibiao_options options{};
  const char* const known[] = {"region=盘锦市", "source=web"};
  options.name = "2023.txt";
  options.known = known;
  options.known_count = 2;
  const ReportHandle report = extracted(embedded(), "\xEF\xBB\xBF政府工作报告", options);
  size_t size = 0;
  EXPECT_EQ(std::string_view(zhibiao_report_text(report.get(), &size)), "政府工作报告");
  EXPECT_EQ(size, 18u);
  const std::string line = zhibiao_report_document_json(report.get(), nullptr);
  EXPECT_NE(line.find("\"doc\":\"2023.txt\""), std::string::npos) << line;
  EXPECT_NE(line.find("\"region\":\"盘锦市\""), std::string::npos) << line;
  EXPECT_NE(line.find("\"source\":\"web\""), std::string::npos) << line;
  EXPECT_NE(line.find(zhibiao_grammar_hash(embedded().get())), std::string::npos) << line;
}

TEST(CInterfaceTest, NothingIsAReportToo) {
  const GrammarHandle grammar = embedded();
  zhibiao_report* report = nullptr;
  ASSERT_EQ(zhibiao_extract(grammar.get(), nullptr, 0, nullptr, &report), ZHIBIAO_OK);
  EXPECT_EQ(zhibiao_report_count(report), 0u);
  EXPECT_STREQ(zhibiao_report_json(report, nullptr), "");
  zhibiao_report_free(report);
  zhibiao_report_free(nullptr);
  zhibiao_grammar_free(nullptr);
}

TEST(CInterfaceTest, WhatCannotBeIsACodeAndAMessage) {
  const GrammarHandle grammar = embedded();
  EXPECT_EQ(code_of(grammar, "%PDF-1.7 and no more", nullptr), ZHIBIAO_BAD_DOCUMENT);
  EXPECT_STRNE(zhibiao_error_message(), "");
  zhibiao_options options{};
  options.format = "docy";
  EXPECT_EQ(code_of(grammar, "x", &options), ZHIBIAO_BAD_ARGUMENT);
  options = {};
  options.encoding = "klingon";
  EXPECT_EQ(code_of(grammar, "x", &options), ZHIBIAO_BAD_DOCUMENT);
  EXPECT_NE(std::string(zhibiao_error_message()).find("klingon"), std::string::npos);
  const char* const known[] = {"year=last"};
  options = {};
  options.known = known;
  options.known_count = 1;
  EXPECT_EQ(code_of(grammar, "x", &options), ZHIBIAO_BAD_ARGUMENT);
  EXPECT_STREQ(zhibiao_error_message(), "known: year is no year of four digits: last");
  EXPECT_EQ(code_of(GrammarHandle(), "x", nullptr), ZHIBIAO_BAD_ARGUMENT);
  EXPECT_EQ(zhibiao_extract(grammar.get(), "x", 1, nullptr, nullptr), ZHIBIAO_BAD_ARGUMENT);
  EXPECT_EQ(zhibiao_grammar_embedded(nullptr), ZHIBIAO_BAD_ARGUMENT);
  extracted(grammar, "x");
  EXPECT_STREQ(zhibiao_error_message(), "");
}

TEST(CInterfaceTest, StopsWhenItIsAskedTo) {
  const GrammarHandle grammar = embedded();
  int asked = 0;
  zhibiao_options options{};
  options.stop_context = &asked;
  options.stop = [](void* context) { return ++*static_cast<int*>(context) == 7 ? 1 : 0; };
  const std::string bytes = read_report(kSample);
  EXPECT_EQ(code_of(grammar, bytes, &options), ZHIBIAO_STOPPED);
  EXPECT_EQ(asked, 7);
  EXPECT_STREQ(zhibiao_error_message(), "stopped");
  EXPECT_GT(zhibiao_report_count(extracted(grammar, bytes, options).get()), 100u);
  EXPECT_GT(asked, 100);
}

TEST(CInterfaceTest, AWrongGrammarTellsAllItsProblems) {
  const ProgramFolder folder;
  std::filesystem::copy(ZHIBIAO_SOURCE_DIR "/grammars", folder.path(), std::filesystem::copy_options::recursive);
  folder.write("fact/a.toml", "[bad.one]\nmatch = '('\n[bad.two]\nmatch = '<nokind>'\n");
  zhibiao_grammar* grammar = nullptr;
  EXPECT_EQ(zhibiao_grammar_load(folder.path().c_str(), &grammar), ZHIBIAO_BAD_GRAMMAR);
  EXPECT_EQ(grammar, nullptr);
  const std::string message = zhibiao_error_message();
  EXPECT_NE(message.find("a.toml:1: bad.one"), std::string::npos) << message;
  EXPECT_NE(message.find("a.toml:3: bad.two"), std::string::npos) << message;
}

TEST(CInterfaceTest, AFolderOfGrammarsIsReadLikeTheOneBuiltIn) {
  zhibiao_grammar* grammar = nullptr;
  ASSERT_EQ(zhibiao_grammar_load(ZHIBIAO_SOURCE_DIR "/grammars", &grammar), ZHIBIAO_OK) << zhibiao_error_message();
  EXPECT_STREQ(zhibiao_grammar_hash(grammar), zhibiao_grammar_hash(embedded().get()));
  zhibiao_grammar_free(grammar);
}

// Also: what one report leaves behind for the next changes nothing, whichever reports a thread happens to see.
TEST(CInterfaceTest, ManyThreadsShareOneGrammar) {
  const GrammarHandle grammar = embedded();
  const std::vector<std::string> names = texts_in("tests/gold");
  std::vector<std::string> bytes, alone;
  for (const std::string& name : names) bytes.push_back(read_report(name));
  for (const std::string& report : bytes) alone.emplace_back(json_of(extracted(embedded(), report)));
  std::vector<std::vector<std::string>> together(4);
  std::vector<std::thread> threads;
  for (size_t thread = 0; thread < together.size(); ++thread) {
    threads.emplace_back([&, thread] {
      for (size_t i = 0; i < bytes.size(); ++i) {
        const std::string& report = bytes[(i + thread * 3) % bytes.size()];
        together[thread].emplace_back(json_of(extracted(grammar, report)));
        EXPECT_EQ(code_of(grammar, "%PDF-1.7", nullptr), ZHIBIAO_BAD_DOCUMENT);
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (size_t thread = 0; thread < together.size(); ++thread) {
    for (size_t i = 0; i < bytes.size(); ++i)
      EXPECT_EQ(together[thread][i], alone[(i + thread * 3) % bytes.size()]) << thread;
  }
}

TEST(CExampleTest, PrintsWhatTheExampleInCxxPrints) {
  const Outcome c = run_shell("'" ZHIBIAO_C_EXAMPLE "' " + kSample);
  EXPECT_EQ(c.code, 0);
  EXPECT_EQ(c.out, run_shell("'" ZHIBIAO_EXAMPLE "' " + kSample).out);
  EXPECT_GT(std::count(c.out.begin(), c.out.end(), '\n'), 100);
}

TEST(CExampleTest, EndsWithTheCodeOfWhatFailed) {
  EXPECT_EQ(run_shell("'" ZHIBIAO_C_EXAMPLE "' \"$zhibiao\" 2>&1").code, ZHIBIAO_BAD_DOCUMENT);
  EXPECT_EQ(run_shell("'" ZHIBIAO_C_EXAMPLE "' nothing_here 2>&1").code, ZHIBIAO_BAD_ARGUMENT);
}

}  // namespace
}  // namespace zhibiao::testing
