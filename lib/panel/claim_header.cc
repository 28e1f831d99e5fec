#include "panel/claim_header.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "text/fold.h"

namespace zhibiao {
namespace {

const std::map<std::string, ClaimField, std::less<>>& words() {
  using enum ClaimField;
  static const std::map<std::string, ClaimField, std::less<>> kWords = {{"region", region},
                                                                        {"county", region},
                                                                        {"city", region},
                                                                        {"province", region},
                                                                        {"name", region},
                                                                        {"地区", region},
                                                                        {"区域", region},
                                                                        {"地方", region},
                                                                        {"地名", region},
                                                                        {"县", region},
                                                                        {"县市", region},
                                                                        {"县区", region},
                                                                        {"区县", region},
                                                                        {"市", region},
                                                                        {"城市", region},
                                                                        {"地市", region},
                                                                        {"省", region},
                                                                        {"省份", region},
                                                                        {"县名", region},
                                                                        {"地区名称", region},
                                                                        {"region_code", region_code},
                                                                        {"code", region_code},
                                                                        {"代码", region_code},
                                                                        {"行政区划代码", region_code},
                                                                        {"区划代码", region_code},
                                                                        {"地区代码", region_code},
                                                                        {"year", year},
                                                                        {"period", year},
                                                                        {"年", year},
                                                                        {"年份", year},
                                                                        {"年度", year},
                                                                        {"时间", year},
                                                                        {"时期", year},
                                                                        {"indicator", indicator},
                                                                        {"指标", indicator},
                                                                        {"指标名称", indicator},
                                                                        {"项目", indicator},
                                                                        {"indicator_id", indicator_id},
                                                                        {"value", value},
                                                                        {"值", value},
                                                                        {"数值", value},
                                                                        {"数据", value},
                                                                        {"指标值", value},
                                                                        {"unit", unit},
                                                                        {"单位", unit},
                                                                        {"计量单位", unit},
                                                                        {"measure", measure},
                                                                        {"subject", subject},
                                                                        {"scope", scope}};
  return kWords;
}

std::string plain(const std::string& header) {
  std::string text = folded(header);
  std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return text;
}

std::string trimmed(const std::string& text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

// 地区生产总值(亿元) → 地区生产总值, 亿元. Brackets of either width.
std::pair<std::string, std::string> without_unit(const std::string& header) {
  for (const auto& [open, close] : {std::pair<std::string, std::string>{"(", ")"}, {"（", "）"}}) {
    const size_t begin = header.rfind(open);
    if (begin == header.npos || begin == 0 || !header.ends_with(close)) continue;
    const size_t from = begin + open.size();
    return {trimmed(header.substr(0, begin)), folded(header.substr(from, header.size() - close.size() - from))};
  }
  return {trimmed(header), ""};
}

bool take_ending(std::string& text, std::string_view ending) {
  if (text.size() <= ending.size() || !text.ends_with(ending)) return false;
  text.resize(text.size() - ending.size());
  return true;
}

// 地区生产总值同比增长 is the growth of 地区生产总值.
Measure take_measure(std::string& name, bool& falls) {
  for (const char* ending : {"同比下降", "比上年下降", "下降率", "降幅", "下降"}) {
    if (take_ending(name, ending)) return falls = true, Measure::growth;
  }
  for (const char* ending : {"同比增长率", "同比增长", "同比增速", "比上年增长", "增长速度", "增长率", "增速", "增幅",
                             "增长", "同比", "_growth"}) {
    if (take_ending(name, ending)) return Measure::growth;
  }
  for (const char* ending : {"排名", "位次", "名次"}) {
    if (take_ending(name, ending)) return Measure::rank;
  }
  return Measure::level;
}

ClaimColumn indicator_column(const std::string& header, const std::string& meaning) {
  ClaimColumn column{header, ClaimField::none, std::nullopt, "", false, std::nullopt};
  std::string name;
  std::tie(name, column.unit) = without_unit(meaning);
  if (column.unit.empty()) column.unit = without_unit(header).second;
  const Measure measure = take_measure(name, column.falls);
  column.indicator = column_named(name, measure);
  return column;
}

std::optional<std::string> meaning_of(const std::string& header, const HeaderMap& map) {
  for (const auto& [name, meaning] : map) {
    if (plain(name) == plain(header)) return meaning;
  }
  return std::nullopt;
}

// A wide table of ours tells more in GDP_unit, GDP_status, …
bool tells_of_another(const std::vector<std::string>& headers, const std::string& header, std::string_view ending) {
  return header.ends_with(ending) &&
         std::find(headers.begin(), headers.end(), header.substr(0, header.size() - ending.size())) != headers.end();
}

}  // namespace

bool is_known_header(const std::string& cell, const HeaderMap& map) {
  return words().contains(plain(cell)) || meaning_of(cell, map).has_value();
}

std::vector<ClaimColumn> claim_columns(const std::vector<std::string>& headers, const HeaderMap& map) {
  std::vector<ClaimColumn> columns;
  for (const std::string& header : headers) {
    const std::optional<std::string> given = meaning_of(header, map);
    const std::string meaning = given.value_or(header);
    const auto word = words().find(plain(meaning));
    const bool is_ours =
        !given && (tells_of_another(headers, header, "_unit") || tells_of_another(headers, header, "_bound") ||
                   tells_of_another(headers, header, "_status") || tells_of_another(headers, header, "_report_year") ||
                   tells_of_another(headers, header, "_doc") || tells_of_another(headers, header, "_id") ||
                   tells_of_another(headers, header, "_others"));
    ClaimColumn column{header, ClaimField::none, std::nullopt, "", false, std::nullopt};
    if (word != words().end()) {
      column.field = word->second;
    } else if (!is_ours && meaning != "-" && !trimmed(meaning).empty()) {
      column = indicator_column(header, meaning);
    }
    const auto unit = std::find(headers.begin(), headers.end(), header + "_unit");
    if (unit != headers.end()) column.unit_column = static_cast<size_t>(unit - headers.begin());
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace zhibiao
