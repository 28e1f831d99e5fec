// A PDF → text. Inputs that begin like a PDF go through poppler, in a process of its own; all others are the words of
// pages, nine bytes of place and size before each, for what is made of them.
#include <gtest/gtest.h>

#include "tests/fuzz/fuzz.h"
#include "tests/testing.h"
#include "text/error.h"
#include "text/formats/pdf.h"
#include "text/formats/pdf_text.h"

namespace zhibiao::fuzz {
namespace {

constexpr size_t kPlace = 9;

double coordinate(std::string_view bytes, size_t at) {
  const auto high = static_cast<unsigned char>(bytes[at]), low = static_cast<unsigned char>(bytes[at + 1]);
  return (high * 256 + low) / 64.0 - 100;
}

PdfWord word_of(const std::string& part) {
  PdfWord word{coordinate(part, 0),         coordinate(part, 2), 0, 0, 1.0 + static_cast<unsigned char>(part[8]) / 8.0,
               text_of(part.substr(kPlace))};
  word.right = word.left + coordinate(part, 4);
  word.bottom = word.top + coordinate(part, 6);
  return word;
}

std::vector<PdfPage> pages_of(const Input& input) {
  std::vector<PdfPage> pages(1, {595, 842, {}});
  for (const std::string& part : input.parts("\n")) {
    if (part.empty()) {
      pages.push_back({595, 842, {}});
    } else if (part.size() > kPlace) {
      pages.back().words.push_back(word_of(part));
    }
  }
  return pages;
}

}  // namespace
}  // namespace zhibiao::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  const fuzz::Input input(data, size);
  ReadLimits limits;
  limits.seconds = 5;
  limits.pages = 50;
  limits.bytes = 1 << 22;
  try {
    const bool is_pdf = input.rest().starts_with("%PDF");
    const std::string text = is_pdf ? read_pdf(input.rest(), limits).text : text_of_pages(fuzz::pages_of(input));
    EXPECT_TRUE(zhibiao::testing::is_utf8(text));
  } catch (const Error& error) {
    EXPECT_STRNE(error.what(), "");
    EXPECT_STRNE(error.what(), "is damaged: it crashes its reader") << "poppler, or what is made of its words";
  }
  return 0;
}
