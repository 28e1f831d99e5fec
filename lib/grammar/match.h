// Sentence → MatchedSentence: finds every number, date, name with a number, condition and known name in a sentence.
#pragma once

#include "grammar/grammar.h"
#include "mention/mention.h"
#include "text/export.h"

namespace zhibiao {

ZHIBIAO_EXPORT MatchedSentence match(Sentence sentence, const Grammar& grammar);

}  // namespace zhibiao
