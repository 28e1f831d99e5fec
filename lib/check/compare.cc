#include "check/compare.h"

#include <algorithm>

#include "canon/units.h"
#include "mention/unit.h"

namespace zhibiao {
namespace {

constexpr int kPlaces = 6;

Decimal half_unit(int power) { return Decimal(5).shifted(power - 1); }

bool is_arabic(std::string_view text, size_t pos) {
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (byte >= '0' && byte <= '9') return true;
  return text.substr(pos).starts_with("\xEF\xBC") && pos + 2 < text.size() &&
         static_cast<unsigned char>(text[pos + 2]) >= 0x90 && static_cast<unsigned char>(text[pos + 2]) <= 0x99;
}

bool has_arabic(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (is_arabic(text, i)) return true;
  }
  return false;
}

// Digits behind the first point of "16.50亿元", "３．３％", "1 6．5": spaces inside a number do not count.
int written_decimals(std::string_view text) {
  constexpr std::string_view kWidePoint = "．";
  const size_t plain = text.find('.'), wide = text.find(kWidePoint);
  if (plain == std::string_view::npos && wide == std::string_view::npos) return 0;
  int decimals = 0;
  for (size_t i = plain < wide ? plain + 1 : wide + kWidePoint.size(); i < text.size();) {
    if (is_arabic(text, i)) {
      ++decimals;
      i += static_cast<unsigned char>(text[i]) < 0x80 ? 1 : 3;
    } else if (text[i] == ' ') {
      ++i;
    } else {
      break;
    }
  }
  return decimals;
}

// The power of ten of the last digit that is not 0: 3 of 1856000, -1 of 0.5.
int last_place(const Decimal& number) {
  const std::string digits = number.to_string();
  const size_t point = digits.find('.');
  if (point != std::string::npos) return -static_cast<int>(digits.size() - point - 1);
  const size_t last = digits.find_last_not_of('0');
  return last == std::string::npos ? 0 : static_cast<int>(digits.size() - 1 - last);
}

bool is_fraction(std::string_view text) {
  if (text.find("百分之") != std::string_view::npos || text.find("千分之") != std::string_view::npos) return false;
  return text.find("分之") != std::string_view::npos || text.find("半") != std::string_view::npos;
}

bool is_counted(const std::string& unit, const FigureWords& words) {
  const std::optional<UnitHit> hit = read_unit(unit, 0, words, false);
  return hit && hit->end == unit.size() && (hit->info->counts || hit->info->category == "people");
}

// In the written unit.
Decimal rounding_of(const Observation& o, const Decimal& number, const FigureWords& words) {
  if (o.bound == Bound::about)
    return std::max((number.abs() * Decimal(5)).shifted(-2), half_unit(-written_decimals(o.value_text)));
  if (!has_arabic(o.value_text)) return half_unit(last_place(number));
  const int place = std::min(-written_decimals(o.value_text), std::min(last_place(number), 0));
  return place == 0 && is_counted(o.unit, words) ? Decimal() : half_unit(place);
}

// Percent for one of a growth's unit.
std::optional<Decimal> percent_factor(std::string_view unit) {
  if (unit == "%") return Decimal(1);
  if (unit == "倍") return Decimal(100);
  if (unit == "成") return Decimal(10);
  if (unit == "‰") return Decimal(1).shifted(-1);
  return std::nullopt;
}

struct Scale {
  Decimal factor = Decimal(1);
  std::string unit;
};

std::optional<Scale> scale_of(const Observation& o, const FigureWords& words) {
  if (o.measure == Measure::growth) {
    const std::optional<Decimal> factor = percent_factor(o.unit);
    if (!factor) return std::nullopt;
    return Scale{*factor, "%"};
  }
  if (const std::optional<BaseQuantity> base = to_base(Decimal(1), o.unit, words))
    return Scale{base->value, base->unit};
  return Scale{Decimal(1), o.unit};
}

}  // namespace

