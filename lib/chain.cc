#include "chain.h"

#include "canon/canon.h"
#include "grammar/prepared.h"
#include "observe/observe.h"
#include "segment/outline.h"

namespace zhibiao {
namespace {

PreparedSentence prepare_if(bool wanted, Sentence&& sentence, const Grammar& grammar) {
  return wanted ? prepare(std::move(sentence), grammar) : PreparedSentence{{std::move(sentence), {}}, {}};
}

// One document on its way through match, observe and canon, some sentences at a time: each stage's code and tables are
// larger than the processor's nearest cache, so that a stage is quicker on thirty sentences than on one thirty times.
class DocumentRun {
 public:
  DocumentRun(const Grammar& grammar, const Keep& keep, const OffsetTable& offsets, Observer& observer,
              const SeeLine& see)
      : grammar_(grammar), keep_(keep), offsets_(offsets), observer_(observer), see_(see) {}

  void sentence(Sentence&& sentence) {
    bytes_ += sentence.text.size();
    waiting_.push_back(std::move(sentence));
    if (waiting_.size() >= kSentences || bytes_ >= kBytes) finish();
  }

  void term(Term&& term) {
    if (!keep_.term) return;
    finish();
    convert_offsets(term, offsets_);
    see_(&term);
  }

  // What is left; to be called at the document's end.
  void finish() {
    bytes_ = 0;
    std::vector<PreparedSentence> batch;
    std::vector<std::vector<Observation>> observed;
    batch.reserve(waiting_.size());
    observed.reserve(waiting_.size());
    for (Sentence& sentence : waiting_) {
      const bool matched = keep_.sentence || Observer::needs_mentions(sentence);
      batch.push_back(prepare_if(matched, std::move(sentence), grammar_));
    }
    waiting_.clear();
    for (const PreparedSentence& prepared : batch) observed.push_back(observer_.observe(prepared));
    for (size_t i = 0; i < batch.size(); ++i) {
      for (Observation& observation : observed[i]) {
        canonicalise(observation, *batch[i].matched.sentence.meta, grammar_);
        convert_offsets(observation, offsets_);
      }
    }
    for (size_t i = 0; i < batch.size(); ++i) see(std::move(batch[i].matched), observed[i]);
  }

 private:
  static constexpr size_t kSentences = 16;
  static constexpr size_t kBytes = 16384;

  void see(MatchedSentence&& matched, const std::vector<Observation>& observations) {
    if (keep_.sentence) {
      SentenceLine line{std::move(matched), true};
      convert_offsets(line, offsets_);
      see_(&line);
    }
    for (const Observation& observation : observations) see_(&observation);
  }

  const Grammar& grammar_;
  const Keep& keep_;
  const OffsetTable& offsets_;
  Observer& observer_;
  const SeeLine& see_;
  std::vector<Sentence> waiting_;
  size_t bytes_ = 0;
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
  segment(
      document,
      [&](Sentence&& sentence) {
        at_sentence(sentence);
        const std::shared_ptr<const ReportMeta> meta = sentence.meta;
        const bool matched = Observer::needs_mentions(sentence);
        for (Observation& observation : observer.observe(prepare_if(matched, std::move(sentence), grammar))) {
          canonicalise(observation, *meta, grammar);
          see(std::move(observation));
        }
      },
      see_term);
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
