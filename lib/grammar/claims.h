// Stretches that a mention rule claims before any figure is looked at: dates, periods, names with numbers, conditions.
#pragma once

#include <vector>

#include "grammar/data.h"
#include "mention/mention.h"
#include "text/fold.h"

namespace zhibiao {

struct Claim {
  ByteSpan bytes;  // of the folded text
  Mention mention;
};

// Sorted and disjoint: of two that overlap the one that begins first wins, then the longer, then the earlier rule.
std::vector<Claim> find_claims(const Folded& folded, const ReportMeta& meta, Part part, const GrammarData& grammar);

}  // namespace zhibiao
