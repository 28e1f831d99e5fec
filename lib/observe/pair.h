// 分别: members told first, values after, paired one by one (A、B、C产值分别增长5%、6%、7%).
#pragma once

#include <optional>
#include <vector>

#include "observe/context.h"
#include "observe/name.h"

namespace zhibiao {

// The indicator and scope of one member; either may be unset.
struct PairMember {
  TokenRange indicator;
  TokenRange scope;
  std::optional<ByteSpan> scope_bytes;  // inside a token: 城 and 乡 of 城乡居民
  std::optional<Subject> told;  // a value told before: 游客10.9亿人次,总收入1.3万亿元,分别增长15.8%和11.5%
  std::optional<ByteSpan> indicator_bytes = {};  // inside a token: 产量 of 油料产量
};

struct Pairing {
  std::vector<PairMember> members;
  size_t next = 0;
  size_t until = 0;  // the token after the last value of the list
};

// How many values the list behind token `respectively` has, and the token behind the last.
struct ValueList {
  size_t count = 0;
  size_t end = 0;
};
ValueList values_behind(const Skeleton& skeleton, size_t respectively);

// 达到|815元和615元: the values of one kind that stand side by side from `token` on, with nothing told between them.
ValueList values_side_by_side(const Skeleton& skeleton, size_t token);

// The last subjects told, one for each value of the list. REQUIRES: as many were told.
Pairing told_members(const std::vector<Subject>& told, const ValueList& list);

// The members that the values behind `respectively` belong to: the names before it or before the comma (`pending`),
// else the last subjects told. nullopt when there is nothing to pair.
std::optional<Pairing> pair_members(const Skeleton& skeleton, size_t respectively, size_t floor,
                                    const std::optional<TokenRange>& pending, const std::vector<Subject>& told,
                                    const GrammarData& grammar);

// The members of a name that is as many as the values of the list, without 分别:
// 散居和集中养育孤儿补贴标准提高到1200元和1700元.
std::optional<Pairing> pair_unmarked(const Skeleton& skeleton, TokenRange name, const ValueList& list,
                                     const GrammarData& grammar);

// The parts of a coordinated name: 进口、出口 → 进口 and 出口. Where 、 alone makes as many as are wanted, 和 and 及
// are inside them.
std::vector<TokenRange> parts_of(const Skeleton& skeleton, TokenRange name, size_t wanted = 0);

}  // namespace zhibiao
