// Archives, whole or in small pieces, with and without a way back: the members that come out are the same ones, and
// each limit is kept.
#include <gtest/gtest.h>

#include "tests/fuzz/fuzz.h"
#include "tests/testing.h"
#include "text/error.h"
#include "text/formats/archive.h"
#include "text/read.h"

namespace zhibiao::fuzz {
namespace {

ReadLimits small_limits() {
  ReadLimits limits;
  limits.bytes = 1 << 21;
  limits.members = 300;
  return limits;
}

// What is told of everything that is in it, and how it ends.
std::string contents(const ByteSource& source) {
  std::string told;
  try {
    each_packed(
        "fuzz.zip", source, small_limits(), [](std::string_view) { return true; },
        [&](const Packed& packed) {
          EXPECT_TRUE(zhibiao::testing::is_utf8(packed.name));
          EXPECT_LE(packed.bytes.size(), small_limits().bytes);
          told += packed.name + '\0' + packed.problem + '\0' + packed.bytes + '\0';
        });
  } catch (const Error& error) {
    told += error.what();
  }
  return told;
}

ByteSource in_pieces(std::string_view bytes, size_t most) {
  ByteSource whole = source_of(bytes);
  return {[read = whole.read, most](char* into, size_t size) { return read(into, std::min(size, most)); }, whole.seek};
}

}  // namespace
}  // namespace zhibiao::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  fuzz::Input input(data, size);
  const uint32_t piece = 1 + input.choose(200);
  const std::string_view bytes = input.rest();
  try {
    format_of(bytes, "fuzz");
  } catch (const Error& error) {
    EXPECT_STRNE(error.what(), "");
  }
  EXPECT_EQ(fuzz::contents(source_of(bytes)), fuzz::contents(fuzz::in_pieces(bytes, piece)));
  fuzz::contents({source_of(bytes).read, {}});
  return 0;
}
