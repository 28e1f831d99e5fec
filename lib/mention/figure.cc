// One pass from left to right. At each character that a number can begin with, in this order: a word of idiom.tsv that
// covers it, a date, an ordinal or rank, 2.04∶1, an amount or range; the amount stands only where its form says so.
#include "mention/figure.h"

#include <algorithm>
#include <utility>

#include "mention/amount.h"
#include "mention/calendar.h"
#include "mention/currency.h"
#include "mention/glyph.h"
#include "mention/numeral.h"
#include "mention/place.h"
#include "mention/range.h"
#include "mention/ratio.h"
#include "mention/shared_unit.h"
#include "mention/standing.h"

namespace zhibiao {
namespace {

constexpr int kIdiomReach = 5;  // characters that a word may have before its numeral: 坚定不移统一

class Scan {
 public:
  Scan(std::string_view text, const FigureWords& words, std::vector<FoundFigure>& out)
      : text_(text), words_(words), out_(out) {}

  void run() {
    for (size_t pos = next_glyph(text_, 0); pos < text_.size(); pos = next_glyph(text_, pos)) {
      pos = std::max(take(pos), pos + 1);
    }
  }

 private:
  // Handles the number that may begin at `pos`; gives where to go on.
  size_t take(size_t pos) {
    const Glyph glyph = glyph_at(text_, pos);
    const auto [idiom_begin, idiom_end] = idiom_at(pos);
    if (idiom_begin < pos && idiom_end > pos && !is_prefix(idiom_begin, pos)) return skip(idiom_end);
    if (glyph.kind == GlyphKind::cue) return take_cue(pos, glyph);
    return take_number(pos, glyph, idiom_begin, idiom_end);
  }

  // The word that covers `pos`, the leftmost and longest; an empty stretch if there is none.
  std::pair<size_t, size_t> idiom_at(size_t pos) const {
    size_t begin = pos;
    std::pair<size_t, size_t> best{pos, pos};
    for (int back = 0; back <= kIdiomReach; ++back) {
      const Trie::Hit hit = words_.idioms.longest(text_, begin);
      const bool covers = hit.length > 0 && begin + hit.length > pos;
      if (covers && !cuts_numeral(begin + hit.length)) best = {begin, begin + hit.length};
      if (begin <= floor_) break;
      begin -= length_before(text_, begin);
      if (begin < floor_) break;
    }
    return best;
  }

  // 这一|百二十个项目: the word ends in the middle of a number.
  bool cuts_numeral(size_t end) const {
    if (end >= text_.size() || end < 3) return false;
    const Glyph next = glyph_at(text_, end);
    return (next.kind == GlyphKind::place || next.kind == GlyphKind::big) &&
           glyph_at(text_, end - length_before(text_, end)).kind == GlyphKind::digit;
  }

  // 第一产业 competes with the ordinal that begins at the same 第, so it is looked at with the number.
  bool is_prefix(size_t begin, size_t pos) const {
    const std::string_view before = text_.substr(begin, pos - begin);
    return before == "第" || before == "前";
  }

  size_t skip(size_t end) {
    floor_ = end;
    return end;
  }

  size_t take_cue(size_t pos, Glyph glyph) {
    if (std::optional<FoundFigure> first = read_first_place(text_, pos)) return add(*std::move(first));
    if (std::optional<FoundFigure> word = read_cue(text_, pos)) return add(*std::move(word));
    return pos + glyph.length;
  }

  size_t take_number(size_t pos, Glyph glyph, size_t idiom_begin, size_t idiom_end) {
    if (std::optional<FoundFigure> place = read_place(text_, pos, floor_, words_)) {
      const bool wins = place->span.end > idiom_end || place->span.begin < idiom_begin;
      return wins ? add(*std::move(place)) : skip(idiom_end);
    }
    const size_t refused = refused_end(text_, pos, words_);
    if (refused > pos) return skip(std::max(refused, idiom_end));
    const size_t date = date_end(text_, pos, words_.units);
    if (date > pos && date > idiom_end) return add_date(pos, date);
    if (const size_t end = take_ratio(pos, glyph)) return end;
    return take_amount(pos, glyph, idiom_end);
  }

  size_t add_date(size_t begin, size_t end) {
    FoundFigure date;
    date.kind = MentionKind::date;
    date.span = date.number_span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    return add(std::move(date));
  }

  size_t take_ratio(size_t pos, Glyph glyph) {
    if (glyph.kind != GlyphKind::arabic) return 0;
    Ratio ratio = read_ratio(text_, pos, words_);
    if (ratio.end == pos) return 0;
    for (FoundFigure& figure : ratio.figures) add(std::move(figure));
    return skip(ratio.end);
  }

  // .77, whose point is before `pos`; not 1.77, 第.7.
  bool has_leading_point(size_t pos) const {
    if (pos <= floor_ || text_[pos - 1] != '.' || !is_ascii_digit(text_[pos])) return false;
    const std::string_view before = character_before(text_, pos - 1);
    return before.empty() || before == " " || before == "\t" || before == "(" || before == "（" || before == "-";
  }

  size_t take_amount(size_t pos, Glyph glyph, size_t idiom_end) {
    if (has_leading_point(pos)) --pos;
    std::optional<Amount> amount = read_amount(text_, pos, words_);
    if (!amount) return skip_unread(pos, glyph, idiom_end);
    if (const size_t sign = sign_before(text_, *amount, floor_, out_.empty() ? 0 : out_.back().span.end)) {
      take_sign(*amount, pos - sign);
    }
    const bool joined = join_range(*amount);
    widen_vague(text_, floor_, *amount);
    const size_t end = amount->found.span.end;
    if (end < idiom_end || (end == idiom_end && !is_sized(text_, *amount))) return skip(idiom_end);
    take_currency(text_, floor_, *amount, words_);
    if (!joined && !stands(text_, *amount)) return std::max<size_t>(idiom_end, unread_end(*amount));
    return add(std::move(amount->found));
  }

  bool join_range(Amount& amount) {
    std::optional<Amount> range = read_range(text_, amount, words_);
    if (range) amount = *std::move(range);
    return range.has_value();
  }

  void take_sign(Amount& amount, size_t begin) {
    if (text_[begin] != '+') return negate(amount, begin);
    amount.found.span.begin = amount.found.number_span.begin = static_cast<uint32_t>(begin);
  }

  // Past a numeral that is no figure, so that its end is not read as another.
  size_t unread_end(const Amount& amount) const {
    return std::max<size_t>(amount.found.number_span.end, amount.found.span.begin + 1);
  }

  size_t skip_unread(size_t pos, Glyph glyph, size_t idiom_end) {
    return std::max({digits_end(text_, pos), pos + glyph.length, idiom_end});
  }

  size_t add(FoundFigure&& figure) {
    if (out_.empty()) out_.reserve(8);
    floor_ = figure.span.end;
    out_.push_back(std::move(figure));
    return floor_;
  }

  std::string_view text_;
  const FigureWords& words_;
  std::vector<FoundFigure>& out_;
  size_t floor_ = 0;  // nothing found later begins before
};

}  // namespace

std::vector<FoundFigure> find_figures(std::string_view folded, const FigureWords& words) {
  std::vector<FoundFigure> out;
  Scan(folded, words, out).run();
  share_units(folded, out);
  return out;
}

}  // namespace zhibiao
