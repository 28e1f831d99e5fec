#include "chain.h"
#include "zhibiao.h"

namespace zhibiao {

Extraction extract(std::string_view bytes, std::string name, const Grammar& grammar, const ReadOptions& options) {
  Extraction extraction;
  extraction.document = read_document(std::move(name), bytes, options);
  locate(extraction.document, grammar);
  Observer observer(grammar);
  Outline& outline = extraction.outline;
  extraction.observations = observations_of(
      extraction.document, grammar, observer, [&](const Sentence& sentence) { outline.sentences.push_back(sentence); },
      [&](Term&& term) { outline.terms.push_back(std::move(term)); });
  return extraction;
}

}  // namespace zhibiao
