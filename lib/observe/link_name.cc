// The part of linking that decides what a value measures and for whom.
#include "observe/link.h"
#include "observe/name_token.h"
#include "observe/owner.h"
#include "text/utf8.h"

namespace zhibiao {

using enum TokenClass;

namespace {

const std::string kMarks = {class_byte(comma), class_byte(semicolon), class_byte(stop)};

// What 城乡居民 and 第一、二、三产业 name in short.
std::string full_scope(const std::string& part) {
  if (part == "城") return "城镇";
  if (part == "乡") return "农村";
  return part == "一" || part == "二" || part == "三" ? "第" + part + "产业" : part;
}

// 30亿元|国债资金|支持煤矿改造, 27亿元|国债资金|用于卫生: the money, not what it is for.
Name up_to_use(const Skeleton& skeleton, Name name) {
  for (size_t i = name.tokens.begin + 1; i < name.tokens.end; ++i) {
    const TokenClass c = skeleton.tokens[i].token_class, before = skeleton.tokens[i - 1].token_class;
    if ((before == head || before == indicator) && (acts(c) || c == frame)) name.tokens.end = i;
  }
  return name;
}

}  // namespace

Name Linker::name_of(const Reading& reading) const {
  const bool on_the_right = reading.indicator && reading.indicator->begin > reading.value;
  const bool shares = reading.rule->role == ValueRole::share ||
                      (reading.rule->role == ValueRole::from && reading.ratio_to && !reading.indicator);
  if (shares && !on_the_right) return share_name(reading);
  if (!reading.indicator) return name_left(skeleton_, reading.match.begin, floor_);
  if (on_the_right && reading.scope) return first_part(right_name(reading.indicator->begin));
  if (on_the_right && class_at(reading.value) == money)
    return up_to_use(skeleton_, right_name(reading.indicator->begin));
  if (on_the_right && class_at(reading.value) == measure) return first_part(right_name(reading.indicator->begin));
  if (on_the_right) return right_name(reading.indicator->begin);
  // 934户市场主体|提供担保23.6亿元: what the value before is of names no other.
  size_t floor = floor_;
  if (taken_ > floor && taken_ < reading.indicator->end &&
      name_left(skeleton_, reading.indicator->end, taken_).has_noun)
    floor = taken_;
  const size_t behind = reading.value + 1;
  if (behind < skeleton_.tokens.size() && class_at(behind) == of) {  // …综合楼、|投资300万元的办公楼
    for (size_t i = floor; i < reading.indicator->begin; ++i)
      if (class_at(i) == pause || class_at(i) == and_) floor = i + 1;
  }
  const Name name = name_left(skeleton_, reading.indicator->end, floor);
  if (behind < skeleton_.tokens.size() && class_at(behind) == of) return bare_noun(name);
  return name.has_noun || reading.rule->role != ValueRole::level ? name : shared_noun(name, reading.value);
}

// 启动|投资3.7亿元的办公楼: the verb is of what the relative clause is about.
Name Linker::bare_noun(Name name) const {
  const size_t last = name.empty() ? 0 : name.tokens.end - 1;
  if (name.has_head && last > name.tokens.begin && acts(class_at(last - 1))) name.tokens.begin = last;
  return name;
}

// 新建103个、修缮60个|互助幸福院: what was done alone shares the noun of the next value of its kind.
Name Linker::shared_noun(const Name& name, size_t value) const {
  size_t at = value + 1;
  if (at + 2 >= skeleton_.tokens.size() || class_at(at) != pause) return name;
  while (at + 1 < skeleton_.tokens.size() && (class_at(at) == pause || acts(class_at(at)))) ++at;
  if (class_at(at) != class_at(value) || mention_at(at).figure->unit != mention_at(value).figure->unit) return name;
  const Name shared = name_right(skeleton_, at + 1);
  return shared.has_noun ? shared : name;
}

// Of 甲公司30万吨|乙烯|、乙公司等项目 the thing itself: the list goes on with other projects.
Name Linker::first_part(Name name) const {
  for (size_t i = name.tokens.begin + 1; i < name.tokens.end; ++i)
    if (class_at(i) == pause) name.tokens.end = i;
  return name;
}

// 4个省级、8个地级、12个市级示范村: what has a grade only shares the noun of the next value.
Name Linker::right_name(size_t begin) const {
  constexpr size_t kMostGrades = 8;
  const auto is_grade = [this](size_t token) { return skeleton_.text(token).ends_with("级"); };
  const auto goes_on = [&](const Name& name) {
    const size_t next = name.tokens.end;
    if (name.empty() || next + 2 >= skeleton_.tokens.size() || !is_value(class_at(next + 1))) return false;
    if (class_at(next) != pause && class_at(next) != and_) return false;
    for (size_t i = name.tokens.begin; i < next; ++i)
      if (!is_grade(i)) return false;
    return true;
  };
  const Name name = name_right(skeleton_, begin);
  Name shared = name;
  for (size_t grades = 0; grades < kMostGrades && goes_on(shared); ++grades)
    shared = name_right(skeleton_, shared.tokens.end + 2);
  if (shared.tokens.begin == name.tokens.begin) return name;
  while (!shared.empty() && is_grade(shared.tokens.begin)) ++shared.tokens.begin;
  return shared.empty() ? name : shared;
}

// A占B比重: the name runs through B. Without an A, 占全国1/10 belongs to what was told before, 占B比重 stands by
// itself.
Name Linker::share_name(const Reading& reading) const {
  size_t end = reading.ratio_to ? reading.ratio_to->end : reading.match.begin;
  bool has_noun_behind = false;
  while (end < reading.value && class_at(end) == share_noun) ++end, has_noun_behind = true;
  const size_t start = reading.ratio_to ? reading.ratio_to->begin : reading.value;
  size_t cue = start;
  while (cue > reading.match.begin && class_at(cue) != share) --cue;
  const Name left = name_left(skeleton_, cue, floor_);
  if (class_at(cue) != share) return left.has_noun ? left : Name{};  // 年交易额|是2011年的1.3倍
  if (!left.has_noun && !has_noun_behind) return {};
  if (!left.has_noun) return Name{{cue, end}, true, false, true, false};
  if (!reading.ratio_to) return left;
  while (class_at(end - 1) == of) --end;
  Name whole = left;
  whole.tokens.end = end;
  whole.only_scope = false;
  return whole;
}

// 为|全市|近|934户市场主体: those for whom the clause says what was done.
bool Linker::is_served(size_t value) const {
  size_t at = value;
  while (at > 0) {
    const TokenClass c = class_at(at - 1);
    if (c != own && c != scope && c != member && c != adverb && c != of && !is_bound_before(c)) break;
    --at;
  }
  return at > 0 && (skeleton_.text(at - 1) == "为" || class_at(at - 1) == frame);
}

void Linker::inherit(const Subject& subject, Observation& observation) {
  observation.indicator = subject.indicator;
  observation.spans.indicator = subject.indicator_span;
  observation.scope = subject.scope;
  observation.spans.scope = subject.scope_span;
  observation.group = subject.group;
  observation.part_of = subject.part_of;
  set_owner(subject.owner, observation);
}

void Linker::set_owner(const std::optional<Owner>& owner, Observation& observation) {
  observation.subject = owner ? owner->text : "";
  observation.spans.subject = owner ? std::optional(owner->span) : std::nullopt;
}

// 小学423所，在校生27.07万人: the pupils are those of 小学.
void Linker::find_owner(const Name& name, Observation& observation) {
  const ByteSpan bytes = name_bytes(skeleton_, name.tokens, grammar_);
  if (std::optional<Owner> named = owner_in(skeleton_.folded, bytes, grammar_)) {
    context_.owner = std::move(named);
    return;
  }
  if (!needs_owner(skeleton_.folded, bytes, grammar_)) return;
  std::optional<Owner> owner = context_.owner;
  for (size_t level = context_.heading_owners.size(); level-- > 0 && !owner;) owner = context_.heading_owners[level];
  set_owner(owner, observation);
}

void Linker::take_name(const Name& name, const Reading& reading, Observation& observation) {
  observation.indicator = text_of(name.tokens);
  observation.spans.indicator = span_of(name.tokens);
  find_owner(name, observation);
  observation.group = ++context_.last_group;
  named_ = name.tokens;
  thing_ = name.has_noun ? name.tokens : TokenRange{};
  while (!thing_.empty() && (acts(class_at(thing_.begin)) || class_at(thing_.begin) == and_)) ++thing_.begin;
  while (!thing_.empty() && (acts(class_at(thing_.end - 1)) || class_at(thing_.end - 1) == adverb)) --thing_.end;
  if (context_.parent && context_.parent->id != 0 && context_.parent->unit_class == class_at(reading.value))
    observation.part_of = context_.parent->id;
  tell_area(name, reading, observation);
  if (name.tokens.begin > reading.value) {
    const bool listed = name.tokens.end < skeleton_.tokens.size() && class_at(name.tokens.end) == pause;
    if (listed || is_served(reading.value)) taken_ = name.tokens.end;  // 引进15个项目、|总投资30亿元
    const Name left = name_left(skeleton_, reading.value, floor_);
    const bool told_before = floor_ > 0 && left.tokens.begin == floor_;  // 4个|省级、12个市级示范村
    if (!left.empty() && !told_before && class_at(left.tokens.begin) == member && !left.has_noun) {
      observation.scope = text_of({left.tokens.begin, left.tokens.begin + 1});
      observation.spans.scope = span_of({left.tokens.begin, left.tokens.begin + 1});
    }
  }
  bool together = false;
  for (size_t i = name.tokens.end; i < reading.value; ++i) together |= class_at(i) == each;
  if (!together) return;
  const std::vector<TokenRange> parts = parts_of(skeleton_, name.tokens);
  if (parts.size() < 2) return;
  for (const TokenRange part : parts) observation.members.push_back(text_of(part));
}

// 建设高标准农田21.52万亩，累计建成292.56万亩: the noun of the value before, of the same unit.
std::optional<Name> Linker::told_again(const Name& name, const Reading& reading) const {
  if (name.has_noun || !name.has_verb || thing_.empty() || told_.empty() || !told_.back().scope.empty()) return {};
  if (told_.back().unit.empty() || told_.back().unit != mention_at(reading.value).figure->unit) return {};
  if (!is_told_again(skeleton_.folded, name_bytes(skeleton_, name.tokens, grammar_), grammar_)) return {};
  return Name{thing_, true, false, true, false};
}

// ——农林水支出。完成1051.73亿元: what the heading names.
std::optional<Subject> Linker::heading_subject() const {
  const std::vector<Section>& sections = *matched_.sentence.section;
  const bool runs = skeleton_.bytes.find_first_of(kMarks) != std::string::npos;
  if (sections.empty() || !runs || matched_.sentence.paragraph > context_.heading_paragraph + 1) return std::nullopt;
  std::string heading = sections.back().text;
  Span span = sections.back().span;
  for (; heading.ends_with(' '); heading.pop_back()) --span.end;
  bool named = false;
  for (size_t i = 0; i < heading.size();) {
    const Trie::Hit hit = grammar_.words.longest(heading, i);
    const TokenClass c = hit.length > 0 ? grammar_.word_info[static_cast<size_t>(hit.value)].token_class : text;
    i += hit.length > 0 ? hit.length : utf8_length(heading[i]);
    named = i == heading.size() && (c == head || c == indicator);
  }
  if (!named) return std::nullopt;
  Subject subject;
  subject.indicator = heading;
  subject.indicator_span = span;
  subject.rate = true;
  return subject;
}

// True when the value has a name (or scope) of its own, false when it belongs to what was told before.
bool Linker::name_and_scope(const Reading& reading, Observation& observation) {
  if (pairing_ && reading.value < pairing_->until && pairing_->next < pairing_->members.size()) {
    const PairMember& one = pairing_->members[pairing_->next++];
    if (one.told) {
      inherit(*one.told, observation);
      return false;
    }
    const auto [begin, end] = one.indicator_bytes.value_or(name_bytes(skeleton_, one.indicator, grammar_));
    observation.indicator = skeleton_.folded.text.substr(begin, end - begin);
    if (begin < end) observation.spans.indicator = skeleton_.folded.span(begin, end);
    observation.group = ++context_.last_group;
    if (!one.scope.empty()) {
      observation.scope = text_of(one.scope);
      observation.spans.scope = span_of(one.scope);
    } else if (one.scope_bytes) {
      const std::string at =
          skeleton_.folded.text.substr(one.scope_bytes->begin, one.scope_bytes->end - one.scope_bytes->begin);
      observation.scope = full_scope(at);
      observation.spans.scope = skeleton_.folded.span(one.scope_bytes->begin, one.scope_bytes->end);
    }
    return true;
  }
  const Name name = reading.rule->role == ValueRole::same ? Name{} : name_of(reading);
  leave_whole(name, reading);
  if (!name.empty() && is_member(name, reading)) {
    if (pending_ && name.only_scope) {  // 农民的纯收入，|全国平均达到355元
      take_name(Name{*pending_, true, false, true, false}, reading, observation);
      observation.scope = text_of(name.tokens);
      observation.spans.scope = span_of(name.tokens);
      return true;
    }
    const std::optional<Subject>& of = context_.parent ? context_.parent : context_.current;
    if (of && class_at(reading.value) == rank && name.only_scope) {  // 世界排名: among whom, not whose
      inherit(*of, observation);
      rank_scope_ = text_of(name.tokens);
      rank_scope_span_ = span_of(name.tokens);
      return false;
    }
    if (of) {
      const bool of_a_count = of->unit_class == count && class_at(reading.value) == percent && context_.measured;
      take_member(name, of_a_count ? *context_.measured : *of, observation);
      return true;
    }
  }
  const bool inherits = !name.has_noun && context_.current && reading.rule->role != ValueRole::level;
  if (const std::optional<Name> again = inherits ? std::nullopt : told_again(name, reading)) {
    take_name(*again, reading, observation);
    for (size_t i = floor_; i < name.tokens.begin; ++i) gained_ |= class_at(i) == basis;
    return true;
  }
  if (!name.empty() && !inherits && !name.only_scope && (name.has_noun || name.has_verb || reading.indicator)) {
    take_name(name, reading, observation);
    return true;
  }
  if (pending_ && reading.rule->role != ValueRole::same) {
    take_name(Name{*pending_, true, false, true, false}, reading, observation);
    return true;
  }
  if (context_.current) {
    inherit(*context_.current, observation);
    const bool grows = reading.rule->role == ValueRole::growth || reading.rule->role == ValueRole::fall;
    if (grows && class_at(reading.value) == percent && !context_.current->sharing.empty()) {
      observation.indicator = context_.current->sharing;
      observation.spans.indicator = context_.current->sharing_span;
    }
    return false;
  }
  if (!name.has_noun && !name.has_verb && !name.only_scope) {
    std::optional<Subject> heading = heading_subject();
    if (!heading) return false;
    heading->group = ++context_.last_group;
    context_.current = std::move(heading);
    inherit(*context_.current, observation);
    return false;
  }
  take_name(name, reading, observation);
  return true;
}

}  // namespace zhibiao
