// The part of linking that decides what is a part of what: 其中, brackets, areas and groups.
#include <algorithm>
#include <utility>

#include "observe/link.h"
#include "text/utf8.h"

namespace zhibiao {

using enum TokenClass;

namespace {

constexpr size_t kHanzi = 3;  // bytes

// The last two Hanzi are the same.
bool same_tail(std::string_view a, std::string_view b) {
  constexpr size_t kTail = 6;
  return a.size() >= kTail && b.size() >= kTail && a.substr(a.size() - kTail) == b.substr(b.size() - kTail);
}

// 用水|总量: a kind of what is summed is told by itself (农业用水).
bool is_kind_of_total(std::string_view name, std::string_view indicator) {
  constexpr std::string_view kTotal = "总量";
  return indicator.size() > kTotal.size() && indicator.ends_with(kTotal) &&
         name.ends_with(indicator.substr(0, indicator.size() - kTotal.size()));
}

// One of the last two Hanzi of `a` is among the last four of `b`.
bool is_akin(std::string_view a, std::string_view b) {
  const std::string_view tail = b.substr(b.size() - std::min(b.size(), 4 * kHanzi));
  for (size_t i = a.size() - std::min(a.size(), 2 * kHanzi); i < a.size(); i += utf8_length(a[i]))
    if (tail.find(a.substr(i, utf8_length(a[i]))) != tail.npos) return true;
  return false;
}

bool is_measure_of(TokenClass c) { return c == money || c == measure || c == people || c == big; }

}  // namespace

// 其中：税收收入…；非税收入… goes on over a semicolon, 一般公共预算收入10亿元，其中税收8亿元；一般公共预算支出… does
// not.
void Linker::see_contain(size_t token) {
  context_.parent = brackets_.empty() ? context_.whole : context_.current;
  const std::string_view text = skeleton_.text(token);
  const bool colon_next = token + 1 < skeleton_.tokens.size() && class_at(token + 1) == colon;
  const bool listed = colon_next || text.ends_with("：") || text.ends_with(":");
  context_.parent_in_passing = floor_ > 0 && !listed;
  context_.last_part.clear();
  contain_ = token;
}

// 规模以上工业增加值增长6.3%。在规模以上工业中，…: what was told last is taken apart.
bool Linker::takes_last_apart(size_t among_token) const {
  if (!context_.current) return false;
  size_t begin = among_token;
  while (begin > clause_ && class_at(begin - 1) != frame) --begin;
  if (begin == clause_ || begin == among_token) return false;
  return context_.current->indicator.starts_with(text_of({begin, among_token}));
}

// 蓬江区0.07亿元、江海区0.09亿元: an area by its full name, where something was told that it has a part in.
bool Linker::is_place(const Name& name, const Reading& reading) const {
  const std::optional<Subject>& of = context_.parent ? context_.parent : context_.current;
  const bool alike = of && (of->unit_class == class_at(reading.value) || reading.rule->role != ValueRole::level);
  if (!alike || !grammar_.gazetteer().named(of->indicator, true).empty()) return false;
  for (size_t i = name.tokens.begin; i < name.tokens.end; ++i)
    if (class_at(i) != text) return false;
  constexpr size_t kLongest = std::string_view("双江拉祜族佤族布朗族傣族自治县").size();
  const ByteSpan bytes = name_bytes(skeleton_, name.tokens, grammar_);
  return bytes.end - bytes.begin <= kLongest && !grammar_.gazetteer().named(text_of(name.tokens), true).empty();
}

// Whether a name behind 其中 says which part is told (轻工业) rather than what is told (猪肉产量).
bool Linker::is_member(const Name& name, const Reading& reading) const {
  if (name.only_scope || is_place(name, reading)) return true;
  if (!context_.parent || name.has_head) return false;
  if (class_at(name.tokens.end - 1) == at_least_post || class_at(name.tokens.end - 1) == at_most_post) return true;
  const ValueRole role = reading.rule->role;
  const Subject& parent = *context_.parent;
  if (role == ValueRole::growth || role == ValueRole::fall) return parent.unit_class != count || context_.measured;
  if (role != ValueRole::level) return false;
  const TokenClass c = class_at(reading.value);
  if (is_kind_of_total(text_of(name.tokens), parent.indicator)) return false;
  if (!name.has_noun) return c == parent.unit_class;
  for (size_t i = name.tokens.begin; i < name.tokens.end; ++i)
    if (class_at(i) == verb) return false;
  if (parent.rate && parent.id == 0) return is_measure_of(c);
  if (same_tail(text_of(name.tokens), parent.indicator)) return false;  // 公路63.9万公里，其中高速公路3.3万公里
  const std::string& unit = mention_at(reading.value).figure->unit;
  const bool kind = text_of(name.tokens).ends_with("类");
  const bool specific = kind || (c == count ? unit == parent.unit && unit.size() > 3 : c != people);
  return specific && c == parent.unit_class;
}

// 赫山区|财政收入, 益阳高新区|财政收入: the bytes of an area that is not the report's own and whose figure it is.
ByteSpan Linker::area_before(const Name& name) const {
  constexpr std::string_view kEnds[] = {"区", "县", "市", "旗", "州", "省"};
  const ByteSpan bytes = name_bytes(skeleton_, name.tokens, grammar_);
  const std::string& own = matched_.sentence.meta->region;
  ByteSpan area{bytes.begin, bytes.begin};
  if (!name.has_head || own.empty()) return area;
  uint32_t last = area.begin;  // of 娄底市|双峰县 the 双峰县
  const std::string_view text = std::string_view(skeleton_.folded.text).substr(0, bytes.end);
  const size_t last_token = name.tokens.end - 1;
  size_t next = name.tokens.begin;
  for (size_t i = next; i < last_token; ++i) {
    const Token& token = skeleton_.tokens[i];
    if (token.token_class != TokenClass::text && token.token_class != member) break;
    for (uint32_t at = std::max(token.bytes.begin, bytes.begin); at < token.bytes.end; at += utf8_length(text[at])) {
      const uint32_t end = at + utf8_length(text[at]);
      const bool may_end = std::find(std::begin(kEnds), std::end(kEnds), text.substr(at, end - at)) != std::end(kEnds);
      if (!may_end) continue;
      // Only an area has a 一般公共预算.
      const size_t budget = text.substr(end).starts_with("地方") ? end + 2 * kHanzi : end;
      const Trie::Hit owner = grammar_.subject_words.longest(text, budget);
      const bool owns = end == token.bytes.end && end - area.end > 2 * kHanzi && owner.length > 0 && owner.value == 1 &&
                        text.substr(budget, owner.length).ends_with("预算");
      if (!owns && grammar_.gazetteer().named(text.substr(area.end, end - area.end), true).empty()) continue;
      last = std::exchange(area.end, end);
    }
    if (token.word >= 0 && grammar_.word_info[static_cast<size_t>(token.word)].canonical == "area")
      area.end = token.bytes.end;
    if (area.end == token.bytes.end) next = i + 1;
  }
  if (class_at(next) == pause || class_at(next) == and_) return {bytes.begin, bytes.begin};  // 沙坡头区、海原县债务率
  const std::string_view stem = text.substr(last, area.end - last);
  if (stem == "城区" || stem == "郊区" || stem == "矿区") return {bytes.begin, bytes.begin};  // of any city
  // 阿克苏市 is a part of 阿克苏地区, 徐水县 was 徐水区.
  constexpr std::string_view kWider[] = {"地区", "自治州", "盟", "省"};
  const bool may_hold = std::any_of(std::begin(kWider), std::end(kWider), [&](auto end) { return own.ends_with(end); });
  if (stem.size() > kHanzi && own.find(stem.substr(0, stem.size() - kHanzi)) != std::string::npos &&
      (!may_hold || own.ends_with(stem)))
    area.end = area.begin;
  return area;
}

void Linker::take_member(const Name& name, const Subject& of, Observation& observation) {
  inherit(of, observation);
  observation.scope = text_of(name.tokens);
  observation.spans.scope = span_of(name.tokens);
  observation.group = ++context_.last_group;
  if (of.id != 0 && context_.parent) observation.part_of = of.id;  // 国家级企业2家、省级8家 stand side by side
}

// The name without the area; parts of an area's figure are the area's.
void Linker::tell_area(const Name& name, const Reading& reading, Observation& observation) {
  const ByteSpan area = name.tokens.begin < reading.value ? area_before(name) : ByteSpan{};
  const std::optional<Subject>& whole = context_.parent;
  if (!area.empty()) {
    const ByteSpan bytes{area.end, name_bytes(skeleton_, name.tokens, grammar_).end};
    observation.indicator = skeleton_.folded.text.substr(bytes.begin, bytes.end - bytes.begin);
    observation.spans.indicator = skeleton_.folded.span(bytes.begin, bytes.end);
    observation.scope = skeleton_.folded.text.substr(area.begin, area.end - area.begin);
    observation.spans.scope = skeleton_.folded.span(area.begin, area.end);
  } else if (observation.part_of && whole && whole->area) {
    observation.scope = whole->scope;
    observation.spans.scope = whole->scope_span;
  }
  area_told_ = !observation.scope.empty();
}

// What is no part of the whole that 其中 takes apart ends it: what is more than the whole, 全市… behind another part,
// and in the next clause of a list what has neither the whole's noun nor that of the part before.
void Linker::leave_whole(const Name& name, const Reading& reading) {
  if (!context_.parent || name.empty() || !brackets_.empty()) return;
  const Subject& whole = *context_.parent;
  const Figure& figure = *mention_at(reading.value).figure;
  const bool sum = class_at(reading.value) != percent && whole.indicator.find("均") == std::string::npos;
  const bool more = sum && reading.rule->role == ValueRole::level && whole.value && figure.value &&
                    figure.unit == whole.unit && *whole.value < *figure.value;
  const size_t begin = name.tokens.begin;
  const bool own_lead = name.has_head && begin > 0 && begin >= floor_ && class_at(begin - 1) == own &&
                        (contain_ ? floor_ > *contain_ : !context_.last_part.empty());
  const std::string told = text_of(name.tokens);
  const bool passed = context_.parent_in_passing && !contain_ && name.has_head && !is_akin(told, whole.indicator) &&
                      !is_akin(told, context_.last_part);
  if (more || own_lead || passed)
    context_.parent.reset();
  else
    context_.last_part = told;
}

}  // namespace zhibiao
