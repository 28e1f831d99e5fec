#include "panel/column_spec.h"

#include <algorithm>

#include "emit/names.h"
#include "text/decode.h"
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
  if (valid_utf8_prefix(text) != text.size()) throw Error("the name of a column is no UTF-8");
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

namespace {

const Indicator* indicator_of_key(const std::string& key, const Catalogue& catalogue) {
  const Indicator* indicator = catalogue.by_id(key);
  return indicator != nullptr ? indicator : catalogue.named(key, "");
}

}  // namespace

void know_id(ColumnSpec& column, const Catalogue& catalogue) {
  for (const std::string& name : std::vector<std::string>(column.names)) {
    const Indicator* indicator = indicator_of_key(name, catalogue);
    if (indicator == nullptr) continue;
    const bool known = std::find(column.names.begin(), column.names.end(), indicator->id) != column.names.end();
    if (!known) column.names.push_back(indicator->id);
  }
}

std::vector<std::string> catalogue_names(const std::string& key, const Catalogue& catalogue) {
  std::vector<std::string> names;
  const Indicator* indicator = indicator_of_key(key, catalogue);
  if (indicator == nullptr) return names;
  names.push_back(indicator->name);
  for (const IndicatorName& alias : indicator->aliases) names.push_back(alias.name);
  return names;
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
