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
void Extractor::put_back(Observer observer) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(observer));
}

Document Extractor::read(std::string_view bytes, std::string name, const ReadOptions& options) const {
  Document document = read_document(std::move(name), bytes, options);
  locate(document, grammar_);
  return document;
}

Extraction Extractor::extract(std::string_view bytes, std::string name, const ReadOptions& options,
                              const std::function<void()>& at_sentence) {
  Extraction extraction;
  extraction.document = read(bytes, std::move(name), options);
  Observer observer = take();
  extraction.observations = observations_of(
      extraction.document, grammar_, observer, [&at_sentence](const Sentence&) { at_sentence(); }, [](Term&&) {});
  put_back(std::move(observer));
  return extraction;
}

Document Extractor::each(std::string_view bytes, std::string name,
                         const std::function<void(const Document&, Observation&&)>& see, const ReadOptions& options,
                         const std::function<void()>& at_sentence) {
  Document document = read(bytes, std::move(name), options);
  Observer observer = take();
  each_observation(
      document, grammar_, observer, [&at_sentence](const Sentence&) { at_sentence(); },
      [&](Observation&& observation) { see(document, std::move(observation)); }, [](Term&&) {});
  put_back(std::move(observer));
  return document;
}

}  // namespace zhibiao
