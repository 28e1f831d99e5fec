// A run of digits and what stands beside it in its line, for the audits that ask what it numbers.
#pragma once

#include <algorithm>
#include <string_view>

#include "text/span.h"
#include "text/utf8.h"

namespace zhibiao {

constexpr size_t kLongestSide = 200;  // bytes beside a run that are looked at

inline bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c); });
}

inline std::string_view without_space(std::string_view text) {
  const size_t begin = std::min(text.find_first_not_of(" \t\r\f"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r\f") + 1 - begin);
}

struct Run {
  std::string_view digits, before, behind;
};

inline Run run_at(std::string_view text, ByteSpan bytes) {
  const size_t least = bytes.begin - std::min<size_t>(bytes.begin, kLongestSide);
  std::string_view before = text.substr(least, bytes.begin - least), behind = text.substr(bytes.end, kLongestSide);
  if (const size_t line = before.rfind('\n'); line != before.npos) before.remove_prefix(line + 1);
  behind = behind.substr(0, std::min(behind.find('\n'), behind.size()));
  return {text.substr(bytes.begin, bytes.end - bytes.begin), before, behind};
}

}  // namespace zhibiao
