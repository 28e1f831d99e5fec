#include "panel/wide.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "panel/coverage.h"

namespace zhibiao {
namespace {

struct Place {
  std::string region_key, period;
  friend auto operator<=>(const Place&, const Place&) = default;
};

// A figure that could fill a cell.
struct Match {
  size_t row = 0;
  const PanelFigure* figure = nullptr;
  std::string unit;  // base unit, else the written one
};

bool is_year(const std::string& period) {
  return period.size() == 4 && period.find_first_not_of("0123456789") == std::string::npos;
}

std::string unit_of(const Row& row) {
  const std::string& base = at(row, LongField::base_unit);
  return base.empty() ? at(row, LongField::unit) : base;
}

class WideTable {
 public:
  WideTable(Panel& panel, const WideOptions& options)
      : panel_(panel), options_(options), matches_(options.columns.size()), coverage_(panel, options) {}

  std::vector<WideRow> build() {
    gather();
    for (const Covered& covered : coverage_.covered()) row_of(covered.region_key, covered.year, covered.source);
    for (WideRow& row : rows_) row.cells.resize(options_.columns.size());
    for (size_t column = 0; column < matches_.size(); ++column) fill(column);
    explain();
    sort();
    return std::move(rows_);
  }

  std::vector<std::string> units() {
    gather();
    std::vector<std::string> units;
    for (size_t column = 0; column < matches_.size(); ++column) units.push_back(unit_of_column(column));
    return units;
  }

 private:
  void gather() {
    for (const PanelFigure& figure : panel_.figures()) {
      if (std::find(options_.statuses.begin(), options_.statuses.end(), figure.status) == options_.statuses.end()) {
        continue;
      }
      if (figure.wants_cell()) see(figure);
    }
  }

  void see(const PanelFigure& figure) {
    const Row row = panel_.row(figure);
    const std::string& period = at(row, LongField::period);
    if (!options_.all_periods && !is_year(period)) return;
    for (size_t column = 0; column < options_.columns.size(); ++column) {
      if (!is_of(row, options_.columns[column])) continue;
      const size_t place = row_of(region_key(row), period, figure.source);
      name_row(place, at(row, LongField::region), at(row, LongField::region_code));
      matches_[column].push_back({place, &figure, unit_of(row)});
    }
  }

  size_t row_of(const std::string& key, const std::string& period, size_t source) {
    const auto [found, is_new] = index_.try_emplace({key, period}, rows_.size());
    if (is_new) {
      rows_.push_back({"", "", period, {}});
      keys_.push_back({key, period});
      const Metadata& meta = panel_.sources()[source].meta;
      name_row(found->second, meta.region, meta.region_code);
    }
    return found->second;
  }

  void name_row(size_t row, const std::string& region, const std::string& code) {
    if (rows_[row].region.empty()) rows_[row].region = region;
    if (rows_[row].region_code.empty()) rows_[row].region_code = code;
  }

  // The unit that the most figures of the column have; of --unit the one that it is made of.
  std::string unit_of_column(size_t column) const {
    const UnitScale& scale = options_.columns[column].scale;
    if (!scale.unit.empty()) return scale.base_unit;
    std::map<std::string, size_t> counts;
    for (const Match& match : matches_[column]) ++counts[match.unit];
    const auto fewer = [](const auto& a, const auto& b) { return a.second < b.second; };
    const auto most = std::max_element(counts.begin(), counts.end(), fewer);
    return most == counts.end() ? "" : most->first;
  }

  void fill(size_t column) {
    const std::string unit = unit_of_column(column);
    std::map<size_t, const PanelFigure*> best;
    for (const Match& match : matches_[column]) {
      if (match.unit != unit) {
        rows_[match.row].cells[column].missing = Absence::other_unit;
        continue;
      }
      const auto [found, is_new] = best.try_emplace(match.row, match.figure);
      if (!is_new && !preferred(*found->second, *match.figure).first) found->second = match.figure;
    }
    for (const auto& [row, figure] : best) rows_[row].cells[column] = cell_of(panel_.row(*figure), column);
    for (const Match& match : matches_[column]) {
      const auto found = best.find(match.row);
      if (found == best.end() || match.unit != unit || match.figure->value == found->second->value) continue;
      ++rows_[match.row].cells[column].others;
    }
  }

  WideCell cell_of(const Row& row, size_t column) const {
    WideCell cell;
    const UnitScale& scale = options_.columns[column].scale;
    const bool has_base = !at(row, LongField::base_unit).empty();
    const std::optional<Decimal> value = Decimal::parse(at(row, has_base ? LongField::base_value : LongField::value));
    cell.missing = value ? Absence::none : Absence::range;
    if (value) cell.value = (scale.unit.empty() ? *value : Decimal::divide(*value, scale.factor)).to_string();
    cell.unit = scale.unit.empty() ? unit_of(row) : scale.unit;
    cell.bound = at(row, LongField::bound);
    cell.status = at(row, LongField::status);
    cell.report_year = at(row, LongField::report_year);
    cell.doc = at(row, LongField::doc);
    cell.id = at(row, LongField::id);
    return cell;
  }

  void explain() {
    for (size_t row = 0; row < rows_.size(); ++row) {
      for (size_t column = 0; column < options_.columns.size(); ++column) {
        Absence& missing = rows_[row].cells[column].missing;
        if (missing == Absence::no_report) missing = coverage_.why(keys_[row].region_key, keys_[row].period, column);
      }
    }
  }

  void sort() {
    const auto key = [](const WideRow& row) { return std::tie(row.region_code, row.region, row.period); };
    std::stable_sort(rows_.begin(), rows_.end(),
                     [&key](const WideRow& a, const WideRow& b) { return key(a) < key(b); });
  }

  Panel& panel_;
  const WideOptions& options_;
  std::vector<WideRow> rows_;
  std::vector<Place> keys_;  // by row
  std::map<Place, size_t> index_;
  std::vector<std::vector<Match>> matches_;  // by column
  Coverage coverage_;
};

}  // namespace

std::vector<std::string> usual_units(Panel& panel, const WideOptions& options) {
  return WideTable(panel, options).units();
}

std::vector<WideRow> wide_rows(Panel& panel, const WideOptions& options) { return WideTable(panel, options).build(); }

std::vector<ColumnSpec> usual_columns(Panel& panel, size_t count) {
  std::map<std::string, size_t> cells;
  for (const PanelFigure& figure : panel.figures()) {
    if (!figure.is_chosen || figure.is_target()) continue;
    const Row row = panel.row(figure);
    ColumnSpec column;
    column.names = {indicator_key(row)};
    if (is_year(at(row, LongField::period)) && is_of(row, column)) ++cells[indicator_key(row)];
  }
  std::vector<std::pair<size_t, std::string>> order;
  for (const auto& [indicator, times] : cells) order.emplace_back(times, indicator);
  std::sort(order.begin(), order.end(),
            [](const auto& a, const auto& b) { return std::tie(b.first, a.second) < std::tie(a.first, b.second); });
  std::vector<ColumnSpec> columns;
  for (size_t i = 0; i < std::min(count, order.size()); ++i) {
    columns.push_back({order[i].second, {order[i].second}, "", "", Measure::level, {}});
  }
  return columns;
}

}  // namespace zhibiao
