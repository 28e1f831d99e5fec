// The words of the contract for every enumerator, in the order of the enumerators. Both directions read these lists.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "mention/mention.h"
#include "observe/observation.h"
#include "segment/sentence.h"

namespace zhibiao {

inline constexpr std::array<std::string_view, 18> kMentionKindNames = {
    "number", "quantity", "percent",  "points", "fraction", "multiple",  "ratio",     "ordinal",   "rank",
    "date",   "period",   "duration", "name",   "idiom",    "numbering", "condition", "indicator", "scope"};
inline constexpr std::array<std::string_view, 6> kBoundNames = {"exact",   "at_least", "more",
                                                                "at_most", "less",     "about"};
inline constexpr std::array<std::string_view, 5> kSentenceKindNames = {"sentence", "heading", "table_row", "front",
                                                                       "back"};
inline constexpr std::array<std::string_view, 4> kMeasureNames = {"level", "growth", "change", "rank"};
inline constexpr std::array<std::string_view, 4> kStatusNames = {"actual", "estimate", "target", "baseline"};
// "" stands for none, which is null in JSON.
inline constexpr std::array<std::string_view, 3> kPartNames = {"", "review", "plan"};
inline constexpr std::array<std::string_view, 3> kRankOfNames = {"", "level", "growth"};

inline std::string_view name_of(MentionKind kind) { return kMentionKindNames[static_cast<size_t>(kind)]; }
inline std::string_view name_of(Bound bound) { return kBoundNames[static_cast<size_t>(bound)]; }
inline std::string_view name_of(SentenceKind kind) { return kSentenceKindNames[static_cast<size_t>(kind)]; }
inline std::string_view name_of(Measure measure) { return kMeasureNames[static_cast<size_t>(measure)]; }
inline std::string_view name_of(Status status) { return kStatusNames[static_cast<size_t>(status)]; }
inline std::string_view name_of(Part part) { return kPartNames[static_cast<size_t>(part)]; }
inline std::string_view name_of(RankOf rank_of) { return kRankOfNames[static_cast<size_t>(rank_of)]; }

// The enumerator of a word; nullopt for a word that is not in the list.
template <typename Enum, size_t N>
std::optional<Enum> enumerator(const std::array<std::string_view, N>& names, std::string_view word) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == word) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace zhibiao
