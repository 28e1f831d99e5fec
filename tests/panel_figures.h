// Observations made by hand for the tests of panels.
#pragma once

#include <string>

#include "observe/observation.h"
#include "panel/panel.h"

namespace zhibiao::testing {

// 地区生产总值 of 2022 in 亿元, actual, from the report `doc`.
inline Observation gdp(const std::string& doc, uint32_t id, const std::string& value) {
  Observation o;
  o.doc = doc;
  o.id = id;
  o.indicator = "地区生产总值";
  o.value = Decimal::parse(value);
  o.unit = "亿元";
  o.base_value = o.value->shifted(8).to_string();
  o.base_unit = "元";
  o.period = "2022";
  o.value_text = value + "亿元";
  o.sentence = "地区生产总值" + value + "亿元。";
  return o;
}

inline Observation growth(const std::string& doc, uint32_t id, const std::string& value) {
  Observation o = gdp(doc, id, value);
  o.measure = Measure::growth;
  o.unit = "%";
  o.base_value = o.base_unit = "";
  o.value_text = value + "%";
  return o;
}

// A report of 甲县 given in `report_year`, on the year before.
inline Source report(const std::string& doc, int report_year, const std::string& region = "甲县") {
  Source source;
  source.doc = doc;
  source.meta.region = region;
  source.meta.report_year = report_year;
  source.meta.year = report_year - 1;
  source.meta.sha256 = "hash of " + doc;
  return source;
}

// The chosen figures' "doc:id" and reasons, in the order they came: "b:1 later_report".
inline std::vector<std::string> chosen(Panel& panel) {
  std::vector<std::string> found;
  for (const PanelFigure& figure : panel.figures()) {
    const Row row = panel.row(figure);
    if (figure.is_chosen)
      found.push_back(at(row, LongField::doc) + ":" + at(row, LongField::id) + " " + at(row, LongField::reason));
  }
  return found;
}

}  // namespace zhibiao::testing
