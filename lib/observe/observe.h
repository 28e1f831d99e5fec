// MatchedSentence → Observations: decides what each number measures, for whom, when, and whether it was reached.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "grammar/grammar.h"
#include "mention/mention.h"
#include "observe/observation.h"
#include "text/export.h"

namespace zhibiao {

struct Context;           // observe/context.h
struct PreparedSentence;  // grammar/prepared.h

// Folds over the sentences of one document after the other, in text order. A new `doc` starts afresh.
class ZHIBIAO_EXPORT Observer {
 public:
  explicit Observer(const Grammar& grammar);
  ~Observer();
  Observer(Observer&&) noexcept;
  Observer& operator=(Observer&&) = delete;

  // The observations whose values stand in this sentence, ids running through the document.
  std::vector<Observation> observe(const MatchedSentence& sentence);
  // Whether mentions bear on what `observe` gives for a sentence: rows of tables are read by their cells, front and
  // back matter not at all. Without, a caller may leave out `match`.
  static bool needs_mentions(const Sentence& sentence);

  // The same, where the skeleton is at hand.
  std::vector<Observation> observe(const PreparedSentence& sentence);
  // As observe, and writes how each value was read: observation ← rule ← mentions ← words, and what was tried and
  // failed.
  std::vector<Observation> explain(const MatchedSentence& sentence, std::string& story);

 private:
  Grammar grammar_;
  std::unique_ptr<Context> context_;
};

// Runs an example line of the grammar; an empty string when it holds, else what was wanted and what was found.
ZHIBIAO_EXPORT std::string run_example(const Example& example, const Grammar& grammar);

}  // namespace zhibiao
