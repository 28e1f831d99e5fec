#include "grammar/needs.h"

#include <algorithm>
#include <optional>

#include "text/utf8.h"

namespace zhibiao {
namespace {

constexpr size_t kMostNeeds = 4;

// The pattern holds something that is not looked into: then nothing is known of it.
struct NotUnderstood {};

// What is known of a piece of a pattern: whether it matches the empty text, with what its matches begin and end, and
// what they need.
struct Piece {
  bool nullable = true;
  CharacterSet first, last;
  std::vector<Need> needs;
};

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
  const auto rarer = [](const Need& a, const Need& b) { return weight(a) < weight(b); };
  std::stable_sort(needs.begin(), needs.end(), rarer);
  needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
  if (needs.size() > kMostNeeds) needs.resize(kMostNeeds);
}

Piece one_of(CharacterSet set) {
  Piece piece{false, set, set, {}};
  if (!set.contains(kTextBegin)) piece.needs.push_back({{CharacterSet::all(), std::move(set)}});
  return piece;
}

bool is_of_one_character(const Need& need) {
  return std::any_of(need.begin(), need.end(), [](const Pair& pair) { return pair.first == CharacterSet::all(); });
}

Piece sequence(std::vector<Piece> pieces) {
  if (pieces.size() == 1) return std::move(pieces.front());
  Piece out;
  const Piece* before = nullptr;  // the last piece that is not nullable; `between` it and here only nullable ones
  CharacterSet between_first, between_last;
  for (const Piece& piece : pieces) {
    if (out.nullable) out.first = out.first | piece.first;
    out.last = piece.nullable ? out.last | piece.last : piece.last;
    if (piece.nullable) {
      between_first = between_first | piece.first;
      between_last = between_last | piece.last;
      continue;
    }
    out.nullable = false;
    out.needs.insert(out.needs.end(), piece.needs.begin(), piece.needs.end());
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
Piece choice(const std::vector<Piece>& pieces) {
  Piece out = pieces.front();
  size_t most = out.needs.size(), least = most;
  for (size_t i = 1; i < pieces.size(); ++i) {
    out.nullable |= pieces[i].nullable;
    out.first = out.first | pieces[i].first;
    out.last = out.last | pieces[i].last;
    most = std::max(most, pieces[i].needs.size());
    least = std::min(least, pieces[i].needs.size());
  }
  out.needs.clear();
  if (least == 0 || out.nullable) return out;
  for (size_t n = 0; n < most; ++n) {
    Need together;
    for (const Piece& piece : pieces) {
      const Need& need = piece.needs[std::min(n, piece.needs.size() - 1)];
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
    std::vector<Piece> pieces{items(head)};
    while (take("|")) pieces.push_back(items(head));
    return choice(pieces);
  }

  Piece items(bool head) {
    std::vector<Piece> pieces;
    if (head && take("^")) pieces.push_back(one_of(CharacterSet::of(kTextBegin)));
    while (!rest_.empty() && rest_[0] != '|' && rest_[0] != ')') {
      pieces.push_back(repeated(item(head && pieces.empty())));
    }
    return sequence(std::move(pieces));
  }

  Piece repeated(Piece piece) {
    bool may_lack = false;
    if (take("*") || take("?")) {
      may_lack = true;
    } else if (take("{") && !rest_.empty()) {
      may_lack = rest_.starts_with("0");
      const bool twice = rest_[0] > '1' || (rest_.size() > 1 && is_ascii_digit(static_cast<unsigned char>(rest_[1])));
      skip_counts();
      if (twice && !piece.nullable && !piece.first.contains(kTextBegin))
        piece.needs.push_back({{piece.last, piece.first}});
    } else if (!take("+")) {
      return piece;
    }
    take("?");  // as few as possible: the same matches
    if (!rest_.empty() && (rest_[0] == '*' || rest_[0] == '+' || rest_[0] == '{')) throw NotUnderstood{};
    if (may_lack) return {true, piece.first, piece.last, {}};
    return piece;
  }

  void skip_counts() {
    const size_t close = rest_.find('}');
    if (close == 0 || close == rest_.npos || rest_[0] == ',') throw NotUnderstood{};
    if (rest_.substr(0, close).find_first_not_of("0123456789,") != rest_.npos) throw NotUnderstood{};
    rest_.remove_prefix(close + 1);
  }

  Piece item(bool head) {
    if (take("(")) return group(head);
    if (take("[")) return one_of(bracket());
    if (take("$")) return {};
    if (take(".")) return one_of(CharacterSet{}.complement());
    if (std::string_view("^*+?{").find(rest_[0]) != std::string_view::npos) throw NotUnderstood{};
    return one_of(CharacterSet::of(character()));
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

std::vector<Need> needs_of(std::string_view pattern, bool bytes) try {
  Piece piece = Reader(pattern, bytes).read();
  return piece.nullable ? std::vector<Need>() : std::move(piece.needs);
} catch (const NotUnderstood&) {
  return {};
}

}  // namespace zhibiao
