#include "panel/column_spec.h"

#include <algorithm>

#include "emit/names.h"
#include "text/error.h"

namespace zhibiao {
namespace {

// Growths and changes against the year before; ranks by level for a level's column.
bool is_plain(const Row& row, Measure measure) {
  const std::string& basis = at(row, LongField::basis);
  switch (measure) {
    case Measure::level:
      return at(row, LongField::ratio_to).empty();
    case Measure::growth:
    case Measure::change:
      return basis.empty() || basis == "yoy";
    case Measure::rank:
      return at(row, LongField::rank_of) != "growth";
  }
  return false;
}

}  // namespace

ColumnSpec column_named(std::string_view text, Measure otherwise) {
  ColumnSpec column;
  column.name = text;
  column.measure = otherwise;
  if (const size_t colon = text.rfind(':'); colon != std::string_view::npos) {
    const auto measure = enumerator<Measure>(kMeasureNames, text.substr(colon + 1));
    if (!measure) {
      throw Error(std::string(text) + ": " + std::string(text.substr(colon + 1)) +
                  " is no measure: level, growth, change, rank");
    }
    column.measure = *measure;
    text = text.substr(0, colon);
  } else if (otherwise != Measure::level) {
    column.name.append(":").append(name_of(otherwise));
  }
  const size_t mark = text.find('@');
  if (mark != std::string_view::npos) column.scope = text.substr(mark + 1);
  const std::string indicator(text.substr(0, mark));
  if (indicator.empty()) throw Error("a column without an indicator");
  column.names = {indicator};
  return column;
}

bool is_of(const Row& row, const ColumnSpec& column) {
  const auto is_named = [&column](const std::string& name) {
    return !name.empty() && std::find(column.names.begin(), column.names.end(), name) != column.names.end();
  };
  return (is_named(at(row, LongField::indicator_id)) || is_named(at(row, LongField::indicator))) &&
         at(row, LongField::measure) == name_of(column.measure) && at(row, LongField::subject) == column.subject &&
         at(row, LongField::scope) == column.scope && is_plain(row, column.measure);
}

}  // namespace zhibiao
