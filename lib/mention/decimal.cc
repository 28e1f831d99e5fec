#include "mention/decimal.h"

#include <algorithm>

namespace zhibiao {
namespace {

constexpr size_t kMaxDigits = 80;
constexpr int kQuotientDigits = 16;

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

Decimal::Decimal(int64_t whole) : negative_(whole < 0) {
  const uint64_t magnitude = whole < 0 ? 0 - static_cast<uint64_t>(whole) : static_cast<uint64_t>(whole);
  digits_ = std::to_string(magnitude);
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  Decimal out;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    out.negative_ = text[0] == '-';
    text.remove_prefix(1);
  }
  const size_t point = std::min(text.find('.'), text.size());
  const size_t digits = text.size() - (point < text.size() ? 1 : 0);
  if (point == 0 || point + 1 == text.size() || digits > kMaxDigits) return std::nullopt;
  for (size_t i = 0; i < text.size(); ++i) {
    if (i != point && !is_digit(text[i])) return std::nullopt;
  }
  out.digits_.assign(text.substr(0, point));
  if (point < text.size()) out.digits_.append(text.substr(point + 1));
  out.scale_ = static_cast<int>(digits - point);
  out.normalise();
  return out;
}

void Decimal::append_to(std::string& out) const {
  if (negative_) out += '-';
  const size_t scale = static_cast<size_t>(scale_);
  if (digits_.size() > scale) {
    out.append(digits_, 0, digits_.size() - scale);
  } else {
    out += '0';
  }
  if (scale == 0) return;
  out += '.';
  if (scale > digits_.size()) out.append(scale - digits_.size(), '0');
  out.append(digits_, digits_.size() > scale ? digits_.size() - scale : 0);
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
  Decimal out = *this;
  out.scale_ -= power;
  if (out.scale_ < 0) {
    out.digits_.append(static_cast<size_t>(-out.scale_), '0');
    out.scale_ = 0;
  }
  out.normalise();
  return out;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  const int scale = std::max(a.scale_, b.scale_);
  const std::string left = a.digits_ + std::string(static_cast<size_t>(scale - a.scale_), '0');
  const std::string right = b.digits_ + std::string(static_cast<size_t>(scale - b.scale_), '0');
  const std::string x = trimmed(left), y = trimmed(right);
  Decimal out;
  out.scale_ = scale;
  if (a.negative_ == b.negative_) {
    out.digits_ = sum(x, y);
    out.negative_ = a.negative_;
  } else if (compare_whole(x, y) >= 0) {
    out.digits_ = difference(x, y);
    out.negative_ = a.negative_;
  } else {
    out.digits_ = difference(y, x);
    out.negative_ = b.negative_;
  }
  out.normalise();
  return out;
}

Decimal operator-(const Decimal& a, const Decimal& b) { return a + -b; }

Decimal operator*(const Decimal& a, const Decimal& b) {
  Decimal out;
  out.digits_ = product(a.digits_, b.digits_);
  out.scale_ = a.scale_ + b.scale_;
  out.negative_ = a.negative_ != b.negative_;
  out.normalise();
  return out;
}

Decimal Decimal::divide(const Decimal& a, const Decimal& b) {
  Decimal out;
  if (a.is_zero()) return out;
  std::string remainder = "0", digits;
  int scale = a.scale_ - b.scale_, significant = 0;
  bool whole = true;
  for (size_t i = 0; i < a.digits_.size() || (remainder != "0" && significant <= kQuotientDigits); ++i) {
    if (i >= a.digits_.size()) whole = false;
    remainder = trimmed(remainder + (whole ? a.digits_[i] : '0'));
    scale += whole ? 0 : 1;
    digits += quotient_digit(remainder, b.digits_);
    if (significant > 0 || digits.back() != '0') ++significant;
  }
  if (!whole && significant > kQuotientDigits) {
    const bool up = digits.back() >= '5';
    digits.pop_back();
    --scale;
    if (up) digits = sum(trimmed(digits), "1");
  }
  out.digits_ = std::move(digits);
  out.scale_ = scale;
  if (out.scale_ < 0) {
    out.digits_.append(static_cast<size_t>(-out.scale_), '0');
    out.scale_ = 0;
  }
  out.negative_ = a.negative_ != b.negative_;
  out.normalise();
  return out;
}

int Decimal::compare(const Decimal& a, const Decimal& b) {
  const Decimal gap = a - b;
  if (gap.is_zero()) return 0;
  return gap.negative_ ? -1 : 1;
}

void Decimal::normalise() {
  while (scale_ > 0 && !digits_.empty() && digits_.back() == '0') {
    digits_.pop_back();
    --scale_;
  }
  const size_t first = digits_.find_first_not_of('0');
  digits_.erase(0, std::min(first, digits_.size()));
  if (!digits_.empty()) return;
  digits_ = "0";
  scale_ = 0;
  negative_ = false;
}

}  // namespace zhibiao
