// The naive reading keeps one total and multiplies it by 万 or 亿 when it meets one. It breaks at 922兆3372万0368亿:
// the 亿 multiplies what came since 兆 only. So sections wait on a stack, and a multiplier takes those smaller than
// itself.
#include "mention/sum.h"

#include <algorithm>
#include <array>

#include "mention/glyph.h"

namespace zhibiao {
namespace {

using Whole = unsigned __int128;

constexpr int kMaxPower = 38;  // the largest power of ten that a Whole holds

constexpr auto make_powers() {
  std::array<Whole, kMaxPower + 1> powers{};
  powers[0] = 1;
  for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}

constexpr auto kPowers = make_powers();

struct Part {
  Whole value = 0;
  int power = 0;
};

// What 兆, 京 and 垓 are: each 10^4 of the one before it (10^12, 10^16, 10^20), or each 10^8 (10^16, 10^24, 10^32), as
// they must be where 3372万0368亿 follows a 兆.
enum class System : uint8_t { by_four, by_eight };

class Summer {
 public:
  Summer(std::string_view text, size_t pos, const Trie& units, int pick, System system = System::by_four)
      : text_(text), units_(units), begin_(pos), pos_(pos), pick_(pick), system_(system) {}

  NumeralSum read() {
    while (pos_ < text_.size() && step(scaled_glyph(pos_))) {
    }
    return finish();
  }

  // A part is not smaller than the 兆, 京 or 垓 before it.
  bool rises() const { return rises_; }

 private:
  // Takes one element of the numeral; false at its end.
  bool step(Glyph glyph) {
    switch (glyph.kind) {
      case GlyphKind::arabic:
      case GlyphKind::digit:
      case GlyphKind::pair:
        return take_digits(glyph);
      case GlyphKind::tens:
        return take_tens(glyph);
      case GlyphKind::place:
        return take_place(glyph);
      case GlyphKind::big:
        return take_big(glyph);
      default:
        return false;
    }
  }

  Glyph scaled_glyph(size_t pos) const {
    Glyph glyph = glyph_at(text_, pos);
    if (system_ == System::by_eight && glyph.kind == GlyphKind::big && glyph.value > 8)
      glyph.value = static_cast<uint8_t>(8 * (glyph.value / 4 - 1));
    return glyph;
  }

  bool is_first() const { return pos_ == begin_; }
  Glyph peek(size_t pos) const { return pos < text_.size() ? glyph_at(text_, pos) : Glyph{}; }
  bool is_scale(Glyph glyph) const { return glyph.kind == GlyphKind::place || glyph.kind == GlyphKind::big; }

  bool take_digits(Glyph glyph) {
    if (has_current_) return false;
    if (glyph.kind == GlyphKind::pair) return take_two(glyph);
    if (glyph.kind == GlyphKind::digit && glyph.value == 0 && !is_first()) return take_zero(glyph);
    return glyph.kind == GlyphKind::arabic ? take_arabic() : take_chinese(glyph);
  }

  // 两千两百: after its first character a numeral has 两 only before a place (1234两 and 两万两 end with a unit).
  bool take_two(Glyph glyph) {
    if (!is_first() && !is_scale(peek(pos_ + glyph.length))) return false;
    const Glyph next = peek(pos_ + glyph.length);
    if (is_first() && next.kind == GlyphKind::digit && next.value == 3) return take_pair(glyph, next);
    return set_current(2, 1, pos_ + glyph.length, true);
  }

  bool take_zero(Glyph glyph) {
    if (zero_ || !after_scale_) return false;
    zero_ = true;
    ++pending_characters_;
    pos_ += glyph.length;
    return true;
  }

  bool take_arabic() {
    size_t end = pos_;
    Whole value = 0;
    while (end < text_.size() && is_ascii_digit(text_[end]))
      value = value * 10 + static_cast<Whole>(text_[end++] - '0');
    if (end - pos_ > (is_first() ? 18 : 8)) return false;
    if (end + 1 < text_.size() && text_[end] == '.' && is_ascii_digit(text_[end + 1])) return false;
    return set_current(value, end - pos_, end, false);
  }

  bool take_chinese(Glyph glyph) {
    const Glyph next = peek(pos_ + glyph.length);
    if (next.kind == GlyphKind::pair && glyph.value == 1 && is_first()) return take_pair(glyph, next);
    if (next.kind != GlyphKind::digit) return set_current(glyph.value, 1, pos_ + glyph.length, true, glyph.financial);
    const size_t end = run_end();
    const bool two = end == pos_ + glyph.length + next.length;
    const bool neighbours = next.value == glyph.value + 1 || (glyph.value == 3 && next.value == 5);
    if (two && neighbours && glyph.value > 0 && !glyph.financial) return take_pair(glyph, next);
    return is_first() && take_run(end);
  }

  size_t run_end() const {
    size_t end = pos_;
    while (peek(end).kind == GlyphKind::digit) end += glyph_at(text_, end).length;
    return end;
  }

  // 三五, 一两, 十五六.
  bool take_pair(Glyph first, Glyph second) {
    out_.pair = true;
    return set_current(pick_ == 0 ? first.value : second.value, 1, pos_ + first.length + second.length, true);
  }

  // 二〇二二: digits one after the other.
  bool take_run(size_t end) {
    Whole value = 0;
    size_t digits = 0;
    for (size_t at = pos_; at < end; at += glyph_at(text_, at).length, ++digits) {
      if (value > kPowers[kMaxPower] * 10) return false;
      value = value * 10 + glyph_at(text_, at).value;
      out_.form.financial |= glyph_at(text_, at).financial;
    }
    return digits < kMaxNumeralDigits && set_current(value, digits, end, true);
  }

