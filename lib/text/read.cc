#include "text/read.h"

#include <algorithm>

#include "text/decode.h"
#include "text/error.h"
#include "text/formats/doc.h"
#include "text/formats/docx.h"
#include "text/formats/html.h"
#include "text/formats/pdf.h"
#include "text/region_name.h"
#include "text/sha256.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

constexpr uint64_t kLongestNumber = 40;

// The bytes of the digit, ASCII or full-width (EF BC 90 to EF BC 99), that byte `pos` belongs to; empty if it is none.
std::string_view digit_around(std::string_view text, size_t pos) {
  if (is_ascii_digit(static_cast<unsigned char>(text[pos]))) return text.substr(pos, 1);
  for (size_t back = 0; back < 3 && back <= pos; ++back) {
    if (text[pos - back] == '\xEF')
      return is_digit(code_point_at(text, pos - back).value) ? text.substr(pos - back, 3) : "";
  }
  return "";
}

// A run that is too long holds one of any kLongestNumber + 1 bytes that follow each other, so a look at every so many
// is enough to find them.
uint64_t long_digit_runs(std::string_view text) {
  uint64_t runs = 0;
  for (size_t probe = kLongestNumber; probe < text.size();) {
    const std::string_view digit = digit_around(text, probe);
    size_t begin = digit.empty() ? probe : static_cast<size_t>(digit.data() - text.data());
    size_t end = begin + digit.size();
    uint64_t digits = digit.empty() ? 0 : 1;
    for (; digits > 0 && end < text.size(); ++digits) {
      const std::string_view next = digit_around(text, end);
      if (next.empty()) break;
      end += next.size();
    }
    for (; digits > 0 && begin > 0; ++digits) {
      const std::string_view before = digit_around(text, begin - 1);
      if (before.empty()) break;
      begin -= before.size();
    }
    runs += digits > kLongestNumber;
    probe = end + kLongestNumber + 1;
  }
  return runs;
}

DamageCounts damage(uint64_t invalid_bytes, std::string_view text) {
  DamageCounts counts;
  if (invalid_bytes > 0) counts.emplace_back("invalid_bytes", invalid_bytes);
  const auto nul = text.find('\0') == text.npos ? 0 : std::count(text.begin(), text.end(), '\0');
  if (nul > 0) counts.emplace_back("nul", static_cast<uint64_t>(nul));
  const uint64_t runs = long_digit_runs(text);
  if (runs > 0) counts.emplace_back("long_digit_runs", runs);
  return counts;
}

// A page's own word on its encoding, for where its bytes leave it open: charset=gb2312.
std::string declared_encoding(std::string_view page) {
  page = page.substr(0, 4096);
  size_t at = page.find("charset=");
  if (at == page.npos) return "";
  at = page.find_first_not_of("\"' ", at + 8);
  if (at == page.npos) return "";
  return std::string(page.substr(at, page.find_first_of("\"' />;", at) - at));
}

Decoded decode_page(std::string_view bytes, const std::string& encoding) try {
  return decode(bytes, encoding);
} catch (const Error&) {
  const std::string declared = encoding.empty() ? declared_encoding(bytes) : "";
  if (declared.empty()) throw;
  return decode(bytes, declared);
}

// Where the file has no encoding of its own, decoded.encoding is "".
struct Read {
  Decoded decoded;
  Content content;
};

Read read_as(Format format, std::string_view bytes, const ReadOptions& options) {
  Read read;
  switch (format) {
    case Format::txt:
    case Format::md:
      read.decoded = decode(bytes, options.encoding);
      read.content.text = std::move(read.decoded.text);
      break;
    case Format::html:
      read.decoded = decode_page(bytes, options.encoding);
      read.content = read_html(read.decoded.text);
      break;
    case Format::docx:
      read.content = read_docx(bytes, options.limits);
      break;
    case Format::doc:
      read.content = read_doc(bytes, options.limits);
      break;
    case Format::pdf:
      read.content = read_pdf(bytes, options.limits);
      break;
    default:
      throw Error("is an archive, and no document");
  }
  return read;
}

constexpr size_t kHead = 64 * 1024;

}  // namespace

Document read_document(std::string name, std::string_view bytes, const ReadOptions& options) try {
  if (bytes.size() > options.limits.bytes) {
    throw Error("is larger than " + std::to_string(options.limits.bytes) + " bytes (--max-bytes)");
  }
  const Format format = options.format.value_or(format_of(bytes.substr(0, kHead), name));
  Read read = read_as(format, bytes, options);
  Document document;
  document.text = std::move(read.content.text);
  document.meta.damaged = damage(read.decoded.invalid_bytes, document.text);
  document.meta.format = name_of(format);
  document.meta.encoding = std::move(read.decoded.encoding);
  if (options.hash) document.meta.sha256 = sha256_hex(bytes);
  document.meta.date = std::move(read.content.date);
  override_with(document.meta, options.known);
  document.doc = std::move(name);
  describe(document);
  if (document.meta.region.empty()) document.meta.region = region_on({}, "", read.content.publisher, "");
  return document;
} catch (const Error& error) {
  throw Error(name + " " + error.what());
}

void override_with(Metadata& meta, const Metadata& known) {
  const auto override_text = [](std::string& text, const std::string& with) {
    if (!with.empty()) text = with;
  };
  override_text(meta.title, known.title);
  override_text(meta.doc_type, known.doc_type);
  override_text(meta.region, known.region);
  override_text(meta.region_code, known.region_code);
  override_text(meta.date, known.date);
  override_text(meta.speaker, known.speaker);
  override_text(meta.meeting, known.meeting);
  if (known.report_year) meta.report_year = known.report_year;
  if (known.year) meta.year = known.year;
  meta.extra.insert(meta.extra.end(), known.extra.begin(), known.extra.end());
}

}  // namespace zhibiao
