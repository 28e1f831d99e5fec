#include "grammar/screen.h"

#include <algorithm>
#include <bit>
#include <map>

#include "text/utf8.h"

namespace zhibiao {
namespace {

constexpr uint32_t kTableSize = 0x10000;  // characters beyond are all of one class

// Rare characters beyond the table are not told apart: what holds one, holds all.
CharacterSet coarse(const CharacterSet& set) {
  CharacterSet out = set;
  const auto beyond = [](const auto& range) { return range.first < kTextBegin && range.second >= kTableSize; };
  if (std::any_of(set.ranges.begin(), set.ranges.end(), beyond)) out.add(kTableSize, kTextBegin - 1);
  return out;
}

template <typename Item>
size_t number_of(std::vector<Item>& items, Item item) {
  const auto found = std::find(items.begin(), items.end(), item);
  const auto number = static_cast<size_t>(found - items.begin());
  if (found == items.end()) items.push_back(std::move(item));
  return number;
}

}  // namespace

struct Screen::Builder {
  using NumberedNeed = std::vector<std::pair<size_t, size_t>>;  // pairs of sets

  bool bytes;
  Whole whole{};
  std::vector<Pattern> patterns{};
  size_t class_count = 0;
  std::vector<uint16_t> class_of{};
  std::vector<uint32_t> row_of{};
  std::vector<Needs> pairs{};
  std::vector<CharacterSet> sets{};
  std::vector<NumberedNeed> needs{};
  std::vector<uint32_t> begins{};             // of stretches of characters that are of one class
  std::vector<uint16_t> classes{};            // of each stretch
  std::vector<std::vector<uint16_t>> held{};  // the classes in each set

  // Each need once: the rarest of every pattern, then the next of every pattern, … More than there are bits for are
  // left out: their patterns ask for less.
  void number_needs(const std::vector<Demand>& demands) {
    patterns.resize(demands.size());
    size_t most = 0;
    for (size_t p = 0; p < demands.size(); ++p) {
      patterns[p].longest = demands[p].longest;
      most = std::max(most, demands[p].needs.size());
    }
    for (size_t nth = 0; nth < most; ++nth) {
      for (size_t p = 0; p < demands.size(); ++p) {
        if (nth < demands[p].needs.size()) number_need(patterns[p], demands[p].needs[nth]);
      }
    }
  }

  void number_need(Pattern& pattern, const Need& need) {
    NumberedNeed numbered;
    for (const Pair& pair : need) {
      const size_t first = number_of(sets, coarse(pair.first));
      numbered.emplace_back(first, number_of(sets, coarse(pair.second)));
    }
    if (needs.size() == 64 * kWords && std::find(needs.begin(), needs.end(), numbered) == needs.end()) return;
    const size_t n = number_of(needs, std::move(numbered));
    if (pattern.needs == Needs{}) pattern.rarest = n, whole.placed[n / 64] |= uint64_t{1} << n % 64;
    pattern.needs[n / 64] |= uint64_t{1} << n % 64;
  }

  void cut_into_stretches() {
    begins = {0, kTableSize, kTextBegin};
    for (const CharacterSet& set : sets) {
      for (const auto& [first, last] : set.ranges) begins.push_back(first), begins.push_back(last + 1);
    }
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    while (begins.back() > kTextBegin) begins.pop_back();
  }

  std::vector<size_t> stretches_in(const CharacterSet& set) const {
    std::vector<size_t> in;
    for (const auto& [first, last] : set.ranges) {
      const auto from = std::lower_bound(begins.begin(), begins.end(), first);
      for (auto at = from; at != begins.end() && *at <= last; ++at)
        in.push_back(static_cast<size_t>(at - begins.begin()));
    }
    return in;
  }

  // At first all stretches are of one class; each set divides those that it holds in part.
  void divide_classes() {
    classes.assign(begins.size(), 0);
    std::vector<size_t> sizes{begins.size()}, inside{0};
    std::vector<uint16_t> parts{0};  // what is cut off each class
    std::vector<std::vector<size_t>> stretches;
    for (const CharacterSet& set : sets) {
      stretches.push_back(stretches_in(set));
      for (const size_t i : stretches.back()) ++inside[classes[i]];
      for (const size_t i : stretches.back()) {
        const uint16_t uncut = classes[i];
        if (inside[uncut] == sizes[uncut]) continue;
        if (parts[uncut] == 0) {
          parts[uncut] = static_cast<uint16_t>(sizes.size());
          sizes.push_back(0), inside.push_back(0), parts.push_back(0);
        }
        classes[i] = parts[uncut];
        ++sizes[parts[uncut]];
      }
      for (size_t c = 0; c < sizes.size(); ++c) {
        if (parts[c] != 0) sizes[c] -= inside[c];
        inside[c] = parts[c] = 0;
      }
    }
    class_count = sizes.size();
    whole.begin_class = classes.back();
    for (const std::vector<size_t>& in : stretches) held.push_back(classes_in(in));
  }

