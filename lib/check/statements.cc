#include "check/statements.h"

#include <algorithm>
#include <functional>

namespace zhibiao {
namespace {

// More to one side than any sentence or row of a table tells of one thing; so that a report which tells of nothing else
// takes no longer than others.
constexpr size_t kReach = 40;

bool from_table(const Observation& o) {
  return std::find(o.rules.begin(), o.rules.end(), "table.cell") != o.rules.end();
}

std::string key_of(const Observation& o) {
  const std::string& name = o.indicator_id.empty() ? o.indicator : o.indicator_id;
  return name + '\x1f' + o.subject + '\x1f' + o.scope + '\x1f' + o.condition;
}

}  // namespace

Statements::Statements(const std::vector<Observation>& observations, const FigureWords& words) : words_(&words) {
  all_.reserve(observations.size());
  for (const Observation& o : observations) {
    all_.push_back({&o, quantity_of(o, words), year_of(o.period), from_table(o), key_of(o), 0});
  }
  for (Statement& figure : all_) {
    const Observation& o = *figure.told;
    std::vector<const Statement*>& group = groups_[o.group];
    figure.place = group.size();
    group.push_back(&figure);
    const bool is_plain = figure.is_amount() && !figure.in_table && o.subject.empty() && o.scope.empty();
    if (is_plain) amounts_[o.indicator].push_back(&figure);
    if (figure.told->part_of) parts_[*figure.told->part_of].push_back(&figure);
    by_id_[figure.told->id] = &figure;
    by_key_[figure.key].push_back(&figure);
  }
}

const Statement* Statements::by_id(uint32_t id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

std::span<const Statement* const> Statements::group_of(const Statement& figure) const {
  const std::span<const Statement* const> group = groups_.at(figure.told->group);
  const size_t begin = figure.place - std::min(figure.place, kReach);
  return group.subspan(begin, std::min(group.size(), figure.place + 1 + kReach) - begin);
}

std::span<const Statement* const> Statements::amounts_before(const Statement& figure, const std::string& name) const {
  const auto found = amounts_.find(name);
  if (found == amounts_.end()) return {};
  const auto end = std::lower_bound(found->second.begin(), found->second.end(), &figure, std::less<>());
  const auto count = static_cast<size_t>(end - found->second.begin());
  return std::span(found->second).subspan(count - std::min(count, kReach), std::min(count, kReach));
}

const std::vector<const Statement*>& Statements::with_key(const std::string& key) const {
  static const std::vector<const Statement*> kNone;
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? kNone : found->second;
}

std::optional<int> year_of(const std::string& period) {
  if (period.size() != 4) return std::nullopt;
  int year = 0;
  for (const char c : period) {
    if (c < '0' || c > '9') return std::nullopt;
    year = year * 10 + (c - '0');
  }
  return year;
}

bool happened(const Observation& o) { return o.status == Status::actual || o.status == Status::estimate; }

}  // namespace zhibiao
