// The part of linking that gives each value of a list its member: 分别, and lists that are as long as their names.
#include "observe/link.h"

namespace zhibiao {

using enum TokenClass;

// 分别增长5%、6%: of one kind with the value before. Over a comma (66.25%，近3年) only where a list was announced.
bool Linker::goes_with_last(const Reading& reading) const {
  if (floor_ == 0) return false;
  const TokenClass last = class_at(floor_ - 1), now = class_at(reading.value);
  const auto relative = [](TokenClass c) { return c == percent || c == multiple; };
  const bool growths =
      (last_role_ == ValueRole::growth || last_role_ == ValueRole::fall) && relative(last) && relative(now);
  const bool paired = pairing_ && reading.value < pairing_->until;
  const bool changes = paired && (last_role_ == ValueRole::change || last_role_ == ValueRole::drop) && !relative(now);
  if (last != now && !growths && !changes) return false;  // 增长3.8倍、|80.2%; 分别增加64万人次、|4亿元
  for (size_t i = floor_; i < reading.value; ++i)
    if (class_at(i) == comma) return paired;
  return true;
}

// 城镇居民收入17175元，农村居民收入5153元，增长9.8%和8.5%: as many growths as levels told right before, without 分别.
void Linker::pair_with_told(const Reading& reading) {
  const ValueRole role = reading.rule->role;
  const size_t token = reading.value;
  const bool relative =
      role == ValueRole::growth || role == ValueRole::fall || role == ValueRole::change || role == ValueRole::drop;
  if (!relative || token == 0 || (pairing_ && token < pairing_->until) || token + 2 >= skeleton_.tokens.size()) return;
  if (class_at(token + 1) != pause && class_at(token + 1) != and_) return;
  if (class_at(token + 2) != class_at(token) || name_of(reading).has_noun) return;
  const ValueList list = values_behind(skeleton_, token - 1);
  if (list.count < 2 || told_.size() < list.count || out_.size() < list.count) return;
  for (size_t i = out_.size() - list.count; i < out_.size(); ++i)
    if (out_[i].measure != Measure::level || !out_[i].ratio_to.empty()) return;
  pairing_ = told_members(told_, list);
}

// 卫生户厕、自来水普及率超过98%、85%: as many values as the name has members.
void Linker::pair_with_parts(const Reading& reading) {
  const ValueRole role = reading.rule->role;
  const bool plain = role == ValueRole::level || role == ValueRole::growth || role == ValueRole::fall ||
                     role == ValueRole::change || role == ValueRole::drop;
  if (!plain || (pairing_ && reading.value < pairing_->until)) return;
  const ValueList list = values_side_by_side(skeleton_, reading.value);
  if (list.count < 2) return;
  const Name name = name_of(reading);
  const std::optional<TokenRange> tokens = name.has_noun ? std::optional(name.tokens) : pending_;
  if (tokens && tokens->end <= reading.value)
    if (std::optional<Pairing> pairs = pair_unmarked(skeleton_, *tokens, list, grammar_)) pairing_ = std::move(pairs);
}

// 达到四十斤、|六十斤和八十斤: values of one unit are no count of each other.
bool Linker::is_listed_with_next(size_t token) const {
  if (class_at(token + 1) != pause || token + 2 >= skeleton_.tokens.size() || !is_value(class_at(token + 2)))
    return false;
  return mention_at(token).figure->unit == mention_at(token + 2).figure->unit;
}

}  // namespace zhibiao
