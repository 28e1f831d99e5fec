#include "panel/figure.h"

#include <cstdlib>
#include <functional>

#include "emit/names.h"

namespace zhibiao {
namespace {

constexpr char kBetween = '\x1f';

// Two growths of 2022, 比上年 and without a word, compare with the same year.
const std::string& basis_key(const Row& row) {
  static const std::string kLastYear;
  const std::string& basis = at(row, LongField::basis);
  return basis == "yoy" ? kLastYear : basis;
}

std::string key_of(const Row& row) {
  std::string key = region_key(row);
  const auto add = [&key](const std::string& part) { (key += kBetween) += part; };
  add(at(row, LongField::period));
  add(indicator_key(row));
  for (const LongField field : {LongField::subject, LongField::scope, LongField::measure, LongField::ratio_to,
                                LongField::rank_of, LongField::rank_scope}) {
    add(at(row, field));
  }
  add(basis_key(row));
  add(at(row, LongField::base_unit).empty() ? at(row, LongField::unit) : at(row, LongField::base_unit));
  return key;
}

std::string value_key(const Row& row) {
  std::string key;
  const bool has_base = !at(row, LongField::base_unit).empty();
  const std::array<LongField, 3> base = {LongField::base_value, LongField::base_low, LongField::base_high};
  const std::array<LongField, 3> written = {LongField::value, LongField::low, LongField::high};
  for (const LongField field : has_base ? base : written) (key += kBetween) += at(row, field);
  return key;
}

template <typename Enum, size_t N>
Enum enumerator_at(const Row& row, LongField field, const std::array<std::string_view, N>& names) {
  return enumerator<Enum>(names, at(row, field)).value_or(Enum{});
}

// actual, estimate, baseline: what is known best comes first.
int rank_of(Status status) {
  constexpr std::array<int, 4> kRanks = {0, 1, 3, 2};  // by enumerator
  return kRanks[static_cast<size_t>(status)];
}

int vagueness(const PanelFigure& figure) {
  if (figure.is_range) return 3;
  return figure.bound == Bound::exact ? 0 : figure.bound == Bound::about ? 1 : 2;
}

}  // namespace

const std::string& indicator_key(const Row& row) {
  const std::string& id = at(row, LongField::indicator_id);
  return id.empty() ? at(row, LongField::indicator) : id;
}

std::string region_key(const Row& row) {
  if (const std::string& code = at(row, LongField::region_code); !code.empty()) return code;
  if (const std::string& region = at(row, LongField::region); !region.empty()) return region;
  return kBetween + at(row, LongField::doc);
}

PanelFigure figure_of(const Row& row) {
  PanelFigure figure;
  const std::hash<std::string> hash;
  figure.cell = hash(key_of(row));
  figure.value = hash(value_key(row));
  figure.report_year = std::atoi(at(row, LongField::report_year).c_str());
  figure.status = enumerator_at<Status>(row, LongField::status, kStatusNames);
  figure.bound = enumerator_at<Bound>(row, LongField::bound, kBoundNames);
  figure.has_condition = !at(row, LongField::condition).empty();
  figure.is_range = at(row, LongField::value).empty();
  if (at(row, LongField::period).empty()) figure.reason = Reason::no_period;
  if (at(row, LongField::indicator).empty()) figure.reason = Reason::no_indicator;
  if (at(row, LongField::decision) == "wrong") figure.reason = Reason::rejected;
  return figure;
}

Preference preferred(const PanelFigure& first, const PanelFigure& second) {
  const auto smaller = [](int a, int b, Reason reason) { return Preference{a < b, reason}; };
  if (first.status != second.status) {
    return smaller(rank_of(first.status), rank_of(second.status), Reason::actual_over_estimate);
  }
  if (first.report_year != second.report_year) {
    return smaller(second.report_year, first.report_year, Reason::later_report);
  }
  if (first.has_condition != second.has_condition) {
    return smaller(first.has_condition, second.has_condition, Reason::without_condition);
  }
  if (vagueness(first) != vagueness(second)) {
    return smaller(vagueness(first), vagueness(second), Reason::exact_over_bound);
  }
  return {true, Reason::told_first};
}

}  // namespace zhibiao
