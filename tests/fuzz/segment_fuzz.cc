// Text → outline: spans that cover the text, and lines of JSON that are read back.
#include "tests/fuzz/fuzz.h"
#include "tests/laws.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  fuzz::Input input(data, size);
  Document document;
  document.doc = input.choose(2) == 0 ? "fuzz.txt" : "fuzz.md";
  document.text = fuzz::text_of(input.rest());
  describe(document);
  const Outline outline = segment(document);
  zhibiao::testing::check_outline(outline, zhibiao::testing::Points(document.text));
  for (const Term& term : outline.terms) zhibiao::testing::check_round_trip(term);
  for (const Sentence& sentence : outline.sentences)
    zhibiao::testing::check_round_trip(SentenceLine{{sentence, {}}, false});
  zhibiao::testing::check_round_trip(DocumentLine{document, true, ""});
  return 0;
}
