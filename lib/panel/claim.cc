#include "panel/claim.h"

#include <algorithm>
#include <optional>

#include "emit/names.h"
#include "panel/claim_header.h"
#include "text/decode.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/words.h"

namespace zhibiao {
namespace {

constexpr size_t kHeaderWithin = 10;  // rows: titles and notes may stand before it

std::string trimmed(std::string text) {
  text = folded(text);
  const size_t begin = text.find_first_not_of(" \t\r\n");
  return begin == text.npos ? "" : text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

bool is_blank(const std::string& text) {
  const Words blanks = {"",    "-",   "--",  "—",   "——",   "–",    "…",  ".",    "..", "na", "NA",
                        "n/a", "N/A", "NaN", "nan", "null", "NULL", "无", "缺失", "/",  "*"};
  return std::find(blanks.begin(), blanks.end(), text) != blanks.end();
}

// 2022 of 2022, 2022年, 2022-12-31 and 2022.0; other periods as the panel writes them.
std::string period_of(const std::string& cell) {
  std::string text = trimmed(cell);
  const auto digits = [&text] { return text.find_first_not_of("0123456789") == 4 || text.size() == 4; };
  if (text.size() >= 4 && digits()) {
    const std::string rest = text.substr(4);
    if (rest.empty() || rest == "年" || rest == ".0" || rest == "年度" || rest == "-12-31" || rest == "-01-01") {
      return text.substr(0, 4);
    }
  }
  return text;
}

struct Number {
  Written value;
  std::string unit;
};

// −1,234.5 · (12) · 5.2% · 424亿元 · 424.30
std::optional<Number> number_in(std::string text) {
  for (const char* minus : {"−", "－", "–"}) {
    if (text.starts_with(minus)) text.replace(0, std::string_view(minus).size(), "-");
  }
  bool negative = false;
  for (const auto& [open, close] : {std::pair<std::string, std::string>{"(", ")"}, {"（", "）"}}) {
    if (!text.starts_with(open) || !text.ends_with(close)) continue;
    negative = true;
    text = text.substr(open.size(), text.size() - open.size() - close.size());
  }
  std::string digits;
  size_t end = 0;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (c == ',' && !digits.empty()) continue;
    if ((c < '0' || c > '9') && c != '.' && !((c == '-' || c == '+') && digits.empty())) break;
    if (c != '+') digits += c;
  }
  const std::optional<Decimal> value = Decimal::parse(digits);
  if (!value) return std::nullopt;
  return Number{written(negative ? -*value : *value, digits), trimmed(text.substr(end))};
}

class ClaimReader {
 public:
  ClaimReader(const Sheet& sheet, const HeaderMap& map) : sheet_(sheet), map_(map) {}

  TableClaims read() {
    const size_t header = header_row();
    columns_ = claim_columns(sheet_.rows[header].cells, map_);
    const bool is_long = find(ClaimField::indicator) || find(ClaimField::indicator_id);
    if (!find(ClaimField::year)) throw Error("no column is a year: name it with --map HEADER=year");
    if (is_long && !find(ClaimField::value)) throw Error("no column is a value: name it with --map HEADER=value");
    if (!is_long) drop_texts(header);
    for (size_t i = header + 1; i < sheet_.rows.size(); ++i) {
      is_long ? read_long(sheet_.rows[i]) : read_wide(sheet_.rows[i]);
    }
    if (claims_.claims.empty()) throw Error("holds no values: name their columns with --map HEADER=INDICATOR");
    return std::move(claims_);
  }

 private:
  size_t header_row() const {
    for (size_t i = 0; i < std::min(sheet_.rows.size(), kHeaderWithin); ++i) {
      const std::vector<std::string>& cells = sheet_.rows[i].cells;
      if (cells.size() > 1 && std::any_of(cells.begin(), cells.end(),
                                          [this](const std::string& cell) { return is_known_header(cell, map_); })) {
        return i;
      }
    }
    throw Error("no line of headers with a region or a year: name them with --map HEADER=year");
  }

