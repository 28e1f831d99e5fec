// A matched sentence with its skeleton at hand: what match knows and observe needs, so that a process that runs both
// folds and tokenises once. Over the pipe the skeleton is made again from the mentions; both ways give the same one.
#pragma once

#include "grammar/skeleton.h"

namespace zhibiao {

// `skeleton` is empty when the sentence holds no value.
struct PreparedSentence {
  MatchedSentence matched;
  Skeleton skeleton;
};

PreparedSentence prepare(Sentence sentence, const Grammar& grammar);
PreparedSentence prepare(MatchedSentence matched, const Grammar& grammar);

}  // namespace zhibiao
