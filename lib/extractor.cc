#include "extractor.h"

#include "chain.h"

namespace zhibiao {

Observer Extractor::take() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return Observer(grammar_);
  Observer observer = std::move(idle_.back());
  idle_.pop_back();
  return observer;
}

// An observer that an exception passes through is not used again.
Extraction Extractor::extract(std::string_view bytes, std::string name, const ReadOptions& options,
                              const std::function<void()>& at_sentence) {
  Extraction extraction;
  extraction.document = read_document(std::move(name), bytes, options);
  locate(extraction.document, grammar_);
  Observer observer = take();
  extraction.observations = observations_of(
      extraction.document, grammar_, observer, [&at_sentence](const Sentence&) { at_sentence(); }, [](Term&&) {});
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(observer));
  return extraction;
}

}  // namespace zhibiao
