// The observations of one document as checks look at them: with quantities and years, by id, by group, by whole.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/compare.h"
#include "observe/observation.h"

namespace zhibiao {

struct Statement {
  const Observation* told = nullptr;
  std::optional<Quantity> quantity;
  std::optional<int> year;  // where the period is one year
  bool in_table = false;
  std::string key;   // what is measured and whose: indicator, subject, scope
  size_t place = 0;  // among its group

  bool is_amount() const { return told->measure == Measure::level && told->ratio_to.empty() && quantity.has_value(); }
};

class Statements {
 public:
  Statements(const std::vector<Observation>& observations, const FigureWords& words);

  const std::vector<Statement>& all() const { return all_; }
  // Its group in text order: of one that has no end what is near.
  std::span<const Statement* const> group_of(const Statement& figure) const;
  // The amounts in prose that have this name, no subject and no scope, and stand before the figure; nearest last, and
  // of very many those that are near.
  std::span<const Statement* const> amounts_before(const Statement& figure, const std::string& name) const;
  // By the whole's id; parts in text order.
  const std::map<uint32_t, std::vector<const Statement*>>& parts() const { return parts_; }
  const Statement* by_id(uint32_t id) const;
  const std::vector<const Statement*>& with_key(const std::string& key) const;
  const FigureWords& words() const { return *words_; }

 private:
  const FigureWords* words_;
  std::vector<Statement> all_;
  std::map<uint32_t, std::vector<const Statement*>> parts_;
  std::unordered_map<uint32_t, std::vector<const Statement*>> groups_;
  std::unordered_map<uint32_t, const Statement*> by_id_;
  std::unordered_map<std::string, std::vector<const Statement*>> by_key_, amounts_;
};

// 2022 of "2022"; nullopt of ranges, months and quarters.
std::optional<int> year_of(const std::string& period);

// Not a plan: something that happened, or is being counted.
bool happened(const Observation& observation);

}  // namespace zhibiao
