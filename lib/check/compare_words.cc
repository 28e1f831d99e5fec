#include "check/compare_words.h"

#include "canon/units.h"

namespace zhibiao {
namespace {

constexpr int kShownPlaces = 2;

std::string bounded(const Observation& o, const std::string& value) {
  const bool has_more = value.find("余") != std::string::npos || value.find("多") != std::string::npos;
  switch (o.bound) {
    case Bound::about:
      return "约" + value;
    case Bound::more:
      return has_more ? value : "超" + value;
    case Bound::at_least:
      return value + "以上";
    case Bound::at_most:
      return value + "以内";
    case Bound::less:
      return "不到" + value;
    default:
      return value;
  }
}

// What one of the figure's written unit is in the unit of its quantity.
Decimal factor_of(const Observation& o, const FigureWords& words) {
  Observation one = o;
  one.value = Decimal(1);
  one.bound = Bound::exact;
  one.value_text = "1";
  const std::optional<Quantity> quantity = quantity_of(one, words);
  return quantity ? quantity->low : Decimal(1);
}

// 增长, 下降, 增加, 减少, where the value itself does not say.
std::string direction(const Observation& o, const std::string& value) {
  const bool is_growth = o.measure == Measure::growth;
  if ((!is_growth && o.measure != Measure::change) || value.starts_with('-') || value.starts_with("－")) return "";
  const std::optional<Decimal>& number = o.value ? o.value : o.low;
  const bool falls = number && number->negative();
  if (is_growth) return falls ? "下降" : "增长";
  return falls ? "减少" : "增加";
}

std::string number_of(const Quantity& quantity, const Decimal& factor) {
  if (!(quantity.low == quantity.high)) return "";
  return Decimal::divide(quantity.low, factor).to_string();
}

std::string shown(const Quantity& quantity, const Decimal& factor, const std::string& unit) {
  const auto number = [&factor](const Decimal& n) {
    return rounded(Decimal::divide(n, factor), kShownPlaces).to_string();
  };
  const bool is_range = !(quantity.low == quantity.high);
  const std::string bound = quantity.open_above ? "以上" : quantity.open_below ? "以下" : "";
  return number(quantity.low) + (is_range ? "至" + number(quantity.high) : "") + unit + bound;
}

std::string verdict(const Gap& gap, const Decimal& factor, const std::string& unit) {
  if (gap.difference.is_zero()) return "一致";
  const auto number = [&factor, &unit](const Decimal& n) {
    return Decimal::divide(n.abs(), factor).to_string() + unit;
  };
  const std::string apart = "相差" + number(gap.difference);
  return gap.ok() ? apart + "，在允许误差" + number(gap.tolerance) + "以内"
                  : apart + "，超出允许误差" + number(gap.tolerance);
}

}  // namespace

std::string without_spaces(std::string_view text) {
  constexpr std::string_view kWideSpace = "\u3000";
  std::string plain;
  for (size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with(kWideSpace)) {
      i += kWideSpace.size();
    } else {
      if (static_cast<unsigned char>(text[i]) > ' ') plain += text[i];
      ++i;
    }
  }
  return plain;
}

std::string text_between(const Observation& o, uint32_t begin, uint32_t end) {
  std::string text;
  uint32_t next = o.spans.sentence.begin;  // offset of the character after the one that is read
  for (const char byte : o.sentence) {
    if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) ++next;
    if (next > begin && next <= end) text += byte;
  }
  return text;
}

std::string without_direction(const Observation& o) {
  std::string value = without_spaces(o.value_text);
  // A table's unit stands in a header.
  const bool bare = !value.empty() && ((value.back() >= '0' && value.back() <= '9') || value.back() == ')');
  if (bare) value += o.unit;
  return bounded(o, value);
}

std::string told(const Observation& o) { return direction(o, without_spaces(o.value_text)) + without_direction(o); }

std::string name_of(const Observation& o) {
  const std::string name = o.indicator.empty() ? "（未指明）" : without_spaces(o.indicator);
  const std::string whose = o.subject.empty() ? o.scope : o.subject + (o.scope.empty() ? "" : "、" + o.scope);
  return whose.empty() ? name : name + "（" + without_spaces(whose) + "）";
}

std::string time_of(const Observation& o) {
  if (o.period.empty()) return "";
  return o.period.size() == 4 ? o.period + "年" : o.period;
}

Finding finding_of(const Comparison& comparison, const FigureWords& words) {
  const Observation& doubted = *comparison.figures.front();
  const Decimal factor = factor_of(doubted, words);
  Finding finding;
  finding.doc = doubted.doc;
  finding.kind = comparison.kind;
  finding.ok = comparison.gap.ok();
  for (const Observation* figure : comparison.figures) finding.observations.push_back({figure->doc, figure->id});
  finding.stated = number_of(comparison.stated, factor);
  finding.computed = number_of(comparison.computed, factor);
  finding.difference = Decimal::divide(comparison.gap.difference, factor).to_string();
  finding.tolerance = Decimal::divide(comparison.gap.tolerance, factor).to_string();
  finding.unit = doubted.unit;
  finding.text = comparison.words + " = " + shown(comparison.computed, factor, doubted.unit) + "，与" +
                 name_of(doubted) + told(doubted) + verdict(comparison.gap, factor, doubted.unit);
  return finding;
}

}  // namespace zhibiao
