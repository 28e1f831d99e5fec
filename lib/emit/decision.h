// What a reader decided of a figure in the page of `view`: one line of its export, in the form of the gold rows.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "observe/observation.h"

namespace zhibiao {

// right: the observation at this place is as it should be. wrong: there is no figure at this place. corrected: there is
// one, and it is as told here. added: one that was missed.
enum class Verdict : uint8_t { right, wrong, corrected, added };
inline constexpr std::array<std::string_view, 4> kDecisionNames = {"right", "wrong", "corrected", "added"};

inline std::string_view name_of(Verdict verdict) { return kDecisionNames[static_cast<size_t>(verdict)]; }

// The figure as the reader wants it; of a wrong one as it was found. A decision holds for the report whose source has
// this hash, whatever the grammar finds in it later.
struct Decision {
  Verdict verdict = Verdict::right;
  std::string doc;
  std::string sha256;  // "" when the page was made of lines that told none: the name decides
  Span value_span;
  std::optional<Span> sentence, indicator_span;
  std::string value_text;
  Measure measure = Measure::level;
  std::optional<Decimal> value, low, high;
  std::string unit;
  Bound bound = Bound::exact;
  std::string indicator;
  std::string scope;
  std::string period;
  Status status = Status::actual;
  RankOf rank_of = RankOf::none;
  std::string rank_scope;
  std::string condition;

  friend bool operator==(const Decision&, const Decision&) = default;
};

// JSON Lines. Throws Error as `line N: what`.
std::vector<Decision> parse_decisions(std::string_view json_lines);

// Whether it is about this report.
bool concerns(const Decision& decision, std::string_view doc, std::string_view sha256);

}  // namespace zhibiao
