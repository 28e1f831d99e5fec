// The whole chain for programs that read many reports in several threads: what one report teaches about wordings makes
// the next one faster, and changes nothing in what is found.
#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include "text/export.h"
#include "zhibiao.h"

namespace zhibiao {

// Threads may share one.
class ZHIBIAO_EXPORT Extractor {
 public:
  explicit Extractor(const Grammar& grammar) : grammar_(grammar) {}

  const Grammar& grammar() const { return grammar_; }
  // As zhibiao::extract, but for the outline, which is taken apart on the way and left empty. Throws Error as
  // read_document does, and what `at_sentence`, which is called before each sentence, throws.
  Extraction extract(
      std::string_view bytes, std::string name, const ReadOptions& options = {},
      const std::function<void()>& at_sentence = [] {});
  // The same observations, each seen as soon as it is found and kept by nobody: for reports of any length. What `see`
  // throws ends the work. Gives the document.
  Document each(
      std::string_view bytes, std::string name, const std::function<void(const Document&, Observation&&)>& see,
      const ReadOptions& options = {}, const std::function<void()>& at_sentence = [] {});

 private:
  Document read(std::string_view bytes, std::string name, const ReadOptions& options) const;
  Observer take();
  void put_back(Observer observer);

  const Grammar grammar_;
  std::mutex mutex_;
  std::vector<Observer> idle_;  // as many as there were threads at once
};

}  // namespace zhibiao
