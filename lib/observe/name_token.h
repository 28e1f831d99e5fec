// Which tokens bound a name, may stand around it, and make it one.
#pragma once

#include "grammar/token.h"

namespace zhibiao {

// Where a name ends for certain.
inline bool is_edge(TokenClass c) {
  using enum TokenClass;
  return is_value(c) || c == comma || c == semicolon || c == colon || c == stop || c == open || c == contain;
}

// Tokens that may stand at the head of a clause and are no part of the name behind them.
inline bool leads(TokenClass c) {
  using enum TokenClass;
  switch (c) {
    case adverb:
    case own:
    case and_:
    case pause:
    case period:
    case estimate:
    case tone:
    case contain:
    case each:
    case of:
    case condition:
    case among:
    case note:
    case close:
    case basis:
    case to:
    case respectively:
    case at_least_post:
    case at_most_post:
    case about_post:
      return true;
    default:
      return false;
  }
}

// Tokens that may stand between a name and its cue and are no part of the name.
inline bool trails(TokenClass c) {
  using enum TokenClass;
  switch (c) {
    case adverb:
    case and_:
    case pause:
    case period:
    case estimate:
    case tone:
    case each:
    case of:
    case reach:
    case basis:
    case respectively:
    case target_noun:
    case frame:
    case per:
    case among:
    case baseline_noun:
    case rise:
    case about_pre:
    case more_pre:
    case from:
    case note:
    case condition:
    case rank_verb:
      return true;
    default:
      return false;
  }
}

// Tells what was done.
inline bool acts(TokenClass c) { return c == TokenClass::verb || c == TokenClass::predicate; }

// What may be the noun of a name.
inline bool is_noun(TokenClass c) {
  using enum TokenClass;
  return c == text || c == head || c == indicator || c == total || c == share_noun;
}

// Words that a name on the right of a value may consist of: 11个街道, 43项改革任务.
inline bool is_right_noun(TokenClass c) {
  using enum TokenClass;
  return is_noun(c) || c == member || c == scope || c == target_noun;
}

}  // namespace zhibiao
