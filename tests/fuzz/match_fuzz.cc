// One sentence of any kind → mentions: sorted, disjoint, each what the text says, and JSON that is read back.
#include "tests/fuzz/fuzz.h"
#include "tests/laws.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  fuzz::Input input(data, size);
  const auto kind = static_cast<SentenceKind>(input.choose(5));
  const std::string text = fuzz::text_of(input.rest());
  const MatchedSentence matched = match(fuzz::sentence_of(text, kind), Grammar::embedded());
  zhibiao::testing::check_mentions(matched, zhibiao::testing::Points(text));
  zhibiao::testing::check_round_trip(SentenceLine{matched, true});
  return 0;
}
