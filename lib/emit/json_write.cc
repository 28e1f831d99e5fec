// Values → JSON lines, by appending: keys in the order of the contract, decimals digit by digit.
#include <charconv>

#include "emit/json.h"
#include "emit/names.h"

namespace zhibiao {
namespace {

void append_int(std::string& out, int64_t number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, static_cast<size_t>(end - digits));
}

void append_optional_int(std::string& out, std::optional<int64_t> number) {
  number ? append_int(out, *number) : void(out += "null");
}

// "" is null.
void append_nullable(std::string& out, std::string_view text) {
  text.empty() ? void(out += "null") : append_json_string(out, text);
}

// A word of the contract's lists; needs no escaping.
void append_word(std::string& out, std::string_view word) {
  out += '"';
  out += word;
  out += '"';
}

void append_nullable_word(std::string& out, std::string_view word) {
  word.empty() ? void(out += "null") : append_word(out, word);
}

void append_span(std::string& out, Span span) {
  out += '[';
  append_int(out, span.begin);
  out += ',';
  append_int(out, span.end);
  out += ']';
}

template <typename Items, typename Append>
void append_array(std::string& out, const Items& items, Append append) {
  char separator = '[';
  for (const auto& item : items) {
    out += separator;
    append(out, item);
    separator = ',';
  }
  out += separator == '[' ? "[]" : "]";
}

void append_strings(std::string& out, const std::vector<std::string>& texts) {
  append_array(out, texts, append_json_string);
}

void append_damage(std::string& out, const DamageCounts& damaged) {
  out += '{';
  for (size_t i = 0; i < damaged.size(); ++i) {
    if (i != 0) out += ',';
    append_json_string(out, damaged[i].first);
    out += ':';
    out += std::to_string(damaged[i].second);
  }
  out += '}';
}

void append_metadata_members(std::string& out, const Metadata& meta) {
  append_nullable(out += "\"title\":", meta.title);
  append_nullable(out += ",\"doc_type\":", meta.doc_type);
  append_nullable(out += ",\"region\":", meta.region);
  append_nullable(out += ",\"region_code\":", meta.region_code);
  append_optional_int(out += ",\"report_year\":", meta.report_year);
  append_optional_int(out += ",\"year\":", meta.year);
  append_nullable(out += ",\"date\":", meta.date);
  append_nullable(out += ",\"speaker\":", meta.speaker);
  append_nullable(out += ",\"meeting\":", meta.meeting);
  append_nullable(out += ",\"format\":", meta.format);
  append_nullable(out += ",\"encoding\":", meta.encoding);
  append_damage(out += ",\"damaged\":", meta.damaged);
  append_nullable(out += ",\"sha256\":", meta.sha256);
  for (const auto& [name, raw] : meta.extra) {
    append_json_string(out += ',', name);
    out += ':';
    out += raw;
  }
}

void append_metadata(std::string& out, const Metadata& meta) {
  append_metadata_members(out += '{', meta);
  out += '}';
}

void append_cell(std::string& out, const Cell& cell) {
  append_span(out += "{\"span\":", cell.span);
  append_nullable(out += ",\"row_header\":", cell.row_header);
  append_strings(out += ",\"column_headers\":", cell.column_headers);
  append_nullable(out += ",\"unit\":", cell.unit);
  append_nullable(out += ",\"caption\":", cell.caption);
  out += '}';
}

void append_section(std::string& out, const Section& section) {
  append_json_string(out += "{\"text\":", section.text);
  append_span(out += ",\"span\":", section.span);
  out += '}';
}

void append_report_meta(std::string& out, const ReportMeta& meta) {
  append_optional_int(out += "{\"report_year\":", meta.report_year);
  append_optional_int(out += ",\"year\":", meta.year);
  append_nullable(out += ",\"region\":", meta.region);
  append_nullable(out += ",\"doc_type\":", meta.doc_type);
  append_nullable(out += ",\"region_code\":", meta.region_code);
  out += '}';
}

void append_sentence(std::string& out, const Sentence& sentence) {
  append_json_string(out += "{\"type\":\"sentence\",\"doc\":", sentence.doc);
  append_int(out += ",\"n\":", sentence.n);
  append_word(out += ",\"kind\":", name_of(sentence.kind));
  sentence.level == 0 ? void(out += ",\"level\":null") : append_int(out += ",\"level\":", sentence.level);
  append_int(out += ",\"paragraph\":", sentence.paragraph);
  append_array(out += ",\"section\":", *sentence.section, append_section);
  append_nullable_word(out += ",\"part\":", name_of(sentence.part));
  append_json_string(out += ",\"text\":", sentence.text);
  append_span(out += ",\"span\":", sentence.span);
  append_array(out += ",\"clauses\":", sentence.clauses, append_span);
  append_array(out += ",\"cells\":", sentence.cells, append_cell);
  append_report_meta(out += ",\"meta\":", *sentence.meta);
}

// A decimal as a string under a key that is left out when it is not set.
void append_decimal_string(std::string& out, std::string_view key, const std::optional<Decimal>& number) {
  if (!number) return;
  out += ',';
  append_word(out, key);
  out += ":\"";
  number->append_to(out);
  out += '"';
}

void append_figure(std::string& out, const Mention& mention) {
  const Figure none;
  const Figure& figure = mention.figure ? *mention.figure : none;
  append_decimal_string(out, "number", figure.number);
  append_decimal_string(out, "low", figure.low);
  append_decimal_string(out, "high", figure.high);
  if (mention.number_span) append_span(out += ",\"number_span\":", *mention.number_span);
  if (!mention.figure) return;
  append_decimal_string(out, "value", figure.value);
  append_decimal_string(out, "value_low", figure.value_low);
  append_decimal_string(out, "value_high", figure.value_high);
  append_nullable(out += ",\"multiplier\":", figure.multiplier);
  append_nullable(out += ",\"unit\":", figure.unit);
  append_word(out += ",\"bound\":", name_of(figure.bound));
  if (figure.vague) out += ",\"vague\":true";
}

void append_mention(std::string& out, const Mention& mention) {
  append_word(out += "{\"kind\":", name_of(mention.kind));
  append_span(out += ",\"span\":", mention.span);
  append_json_string(out += ",\"text\":", mention.text);
  append_json_string(out += ",\"rule\":", mention.rule);
  out += mention.inside ? ",\"inside\":true" : ",\"inside\":false";
  append_figure(out, mention);
  if (!mention.canonical.empty()) append_json_string(out += ",\"canonical\":", mention.canonical);
  out += '}';
}

}  // namespace

