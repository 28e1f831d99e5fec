#include "check/breakdown_check.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace zhibiao {
namespace {

constexpr uint32_t kReach = 400;  // code points from the whole to its last part

// Names that mean the same, separated by |.
struct Known {
  std::string_view whole;
  std::array<std::string_view, 3> parts;
};

constexpr std::array<Known, 5> kKnown = {{
    {"地区生产总值|国内生产总值|生产总值|GDP",
     {"第一产业增加值|一产增加值", "第二产业增加值|二产增加值", "第三产业增加值|三产增加值"}},
    {"进出口总额|货物进出口总额|外贸进出口总额|外贸进出口|进出口|进出口总值|货物进出口",
     {"出口|出口总额|出口额|货物出口|出口总值", "进口|进口总额|进口额|货物进口|进口总值", ""}},
    {"常住人口|年末常住人口", {"城镇常住人口|城镇人口", "乡村常住人口|农村常住人口|乡村人口|农村人口", ""}},
    {"地方政府债务余额|政府债务余额|债务余额", {"一般债务余额", "专项债务余额", ""}},
    {"地方政府债务限额|政府债务限额|债务限额", {"一般债务限额", "专项债务限额", ""}},
}};

bool is_one_of(std::string_view name, std::string_view names) {
  while (!names.empty()) {
    const size_t end = std::min(names.find('|'), names.size());
    if (names.substr(0, end) == name) return true;
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return false;
}

// 第一产业增加值, or 增加值 of 第一产业, or 出口 of 进出口总额.
bool is_called(const Observation& o, std::string_view names) {
  if (o.scope.empty()) return is_one_of(o.indicator, names);
  return is_one_of(o.scope, names) || is_one_of(o.scope + o.indicator, names);
}

bool belongs(const Statement& part, const Statement& whole) {
  const Observation &p = *part.told, &w = *whole.told;
  return part.is_amount() && !part.in_table && p.subject == w.subject && p.period == w.period && p.status == w.status &&
         part.quantity->unit == whole.quantity->unit && p.condition == w.condition;
}

// The statements from `begin` on up to the next telling of the whole; empty unless every part is among them.
Breakdown breakdown_of(const std::vector<Statement>& all, size_t begin, const Known& known) {
  Breakdown breakdown{&all[begin], {}};
  const auto wanted = static_cast<size_t>(
      std::count_if(known.parts.begin(), known.parts.end(), [](std::string_view names) { return !names.empty(); }));
  for (size_t i = begin + 1; i < all.size() && breakdown.parts.size() < wanted; ++i) {
    const Observation& o = *all[i].told;
    const bool again = all[i].is_amount() && o.scope.empty() && is_one_of(o.indicator, known.whole);
    if (again || o.spans.value.begin > breakdown.whole->told->spans.value.end + kReach) break;
    if (is_called(o, known.parts[breakdown.parts.size()]) && belongs(all[i], *breakdown.whole)) {
      breakdown.parts.push_back(&all[i]);
    }
  }
  if (breakdown.parts.size() < wanted) breakdown.parts.clear();
  return breakdown;
}

}  // namespace

std::vector<Breakdown> complete_breakdowns(const Statements& statements) {
  std::vector<Breakdown> breakdowns;
  const std::vector<Statement>& all = statements.all();
  for (size_t i = 0; i < all.size(); ++i) {
    const Observation& o = *all[i].told;
    if (all[i].in_table || !all[i].is_amount() || !o.scope.empty() || o.status == Status::baseline) continue;
    for (const Known& known : kKnown) {
      if (!is_one_of(o.indicator, known.whole)) continue;
      Breakdown breakdown = breakdown_of(all, i, known);
      if (!breakdown.parts.empty()) breakdowns.push_back(std::move(breakdown));
    }
  }
  return breakdowns;
}

}  // namespace zhibiao
