#include "text/read.h"

#include <algorithm>

#include "text/decode.h"
#include "text/error.h"
#include "text/sha256.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

constexpr uint64_t kLongestNumber = 40;

// Looks at every byte but takes only ASCII digits and the lead byte of ０-９ (EF BC 90 to EF BC 99) seriously.
uint64_t long_digit_runs(std::string_view text) {
  uint64_t runs = 0, run = 0;
  for (size_t pos = 0; pos < text.size(); ++pos) {
    const char byte = text[pos];
    if (byte >= '0' && byte <= '9') {
      runs += ++run == kLongestNumber + 1;
    } else if (byte == '\xEF' && is_digit(code_point_at(text, pos).value)) {
      runs += ++run == kLongestNumber + 1;
      pos += 2;
    } else {
      run = 0;
    }
  }
  return runs;
}

DamageCounts damage(const Decoded& decoded) {
  DamageCounts counts;
  if (decoded.invalid_bytes > 0) counts.emplace_back("invalid_bytes", decoded.invalid_bytes);
  const auto nul = std::count(decoded.text.begin(), decoded.text.end(), '\0');
  if (nul > 0) counts.emplace_back("nul", static_cast<uint64_t>(nul));
  const uint64_t runs = long_digit_runs(decoded.text);
  if (runs > 0) counts.emplace_back("long_digit_runs", runs);
  return counts;
}

Decoded decode_named(const std::string& name, std::string_view bytes, const std::string& encoding) try {
  return decode(bytes, encoding);
} catch (const Error& error) {
  throw Error(name + " " + error.what());
}

}  // namespace

Document read_document(std::string name, std::string_view bytes, const ReadOptions& options) {
  Decoded decoded = decode_named(name, bytes, options.encoding);
  Document document;
  document.doc = std::move(name);
  document.meta.format = "txt";
  document.meta.damaged = damage(decoded);
  document.meta.encoding = std::move(decoded.encoding);
  document.meta.sha256 = sha256_hex(bytes);
  document.text = std::move(decoded.text);
  describe(document);
  return document;
}

}  // namespace zhibiao
