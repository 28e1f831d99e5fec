// Bytes of any kind of text → observations: all laws, and the pipe of the stages makes the lines of the chain.
#include "tests/fuzz/fuzz.h"
#include "tests/laws.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  const fuzz::Input input(data, size);
  try {
    const Extraction extraction = extract(input.rest(), "fuzz.txt", Grammar::embedded());
    zhibiao::testing::check_laws(extraction, true);
    zhibiao::testing::check_pipe(extraction.document);
  } catch (const Error& error) {
    EXPECT_STRNE(error.what(), "");
  }
  return 0;
}
