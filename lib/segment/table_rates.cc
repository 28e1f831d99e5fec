#include "segment/table_rates.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

namespace zhibiao {

namespace {

constexpr size_t kFewestRows = 3, kMostColumns = 8;

double told(double value, double base, bool growth) { return 100 * value / base - (growth ? 100 : 0); }

// As printed, with one or two places behind the point, of amounts that were rounded themselves.
bool near(double rate, double want) { return std::fabs(rate - want) <= 0.06 + std::fabs(want) / 400; }

}  // namespace

double amount_in(std::string_view cell) {
  std::string digits;
  for (const char c : cell)
    if ((c >= '0' && c <= '9') || c == '.' || c == '-') digits += c;
  return std::strtod(digits.c_str(), nullptr);
}

TableRates::TableRates(const std::vector<RateRow>& whole) {
  if (whole.size() < kFewestRows || whole.front().size() > kMostColumns) return;
  columns_ = whole.front().size();
  percent_.assign(columns_, true), broken_.assign(columns_, true);
  for (const RateRow& row : whole) {
    for (size_t c = 0; c < columns_; ++c) {
      percent_[c] = percent_[c] && row[c].percent;
      broken_[c] = broken_[c] && row[c].pointed;
    }
  }
  if (std::find(percent_.begin(), percent_.end(), true) != percent_.end()) broken_ = percent_;
  for (size_t c = 0; c < columns_; ++c) learn(whole, c);
}

// A rule that nine of ten rows obey, and no other rule of the same rate does.
void TableRates::learn(const std::vector<RateRow>& whole, size_t rate) {
  if (!broken_[rate]) return;
  size_t found = 0;
  Rule best{};
  for (size_t value = 0; value < columns_; ++value) {
    for (size_t base = 0; base < columns_; ++base) {
      if (value == base || value == rate || base == rate || broken_[value] || broken_[base]) continue;
      for (const bool growth : {false, true}) {
        size_t good = 0, asked = 0;
        for (const RateRow& row : whole) {
          if (row[base].value == 0) continue;
          ++asked;
          good += near(row[rate].value, told(row[value].value, row[base].value, growth));
        }
        if (asked < kFewestRows || good * 10 < asked * 9) continue;
        ++found;
        best = {rate, value, base, growth};
      }
    }
  }
  if (found == 1) rules_.push_back(best);
}

bool TableRates::fits(size_t column, const RateFigure& figure) const {
  return percent_[column] == figure.percent && (!broken_[column] || figure.pointed || figure.percent);
}

// An empty cell counts as nothing: 164 (empty) -100.0.
bool TableRates::holds(const std::vector<const RateFigure*>& cells) const {
  const auto amount = [&](size_t c) { return cells[c] == nullptr ? 0 : cells[c]->value; };
  for (const Rule& rule : rules_) {
    const double value = amount(rule.value), base = amount(rule.base);
    const bool both = cells[rule.value] != nullptr && cells[rule.base] != nullptr && base != 0;
    if (cells[rule.rate] == nullptr) {
      if (both) return false;  // it would have been told
      continue;
    }
    if (base == 0 || !near(cells[rule.rate]->value, told(value, base, rule.growth))) return false;
  }
  return true;
}

bool TableRates::is_rate(size_t column) const {
  return std::any_of(rules_.begin(), rules_.end(), [column](const Rule& rule) { return rule.rate == column; });
}

std::vector<size_t> TableRates::places(const RateRow& row) const {
  if (rules_.empty() || row.size() > columns_) return {};
  const auto rates = std::count(broken_.begin(), broken_.end(), true);
  if (static_cast<size_t>(rates) != rules_.size()) return {};  // a rate of something that the table does not tell
  std::vector<size_t> only;
  for (size_t chosen = 0; chosen < (size_t{1} << columns_); ++chosen) {
    std::vector<size_t> places;
    for (size_t c = 0; c < columns_; ++c)
      if ((chosen >> c) & 1) places.push_back(c);
    if (places.size() != row.size()) continue;
    std::vector<const RateFigure*> cells(columns_, nullptr);
    bool fit = true;
    for (size_t i = 0; i < row.size(); ++i) {
      cells[places[i]] = &row[i];
      fit = fit && fits(places[i], row[i]);
    }
    const bool told =
        std::any_of(rules_.begin(), rules_.end(), [&](const Rule& r) { return cells[r.rate] != nullptr; });
    if (!fit || !told || !holds(cells)) continue;
    if (!only.empty()) return {};
    only = std::move(places);
  }
  return only;
}

}  // namespace zhibiao
