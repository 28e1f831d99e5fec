#include "mention/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace zhibiao {
namespace {

constexpr size_t kMaxDigits = 80;
constexpr int kQuotientDigits = 16;

// Powers of ten that fit with room to add; what is below the last is kept as a word.
constexpr auto make_powers() {
  std::array<uint64_t, 19> powers{1};
  for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}

constexpr auto kPowers = make_powers();
constexpr uint64_t kTooLong = kPowers.back();

// digits · 10^power, if that is short.
std::optional<uint64_t> scaled(uint64_t digits, int power) {
  if (power >= static_cast<int>(kPowers.size())) return std::nullopt;
  const uint64_t factor = kPowers[static_cast<size_t>(power)];
  return digits <= (kTooLong - 1) / factor ? std::optional(digits * factor) : std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string trimmed(std::string digits) {
  const size_t first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

int compare_whole(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  return a.compare(b);
}

std::string sum(std::string_view a, std::string_view b) {
  std::string out(std::max(a.size(), b.size()) + 1, '0');
  int carry = 0;
  for (size_t i = 0; i < out.size(); ++i) {
    if (i < a.size()) carry += a[a.size() - 1 - i] - '0';
    if (i < b.size()) carry += b[b.size() - 1 - i] - '0';
    out[out.size() - 1 - i] = static_cast<char>('0' + carry % 10);
    carry /= 10;
  }
  return trimmed(std::move(out));
}

// REQUIRES: a >= b.
std::string difference(std::string_view a, std::string_view b) {
  std::string out(a);
  int borrow = 0;
  for (size_t i = 0; i < out.size(); ++i) {
    int digit = out[out.size() - 1 - i] - '0' - borrow;
    if (i < b.size()) digit -= b[b.size() - 1 - i] - '0';
    borrow = digit < 0 ? 1 : 0;
    out[out.size() - 1 - i] = static_cast<char>('0' + digit + 10 * borrow);
  }
  return trimmed(std::move(out));
}

std::string product(std::string_view a, std::string_view b) {
  std::string out(a.size() + b.size(), '0');
  for (size_t i = a.size(); i-- > 0;) {
    int carry = 0;
    for (size_t j = b.size(); j-- > 0;) {
      carry += (a[i] - '0') * (b[j] - '0') + (out[i + j + 1] - '0');
      out[i + j + 1] = static_cast<char>('0' + carry % 10);
      carry /= 10;
    }
    out[i] = static_cast<char>('0' + carry);
  }
  return trimmed(std::move(out));
}

// Takes the divisor off the remainder as often as it goes: one digit of a quotient.
char quotient_digit(std::string& remainder, std::string_view divisor) {
  char digit = '0';
  while (compare_whole(remainder, divisor) >= 0) {
    remainder = difference(remainder, divisor);
    ++digit;
  }
  return digit;
}

}  // namespace

Decimal Decimal::of(std::string digits, int scale, bool negative) {
  while (scale > 0 && !digits.empty() && digits.back() == '0') {
    digits.pop_back();
    --scale;
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  Decimal out;
  if (digits.empty()) return out;
  out.scale_ = scale;
  out.negative_ = negative;
  if (digits.size() < kPowers.size()) {
    std::from_chars(digits.data(), digits.data() + digits.size(), out.digits_);
  } else {
    out.long_ = std::make_shared<const std::string>(std::move(digits));
  }
  return out;
}

Decimal Decimal::of(uint64_t digits, int scale, bool negative) {
  if (digits >= kTooLong) return of(std::to_string(digits), scale, negative);
  for (; scale > 0 && digits % 10 == 0 && digits != 0; --scale) digits /= 10;
  Decimal out;
  if (digits == 0) return out;
  out.digits_ = digits;
  out.scale_ = scale;
  out.negative_ = negative;
  return out;
}

std::string Decimal::digits() const { return long_ ? *long_ : std::to_string(digits_); }

Decimal::Decimal(int64_t whole) {
  const uint64_t magnitude = whole < 0 ? 0 - static_cast<uint64_t>(whole) : static_cast<uint64_t>(whole);
  *this = of(magnitude, 0, whole < 0);
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  const size_t point = std::min(text.find('.'), text.size());
  const size_t count = text.size() - (point < text.size() ? 1 : 0);
  if (point == 0 || point + 1 == text.size() || count > kMaxDigits) return std::nullopt;
  uint64_t word = 0;  // meaningless where there are too many digits
  for (size_t i = 0; i < text.size(); ++i) {
    if (i == point) continue;
    if (!is_digit(text[i])) return std::nullopt;
    word = word * 10 + static_cast<uint64_t>(text[i] - '0');
  }
  const int scale = static_cast<int>(count - point);
  if (count < kPowers.size()) return of(word, scale, negative);
  std::string digits(text.substr(0, point));
  if (point < text.size()) digits.append(text.substr(point + 1));
  return of(std::move(digits), scale, negative);
}

void Decimal::append_to(std::string& out) const {
  char word[24];
  std::string_view digits(word, static_cast<size_t>(std::to_chars(word, word + sizeof word, digits_).ptr - word));
  if (long_) digits = *long_;
  if (negative_) out += '-';
  const size_t scale = static_cast<size_t>(scale_);
  const size_t whole = digits.size() > scale ? digits.size() - scale : 0;
  whole > 0 ? void(out.append(digits.substr(0, whole))) : void(out += '0');
  if (scale == 0) return;
  out += '.';
  if (scale > digits.size()) out.append(scale - digits.size(), '0');
  out.append(digits.substr(whole));
}

std::string Decimal::to_string() const {
  std::string out;
  append_to(out);
  return out;
}

Decimal Decimal::operator-() const {
  Decimal out = *this;
  out.negative_ = !negative_ && !is_zero();
  return out;
}

Decimal Decimal::abs() const { return negative_ ? -*this : *this; }

Decimal Decimal::shifted(int power) const {
  if (is_zero()) return *this;
  const int scale = scale_ - power;
  if (!long_ && scale >= 0) return of(digits_, scale, negative_);
  if (!long_) {
    if (const std::optional<uint64_t> word = scaled(digits_, -scale)) return of(*word, 0, negative_);
  }
  std::string written = digits();
  if (scale < 0) written.append(static_cast<size_t>(-scale), '0');
  return of(std::move(written), std::max(scale, 0), negative_);
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  const std::optional<uint64_t> left = a.long_ ? std::nullopt : scaled(a.digits_, scale - a.scale_);
  const std::optional<uint64_t> right = b.long_ ? std::nullopt : scaled(b.digits_, scale - b.scale_);
  if (left && right) {
    if (a.negative_ == b.negative_) return Decimal::of(*left + *right, scale, a.negative_);
    return *left >= *right ? Decimal::of(*left - *right, scale, a.negative_)
                           : Decimal::of(*right - *left, scale, b.negative_);
  }
  const std::string x = trimmed(a.digits() + std::string(static_cast<size_t>(scale - a.scale_), '0'));
  const std::string y = trimmed(b.digits() + std::string(static_cast<size_t>(scale - b.scale_), '0'));
  if (a.negative_ == b.negative_) return Decimal::of(sum(x, y), scale, a.negative_);
  return compare_whole(x, y) >= 0 ? Decimal::of(difference(x, y), scale, a.negative_)
                                  : Decimal::of(difference(y, x), scale, b.negative_);
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }

Decimal operator*(const Decimal& a, const Decimal& b) {
  const int scale = a.scale_ + b.scale_;
  const bool negative = a.negative_ != b.negative_;
  if (!a.long_ && !b.long_ && (b.digits_ == 0 || a.digits_ <= (kTooLong - 1) / b.digits_)) {
    return Decimal::of(a.digits_ * b.digits_, scale, negative);
  }
  return Decimal::of(product(a.digits(), b.digits()), scale, negative);
}

Decimal Decimal::divide(const Decimal& a, const Decimal& b) {
  if (a.is_zero()) return {};
  const std::string dividend = a.digits(), divisor = b.digits();
  std::string remainder = "0", digits;
  int scale = a.scale_ - b.scale_, significant = 0;
  bool whole = true;
  for (size_t i = 0; i < dividend.size() || (remainder != "0" && significant <= kQuotientDigits); ++i) {
    if (i >= dividend.size()) whole = false;
    remainder = trimmed(remainder + (whole ? dividend[i] : '0'));
    scale += whole ? 0 : 1;
    digits += quotient_digit(remainder, divisor);
    if (significant > 0 || digits.back() != '0') ++significant;
  }
  if (!whole && significant > kQuotientDigits) {
    const bool up = digits.back() >= '5';
    digits.pop_back();
    --scale;
    if (up) digits = sum(trimmed(digits), "1");
  }
  if (scale < 0) digits.append(static_cast<size_t>(-scale), '0');
  return of(std::move(digits), std::max(scale, 0), a.negative_ != b.negative_);
}

int Decimal::compare(const Decimal& a, const Decimal& b) {
  const Decimal gap = a - b;
  if (gap.is_zero()) return 0;
  return gap.negative_ ? -1 : 1;
}

}  // namespace zhibiao
