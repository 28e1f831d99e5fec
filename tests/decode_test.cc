#include "text/decode.h"

#include <gtest/gtest.h>

#include <string>

#include "text/error.h"
#include "text/utf8.h"

namespace zhibiao {
namespace {

using namespace std::string_literals;

struct Case {
  const char* name;
  std::string bytes;
  const char* encoding;
  std::string text;
  uint64_t invalid = 0;
};

const Case kCases[] = {
    {"Empty", "", "utf-8", ""},
    {"Ascii", "GDP 5.2%\r\n", "utf-8", "GDP 5.2%\r\n"},
    {"Utf8", "增长5.2%", "utf-8", "增长5.2%"},
    {"Utf8Mark", "\xEF\xBB\xBF增长", "utf-8", "增长"},
    {"Utf16LittleMark", "\xFF\xFE\x9E\x58\x7F\x95"s, "utf-16le", "增长"},
    {"Utf16BigMark", "\xFE\xFF\x58\x9E\x95\x7F"s, "utf-16be", "增长"},
    {"Utf16LittleBare", "\x9E\x58\x7F\x95\x35\x00\x25\x00"s, "utf-16le", "增长5%"},
    {"Utf16BigBare", "\x58\x9E\x95\x7F\x00\x35\x00\x25"s, "utf-16be", "增长5%"},
    {"LoneSurrogate", "\xFF\xFE\x3D\xD8\x9E\x58"s, "utf-16le", "\uFFFD增", 1},
    {"SurrogatePair", "\xFF\xFE\x3D\xD8\x00\xDE"s, "utf-16le", "😀"},
    {"OddByte", "\xFF\xFE\x9E\x58\x7F"s, "utf-16le", "增\uFFFD", 1},
    {"Gbk", "\xB5\xD8\xC7\xF8\xC9\xFA\xB2\xFA\xD7\xDC\xD6\xB5", "gb18030", "地区生产总值"},
    {"Nul", "增长\0增长"s, "utf-8", "增长\0增长"s},
    {"DamagedByte", "地区生产总值增长\xFF 百分之五，工业增加值", "utf-8", "地区生产总值增长\uFFFD 百分之五，工业增加值",
     1},
    {"CutOff", "增长\xE5\xA2", "utf-8", "增长\uFFFD", 1},
    {"OneByteOfThree", "\xE5", "utf-8", "\uFFFD", 1},
};

class Decode : public testing::TestWithParam<Case> {};

TEST_P(Decode, Detects) {
  const Decoded decoded = decode(GetParam().bytes);
  EXPECT_EQ(decoded.text, GetParam().text);
  EXPECT_EQ(decoded.encoding, GetParam().encoding);
  EXPECT_EQ(decoded.invalid_bytes, GetParam().invalid);
}

INSTANTIATE_TEST_SUITE_P(Cases, Decode, testing::ValuesIn(kCases), [](const auto& run) { return run.param.name; });

TEST(DecodeTest, RefusesBinary) {
  EXPECT_THROW(decode("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x06\0\0\0\x35\xD1\xDC\xE4"s), Error);
  EXPECT_THROW(decode("\x7F\x45LF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0\x01\0\0\0\xC0\x10"s), Error);
  std::string noise;
  for (uint32_t i = 0, x = 1; i < 10'000; ++i) noise += static_cast<char>((x = x * 1664525 + 1013904223) >> 24);
  EXPECT_THROW(decode(noise), Error);
}

TEST(DecodeTest, TakesTheEncodingThatIsGiven) {
  EXPECT_EQ(decode("\xB5\xD8", "gbk").text, "地");
  EXPECT_EQ(decode("\xB5\xD8", "utf-8").invalid_bytes, 2u);
  EXPECT_EQ(decode("\x30\x57"s, "utf-16le").text, "地");
  EXPECT_THROW(decode("a", "koi8-r"), Error);
}

TEST(DecodeTest, FindsTheValidPrefix) {
  EXPECT_EQ(valid_utf8_prefix("abcdefgh增长"), 14u);
  EXPECT_EQ(valid_utf8_prefix("增\xC0\x80"), 3u);
  EXPECT_EQ(valid_utf8_prefix("\xED\xA0\x80"), 0u);      // a surrogate
  EXPECT_EQ(valid_utf8_prefix("\xF4\x90\x80\x80"), 0u);  // over U+10FFFF
}

// A law: whatever the prefix of a text, decoding it gives valid UTF-8.
TEST(DecodeTest, EveryPrefixIsText) {
  const std::string text = "一、2022年工作回顾\n地区生产总值预计实现424亿元，增速-2.6%。";
  for (size_t length = 0; length <= text.size(); ++length) {
    const Decoded decoded = decode(std::string_view(text).substr(0, length));
    EXPECT_EQ(decoded.encoding, "utf-8") << length;
    EXPECT_EQ(valid_utf8_prefix(decoded.text), decoded.text.size()) << length;
  }
}

}  // namespace
}  // namespace zhibiao
