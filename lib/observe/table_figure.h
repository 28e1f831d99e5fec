// The figure of a table's cell: 1,234, -2.6, (12), 100.7%, 5%左右.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mention/mention.h"

namespace zhibiao {

struct TableFigure {
  Decimal value;
  std::string unit;  // behind the number: %, 亿元
  Bound bound = Bound::exact;
};

// nullopt for dashes and words. (12) is -12. REQUIRES: folded text.
std::optional<TableFigure> table_figure(std::string_view cell);

}  // namespace zhibiao
