// One comparison of figures that ought to agree, passed or failed. It flags; nothing is ever put right.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace zhibiao {

// An observation by the name of its document and its number there.
struct FigureId {
  std::string doc;
  uint32_t id = 0;

  friend bool operator==(const FigureId&, const FigureId&) = default;
};

struct Finding {
  std::string doc;   // the document whose figure is in doubt
  std::string kind;  // what was compared: parts, change, growth, share, rank, …; a closed list in docs/check.md
  bool ok = true;
  std::vector<FigureId> observations;  // the figure in doubt first, then what it was held against
  // Exact decimal strings in `unit`; "" where there is no such number. ok: |difference| <= tolerance.
  std::string stated, computed, difference, tolerance;
  std::string unit;
  std::string text;  // the comparison in words, with its figures

  friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace zhibiao
