#include "mention/shared_unit.h"

namespace zhibiao {
namespace {

bool is_bare(const FoundFigure& found) {
  return found.kind == MentionKind::number && !found.chinese && found.figure.value && found.figure.multiplier.empty() &&
         found.span.end == found.number_span.end;
}

// 快于全国3.4个、1个百分点: the 个 of 个百分点.
bool is_point(const FoundFigure& found, const FoundFigure& next) {
  return next.kind == MentionKind::points && found.figure.unit == "个" && found.figure.value &&
         next.figure.unit == "个百分点";
}

bool joins(std::string_view between) {
  return between == "、" || between == "和" || between == "及" || between == "与";
}

bool is_rate(const FoundFigure& found) {
  return (found.kind == MentionKind::percent && found.figure.unit == "%") || found.kind == MentionKind::points;
}

bool told_respectively(std::string_view text, size_t end) {
  constexpr size_t kReach = 90;
  const std::string_view before = text.substr(end - std::min(end, kReach), std::min(end, kReach));
  return before.find("分别") != before.npos || before.find("依次") != before.npos;
}

void share(const FoundFigure& from, FoundFigure& to) {
  to.kind = from.kind;
  to.figure.unit = from.figure.unit;
  to.figure.multiplier = from.figure.multiplier;
  const std::optional<Decimal> factor = Decimal::parse(from.figure.multiplier);
  if (factor) to.figure.number = *to.figure.value * *factor;
}

}  // namespace

void share_units(std::string_view text, std::vector<FoundFigure>& figures) {
  for (size_t i = figures.size(); i-- > 1;) {
    const FoundFigure& next = figures[i];
    FoundFigure& one = figures[i - 1];
    if ((!is_bare(one) && !is_point(one, next)) || !next.figure.value || next.figure.unit.empty()) continue;
    if (!joins(text.substr(one.span.end, next.span.begin - one.span.end))) continue;
    const bool quantity = next.kind == MentionKind::quantity && told_respectively(text, one.span.begin);
    if (is_rate(next) || quantity) share(next, one);
  }
}

}  // namespace zhibiao
