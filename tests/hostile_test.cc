// Input that nobody should send: each comes out as an Error with a message or as a document in which nothing else is
// lost.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/testing.h"
#include "zhibiao.h"

namespace zhibiao::testing {
namespace {

using namespace std::string_view_literals;

const std::string kBefore = "2022年地区生产总值424亿元。";
const std::string kAfter = "2022年固定资产投资146.5亿元。";

Extraction read_all(std::string_view bytes) { return extract(bytes, "hostile.txt", Grammar::embedded()); }

size_t count(const Extraction& extraction, std::string_view value_text) {
  size_t found = 0;
  for (const Observation& o : extraction.observations) found += o.value_text == value_text;
  return found;
}

// Both figures around the damage are there.
void expect_neighbours(const Extraction& extraction) {
  EXPECT_EQ(count(extraction, "424亿元"), 1u);
  EXPECT_EQ(count(extraction, "146.5亿元"), 1u);
}

uint64_t damage(const Extraction& extraction) {
  uint64_t sum = 0;
  for (const auto& [what, times] : extraction.document.meta.damaged) sum += times;
  return sum;
}

std::string repeated(std::string_view text, size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

// Plain ASCII and characters below U+10000.
std::string utf16le(std::u16string_view text) {
  std::string out;
  for (const char16_t unit : text) {
    out += static_cast<char>(unit & 0xFF);
    out += static_cast<char>(unit >> 8);
  }
  return out;
}

TEST(HostileTest, AnEmptyFileIsADocumentWithEmptyText) {
  for (const std::string_view bytes :
       {std::string_view(""), std::string_view("\xEF\xBB\xBF"), std::string_view("\xFF\xFE")}) {
    const Extraction extraction = read_all(bytes);
    EXPECT_EQ(extraction.document.text, "");
    EXPECT_TRUE(extraction.outline.sentences.empty());
    EXPECT_TRUE(extraction.observations.empty());
    EXPECT_EQ(damage(extraction), 0u);
  }
}

TEST(HostileTest, WhiteSpaceAloneIsADocumentWithoutSentences) {
  const Extraction extraction = read_all("\r\n \t\u3000\n\n");
  EXPECT_EQ(extraction.document.text, "\r\n \t\u3000\n\n");
  EXPECT_TRUE(extraction.outline.sentences.empty());
}

TEST(HostileTest, BinaryIsNoText) {
  std::string garbage;
  std::mt19937 random(1);
  for (int i = 0; i < 100'000; ++i) garbage += static_cast<char>(random());
  EXPECT_THROW(read_all(garbage), Error);
  EXPECT_THROW(read_all("\x7f"
                        "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0\x10\x20\0\0\0\0\0\0"sv),
               Error);
  EXPECT_THROW(read_all("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0"sv), Error);
  EXPECT_THROW(read_all(repeated("\0"sv, 4096)), Error);
}

TEST(HostileTest, InvalidBytesInTheMiddleBecomeReplacementCharacters) {
  const Extraction extraction =
      read_all(kBefore + "坏\xFF\xC0\xAF\xED\xA0\x80字。" + kAfter + repeated("\n我们坚持稳中求进。", 20));
  EXPECT_TRUE(is_utf8(extraction.document.text));
  EXPECT_NE(extraction.document.text.find("\uFFFD"), std::string::npos);
  EXPECT_EQ(extraction.document.meta.encoding, "utf-8");
  EXPECT_GT(damage(extraction), 0u);
  expect_neighbours(extraction);
}

TEST(HostileTest, ALoneSurrogateBecomesAReplacementCharacter) {
  const std::u16string text = u"\uFEFF2022年地区生产总值424亿元。坏" + std::u16string(1, 0xD800) +
                              u"字。2022年固定资产投资146.5亿元。" + std::u16string(1, 0xDC00);
  const Extraction extraction = read_all(utf16le(text));
  EXPECT_TRUE(is_utf8(extraction.document.text));
  EXPECT_EQ(extraction.document.meta.encoding, "utf-16le");
  EXPECT_NE(extraction.document.text.find("坏\uFFFD字"), std::string::npos);
  EXPECT_GT(damage(extraction), 0u);
  expect_neighbours(extraction);
}

TEST(HostileTest, Utf16WithHalfAUnitAtItsEnd) {
  const Extraction extraction =
      read_all(utf16le(u"\uFEFF2022年地区生产总值424亿元。2022年固定资产投资146.5亿元。") + "\x2a");
  EXPECT_TRUE(is_utf8(extraction.document.text));
  expect_neighbours(extraction);
}

TEST(HostileTest, NulBytesLoseNothingElse) {
  const std::string text = repeated(kBefore + "坏", 1) + std::string(3, '\0') + "字。" + kAfter;
  const Extraction extraction = read_all(text);
  EXPECT_TRUE(is_utf8(extraction.document.text));
  expect_neighbours(extraction);
}

TEST(HostileTest, ALineOfManyMegabytesWithoutAFullStop) {
  const size_t times = (kSanitized ? 2'000'000 : 20'000'000) / 60;
  const Extraction extraction = read_all(repeated("新建道路12公里，城镇化率达到61.5%，", times));
  for (const Sentence& sentence : extraction.outline.sentences) ASSERT_LE(sentence.span.size(), 10'000u);
  EXPECT_EQ(count(extraction, "61.5%"), times);
  EXPECT_EQ(count(extraction, "12公里"), times);
  for (const Observation& o : extraction.observations) ASSERT_LE(o.spans.sentence.size(), 2'000u);
}

TEST(HostileTest, ALineOfManyMegabytesWithoutAnyMark) {
  const size_t times = (kSanitized ? 1'000'000 : 10'000'000) / 6;
  const Extraction extraction = read_all(repeated("发展", times));
  for (const Sentence& sentence : extraction.outline.sentences) ASSERT_LE(sentence.span.size(), 10'000u);
  EXPECT_TRUE(extraction.observations.empty());
}

TEST(HostileTest, ANumberOfAMillionDigitsIsNoNumber) {
  const Extraction extraction = read_all(kBefore + "产值" + repeated("7", 1'000'000) + "亿元。" + kAfter);
  expect_neighbours(extraction);
  EXPECT_EQ(extraction.observations.size(), 2u);
  EXPECT_GT(damage(extraction), 0u);
}

TEST(HostileTest, ANumeralOfAMillionCharactersIsNoNumber) {
  const Extraction extraction =
      read_all(kBefore + "产值" + repeated("一亿", kSanitized ? 50'000 : 500'000) + "元。" + kAfter);
  expect_neighbours(extraction);
}

TEST(HostileTest, FortyDigitsAreANumberAndFortyOneAreNone) {
  EXPECT_EQ(read_all("产值" + repeated("7", 40) + "元。").observations.size(), 1u);
  EXPECT_EQ(read_all("产值" + repeated("7", 41) + "元。").observations.size(), 0u);
}

TEST(HostileTest, TenThousandNestedParentheses) {
  const std::string nested = repeated("（", 10'000) + "其中：区本级130亿元" + repeated("）", 10'000);
  expect_neighbours(read_all(kBefore + "出口" + nested + "。" + kAfter));
  expect_neighbours(read_all(kBefore + repeated("（其中", 10'000) + "。\n" + kAfter));
  expect_neighbours(read_all(kBefore + repeated("）", 10'000) + "。\n" + kAfter));
}

TEST(HostileTest, PlaceholderCharactersInTheReportAreOrdinaryText) {
  std::string placeholders;
  for (int kind = 0; kind < 64; ++kind) placeholders += "\xF4\x80\x80" + std::string(1, static_cast<char>(0x80 + kind));
  const Extraction extraction = read_all(kBefore + placeholders + "增长" + placeholders + "。" + kAfter);
  expect_neighbours(extraction);
  EXPECT_EQ(extraction.observations.size(), 2u);
}

TEST(HostileTest, ThousandsOfHeadingsListsAndDigits) {
  for (const std::string_view piece :
       {"一、", "（一）", "1.",  "第一部分\n", "1、2、3、", "分别", "其中", "增长", "%", "、",    "亿",    "第",
        "20",   "——",     "[2]", "\n",         "至",        "由5%", "(",    "\"",   "“", "12:30", "2022年"}) {
    const Extraction extraction = read_all(kBefore + "\n" + repeated(piece, 5'000) + "\n" + kAfter);
    EXPECT_EQ(count(extraction, "424亿元"), 1u) << piece;
  }
}

TEST(HostileTest, BrokenJsonLinesAreErrorsThatSayWhere) {
  for (const std::string_view line :
       {"", "{", "{\"type\":\"observation\"", "[]", "null", "7", "{\"type\":7}", "{\"doc\":\"x\"}",
        "{\"type\":\"sentence\",\"doc\":7}", "{\"type\":\"document\",\"doc\":\"\xFF\"}",
        "{\"type\":\"observation\",\"doc\":\"x\",\"value\":\"many\"}"}) {
    try {
      parse_line(line);
      ADD_FAILURE() << "taken: " << line;
    } catch (const Error& error) {
      EXPECT_GT(std::string(error.what()).size(), 4u) << line;
    }
  }
}

TEST(HostileTest, ALineOfAnUnknownTypeIsKeptVerbatim) {
  const std::string json = R"({ "type": "note",  "n": 12345678901234567890.5e9, "x": [[[{"y":[]}]]] })";
  const Line line = parse_line(json);
  ASSERT_TRUE(std::holds_alternative<OtherLine>(line));
  EXPECT_EQ(std::get<OtherLine>(line).json, json);
}

TEST(HostileTest, AnAbyssOfBracketsIsAnError) {
  EXPECT_THROW(parse_line(R"({"type":"note","x":)" + repeated("[", 100'000) + repeated("]", 100'000) + "}"), Error);
  EXPECT_THROW(parse_line(repeated("[", 1'000'000)), Error);
}

// Each line of the message is file:line: rule: what.
void expect_problem(const std::string& message, const std::string& file, const std::string& rule) {
  size_t begin = 0;
  for (size_t end = 0; begin < message.size(); begin = end + 1) {
    end = std::min(message.find('\n', begin), message.size());
    const std::string line = message.substr(begin, end - begin);
    if (line.starts_with(file + ":") && line.find(rule) != std::string::npos) return;
  }
  ADD_FAILURE() << "no line about " << file << " " << rule << " in:\n" << message;
}

// Former bugs: each read past the end of what it looked at.
TEST(HostileTest, ALineOfALoneSign) {
  for (const char* line : {"-\n", "--\n", "-%\n", "－\n"}) {
    const Extraction extraction = read_all(kBefore + "\n" + line + "地区生产总值\n" + line + kAfter);
    expect_neighbours(extraction);
  }
}

TEST(HostileTest, ANameThatIsADashHasNoPlace) {
  const Extraction extraction = read_all(kBefore + "\n1-.5亿元投资落地，新增就业5万人。" + kAfter);
  EXPECT_EQ(count(extraction, ".5亿元"), 1u);
  for (const Observation& o : extraction.observations) EXPECT_EQ(o.spans.indicator.has_value(), !o.indicator.empty());
}

TEST(HostileTest, AMentionThatLacksItsFigureCountsNothing) {
  for (const char* kind :
       {"number", "quantity", "percent", "points", "fraction", "multiple", "ratio", "ordinal", "rank", "duration"}) {
    const std::string json = R"({"type":"sentence","doc":"x","n":1,"kind":"sentence","paragraph":1,"section":[],)"
                             R"("part":"review","text":"产值第5位。","span":[0,6],"clauses":[[0,6]],"cells":[],)"
                             R"("meta":{},"mentions":[{"kind":")" +
                             std::string(kind) + R"(","span":[2,5],"text":"第5位","rule":"numeral"}]})";
    Observer observer(Grammar::embedded());
    EXPECT_TRUE(observer.observe(std::get<SentenceLine>(parse_line(json)).sentence).empty()) << kind;
  }
}

TEST(HostileTest, ALeadThatIsCutInsideACharacter) {
  for (size_t shift = 0; shift < 4; ++shift) {
    std::string lead = "2025年" + std::string(shift, 'A');
    for (int i = 0; i < 40; ++i) lead += "市";
    EXPECT_EQ(count(read_all(lead + "。\n" + kBefore + kAfter), "146.5亿元"), 1u) << lead;
  }
}

TEST(HostileTest, AGrammarOfOtherBytesIsAnErrorWithItsLine) {
  for (const char* rules : {"[a.b]\nmatch = '\xB1'\n", "[a.b]\n\xE4\xBA\xA7 = 1\n"}) {
    try {
      Grammar::parse({{"fact/bytes.toml", rules}});
      ADD_FAILURE() << "loaded";
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find("fact/bytes.toml:2: "), std::string::npos) << error.what();
    }
  }
}

TEST(HostileTest, AllProblemsOfAGrammarAreToldAtOnce) {
  const std::string rules = R"(
[bad.role]
match   = '<indicator>达到<nonsense:quantity>'
accepts = ['产值达到5亿元 => indicator=产值 level=5亿元']
rejects = ['产值']

[bad.proof]
match   = '<indicator>达到<level:quantity>'

[bad.regex]
match   = '<indicator>(达到<level:quantity>'
accepts = ['产值达到5亿元 => indicator=产值 level=5亿元']
rejects = ['产值']

[bad.gap]
match   = '<indicator>.{0,30}<level:quantity>'
accepts = ['产值达到5亿元 => indicator=产值 level=5亿元']
rejects = ['产值']
)";
  try {
    Grammar::parse({{"fact/bad.toml", rules}, {"fact/broken.toml", "[x\nmatch = \n"}});
    ADD_FAILURE() << "loaded";
  } catch (const Error& error) {
    for (const char* rule : {"bad.role", "bad.proof", "bad.regex", "bad.gap"}) {
      expect_problem(error.what(), "fact/bad.toml", rule);
    }
    expect_problem(error.what(), "fact/broken.toml", "");
  }
}

}  // namespace
}  // namespace zhibiao::testing
