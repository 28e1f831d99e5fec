// A sentence as tokens: mentions and listed words collapse to one token each, the rest is runs of text.
#pragma once

#include <string>
#include <vector>

#include "grammar/data.h"
#include "mention/mention.h"
#include "text/fold.h"

namespace zhibiao {

struct Skeleton {
  Folded folded;
  std::vector<Token> tokens;
  std::string bytes;  // one byte a token, none in focus

  std::string_view text(size_t token) const {
    const ByteSpan b = tokens[token].bytes;
    return std::string_view(folded.text).substr(b.begin, b.end - b.begin);
  }
};

// REQUIRES: the mentions' spans lie in the folded text, sorted and disjoint.
Skeleton make_skeleton(Folded folded, const std::vector<Mention>& mentions, const GrammarData& grammar);

}  // namespace zhibiao
