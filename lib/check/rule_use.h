// Which rules of a grammar do something on a set of reports, and which never do.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "grammar/grammar.h"
#include "grammar/prepared.h"
#include "observe/reading.h"

namespace zhibiao {

class RuleUse {
 public:
  explicit RuleUse(const Grammar& grammar) : grammar_(grammar) {}

  // A mention rule fires when a mention is its own, a fact rule when it wins a value.
  void see(const PreparedSentence& sentence);
  // In the order of the files.
  std::vector<RuleInfo> unused() const;

 private:
  Grammar grammar_;
  ReadingTable readings_;
  std::set<std::string> fired_;
};

}  // namespace zhibiao
