#include "chain.h"

#include "canon/canon.h"
#include "grammar/prepared.h"
#include "observe/observe.h"
#include "segment/outline.h"

namespace zhibiao {
namespace {

// Some sentences on their way through match, observe and canon: each stage's code and tables are larger than the
// processor's nearest cache, so that a stage is quicker on sixteen sentences than on one sixteen times.
class Batch {
 public:
  struct Seen {
    MatchedSentence matched;
    std::vector<Observation> observations;
  };

  // `match_all`: also sentences whose mentions bear on no observation.
  Batch(const Grammar& grammar, Observer& observer, bool match_all)
      : grammar_(grammar), observer_(observer), match_all_(match_all) {}

  void add(Sentence&& sentence) {
    bytes_ += sentence.text.size();
    waiting_.push_back(std::move(sentence));
  }
  bool is_full() const { return waiting_.size() >= kSentences || bytes_ >= kBytes; }

  // All that were added since.
  std::vector<Seen> take() {
    std::vector<PreparedSentence> prepared;
    prepared.reserve(waiting_.size());
    for (Sentence& sentence : waiting_) {
      const bool matched = match_all_ || Observer::needs_mentions(sentence);
      prepared.push_back(matched ? prepare(std::move(sentence), grammar_)
                                 : PreparedSentence{{std::move(sentence), {}}, {}});
    }
    waiting_.clear();
    bytes_ = 0;
    std::vector<Seen> seen;
    seen.reserve(prepared.size());
    for (PreparedSentence& one : prepared) {
      std::vector<Observation> observations = observer_.observe(one);
      seen.push_back({std::move(one.matched), std::move(observations)});
    }
    for (Seen& one : seen)
      for (Observation& observation : one.observations) canonicalise(observation, *one.matched.sentence.meta, grammar_);
    return seen;
  }

 private:
  static constexpr size_t kSentences = 16;
  static constexpr size_t kBytes = 16384;

  const Grammar& grammar_;
  Observer& observer_;
  const bool match_all_;
  std::vector<Sentence> waiting_;
  size_t bytes_ = 0;
};

// One document's lines.
class DocumentRun {
 public:
  DocumentRun(const Grammar& grammar, const Keep& keep, const OffsetTable& offsets, Observer& observer,
              const SeeLine& see)
      : keep_(keep), offsets_(offsets), see_(see), batch_(grammar, observer, keep.sentence) {}

  void sentence(Sentence&& sentence) {
    batch_.add(std::move(sentence));
    if (batch_.is_full()) finish();
  }

  void term(Term&& term) {
    if (!keep_.term) return;
    finish();
    convert_offsets(term, offsets_);
    see_(&term);
  }

  // What is left; to be called at the document's end.
  void finish() {
    for (Batch::Seen& seen : batch_.take()) {
      if (keep_.sentence) {
        SentenceLine line{std::move(seen.matched), true};
        convert_offsets(line, offsets_);
        see_(&line);
      }
      for (Observation& observation : seen.observations) {
        convert_offsets(observation, offsets_);
        see_(&observation);
      }
    }
  }

 private:
  const Keep& keep_;
  const OffsetTable& offsets_;
  const SeeLine& see_;
  Batch batch_;
};

DocumentLine document_line(const Document& document, const Grammar& grammar, bool keep_text) {
  return {{document.doc, document.meta, keep_text ? document.text : ""}, keep_text, grammar.hash()};
}

}  // namespace

void segment_lines(Document document, const Grammar& grammar, bool keep_text, const SeeLine& see) {
  const DocumentLine line = document_line(document, grammar, keep_text);
  see(&line);
  segment(
      document,
      [&](Sentence&& sentence) {
        const SentenceLine made{{std::move(sentence), {}}, false};
        see(&made);
      },
      [&](Term&& term) { see(&term); });
}

void Chain::run(Document document, const SeeLine& see) {
  const OffsetTable offsets(document.text, unit_);
  if (keep_.document) {
    const DocumentLine line = document_line(document, grammar_, keep_.text);
    see(&line);
  }
  DocumentRun run(grammar_, keep_, offsets, observer_, see);
  segment(
      document, [&](Sentence&& sentence) { run.sentence(std::move(sentence)); },
      [&](Term&& term) { run.term(std::move(term)); });
  run.finish();
}

void each_observation(const Document& document, const Grammar& grammar, Observer& observer,
                      const std::function<void(const Sentence&)>& at_sentence, const SeeObservation& see,
                      const SeeTerm& see_term) {
  Batch batch(grammar, observer, false);
  const auto finish = [&] {
    for (Batch::Seen& seen : batch.take())
      for (Observation& observation : seen.observations) see(std::move(observation));
  };
  segment(
      document,
      [&](Sentence&& sentence) {
        at_sentence(sentence);
        batch.add(std::move(sentence));
        if (batch.is_full()) finish();
      },
      [&](Term&& term) {
        finish();
        see_term(std::move(term));
      });
  finish();
}

std::vector<Observation> observations_of(const Document& document, const Grammar& grammar, Observer& observer,
                                         const std::function<void(const Sentence&)>& at_sentence,
                                         const SeeTerm& see_term) {
  constexpr size_t kUsualDistance =
      256;  // bytes between two figures; to move an observation costs as much as to find it
  std::vector<Observation> all;
  all.reserve(document.text.size() / kUsualDistance);
  each_observation(
      document, grammar, observer, at_sentence,
      [&all](Observation&& observation) { all.push_back(std::move(observation)); }, see_term);
  return all;
}

std::string UniqueNames::unique(const std::string& name) {
  const std::hash<std::string> hash;
  const size_t key = hash(name);
  if (++seen_[key] == 1) return name;
  for (uint32_t number = seen_[key];; ++number) {
    std::string candidate = name + "#" + std::to_string(number);
    if (!seen_.try_emplace(hash(candidate), 1).second) continue;
    seen_[key] = number;
    return candidate;
  }
}

}  // namespace zhibiao
