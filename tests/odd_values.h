// Values that a JSON writer or reader may trip over, the same in each run.
#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "emit/json.h"
#include "text/utf8.h"

namespace zhibiao {

class Odd {
 public:
  explicit Odd(unsigned seed) : random_(seed) {}

  bool coin() { return random_() % 2 == 0; }
  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(random_() % limit); }
  template <typename Enum>
  Enum any(Enum last) {
    return static_cast<Enum>(below(static_cast<uint32_t>(last) + 1));
  }

  std::string text() {
    using namespace std::string_literals;
    static const std::vector<std::string> kPieces = {
        "地区生产总值", "\"",     "\\",       "\n", "\r\n", "\t", "\0"s,     "\x1f",  "\x7f",
        "\u2028",       "\u2029", "５．２％", "👍",  "/",    "{}", "\\u0041", "\uFFFD"};
    std::string text;
    for (uint32_t n = below(5); n > 0; --n) text += kPieces[below(static_cast<uint32_t>(kPieces.size()))];
    return text;
  }
  std::vector<std::string> texts() {
    std::vector<std::string> texts(below(3));
    for (std::string& each : texts) each = text();
    return texts;
  }
  std::optional<Decimal> decimal() {
    static const std::vector<std::string> kDigits = {
        "0",
        "-2.6",
        "5.2",
        "0.3333333333333333",
        "18446744073709551616",
        "-9223372036854775809",
        "0.1",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
        "1234567890.0987654321",
        "-1"};
    if (coin()) return std::nullopt;
    return Decimal::parse(kDigits[below(static_cast<uint32_t>(kDigits.size()))]);
  }
  Span span() {
    const uint32_t begin = below(UINT32_MAX / 2);
    return {begin, begin + below(1000)};
  }
  std::optional<Span> maybe_span() { return coin() ? std::nullopt : std::optional<Span>(span()); }
  std::optional<int> year() { return coin() ? std::nullopt : std::optional<int>(static_cast<int>(below(3000)) - 1); }

 private:
  std::mt19937 random_;
};

inline Observation odd_observation(Odd& odd) {
  Observation o;
  for (std::string* field :
       {&o.doc,        &o.indicator,   &o.indicator_id, &o.subject,   &o.scope,      &o.unit,       &o.ratio_to,
        &o.region,     &o.region_code, &o.period,       &o.tone,      &o.basis,      &o.rank_scope, &o.condition,
        &o.base_value, &o.base_low,    &o.base_high,    &o.base_unit, &o.value_text, &o.sentence}) {
    *field = odd.text();
  }
  o.id = odd.below(1000);
  o.members = odd.texts();
  o.measure = odd.any(Measure::rank);
  o.value = odd.decimal();
  o.low = odd.decimal();
  o.high = odd.decimal();
  o.bound = odd.any(Bound::about);
  o.status = odd.any(Status::baseline);
  o.rank_of = odd.any(RankOf::growth);
  o.section = odd.texts();
  o.spans.value = odd.span();
  o.spans.sentence = odd.span();
  for (std::optional<Span>* span :
       {&o.spans.indicator, &o.spans.subject, &o.spans.scope, &o.spans.ratio_to, &o.spans.period, &o.spans.status,
        &o.spans.tone, &o.spans.basis, &o.spans.rank_scope, &o.spans.condition}) {
    *span = odd.maybe_span();
  }
  o.group = odd.below(UINT32_MAX);
  if (odd.coin()) o.part_of = odd.below(9);
  o.rules = odd.texts();
  return o;
}

inline Mention odd_mention(Odd& odd, uint32_t begin) {
  Mention m;
  m.kind = odd.any(MentionKind::scope);
  m.span = {begin, begin + 2};
  m.text = odd.text();
  m.rule = odd.text();
  m.inside = odd.coin();
  m.canonical = odd.text();
  if (odd.coin()) m.number_span = Span{begin, begin + 1};
  if (odd.coin()) return m;
  m.figure = Figure{odd.decimal(),
                    odd.decimal(),
                    odd.decimal(),
                    odd.decimal(),
                    odd.decimal(),
                    odd.decimal(),
                    odd.coin() ? "10000" : "",
                    odd.text(),
                    odd.any(Bound::about),
                    odd.coin()};
  return m;
}

inline SentenceLine odd_sentence(Odd& odd) {
  SentenceLine line;
  Sentence& s = line.sentence.sentence;
  s.doc = odd.text();
  s.n = odd.below(99);
  s.kind = odd.any(SentenceKind::back);
  s.level = static_cast<int>(odd.below(4));
  s.paragraph = odd.below(99);
  s.section = std::make_shared<const SectionPath>(SectionPath{{odd.text(), odd.span()}, {odd.text(), odd.span()}});
  s.part = odd.any(Part::plan);
  s.text = "在此之前，" + odd.text();
  s.span.begin = odd.below(1000);
  s.span.end = s.span.begin + static_cast<uint32_t>(count_code_points(s.text));
  s.clauses = {{s.span.begin, s.span.begin + 2}, {s.span.begin + 3, s.span.end}};
  s.cells = {{{s.span.begin, s.span.begin + 1}, odd.text(), odd.texts(), odd.text(), odd.text()}};
  s.meta = std::make_shared<const ReportMeta>(ReportMeta{odd.year(), odd.year(), odd.text(), odd.text(), odd.text()});
  line.matched = odd.coin();
  if (line.matched) line.sentence.mentions = {odd_mention(odd, s.span.begin), odd_mention(odd, s.span.begin + 2)};
  return line;
}

inline std::string odd_literal(Odd& odd) {
  std::string out;
  append_json_string(out, odd.text());
  return out;
}

inline DocumentLine odd_document(Odd& odd) {
  DocumentLine line;
  Metadata& meta = line.document.meta;
  line.document.doc = odd.text();
  for (std::string* field : {&meta.title, &meta.doc_type, &meta.region, &meta.region_code, &meta.date, &meta.speaker,
                             &meta.meeting, &meta.format, &meta.encoding, &meta.sha256})
    *field = odd.text();
  meta.report_year = odd.year();
  meta.year = odd.year();
  meta.damaged = {{odd.text(), odd.below(9)}, {"invalid_bytes", UINT64_MAX}};
  meta.extra = {{"x" + odd.text(), R"({"a":[1,2.50,"\"",null,true,{}]})"}, {"url", odd_literal(odd)}};
  line.has_text = odd.coin();
  if (line.has_text) line.document.text = odd.text();
  line.grammar = odd.coin() ? "0123456789abcdef" : "";
  return line;
}

}  // namespace zhibiao