void append_json(std::string& out, const DocumentLine& line) {
  append_json_string(out += "{\"type\":\"document\",\"doc\":", line.document.doc);
  append_metadata(out += ",\"meta\":", line.document.meta);
  if (line.has_text) append_json_string(out += ",\"text\":", line.document.text);
  if (!line.grammar.empty()) append_json_string(out += ",\"grammar\":", line.grammar);
  out += "}\n";
}

void append_corpus_line(std::string& out, const Document& document) {
  append_json_string(out += "{\"doc\":", document.doc);
  append_metadata_members(out += ',', document.meta);
  append_json_string(out += ",\"text\":", document.text);
  out += "}\n";
}

void append_json(std::string& out, const SentenceLine& line) {
  append_sentence(out, line.sentence.sentence);
  if (line.matched) append_array(out += ",\"mentions\":", line.sentence.mentions, append_mention);
  out += "}\n";
}

void append_json(std::string& out, const Term& term) {
  append_json_string(out += "{\"type\":\"term\",\"doc\":", term.doc);
  append_json_string(out += ",\"term\":", term.term);
  append_json_string(out += ",\"definition\":", term.definition);
  append_span(out += ",\"spans\":{\"term\":", term.term_span);
  append_span(out += ",\"definition\":", term.definition_span);
  out += "}}\n";
}

void append_json(std::string& out, const ErrorLine& line) {
  out += "{\"type\":\"error\",\"doc\":";
  line.doc ? append_json_string(out, *line.doc) : void(out += "null");
  out += ",\"line\":";
  line.line ? void(out += std::to_string(*line.line)) : void(out += "null");
  append_json_string(out += ",\"stage\":", line.stage);
  append_json_string(out += ",\"message\":", line.message);
  out += "}\n";
}

void append_json(std::string& out, const OtherLine& line) {
  out += line.json;
  out += '\n';
}

}  // namespace zhibiao