  bool set_current(Whole value, size_t digits, size_t end, bool chinese, bool financial = false) {
    current_ = value;
    current_digits_ = digits;
    has_current_ = true;
    out_.form.digit = true;
    out_.form.chinese |= chinese;
    out_.form.financial |= financial;
    end_element(end, digits);
    power_ = 0;
    return true;
  }

  void end_element(size_t end, size_t characters) {
    out_.form.characters += static_cast<uint32_t>(characters + pending_characters_);
    pending_characters_ = 0;
    pos_ = end_ = end;
  }

  bool take_tens(Glyph glyph) {
    if (has_current_ || place_limit_ <= 1) return false;
    section_ += glyph.value * 10u;
    out_.form.digit = true;
    return end_place(1, glyph);
  }

  bool take_place(Glyph glyph) {
    if (glyph.value >= place_limit_ || starts_unit(glyph)) return false;
    if (has_current_ && current_ > 9 && !(section_ == 0 && parts_ == 0)) return false;
    section_ += (has_current_ ? current_ : 1) * kPowers[glyph.value];
    return end_place(glyph.value, glyph);
  }

  bool end_place(int power, Glyph glyph) {
    place_limit_ = power;
    has_current_ = zero_ = false;
    after_scale_ = true;
    last_power_ = power;
    power_ = 0;
    out_.form.placed = out_.form.chinese = true;
    out_.form.financial |= glyph.financial;
    end_element(pos_ + glyph.length, 1);
    return true;
  }

  bool starts_unit(Glyph glyph) const { return units_.longest(text_, pos_).length > glyph.length; }

  // 北京 and 南京 have nothing to do with 10^16, so 京 counts only below 垓.
  bool may_take_big(Glyph glyph) const {
    const int written = glyph_at(text_, pos_).value;
    if (written == 16 && (parts_ == 0 || stack_[0].power < 20)) return false;
    if (written == 12 && is_first()) return false;
    return !starts_unit(glyph);
  }

  bool take_big(Glyph glyph) {
    if (!may_take_big(glyph)) return false;
    const bool direct = !has_current_ && section_ == 0;
    Whole value = section_ + (place_limit_ < 4 ? rounded_current() : has_current_ ? current_ : 0);
    size_t parts = parts_;
    if (direct && parts == 0) value = 1;
    int power = glyph.value;  // 万亿 is 12, so that 三万亿五千亿 goes on below it
    if (direct && parts > 0) {
      value = stack_[--parts].value;
      power += stack_[parts].power;
    }
    while (parts > 0 && stack_[parts - 1].power < glyph.value) value += stack_[--parts].value;
    if (parts > 0 && stack_[parts - 1].power == glyph.value) return false;
    if (parts == stack_.size() || value > kPowers[kMaxPower] / kPowers[glyph.value] * 3) return false;
    rises_ |= parts > 0 && stack_[parts - 1].power > 8 && value >= kPowers[stack_[parts - 1].power - glyph.value];
    if (power_ == 0) out_.multiplier = pos_;
    power_ += glyph.value;
    stack_[parts] = {value * kPowers[glyph.value], power};
    parts_ = parts + 1;
    end_big(glyph);
    return true;
  }

  void end_big(Glyph glyph) {
    section_ = 0;
    has_current_ = zero_ = false;
    after_scale_ = true;
    place_limit_ = 4;
    last_power_ = glyph.value;
    out_.form.placed = true;
    end_element(pos_ + glyph.length, 1);
  }

  // 一万五 is 15000: a last digit right after a place counts the next lower one. 一万零五 and 3万4000 do not.
  Whole rounded_current() const {
    if (!has_current_) return 0;
    const bool short_form = after_scale_ && !zero_ && current_digits_ == 1;
    return short_form ? current_ * kPowers[last_power_ - 1] : current_;
  }

  NumeralSum finish() {
    out_.value = section_ + rounded_current();
    for (size_t i = 0; i < parts_; ++i) out_.value += stack_[i].value;
    out_.end = end_ == 0 ? begin_ : end_;
    out_.power = power_;
    if (power_ == 0) out_.multiplier = out_.end;
    return out_;
  }

  std::string_view text_;
  const Trie& units_;
  size_t begin_;
  size_t pos_;
  int pick_;
  System system_;
  bool rises_ = false;

  NumeralSum out_;
  size_t end_ = 0;                 // of the last element that counts: 零 alone does not
  size_t pending_characters_ = 0;  // of a 零 that waits for its digit
  std::array<Part, 8> stack_;      // sections with their 亿 and 万, powers falling
  size_t parts_ = 0;
  Whole section_ = 0;  // below the next 万
  Whole current_ = 0;  // digits without a place yet
  size_t current_digits_ = 0;
  bool has_current_ = false;
  bool zero_ = false;  // 零 since the last place
  bool after_scale_ = false;
  int place_limit_ = 4;
  int last_power_ = 0;
  int power_ = 0;  // of the multipliers right before pos_
};

}  // namespace

std::string NumeralSum::digits() const {
  if (value == 0) return "0";
  std::string out;
  for (Whole rest = value; rest > 0; rest /= 10) out += static_cast<char>('0' + static_cast<int>(rest % 10));
  std::reverse(out.begin(), out.end());
  return out;
}

NumeralSum sum_numeral(std::string_view text, size_t pos, const Trie& units, int pick) {
  Summer summer(text, pos, units, pick);
  const NumeralSum sum = summer.read();
  return summer.rises() ? Summer(text, pos, units, pick, System::by_eight).read() : sum;
}

}  // namespace zhibiao
