#include "check/reports_check.h"

#include <algorithm>
#include <iterator>

#include "check/area.h"
#include "check/change_check.h"
#include "check/compare_words.h"

namespace zhibiao {
namespace {

constexpr int kJumpPercent = 30;

// A figure that a region tells of itself, under a name that another report uses for the same.
bool is_own(const Statement& statement) {
  const Observation& o = *statement.told;
  return !statement.in_table && statement.year && happened(o) && !o.indicator_id.empty() && !o.region.empty() &&
         o.spans.indicator && o.subject.empty() && o.scope.empty() && o.condition.empty() && o.members.empty() &&
         o.ratio_to.empty();
}

bool is_yearly(const Observation& o) { return o.basis.empty() || o.basis == "yoy"; }

std::string what_of(const Observation& o) { return o.region + '\x1f' + o.indicator_id; }

// Those who are ranked together: provinces in the country, cities in a province, counties in a city. "" where that is
// not known: 全国第一 of a county may be among counties.
std::string peers_of(const Observation& o) {
  const std::string& code = o.region_code;
  if (code.size() != 6 || code == "000000") return "";
  const bool province = code.ends_with("0000"), county = !code.ends_with("00");
  if (province && o.rank_scope == "全国") return "provinces";
  if (!province && !county && o.rank_scope == "全省") return "cities of " + code.substr(0, 2);
  if (county && o.rank_scope == "全市") return "counties of " + code.substr(0, 4);
  return "";
}

}  // namespace

ReportsCheck::Row ReportsCheck::row_of(const Statement& statement) const {
  const Observation& o = *statement.told;
  const auto doc = static_cast<uint32_t>(docs_.size() - 1);
  return {doc,          o.id,   o.group,  *statement.year, o.measure, o.rank_of, o.bound,           o.indicator,
          o.value_text, o.unit, o.region, o.value,         o.low,     o.high,    statement.quantity};
}

Observation ReportsCheck::observation_of(const Row& row) const {
  Observation o;
  o.doc = docs_[row.doc];
  o.id = row.id;
  o.indicator = row.name;
  o.measure = row.measure;
  o.value = row.value;
  o.low = row.low;
  o.high = row.high;
  o.unit = row.unit;
  o.bound = row.bound;
  o.region = row.region;
  o.period = std::to_string(row.year);
  o.rank_of = row.rank_of;
  o.value_text = row.value_text;
  return o;
}

void ReportsCheck::add(const Statements& statements) {
  if (statements.all().empty()) return;
  docs_.push_back(statements.all().front().told->doc);
  const auto add_first = [this](Rows& rows, const Statement& statement) {
    const Row row = row_of(statement);
    const bool known = std::any_of(rows.begin(), rows.end(), [&row](const Row& other) {
      return other.doc == row.doc && other.measure == row.measure;
    });
    if (!known) rows.push_back(row);
  };
  const bool of_budgets = is_of_budgets(statements);
  for (const Statement& statement : statements.all()) {
    if (!is_own(statement) || !is_of_whole_area(*statement.told, of_budgets)) continue;
    const Observation& o = *statement.told;
    if (o.measure == Measure::rank) {
      const std::string peers = peers_of(o);
      if (peers.empty() || !o.value || o.bound != Bound::exact) continue;
      const std::string what =
          o.indicator_id + (o.rank_of == RankOf::growth ? "\x1fgrowth\x1f" : "\x1flevel\x1f") + peers;
      add_first(ranks_[{what, *statement.year}], statement);
    } else if (o.measure == Measure::level && statement.quantity && o.unit != "%") {
      add_first(levels_[{what_of(o) + '\x1f' + statement.quantity->unit, *statement.year}], statement);
    } else if (o.measure != Measure::level && statement.quantity && is_yearly(o)) {
      add_first(changes_[{what_of(o), *statement.year}], statement);
    }
  }
}

ReportsCheck::Rows ReportsCheck::before(const Key& key, const Row& now) const {
  const auto found = levels_.find({key.first, key.second - 1});
  Rows rows;
  if (found == levels_.end()) return rows;
  for (const Row& row : found->second) {
    if (row.doc != now.doc && !row.quantity->open_above && !row.quantity->open_below) rows.push_back(row);
  }
  return rows;
}

Finding ReportsCheck::stated_finding(const Row& stated, const Row& now, const Rows& before,
                                     const FigureWords& words) const {
  std::optional<Finding> first;
  const Observation change = observation_of(stated), level = observation_of(now);
  for (const Row& row : before) {
    const Observation past = observation_of(row);
    const bool is_growth = stated.measure == Measure::growth;
    const std::optional<Quantity> computed =
        is_growth ? growth_of(*now.quantity, *row.quantity) : std::optional(*now.quantity - *row.quantity);
    if (!computed) continue;
    Comparison comparison{
        is_growth ? "growth" : "change", {&change, &level, &past}, *stated.quantity, *computed, {}, ""};
    comparison.gap = gap_of(comparison.stated, comparison.computed);
    if (is_growth) comparison.gap.tolerance = comparison.gap.tolerance + growth_margin(change);
    comparison.words = now.region + name_of(level) + time_of(level) + told(level) + (is_growth ? " ÷ " : " − ") +
                       "另一报告所述" + time_of(past) + told(past) + (is_growth ? " − 1" : "");
    Finding finding = finding_of(comparison, words);
    if (finding.ok) return finding;
    if (!first) first = std::move(finding);
  }
  return first.value_or(Finding{});
}

Finding ReportsCheck::jump_finding(const Row& now, const Row& before, bool explained, const FigureWords& words) const {
  const Observation level = observation_of(now), past = observation_of(before);
  const std::optional<Quantity> growth = growth_of(*now.quantity, *before.quantity);
  if (!growth) return {};
  Comparison comparison{"jump", {&level, &past}, *now.quantity, *before.quantity, {}, ""};
  Finding finding = finding_of(comparison, words);
  const Decimal size = std::min(growth->low.abs(), growth->high.abs());
  finding.ok = explained || !(Decimal(kJumpPercent) + growth->rounding < size);
  finding.stated = finding.computed = "";
  finding.difference = rounded(growth->low, 2).to_string();
  finding.tolerance = std::to_string(kJumpPercent);
  finding.unit = "%";
  finding.text = now.region + name_of(level) + time_of(level) + told(level) + "，另一报告所述" + time_of(past) +
                 told(past) + "，变动" + finding.difference + "%" +
                 (explained    ? "，与所述增速相符"
                  : finding.ok ? "，不超过30%"
                               : "，超过30%");
  return finding;
}

std::vector<ReportsCheck::Placed> ReportsCheck::level_findings(const Key& key, const Row& now,
                                                               const FigureWords& words) const {
  const Rows past = before(key, now);
  std::vector<Placed> findings;
  if (past.empty()) return findings;
  bool explained = false;
  const auto told_changes = changes_.find({key.first.substr(0, key.first.rfind('\x1f')), key.second});
  if (told_changes != changes_.end()) {
    for (const Row& stated : told_changes->second) {
      const bool fits = stated.doc == now.doc && stated.group == now.group &&
                        (stated.measure == Measure::growth || stated.quantity->unit == now.quantity->unit);
      if (!fits) continue;
      Finding finding = stated_finding(stated, now, past, words);
      if (finding.doc.empty()) continue;
      explained = explained || finding.ok;
      findings.push_back({stated.doc, stated.id, std::move(finding)});
    }
  }
  Finding jump = jump_finding(now, past.front(), explained, words);
  if (!jump.doc.empty()) findings.push_back({now.doc, now.id, std::move(jump)});
  return findings;
}

std::vector<ReportsCheck::Placed> ReportsCheck::rank_findings(const Rows& rows) const {
  std::vector<Placed> findings;
  for (size_t i = 1; i < rows.size(); ++i) {
    for (size_t k = 0; k < i; ++k) {
      const bool same_region = rows[i].region == rows[k].region, same_rank = *rows[i].value == *rows[k].value;
      if (!same_region && !same_rank) continue;
      const Observation again = observation_of(rows[i]), first = observation_of(rows[k]);
      Finding finding{again.doc,
                      "rank",
                      same_region && same_rank,
                      {{again.doc, again.id}, {first.doc, first.id}},
                      again.value->to_string(),
                      first.value->to_string(),
                      (*again.value - *first.value).to_string(),
                      "0",
                      "",
                      ""};
      finding.text = again.region + time_of(again) + name_of(again) + (again.rank_of == RankOf::growth ? "增速" : "") +
                     told(again) + "，另一报告所述" + first.region + told(first) +
                     (finding.ok    ? "，一致"
                      : same_region ? "，不一致"
                                    : "，两地名次相同");
      findings.push_back({rows[i].doc, rows[i].id, std::move(finding)});
    }
  }
  return findings;
}

std::vector<Finding> ReportsCheck::findings(const FigureWords& words) const {
  std::vector<Placed> placed;
  const auto take = [&placed](std::vector<Placed> some) {
    std::move(some.begin(), some.end(), std::back_inserter(placed));
  };
  for (const auto& [key, rows] : levels_) {
    for (const Row& now : rows) take(level_findings(key, now, words));
  }
  for (const auto& [key, rows] : ranks_) take(rank_findings(rows));
  std::stable_sort(placed.begin(), placed.end(),
                   [](const Placed& a, const Placed& b) { return a.doc != b.doc ? a.doc < b.doc : a.id < b.id; });
  std::vector<Finding> findings;
  for (Placed& one : placed) findings.push_back(std::move(one.finding));
  return findings;
}

}  // namespace zhibiao
