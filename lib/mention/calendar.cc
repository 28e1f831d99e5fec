#include "mention/calendar.h"

#include "mention/glyph.h"
#include "mention/sum.h"
#include "text/words.h"

namespace zhibiao {
namespace {

constexpr std::string_view kRangeSigns[] = {"—", "–", "～", "至", "到", "─", "〜", "∼", "―"};
// With one of these a date goes on behind a number that is no year.
constexpr std::string_view kBehindNumbers[] = {"世纪", "世紀", "年代", "季度", "时", "点", "月", "日"};
constexpr WordSet kRangeSign(kRangeSigns), kBehindNumber(kBehindNumbers);

// A whole number below 10000 as dates have them; digits is 0 if there is none.
struct Count {
  int value = 0;
  size_t digits = 0;
  size_t end = 0;
};

Count arabic_count(std::string_view text, size_t pos) {
  Count count{0, 0, pos};
  while (count.end < text.size() && is_ascii_digit(text[count.end])) {
    if (++count.digits > 4) return {};
    count.value = count.value * 10 + (text[count.end++] - '0');
  }
  return count;
}

Count count_at(std::string_view text, size_t pos, const Trie& units) {
  if (pos >= text.size()) return {};
  const Glyph glyph = glyph_at(text, pos);
  if (glyph.kind == GlyphKind::arabic) return arabic_count(text, pos);
  if (glyph.kind != GlyphKind::digit && glyph.value != 1) return {};
  if (glyph.kind != GlyphKind::digit && glyph.kind != GlyphKind::place) return {};
  const NumeralSum sum = sum_numeral(text, pos, units, 0);
  if (sum.end == pos || sum.pair || sum.value > 9999) return {};
  return {static_cast<int>(sum.value), sum.form.characters, sum.end};
}

bool is_year(const Count& count) { return count.digits == 4 && count.value >= 1900 && count.value <= 2099; }
bool is_month(const Count& count) { return count.digits > 0 && count.value >= 1 && count.value <= 12; }
bool is_day(const Count& count) { return count.digits > 0 && count.value >= 1 && count.value <= 31; }

// Past 5日; pos if there is none. 30日内 is a length of time, 10日元 money.
size_t day_end(std::string_view text, size_t pos, const Trie& units) {
  const Count day = count_at(text, pos, units);
  if (!is_day(day) || !goes_on(text, day.end, "日")) return pos;
  const size_t end = day.end + 3;
  for (const std::string_view word : {"元", "本", "内", "以", "均", "产", "处理", "供", "之", "游"}) {
    if (goes_on(text, end, word)) return pos;
  }
  return end;
}

// Past 11月, 3月5日, 1—9月.
size_t month_end(std::string_view text, size_t pos, const Trie& units) {
  const Count month = count_at(text, pos, units);
  if (!is_month(month)) return pos;
  if (goes_on(text, month.end, "月")) return day_end(text, month.end + 3, units);
  const size_t sign = range_sign(text, month.end);
  if (sign == 0) return pos;
  const Count last = count_at(text, month.end + sign, units);
  return is_month(last) && last.value > month.value && goes_on(text, last.end, "月") ? last.end + 3 : pos;
}

// Past -06-30 of 2022-06-30.
size_t numeric_end(std::string_view text, size_t pos) {
  if (pos >= text.size() || (text[pos] != '-' && text[pos] != '/' && text[pos] != '.')) return pos;
  const Count month = arabic_count(text, pos + 1);
  if (!is_month(month) || month.digits > 2 || month.end >= text.size() || text[month.end] != text[pos]) return pos;
  const Count day = arabic_count(text, month.end + 1);
  return is_day(day) && day.digits <= 2 ? day.end : pos;
}

// Past the year that was read: 2022|年11月, 2018|—2022年, 2022|-06-30.
size_t year_end(std::string_view text, const Count& year, size_t none, const Trie& units) {
  if (goes_on(text, year.end, "年")) {
    const size_t end = year.end + 3;
    return goes_on(text, end, "度") ? end + 3 : month_end(text, end, units);
  }
  const size_t numeric = numeric_end(text, year.end);
  if (numeric > year.end) return numeric;
  const size_t sign = range_sign(text, year.end);
  if (sign == 0) return none;
  const Count last = count_at(text, year.end + sign, units);
  if (!is_year(last) || last.value <= year.value) return none;
  return goes_on(text, last.end, "年") ? last.end + 3 : last.end;
}

// Past 13时38分 and 8点30分; 0 if it is none.
size_t hour_end(std::string_view text, const Count& hour) {
  if (hour.value > 24 || !(goes_on(text, hour.end, "时") || goes_on(text, hour.end, "点"))) return 0;
  const Count minute = arabic_count(text, hour.end + 3);
  if (minute.digits == 0 || minute.digits > 2 || !goes_on(text, minute.end, "分")) return 0;
  return minute.end + 3;
}

}  // namespace

size_t date_end(std::string_view text, size_t pos, const Trie& units) {
  const Count count = count_at(text, pos, units);
  if (count.digits == 0) return pos;
  if (is_year(count)) return year_end(text, count, pos, units);
  if (range_sign(text, count.end) == 0 && !kBehindNumber.begins(text.substr(count.end))) return pos;
  for (const std::string_view word : {"世纪", "世紀", "年代"}) {
    if (goes_on(text, count.end, word)) return count.end + word.size();
  }
  if (count.value <= 4 && goes_on(text, count.end, "季度")) return count.end + std::string_view("季度").size();
  if (const size_t hour = hour_end(text, count)) return hour;
  const size_t month = month_end(text, pos, units);
  return month > pos ? month : day_end(text, pos, units);
}

size_t range_sign(std::string_view text, size_t pos) {
  if (pos >= text.size()) return 0;
  if (text[pos] == '-') return pos + 1 < text.size() && text[pos + 1] == '-' ? 2 : 1;
  if (text[pos] == '~') return 1;
  return kRangeSign.begins(text.substr(pos)) ? 3 : 0;
}

}  // namespace zhibiao
