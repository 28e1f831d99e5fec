// The indicators that reports count, by every name they go by: grammars/catalogue/indicator.tsv and affix.tsv, loaded.
#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mention/decimal.h"

namespace zhibiao {

// A name of an indicator: 财政一般预算收入(..2011). The years say when the name was the official one; a later report
// that still uses it means the same. `doc_type`: the name means this indicator in reports of this type only.
struct IndicatorName {
  std::string name;
  std::string doc_type;
  std::optional<int> first, last;
  friend bool operator==(const IndicatorName&, const IndicatorName&) = default;
};

struct Indicator {
  std::string id;       // gdp_primary
  std::string name;     // 第一产业增加值
  std::string english;  // value added of the primary industry
  std::vector<IndicatorName> aliases;
  std::vector<std::string> dimensions;  // categories of unit.tsv, base units, ratio or index (no unit)
  std::string unit;                     // in which it is usually given
  std::string kind;                     // flow, stock, rate, index, count
  std::string parent;                   // id of the whole that it is a part of, or ""
  std::optional<Decimal> low, high;     // a level outside is hardly right; in the base unit
  std::string source;
  friend bool operator==(const Indicator&, const Indicator&) = default;
};

// What may stand before or behind a name: 全市, 增速. `regions`: of a lead, how the names of the regions end whose own
// area it means; "" for every region.
struct Affix {
  std::string text;
  std::string regions;
  friend bool operator==(const Affix&, const Affix&) = default;
};

class Catalogue {
 public:
  // nullptr when there is none. Ids are stable; names are folded and without spaces.
  const Indicator* by_id(std::string_view id) const;
  const Indicator* named(std::string_view name, std::string_view doc_type) const;

  const std::vector<Indicator>& indicators() const { return indicators_; }
  // Bytes of the longest affix that the name begins with, in a report of this region, or ends with; 0: none.
  size_t lead_of(std::string_view name, std::string_view region) const;
  size_t tail_of(std::string_view name) const;

  // Each gives what is wrong with the file, a `file:line: what` each.
  std::vector<std::string> add_indicators(const std::string& path, std::string_view content);
  std::vector<std::string> add_affixes(const std::string& path, std::string_view content);

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  struct Named {
    uint32_t indicator = 0;
    std::string doc_type;
  };
  template <typename Value>
  using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  void add_name(const IndicatorName& name, uint32_t indicator, std::vector<std::string>& problems);

  static constexpr size_t kShapes = 65536;
  static size_t shape_of(std::string_view name);

  std::vector<Indicator> indicators_;
  std::bitset<kShapes> shapes_;  // of the names
  // Longest first, by the third byte of a lead and the last of a tail: most names have none.
  std::array<std::vector<Affix>, 256> leads_, tails_;
  Table<uint32_t> ids_;
  Table<Named> names_;
};

}  // namespace zhibiao
