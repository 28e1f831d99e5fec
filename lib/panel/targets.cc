#include "panel/targets.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace zhibiao {
namespace {

struct Amount {
  std::optional<Decimal> value, low, high;
};

Amount amount_of(const Row& row) {
  if (!at(row, LongField::base_unit).empty()) {
    return {Decimal::parse(at(row, LongField::base_value)), Decimal::parse(at(row, LongField::base_low)),
            Decimal::parse(at(row, LongField::base_high))};
  }
  return {Decimal::parse(at(row, LongField::value)), Decimal::parse(at(row, LongField::low)),
          Decimal::parse(at(row, LongField::high))};
}

const std::string& unit_of(const Row& row) {
  const std::string& base = at(row, LongField::base_unit);
  return base.empty() ? at(row, LongField::unit) : base;
}

std::string text_of(const std::optional<Decimal>& number) { return number ? number->to_string() : ""; }

std::string truth(bool is_true) { return is_true ? "true" : "false"; }

// Whether a single value reaches the target; "" where the report does not say in which direction that would be (5%,
// 5%左右).
std::string met(const Row& target, const Amount& planned, const Decimal& came) {
  const std::string& bound = at(target, LongField::bound);
  if (planned.low && planned.high) return truth(!(came < *planned.low) && !(*planned.high < came));
  if (!planned.value) return "";
  if (bound == "at_least") return truth(!(came < *planned.value));
  if (bound == "more") return truth(*planned.value < came);
  if (bound == "at_most") return truth(!(*planned.value < came));
  return bound == "less" ? truth(came < *planned.value) : "";
}

// Both in the base unit, where there is one: 目标 1 万亿元 and 完成 9800 亿元 can be compared.
void put_outcome(Row& row, const Row& target, const Row& outcome) {
  const Amount planned = amount_of(target), came = amount_of(outcome);
  if (unit_of(target) != unit_of(outcome) || !came.value) return;
  const size_t difference = row.size() - 2;
  if (planned.value) row[difference] = (*came.value - *planned.value).to_string();
  row[difference + 1] = met(target, planned, *came.value);
}

Row target_row(const Row& target, const Row* outcome) {
  const Amount planned = amount_of(target);
  Row row;
  for (const LongField field : {LongField::region, LongField::region_code, LongField::period, LongField::indicator_id,
                                LongField::indicator, LongField::subject, LongField::scope, LongField::measure}) {
    row.push_back(at(target, field));
  }
  row.push_back(text_of(planned.value));
  row.push_back(text_of(planned.low));
  row.push_back(text_of(planned.high));
  row.push_back(unit_of(target));
  const std::initializer_list<LongField> kPlaces = {LongField::value_text, LongField::report_year, LongField::doc,
                                                    LongField::id};
  for (const LongField field : {LongField::bound, LongField::tone}) row.push_back(at(target, field));
  for (const LongField field : kPlaces) row.push_back(at(target, field));
  row.push_back(outcome == nullptr ? "" : text_of(amount_of(*outcome).value));
  for (const LongField field : {LongField::bound, LongField::status}) {
    row.push_back(outcome == nullptr ? "" : at(*outcome, field));
  }
  for (const LongField field : kPlaces) row.push_back(outcome == nullptr ? "" : at(*outcome, field));
  row.insert(row.end(), 2, "");
  if (outcome != nullptr) put_outcome(row, target, *outcome);
  return row;
}

// The target that the report of its year gives, before what later reports say it was.
const PanelFigure* better_target(Panel& panel, const PanelFigure* known, const PanelFigure& other) {
  if (known == nullptr) return &other;
  const auto is_of_its_year = [&panel](const PanelFigure& figure) {
    return at(panel.row(figure), LongField::period).substr(0, 4) == std::to_string(figure.report_year);
  };
  const bool known_is = is_of_its_year(*known), other_is = is_of_its_year(other);
  if (known_is != other_is) return known_is ? known : &other;
  return preferred(*known, other).first ? known : &other;
}

}  // namespace

Fields target_fields() {
  using enum FieldType;
  return {{"region", text, "The area that the report is about", ""},
          {"region_code", text, "Its code of GB/T 2260", ""},
          {"period", text, "The time that is planned for", ""},
          {"indicator_id", text, "Key of the indicator in the catalogue", ""},
          {"indicator", text, "What is measured, in the words of the target", ""},
          {"subject", text, "Whose figure it is", ""},
          {"scope", text, "Member of a breakdown, or another area", ""},
          {"measure", text, "level, growth, change or rank", ""},
          {"target", exact, "The target in its base unit", ""},
          {"target_low", exact, "Lower end of a target that is a range", ""},
          {"target_high", exact, "Upper end of a target that is a range", ""},
          {"unit", text, "Unit of target, outcome and difference (a difference of % is in percentage points)", ""},
          {"bound", text, "exact, at_least, more, at_most, less or about", ""},
          {"tone", text, "The word that sets the target's force", ""},
          {"target_text", text, "The target as it is written", ""},
          {"target_report_year", integer, "Year of the report that sets it", ""},
          {"target_doc", text, "That report", ""},
          {"target_id", integer, "Number of the observation in it", ""},
          {"outcome", exact, "What came of it", ""},
          {"outcome_bound", text, "exact, at_least, more, at_most, less or about", ""},
          {"outcome_status", text, "actual, estimate or baseline", ""},
          {"outcome_text", text, "The outcome as it is written", ""},
          {"outcome_report_year", integer, "Year of the report that tells it", ""},
          {"outcome_doc", text, "That report", ""},
          {"outcome_id", integer, "Number of the observation in it", ""},
          {"difference", exact, "Outcome less target", ""},
          {"met", boolean, "Whether the outcome is within the target's bound; null where it has no direction", ""}};
}

void each_target(Panel& panel, const std::function<void(const Row& target, const Row& row)>& see) {
  std::unordered_map<uint64_t, const PanelFigure*> targets, outcomes;
  std::vector<uint64_t> order;
  for (const PanelFigure& figure : panel.figures()) {
    if (!figure.wants_cell()) continue;
    if (!figure.is_target()) {
      if (figure.is_chosen) outcomes[figure.cell] = &figure;
      continue;
    }
    const PanelFigure*& known = targets[figure.cell];
    if (known == nullptr) order.push_back(figure.cell);
    known = better_target(panel, known, figure);
  }
  for (const uint64_t cell : order) {
    const Row target = panel.row(*targets[cell]);
    const auto outcome = outcomes.find(cell);
    if (outcome == outcomes.end()) {
      see(target, target_row(target, nullptr));
    } else {
      const Row came = panel.row(*outcome->second);
      see(target, target_row(target, &came));
    }
  }
}

}  // namespace zhibiao
