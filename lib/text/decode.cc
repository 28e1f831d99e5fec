#include "text/decode.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "text/error.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool all_ascii(const char* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080) == 0;
}

unsigned char at(std::string_view bytes, size_t pos) {
  return pos < bytes.size() ? static_cast<unsigned char>(bytes[pos]) : 0;
}

// The length of the well-formed character at pos, or 0 (Unicode, table 3-7).
size_t well_formed_at(std::string_view bytes, size_t pos) {
  const unsigned lead = at(bytes, pos), second = at(bytes, pos + 1);
  const auto tail = [&](size_t i) { return (at(bytes, pos + i) & 0xC0) == 0x80; };
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool second_fits = lead == 0xE0 ? second >= 0xA0 : lead == 0xED ? second < 0xA0 : true;
    return tail(1) && second_fits && tail(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool second_fits = lead == 0xF0 ? second >= 0x90 : lead == 0xF4 ? second < 0x90 : true;
    return tail(1) && second_fits && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

// One U+FFFD for a truncated character and each stray byte: how many bytes at pos are damaged together.
size_t damaged_at(std::string_view bytes, size_t pos) {
  const unsigned lead = at(bytes, pos);
  const size_t wanted = lead >= 0xC2 && lead <= 0xF4 ? utf8_length(bytes[pos]) : 1;
  size_t length = 1;
  while (length < wanted && (at(bytes, pos + length) & 0xC0) == 0x80) ++length;
  return length;
}

Decoded from_utf8(std::string_view bytes) {
  Decoded out{"", "utf-8"};
  out.text.reserve(bytes.size());
  for (size_t pos = 0; pos < bytes.size();) {
    const size_t valid = valid_utf8_prefix(bytes.substr(pos));
    out.text.append(bytes, pos, valid);
    pos += valid;
    if (pos == bytes.size()) break;
    out.text.append(kReplacement);
    ++out.invalid_bytes;
    pos += damaged_at(bytes, pos);
  }
  return out;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Appends UTF-16 that comes in pieces: a piece may end between the halves of a pair.
struct Utf16Appender {
  Decoded& out;
  char32_t high = 0;

  void append(char32_t unit) {
    const bool low = unit >= 0xDC00 && unit <= 0xDFFF;
    if (high != 0 && low) {
      append_utf8(out.text, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
      high = 0;
      return;
    }
    finish();
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
    } else {
      out.invalid_bytes += low || unit == 0xFFFD;
      append_utf8(out.text, low ? 0xFFFD : unit);
    }
  }
  void finish() {
    if (high == 0) return;
    out.text.append(kReplacement);
    ++out.invalid_bytes;
    high = 0;
  }
};

Decoded from_utf16(std::string_view bytes, bool big_endian) {
  Decoded out{"", big_endian ? "utf-16be" : "utf-16le"};
  out.text.reserve(bytes.size() * 3 / 2);
  Utf16Appender appender{out};
  for (size_t pos = 0; pos + 1 < bytes.size(); pos += 2) {
    const unsigned first = at(bytes, pos), second = at(bytes, pos + 1);
    appender.append(big_endian ? first << 8 | second : second << 8 | first);
  }
  if (bytes.size() % 2 == 1) appender.append(0xFFFD);
  appender.finish();
  return out;
}

// `name` is ICU's, `encoding` ours.
Decoded from_double_bytes(std::string_view bytes, const char* name, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name, &status));
  if (U_FAILURE(status)) throw Error("ICU has no converter for " + std::string(encoding));
  Decoded out{"", encoding};
  out.text.reserve(bytes.size() * 3 / 2);
  Utf16Appender appender{out};
  std::u16string units(1 << 14, u'\0');
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  do {
    status = U_ZERO_ERROR;
    char16_t* target = units.data();
    ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, true, &status);
    const auto length = static_cast<size_t>(target - units.data());
    for (size_t i = 0; i < length; ++i) appender.append(units[i]);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  appender.finish();
  return out;
}

// What the bytes look like, counted once.
struct Utf8Evidence {
  size_t wide = 0;       // well-formed characters of three and four bytes
  size_t damaged = 0;    // damaged stretches
  bool cut_off = false;  // the last of them is the beginning of a character at the very end
};

// Stops where no more text could turn the scales.
Utf8Evidence utf8_evidence(std::string_view bytes) {
  Utf8Evidence found;
  for (size_t pos = 0; pos < bytes.size() && found.damaged <= 1000 + found.wide / 2;) {
    const size_t length = well_formed_at(bytes, pos);
    if (length == 0) {
      const size_t damaged = damaged_at(bytes, pos);
      ++found.damaged;
      found.cut_off = pos + damaged == bytes.size() && damaged < utf8_length(bytes[pos]);
      pos += damaged;
    } else {
      found.wide += length >= 3;
      pos += length;
    }
  }
  return found;
}

constexpr size_t kSample = 1 << 14;

// Share of control characters that no text has, in per cent of a sample.
size_t control_share(std::string_view bytes) {
  bytes = bytes.substr(0, kSample);
  if (bytes.empty()) return 0;
  const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D) && byte != 0x1B;
  });
  return static_cast<size_t>(controls) * 100 / bytes.size();
}

// Per cent of the UTF-16 units of a sample that Chinese text is made of.
size_t utf16_share(std::string_view bytes, bool big_endian) {
  size_t good = 0, all = 0;
  for (size_t pos = 0; pos + 1 < std::min(bytes.size(), kSample); pos += 2, ++all) {
    const unsigned first = at(bytes, pos), second = at(bytes, pos + 1);
    const unsigned unit = big_endian ? first << 8 | second : second << 8 | first;
    good += (unit >= 0x20 && unit < 0x7F) || (unit >= 0x09 && unit <= 0x0D) || (unit >= 0x3000 && unit < 0x3020) ||
            (unit >= 0x4E00 && unit < 0x9FA6) || (unit >= 0x2010 && unit < 0x2030) || (unit >= 0xFF01 && unit < 0xFF5F);
  }
  return all == 0 ? 0 : good * 100 / all;
}

