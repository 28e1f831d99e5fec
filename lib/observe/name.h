// How far a name reaches: from an anchor beside a value outwards to the clause's edge, less what is no part of a name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "observe/reading.h"

namespace zhibiao {

struct Name {
  TokenRange tokens;
  bool has_noun = false;  // anything but verbs, adverbs and particles
  bool has_verb = false;
  bool has_head = false;    // ends in an indicator or a head noun (…收入, …率): stands by itself
  bool only_scope = false;  // 区本级, 全国, 城镇
  bool empty() const { return tokens.empty(); }
};

// The name that ends before token `end` and begins after the nearest edge to its left (a comma, a colon, an open
// bracket, a value), but not before `floor`.
Name name_left(const Skeleton& skeleton, size_t end, size_t floor);

// The indicator that a clause without a value is about: 农业总产值，…; 地区生产总值连跨两个台阶，… Empty when it names
// none.
Name subject_before(const Skeleton& skeleton, size_t end, size_t floor);

// The name that begins at token `begin`, right of a value: up to the clause's edge or the predicate.
Name name_right(const Skeleton& skeleton, size_t begin);

// The verbatim name, folded: quotes that open and never close (or the reverse) at its edges are dropped, and so are the
// words of edge.tsv.
ByteSpan name_bytes(const Skeleton& skeleton, TokenRange tokens, const GrammarData& grammar);

}  // namespace zhibiao
