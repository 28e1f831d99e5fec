#include "canon/canon.h"
#include "canon/region.h"
#include "grammar/prepared.h"
#include "observe/observe.h"
#include "zhibiao.h"

namespace zhibiao {

Extraction extract(std::string_view bytes, std::string name, const Grammar& grammar, const ReadOptions& options) {
  Extraction extraction;
  extraction.document = read_document(std::move(name), bytes, options);
  locate(extraction.document, grammar);
  extraction.outline = segment(extraction.document);
  Observer observer(grammar);
  for (const Sentence& sentence : extraction.outline.sentences) {
    for (Observation& observation : observer.observe(prepare(sentence, grammar))) {
      canonicalise(observation, *sentence.meta, grammar);
      extraction.observations.push_back(std::move(observation));
    }
  }
  return extraction;
}

}  // namespace zhibiao
