// An exact decimal number of any length up to 80 digits: no binary floating point between the text and the JSON.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "text/export.h"

namespace zhibiao {

// Value = (-1)^negative · digits · 10^-scale. Normalised: no leading zeros, no trailing zeros in the fraction part
// (scale is 0 or the last digit is not 0), zero has scale 0 and is not negative. So == compares values.
class ZHIBIAO_EXPORT Decimal {
 public:
  Decimal() = default;
  explicit Decimal(int64_t whole);

  // Plain notation with an optional sign: "-2.6", "1234.50"; nullopt for anything else, and over 80 digits.
  static std::optional<Decimal> parse(std::string_view text);

  // The shortest plain form: no exponent, no trailing zeros: "5", "-2.6", "0.3333333333333333".
  std::string to_string() const;
  void append_to(std::string& out) const;

  bool negative() const { return negative_; }
  bool is_zero() const { return digits_ == 0 && !long_; }
  Decimal operator-() const;
  Decimal abs() const;
  // Times 10^power; power may be negative.
  Decimal shifted(int power) const;
  ZHIBIAO_EXPORT friend Decimal operator+(const Decimal& a, const Decimal& b);
  ZHIBIAO_EXPORT friend Decimal operator-(const Decimal& a, const Decimal& b);
  ZHIBIAO_EXPORT friend Decimal operator*(const Decimal& a, const Decimal& b);
  // a / b to 16 significant digits, half up; exact when it ends sooner. REQUIRES: b is not zero.
  static Decimal divide(const Decimal& a, const Decimal& b);
  // <0, 0, >0.
  static int compare(const Decimal& a, const Decimal& b);

  friend bool operator==(const Decimal& a, const Decimal& b) {
    if (a.digits_ != b.digits_ || a.scale_ != b.scale_ || a.negative_ != b.negative_) return false;
    return a.long_ && b.long_ ? *a.long_ == *b.long_ : a.long_ == b.long_;
  }
  friend bool operator<(const Decimal& a, const Decimal& b) { return compare(a, b) < 0; }

 private:
  // Of any digits; makes it normal.
  static Decimal of(std::string digits, int scale, bool negative);
  static Decimal of(uint64_t digits, int scale, bool negative);
  std::string digits() const;

  // Nearly all numbers have few digits: they are one word, which is copied without a call.
  uint64_t digits_ = 0;
  std::shared_ptr<const std::string> long_;  // in place of digits_ where there are more than 18
  int scale_ = 0;
  bool negative_ = false;
};

}  // namespace zhibiao
