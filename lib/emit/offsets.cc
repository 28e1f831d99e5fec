#include "emit/offsets.h"

namespace zhibiao {
namespace {

constexpr uint32_t kStride = 64;

uint32_t byte_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

uint32_t unit_length(uint32_t bytes, OffsetUnit unit) {
  if (unit == OffsetUnit::bytes) return bytes;
  return unit == OffsetUnit::utf16 && bytes == 4 ? 2 : 1;
}

void convert(std::optional<Span>& span, const OffsetTable& table) {
  if (span) span = table(*span);
}

}  // namespace

OffsetTable::OffsetTable(std::string_view text, OffsetUnit unit) : text_(text), unit_(unit) {
  if (unit == OffsetUnit::codepoints) return;
  Checkpoint here;
  checkpoints_.reserve(text.size() / kStride + 1);
  for (uint32_t point = 0; here.byte < text.size(); ++point) {
    if (point % kStride == 0) checkpoints_.push_back(here);
    const uint32_t bytes = byte_length(text[here.byte]);
    here.byte += bytes;
    here.unit += unit_length(bytes, unit);
  }
}

uint32_t OffsetTable::at(uint32_t code_point) const {
  if (unit_ == OffsetUnit::codepoints) return code_point;
  if (checkpoints_.empty()) return 0;
  const size_t index = std::min<size_t>(code_point / kStride, checkpoints_.size() - 1);
  Checkpoint here = checkpoints_[index];
  for (size_t point = index * kStride; point < code_point && here.byte < text_.size(); ++point) {
    const uint32_t bytes = byte_length(text_[here.byte]);
    here.byte += bytes;
    here.unit += unit_length(bytes, unit_);
  }
  return here.unit;
}

void convert_offsets(Observation& observation, const OffsetTable& table) {
  ObservationSpans& spans = observation.spans;
  spans.value = table(spans.value);
  spans.sentence = table(spans.sentence);
  for (std::optional<Span>* span : {&spans.indicator, &spans.subject, &spans.scope, &spans.ratio_to, &spans.period,
                                    &spans.status, &spans.tone, &spans.basis, &spans.rank_scope, &spans.condition}) {
    convert(*span, table);
  }
}

void convert_offsets(SentenceLine& line, const OffsetTable& table) {
  Sentence& sentence = line.sentence.sentence;
  SectionPath path = *sentence.section;
  for (Section& section : path) section.span = table(section.span);
  sentence.section = std::make_shared<const SectionPath>(std::move(path));
  sentence.span = table(sentence.span);
  for (Span& clause : sentence.clauses) clause = table(clause);
  for (Cell& cell : sentence.cells) cell.span = table(cell.span);
  for (Mention& mention : line.sentence.mentions) {
    mention.span = table(mention.span);
    convert(mention.number_span, table);
  }
}

void convert_offsets(Term& term, const OffsetTable& table) {
  term.term_span = table(term.term_span);
  term.definition_span = table(term.definition_span);
}

}  // namespace zhibiao
