// Reports against each other: what one tells of a year against what another told of the year before, and ranks that
// two regions claim. Keeps a short row for each figure of the catalogue that is a region's own, not the observation.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "canon/finding.h"
#include "check/statements.h"

namespace zhibiao {

class ReportsCheck {
 public:
  void add(const Statements& statements);

  // Kinds `growth` and `change` against last year's report, `jump`, `rank`; in the order in which the reports came.
  std::vector<Finding> findings(const FigureWords& words) const;

 private:
  // What is left of an observation.
  struct Row {
    uint32_t doc = 0;  // index into docs_
    uint32_t id = 0;
    uint32_t group = 0;
    int year = 0;
    Measure measure = Measure::level;
    RankOf rank_of = RankOf::none;
    Bound bound = Bound::exact;
    std::string name, value_text, unit, region;
    std::optional<Decimal> value, low, high;
    std::optional<Quantity> quantity;
  };
  using Rows = std::vector<Row>;
  using Key = std::pair<std::string, int>;  // what is measured and whose, and the year
  struct Placed {
    uint32_t doc = 0, id = 0;
    Finding finding;
  };

  Row row_of(const Statement& statement) const;
  Observation observation_of(const Row& row) const;
  // The levels of the year before, as other reports told them.
  Rows before(const Key& key, const Row& now) const;
  std::vector<Placed> level_findings(const Key& key, const Row& now, const FigureWords& words) const;
  Finding stated_finding(const Row& stated, const Row& now, const Rows& before, const FigureWords& words) const;
  Finding jump_finding(const Row& now, const Row& before, bool explained, const FigureWords& words) const;
  std::vector<Placed> rank_findings(const Rows& rows) const;

  std::vector<std::string> docs_;
  std::map<Key, Rows> levels_;   // by region, indicator, unit
  std::map<Key, Rows> changes_;  // the growths and changes told of them, by region, indicator
  std::map<Key, Rows> ranks_;    // by indicator, what is ranked, among whom
};

}  // namespace zhibiao
