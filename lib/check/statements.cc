#include "check/statements.h"

#include <algorithm>

namespace zhibiao {
namespace {

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
    all_.push_back({&o, quantity_of(o, words), year_of(o.period), from_table(o), key_of(o)});
  }
  for (const Statement& figure : all_) {
    groups_[figure.told->group].push_back(&figure);
    if (figure.told->part_of) parts_[*figure.told->part_of].push_back(&figure);
    by_id_[figure.told->id] = &figure;
    by_key_[figure.key].push_back(&figure);
  }
}

const Statement* Statements::by_id(uint32_t id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
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