// GB18030 if most double bytes are everyday Hanzi (GB 2312 level 1) or punctuation: of random bytes an eighth are.
bool looks_like_gb18030(std::string_view bytes) {
  bytes = bytes.substr(0, kSample);
  size_t common = 0, all = 0;
  for (size_t pos = 0; pos < bytes.size(); ++pos) {
    const unsigned lead = at(bytes, pos), trail = at(bytes, pos + 1);
    if (lead < 0x80) continue;
    ++all;
    if (lead < 0x81 || lead > 0xFE || trail < 0x30) continue;
    common += trail >= 0xA1 && (lead <= 0xA3 ? lead >= 0xA1 : lead >= 0xB0 && lead <= 0xD7);
    pos += trail < 0x40 ? 3 : 1;
  }
  return all > 0 && common * 10 >= all * 4 && control_share(bytes) <= 2;
}

// Big5 if nearly all double bytes are of its common part (5401 everyday characters, punctuation), and many second bytes
// are ASCII, which they never are in GB 2312.
bool looks_like_big5(std::string_view bytes) {
  bytes = bytes.substr(0, kSample);
  size_t common = 0, low = 0, all = 0;
  for (size_t pos = 0; pos < bytes.size(); ++pos) {
    const unsigned lead = at(bytes, pos), trail = at(bytes, pos + 1);
    if (lead < 0x80) continue;
    ++all;
    const bool is_low = trail >= 0x40 && trail < 0x7F;
    if (!is_low && (trail < 0xA1 || trail > 0xFE)) continue;
    common += lead >= 0xA1 && lead <= 0xC6;
    low += is_low && lead >= 0xA1 && lead <= 0xF9;
    ++pos;
  }
  return all > 0 && common * 100 >= all * 88 && low * 100 >= all * 20 && control_share(bytes) <= 2;
}

constexpr size_t kMostControls = 10;  // per cent

// For bytes that are not valid UTF-8, or valid but full of control characters. "" when they are no text.
std::string detected(std::string_view bytes) {
  const size_t controls = control_share(bytes);
  const size_t little = utf16_share(bytes, false), big = utf16_share(bytes, true);
  if (std::max(little, big) >= 90) return big > little ? "utf-16be" : "utf-16le";
  if (controls > kMostControls) return "";
  const Utf8Evidence evidence = utf8_evidence(bytes);
  if (evidence.damaged * 10 <= evidence.wide || (evidence.damaged == 1 && evidence.cut_off)) return "utf-8";
  if (looks_like_big5(bytes)) return "big5";
  return looks_like_gb18030(bytes) ? "gb18030" : "";
}

struct Mark {
  std::string_view bytes, encoding;
};
constexpr Mark kMarks[] = {
    {"\xEF\xBB\xBF", "utf-8"}, {"\xFF\xFE", "utf-16le"}, {"\xFE\xFF", "utf-16be"}, {"\x84\x31\x95\x33", "gb18030"}};

std::string canonical_name(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (lower == "utf8") return "utf-8";
  if (lower == "gbk" || lower == "gb2312" || lower == "cp936") return "gb18030";
  if (lower == "big5-hkscs" || lower == "cp950" || lower == "big-5") return "big5";
  if (lower == "utf-16" || lower == "utf16" || lower == "utf16le") return "utf-16le";
  return lower == "utf16be" ? "utf-16be" : lower;
}

}  // namespace

size_t valid_utf8_prefix(std::string_view bytes) {
  size_t pos = 0;
  while (pos < bytes.size()) {
    while (pos + 8 <= bytes.size() && all_ascii(bytes.data() + pos)) pos += 8;
    const auto is_hanzi_at = [data = bytes.data()](size_t i) {
      return static_cast<unsigned char>(data[i]) - 0xE1u <= 0xECu - 0xE1u && is_continuation(data[i + 1]) &&
             is_continuation(data[i + 2]);
    };
    while (pos + 2 < bytes.size() && is_hanzi_at(pos)) pos += 3;
    while (pos < bytes.size() && static_cast<unsigned char>(bytes[pos]) < 0x80) ++pos;
    if (pos == bytes.size()) break;
    const size_t length = well_formed_at(bytes, pos);
    if (length == 0) break;
    pos += length;
  }
  return pos;
}

Decoded decode(std::string_view bytes, std::string_view encoding) {
  std::string name = canonical_name(encoding);
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes) || !(name.empty() || name == mark.encoding || name.starts_with("utf-16")))
      continue;
    bytes.remove_prefix(mark.bytes.size());
    name = mark.encoding;
    break;
  }
  if (name.empty() && valid_utf8_prefix(bytes) == bytes.size() && control_share(bytes) <= kMostControls) {
    return {std::string(bytes), "utf-8"};
  }
  if (name.empty()) name = detected(bytes);
  if (name == "utf-8") return from_utf8(bytes);
  if (name == "utf-16le" || name == "utf-16be") return from_utf16(bytes, name == "utf-16be");
  if (name == "gb18030") return from_double_bytes(bytes, "gb18030", "gb18030");
  if (name == "big5") return from_double_bytes(bytes, "Big5-HKSCS", "big5");
  throw Error(name.empty() ? "is not text in any known encoding" : "cannot be read in an unknown encoding: " + name);
}

}  // namespace zhibiao
