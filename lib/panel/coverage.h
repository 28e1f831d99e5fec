// Which reports speak for which region and year, and whether they name an indicator: why a cell is empty.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "panel/panel.h"

namespace zhibiao {

struct WideOptions;
enum class Absence : uint8_t;

// A region and year that a report is about.
struct Covered {
  std::string region_key, year;
  size_t source = 0;
};

class Coverage {
 public:
  Coverage(Panel& panel, const WideOptions& options);

  const std::vector<Covered>& covered() const { return covered_; }
  Absence why(const std::string& region_key, const std::string& period, size_t column);

 private:
  bool names_indicator(size_t source, size_t column);

  Panel& panel_;
  std::vector<std::vector<std::string>> names_;  // by column
  std::vector<Covered> covered_;
  std::map<std::pair<std::string, std::string>, std::vector<size_t>> sources_;
  std::map<size_t, std::vector<bool>> named_;  // source → by column
};

}  // namespace zhibiao
