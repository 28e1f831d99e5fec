// The chain as a stream: one document in, its lines out, in the order and with the bytes that the pipe
// segment | match | observe | canon prints.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#include "emit/json.h"
#include "emit/offsets.h"
#include "grammar/grammar.h"
#include "observe/observe.h"
#include "segment/outline.h"

namespace zhibiao {

// What to print beside observations and errors.
struct Keep {
  bool document = false;
  bool sentence = false;
  bool term = false;
  bool text = false;  // the text in the document line
};

// A line as it is made, to be looked at.
using MadeLine = std::variant<const DocumentLine*, const SentenceLine*, const Term*, const Observation*>;
using SeeLine = std::function<void(MadeLine)>;

// The document line (its text moved out when it is not kept), then sentences, each followed by the terms that stand in
// it.
void segment_lines(Document document, const Grammar& grammar, bool keep_text, const SeeLine& see);

// The whole chain behind `read`, for one document after the other. Of a document nothing is left for the next but how
// wordings are read, which depends on the grammar alone.
class Chain {
 public:
  Chain(const Grammar& grammar, const Keep& keep, OffsetUnit unit)
      : grammar_(grammar), keep_(keep), unit_(unit), observer_(grammar) {}

  void run(Document document, const SeeLine& see);

 private:
  Grammar grammar_;
  Keep keep_;
  OffsetUnit unit_;
  Observer observer_;
};

using SeeObservation = std::function<void(Observation&&)>;

// The observations of a whole report, with code points, as they are found. What `observer` saw before changes nothing.
// `at_sentence` is called as each sentence is cut, some of them before the observations of the one before; what any of
// them throws ends the work.
void each_observation(const Document& document, const Grammar& grammar, Observer& observer,
                      const std::function<void(const Sentence&)>& at_sentence, const SeeObservation& see,
                      const SeeTerm& see_term);

// All of them.
std::vector<Observation> observations_of(const Document& document, const Grammar& grammar, Observer& observer,
                                         const std::function<void(const Sentence&)>& at_sentence,
                                         const SeeTerm& see_term);

// Names that are given twice get #2, #3, … Remembers eight bytes a name, whatever its length.
class UniqueNames {
 public:
  std::string unique(const std::string& name);

 private:
  std::unordered_map<size_t, uint32_t> seen_;
};

}  // namespace zhibiao
