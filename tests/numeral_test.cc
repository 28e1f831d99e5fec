#include "mention/numeral.h"

#include <gtest/gtest.h>

#include <string>

#include "figure_words.h"

namespace zhibiao {
namespace {

// "taken: number[..high] [power]" of the numeral at the text's begin; "none".
std::string read(const std::string& text) {
  const std::optional<Numeral> numeral = read_numeral(text, 0, testing::figure_words().units);
  if (!numeral) return "none";
  std::string out = text.substr(0, numeral->end) + ": " + numeral->number.to_string();
  if (numeral->high) out += ".." + numeral->high->to_string();
  if (numeral->power > 0) out += " " + std::to_string(numeral->power);
  return out;
}

struct Case {
  const char* text;
  const char* want;
};

constexpr Case kArabic[] = {
    {"5", "5: 5"},
    {"1,234.5元", "1,234.5: 1234.5"},
    {"1234.50", "1234.50: 1234.5"},
    {"10.9亿元", "10.9亿: 1090000000 8"},
    {"1.3万亿元", "1.3万亿: 1300000000000 12"},
    {"8千人", "8千: 8000"},
    {"3百万", "3百万: 3000000 4"},
    {"1亿2000万", "1亿2000万: 120000000 4"},
    {"5亿1万4千6百", "5亿1万4千6百: 500014600"},
    {"3千5百", "3千5百: 3500"},
    {"3万4000", "3万4000: 34000"},
    {"1百01", "1百01: 101"},
    {"100万三千", "100万三千: 1003000"},
    {"10万万", "10万万: 1000000000 8"},
    {"12千克", "12: 12"},
    {"5千瓦时", "5: 5"},
    {"1500万千瓦", "1500万: 15000000 4"},
    {"5.", "5: 5"},
    {"82，225.00元", "82，225.00: 82225"},
    {"5，20", "5: 5"},
    {"1.2e5", "1.2e5: 120000"},
    {"12e-1", "12e-1: 1.2"},
    {"12em", "12: 12"},
};

constexpr Case kChinese[] = {
    {"一百二十家", "一百二十: 120"},
    {"一万五", "一万五: 15000"},
    {"三万四", "三万四: 34000"},
    {"一百零五", "一百零五: 105"},
    {"四千零五万", "四千零五万: 40050000 4"},
    {"两千两百", "两千两百: 2200"},
    {"两万两", "两万: 20000 4"},
    {"一万五千亿", "一万五千亿: 1500000000000 8"},
    {"三亿零五百三十万吨", "三亿零五百三十万: 305300000 4"},
    {"四万亿", "四万亿: 4000000000000 12"},
    {"廿五", "廿五: 25"},
    {"一万零卌", "一万零卌: 10040"},
    {"二〇二二年", "二〇二二: 2022"},
    {"壹佰贰拾", "壹佰贰拾: 120"},
    {"二十億", "二十億: 2000000000 8"},
    {"三点五", "三点五: 3.5"},
    {"九点五亿", "九点五亿: 950000000 8"},
    {"六百一十一点二五五", "六百一十一点二五五: 611.255"},
    {"十点二三三", "十点二三三: 10.233"},
    {"八点三十分", "八: 8"},
    {"三五个", "三五: 3..5"},
    {"八九亿", "八九亿: 800000000..900000000 8"},
    {"十五六岁", "十五六: 15..16"},
    {"二三十", "二三十: 20..30"},
    {"一两个", "一两: 1..2"},
    {"两三个", "两三: 2..3"},
    {"万亿元", "万亿: 1000000000000 12"},
    {"千亿斤", "千亿: 100000000000 8"},
    {"五十千", "五十: 50"},
    {"四十九兆九千五百九十二億元", "四十九兆九千五百九十二億: 49959200000000 8"},
    {"五十兆字节", "五十: 50"},
    {"百二萬", "百二萬: 1200000 4"},
    {"零点零零一", "零点零零一: 0.001"},
    {"元", "none"},
    // Former bugs
    {"五兆六十二億四萬五千二", "五兆六十二億四萬五千二: 5006200045200"},
};

TEST(Numeral, ReadsArabic) {
  for (const auto& [text, want] : kArabic) EXPECT_EQ(read(text), want) << text;
}

TEST(Numeral, ReadsChinese) {
  for (const auto& [text, want] : kChinese) EXPECT_EQ(read(text), want) << text;
}

TEST(Numeral, HasAtMostFortyDigits) {
  EXPECT_EQ(read(std::string(40, '7')), std::string(40, '7') + ": " + std::string(40, '7'));
  EXPECT_EQ(read(std::string(41, '7')), "none");
}

}  // namespace
}  // namespace zhibiao
