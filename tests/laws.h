// The laws that hold whatever the report, as expectations of googletest: for the tests, and for the fuzzers, where an
// expectation that fails ends the run.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "chain.h"
#include "tests/testing.h"
#include "text/fold.h"
#include "zhibiao.h"

namespace zhibiao::testing {

// White space and characters that cannot be seen: what may lie between two sentences.
inline bool is_blank(std::string_view text) {
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

// `claim` is what stands there, folded. A gap between digits that are spelled apart is closed by what follows them,
// which may lie behind the span.
inline bool is_told(std::string_view text, std::string claim) {
  std::string told = folded(text);
  if (told == claim) return true;
  std::erase(told, ' ');
  std::erase(claim, ' ');
  return told == claim;
}

// Sorted, disjoint, not empty, inside `whole`.
inline void check_row(const std::vector<Span>& spans, Span whole, const std::string& what) {
  uint32_t at = whole.begin;
  for (const Span& span : spans) {
    ASSERT_LE(at, span.begin) << what;
    ASSERT_LT(span.begin, span.end) << what;
    at = span.end;
  }
  ASSERT_LE(at, whole.end) << what;
}

inline void check_outline(const Outline& outline, const Points& text) {
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

inline void check_mentions(const MatchedSentence& matched, const Points& text) {
  std::vector<Span> spans;
  for (const Mention& mention : matched.mentions) spans.push_back(mention.span);
  const std::string where = "mentions of sentence " + std::to_string(matched.sentence.n);
  check_row(spans, matched.sentence.span, where);
  for (const Mention& mention : matched.mentions) {
    EXPECT_TRUE(is_told(text[mention.span], mention.text)) << where << ": " << mention.text;
    EXPECT_FALSE(mention.rule.empty()) << where << ": " << mention.text;
    if (mention.number_span) {
      EXPECT_TRUE(mention.span.contains(*mention.number_span)) << where << ": " << mention.text;
    }
  }
}

// `claim` is what the text says at `span`. A claim without a place is inherited and not checked.
inline void check_claim(const Points& text, const std::optional<Span>& span, const std::string& claim,
                        const char* key) {
  if (!span) return;
  ASSERT_TRUE(text.holds(*span)) << key;
  EXPECT_FALSE(claim.empty()) << key << " has a place and no text: " << text[*span];
  if (!claim.empty()) {
    EXPECT_TRUE(is_told(text[*span], claim)) << key << ": " << claim;
  }
}

inline void check_places(const Observation& o, const Points& text) {
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

inline void check_value(const Observation& o) {
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

inline void check_observations(const Extraction& extraction, const Points& text) {
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

inline void check_canonical(const Extraction& extraction) {
  const Outline& outline = extraction.outline;
  const ReportMeta meta = outline.sentences.empty() ? ReportMeta() : *outline.sentences.front().meta;
  for (const Observation& o : extraction.observations) {
    Observation again = o;
    canonicalise(again, meta, Grammar::embedded());
    EXPECT_EQ(json(again), json(o));
  }
}

inline void check_laws(const Extraction& extraction, bool round_trips) {
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

inline void check_laws(std::string_view bytes, const std::string& name, bool round_trips) {
  check_laws(extract(bytes, name, Grammar::embedded()), round_trips);
}

// A line as the next stage of the pipe reads it.
template <typename Value>
Value passed_on(const Value& value) {
  const std::string line = json(value);
  return std::get<Value>(parse_line(std::string_view(line).substr(0, line.size() - 1)));
}

// segment | match | observe | canon: every line of a document, from stage to stage as JSON.
inline std::string pipe_of(const Document& document) {
  const Grammar& grammar = Grammar::embedded();
  Observer observer(grammar);
  std::string out;
  const auto sentence = [&](const SentenceLine& segmented) {
    const SentenceLine matched = passed_on(SentenceLine{match(passed_on(segmented).sentence.sentence, grammar), true});
    append_json(out, matched);
    for (const Observation& observed : observer.observe(matched.sentence)) {
      Observation canonical = passed_on(observed);
      canonicalise(canonical, *matched.sentence.sentence.meta, grammar);
      append_json(out, canonical);
    }
  };
  segment_lines(passed_on(DocumentLine{document, true, ""}).document, grammar, true, [&](MadeLine made) {
    if (const auto* line = std::get_if<const SentenceLine*>(&made)) return sentence(**line);
    std::visit([&out](const auto* line) { append_json(out, passed_on(*line)); }, made);
  });
  return out;
}

// The law of the whole.
inline void check_pipe(const Document& document) {
  const Keep everything{true, true, true, true};
  std::string out;
  Chain(Grammar::embedded(), everything, OffsetUnit::codepoints).run(document, [&out](MadeLine made) {
    std::visit([&out](const auto* line) { append_json(out, *line); }, made);
  });
  ASSERT_EQ(pipe_of(document), out);
}

}  // namespace zhibiao::testing
