// The laws that hold whatever the report: over every report of the repository, over damaged copies, over every prefix.
#include <gtest/gtest.h>

#include <cctype>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "tests/testing.h"
#include "text/fold.h"
#include "zhibiao.h"

namespace zhibiao::testing {
namespace {

// White space and characters that cannot be seen: what may lie between two sentences.
bool is_blank(std::string_view text) {
  static const std::vector<std::string_view> kBlanks = {
      "\u0085", "\u00A0", "\u00AD", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
      "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u200B", "\u200C", "\u200D",
      "\u200E", "\u200F", "\u2028", "\u2029", "\u202F", "\u205F", "\u2060", "\u3000", "\uFEFF"};
  const Points points(text);
  for (uint32_t i = 0; i < points.size(); ++i) {
    const std::string_view c = points[{i, i + 1}];
    const bool control = c.size() == 1 && (static_cast<unsigned char>(c[0]) <= 0x20 || c[0] == 0x7F);
    if (!control && std::find(kBlanks.begin(), kBlanks.end(), c) == kBlanks.end()) return false;
  }
  return true;
}

// Sorted, disjoint, not empty, inside `whole`.
void check_row(const std::vector<Span>& spans, Span whole, const std::string& what) {
  uint32_t at = whole.begin;
  for (const Span& span : spans) {
    ASSERT_LE(at, span.begin) << what;
    ASSERT_LT(span.begin, span.end) << what;
    at = span.end;
  }
  ASSERT_LE(at, whole.end) << what;
}

void check_outline(const Outline& outline, const Points& text) {
  uint32_t at = 0, n = 0;
  for (const Sentence& sentence : outline.sentences) {
    const std::string where = "sentence " + std::to_string(sentence.n);
    ASSERT_EQ(sentence.n, ++n);
    ASSERT_LT(sentence.span.begin, sentence.span.end) << where;
    ASSERT_LE(at, sentence.span.begin) << where;
    ASSERT_TRUE(text.holds(sentence.span)) << where;
    EXPECT_TRUE(is_blank(text[{at, sentence.span.begin}])) << where << " after: " << text[{at, sentence.span.begin}];
    EXPECT_EQ(sentence.text, text[sentence.span]) << where;
    EXPECT_EQ(sentence.level > 0, sentence.kind == SentenceKind::heading) << where << " " << sentence.text;
    check_row(sentence.clauses, sentence.span, where + " clauses");
    for (const Section& section : *sentence.section) EXPECT_TRUE(text.holds(section.span)) << where;
    at = sentence.span.end;
  }
  EXPECT_TRUE(is_blank(text[{at, text.size()}])) << "after the last sentence";
  for (const Term& term : outline.terms) {
    ASSERT_TRUE(text.holds(term.term_span) && text.holds(term.definition_span)) << term.term;
    EXPECT_EQ(folded(text[term.term_span]), folded(term.term));
    EXPECT_EQ(folded(text[term.definition_span]), folded(term.definition));
  }
}

void check_mentions(const MatchedSentence& matched, const Points& text) {
  std::vector<Span> spans;
  for (const Mention& mention : matched.mentions) spans.push_back(mention.span);
  const std::string where = "mentions of sentence " + std::to_string(matched.sentence.n);
  check_row(spans, matched.sentence.span, where);
  for (const Mention& mention : matched.mentions) {
    EXPECT_EQ(mention.text, folded(text[mention.span])) << where;
    EXPECT_FALSE(mention.rule.empty()) << where << ": " << mention.text;
    if (mention.number_span) {
      EXPECT_TRUE(mention.span.contains(*mention.number_span)) << where << ": " << mention.text;
    }
  }
}

// `claim` is what the text says at `span`. A claim without a place is inherited and not checked.
void check_claim(const Points& text, const std::optional<Span>& span, const std::string& claim, const char* key) {
  if (!span) return;
  ASSERT_TRUE(text.holds(*span)) << key;
  EXPECT_FALSE(claim.empty()) << key << " has a place and no text: " << text[*span];
  if (!claim.empty()) {
    EXPECT_EQ(folded(text[*span]), claim) << key;
  }
}

void check_places(const Observation& o, const Points& text) {
  ASSERT_TRUE(text.holds(o.spans.value) && text.holds(o.spans.sentence));
  EXPECT_TRUE(o.spans.sentence.contains(o.spans.value));
  EXPECT_EQ(o.value_text, text[o.spans.value]);
  EXPECT_EQ(o.sentence, text[o.spans.sentence]);
  EXPECT_LE(o.spans.sentence.size(), 2000u);
  check_claim(text, o.spans.indicator, o.indicator, "indicator");
  check_claim(text, o.spans.subject, o.subject, "subject");
  check_claim(text, o.spans.ratio_to, o.ratio_to, "ratio_to");
  check_claim(text, o.spans.tone, o.tone, "tone");
  check_claim(text, o.spans.rank_scope, o.rank_scope, "rank_scope");
  check_claim(text, o.spans.condition, o.condition, "condition");
  const bool named = o.basis == "yoy" || o.basis == "mom" || o.basis == "average";
  if (!named) check_claim(text, o.spans.basis, o.basis, "basis");
  const bool short_form = o.scope == "城镇" || o.scope == "农村" ||                  // of 城乡居民: 城, 乡
                          (o.scope.starts_with("第") && o.scope.ends_with("产业"));  // of 第一、二、三产业: 一, 二, 三
  if (!short_form) check_claim(text, o.spans.scope, o.scope, "scope");
}

void check_value(const Observation& o) {
  EXPECT_NE(o.value.has_value(), o.low.has_value()) << o.value_text;
  EXPECT_EQ(o.low.has_value(), o.high.has_value()) << o.value_text;
  if (o.low && o.high) {
    EXPECT_FALSE(*o.high < *o.low) << o.value_text;
  }
  EXPECT_EQ(o.measure == Measure::rank, o.rank_of != RankOf::none) << o.value_text;
  if (o.measure == Measure::rank) {
    EXPECT_EQ(o.unit, "") << o.value_text;
  }
  EXPECT_FALSE(o.rules.empty()) << o.value_text;
}

void check_observations(const Extraction& extraction, const Points& text) {
  uint32_t id = 0, at = 0;
  for (const Observation& o : extraction.observations) {
    SCOPED_TRACE(o.doc + " #" + std::to_string(o.id) + " " + o.indicator + " " + o.value_text);
    ASSERT_EQ(o.id, ++id);
    EXPECT_LE(at, o.spans.value.begin);
    at = o.spans.value.end;
    check_places(o, text);
    check_value(o);
    EXPECT_EQ(o.doc, extraction.document.doc);
    if (o.part_of) {
      EXPECT_TRUE(*o.part_of != o.id && *o.part_of >= 1 && *o.part_of <= extraction.observations.size());
    }
  }
}

template <typename Value>
std::string json(const Value& value) {
  std::string out;
  append_json(out, value);
  return out;
}

// What is written is one line, and what is read from it is written as the same line.
template <typename Value>
void check_round_trip(const Value& value) {
  const std::string line = json(value);
  ASSERT_EQ(line.find('\n'), line.size() - 1);
  const Line read = parse_line(std::string_view(line).substr(0, line.size() - 1));
  ASSERT_TRUE(std::holds_alternative<Value>(read)) << line;
  EXPECT_EQ(json(std::get<Value>(read)), line);
  if constexpr (requires { value == value; }) {
    EXPECT_TRUE(std::get<Value>(read) == value) << line;
  }
}

void check_canonical(const Extraction& extraction) {
  const Outline& outline = extraction.outline;
  const ReportMeta meta = outline.sentences.empty() ? ReportMeta() : *outline.sentences.front().meta;
  for (const Observation& o : extraction.observations) {
    Observation again = o;
    canonicalise(again, meta, Grammar::embedded());
    EXPECT_EQ(json(again), json(o));
  }
}

void check_laws(std::string_view bytes, const std::string& name, bool round_trips) {
  const Extraction extraction = extract(bytes, name, Grammar::embedded());
  ASSERT_TRUE(is_utf8(extraction.document.text));
  const Points text(extraction.document.text);
  check_outline(extraction.outline, text);
  check_observations(extraction, text);
  check_canonical(extraction);
  for (const Observation& o : extraction.observations) check_round_trip(o);
  if (!round_trips) return;
  check_round_trip(DocumentLine{extraction.document, true, Grammar::embedded().hash()});
  for (const Term& term : extraction.outline.terms) check_round_trip(term);
  for (const Sentence& sentence : extraction.outline.sentences) {
    const MatchedSentence matched = match(sentence, Grammar::embedded());
    check_mentions(matched, text);
    check_round_trip(SentenceLine{{sentence, {}}, false});
    check_round_trip(SentenceLine{matched, true});
  }
}

class LawsTest : public ::testing::TestWithParam<std::string> {};

TEST_P(LawsTest, HoldForTheReport) { check_laws(read_report(GetParam()), GetParam(), true); }

// Bytes overwritten, dropped and doubled, the same ones on every run.
TEST_P(LawsTest, HoldForDamagedCopies) {
  const std::string report = read_report(GetParam());
  std::mt19937 random(7);
  for (const uint32_t distance : {20u, 200u, 2000u}) {
    std::string damaged;
    for (const char byte : report) {
      const uint32_t fate = random() % (3 * distance);
      if (fate == 0) continue;
      damaged += fate == 1 ? static_cast<char>(random()) : byte;
      if (fate == 2) damaged += byte;
    }
    SCOPED_TRACE("a byte in " + std::to_string(distance) + " damaged");
    try {
      check_laws(damaged, GetParam(), false);
    } catch (const Error& error) {  // it may look like no text at all
      EXPECT_GT(std::string(error.what()).size(), 0u);
    }
  }
}

std::string case_name(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Reports, LawsTest, ::testing::ValuesIn(reports()), case_name);

TEST(PrefixTest, EveryPrefixOfAShortReport) {
  const std::string report = read_report("samples/national_1998_communique_hardwrap.txt");
  for (size_t size = 0; size <= report.size(); ++size) {
    SCOPED_TRACE("prefix of " + std::to_string(size) + " bytes");
    check_laws(std::string_view(report).substr(0, size), "prefix", true);
    if (::testing::Test::HasFailure()) return;
  }
}

TEST(PrefixTest, PrefixesOfLongReports) {
  const size_t step = kSanitized ? 1999 : 499;  // a prime, so that it cuts at every byte of a character
  for (const std::string& path : texts_in("samples")) {
    const std::string report = read_report(path);
    for (size_t size = 0; size <= report.size(); size += step) {
      SCOPED_TRACE(path + ", prefix of " + std::to_string(size) + " bytes");
      check_laws(std::string_view(report).substr(0, size), path, false);
      if (::testing::Test::HasFailure()) return;
    }
  }
}

TEST(ThreadsTest, OneGrammarServesAllThreads) {
  const std::string path = "samples/xinglongtai_2023_work_report.txt";
  const std::string report = read_report(path);
  const std::vector<Observation> want = extract(report, path, Grammar::embedded()).observations;
  std::vector<std::vector<Observation>> have(4);
  {
    std::vector<std::jthread> threads;
    for (auto& result : have) {
      threads.emplace_back([&] { result = extract(report, path, Grammar::embedded()).observations; });
    }
  }
  for (const auto& result : have) EXPECT_TRUE(result == want);
}

}  // namespace
}  // namespace zhibiao::testing
