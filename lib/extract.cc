#include "canon/canon.h"
#include "canon/region.h"
#include "grammar/prepared.h"
#include "observe/observe.h"
#include "zhibiao.h"

namespace zhibiao {
namespace {

PreparedSentence prepared(const Sentence& sentence, const Grammar& grammar) {
  if (Observer::needs_mentions(sentence)) return prepare(sentence, grammar);
  PreparedSentence prepared;
  prepared.matched.sentence = sentence;
  return prepared;
}

}  // namespace

Extraction extract(Document document, const Grammar& grammar, Observer& observer) {
  Extraction extraction;
  extraction.document = std::move(document);
  locate(extraction.document, grammar);
  extraction.outline = segment(extraction.document);
  for (const Sentence& sentence : extraction.outline.sentences) {
    for (Observation& observation : observer.observe(prepared(sentence, grammar))) {
      canonicalise(observation, *sentence.meta, grammar);
      extraction.observations.push_back(std::move(observation));
    }
  }
  return extraction;
}

Extraction extract(std::string_view bytes, std::string name, const Grammar& grammar, const ReadOptions& options) {
  Observer observer(grammar);
  return extract(read_document(std::move(name), bytes, options), grammar, observer);
}

}  // namespace zhibiao
