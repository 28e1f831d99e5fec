#include "segment/outline.h"

#include <deque>
#include <utility>

#include "segment/breaks.h"
#include "segment/glossary.h"
#include "segment/heading.h"
#include "segment/line.h"
#include "segment/matter.h"
#include "segment/paragraph.h"
#include "segment/place.h"
#include "segment/table.h"
#include "text/fold.h"
#include "text/traditional.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

// Walks the lines of one document and tells its outline.
class Outliner {
 public:
  // `text` is the document's with Traditional characters Simplified: it has the words that structure is known by.
  Outliner(const Document& document, std::string_view text, const SeeSentence& see_sentence, const SeeTerm& see_term)
      : document_(document),
        see_sentence_(see_sentence),
        see_term_(see_term),
        text_(text),
        meta_(std::make_shared<const ReportMeta>(ReportMeta{document.meta.report_year, document.meta.year,
                                                            document.meta.region, document.meta.doc_type,
                                                            document.meta.region_code})),
        lines_(lines_of(text_)),
        zones_(zones_of(text_, lines_)),
        tables_(text_, lines_),
        wraps_(wrap_widths(text_, lines_)),
        splitter_(text_),
        place_(*meta_) {}

  void run() {
    for (size_t i = 0; i < lines_.size();) {
      ++paragraph_;
      if (opens_table(i))
        i = table();
      else
        i = zones_[i] == Zone::body ? body(i) : matter(i);
    }
    if (sentences_ > 0) tell_terms(UINT32_MAX);
  }

 private:
  bool opens_table(size_t i) const {
    return next_table_ < tables_.ranges().size() && tables_.ranges()[next_table_].first == i;
  }

  bool in_body(size_t i) const { return zones_[i] == Zone::body && !opens_table(i); }

  // The rows of a table, a sentence each. Returns the line behind.
  size_t table() {
    const TableRange range = tables_.ranges()[next_table_];
    for (TableEntry& entry : tables_.read(next_table_++)) {
      const TextLine& line = lines_[entry.line];
      Stretch stretch{line.begin, line.tail, {point_of(line.begin), 0}, {}};
      std::vector<Cell> cells;
      cells.reserve(entry.cells.size());
      for (TableEntryCell& one : entry.cells) {
        one.cell.span = {point_of(one.begin), point_of(one.end)};
        cells.push_back(std::move(one.cell));
      }
      stretch.span.end = point_of(line.tail);
      stretch.clauses.push_back({stretch.span.begin, point_of(line.end)});
      Sentence row = sentence_of(SentenceKind::table_row, stretch);
      row.cells = std::move(cells);
      tell(std::move(row));
    }
    place_.end_paragraph();
    return range.last;
  }

  // Lines outside the report proper. Returns the line behind.
  size_t matter(size_t i) {
    const TextLine& line = lines_[i];
    if (zones_[i] == Zone::glossary) add_term(i);
    const SentenceKind kind = zones_[i] == Zone::front ? SentenceKind::front : SentenceKind::back;
    add_sentences(kind, line.begin, line.end, line.tail);
    return i + 1;
  }

  // A heading, a paragraph, or a heading with a paragraph behind it in the same line.
  size_t body(size_t i) {
    const TextLine& line = lines_[i];
    // A page that holds its report twice begins it anew.
    if (i > 0 && zones_[i - 1] != Zone::body) place_ = OutlinePlace(*meta_);
    size_t begin = line.begin;
    if (const auto heading = heading_of(text_, line, i + 1 < lines_.size() ? &lines_[i + 1] : nullptr)) {
      add_heading(*heading, line);
      begin = heading->end;
      size_t end = line.end;
      trim(text_, begin, end);
    } else {
      place_.turn(line.in(text_));
    }
    size_t last = i;
    if (begin < line.end) {
      while (const size_t step = lines_to_next_piece(text_, lines_, last, wraps_[last])) {
        if (!in_body(last + 1) || !in_body(last + step)) break;
        last += step;
      }
      add_sentences(SentenceKind::sentence, begin, lines_[last].end, lines_[last].tail);
    }
    place_.end_paragraph();
    return last + 1;
  }

  void add_heading(const Heading& heading, const TextLine& line) {
    // A dash before a lead sentence (——经济总体回升向好。) belongs to the heading's span.
    const size_t end = heading.end == line.end ? line.tail : heading.end;
    const uint32_t from = point_of(line.begin);
    const Span text_span{point_of(heading.text_begin), point_of(heading.text_end)};
    place_.open(heading.rank,
                {folded(text_.substr(heading.text_begin, heading.text_end - heading.text_begin)), text_span});
    Stretch stretch{line.begin, end, {from, point_of(end)}, {}};
    if (!text_span.empty()) stretch.clauses.push_back(text_span);
    Sentence sentence = sentence_of(SentenceKind::heading, stretch);
    sentence.level = place_.level();
    sentence.section = place_.path_above();
    tell(std::move(sentence));
  }

