#include "segment/outline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/read.h"
#include "text/utf8.h"

namespace zhibiao {
namespace {

constexpr const char* kKinds[] = {"sentence", "heading", "table_row", "front", "back"};
constexpr const char* kParts[] = {"", "review", "plan"};

Document report(std::string text) {
  Document document{"a.txt", {}, std::move(text)};
  document.meta.doc_type = "work_report";
  document.meta.report_year = 2023;
  document.meta.year = 2022;
  return document;
}

Outline outline(std::string text) { return segment(report(std::move(text))); }

// One sentence a line: kind, level of a heading, part, text.
std::string short_form(const Outline& outline) {
  std::string out;
  for (const Sentence& sentence : outline.sentences) {
    out += kKinds[static_cast<int>(sentence.kind)];
    if (sentence.level > 0) out += std::to_string(sentence.level);
    if (sentence.part != Part::none) out += std::string(" ") + kParts[static_cast<int>(sentence.part)];
    out += " " + sentence.text + "\n";
  }
  return out;
}

struct Case {
  const char* name;
  const char* text;
  const char* want;
};

const Case kCases[] = {
    {"Report",
     "政府工作报告\n——2022年12月30日在兴隆台区第九届人民代表大会上\n各位代表:\n一、2022年工作回顾\n"
     "(一)全力以赴稳增长,经济运行稳中向优。面对疫情,攻坚克难。\n经济韧性持续增强。总值实现424亿元,增速-2.6%;"
     "财政20亿元。\n"
     "二、2023年工作安排\n主要预期目标是:增长5%。\n",
     "front 政府工作报告\nfront ——2022年12月30日在兴隆台区第九届人民代表大会上\nsentence 各位代表:\n"
     "heading1 review 一、2022年工作回顾\nheading2 review (一)全力以赴稳增长,经济运行稳中向优。\n"
     "sentence review 面对疫情,攻坚克难。\nheading3 review 经济韧性持续增强。\nsentence review "
     "总值实现424亿元,增速-2.6%;\n"
     "sentence review 财政20亿元。\nheading1 plan 二、2023年工作安排\nsentence plan 主要预期目标是:增长5%。\n"},
    {"ItemsWithFiguresAreSentences",
     "各位代表：\n1.政府债务限额1865009万元。\n（1）税收收入110000万元。其中：增值税50000万元。\n",
     "sentence 各位代表：\nsentence 1.政府债务限额1865009万元。\nsentence （1）税收收入110000万元。\nsentence "
     "其中：增值税50000万元。\n"},
    {"MarksInParentheses",
     "各位代表：\n投资完成161.1亿元(其中:区本级143亿元,增长10%。高新区18.1亿元;增长10%);财政20亿元。\n",
     "sentence 各位代表：\nsentence 投资完成161.1亿元(其中:区本级143亿元,增长10%。高新区18.1亿元;增长10%);\nsentence "
     "财政20亿元。\n"},
    {"OpenParenthesis", "各位代表：\n投资完成161.1亿元(其中:区本级143亿元。财政20亿元。\n",
     "sentence 各位代表：\nsentence 投资完成161.1亿元(其中:区本级143亿元。\nsentence 财政20亿元。\n"},
    {"QuotesBelongToTheSentence", "各位代表：\n他说：“实干兴邦。”我们要努力！！\n",
     "sentence 各位代表：\nsentence 他说：“实干兴邦。”\nsentence 我们要努力！！\n"},
    {"LinkTornLines", "各位代表：\n签订的《\n关于香港问题的联合声明\n》，意义重大。\n",
     "sentence 各位代表：\nsentence 签订的《\n关于香港问题的联合声明\n》，意义重大。\n"},
    {"WrittenLineBreaks", "各位代表：\\r\\n一、2022年工作回顾\\r\\n投资增长5%。\\r\\n",
     "sentence 各位代表：\\r\\n\nheading1 review 一、2022年工作回顾\\r\\n\nsentence review 投资增长5%。\\r\\n\n"},
    {"WrittenSpaces", "各位代表：\n&nbsp;&nbsp;一、2022年工作回顾\n",
     "sentence 各位代表：\nheading1 review &nbsp;&nbsp;一、2022年工作回顾\n"},
    {"Footer", "各位代表：\n投资增长5%。\n主办单位：市政府办公室\n电话：12345\n",
     "sentence 各位代表：\nsentence 投资增长5%。\nback 主办单位：市政府办公室\nback 电话：12345\n"},
    {"PartsWithoutHeadings", "各位代表：\n过去一年，投资增长5%。\n今年发展主要预期目标是：增长6%。\n",
     "sentence 各位代表：\nsentence review 过去一年，投资增长5%。\nsentence plan 今年发展主要预期目标是：增长6%。\n"},
    {"OutlineAboveNumbers",
     "各位代表：\n“十三五”时期和2020年工作回顾\n一、防疫情稳增长，经济运行持续向好\n增长5%"
     "。\n2023年经济社会发展目标任务和重点工作\n"
     "一、坚定不移抓投资\n增长6%。\n",
     "sentence 各位代表：\nheading1 review “十三五”时期和2020年工作回顾\nheading2 review "
     "一、防疫情稳增长，经济运行持续向好\n"
     "sentence review 增长5%。\nheading1 plan 2023年经济社会发展目标任务和重点工作\nheading2 plan 一、坚定不移抓投资\n"
     "sentence plan 增长6%。\n"},
    {"SilentHeadingAfterReview",
     "各位代表：\n一、取得伟大成就的五年\n增长5%。\n二、争取国民经济再上一个新台阶\n增长6%。\n",
     "sentence 各位代表：\nheading1 review 一、取得伟大成就的五年\nsentence review 增长5%。\n"
     "heading1 plan 二、争取国民经济再上一个新台阶\nsentence plan 增长6%。\n"},
};

class Segment : public testing::TestWithParam<Case> {};

TEST_P(Segment, Outlines) { EXPECT_EQ(short_form(outline(GetParam().text)), GetParam().want); }

INSTANTIATE_TEST_SUITE_P(Cases, Segment, testing::ValuesIn(kCases), [](const auto& run) { return run.param.name; });

TEST(SegmentTest, SectionsAndSpans) {
  const Outline got = outline("各位代表：\n一、2022年工作回顾\n（一）稳增长。增长5%，达到3亿元。\n");
  const Sentence& last = got.sentences.back();
  EXPECT_EQ(last.text, "增长5%，达到3亿元。");
  EXPECT_EQ(last.span, (Span{25, 36}));
  EXPECT_EQ(*last.section, (SectionPath{{"2022年工作回顾", {8, 17}}, {"稳增长", {21, 24}}}));
  EXPECT_EQ(last.clauses, (std::vector<Span>{{25, 29}, {30, 35}}));
  EXPECT_EQ(got.sentences[1].section->size(), 0u);
  EXPECT_EQ(got.sentences[2].section->size(), 1u);
  EXPECT_EQ(got.sentences[2].paragraph, last.paragraph);
}

TEST(SegmentTest, ClausesSpareNumbers) {
  const Outline got = outline("各位代表：\n收入1,234.5万元,10:16开会：增长。\n");
  EXPECT_EQ(got.sentences[1].clauses.size(), 3u);
}

TEST(SegmentTest, Glossary) {
  const Outline got =
      outline("各位代表：\n投资增长5%。\n名词解释\n1.一网通办：依托平台\n提供服务。\n［2］双减：\n减轻负担。\n");
  ASSERT_EQ(got.terms.size(), 2u);
  EXPECT_EQ(got.terms[0].term, "一网通办");
  EXPECT_EQ(got.terms[0].definition, "依托平台提供服务。");
  EXPECT_EQ(got.terms[1].term, "双减");
  EXPECT_EQ(got.sentences.back().kind, SentenceKind::back);
}

TEST(SegmentTest, CutsLongRuns) {
  std::string run = "各位代表：\n";
  for (int i = 0; i < 30'000; ++i) run += i == 9'000 ? "，" : "中";
  const Outline got = outline(run);
  ASSERT_EQ(got.sentences.size(), 5u);
  EXPECT_EQ(got.sentences[1].span.size(), 9'001u);
  EXPECT_EQ(got.sentences[2].span.size(), 10'000u);
}

// The law of the outline: sentences in order, their texts verbatim, only white space between them.
void expect_law(const std::string& text) {
  const Outline got = outline(text);
  std::vector<size_t> byte_of = {};
  for (size_t i = 0; i < text.size(); ++i) {
    if (!is_continuation(text[i])) byte_of.push_back(i);
  }
  byte_of.push_back(text.size());
  uint32_t behind = 0, n = 0;
  const auto expect_gap = [&](uint32_t end) {
    for (uint32_t i = behind; i < end; ++i) ASSERT_TRUE(is_space(code_point_at(text, byte_of[i]).value)) << text;
  };
  for (const Sentence& sentence : got.sentences) {
    EXPECT_EQ(sentence.n, ++n);
    ASSERT_LT(sentence.span.begin, sentence.span.end);
    ASSERT_LE(behind, sentence.span.begin);
    expect_gap(sentence.span.begin);
    const size_t begin = byte_of[sentence.span.begin];
    ASSERT_EQ(sentence.text, text.substr(begin, byte_of[sentence.span.end] - begin));
    for (const Span& clause : sentence.clauses) ASSERT_TRUE(sentence.span.contains(clause));
    behind = sentence.span.end;
  }
  expect_gap(static_cast<uint32_t>(byte_of.size() - 1));
}

TEST(SegmentTest, CoversEveryPrefix) {
  for (const Case& each : kCases) {
    const std::string_view text = each.text;
    for (size_t length = 0; length <= text.size(); ++length) {
      if (length < text.size() && is_continuation(text[length])) continue;
      expect_law(std::string(text.substr(0, length)));
    }
  }
}

TEST(SegmentTest, CoversNoise) {
  const std::u32string alphabet = U"年值1２ \n\r　%。；，:（）()“”一、.?!\\rn\u200B";
  uint32_t x = 1;
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (int i = 0; i < 30; ++i) append_utf8(text, alphabet[((x = x * 1664525 + 1013904223) >> 16) % alphabet.size()]);
    expect_law(text);
  }
}

TEST(SegmentTest, DepthAndLengthAreNoMatter) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "（";
  deep += "增长5%。";
  for (int i = 0; i < 100'000; ++i) deep += "）";
  EXPECT_GT(outline(deep).sentences.size(), 1u);
  std::string headings;
  for (int i = 0; i < 100'000; ++i) headings += "一、工作回顾\n（一）稳增长\n";
  EXPECT_EQ(outline(headings).sentences.size(), 200'000u);
}

}  // namespace
}  // namespace zhibiao
