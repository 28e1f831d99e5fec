// The areas of China by name and code of GB/T 2260: grammars/catalogue/region.tsv, loaded.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace zhibiao {

enum class RegionLevel : uint8_t { province, prefecture, county };

// 海拉尔市(..2001): the last year of a name, and the code of then where it was another.
struct FormerName {
  std::string_view name;
  std::optional<int> last;
  std::string_view code;
  friend bool operator==(const FormerName&, const FormerName&) = default;
};

struct Region {
  std::string_view code;                 // six digits, of today
  std::string_view name;                 // 海拉尔区
  std::vector<std::string_view> shorts;  // 海拉尔
  std::vector<FormerName> former;
  friend bool operator==(const Region&, const Region&) = default;

  // From the code: 210000 is a province, 211100 a prefecture, 211103 a county, district or city of that level.
  RegionLevel level() const;
};

class Gazetteer {
 public:
  const std::vector<Region>& regions() const { return regions_; }
  // nullptr when there is none, also of an empty code. Takes codes of former times.
  const Region* by_code(std::string_view code) const;
  // The area that it lies in; nullptr of a province.
  const Region* parent_of(const Region& region) const;
  // All areas of this name (in full, short or former); `in_full`: not by its short name.
  std::vector<const Region*> named(std::string_view name, bool in_full) const;

  // Adds the lines of a file, which has to outlive it, and gives what is wrong with them, a `file:line: what` each.
  std::vector<std::string> add(const std::string& path, std::string_view content);

 private:
  struct Names {
    std::vector<uint32_t> full, abbreviated;
  };

  std::vector<Region> regions_;
  std::unordered_map<std::string_view, uint32_t> codes_;
  std::unordered_map<std::string_view, Names> names_;
};

}  // namespace zhibiao
