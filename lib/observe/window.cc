#include "observe/window.h"

#include <algorithm>

#include "text/utf8.h"

namespace zhibiao {

namespace {

constexpr uint32_t kLongSentence = 2000;
constexpr uint32_t kWindow = 400;

}  // namespace

WindowCutter::WindowCutter(const Sentence& sentence, bool folded) : sentence_(sentence) {
  if (!folded && !is_long()) return;
  const std::string_view text = sentence.text;
  bytes_.resize(text.size() + 1);
  uint32_t* next = bytes_.data();
  for (uint32_t i = 0; i < text.size(); ++i) {
    *next = i;
    next += !is_continuation(text[i]);
  }
  *next = static_cast<uint32_t>(text.size());
}

SentenceWindow WindowCutter::cut(Span span) const {
  const uint32_t begin = bytes_[span.begin - sentence_.span.begin], end = bytes_[span.end - sentence_.span.begin];
  return {span, std::string_view(sentence_.text).substr(begin, end - begin)};
}

bool WindowCutter::is_long() const { return sentence_.span.size() > kLongSentence; }

std::string_view WindowCutter::verbatim(Span span, std::string_view as_folded) const {
  return bytes_.empty() ? as_folded : cut(span).text;
}

SentenceWindow WindowCutter::around(Span value) const {
  if (!is_long()) return {sentence_.span, sentence_.text};
  const std::vector<Span>& clauses = sentence_.clauses;
  const auto at = std::lower_bound(clauses.begin(), clauses.end(), value.end,
                                   [](Span clause, uint32_t end) { return clause.end < end; });
  Span span = value;
  if (at != clauses.end() && at->begin <= value.begin && at->size() <= kWindow) {
    span = *at;
    auto first = at, last = at;
    for (bool grown = true; grown;) {  // a clause to the left, one to the right, while they fit
      grown = false;
      if (first != clauses.begin() && span.end - std::prev(first)->begin <= kWindow) {
        span.begin = (--first)->begin;
        grown = true;
      }
      if (std::next(last) != clauses.end() && std::next(last)->end - span.begin <= kWindow) {
        span.end = (++last)->end;
        grown = true;
      }
    }
    return cut(span);
  }
  const uint32_t spare = value.size() >= kWindow ? 0 : (kWindow - value.size()) / 2;
  span.begin = value.begin - std::min(spare, value.begin - sentence_.span.begin);
  span.end = std::min(value.end + spare, sentence_.span.end);
  return cut(span);
}

}  // namespace zhibiao
