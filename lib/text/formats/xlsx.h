// A sheet of an Excel workbook (OOXML) as text. Uses libxml2's reader, which neither expands entities nor opens
// anything.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/formats/content.h"

namespace zhibiao {

struct SheetRow {
  uint32_t number = 0;             // as Excel counts, from 1
  std::vector<std::string> cells;  // numbers in plain decimals; 5.2% of a cell that shows 0.052 so; dates 2022-12-31

  friend bool operator==(const SheetRow&, const SheetRow&) = default;
};

struct Sheet {
  std::string name;
  std::vector<SheetRow> rows;  // those that hold something

  friend bool operator==(const Sheet&, const Sheet&) = default;
};

// The sheet of that name, "" the first. A formula is the value that Excel saved with it. Throws Error for what is
// damaged, encrypted, past a limit, or no workbook.
Sheet read_xlsx(std::string_view bytes, const std::string& name, const ReadLimits& limits);

}  // namespace zhibiao
