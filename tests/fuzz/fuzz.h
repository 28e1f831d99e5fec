// What the fuzzers share: a choice out of the input's first bytes, and expectations of googletest that end the run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "segment/sentence.h"

namespace zhibiao::fuzz {

// The bytes of one input. Choices are taken from its end, so that a file that begins like a real one is one.
class Input {
 public:
  Input(const uint8_t* bytes, size_t size) : rest_(reinterpret_cast<const char*>(bytes), size) {}

  // Below `choices`; 0 when nothing is left. REQUIRES: choices > 0.
  uint32_t choose(uint32_t choices);
  std::string_view rest() const { return rest_; }
  // The rest, cut where `mark` stands.
  std::vector<std::string> parts(std::string_view mark) const;

 private:
  std::string_view rest_;
};

// The rest as valid UTF-8.
std::string text_of(std::string_view bytes);

// The input if it is a ZIP file, else its parts, which "\n----\n" separates, as one whose members have these names: no
// mutation of a ZIP file would reach what is packed in it.
std::string zip_in(const Input& input, const std::vector<std::string>& names);

// One sentence that is all of a document of this text.
Sentence sentence_of(std::string text, SentenceKind kind);

}  // namespace zhibiao::fuzz
