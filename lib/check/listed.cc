#include "check/listed.h"

#include "mention/glyph.h"
#include "text/utf8.h"

namespace zhibiao {
namespace {

constexpr int kWordReach = 5;       // characters that a word may have before its numeral, as mention/figure.cc looks
constexpr size_t kQuoteReach = 20;  // characters

}  // namespace

std::optional<std::string> covering_word(const Trie& words, std::string_view folded, ByteSpan bytes) {
  std::optional<std::string> best;
  size_t begin = bytes.begin;
  for (int back = 0; back <= kWordReach; ++back) {
    const Trie::Hit hit = words.longest(folded, begin);
    const bool covers = begin + hit.length >= bytes.end && hit.length > bytes.end - bytes.begin;
    if (covers && (!best || hit.length > best->size())) best = std::string(folded.substr(begin, hit.length));
    if (begin == 0) break;
    begin -= length_before(folded, begin);
  }
  return best;
}

bool quoted_briefly(std::string_view folded, ByteSpan bytes) {
  static constexpr std::pair<std::string_view, std::string_view> kQuotes[] = {{"“", "”"}, {"《", "》"}, {"「", "」"}};
  for (const auto& [open, close] : kQuotes) {
    const size_t begin = folded.substr(0, bytes.begin).rfind(open);
    if (begin == std::string_view::npos) continue;
    const size_t end = folded.find(close, begin);
    if (end == std::string_view::npos || end < bytes.end) continue;
    if (count_code_points(folded.substr(begin + open.size(), end - begin - open.size())) <= kQuoteReach) return true;
  }
  return false;
}

bool only_multiplies(std::string_view folded, ByteSpan bytes) {
  for (size_t at = bytes.begin; at < bytes.end;) {
    const Glyph glyph = glyph_at(folded, at);
    const bool ten = glyph.kind == GlyphKind::place && glyph.value == 1;
    if (ten || (glyph.kind != GlyphKind::big && glyph.kind != GlyphKind::place)) return false;
    at += glyph.length;
  }
  return true;
}

}  // namespace zhibiao
