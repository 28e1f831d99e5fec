// Texts made to be slow or to go wrong: deep, long, endless, or nearly what each rule looks for, again and again. They
// come out, and what stands before and behind them is read as ever.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "tests/testing.h"
#include "zhibiao.h"

namespace zhibiao::testing {
namespace {

// A line before a very long one would be taken for front matter.
const std::string kBefore = "某县政府工作报告\n\n各位代表：\n\n一、工作回顾\n\n2022年地区生产总值424亿元。\n";
const std::string kAfter = "\n2022年固定资产投资146.5亿元。";
constexpr size_t kTimes = kSanitized ? 3'000 : 100'000;

std::string repeated(std::string_view text, size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

void append_utf8(std::string& out, uint32_t point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | point >> 18);
    out += static_cast<char>(0x80 | (point >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

// Both neighbours are found, spans lie in the text and hold the value, the text is what went in.
void expect_read(const std::string& hostile, const std::string& what) {
  const std::string text = kBefore + hostile + kAfter;
  ReadOptions options;
  options.encoding = "utf-8";
  const Extraction made = extract(text, "adversarial.txt", Grammar::embedded(), options);
  ASSERT_TRUE(is_utf8(made.document.text)) << what;
  const Points points(made.document.text);
  bool before = false, after = false;
  for (const Observation& o : made.observations) {
    ASSERT_TRUE(points.holds(o.spans.value)) << what;
    before = before || o.value_text == "424亿元";
    after = after || o.value_text == "146.5亿元";
  }
  EXPECT_TRUE(before && after) << what;
}

// How many figures are found; each in its place, behind the one before.
size_t observations_in(const std::string& text) {
  const Extraction made = extract(text, "adversarial.txt", Grammar::embedded());
  const Points points(made.document.text);
  uint32_t at = 0;
  for (const Observation& o : made.observations) {
    EXPECT_TRUE(at <= o.spans.value.begin && points.holds(o.spans.value));
    EXPECT_EQ(points[o.spans.value], o.value_text);
    at = o.spans.value.end;
  }
  return made.observations.size();
}

TEST(Adversarial, RepeatedBeyondReason) {
  for (const std::string_view piece : {"其中",
                                       "（其中：",
                                       "其中：甲5亿元，",
                                       "(((",
                                       "）",
                                       "一、标题\n",
                                       "（一）标题\n",
                                       "第一章 总则\n",
                                       "５5",
                                       "亿万",
                                       "1,",
                                       "1.",
                                       "零",
                                       "分别",
                                       "增长",
                                       "由5%提高到",
                                       "、",
                                       "—",
                                       "\xF4\x80\x80\x80",
                                       "\xEE\x80\x80",
                                       "年",
                                       "2022",
                                       "%",
                                       "|1|2|\n",
                                       "\\r\\n"}) {
    expect_read(repeated(piece, kTimes), std::string(piece));
  }
}

// Each is a sentence of its own, and none is lost.
TEST(Adversarial, AMillionHeadings) {
  constexpr size_t kHeadings = kSanitized ? 20'000 : 1'000'000;
  Document document;
  document.text = kBefore;
  for (size_t i = 0; i < kHeadings; ++i) document.text += i % 1000 == 0 ? "一、工业\n" : "（二）投资\n";
  document.text += "2022年固定资产投资146.5亿元。\n";
  const size_t few = segment({"few", {}, kBefore + "2022年固定资产投资146.5亿元。\n"}).sentences.size();
  const Outline outline = segment(document);
  EXPECT_EQ(outline.sentences.size(), few + kHeadings);
  size_t headings = 0;
  for (const Sentence& sentence : outline.sentences) {
    headings += sentence.kind == SentenceKind::heading ? 1 : 0;
    ASSERT_LE(sentence.section->size(), 10u);
  }
  EXPECT_GE(headings, kHeadings);
}

// What stands in brackets within brackets is found, however deep.
TEST(Adversarial, NestedBracketsAndParts) {
  const std::string deep =
      "产值900亿元" + repeated("（其中：工业5亿元", kTimes) + repeated("）", kTimes) + "，增长7%。";
  EXPECT_EQ(observations_in(kBefore + deep + kAfter), kTimes + 4);
}

TEST(Adversarial, EveryCodePoint) {
  std::string all;
  for (uint32_t point = 1; point < 0x110000; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    if (kSanitized && point % 7 != 0) continue;
    append_utf8(all, point);
    if (point % 50 == 0) all += "增长5%";
    if (point % 500 == 0) all += "。\n";
  }
  expect_read(all, "every code point");
}

TEST(Adversarial, FullAndHalfWidthInTurns) {
  expect_read(repeated("产值５5．6７%，增长1６．８％。", kTimes / 10), "widths");
}

TEST(Adversarial, OneSentenceOfMegabytes) {
  expect_read(repeated("新建道路12公里和桥梁3座以及", kTimes / 2), "a sentence");
}

// Figures are few, so that the memory of the test is not that of the results.
TEST(Adversarial, OneSentenceOfFiftyMegabytes) {
  const std::string piece = repeated("建设宜居宜业和美乡村、", 60) + "新建道路12公里，";
  const size_t times = (kSanitized ? size_t{1} << 20 : size_t{50} << 20) / piece.size();
  EXPECT_EQ(observations_in(kBefore + repeated(piece, times) + kAfter), times + 2);
}

// What each rule must reject, and what it accepts less a character at either end.
TEST(Adversarial, WhatNearlyMatches) {
  std::mt19937 random(7);
  const auto& examples = Grammar::embedded().examples();
  ASSERT_GT(examples.size(), 100u);
  std::string text;
  for (const Example& example : examples) {
    const Points points(example.text);
    const uint32_t cut = points.size() > 2 ? 1 + random() % (points.size() - 1) : 0;
    const std::string near(example.accepts ? points[{0, cut}] : std::string_view(example.text));
    const std::string far(points[{cut, points.size()}]);
    text += repeated(near, 6) + far + repeated(far + "，", 6) + near + (random() % 5 == 0 ? "。\n" : "，");
  }
  expect_read(text, "near misses");
}

// Each rule by itself: what it nearly matches, again and again.
TEST(Adversarial, WhatNearlyMatchesOneRule) {
  for (const Example& example : Grammar::embedded().examples()) {
    const Points points(example.text);
    const std::string near(points[{0, points.size() - (example.accepts ? 1 : 0)}]);
    expect_read(repeated(near + "，", kSanitized ? 20 : 1000), example.text);
  }
}

}  // namespace
}  // namespace zhibiao::testing
