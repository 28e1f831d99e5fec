// The verbatim name: what its tokens cover, less the words, quotes and dashes at its edges that are no part of it.
#include <algorithm>
#include <string_view>

#include "observe/name.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

// 加|返还性收入, 通过|发行债券; …支出|安排.
ByteSpan without_edges(std::string_view text, ByteSpan bytes, const GrammarData& grammar) {
  const Trie::Hit lead = grammar.name_leads.longest(text.substr(0, bytes.end), bytes.begin);
  if (lead.length > 0) bytes.begin += static_cast<uint32_t>(lead.value);
  constexpr uint32_t kLongest = std::string_view("收入预计安排").size();
  uint32_t at = bytes.end - std::min(kLongest, bytes.end - bytes.begin);
  while (at < bytes.end && is_continuation(text[at])) ++at;
  for (; at < bytes.end; at += utf8_length(text[at])) {
    const Trie::Hit tail = grammar.name_tails.longest(text.substr(0, bytes.end), at);
    if (tail.length == bytes.end - at) {
      bytes.end -= static_cast<uint32_t>(tail.value);
      break;
    }
  }
  return bytes;
}

}  // namespace

ByteSpan name_bytes(const Skeleton& skeleton, TokenRange tokens, const GrammarData& grammar) {
  ByteSpan bytes{skeleton.tokens[tokens.begin].bytes.begin, skeleton.tokens[tokens.end - 1].bytes.end};
  const auto view = [&] { return std::string_view(skeleton.folded.text).substr(bytes.begin, bytes.end - bytes.begin); };
  const auto starts = [&](std::string_view mark) { return view().substr(0, mark.size()) == mark; };
  const auto ends = [&](std::string_view mark) {
    return view().size() >= mark.size() && view().substr(view().size() - mark.size()) == mark;
  };
  const std::string_view quote_open = "“", quote_close = "”";
  if (starts(quote_close)) bytes.begin += 3;
  if (ends(quote_open)) bytes.end -= 3;
  if (starts(quote_open) && view().find(quote_close) == std::string_view::npos) bytes.begin += 3;
  if (ends(quote_close) && view().find(quote_open) == std::string_view::npos) bytes.end -= 3;
  bytes = without_edges(skeleton.folded.text, bytes, grammar);
  while (bytes.begin < bytes.end && (starts("—") || starts("–") || starts("　"))) bytes.begin += 3;
  while (bytes.begin < bytes.end && (starts(" ") || starts("-"))) bytes.begin += 1;
  while (bytes.begin < bytes.end && ends(" ")) bytes.end -= 1;
  return bytes;
}

}  // namespace zhibiao
