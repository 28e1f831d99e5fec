#include "observe/row_place.h"

#include <cstring>

#include "text/traditional.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

// As rfind(), which asks at every byte for a comparison of its own.
size_t last_place(std::string_view text, std::string_view word) {
  constexpr size_t kStep = sizeof(uint32_t);
  if (word.size() < kStep || text.size() < word.size()) return text.rfind(word);
  uint32_t want;
  std::memcpy(&want, word.data(), kStep);
  for (size_t at = text.size() - word.size() + 1; at-- > 0;) {
    uint32_t four;
    std::memcpy(&four, text.data() + at, kStep);
    if (four == want && text.substr(at).starts_with(word)) return at;
  }
  return text.npos;
}

}  // namespace

std::optional<Span> RowPlaces::before(std::string_view name, Span value) const {
  if (name.empty()) return std::nullopt;
  if (const auto verbatim = verbatim_before(name, value)) return verbatim;
  if (!characters_) {
    const std::string& row = sentence_.text;
    characters_.emplace(has_traditional(row) ? folded(row) : row);
  }
  if (!has_hanzi_of(name)) return std::nullopt;
  if (!folded_) folded_ = fold(sentence_.text, sentence_.span.begin);
  const size_t end = folded_->byte_at(value.begin);
  const size_t at = last_place(std::string_view(folded_->text).substr(0, end), name);
  if (at == std::string_view::npos) return std::nullopt;
  return folded_->span(static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size()));
}

bool RowPlaces::has_hanzi_of(std::string_view name) const {
  for (size_t pos = 0; pos < name.size(); pos += utf8_length(name[pos]))
    if (behind_hanzi(name.substr(0, pos + 3), pos) > pos && !characters_->has(name, pos)) return false;
  return true;
}

std::optional<Span> RowPlaces::verbatim_before(std::string_view name, Span value) const {
  constexpr size_t kHanzi = 3;
  if (behind_hanzi(name, 0) != name.size()) return std::nullopt;
  const std::string_view before = window_.verbatim({sentence_.span.begin, value.begin}, {});
  const size_t at = last_place(before, name);
  if (at == before.npos || contains(before.substr(at + name.size()), name.substr(name.size() - kHanzi)))
    return std::nullopt;
  const auto begin = sentence_.span.begin + static_cast<uint32_t>(count_code_points(before.substr(0, at)));
  return Span{begin, begin + static_cast<uint32_t>(name.size() / kHanzi)};
}

}  // namespace zhibiao
