#include "mention/standing.h"

#include "mention/glyph.h"
#include "text/words.h"

namespace zhibiao {
namespace {

bool is_one_of(std::string_view character, std::string_view set) {
  return !character.empty() && set.find(character) != std::string_view::npos;
}

bool is_code_character(char c) {
  return is_ascii_digit(c) || is_ascii_letter(c) || c == '.' || c == '+' || c == '-' || c == '_';
}

size_t code_end(std::string_view text, size_t pos) {
  while (pos < text.size() && is_code_character(text[pos])) ++pos;
  while (text[pos - 1] == '.' || text[pos - 1] == '-') --pos;
  return pos;
}

// 国道331.
bool follows_road(std::string_view text, size_t pos) {
  if (pos < 6) return false;
  const std::string_view before = text.substr(pos - 6, 6);
  return before == "国道" || before == "省道" || before == "县道";
}

// PM2.5, COVID-19, N+5.
bool follows_letter(std::string_view text, size_t pos) {
  if (pos == 0) return false;
  const char before = text[pos - 1];
  if (is_ascii_letter(before) || before == '_') return true;
  if (pos < 2 || (before != '-' && before != '+')) return false;
  return is_ascii_letter(text[pos - 2]);
}

size_t plain_end(std::string_view text, size_t pos) {
  while (pos < text.size() && (is_ascii_digit(text[pos]) || text[pos] == '.' || text[pos] == ',')) ++pos;
  return pos;
}

constexpr std::string_view kBehindCodes[] = {"号", "號", "热线", "专线", "国道", "省道", "县道", "强", "版"};
constexpr WordSet kBehindCode(kBehindCodes);

// What after its last digit makes a run of digits a code: 5G, 1+3, 1.2.3, 12345热线, 5号线.
bool makes_code(std::string_view text, size_t begin, size_t end, const FigureWords& words) {
  if (end >= text.size()) return false;
  const char next = text[end];
  if (is_ascii_letter(next)) {
    const std::optional<Numeral> numeral = read_numeral(text, begin, words.units);
    return !(numeral && numeral->end > end) && !read_unit(text, end, words, false);
  }
  if (next == '+') return end + 1 < text.size() && (is_ascii_digit(text[end + 1]) || is_ascii_letter(text[end + 1]));
  if (next == '-') return end + 1 < text.size() && is_ascii_letter(text[end + 1]);
  if (next == '.' && begin < end) return false;
  return kBehindCode.begins(text.substr(end));
}

// The number of points between digits: 1.2.3 is a version.
int points(std::string_view digits) {
  int count = 0;
  for (size_t i = 0; i + 1 < digits.size(); ++i) count += digits[i] == '.' && is_ascii_digit(digits[i + 1]);
  return count;
}

size_t digit_count(std::string_view digits) {
  size_t count = 0;
  for (const char c : digits) count += is_ascii_digit(c);
  return count;
}

// 十九届 of 十九届四中全会, 三次 of 十四届人大三次会议, 十次 of 省委十一届十次、十一次全会; 0 for 连续举办三届.
size_t meeting_end(std::string_view text, size_t pos) {
  size_t end = pos;
  for (int digits = 0; digits < 4 && end < text.size(); ++digits) {
    const Glyph glyph = glyph_at(text, end);
    if (glyph.kind != GlyphKind::digit && !(glyph.kind == GlyphKind::place && glyph.value == 1)) break;
    end += glyph.length;
  }
  const bool session = goes_on(text, end, "次");
  if (!session && !goes_on(text, end, "届")) return 0;
  const std::string_view before = character_before(text, pos);
  end += 3;
  if (!session && (is_one_of(before, "委协会国人党") || goes_on(text, end - 3, "届历次"))) return end;
  if (session && before == "届") return end;
  if (session && !is_one_of(before, "大协委、和及")) return 0;
  for (const std::string_view word :
       {"人大", "人民代", "全国人", "全国政", "中央", "政协", "县委", "市委", "省委", "区委", "三中",
        "四中", "五中",   "六中",   "七中",   "一中", "二中", "全会", "会议", "全体", "全委", "党代"}) {
    if (goes_on(text, end, word)) return end;
  }
  return !session && end < text.size() && glyph_at(text, end).kind == GlyphKind::digit ? end : 0;
}

bool is_cue_of_size(std::string_view before) { return is_one_of(before, "近上数几超逾破约过达突余增"); }

// 千, 百亿, 万 without a digit: 万亿元 and 近千家, not 百家争鸣, 千亿级产业, 单位：万元.
bool bare_stands(std::string_view text, const Amount& amount) {
  const FoundFigure& found = amount.found;
  if (found.figure.vague || found.figure.bound != Bound::exact) return true;
  const std::string_view before = character_before(text, found.span.begin);
  const bool cued = is_cue_of_size(before);
  if (amount.unit != nullptr && amount.unit->digits_only) return false;
  if (amount.unit == nullptr) {
    const bool two = amount.form.characters > 1 && amount.power > 0;
    return two && (cued || !is_han(character_at(text, found.span.end)));
  }
  const bool measured = !amount.unit->counts && amount.unit->category != "time" && amount.unit->category != "people";
  const bool grade = goes_on(text, found.span.end, "级");
  return !grade && (cued || (measured && amount.power > 0 && amount.form.characters > 1));
}

// Digits one after the other (二〇二二) or a pair of neighbours (三五个).
bool run_stands(const Amount& amount) {
  if (amount.found.figure.low) return amount.unit != nullptr || amount.power > 0;
  if (amount.unit == nullptr) return amount.form.decimal || amount.power > 0;
  return amount.unit->surface == "折" || amount.form.characters > 2;
}

// A Chinese numeral that is all there is: of one character the whole text, of more between marks of prose.
bool is_alone(std::string_view text, const Amount& amount) {
  const ByteSpan span = amount.found.span;
  if (amount.form.characters == 1) return span.begin == 0 && span.end == text.size();
  const std::string_view before = character_before(text, span.begin), after = character_at(text, span.end);
  return (before.empty() || is_one_of(before, " ,，。;；")) && (after.empty() || is_one_of(after, " ,，。;；"));
}

constexpr std::string_view kContrasts[] = {"而是", "却是", "卻是", "这是", "這是", "还是", "還是", "不是"};
constexpr WordSet kContrast(kContrasts);

// 动态为零。 不是四而是五; not 为一体, 是一却步.
bool is_told(std::string_view text, const Amount& amount) {
  const std::string_view before = character_before(text, amount.found.span.begin);
  if (before != "为" && before != "是" && before != "為") return false;
  const size_t end = amount.found.span.end;
  if (!is_han(character_at(text, end))) return true;
  return before == "是" && kContrast.begins(text.substr(end));
}

constexpr std::string_view kLimits[] = {"以上", "以下", "左右", "以内", "之间"};
constexpr WordSet kLimit(kLimits);

// 超过五十, 五十以上.
bool is_limit(std::string_view text, const Amount& amount) {
  const std::string_view before = character_before(text, amount.found.span.begin);
  const size_t end = amount.found.span.end;
  return kLimit.begins(text.substr(end)) || (is_cue_of_size(before) && !is_han(character_at(text, end)));
}

// 五十 of 五十千, which cannot go on with 千; not 一十百千万.
bool is_cut_off(std::string_view text, const Amount& amount) {
  const size_t end = amount.found.span.end;
  if (end >= text.size() || glyph_at(text, end).kind != GlyphKind::place) return false;
  return amount.found.figure.number && Decimal(10) < *amount.found.figure.number;
}

bool lone_stands(std::string_view text, const Amount& amount) {
  if (amount.unit == nullptr) return is_told(text, amount);
  if (amount.unit->surface == "番") {
    const size_t begin = amount.found.span.begin;
    const size_t reach = std::min<size_t>(begin, 15);  // 翻了将近一番
    const std::string_view before = text.substr(begin - reach, reach);
    return before.find("翻") != std::string_view::npos;
  }
  // 一打鸡蛋, but 一年四打.
  if (amount.unit->surface == "打") return !is_han(character_before(text, amount.found.span.begin));
  return !amount.form.financial;
}

// -2.6%, 负五点二; not 2018-2022.
size_t sign_before(std::string_view text, size_t pos, size_t floor, size_t last_end) {
  if (pos == 0) return 0;
  const char last = text[pos - 1];
  if (last != '-' && last != '+' && !is_continuation(last)) return 0;
  for (const std::string_view sign : {"负的", "負的", "负", "負", "-", "+"}) {
    if (last != sign.back() || pos < floor + sign.size() || text.substr(pos - sign.size(), sign.size()) != sign)
      continue;
    const size_t begin = pos - sign.size();
    if (sign.size() > 1) return sign.size();
    if (begin == last_end && begin > 0) return 0;
    const char before = begin > 0 ? text[begin - 1] : ' ';
    const bool joins = is_ascii_digit(before) || is_ascii_letter(before) || before == ')' || before == '-';
    return joins ? 0 : sign.size();
  }
  return 0;
}

}  // namespace

size_t refused_end(std::string_view text, size_t pos, const FigureWords& words) {
  const GlyphKind kind = glyph_at(text, pos).kind;
  if (kind == GlyphKind::digit || kind == GlyphKind::place) {
    if (const size_t meeting = meeting_end(text, pos)) return meeting;
  }
  if (kind == GlyphKind::digit) {
    const size_t end = digits_end(text, pos);
    return end - pos > 3 * kMaxNumeralDigits ? end : pos;
  }
  if (kind != GlyphKind::arabic) return pos;
  size_t end = plain_end(text, pos);
  while (!is_ascii_digit(text[end - 1])) --end;
  const std::string_view digits = text.substr(pos, end - pos);
  if (digits.size() > kMaxNumeralDigits && digit_count(digits) > kMaxNumeralDigits) return end;
  if (follows_letter(text, pos)) return goes_on(text, end, "%") ? pos : code_end(text, pos);
  if (points(digits) > 1 || (follows_road(text, pos) && points(digits) == 0)) return end;
  return makes_code(text, pos, end, words) ? code_end(text, end) : pos;
}

bool stands(std::string_view text, const Amount& amount) {
  const NumeralForm& form = amount.form;
  if (amount.whole || (!form.chinese && form.digit)) return true;
  if (!form.digit && !(form.placed && form.characters == 1 && amount.power == 0 && amount.found.figure.value &&
                       amount.found.figure.value->abs() == Decimal(10))) {
    return bare_stands(text, amount);
  }
  if (amount.found.figure.vague) return true;
  if (is_alone(text, amount)) return true;
  if (form.characters == 1) return lone_stands(text, amount);
  if (!form.placed || amount.found.figure.low) return run_stands(amount);
  if (amount.unit != nullptr || form.decimal || is_cut_off(text, amount) || is_limit(text, amount)) return true;
  return amount.found.figure.number && Decimal(100) < amount.found.figure.number->abs() + Decimal(1);
}

size_t sign_before(std::string_view text, const Amount& amount, size_t floor, size_t last_end) {
  const size_t pos = amount.found.span.begin;
  if (const size_t sign = sign_before(text, pos, floor, last_end)) return sign;
  constexpr std::string_view kFrost = "零下";
  const bool degrees =
      amount.unit != nullptr && (amount.unit->category == "temperature" || amount.unit->surface == "度");
  if (degrees && pos >= kFrost.size() && goes_on(text, pos - kFrost.size(), kFrost)) return kFrost.size();
  constexpr std::string_view kDash = "- ";  // before what is no number alone it is the mark of a list
  const bool alone = amount.unit == nullptr && amount.found.span.end == text.size();
  return alone && pos == kDash.size() && text.substr(0, pos) == kDash ? pos : 0;
}

bool is_sized(std::string_view text, const Amount& amount) {
  if (amount.form.digit || amount.unit == nullptr || !(amount.unit->counts || amount.unit->category == "people"))
    return false;
  return amount.found.figure.vague || is_cue_of_size(character_before(text, amount.found.span.begin));
}

void widen_vague(std::string_view text, size_t floor, Amount& amount) {
  const bool ten = amount.form.characters == 1 || amount.form.placed;
  const Glyph first = glyph_at(text, amount.found.span.begin);
  if (!ten || (first.kind != GlyphKind::place && first.kind != GlyphKind::big)) return;
  const std::string_view word = character_before(text, amount.found.span.begin);
  if (!is_one_of(word, "数數几幾上") || amount.found.span.begin < floor + word.size()) return;
  const size_t begin = amount.found.span.begin - word.size();
  const std::string_view before = character_before(text, begin);
  if (word == "上" && is_one_of(before, "以网线线之")) return;
  if ((word == "数" || word == "數") && is_one_of(before, "人户总件次台点指基参倍位个份岁多少")) return;
  amount.found.span.begin = amount.found.number_span.begin = static_cast<uint32_t>(begin);
  amount.found.figure.vague = true;
  amount.found.figure.bound = word == "上" ? Bound::at_least : Bound::more;
}

std::optional<FoundFigure> read_cue(std::string_view text, size_t pos) {
  const bool doubled = goes_on(text, pos, "翻番");
  const bool halved = goes_on(text, pos, "对折") || goes_on(text, pos, "對折");
  if (!doubled && !halved) return std::nullopt;
  FoundFigure found;
  found.span = {static_cast<uint32_t>(pos), static_cast<uint32_t>(pos + std::string_view("翻番").size())};
  found.number_span = found.span;
  found.kind = doubled ? MentionKind::multiple : MentionKind::percent;
  found.chinese = true;
  found.figure.unit = doubled ? "番" : "折";
  found.figure.value = Decimal(doubled ? 1 : 5);
  found.figure.number = Decimal(doubled ? 1 : 50);
  return found;
}

}  // namespace zhibiao
