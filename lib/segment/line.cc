#include "segment/line.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace zhibiao {

namespace {

// The length of the line break at pos, 0 if there is none. `written` tells one of letters: \r\n.
size_t break_at(std::string_view text, size_t pos, bool& written) {
  written = false;
  switch (text[pos]) {
    case '\n':
    case '\v':
    case '\f':
      return 1;
    case '\r':
      return pos + 1 < text.size() && text[pos + 1] == '\n' ? 2 : 1;
    case '\\': {
      const std::string_view rest = text.substr(pos, 4);
      written = true;
      if (rest == "\\r\\n") return 4;
      return rest.starts_with("\\n") || rest.starts_with("\\r") ? 2 : 0;
    }
    case '\xC2':
      return text.substr(pos, 2) == "\xC2\x85" ? 2 : 0;
    case '\xE2':
      return text.substr(pos, 3) == "\xE2\x80\xA8" || text.substr(pos, 3) == "\xE2\x80\xA9" ? 3 : 0;
    default:
      return 0;
  }
}

size_t behind_written_spaces(std::string_view text, size_t begin, size_t end) {
  size_t pos = begin;
  while (pos < end) {
    const std::string_view rest = text.substr(pos, end - pos);
    if (rest.starts_with("&nbsp;")) {
      pos += 6;
    } else if (rest.starts_with("<U+00A0>")) {
      pos += 8;
    } else if (is_space(code_point_at(text, pos).value)) {
      pos += utf8_length(text[pos]);
    } else {
      return pos;
    }
  }
  return begin;
}

// The places where a line break may begin. Each kind of byte is looked for once, however many there are of another.
class BreakBytes {
 public:
  explicit BreakBytes(std::string_view text) : text_(text) {
    for (size_t kind = 0; kind < kBytes.size(); ++kind) find(kind, 0);
  }

  // The first at or behind `pos`; text.size() if there is none. REQUIRES: called in text order.
  size_t behind(size_t pos) {
    for (size_t kind = 0; kind < kBytes.size(); ++kind)
      if (next_[kind] < pos) find(kind, pos);
    return *std::min_element(next_.begin(), next_.end());
  }

 private:
  static constexpr std::string_view kBytes = "\n\v\f\r\\\xC2\xE2";

  void find(size_t kind, size_t pos) { next_[kind] = std::min(text_.find(kBytes[kind], pos), text_.size()); }

  std::string_view text_;
  std::array<size_t, kBytes.size()> next_{};
};

// Collects lines; written-out breaks are hung on the last line that has text.
struct Collector {
  std::string_view text;
  std::vector<TextLine> lines{};
  bool blank = true;

  void add(size_t begin, size_t end, size_t written_end) {
    trim(text, begin, end);
    if (begin == end && written_end == 0) {
      blank = true;
    } else if (begin == end && !lines.empty()) {
      lines.back().tail = written_end;
      blank = true;
    } else {
      if (begin == end) end = written_end;  // nothing before it to hang it on
      const size_t start = behind_written_spaces(text, begin, end);
      const auto points = static_cast<uint32_t>(count_code_points(text.substr(start, end - start)));
      lines.push_back({begin, start, end, written_end == 0 ? end : written_end, points, blank});
      blank = false;
    }
  }
};

}  // namespace

void trim(std::string_view text, size_t& begin, size_t& end) {
  while (begin < end) {
    const CodePoint point = code_point_at(text, begin);
    if (!is_space(point.value)) break;
    begin += point.length;
  }
  while (begin < end) {
    const CodePoint point = code_point_before(text, end);
    if (!is_space(point.value)) break;
    end -= point.length;
  }
}

std::vector<TextLine> lines_of(std::string_view text) {
  Collector collector{text};
  BreakBytes breaks(text);
  size_t begin = 0;
  for (size_t pos = 0; (pos = breaks.behind(pos)) < text.size();) {
    bool written = false;
    const size_t length = break_at(text, pos, written);
    if (length == 0) {
      ++pos;
      continue;
    }
    collector.add(begin, pos, written ? pos + length : 0);
    begin = pos += length;
  }
  collector.add(begin, text.size(), 0);
  return std::move(collector.lines);
}

}  // namespace zhibiao