  void add_sentences(SentenceKind kind, size_t begin, size_t end, size_t tail) {
    std::vector<Stretch>& stretches = splitter_.split(begin, end, point_of(begin));
    if (tail > end && !stretches.empty()) {
      stretches.back().end = tail;
      stretches.back().span.end = point_of(tail);
    }
    for (Stretch& stretch : stretches) tell(sentence_of(kind, stretch));
  }

  Sentence sentence_of(SentenceKind kind, Stretch& stretch) {
    static const auto kNowhere = std::make_shared<const SectionPath>();
    const bool proper = kind != SentenceKind::front && kind != SentenceKind::back;
    return Sentence{.doc = document_.doc,
                    .n = ++sentences_,
                    .kind = kind,
                    .level = 0,
                    .paragraph = paragraph_,
                    .section = proper ? place_.path() : kNowhere,
                    .part = proper ? place_.part() : Part::none,
                    .text = document_.text.substr(stretch.begin, stretch.end - stretch.begin),
                    .span = stretch.span,
                    .clauses = std::move(stretch.clauses),
                    .cells = {},
                    .meta = meta_};
  }

  void tell(Sentence&& sentence) {
    tell_terms(told_);
    told_ = sentence.span.end;
    see_sentence_(std::move(sentence));
  }

  void tell_terms(uint32_t end) {
    for (; !terms_.empty() && terms_.front().term_span.begin < end; terms_.pop_front())
      see_term_(std::move(terms_.front()));
  }

  void add_term(size_t i) {
    if (i < behind_term_) return;
    size_t last = i + 1;
    while (last < zones_.size() && zones_[last] == Zone::glossary && last < i + 40) ++last;
    const auto entry = glossary_entry(text_, lines_, i, last);
    if (!entry) return;
    const Span term{point_of(entry->term_begin), point_of(entry->term_end)};
    const Span definition{point_of(entry->definition_begin), point_of(entry->definition_end)};
    terms_.push_back({document_.doc, folded(text_.substr(entry->term_begin, entry->term_end - entry->term_begin)),
                      folded(text_.substr(entry->definition_begin, entry->definition_end - entry->definition_begin)),
                      term, definition});
    while (behind_term_ < lines_.size() && lines_[behind_term_].end <= entry->definition_end) ++behind_term_;
  }

  // Code points before this byte. Counts on from the last answer: asked in text order, the whole text is counted once.
  uint32_t point_of(size_t byte) {
    if (byte < counted_byte_) {
      const size_t back = count_code_points(text_.substr(byte, counted_byte_ - byte));
      counted_point_ -= static_cast<uint32_t>(back);
    } else {
      counted_point_ += static_cast<uint32_t>(count_code_points(text_.substr(counted_byte_, byte - counted_byte_)));
    }
    counted_byte_ = byte;
    return counted_point_;
  }

  const Document& document_;
  const SeeSentence& see_sentence_;
  const SeeTerm& see_term_;
  const std::string_view text_;
  const std::shared_ptr<const ReportMeta> meta_;
  const std::vector<TextLine> lines_;
  const std::vector<Zone> zones_;
  TableReader tables_;
  size_t next_table_ = 0;
  const std::vector<uint8_t> wraps_;
  Splitter splitter_;
  OutlinePlace place_;
  uint32_t sentences_ = 0;  // told so far
  uint32_t told_ = 0;       // where the last of them ends
  std::deque<Term> terms_;  // that are still to be told
  uint32_t paragraph_ = 0;
  size_t behind_term_ = 0;  // the first line that belongs to no glossary entry yet
  size_t counted_byte_ = 0;
  uint32_t counted_point_ = 0;
};

}  // namespace

void segment(const Document& document, const SeeSentence& see_sentence, const SeeTerm& see_term) {
  const std::string simplified_text = has_traditional(document.text) ? simplified(document.text) : "";
  Outliner(document, simplified_text.empty() ? document.text : simplified_text, see_sentence, see_term).run();
}

Outline segment(const Document& document) {
  Outline outline;
  segment(
      document, [&outline](Sentence&& sentence) { outline.sentences.push_back(std::move(sentence)); },
      [&outline](Term&& term) { outline.terms.push_back(std::move(term)); });
  return outline;
}

}  // namespace zhibiao
