#include "panel/long_row.h"

#include "emit/names.h"

namespace zhibiao {
namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string out;
  for (const std::string& text : texts) out.append(out.empty() ? "" : separator).append(text);
  return out;
}

std::string digits(const std::optional<Decimal>& number) { return number ? number->to_string() : ""; }

std::string digits(const std::optional<int>& number) { return number ? std::to_string(*number) : ""; }

const std::string& or_else(const std::string& text, const std::string& otherwise) {
  return text.empty() ? otherwise : text;
}

Fields make_fields() {
  using enum FieldType;
  return {{"doc", text, "Name of the report, as it was given", ""},
          {"id", integer, "Number of the observation in its report, from 1", ""},
          {"sha256", text, "Hash of the report's bytes", ""},
          {"region", text, "The area that the report is about", ""},
          {"region_code", text, "Its code of GB/T 2260", ""},
          {"report_year", integer, "The year the report was given or published for", ""},
          {"period", text, "The time that the figure is about", ""},
          {"indicator_id", text, "Key of the indicator in the catalogue", ""},
          {"indicator", text, "What is measured, in the words of the text", ""},
          {"subject", text, "Whose figure it is", ""},
          {"scope", text, "Member of a breakdown, or another area than the report's own", ""},
          {"measure", text, "level, growth, change or rank", ""},
          {"value", number, "In the written unit, signed; null for a range", ""},
          {"low", number, "Lower end of a range", ""},
          {"high", number, "Upper end of a range", ""},
          {"unit", text, "The written unit", ""},
          {"base_value", exact, "The value in the base unit, an exact decimal", ""},
          {"base_low", exact, "Lower end of a range in the base unit", ""},
          {"base_high", exact, "Upper end of a range in the base unit", ""},
          {"base_unit", text, "The base unit", ""},
          {"bound", text, "exact, at_least, more, at_most, less or about", ""},
          {"status", text, "actual, estimate, target or baseline", ""},
          {"tone", text, "The word that sets a target's force", ""},
          {"ratio_to", text, "What a level in per cent is a part or a multiple of", ""},
          {"condition", text, "Under what condition it holds", ""},
          {"basis", text, "What a growth or change compares with", ""},
          {"rank_of", text, "What is ranked: level or growth", ""},
          {"rank_scope", text, "Among whom", ""},
          {"value_text", text, "The value as it is written", ""},
          {"span_begin", integer, "Offset of the value in the report's text, in code points", ""},
          {"span_end", integer, "Offset behind the value", ""},
          {"sentence", text, "The sentence that it stands in", ""},
          {"section", text, "The headings above it, outermost first", ""},
          {"rules", text, "The grammar rules that found it", ""},
          {"grammar", text, "Hash of the grammar", ""},
          {"decision", text, "What a reader decided: right, wrong, corrected or added", ""},
          {"chosen", boolean, "Whether it is the figure of its cell", ""},
          {"reason", text, "Why it was chosen or another was", ""}};
}

void put_place(Row& row, const Observation& o, const Source& source) {
  at(row, LongField::doc) = o.doc;
  at(row, LongField::id) = std::to_string(o.id);
  at(row, LongField::sha256) = source.meta.sha256;
  at(row, LongField::region) = or_else(o.region, source.meta.region);
  at(row, LongField::region_code) = or_else(o.region_code, source.meta.region_code);
  at(row, LongField::report_year) = digits(source.meta.report_year);
  at(row, LongField::period) = o.period;
  at(row, LongField::span_begin) = std::to_string(o.spans.value.begin);
  at(row, LongField::span_end) = std::to_string(o.spans.value.end);
  at(row, LongField::sentence) = o.sentence;
  at(row, LongField::section) = joined(o.section, " > ");
  at(row, LongField::rules) = joined(o.rules, " ");
  at(row, LongField::grammar) = source.grammar;
}

void put_amount(Row& row, const Observation& o) {
  at(row, LongField::value) = digits(o.value);
  at(row, LongField::low) = digits(o.low);
  at(row, LongField::high) = digits(o.high);
  at(row, LongField::unit) = o.unit;
  at(row, LongField::base_value) = o.base_value;
  at(row, LongField::base_low) = o.base_low;
  at(row, LongField::base_high) = o.base_high;
  at(row, LongField::base_unit) = o.base_unit;
  at(row, LongField::bound) = name_of(o.bound);
  at(row, LongField::value_text) = o.value_text;
}

}  // namespace

const Fields& long_fields() {
  static const Fields fields = make_fields();
  return fields;
}

Row long_row(const Observation& o, const Source& source) {
  Row row(long_fields().size());
  put_place(row, o, source);
  put_amount(row, o);
  at(row, LongField::indicator_id) = o.indicator_id;
  at(row, LongField::indicator) = o.indicator;
  at(row, LongField::subject) = o.subject;
  at(row, LongField::scope) = o.scope;
  at(row, LongField::measure) = name_of(o.measure);
  at(row, LongField::status) = name_of(o.status);
  at(row, LongField::tone) = o.tone;
  at(row, LongField::ratio_to) = o.ratio_to;
  at(row, LongField::condition) = o.condition;
  at(row, LongField::basis) = o.basis;
  at(row, LongField::rank_of) = name_of(o.rank_of);
  at(row, LongField::rank_scope) = o.rank_scope;
  return row;
}

}  // namespace zhibiao
