#include "emit/json.h"

#include <gtest/gtest.h>

#include "emit/observation_writer.h"
#include "tests/odd_values.h"
#include "text/error.h"

namespace zhibiao {
namespace {

template <typename Value>
std::string json(const Value& value) {
  std::string out;
  append_json(out, value);
  EXPECT_EQ(out.back(), '\n');
  EXPECT_EQ(out.find('\n'), out.size() - 1) << "a line is one line";
  out.pop_back();
  return out;
}

std::string literal(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string problem_of(std::string_view line) {
  try {
    parse_line(line);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Json, ObservationsComeBack) {
  Odd odd(1);
  for (int i = 0; i < 2000; ++i) {
    const Observation o = odd_observation(odd);
    EXPECT_EQ(std::get<Observation>(parse_line(json(o))), o) << json(o);
  }
}

// What a writer remembers of one line changes nothing in the next, whether they share it or not.
TEST(Json, ObservationsInARowAreWrittenAsEachAlone) {
  Odd odd(5);
  ObservationWriter writer;
  std::string row, alone;
  for (int i = 0; i < 500; ++i) {
    Observation o = odd_observation(odd);
    for (int again = 0; again < 3; ++again) {
      writer.append(row, o);
      append_json(alone, o);
      if (again == 0) o.sentence += "\"。";
      if (again == 1) o.section.emplace_back("一\n二"), o.doc.clear();
    }
  }
  EXPECT_EQ(row, alone);
}

TEST(Json, OnlyTheFieldsAskedForAreWritten) {
  Odd odd(6);
  ObservationWriter none(ObservationFields(std::vector<std::string>{})),
      some(ObservationFields({"unit", "value", "rules", "id"}));
  for (int i = 0; i < 200; ++i) {
    const Observation o = odd_observation(odd);
    std::string line;
    none.append(line, o);
    EXPECT_EQ(line.substr(line.rfind(',')), ",\"id\":" + std::to_string(o.id) + "}\n");
    line.clear();
    some.append(line, o);
    const std::string whole = json(o);
    const auto from = [&whole](std::string_view key) { return whole.substr(whole.find(key)); };
    EXPECT_EQ(line.find("\"sentence\""), line.npos);
    EXPECT_TRUE(line.ends_with(from(",\"rules\":") + "\n")) << line;
    EXPECT_LT(line.find("\"value\":"), line.find("\"unit\":"));
  }
  EXPECT_THROW(ObservationFields({"value", "colour"}), Error);
}

TEST(Json, SentencesComeBack) {
  Odd odd(2);
  for (int i = 0; i < 2000; ++i) {
    const SentenceLine line = odd_sentence(odd);
    const SentenceLine back = std::get<SentenceLine>(parse_line(json(line)));
    EXPECT_EQ(back.matched, line.matched);
    EXPECT_EQ(back.sentence.mentions, line.sentence.mentions);
    EXPECT_EQ(*back.sentence.sentence.section, *line.sentence.sentence.section);
    EXPECT_EQ(*back.sentence.sentence.meta, *line.sentence.sentence.meta);
    EXPECT_EQ(back.sentence.sentence.cells, line.sentence.sentence.cells);
    EXPECT_EQ(json(back), json(line));
  }
}

TEST(Json, DocumentsTermsAndErrorsComeBack) {
  Odd odd(3);
  for (int i = 0; i < 500; ++i) {
    const DocumentLine line = odd_document(odd);
    const DocumentLine back = std::get<DocumentLine>(parse_line(json(line)));
    EXPECT_EQ(back.document, line.document) << json(line);
    EXPECT_EQ(back.has_text, line.has_text);
    EXPECT_EQ(back.grammar, line.grammar);
    const Term term{odd.text(), odd.text(), odd.text(), odd.span(), odd.span()};
    EXPECT_EQ(std::get<Term>(parse_line(json(term))), term);
    ErrorLine error{odd.text(), odd.below(9), odd.text(), odd.text()};
    EXPECT_EQ(std::get<ErrorLine>(parse_line(json(error))), error);
    error.doc.reset();
    error.line.reset();
    EXPECT_EQ(std::get<ErrorLine>(parse_line(json(error))), error);
  }
}

TEST(Json, UnknownTypesAreKeptVerbatim) {
  const std::string line = R"( {"type" : "note", "by": "a person", "n": 1.50e3} )";
  EXPECT_EQ(json(std::get<OtherLine>(parse_line(line))), line);
}

TEST(Json, KeysStandInTheOrderOfTheContract) {
  Observation o;
  o.doc = "a";
  o.value = Decimal::parse("-2.6");
  o.spans.indicator = Span{0, 2};
  EXPECT_EQ(
      json(o),
      R"({"type":"observation","doc":"a","id":0,"indicator":null,"members":null,"indicator_id":null,"subject":null,)"
      R"("scope":null,"measure":"level","value":-2.6,"low":null,"high":null,"unit":null,"bound":"exact",)"
      R"("ratio_to":null,"region":null,"region_code":null,"period":null,"status":"actual","tone":null,"basis":null,)"
      R"("rank_of":null,"rank_scope":null,"condition":null,"base_value":null,"base_low":null,"base_high":null,)"
      R"("base_unit":null,"value_text":"","section":[],"sentence":"","spans":{"value":[0,0],"sentence":[0,0],)"
      R"("indicator":[0,2]},"group":0,"part_of":null,"rules":[]})");
}

TEST(Json, StringsAreEscaped) {
  using namespace std::string_literals;
  const std::pair<std::string, std::string> kCases[] = {{"地区\"\\", R"("地区\"\\")"},
                                                        {"\0\x1b"s, R"("\u0000\u001b")"},
                                                        {"\n\r\t", R"("\n\r\t")"},
                                                        {"\u2028\x7f", "\"\u2028\x7f\""}};
  for (const auto& [text, want] : kCases) EXPECT_EQ(literal(text), want);
}

TEST(Json, OneByteThatNeedsCareIsFoundAtEveryPlace) {
  for (size_t size = 1; size < 40; ++size) {
    for (size_t at = 0; at < size; ++at) {
      for (const std::string_view what : {"\"", "\\", "\x1f", "\xff"}) {
        std::string text(size, 'a');
        text.replace(at, 1, what);
        const std::string behind = text.substr(at + 1);
        const std::string shown = what == "\xff"   ? "\xef\xbf\xbd"
                                  : what == "\x1f" ? "\\u001f"
                                                   : "\\" + std::string(what);
        EXPECT_EQ(literal(text), '"' + std::string(at, 'a') + shown + behind + '"');
        EXPECT_EQ(literal("指标" + text), "\"指标" + std::string(at, 'a') + shown + behind + '"');
      }
    }
  }
}

TEST(Json, BrokenUtf8BecomesTheReplacementCharacter) {
  const std::string_view kBroken[] = {"\xff", "\xc0", "\xed", "\xe4", "\xf5", "\x80"};
  for (std::string_view bytes : kBroken) EXPECT_EQ(literal(bytes), "\"\uFFFD\"");
  EXPECT_EQ(literal("a\xe4\xbd b"), "\"a\uFFFD\uFFFD b\"");
  EXPECT_EQ(literal("\xed\xa0\x80"), "\"\uFFFD\uFFFD\uFFFD\"");            // a surrogate
  EXPECT_EQ(literal("\xf0\x80\x80\x80"), "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");  // overlong
}

TEST(Json, BadLinesAreErrorsThatSayWhere) {
  EXPECT_NE(problem_of(R"({"type":"error",)").find("column 17"), std::string::npos)
      << problem_of(R"({"type":"error",)");
  const std::string_view kBad[] = {
      "",
      "42",
      "[1]",
      "null",
      "{}",
      R"({"type":1})",
      R"({"type":"sentence"})",
      "\xff\xfe",
      R"({"type":"x"} y)",
      R"({"type":"document","doc":1})",
      R"({"type":"term","doc":"a","term":"b"})",
      R"({"type":"document","doc":"a","meta":{"year":"x"}})",
      R"({"type":"document","doc":"a","meta":{"year":99999999999}})",
      R"({"type":"sentence","doc":"a","text":"一","span":[0,2]})",
      R"({"type":"sentence","doc":"a","text":"一","span":[1,0]})",
      R"({"type":"sentence","doc":"a","text":"一","span":[0,1],"clauses":[[0,2]]})",
      R"({"type":"sentence","doc":"a","text":"一","span":[0,1],"kind":"odd"})",
      R"({"type":"sentence","doc":"a","text":"一","span":[0,1],"mentions":[{"kind":"number","span":[0,0],"text":""}]})",
      R"({"type":"observation","doc":"a","value":1e400})"};
  for (std::string_view line : kBad) EXPECT_FALSE(problem_of(line).empty()) << line;
  EXPECT_FALSE(problem_of(std::string(1000000, '[')).empty());
  EXPECT_FALSE(problem_of(R"({"type":"x","a":)" + std::string(1000000, '[')).empty());
}

TEST(Json, CorpusLines) {
  const Document d = parse_corpus_line(
      R"({"doc":7,"text":"全文","year":"2022","region":"安徽省","url":"u","tags":[1,2.0],"title":null})");
  EXPECT_EQ(d.doc, "7");
  EXPECT_EQ(d.text, "全文");
  EXPECT_EQ(d.meta.year, 2022);
  EXPECT_EQ(d.meta.region, "安徽省");
  EXPECT_EQ(d.meta.title, "");
  const std::vector<std::pair<std::string, std::string>> extra = {{"url", "\"u\""}, {"tags", "[1,2.0]"}};
  EXPECT_EQ(d.meta.extra, extra);
  EXPECT_THROW(parse_corpus_line(R"({"doc":"a"})"), Error);
  EXPECT_THROW(parse_corpus_line(R"({"text":"a"})"), Error);
  EXPECT_THROW(parse_corpus_line("["), Error);
}

}  // namespace
}  // namespace zhibiao
