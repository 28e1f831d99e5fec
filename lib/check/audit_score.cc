#include "check/audit_score.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <vector>

#include "check/run_in_line.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr size_t kFarthestHead = 4000;  // bytes between a row and the head of its table
constexpr double kMostPoints = 100;

bool is_figure(char c) { return is_ascii_digit(c) || c == '.'; }

// Both sides without white space.
Run sides_of(std::string_view text, ByteSpan bytes) {
  const Run run = run_at(text, bytes);
  return {run.digits, without_space(run.before), without_space(run.behind)};
}

bool opens(std::string_view text, bool square) {
  return text.ends_with("[") || text.ends_with("［") || (!square && ends_with_any(text, {"(", "（"}));
}

// The bracket that closes an interval behind white space, a number taken off first.
struct Closing {
  bool found = false, square = false;
};

Closing closing_of(std::string_view text) {
  return {starts_with_any(text, {"]", "］", ")", "）"}), starts_with_any(text, {"]", "］"})};
}

std::string_view without_number(std::string_view text, bool front) {
  if (front) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_figure);
    return without_space(text.substr(static_cast<size_t>(end - text.begin())));
  }
  const auto end = std::find_if_not(text.rbegin(), text.rend(), is_figure);
  return without_space(text.substr(0, static_cast<size_t>(text.rend() - end)));
}

std::string_view without_comma(std::string_view text, bool front) {
  for (const std::string_view comma : {",", "，"}) {
    if (front ? text.starts_with(comma) : text.ends_with(comma)) {
      return without_space(front ? text.substr(comma.size()) : text.substr(0, text.size() - comma.size()));
    }
  }
  return {};
}

std::optional<double> number_of(std::string_view word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const bool all = error == std::errc() && end == word.data() + word.size();
  return all && is_ascii_digit(word[0]) ? std::optional(value) : std::nullopt;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (size_t pos = 0; (pos = line.find_first_not_of(" \t\r", pos)) != line.npos;) {
    const size_t end = std::min(line.find_first_of(" \t\r", pos), line.size());
    words.push_back(line.substr(pos, end - pos));
    pos = end;
  }
  return words;
}

}  // namespace

bool are_points(std::string_view text, ByteSpan bytes) {
  const Run sides = sides_of(text, bytes);
  if (!sides.behind.starts_with("分")) return false;
  const std::string_view behind = without_space(sides.behind.substr(std::string_view("分").size()));
  if (opens(sides.before, false)) return starts_with_any(behind, {")", "）"});
  if (!behind.empty() && is_hanzi(code_point_at(behind, 0).value)) return false;
  return ends_with_any(sides.before, {"满分", "分值", "得分", "得", "扣", "扣完", "指标", "×"});
}

bool bounds_interval(std::string_view text, ByteSpan bytes) {
  const Run sides = sides_of(text, bytes);
  if (opens(sides.before, false)) {  // the lower bound
    const std::string_view upper = without_comma(sides.behind, true);
    const std::string_view rest = without_number(upper, true);
    const Closing closing = closing_of(rest);
    return rest.size() < upper.size() && closing.found && (closing.square || opens(sides.before, true));
  }
  const Closing closing = closing_of(sides.behind);
  if (!closing.found) return false;
  const std::string_view lower = without_comma(sides.before, false);
  const std::string_view rest = without_number(lower, false);
  return rest.size() < lower.size() && opens(rest, !closing.square);
}

bool scores_share(std::string_view text, ByteSpan bytes) {
  const size_t least = bytes.begin - std::min<size_t>(bytes.begin, kLongestSide);
  const size_t before = text.substr(least, bytes.begin - least).rfind('\n');
  const size_t begin = before == text.npos ? least : least + before + 1;
  const std::string_view line = text.substr(begin, std::min(text.find('\n', bytes.end), text.size()) - begin);
  const std::vector<std::string_view> words = words_of(line.substr(0, 2 * kLongestSide));
  for (size_t i = 2; i < words.size(); ++i) {
    const std::string_view percent = words[i];
    if (percent.size() < 2 || !percent.ends_with("%")) continue;
    const auto full = number_of(words[i - 2]), scored = number_of(words[i - 1]);
    const auto share = number_of(percent.substr(0, percent.size() - 1));
    if (!full || !scored || !share || *full == 0 || *full > kMostPoints || *scored > *full) continue;
    if (std::abs(*scored / *full * 100 - *share) > 0.05) continue;
    const std::string_view run = text.substr(bytes.begin, bytes.end - bytes.begin);
    if (run.data() < words[i - 2].data() || run.data() >= percent.data() + percent.size()) continue;
    const size_t from = begin - std::min(begin, kFarthestHead);
    return contains(text.substr(from, begin - from), "得分率");
  }
  return false;
}

}  // namespace zhibiao
