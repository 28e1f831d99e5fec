#include "mention/unit.h"

#include "mention/glyph.h"

namespace zhibiao {
namespace {

// kW of 5kW/h ends a word, P of 5PM2 does not.
bool ends_word(std::string_view text, size_t end) {
  if (!is_ascii_letter(text[end - 1])) return true;
  return end == text.size() || !(is_ascii_letter(text[end]) || is_ascii_digit(text[end]));
}

const UnitInfo* simple_unit(std::string_view text, size_t pos, const FigureWords& words, size_t& end) {
  if (pos >= text.size()) return nullptr;
  const Trie::Hit hit = words.units.longest(text, pos);
  if (hit.length == 0 || !ends_word(text, pos + hit.length)) return nullptr;
  const UnitInfo& info = words.unit_info[static_cast<size_t>(hit.value)];
  if (info.category == "none") return nullptr;
  end = pos + hit.length;
  return &info;
}

// 元/吨, 60公里每小时.
size_t joint_length(std::string_view text, size_t pos) {
  if (pos < text.size() && text[pos] == '/') return 1;
  return goes_on(text, pos, "每") ? std::string_view("每").size() : 0;
}

bool may_join(size_t joint, const UnitInfo& first, const UnitInfo& second) {
  if (joint == 1) return true;
  return (first.category == "length" || first.category == "volume") && second.category == "time" && !second.counts;
}

}  // namespace

std::optional<UnitHit> read_unit(std::string_view text, size_t pos, const FigureWords& words, bool lone) {
  UnitHit hit;
  hit.info = simple_unit(text, pos, words, hit.end);
  if (hit.info == nullptr || hit.info->only_per || (lone && hit.info->digits_only)) return std::nullopt;
  for (int members = 1; members < 4; ++members) {
    const size_t joint = hit.end < text.size() ? joint_length(text, hit.end) : 0;
    if (joint == 0) break;
    size_t end = 0;
    const UnitInfo* next = simple_unit(text, hit.end + joint, words, end);
    if (next == nullptr || !may_join(joint, *hit.info, *next)) break;
    hit.end = end;
    hit.compound = true;
  }
  return hit;
}

const UnitInfo* unit_named(const FigureWords& words, std::string_view name) {
  const Trie::Hit hit = words.units.longest(name, 0);
  return hit.length == name.size() ? &words.unit_info[static_cast<size_t>(hit.value)] : nullptr;
}

void append_unit(std::string& out, std::string_view written) {
  for (size_t i = 0; i < written.size();) {
    const std::string_view c = character_at(written, i);
    if (c == "（") {
      out += '(';
    } else if (c == "）") {
      out += ')';
    } else {
      out += c;
    }
    i += c.size();
  }
}

}  // namespace zhibiao