  std::vector<uint16_t> classes_in(const std::vector<size_t>& stretches) const {
    std::vector<uint16_t> out;
    for (const size_t i : stretches) out.push_back(classes[i]);
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  void fill_tables() {
    using Begun = std::vector<std::pair<size_t, size_t>>;  // needs, and the sets that end their pairs
    std::vector<Begun> begun(class_count);
    for (size_t n = 0; n < needs.size(); ++n) {
      for (const auto& [first, second] : needs[n]) {
        for (const size_t before : held[first]) begun[before].emplace_back(n, second);
      }
    }
    std::map<Begun, size_t> rows;  // where each begins
    for (const Begun& one : begun) {
      const size_t end = rows.size() * class_count;
      row_of.push_back(static_cast<uint32_t>(rows.try_emplace(one, end).first->second));
    }
    pairs.resize(rows.size() * class_count);
    for (const auto& [one, row] : rows) {
      for (const auto& [n, second] : one) {
        for (const size_t here : held[second]) pairs[row + here][n / 64] |= uint64_t{1} << n % 64;
      }
    }
    class_of.resize(bytes ? 0x100 : kTableSize + 1);
    for (size_t i = 0; i + 1 < begins.size(); ++i) {
      const uint32_t end = std::min(begins[i + 1], static_cast<uint32_t>(class_of.size()));
      for (uint32_t c = begins[i]; c < end; ++c) class_of[c] = classes[i];
    }
  }

  Image image(const std::vector<Demand>& demands) {
    number_needs(demands);
    cut_into_stretches();
    divide_classes();
    fill_tables();
    whole.bytes = bytes;
    ImageWriter writer;
    writer.add(std::vector{whole});
    writer.add(class_of);
    writer.add(row_of);
    writer.add(pairs);
    writer.add(patterns);
    return std::move(writer).image();
  }
};

Screen::Screen(const std::vector<Demand>& patterns, bool bytes) : Screen(Builder{bytes}.image(patterns)) {}

Screen::Screen(const Image& image) : image_(image) {
  std::span<const Whole> whole;
  ImageReader reader(image_);
  reader.next(whole);
  reader.next(class_of_);
  reader.next(row_of_);
  reader.next(pairs_);
  reader.next(patterns_);
  bytes_ = whole[0].bytes != 0;
  begin_class_ = whole[0].begin_class;
  placed_ = whole[0].placed;
}

// Places are kept of the needs that some pattern looks from; most are of no use, such as two digits side by side.
inline void Screen::note(Sights& sights, const Needs& fulfilled, size_t at) const {
  for (size_t w = 0; w < kWords; ++w) {
    if (fulfilled[w] == 0) continue;
    const uint64_t before = sights.seen[w];
    sights.seen[w] |= fulfilled[w];
    for (uint64_t bits = fulfilled[w] & placed_[w]; bits != 0; bits &= bits - 1) {
      const auto bit = static_cast<size_t>(std::countr_zero(bits));
      if ((before >> bit & 1) == 0) sights.first[64 * w + bit] = static_cast<uint32_t>(at);
      sights.last[64 * w + bit] = static_cast<uint32_t>(at);
    }
  }
}

Screen::Reach Screen::reach_of(const Pattern& pattern, const Sights& sights, size_t size) {
  if (pattern.needs == Needs{}) return {0, size, size};
  const size_t first = sights.first[pattern.rarest], last = sights.last[pattern.rarest];
  if (pattern.longest == kNoLimit) return {0, size, last};
  return {first - std::min(first, pattern.longest), std::min(size, last + pattern.longest), last};
}

Screen::Sights Screen::in_bytes(std::string_view text) const {
  Sights sights;
  if (patterns_.empty()) return sights;
  size_t before = begin_class_;
  for (size_t pos = 0; pos < text.size(); ++pos) {
    const size_t here = class_of_[static_cast<unsigned char>(text[pos])];
    note(sights, pairs_[row_of_[before] + here], pos);
    before = here;
  }
  return sights;
}

Screen::Sights Screen::in_characters(std::string_view text) const {
  Sights sights;
  if (patterns_.empty()) return sights;
  size_t before = begin_class_;
  for (size_t pos = 0; pos < text.size();) {
    const CodePoint point = code_point_at(text, pos);
    const size_t here = class_of_[std::min<uint32_t>(point.value, kTableSize)];
    note(sights, pairs_[row_of_[before] + here], pos);
    before = here;
    pos += point.length;
  }
  return sights;
}

}  // namespace zhibiao
