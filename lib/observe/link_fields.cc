// The part of linking that fills value, period, status, rank and the other fields that are told around a value.
#include <algorithm>

#include "observe/link.h"
#include "text/utf8.h"

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
      return Bound::more;
    case less_pre:
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

bool is_bound_before(TokenClass c) {
  return c == about_pre || c == more_pre || c == less_pre || c == at_least_pre || c == at_most_pre;
}

std::string basis_code(std::string_view text) {
  constexpr std::string_view kYear[] = {"同比", "比上年", "较上年", "比去年", "较去年"};
  if (text.find("环比") != text.npos) return "mom";
  if (text.find("年均") != text.npos || text.find("平均每年") != text.npos || text.find("每年平均") != text.npos ||
      text.find("年平均") != text.npos)
    return "average";
  for (const std::string_view one : kYear)
    if (text.substr(0, one.size()) == one) return "yoy";
  return std::string(text);
}

bool extends_basis(TokenClass c) {
  return c == period || c == own || c == text || c == head || c == indicator || c == baseline_noun ||
         c == target_noun || c == scope || c == total;
}

// The first and last year of a period in SPEC form.
int last_year(std::string_view period) {
  const size_t range = period.find("..");
  const std::string_view last = range == period.npos ? period : period.substr(range + 2);
  return last.size() < 4 ? 0 : std::atoi(std::string(last.substr(0, 4)).c_str());
}

}  // namespace

void Linker::set_value(const Reading& reading, Observation& observation) {
  const Mention& mention = mention_at(reading.value);
  const Figure& figure = *mention.figure;
  const ValueRole role = reading.rule->role == ValueRole::same ? last_role_ : reading.rule->role;
  observation.measure = measure_of(role);
  const bool falls = role == ValueRole::fall || role == ValueRole::drop;
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
  for (size_t i = begin; i < end; ++i) {
    if (is_value(class_at(i)) && i < reading.value) observation.bound = figure.bound;
    const auto bound = bound_of(class_at(i));
    const bool of_the_next = i > reading.value && is_bound_before(class_at(i));  // 2.58万户、|近8万市民
    if (bound && !of_the_next) observation.bound = *bound;
  }
}

void Linker::set_time(const Reading& reading, Observation& observation) {
  const Sentence& sentence = matched_.sentence;
  const Part part = sentence.part;
  const ValueRole role = reading.rule->role;
  const bool baseline = role == ValueRole::from || (role == ValueRole::same && last_role_ == ValueRole::from);
  std::string period = context_.sentence_period;
  std::optional<Span> span = context_.sentence_period_span;
  if (baseline && !(period_token_ && *period_token_ >= floor_)) period.clear(), span.reset();
  if (period.empty() && !baseline) {
    for (size_t level = context_.heading_periods.size(); level-- > 0 && period.empty();)
      period = context_.heading_periods[level];
    if (!context_.lead_period.empty()) period = context_.lead_period;
    const ReportMeta& meta = *sentence.meta;
    const std::optional<int> year = part == Part::plan ? meta.report_year : meta.year ? meta.year : meta.report_year;
    if (period.empty() && year) period = std::to_string(*year);
  }
  const bool renewed = period_token_ && *period_token_ >= floor_;
  const bool same = reading.rule->role == ValueRole::same && out_.size() > 1 && !renewed;
  const Observation* before = same ? &out_[out_.size() - 2] : nullptr;  // the last one is this
  if (baseline && period.find("..") == 4)
    period.resize(4);  // 2020年到2025年，…从17.9%提升到35.5%: that of its first year
  observation.period = same ? before->period : period;
  observation.spans.period = same ? before->spans.period : span;

  // 达到, 增加到, and a place reached in a review of several years are told of its last year.
  const bool reached = observation.measure == Measure::rank || reading.rule->role == ValueRole::level;
  const size_t range = observation.period.find("..");
  const auto names = [&](std::string_view word) { return observation.indicator.find(word) != std::string::npos; };
  const bool is_sum = class_at(reading.value) == money && !names("人均") && !names("余额");  // 五年来投入达3200亿元
  const bool attains = !span || !is_sum;
  if (range == 4 && reached && part != Part::plan) {
    for (size_t i = reading.match.begin; i < reading.value; ++i)
      if (class_at(i) == risen_to || class_at(i) == fallen_to || (attains && skeleton_.text(i).starts_with("达")))
        observation.period = observation.period.substr(range + 2);
  }
  const bool averaged =
      std::any_of(skeleton_.tokens.begin() + static_cast<std::ptrdiff_t>(reading.match.begin),
                  skeleton_.tokens.begin() + static_cast<std::ptrdiff_t>(reading.value), [&](const Token& t) {
                    return t.token_class == basis &&
                           basis_code(skeleton_.text(static_cast<size_t>(&t - skeleton_.tokens.data()))) == "average";
                  });
  if (averaged && !span && !context_.paragraph_range.empty())
    observation.period = context_.paragraph_range;
  else if (averaged && !span && !context_.heading_range.empty() && observation.measure != Measure::level && range != 4)
    observation.period = context_.heading_range;
  if (tone_ && *tone_ < reading.value) {
    observation.tone = text_of({*tone_, *tone_ + 1});
    observation.spans.tone = span_of({*tone_, *tone_ + 1});
  }
  observation.status = baseline ? Status::baseline : status_of(reading, observation, span.has_value());
}

