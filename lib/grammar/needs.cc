#include "grammar/needs.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "text/utf8.h"

namespace zhibiao {
namespace {

constexpr size_t kMostNeeds = 4;

// The pattern holds something that is not looked into: then nothing is known of it.
struct NotUnderstood {};

// What is known of a piece of a pattern: whether it matches the empty text, with what its matches begin and end, how
// many bytes they have at most, and what they need.
struct Piece {
  bool nullable = true;
  CharacterSet first, last;
  size_t longest = 0;
  std::vector<Need> needs;
};

size_t times(size_t longest, size_t count) {
  if (longest == 0 || count == 0) return 0;
  return longest == kNoLimit || count == kNoLimit ? kNoLimit : longest * count;
}

size_t longest_of(const CharacterSet& set, bool bytes) {
  const uint32_t c = set.ranges.empty() ? kTextBegin : set.ranges.back().second;
  if (c == kTextBegin) return set.ranges.size() > 1 || (!set.ranges.empty() && set.ranges[0].first < c) ? 4 : 0;
  return bytes || c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

// How often a character turns up: digits everywhere.
double weight(const CharacterSet& set) {
  double sum = 0;
  for (const auto& [first, last] : set.ranges) {
    const bool digits = first <= '9' && last >= '0';
    sum += std::min<uint32_t>(last - first + 1, 1000) + (digits ? 30 : 0);
  }
  return sum;
}

double weight(const Need& need) {
  double sum = 0;
  for (const Pair& pair : need) sum += weight(pair.first) * weight(pair.second);
  return sum;
}

void keep_best(std::vector<Need>& needs) {
  if (needs.size() < 2) return;
  std::vector<std::pair<double, Need>> weighed;
  for (Need& need : needs) weighed.emplace_back(weight(need), std::move(need));
  std::stable_sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (size_t i = 0; i < needs.size(); ++i) needs[i] = std::move(weighed[i].second);
  needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
  if (needs.size() > kMostNeeds) needs.resize(kMostNeeds);
}

Piece one_of(CharacterSet set, bool bytes) {
  Piece piece{false, set, set, longest_of(set, bytes), {}};
  if (!set.contains(kTextBegin)) piece.needs.push_back({{CharacterSet::all(), std::move(set)}});
  return piece;
}

bool is_of_one_character(const Need& need) {
  return std::any_of(need.begin(), need.end(), [](const Pair& pair) { return pair.first.is_all(); });
}

Piece sequence(std::vector<Piece> pieces) {
  if (pieces.size() == 1) return std::move(pieces.front());
  Piece out;
  Piece* before = nullptr;  // the last piece that is not nullable; `between` it and here only nullable ones
  CharacterSet between_first, between_last;
  for (Piece& piece : pieces) {
    out.longest = piece.longest == kNoLimit || out.longest == kNoLimit ? kNoLimit : out.longest + piece.longest;
    if (out.nullable) out.first = out.first | piece.first;
    out.last = piece.nullable ? out.last | piece.last : piece.last;
    if (piece.nullable) {
      between_first = between_first | piece.first;
      between_last = between_last | piece.last;
      continue;
    }
    out.nullable = false;
    std::move(piece.needs.begin(), piece.needs.end(), std::back_inserter(out.needs));
    if (before != nullptr) {
      out.needs.push_back({{before->last, piece.first | between_first}});
      out.needs.push_back({{before->last | between_last, piece.first}});
    }
    before = &piece;
    between_first = between_last = {};
  }
  // What a pair tells of a character, the character alone need not tell again.
  if (!std::all_of(out.needs.begin(), out.needs.end(), is_of_one_character))
    std::erase_if(out.needs, is_of_one_character);
  keep_best(out.needs);
  return out;
}

// Each alternative fulfils all its needs, so any one of each, put together, is a need of the whole.
Piece choice(std::vector<Piece> pieces) {
  const Piece& front = pieces.front();
  Piece out{front.nullable, front.first, front.last, front.longest, {}};
  size_t most = front.needs.size(), least = most;
  for (size_t i = 1; i < pieces.size(); ++i) {
    out.nullable |= pieces[i].nullable;
    out.longest = std::max(out.longest, pieces[i].longest);
    out.first = out.first | pieces[i].first;
    out.last = out.last | pieces[i].last;
    most = std::max(most, pieces[i].needs.size());
    least = std::min(least, pieces[i].needs.size());
  }
  if (least == 0 || out.nullable) return out;
  for (size_t n = 0; n < most; ++n) {
    Need together;
    for (Piece& piece : pieces) {
      const size_t last = piece.needs.size() - 1;
      Need& need = piece.needs[std::min(n, last)];
      if (n < last || n + 1 == most)  // for the last time
        std::move(need.begin(), need.end(), std::back_inserter(together));
      else
        together.insert(together.end(), need.begin(), need.end());
    }
    out.needs.push_back(std::move(together));
  }
  keep_best(out.needs);
  return out;
}

class Reader {
 public:
  Reader(std::string_view pattern, bool bytes) : rest_(pattern), bytes_(bytes) {}

  Piece read() {
    Piece piece = alternatives(true);
    if (!rest_.empty()) throw NotUnderstood{};
    return piece;
  }

 private:
  bool take(std::string_view text) {
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  // `head`: nothing of the pattern stands before. There ^ is the character before the text; further on it could follow
  // another ^, and the two would be one place.
  Piece alternatives(bool head) {
    Piece first = items(head);
    if (!rest_.starts_with('|')) return first;
    std::vector<Piece> pieces;
    pieces.push_back(std::move(first));
    while (take("|")) pieces.push_back(items(head));
    return choice(std::move(pieces));
  }

  Piece items(bool head) {
    std::vector<Piece> pieces;
    if (head && take("^")) pieces.push_back(one_of(CharacterSet::of(kTextBegin), bytes_));
    while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
      pieces.push_back(repeated(item(head && pieces.empty())));
    }
    return sequence(std::move(pieces));
  }

  Piece repeated(Piece piece) {
    size_t least = 1, most = kNoLimit;
    if (take("*")) {
      least = 0;
    } else if (take("?")) {
      least = 0, most = 1;
    } else if (take("{")) {
      least = count();
      most = !take(",") ? least : rest_.starts_with("}") ? kNoLimit : count();
      if (!take("}")) throw NotUnderstood{};
    } else if (!take("+")) {
      return piece;
    }
    take("?");  // as few as possible: the same matches
    if (!rest_.empty() && (rest_[0] == '*' || rest_[0] == '+' || rest_[0] == '{')) throw NotUnderstood{};
    if (least > 1 && !piece.nullable && !piece.first.contains(kTextBegin)) {
      piece.needs.push_back({{piece.last, piece.first}});
    }
    piece.longest = times(piece.longest, most);
    if (least > 0) return piece;
    return {true, std::move(piece.first), std::move(piece.last), piece.longest, {}};
  }

  size_t count() {
    size_t value = 0, digits = 0;
    for (; digits < rest_.size() && is_ascii_digit(static_cast<unsigned char>(rest_[digits])); ++digits) {
      value = value * 10 + static_cast<size_t>(rest_[digits] - '0');
    }
    if (digits == 0 || digits > 3) throw NotUnderstood{};
    rest_.remove_prefix(digits);
    return value;
  }

  Piece item(bool head) {
    if (take("(")) return group(head);
    if (take("[")) return one_of(bracket(), bytes_);
    if (take("$")) return {};
    if (take(".")) return one_of(CharacterSet{}.complement(), bytes_);
    if (std::string_view("^*+?{").find(rest_[0]) != std::string_view::npos) throw NotUnderstood{};
    return one_of(CharacterSet::of(character()), bytes_);
  }

  Piece group(bool head) {
    if (take("?P<")) {
      const size_t close = rest_.find('>');
      if (close == rest_.npos) throw NotUnderstood{};
      rest_.remove_prefix(close + 1);
    } else if (!take("?:") && rest_.starts_with("?")) {
      throw NotUnderstood{};  // flags
    }
    Piece piece = alternatives(head);
    if (!take(")")) throw NotUnderstood{};
    return piece;
  }

  CharacterSet bracket() {
    const bool excludes = take("^");
    CharacterSet set;
    for (bool at_begin = true; at_begin || !rest_.starts_with("]"); at_begin = false) {
      if (rest_.starts_with("[:")) throw NotUnderstood{};
      const uint32_t first = character();
      const bool is_range = rest_.size() > 1 && rest_[0] == '-' && rest_[1] != ']';
      if (is_range) rest_.remove_prefix(1);
      set.add(first, is_range ? character() : first);
    }
    take("]");
    return excludes ? set.complement() : set;
  }

  uint32_t character() {
    if (rest_.empty()) throw NotUnderstood{};
    if (take("\\")) return escaped();
    if (bytes_) {
      const auto byte = static_cast<unsigned char>(rest_[0]);
      if (byte >= 0x80) throw NotUnderstood{};
      rest_.remove_prefix(1);
      return byte;
    }
    const CodePoint point = code_point_at(rest_, 0);
    rest_.remove_prefix(point.length);
    return point.value;
  }

  // \x2a, and \ before a mark. \d, \p{Han}, \b are more than a character.
  uint32_t escaped() {
    if (rest_.empty()) throw NotUnderstood{};
    const char c = rest_[0];
    if (c == 'x' && rest_.size() >= 3) {
      const auto digit = [](char h) -> uint32_t {
        if (h >= '0' && h <= '9') return static_cast<uint32_t>(h - '0');
        if (h >= 'a' && h <= 'f') return static_cast<uint32_t>(h - 'a' + 10);
        throw NotUnderstood{};
      };
      const uint32_t value = digit(rest_[1]) << 4 | digit(rest_[2]);
      rest_.remove_prefix(3);
      return value;
    }
    const bool mark =
        c > ' ' && c < 0x7f && !is_ascii_digit(static_cast<unsigned char>(c)) && !((c | 32) >= 'a' && (c | 32) <= 'z');
    if (!mark) throw NotUnderstood{};
    rest_.remove_prefix(1);
    return static_cast<unsigned char>(c);
  }

  std::string_view rest_;
  bool bytes_;
};

}  // namespace

Demand demand_of(std::string_view pattern, bool bytes) try {
  Piece piece = Reader(pattern, bytes).read();
  if (piece.nullable) return {{}, piece.longest};
  keep_best(piece.needs);
  return {std::move(piece.needs), piece.longest};
} catch (const NotUnderstood&) {
  return {};
}

}  // namespace zhibiao
