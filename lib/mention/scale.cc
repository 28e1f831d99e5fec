#include "mention/scale.h"

#include "mention/glyph.h"

namespace zhibiao {
namespace {

constexpr int kLargestPower = 20;     // of ten
constexpr int kLargestExponent = 99;  // of any base
constexpr size_t kLongestPower = 60;  // characters of what a power comes to

bool goes_on_as_word(std::string_view text, size_t end) {
  return end < text.size() && (is_ascii_digit(text[end]) || is_ascii_letter(text[end]));
}

// Up to two digits at `pos`, with the signs before them: +5, -12, --23.
struct Exponent {
  int value = 0;
  size_t end = 0;  // 0: there is none
};

Exponent exponent_at(std::string_view text, size_t pos, size_t most_signs) {
  bool negative = false;
  for (size_t signs = 0; signs < most_signs && pos < text.size() && (text[pos] == '-' || text[pos] == '+'); ++signs)
    negative ^= text[pos++] == '-';
  int value = 0;
  const size_t digits = pos;
  while (pos < text.size() && pos < digits + 2 && is_ascii_digit(text[pos])) value = value * 10 + (text[pos++] - '0');
  if (pos == digits || goes_on_as_word(text, pos)) return {};
  return {negative ? -value : value, pos};
}

// 1.2e5, -12e-1 and 1.2E+05 of spreadsheets.
std::optional<Scaled> scientific(std::string_view text, size_t end, const Decimal& number) {
  const Exponent power = exponent_at(text, end + 1, 1);
  if (power.end == 0 || power.value > kLargestPower || power.value < -kLargestPower) return std::nullopt;
  return Scaled{number.shifted(power.value), power.end};
}

// 10^4, 1.1^+23.
std::optional<Scaled> power(std::string_view text, size_t end, const Decimal& number) {
  const Exponent exponent = exponent_at(text, end + 1, 2);
  if (exponent.end == 0 || exponent.value > kLargestExponent || exponent.value < -kLargestExponent) return std::nullopt;
  if (exponent.value < 0 && number.is_zero()) return std::nullopt;
  Decimal result(1);
  for (int i = exponent.value < 0 ? -exponent.value : exponent.value; i > 0; --i) {
    result = result * number;
    if (result.to_string().size() > kLongestPower) return std::nullopt;
  }
  if (exponent.value < 0) result = Decimal::divide(Decimal(1), result);
  return Scaled{result, exponent.end};
}

// 1.5×10^8.
std::optional<Scaled> times_power(std::string_view text, size_t end, const Decimal& number) {
  constexpr std::string_view kTimes = "×10^";
  if (!goes_on(text, end, kTimes)) return std::nullopt;
  std::optional<Scaled> scaled = power(text, end + kTimes.size() - 1, Decimal(10));
  if (scaled) scaled->number = scaled->number * number;
  return scaled;
}

// 5k, 15k%, 15K个百分点; not 5km, 4K超高清, 100M宽带.
bool is_multiplier(std::string_view text, size_t letter) {
  const size_t end = letter + 1;
  if (goes_on(text, end, "%") || goes_on(text, end, "个百分点") || goes_on(text, end, "個百分點")) return true;
  return text[letter] == 'k' && !goes_on_as_word(text, end) && !is_han(character_at(text, end)) &&
         !goes_on(text, end, "/");
}

}  // namespace

std::optional<Scaled> read_scale(std::string_view text, size_t end, const Decimal& number) {
  if (end >= text.size()) return std::nullopt;
  switch (text[end]) {
    case 'e':
    case 'E':
      return scientific(text, end, number);
    case '^':
      return power(text, end, number);
    case '\xC3':
      return times_power(text, end, number);
    case 'k':
    case 'K':
    case 'M':
      return is_multiplier(text, end) ? read_thousands(text, end, number) : std::nullopt;
    default:
      return std::nullopt;
  }
}

std::optional<Scaled> read_thousands(std::string_view text, size_t end, const Decimal& number) {
  if (goes_on(text, end, " ")) ++end;
  if (end >= text.size() || goes_on_as_word(text, end + 1)) return std::nullopt;
  if (text[end] == 'k' || text[end] == 'K') return Scaled{number.shifted(3), end + 1};
  if (text[end] == 'M') return Scaled{number.shifted(6), end + 1};
  return std::nullopt;
}

}  // namespace zhibiao