  std::optional<size_t> find(ClaimField field) const {
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].field == field) return i;
    }
    return std::nullopt;
  }

  std::string cell(const SheetRow& row, std::optional<size_t> column) const {
    return column && *column < row.cells.size() ? trimmed(row.cells[*column]) : "";
  }
  std::string cell(const SheetRow& row, ClaimField field) const { return cell(row, find(field)); }

  // A column without any number holds notes.
  void drop_texts(size_t header) {
    for (size_t column = 0; column < columns_.size(); ++column) {
      if (!columns_[column].indicator) continue;
      const bool has_number =
          std::any_of(sheet_.rows.begin() + static_cast<std::ptrdiff_t>(header) + 1, sheet_.rows.end(),
                      [this, column](const SheetRow& row) { return number_in(cell(row, column)).has_value(); });
      if (has_number) continue;
      columns_[column].indicator.reset();
      claims_.ignored.push_back(columns_[column].header);
    }
  }

  TableClaim place_of(const SheetRow& row) const {
    TableClaim claim;
    claim.row = row.number;
    claim.region = cell(row, ClaimField::region);
    claim.region_code = cell(row, ClaimField::region_code);
    claim.period = period_of(cell(row, ClaimField::year));
    return claim;
  }

  void read_wide(const SheetRow& row) {
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].indicator) continue;
      TableClaim claim = place_of(row);
      claim.indicator = *columns_[i].indicator;
      const std::string unit = columns_[i].unit_column ? cell(row, columns_[i].unit_column) : columns_[i].unit;
      add(std::move(claim), i, cell(row, i), unit);
    }
  }

  void read_long(const SheetRow& row) {
    TableClaim claim = place_of(row);
    for (const ClaimField field : {ClaimField::indicator_id, ClaimField::indicator}) {
      if (std::string name = cell(row, field); !name.empty()) claim.indicator.names.push_back(std::move(name));
    }
    if (claim.indicator.names.empty()) return;
    ClaimColumn named = claim_columns({claim.indicator.names.back()}, {}).front();
    if (named.indicator) claim.indicator.measure = named.indicator->measure;
    if (named.indicator && find(ClaimField::indicator)) claim.indicator.names.back() = named.indicator->names.front();
    if (const auto measure = enumerator<Measure>(kMeasureNames, cell(row, ClaimField::measure))) {
      claim.indicator.measure = *measure;
    }
    claim.indicator.subject = cell(row, ClaimField::subject);
    claim.indicator.scope = cell(row, ClaimField::scope);
    const std::string unit = cell(row, ClaimField::unit);
    add(std::move(claim), *find(ClaimField::value), cell(row, ClaimField::value), unit.empty() ? named.unit : unit);
  }

  void add(TableClaim claim, size_t column, const std::string& text, const std::string& unit) {
    if (is_blank(text)) return;
    claim.column = columns_[column].header;
    claim.text = text;
    const std::optional<Number> number = number_in(text);
    if (!number || claim.period.empty()) {
      claims_.problems.push_back({claim.row, claim.column, text});
      return;
    }
    claim.value = number->value;
    if (columns_[column].falls && !claim.value.value.negative()) claim.value.value = -claim.value.value;
    claim.unit = number->unit.empty() ? unit : number->unit;
    claims_.claims.push_back(std::move(claim));
  }

  const Sheet& sheet_;
  const HeaderMap& map_;
  std::vector<ClaimColumn> columns_;
  TableClaims claims_;
};

}  // namespace

TableClaims claims_of(const Sheet& sheet, const HeaderMap& map) {
  for (const auto& [header, meaning] : map) {
    if (valid_utf8_prefix(header) != header.size() || valid_utf8_prefix(meaning) != meaning.size())
      throw Error("the name of a column is no UTF-8");
  }
  return ClaimReader(sheet, map).read();
}

}  // namespace zhibiao
