#include "text/formats/pdf.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <climits>
#include <memory>

#include "text/error.h"
#include "text/formats/isolated.h"
#include "text/formats/pdf_text.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

void say_nothing(const std::string&, void*) {}

// Without control characters, which some fonts give for spaces.
std::string text_of(const poppler::text_box& box) {
  const poppler::byte_array bytes = box.text().to_utf8();
  std::string text;
  for (const char byte : std::string(bytes.data(), bytes.size())) {
    if (static_cast<unsigned char>(byte) > ' ') text += byte;
  }
  return text;
}

PdfPage words_of(poppler::page& page) {
  const poppler::rectf sheet = page.page_rect();
  PdfPage found{sheet.width(), sheet.height(), {}};
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    const poppler::rectf place = box.bbox();
    std::string text = text_of(box);
    if (text.empty()) continue;
    const double size = box.has_font_info() ? box.get_font_size() : place.height();
    found.words.push_back(
        {place.left(), place.top(), place.right(), place.bottom(), size > 0 ? size : 1, std::move(text)});
  }
  return found;
}

std::unique_ptr<poppler::document> opened(std::string_view bytes) {
  static const bool is_quiet = (poppler::set_debug_error_function(say_nothing, nullptr), true);
  if (bytes.size() > INT_MAX || !is_quiet) throw Error("is a PDF of more than 2 GB");
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) throw Error("is a damaged PDF");
  if (document->is_locked()) throw Error("is encrypted");
  if (document->pages() <= 0) throw Error("is a PDF without pages");
  return document;
}

constexpr size_t kFewestCharacters = 3;  // on each page, of a PDF that is no scan

std::string text_of_pdf(std::string_view bytes, const ReadLimits& limits) {
  const auto document = opened(bytes);
  const auto count = static_cast<uint32_t>(document->pages());
  if (count > limits.pages) throw Error("has more than " + std::to_string(limits.pages) + " pages (--max-pages)");
  std::vector<PdfPage> pages;
  size_t characters = 0, size = 0;
  for (uint32_t i = 0; i < count; ++i) {
    const std::unique_ptr<poppler::page> page(document->create_page(static_cast<int>(i)));
    if (!page) continue;
    pages.push_back(words_of(*page));
    for (const PdfWord& word : pages.back().words) {
      characters += count_code_points(word.text);
      size += word.text.size();
    }
    if (size > limits.bytes) throw Error("holds more than " + std::to_string(limits.bytes) + " bytes (--max-bytes)");
  }
  if (characters < kFewestCharacters * pages.size() || characters == 0) {
    throw Error("has no text layer: it is a scan, and zhibiao does not recognise characters in pictures");
  }
  return text_of_pages(pages);
}

}  // namespace

// A few bytes of PDF can draw without end: streams that unpack to gigabytes, forms that call each other.
Content read_pdf(std::string_view bytes, const ReadLimits& limits) {
  return {isolated(text_of_pdf, bytes, limits), "", ""};
}

}  // namespace zhibiao
