// Which columns the figures of a row stand in when some cells are empty and no place tells them apart: the rates of the
// table's whole rows say what each is of, and only one way to place the figures may keep that true.
#pragma once

#include <string_view>
#include <vector>

namespace zhibiao {

// 1,234.5, -2.6% as a number; for comparing cells, not for telling them.
double amount_in(std::string_view cell);

// One cell of a row; rates have % or, where amounts are whole numbers, a point.
struct RateFigure {
  double value = 0;
  bool percent = false, pointed = false;
};

using RateRow = std::vector<RateFigure>;

// Learns from whole rows, those with a figure in each column.
class TableRates {
 public:
  TableRates() = default;
  explicit TableRates(const std::vector<RateRow>& whole);

  // The columns of the figures, in order; empty unless they are known. Those of a row with all columns are 0, 1, 2, …
  std::vector<size_t> places(const RateRow& row) const;

  // Is the column, of so many, told from others by the table itself, and as a rate?
  bool is_rate(size_t column) const;

 private:
  // rate = 100 × value / base, less 100 where it is a growth.
  struct Rule {
    size_t rate, value, base;
    bool growth;
  };

  void learn(const std::vector<RateRow>& whole, size_t rate);
  bool holds(const std::vector<const RateFigure*>& cells) const;
  bool fits(size_t column, const RateFigure& figure) const;

  size_t columns_ = 0;
  std::vector<bool> percent_, broken_;  // by column: all its figures have %; or where none has, all have a point
  std::vector<Rule> rules_;             // one a rate
};

}  // namespace zhibiao
