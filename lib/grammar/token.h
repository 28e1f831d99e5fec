// The alphabet of a skeleton: a sentence as a string of token classes, one byte a token. Words of the lists and
// mentions become tokens of their class; everything else is a run of `text`. A fact rule is an expression over this
// alphabet.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace zhibiao {

// clang-format off
enum class TokenClass : uint8_t {
  // what names are made of
  text, head, indicator, verb, adverb, predicate, scope, own, member, note, and_, of, etc, per,
  // punctuation
  pause, comma, semicolon, colon, stop, open, close,
  // cues of grammars/lexicon/cue.tsv
  rise, fall, risen_to, fallen_to, reach, growth_noun, total, basis, share, share_noun,
  about_pre, more_pre, less_pre, at_least_pre, at_most_pre, at_least_post, at_most_post, about_post,
  estimate, tone, target_noun, baseline_noun, from, to, contain, among, respectively, each, rank_verb,
  outperform, underperform, frame,
  // mentions without a value
  period, condition,
  // values
  money, count, one, people, measure, duration, percent, points, fraction, multiple, double_, ratio, rank, big, number,
  size_,
};
// clang-format on

inline constexpr size_t kTokenClasses = static_cast<size_t>(TokenClass::size_);

// The name of a class as grammars write it: <rise>, <and>, <percent>.
std::string_view class_name(TokenClass token_class);
std::optional<TokenClass> class_named(std::string_view name);

inline bool is_value(TokenClass c) { return c >= TokenClass::money && c < TokenClass::size_; }

inline bool is_bound_before(TokenClass c) {
  using enum TokenClass;
  return c == about_pre || c == more_pre || c == less_pre || c == at_least_pre || c == at_most_pre;
}

// The byte of a class in a skeleton; the value in focus has the high bit set.
inline char class_byte(TokenClass c) { return static_cast<char>(static_cast<uint8_t>(c) + 1); }
inline char focus_byte(TokenClass c) { return static_cast<char>((static_cast<uint8_t>(c) + 1) | 0x80); }

// `bytes` into the folded sentence. `mention` indexes the sentence's mentions, -1 for a word; `word` the word list
// entry.
struct Token {
  TokenClass token_class = TokenClass::text;
  ByteSpan bytes;
  int mention = -1;
  int word = -1;
};

}  // namespace zhibiao
