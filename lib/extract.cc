#include "chain.h"
#include "zhibiao.h"

namespace zhibiao {

Extraction extract(std::string_view bytes, std::string name, const Grammar& grammar, const ReadOptions& options) {
  Extraction extraction;
  extraction.document = read_document(std::move(name), bytes, options);
  locate(extraction.document, grammar);
  extraction.outline = segment(extraction.document);
  Observer observer(grammar);
  extraction.observations = observations_of(extraction.outline, grammar, observer);
  return extraction;
}

}  // namespace zhibiao
