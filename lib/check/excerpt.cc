#include "check/excerpt.h"

#include <algorithm>

#include "emit/width.h"

namespace zhibiao {

Excerpts::Excerpts(std::string_view text) : text_(text), bytes_(text, OffsetUnit::bytes) {
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    line_ends_.push_back(static_cast<uint32_t>(at));
  }
}

uint32_t Excerpts::line(uint32_t point) const {
  const auto end = std::lower_bound(line_ends_.begin(), line_ends_.end(), bytes_.at(point));
  return static_cast<uint32_t>(end - line_ends_.begin()) + 1;
}

std::string_view Excerpts::text(Span span) const {
  const uint32_t begin = bytes_.at(span.begin);
  return text_.substr(begin, bytes_.at(span.end) - begin);
}

std::string Excerpts::around(Span span, uint32_t reach) const {
  const uint32_t begin = span.begin > reach ? span.begin - reach : 0;
  const std::string before = plain_line(text({begin, span.begin})),
                    after = plain_line(text({span.end, span.end + reach}));
  return (begin > 0 ? "…" : "") + before + "【" + plain_line(text(span)) + "】" + after +
         (bytes_.at(span.end + reach) < text_.size() ? "…" : "");
}

}  // namespace zhibiao