std::optional<Quantity> quantity_of(const Observation& o, const FigureWords& words) {
  const std::optional<Decimal>& low = o.value ? o.value : o.low;
  const std::optional<Decimal>& high = o.value ? o.value : o.high;
  if (o.measure == Measure::rank || !low || !high || o.unit == "番" || is_fraction(o.value_text)) return std::nullopt;
  const std::optional<Scale> scale = scale_of(o, words);
  if (!scale) return std::nullopt;
  Quantity quantity{*low, *high, false, false, rounding_of(o, *high, words), scale->unit};
  const bool grows = o.bound == Bound::at_least || o.bound == Bound::more;
  const bool shrinks = o.bound == Bound::at_most || o.bound == Bound::less;
  const bool turned = high->negative();  // 下降超过5% is -5 and what is below
  quantity.open_above = turned ? shrinks : grows;
  quantity.open_below = turned ? grows : shrinks;
  return quantity * scale->factor;
}

Quantity operator+(const Quantity& a, const Quantity& b) {
  return {a.low + b.low,           a.high + b.high, a.open_below || b.open_below, a.open_above || b.open_above,
          a.rounding + b.rounding, a.unit};
}

Quantity operator-(const Quantity& a, const Quantity& b) {
  return a + Quantity{-b.high, -b.low, b.open_above, b.open_below, b.rounding, b.unit};
}

Quantity operator*(const Quantity& a, const Decimal& factor) {
  return {a.low * factor, a.high * factor, a.open_below, a.open_above, a.rounding * factor, a.unit};
}

std::optional<Quantity> percent_of(const Quantity& a, const Quantity& b) {
  const Decimal zero;
  if (a.low.negative() || !(zero < b.low - b.rounding)) return std::nullopt;
  const auto share = [](const Decimal& x, const Decimal& y) { return Decimal::divide(x.shifted(2), y); };
  Quantity quotient{share(a.low, b.high), share(a.high, b.low), false, false, zero, "%"};
  const Decimal up = share(a.high + a.rounding, b.low - b.rounding) - quotient.high;
  const Decimal down = quotient.low - share(std::max(zero, a.low - a.rounding), b.high + b.rounding);
  quotient.rounding = rounded(std::max(up, down), kPlaces) + Decimal(1).shifted(-kPlaces);
  quotient.low = rounded(quotient.low, kPlaces);
  quotient.high = rounded(quotient.high, kPlaces);
  quotient.open_above = a.open_above || b.open_below;
  quotient.open_below = a.open_below || b.open_above;
  return quotient;
}

std::optional<Quantity> growth_of(const Quantity& now, const Quantity& before) {
  std::optional<Quantity> growth = percent_of(now, before);
  if (!growth) return std::nullopt;
  growth->low = growth->low - Decimal(100);
  growth->high = growth->high - Decimal(100);
  return growth;
}

Gap gap_of(const Quantity& stated, const Quantity& computed) {
  const Decimal tolerance = stated.rounding + computed.rounding;
  if (computed.high < stated.low && !stated.open_below && !computed.open_above) {
    return {stated.low - computed.high, tolerance};
  }
  if (stated.high < computed.low && !stated.open_above && !computed.open_below) {
    return {stated.high - computed.low, tolerance};
  }
  return {Decimal(), tolerance};
}

Gap excess_of(const Quantity& part, const Quantity& whole) {
  const Gap gap = gap_of(part, whole);
  return gap.difference.negative() ? Gap{Decimal(), gap.tolerance} : gap;
}

Decimal rounded(const Decimal& number, int places) {
  const std::string digits = number.abs().shifted(places).to_string();
  const size_t point = digits.find('.');
  if (point == std::string::npos) return number;
  Decimal whole = *Decimal::parse(digits.substr(0, point));
  if (digits[point + 1] >= '5') whole = whole + Decimal(1);
  return number.negative() ? -whole.shifted(-places) : whole.shifted(-places);
}

}  // namespace zhibiao
