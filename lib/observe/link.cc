#include "observe/link.h"

#include <algorithm>
#include <utility>

namespace zhibiao {

using enum TokenClass;

Linker::Linker(Context& context, const MatchedSentence& matched, const Skeleton& skeleton, const GrammarData& grammar)
    : context_(context),
      matched_(matched),
      skeleton_(skeleton),
      grammar_(grammar),
      window_(matched.sentence, skeleton.folded.text != matched.sentence.text) {}

std::string Linker::text_of(TokenRange tokens) const {
  const ByteSpan bytes = name_bytes(skeleton_, tokens, grammar_);
  return skeleton_.folded.text.substr(bytes.begin, bytes.end - bytes.begin);
}

std::optional<Span> Linker::span_of(TokenRange tokens) const {
  const ByteSpan bytes = name_bytes(skeleton_, tokens, grammar_);
  if (bytes.empty()) return std::nullopt;
  return skeleton_.folded.span(bytes.begin, bytes.end);
}

const Mention& Linker::mention_at(size_t token) const {
  return matched_.mentions[static_cast<size_t>(skeleton_.tokens[token].mention)];
}

std::vector<Observation> Linker::link() {
  out_.reserve(static_cast<size_t>(std::count_if(skeleton_.tokens.begin(), skeleton_.tokens.end(),
                                                 [](const Token& token) { return is_value(token.token_class); })));
  leave_paragraph_year();
  for (size_t i = 0; i < skeleton_.tokens.size(); ++i) see(i);
  set_executed();
  return std::move(out_);
}

void Linker::see(size_t token) {
  switch (class_at(token)) {
    case open:
      return open_bracket();
    case close:
      see_note(token);
      return close_bracket();
    case comma:
      return see_comma(token);
    case condition:
      return see_condition(token);
    case estimate:
      return see_estimate(token);
    case adverb:  // 计划建成118个，实际建成128个
      if (tone_ && *tone_ < clause_ && skeleton_.text(token) == "实际") tone_.reset();
      return;
    case tone:
      if (!is_plan_named(token)) tone_ = token;
      return;
    case contain:
      return see_contain(token);
    case semicolon:
    case stop:
      leave_passing_period();
      estimate_.reset();
      tone_.reset();
      return;
    case period:
      return see_period(token);
    case respectively:
      pairing_ = pair_members(skeleton_, token, floor_, pending_, told_, grammar_);
      return;
    default:
      if (is_value(class_at(token))) see_value(token);
  }
}

// 比1980年预计增加120亿度: what is compared with was an estimate, not what is told.
void Linker::see_estimate(size_t token) {
  if (token + 1 < skeleton_.tokens.size() && class_at(token + 1) == of) return;  // 由今年预计的44%提高到45%
  if (token > 1 && class_at(token - 1) == period && class_at(token - 2) == basis) return;
  estimate_ = token;
  estimate_leads_ = !name_left(skeleton_, token, floor_).has_noun;
}

// 完成计划：…; 经过七年努力，…; 超过计划成本4%: a noun, that sets no figure behind it.
bool Linker::is_plan_named(size_t token) const {
  if (token + 1 == skeleton_.tokens.size()) return true;
  const TokenClass next = class_at(token + 1);
  if (next == comma || next == stop || next == semicolon || next == colon || next == close || next == of ||
      next == pause || next == and_)
    return true;
  return token > 0 && (class_at(token - 1) == more_pre || (class_at(token - 1) == reach && class_at(token) == tone));
}

void Linker::open_bracket() {
  brackets_.push_back({context_.current, context_.whole, context_.parent, context_.condition, context_.condition_span});
  std::optional<Subject>& of = context_.current;
  if (!out_.empty() && of && !of->rate) {  // 预算12亿元，实际完成1.4亿元（含高新区0.2亿元）: a part of the value before
    const Observation& last = out_.back();
    const bool amount = last.measure == Measure::level && last.ratio_to.empty() && last.unit == of->unit;
    if (amount && last.group == of->group && last.scope == of->scope) of->id = last.id;
  }
  context_.parent = of;
}

// 收入（预计完成数，下同）63亿元
void Linker::see_note(size_t close) {
  if (close == 0 || skeleton_.text(close - 1) != "下同") return;
  for (size_t i = close - 1; i > 0 && class_at(i) != open; --i)
    context_.estimates |= skeleton_.text(i).starts_with("预计");
}

void Linker::close_bracket() {
  if (brackets_.empty()) return;
  Bracket& bracket = brackets_.back();
  context_.current = std::move(bracket.current);
  context_.whole = std::move(bracket.whole);
  context_.parent = std::move(bracket.parent);
  context_.condition = std::move(bracket.condition);
  context_.condition_span = bracket.condition_span;
  brackets_.pop_back();
}

void Linker::end_clause(size_t token) {
  leave_passing_period();
  const bool told = floor_ > clause_;
  if (estimate_ && !told && *estimate_ >= clause_ && !name_left(skeleton_, token, *estimate_ + 1).empty())
    estimate_.reset();  // but 预计2010年，… holds on
  if (!told) {
    const Name name = subject_before(skeleton_, token, floor_);
    if (!name.empty()) pending_ = name.tokens;
  }
  clause_ = token + 1;
}

// 在出口总额中，机电产品…: what stands before the comma is the whole that the members behind it are parts of.
void Linker::see_comma(size_t token) {
  const bool of_last = token > 0 && class_at(token - 1) == among && takes_last_apart(token - 1);
  end_clause(token);
  if (of_last) {
    context_.whole = context_.current;
    return see_contain(token - 1);
  }
  if (token == 0 || class_at(token - 1) != among) return;
  Name name = name_left(skeleton_, token - 1, floor_);
  if (!name.empty() && class_at(name.tokens.begin) == frame) ++name.tokens.begin;
  if (!name.has_noun || name.empty()) return;
  Subject subject;
  subject.indicator = text_of(name.tokens);
  subject.indicator_span = span_of(name.tokens);
  subject.group = ++context_.last_group;
  subject.rate = true;
  context_.parent = subject;
  context_.parent_in_passing = false;
  context_.last_part.clear();
}

void Linker::see_value(size_t token) {
  if (token == 0 && context_.in_digits) return;
  std::optional<Reading> reading = context_.readings.read(skeleton_, token, grammar_);
  if (reading && reading->rule->role == ValueRole::same && !goes_with_last(*reading))
    reading = read_alone(skeleton_, token, grammar_);
  if (!reading || reading->rule->role == ValueRole::skip) return;
  // 分别达60家、|25家、10家: the rest of a list, not 25家 of 10家
  const bool paired = reading->rule->name == "level.pair_right";
  const bool listed = pairing_ && pairing_->next > 0 && token < pairing_->until && floor_ > 0 && paired &&
                      class_at(floor_ - 1) == class_at(token);
  if (listed)
    reading = read_listed(skeleton_, token, grammar_);
  else if (paired && is_listed_with_next(token))
    reading = read_alone(skeleton_, token, grammar_);
  if (!reading) return;
  pair_with_told(*reading);
  pair_with_parts(*reading);
  Observation& observation = out_.emplace_back();  // many fields: made where it stays
  observation.doc = matched_.sentence.doc;
  observation.id = context_.last_id + 1;
  observation.rules = {reading->rule->name};
  if (reading->rule->role == ValueRole::same && !last_rule_.empty()) observation.rules.push_back(last_rule_);
  const bool named = name_and_scope(*reading, observation);
  if (named) leave_passing_condition();
  if (named && estimate_ && !estimate_leads_ && *estimate_ < clause_) estimate_.reset();
  leave_old_value(reading->rule->role);
  set_value(*reading, observation);
  if (std::exchange(gained_, false)) observation.measure = Measure::change;
  set_time(*reading, observation);
  set_rank(*reading, named, observation);
  set_details(*reading, observation);
  ++context_.last_id;
  remember(*reading, observation, named);
  remember_growing(token);
  if (reading->rule->role != ValueRole::same) {
    last_role_ = reading->rule->role;
    last_rule_ = reading->rule->name;
  }
  floor_ = token + 1;
  pending_.reset();
}

// 21个|增加值|实现正增长。其中，汽车制造业增长20.1%: what grew is what the growths behind are of.
void Linker::remember_growing(size_t token) {
  if (class_at(token) != count) return;
  size_t begin = token + 1;
  while (begin < skeleton_.tokens.size() && class_at(begin) == text) ++begin;
  size_t end = begin;
  while (end < skeleton_.tokens.size() && (class_at(end) == head || class_at(end) == indicator)) ++end;
  size_t cue = end;
  while (cue < skeleton_.tokens.size() && (class_at(cue) == reach || class_at(cue) == adverb)) ++cue;
  if (begin == end || cue == skeleton_.tokens.size() || (class_at(cue) != rise && class_at(cue) != fall)) return;
  if (cue + 1 < skeleton_.tokens.size() && is_value(class_at(cue + 1))) return;
  Subject subject;
  subject.indicator = text_of({begin, end});
  subject.indicator_span = span_of({begin, end});
  subject.group = ++context_.last_group;
  subject.rate = true;
  context_.measured = subject;
}

// What later figures may refer to.
void Linker::remember(const Reading& reading, const Observation& observation, bool named) {
  if (observation.indicator.empty()) return;
  const bool level = observation.measure == Measure::level && observation.ratio_to.empty();
  if (!named) {
    if (context_.current && level && context_.current->rate)
      context_.current->id = observation.id, context_.current->rate = false;
    return;
  }
  Subject subject;
  subject.indicator = observation.indicator;
  subject.indicator_span = observation.spans.indicator;
  subject.scope = observation.scope;
  subject.scope_span = observation.spans.scope;
  subject.area = std::exchange(area_told_, false);
  for (size_t i = named_.begin + 1; i < named_.end; ++i) {
    if (class_at(i) != share) continue;
    subject.sharing = text_of({named_.begin, i});
    subject.sharing_span = span_of({named_.begin, i});
  }
  if (observation.spans.subject) subject.owner = Owner{observation.subject, *observation.spans.subject};
  subject.id = observation.id;
  subject.group = observation.group;
  subject.part_of = observation.part_of;
  subject.unit_class = class_at(reading.value);
  subject.unit = observation.unit;
  if (level) subject.value = observation.value;
  subject.rate = observation.measure != Measure::level;
  context_.current = subject;
  if (!subject.part_of && (subject.scope.empty() || subject.area)) {
    context_.whole = subject;
    if (subject.unit_class != count) context_.measured = subject;
  }
  told_.push_back(std::move(subject));
}

}  // namespace zhibiao
