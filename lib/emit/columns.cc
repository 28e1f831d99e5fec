#include "emit/columns.h"

#include "emit/names.h"
#include "text/error.h"

namespace zhibiao {
namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string out;
  for (const std::string& text : texts) {
    if (!out.empty()) out += separator;
    out += text;
  }
  return out;
}

std::string digits(const std::optional<Decimal>& number) { return number ? number->to_string() : ""; }

std::string range(const std::string& value, const std::string& low, const std::string& high) {
  return low.empty() && high.empty() ? value : low + ".." + high;
}

std::string value(const Observation& o) { return range(digits(o.value), digits(o.low), digits(o.high)); }

std::string base_value(const Observation& o) { return range(o.base_value, o.base_low, o.base_high); }

template <std::string Observation::*field>
std::string field_text(const Observation& o) {
  return o.*field;
}

std::vector<Column> make_columns() {
  using O = Observation;
  return {
      {"doc", false, field_text<&O::doc>},
      {"id", true, [](const O& o) { return std::to_string(o.id); }},
      {"indicator", false, field_text<&O::indicator>},
      {"members", false, [](const O& o) { return joined(o.members, "、"); }},
      {"indicator_id", false, field_text<&O::indicator_id>},
      {"subject", false, field_text<&O::subject>},
      {"scope", false, field_text<&O::scope>},
      {"measure", false, [](const O& o) { return std::string(name_of(o.measure)); }},
      {"value", true, value},
      {"low", true, [](const O& o) { return digits(o.low); }},
      {"high", true, [](const O& o) { return digits(o.high); }},
      {"unit", false, field_text<&O::unit>},
      {"bound", false, [](const O& o) { return std::string(name_of(o.bound)); }},
      {"ratio_to", false, field_text<&O::ratio_to>},
      {"region", false, field_text<&O::region>},
      {"region_code", false, field_text<&O::region_code>},
      {"period", false, field_text<&O::period>},
      {"status", false, [](const O& o) { return std::string(name_of(o.status)); }},
      {"tone", false, field_text<&O::tone>},
      {"basis", false, field_text<&O::basis>},
      {"rank_of", false, [](const O& o) { return std::string(name_of(o.rank_of)); }},
      {"rank_scope", false, field_text<&O::rank_scope>},
      {"condition", false, field_text<&O::condition>},
      {"base_value", true, base_value},
      {"base_low", true, field_text<&O::base_low>},
      {"base_high", true, field_text<&O::base_high>},
      {"base_unit", false, field_text<&O::base_unit>},
      {"value_text", false, field_text<&O::value_text>},
      {"section", false, [](const O& o) { return joined(o.section, " > "); }},
      {"sentence", false, field_text<&O::sentence>},
      {"group", true, [](const O& o) { return std::to_string(o.group); }},
      {"part_of", true, [](const O& o) { return o.part_of ? std::to_string(*o.part_of) : ""; }},
      {"rules", false, [](const O& o) { return joined(o.rules, " "); }},
  };
}

}  // namespace

const std::vector<Column>& all_columns() {
  static const std::vector<Column> columns = make_columns();
  return columns;
}

std::vector<Column> columns_named(const std::vector<std::string>& names) {
  std::vector<Column> columns;
  for (const std::string& name : names) {
    for (const Column& column : all_columns()) {
      if (column.name == name) columns.push_back(column);
    }
    if (!columns.empty() && columns.back().name == name) continue;
    std::string known;
    for (const Column& column : all_columns()) known.append(known.empty() ? "" : ", ").append(column.name);
    throw Error("no column " + name + "; the columns are " + known);
  }
  return columns;
}

std::vector<Column> default_columns(bool with_doc) {
  std::vector<std::string> names = {"indicator", "scope",  "measure",    "value",     "unit",    "bound",
                                    "period",    "status", "base_value", "base_unit", "sentence"};
  if (with_doc) names.insert(names.begin(), "doc");
  return columns_named(names);
}

}  // namespace zhibiao