// 年初预算574608万元, 计划总投资403亿元: set, not reached, also in a review; 完成 takes it back.
bool Linker::is_planned(const Reading& reading) const {
  if (reading.rule->role != ValueRole::level) return false;
  bool planned = false;
  for (size_t i = std::max(floor_, clause_); i < reading.value; ++i) {
    const TokenClass c = class_at(i);
    const std::string_view text = skeleton_.text(i);
    if (c == target_noun || text.starts_with("计划"))
      planned = text.find("预算") != text.npos || text.find("计划") != text.npos;
    if (text.find("决算") != text.npos) return false;
    if (c == colon || (c == reach && text != "为" && text != "是")) planned = false;
  }
  return planned;
}

// 我国60岁以上人口已达2.5亿, 目前…超过2万亿元: so it is, also where a plan tells it.
bool Linker::is_so_already(const Reading& reading) const {
  for (size_t i = std::max(floor_, clause_); i < reading.value; ++i) {
    const std::string_view text = skeleton_.text(i);
    if (class_at(i) == adverb && (text == "已" || text == "已经" || text == "目前" || text == "现在" || text == "现已"))
      return true;
  }
  return false;
}

Status Linker::status_of(const Reading& reading, const Observation& observation, bool told) const {
  if (estimate_) return Status::estimate;
  const Part part = matched_.sentence.part;
  const int year = last_year(observation.period);
  const int reviewed = matched_.sentence.meta->year.value_or(0);
  const bool past = told && year != 0 && reviewed != 0 && year <= reviewed;
  if (is_planned(reading)) return Status::target;
  if (part == Part::plan) return past || is_so_already(reading) ? Status::actual : Status::target;
  const bool within_year = observation.period.size() > 4 && observation.period.find("..") != 4;  // 今年上半年
  if (told && reviewed != 0 && year > reviewed && !within_year) return Status::target;
  return !observation.tone.empty() && !past && part == Part::none ? Status::target : Status::actual;
}

void Linker::set_rank(const Reading& reading, Observation& observation) {
  if (observation.measure != Measure::rank) {
    const bool listed = reading.rule->role == ValueRole::same && last_rule_.starts_with("rank");
    if (!listed && !reading.rule->name.starts_with("rank")) return;
  }
  const bool growth = reading.rule->role == ValueRole::rank_growth ||
                      (reading.rule->role == ValueRole::same && last_role_ == ValueRole::rank_growth);
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

// 达到15.07亿元，同比增长10.3% in a review of several years: what is compared with the year before is of the last one.
void Linker::leave_range(const Observation& growth) {
  const size_t range = growth.period.find("..");
  if (range == std::string::npos || growth.spans.period) return;
  const std::string years = growth.period, last = years.substr(range + 2);
  for (auto told = out_.rbegin(); told != out_.rend() && told->group == growth.group; ++told)
    if (told->period == years && !told->spans.period) told->period = last;
}

void Linker::set_details(const Reading& reading, Observation& observation) {
  for (size_t i = reading.match.begin; i < reading.value; ++i) {
    if (class_at(i) != basis) continue;
    size_t end_of_basis = i + 1;  // 比|2019年|调整预算收入 in front of 增长
    while (skeleton_.text(i).size() == 3 && end_of_basis < reading.value && extends_basis(class_at(end_of_basis)))
      ++end_of_basis;
    observation.basis = end_of_basis == i + 1 ? basis_code(skeleton_.text(i)) : text_of({i, end_of_basis});
    observation.spans.basis = span_of({i, end_of_basis});
  }
  if (reading.basis) {
    observation.basis = text_of(*reading.basis);
    observation.spans.basis = span_of(*reading.basis);
  }
  if (reading.ratio_to) {
    TokenRange whole = *reading.ratio_to;
    while (whole.end > whole.begin + 1 && class_at(whole.end - 1) == of) --whole.end;
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
