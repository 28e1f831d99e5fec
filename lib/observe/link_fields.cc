// The part of linking that fills value, rank, basis and the other fields that are told around a value.
#include <algorithm>

#include "observe/link.h"
#include "text/words.h"

namespace zhibiao {

using enum TokenClass;

namespace {

Measure measure_of(ValueRole role) {
  switch (role) {
    case ValueRole::growth:
    case ValueRole::fall:
      return Measure::growth;
    case ValueRole::change:
    case ValueRole::drop:
      return Measure::change;
    case ValueRole::rank_level:
    case ValueRole::rank_growth:
      return Measure::rank;
    default:
      return Measure::level;
  }
}

std::optional<Bound> bound_of(TokenClass c) {
  switch (c) {
    case about_pre:
    case about_post:
      return Bound::about;
    case more_pre:
    case outperform:  // 失业率低于4.6%, 率高于85%
      return Bound::more;
    case less_pre:
    case underperform:
      return Bound::less;
    case at_least_pre:
    case at_least_post:
      return Bound::at_least;
    case at_most_pre:
    case at_most_post:
      return Bound::at_most;
    default:
      return std::nullopt;
  }
}

bool extends_basis(TokenClass c) {
  return c == period || c == own || c == text || c == head || c == indicator || c == baseline_noun ||
         c == target_noun || c == scope || c == total;
}

}  // namespace

std::string basis_code(std::string_view text) {
  constexpr std::string_view kYear[] = {"同比", "比上年", "比上一年", "较上年", "比去年", "较去年"};
  if (text.find("环比") != text.npos) return "mom";
  if (text.find("年均") != text.npos || text.find("平均每年") != text.npos || text.find("每年平均") != text.npos ||
      text.find("年平均") != text.npos)
    return "average";
  for (const std::string_view one : kYear)
    if (text.substr(0, one.size()) == one) return "yoy";
  return std::string(text);
}

// 固定资产投资（不含农户，下同）
bool Linker::fills_bracket(size_t token) const {
  size_t at = token + 1;
  if (at + 1 < skeleton_.tokens.size() && class_at(at) == comma && skeleton_.text(at + 1) == "下同") at += 2;
  return at < skeleton_.tokens.size() && class_at(at) == close;
}

// （上年不变价） right behind a value holds for that value; any other condition for the values to come.
void Linker::see_condition(size_t token) {
  const Mention& mention = mention_at(token);
  const bool noted = token > 1 && class_at(token - 1) == open && is_value(class_at(token - 2)) && fills_bracket(token);
  if (noted && !out_.empty()) {
    out_.back().condition = mention.text;
    out_.back().spans.condition = mention.span;
    return;
  }
  const bool bracketed = !brackets_.empty() && class_at(token - 1) == open && fills_bracket(token);
  (bracketed ? brackets_.back().condition : context_.condition) = mention.text;
  (bracketed ? brackets_.back().condition_span : context_.condition_span) = mention.span;
  condition_noted_ = bracketed;
  passing_condition_ =
      bracketed || floor_ > 0 || name_left(skeleton_, token, floor_).has_noun ? std::optional(token) : std::nullopt;
}

// 收入完成1.95亿元，可比增长17.1%，其中税收1.06亿元: a condition that does not lead the sentence ends with its name.
void Linker::leave_passing_condition() {
  if (!passing_condition_ ||
      (floor_ <= *passing_condition_ && !(condition_noted_ && named_.begin > *passing_condition_)))
    return;
  context_.condition.clear();
  context_.condition_span.reset();
  passing_condition_.reset();
}

void Linker::set_value(const Reading& reading, Observation& observation) {
  const Mention& mention = mention_at(reading.value);
  const Figure& figure = *mention.figure;
  const ValueRole role = reading.rule->role == ValueRole::same ? last_role_ : reading.rule->role;
  observation.measure = measure_of(role);
  bool falls = role == ValueRole::fall || role == ValueRole::drop;
  const bool pollutes = observation.indicator.find("浓度") != std::string::npos ||
                        observation.indicator.find("污染") != std::string::npos;
  if (pollutes && role == ValueRole::growth && class_at(reading.value) == percent)  // 改善10.8%: so much less of it
    for (size_t i = reading.match.begin; i < reading.value; ++i) falls |= skeleton_.text(i).starts_with("改善");
  const auto sign = [&](const std::optional<Decimal>& value) {
    return !value ? value : falls && !value->negative() ? std::optional(-*value) : value;
  };
  observation.value = sign(figure.value);
  observation.low = sign(falls ? figure.value_high : figure.value_low);
  observation.high = sign(falls ? figure.value_low : figure.value_high);
  observation.unit = observation.measure == Measure::rank ? "" : figure.unit;
  observation.value_text = window_.verbatim(mention.span, mention.text);
  observation.spans.value = mention.span;
  observation.bound = figure.bound;
  const size_t end = std::max(reading.match.end, reading.value + 1);
  const size_t begin = reading.basis ? reading.basis->end : reading.match.begin;  // 高于全国0.3个百分点 bounds nothing
  const TokenRange whole = reading.ratio_to.value_or(TokenRange{});               // nor 占规模以上工业的17.2%
  for (size_t i = begin; i < end; ++i) {
    if (is_value(class_at(i)) && i < reading.value) observation.bound = figure.bound;
    const auto bound = bound_of(class_at(i));
    const bool of_the_next = i > reading.value && is_bound_before(class_at(i));  // 2.58万户、|近8万市民
    const bool of_the_whole = i >= whole.begin && i < whole.end;
    if (bound && !of_the_next && !of_the_whole) observation.bound = *bound;
  }
}

// 增长6.2%、居全国第四; 增速高于全市5.7个百分点，位居第1位: the place of a growth, where no 总量 and no 从第13位 says
// else.
bool Linker::ranks_growth(const Reading& reading, const Observation& observation) const {
  if (reading.rule->role != ValueRole::rank_level) return false;
  for (size_t i = reading.match.begin; i < reading.value; ++i)
    if (class_at(i) == total || class_at(i) == from || class_at(i) == risen_to) return false;
  for (size_t i = reading.value; i-- > 0 && class_at(i) != stop && class_at(i) != semicolon;) {
    if (class_at(i) == growth_noun) return true;
    if (is_value(class_at(i)) && class_at(i) != points) break;
  }
  auto last = out_.rbegin() + 1;  // the first is this one
  while (last != out_.rend() && last->group == observation.group && last->measure == Measure::change) ++last;
  return last != out_.rend() && last->group == observation.group && last->measure == Measure::growth;
}

void Linker::set_rank(const Reading& reading, bool named, Observation& observation) {
  if (observation.measure != Measure::rank) {
    const bool listed = reading.rule->role == ValueRole::same && last_rule_.starts_with("rank");
    if (!listed && !reading.rule->name.starts_with("rank")) return;
  }
  const bool growth = reading.rule->role == ValueRole::rank_growth ||
                      (reading.rule->role == ValueRole::same && last_role_ == ValueRole::rank_growth) ||
                      (!named && ranks_growth(reading, observation));
  observation.measure = Measure::rank;
  observation.unit.clear();
  observation.rank_of = growth ? RankOf::growth : RankOf::level;
  if (reading.rank_scope) {
    rank_scope_ = text_of(*reading.rank_scope);
    rank_scope_span_ = span_of(*reading.rank_scope);
  }
  observation.rank_scope = rank_scope_;
  observation.spans.rank_scope = rank_scope_span_;
}

void Linker::set_details(const Reading& reading, Observation& observation) {
  for (size_t i = reading.match.begin; i < reading.value; ++i) {
    if (class_at(i) != basis) continue;
    const bool planned =
        i + 1 < reading.value && (skeleton_.text(i + 1) == "预算" || skeleton_.text(i + 1) == "预算数");
    size_t end_of_basis = planned ? i + 2 : i + 1;  // 比|2019年|调整预算收入 in front of 增长
    while (skeleton_.text(i).size() == 3 && end_of_basis < reading.value && extends_basis(class_at(end_of_basis)))
      ++end_of_basis;
    observation.basis = end_of_basis == i + 1 ? basis_code(skeleton_.text(i)) : text_of({i, end_of_basis});
    observation.spans.basis = span_of({i, end_of_basis});
  }
  if (reading.basis) {
    observation.basis = text_of(*reading.basis);
    observation.spans.basis = span_of(*reading.basis);
  }
  const bool old = reading.rule->role == ValueRole::from;
  if (old &&
      starts_with_any(observation.basis, {"比", "较"})) {  // 比1957年的312万吨|增加190万吨: of what stands behind
    compared_ = {observation.basis, observation.spans.basis};
    observation.basis.clear(), observation.spans.basis.reset();
  } else if (observation.basis.empty() && observation.measure != Measure::level) {
    observation.basis = compared_.text, observation.spans.basis = compared_.span;
  }
  if (!old) compared_ = {};
  if (reading.rule->role == ValueRole::same && out_.size() > 1) {  // 同比分别增长5%、|6%
    observation.basis = out_[out_.size() - 2].basis;
    observation.spans.basis = out_[out_.size() - 2].spans.basis;
    observation.ratio_to = out_[out_.size() - 2].ratio_to;
    observation.spans.ratio_to = out_[out_.size() - 2].spans.ratio_to;
  }
  if (last_role_ == ValueRole::from && observation.measure == Measure::level && out_.size() > 1 &&
      out_[out_.size() - 2].group == observation.group) {  // 占全省的比重由5%提高到|6%
    observation.ratio_to = out_[out_.size() - 2].ratio_to;
    observation.spans.ratio_to = out_[out_.size() - 2].spans.ratio_to;
  }
  if (reading.ratio_to) {
    TokenRange whole = *reading.ratio_to;
    while (whole.end > whole.begin + 1 && class_at(whole.end - 1) == of) --whole.end;
    if (whole.begin > reading.match.begin && class_at(whole.begin - 1) == period) --whole.begin;  // 为|上年|预算的105%
    observation.ratio_to = text_of(whole);
    observation.spans.ratio_to = span_of(whole);
  } else if (reading.rule->role == ValueRole::share && context_.parent) {
    observation.ratio_to = context_.parent->indicator;
  }
  if (observation.basis == "yoy") leave_range(observation);
  observation.condition = context_.condition;
  observation.spans.condition = context_.condition_span;
  for (const Section& section : *matched_.sentence.section) observation.section.push_back(section.text);
  const SentenceWindow window = window_.around(observation.spans.value);
  observation.sentence = window.text;
  observation.spans.sentence = window.span;
}

}  // namespace zhibiao
