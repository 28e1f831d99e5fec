// Whose figure it is where its name does not say: the words of subject.tsv.
#pragma once

#include <optional>

#include "grammar/data.h"
#include "observe/context.h"
#include "text/fold.h"

namespace zhibiao {

// The last owner that is named inside `bytes` of the folded text: 政府性基金 of 全市政府性基金预算收入.
std::optional<Owner> owner_in(const Folded& folded, ByteSpan bytes, const GrammarData& grammar);

// Whether the name ends in a word that says nothing without an owner: 年末在校生, 调入资金.
bool needs_owner(const Folded& folded, ByteSpan bytes, const GrammarData& grammar);

// Whether the name ends in a verb that says nothing but that there are more of what was told before: 累计建成.
bool is_told_again(const Folded& folded, ByteSpan bytes, const GrammarData& grammar);

}  // namespace zhibiao
