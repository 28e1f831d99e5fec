#include "observe/owner.h"

#include "text/utf8.h"

namespace zhibiao {

std::optional<Owner> owner_in(const Folded& folded, ByteSpan bytes, const GrammarData& grammar) {
  const std::string_view text = std::string_view(folded.text).substr(0, bytes.end);
  std::optional<Owner> found;
  for (size_t i = bytes.begin; i < bytes.end;) {
    const Trie::Hit hit = grammar.subject_words.longest(text, i);
    if (hit.length > 0 && hit.value == 1) {
      const auto begin = static_cast<uint32_t>(i), end = static_cast<uint32_t>(i + hit.length);
      found = Owner{std::string(text.substr(i, hit.length)), folded.span(begin, end)};
    }
    i += hit.length > 0 ? hit.length : utf8_length(text[i]);
  }
  return found;
}

bool needs_owner(const Folded& folded, ByteSpan bytes, const GrammarData& grammar) {
  constexpr size_t kShort = std::string_view("支出").size();
  const std::string_view text = std::string_view(folded.text).substr(0, bytes.end);
  for (size_t i = bytes.begin; i < bytes.end; i += utf8_length(text[i])) {
    const Trie::Hit hit = grammar.subject_words.longest(text, i);
    const bool ends = hit.length > 0 && hit.value == 0 && i + hit.length == bytes.end;
    if (ends && (hit.length > kShort || i == bytes.begin)) return true;  // 支出, but not 教育支出
  }
  return false;
}

bool is_told_again(const Folded& folded, ByteSpan bytes, const GrammarData& grammar) {
  const std::string_view text = std::string_view(folded.text).substr(0, bytes.end);
  for (size_t i = bytes.begin; i < bytes.end; i += utf8_length(text[i])) {
    const Trie::Hit hit = grammar.subject_words.longest(text, i);
    if (hit.length > 0 && hit.value == 2) return i + hit.length == bytes.end;
  }
  return false;
}

}  // namespace zhibiao
