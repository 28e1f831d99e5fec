#include "panel/compare.h"

#include <vector>

#include "canon/units.h"
#include "emit/names.h"

namespace zhibiao {
namespace {

using Outcome = ClaimComparison::Outcome;

// How many of the figure's comparable units one of `unit` is: base units, or per cent for growths; nullopt for others.
struct Yardstick {
  Decimal factor = Decimal(1);
  std::string base;
};

std::optional<Yardstick> yardstick(const std::string& unit, const FigureWords& words) {
  if (unit == "倍") return Yardstick{Decimal(100), "%"};
  if (unit == "百分点" || unit == "个百分点" || unit == "pp") return Yardstick{Decimal(1), "个百分点"};
  const std::optional<BaseQuantity> one = to_base(Decimal(1), unit, words);
  if (!one) return std::nullopt;
  return Yardstick{one->value, one->unit};
}

// The figure in its base unit, with what its rounding can be.
struct Stated {
  Written value, low, high;
  bool is_range = false;
  Yardstick stick;  // of its own unit
};

std::optional<Stated> stated_of(const Row& row, const FigureWords& words) {
  Stated stated;
  const std::string& unit = at(row, LongField::unit);
  if (const auto stick = yardstick(unit, words)) {
    stated.stick = *stick;
  } else {
    stated.stick.base = unit;
  }
  const std::string& text = at(row, LongField::value_text);
  const auto number = [&](LongField field) -> std::optional<Written> {
    const std::optional<Decimal> value = Decimal::parse(at(row, field));
    if (!value) return std::nullopt;
    const Written plain = at(row, LongField::bound) == "about" ? written_about(*value) : written(*value, text);
    return plain.times(stated.stick.factor);
  };
  if (const auto value = number(LongField::value)) {
    stated.value = *value;
    return stated;
  }
  const auto low = number(LongField::low), high = number(LongField::high);
  if (!low || !high) return std::nullopt;
  stated.low = *low;
  stated.high = *high;
  stated.is_range = true;
  return stated;
}

bool agrees_with(const Written& claimed, const Stated& stated) {
  if (!stated.is_range) return agree(claimed, stated.value);
  return !(claimed.value < stated.low.value) && !(stated.high.value < claimed.value);
}

// 超1000亿元 neither says 1012 nor that it is wrong.
bool is_within_bound(const Written& claimed, const Stated& stated, const std::string& bound) {
  if (bound == "more" || bound == "at_least") return stated.value.value < claimed.value;
  if (bound == "less" || bound == "at_most") return claimed.value < stated.value.value;
  return false;
}

// The units that a number without one may have been meant in.
std::vector<Decimal> assumed_factors(const TableClaim& claim, const Stated& stated) {
  if (claim.indicator.measure == Measure::rank) return {Decimal(1)};
  if (stated.stick.base == "%" || claim.indicator.measure == Measure::growth) return {Decimal(1), Decimal(100)};
  return {stated.stick.factor, Decimal(1), Decimal(1).shifted(4), Decimal(1).shifted(8)};
}

std::string text_in(const Stated& stated, const Decimal& factor) {
  const auto text = [&factor](const Written& number) { return Decimal::divide(number.value, factor).to_string(); };
  return stated.is_range ? text(stated.low) + ".." + text(stated.high) : text(stated.value);
}

ClaimComparison compared(const TableClaim& claim, const Row& row, const Stated& stated, const Decimal& factor) {
  ClaimComparison comparison;
  const Written claimed = claim.value.times(factor);
  comparison.value = text_in(stated, factor);
  if (!stated.is_range) {
    comparison.difference = Decimal::divide(claimed.value - stated.value.value, factor).to_string();
  }
  const bool opposite = !stated.is_range && agree({-claimed.value, claimed.half}, stated.value);
  if (agrees_with(claimed, stated)) {
    comparison.outcome = Outcome::agrees;
  } else if (!stated.is_range && is_within_bound(claimed, stated, at(row, LongField::bound))) {
    comparison.outcome = Outcome::only_a_bound;
  } else {
    comparison.outcome = Outcome::differs;
    if (opposite) comparison.note = "opposite_sign";
  }
  return comparison;
}

std::string_view without_kind(std::string_view region) {
  for (const std::string_view kind : {"自治州", "自治县", "自治区", "地区", "省", "市", "县", "区", "旗", "盟", "州"}) {
    if (region.size() > kind.size() + 3 && region.ends_with(kind)) return region.substr(0, region.size() - kind.size());
  }
  return region;
}

bool ends_alike(std::string_view a, std::string_view b) { return a.ends_with(b) || b.ends_with(a); }

}  // namespace

ClaimComparison compare(const TableClaim& claim, const Row& row, const FigureWords& words) {
  const std::optional<Stated> stated = stated_of(row, words);
  if (!stated) return {};
  if (claim.indicator.measure == Measure::rank) return compared(claim, row, *stated, Decimal(1));
  if (!claim.unit.empty()) {
    const std::optional<Yardstick> stick = yardstick(claim.unit, words);
    const bool same_word = claim.unit == at(row, LongField::unit);
    if (!same_word && (!stick || stick->base != stated->stick.base)) return {};
    ClaimComparison comparison = compared(claim, row, *stated, same_word ? stated->stick.factor : stick->factor);
    comparison.unit = claim.unit;
    return comparison;
  }
  for (const Decimal& factor : assumed_factors(claim, *stated)) {
    ClaimComparison comparison = compared(claim, row, *stated, factor);
    if (comparison.outcome != Outcome::agrees) continue;
    comparison.note = "unit_assumed";
    comparison.value = text_in(*stated, stated->stick.factor);
    comparison.unit = at(row, LongField::unit);
    comparison.difference.clear();
    return comparison;
  }
  ClaimComparison comparison = compared(claim, row, *stated, stated->stick.factor);
  comparison.unit = at(row, LongField::unit);
  return comparison;
}

bool may_be_one_region(const TableClaim& claim, const std::string& region, const std::string& region_code) {
  if (!claim.region_code.empty() && !region_code.empty()) return claim.region_code == region_code;
  if (claim.region.empty()) return true;
  if (region.empty()) return false;
  if (ends_alike(region, claim.region)) return true;
  return without_kind(claim.region) == claim.region && without_kind(region).ends_with(claim.region);
}

}  // namespace zhibiao
