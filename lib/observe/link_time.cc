// The part of linking that decides when a figure holds, and whether it was counted, expected or planned.
#include <algorithm>

#include "observe/link.h"
#include "text/words.h"

namespace zhibiao {

using enum TokenClass;

namespace {

// The last year of a period in SPEC form.
int last_year(std::string_view period) {
  const size_t range = period.find("..");
  const std::string_view last = range == period.npos ? period : period.substr(range + 2);
  return last.size() < 4 ? 0 : std::atoi(std::string(last.substr(0, 4)).c_str());
}

}  // namespace

// A period that a comparison or a ratio names (比2015年, 是“十二五”末的1.7倍) is not the one that is told of.
void Linker::see_period(size_t token) {
  const Mention& mention = mention_at(token);
  if (mention.canonical.empty() || mention.kind == MentionKind::date) return;
  const bool drafts = matched_.sentence.part == Part::plan && matched_.sentence.meta->doc_type == "budget";
  if (mention.text == "当年" && (drafts || !context_.sentence_period.empty())) return;  // the one told of
  if (mention.text == "全年" && context_.sentence_period.size() == 4) return;  // 去年…，但全年货币发行少了近500亿元
  if (token > 0 && (class_at(token - 1) == basis || class_at(token - 1) == outperform)) return;
  if (token + 1 < skeleton_.tokens.size() && skeleton_.text(token + 1).starts_with("相")) return;
  if (token > 0 && class_at(token - 1) == reach && token + 1 < skeleton_.tokens.size() && class_at(token + 1) == of)
    return;
  if (mention.canonical.find("..") != std::string::npos) context_.paragraph_range = mention.canonical;
  if (token > 1 && mention.rule == "period.years_back" && class_at(token - 1) == of && class_at(token - 2) == period)
    return;  // 1953年到1978年的二十六年间
  // 主要是上年一次性支出较多；…: a year inside a clause holds for that clause.
  const bool year_before =
      mention.text.starts_with("上") || mention.text.starts_with("去年") || mention.text.starts_with("前年");
  if (year_before && token > 0 && (skeleton_.text(token - 1) == "与" || skeleton_.text(token - 1) == "同")) return;
  const bool passing = year_before && name_left(skeleton_, token, floor_).has_noun;
  before_from_.reset();
  if (token > 0 && class_at(token - 1) == from && mention.canonical.find("..") != 4)  // but 从1978年到1983年
    before_from_ = {context_.sentence_period, context_.sentence_period_span};
  if (passing && !outer_period_) outer_period_ = {context_.sentence_period, context_.sentence_period_span};
  if (!passing) outer_period_.reset();
  context_.sentence_period = mention.canonical;
  context_.sentence_period_span = mention.span;
  period_token_ = token;
}

// 过去的一年，…。今年要…: what is to come ends the look back.
void Linker::leave_paragraph_year() {
  if (context_.paragraph_year.empty()) return;
  const int year = last_year(context_.paragraph_year);
  for (size_t i = 0; i < skeleton_.tokens.size(); ++i) {
    const TokenClass c = class_at(i);
    const bool later = c == TokenClass::period && last_year(mention_at(i).canonical) > year;
    const bool aims = (c == tone && !is_plan_named(i)) || c == estimate || skeleton_.text(i) == "要";
    if (later || aims) return context_.paragraph_year.clear();
  }
}

void Linker::leave_passing_period() {
  if (!outer_period_) return;
  context_.sentence_period = std::move(outer_period_->canonical);
  context_.sentence_period_span = outer_period_->span;
  outer_period_.reset();
}

// 由上年的9.4%|提高到10.7%: the year of the old value is not that of the new one.
void Linker::leave_old_value(ValueRole role) {
  if (!before_from_ || role == ValueRole::from || (role == ValueRole::same && last_role_ == ValueRole::from)) return;
  if (last_role_ == ValueRole::from && period_token_ && *period_token_ < floor_) {
    context_.sentence_period = std::move(before_from_->canonical);
    context_.sentence_period_span = before_from_->span;
  }
  before_from_.reset();
}

void Linker::set_time(const Reading& reading, Observation& observation) {
  const Sentence& sentence = matched_.sentence;
  const Part part = sentence.part;
  const ValueRole role = reading.rule->role;
  const bool baseline = role == ValueRole::from || (role == ValueRole::same && last_role_ == ValueRole::from);
  std::string period = context_.sentence_period;
  std::optional<Span> span = context_.sentence_period_span;
  if (baseline && !(period_token_ && *period_token_ >= floor_)) period.clear(), span.reset();
  const bool looks_back = period.empty() && !baseline && !context_.paragraph_year.empty();
  if (looks_back) period = context_.paragraph_year;
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
  for (size_t i = reading.match.begin + 1; baseline && i < reading.value; ++i) {  // 比|1957年|的312万吨增加190万吨
    if (class_at(i) != TokenClass::period || class_at(i - 1) != basis || mention_at(i).canonical.empty()) continue;
    period = mention_at(i).canonical, span = mention_at(i).span;
  }
  observation.period = same ? before->period : period;
  observation.spans.period = same ? before->spans.period : span;

  // 达到, 增加到, and a place reached in a review of several years are told of its last year.
  const bool reached = reading.rule->role == ValueRole::level;
  const bool shares = reading.rule->role == ValueRole::share && !span;
  const bool of_last = shares && out_.size() > 1 && out_[out_.size() - 2].group == observation.group;
  if (of_last) observation.period = out_[out_.size() - 2].period;  // 产煤65亿吨，|占全国三成
  bool ends = observation.measure == Measure::rank;
  for (size_t i = reading.match.begin; shares && !of_last && i < reading.value; ++i) ends |= class_at(i) == share_noun;
  const size_t range = observation.period.find("..");
  const auto names = [&](std::string_view word) { return observation.indicator.find(word) != std::string::npos; };
  const bool is_sum = class_at(reading.value) == money && !names("人均") && !names("余额");  // 五年来投入达3200亿元
  const bool attains = !span || !is_sum;
  if (range == 4 && ends && part != Part::plan)
    observation.period = observation.period.substr(range + 2);
  else if (range == 4 && reached && part != Part::plan) {
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
  const std::string years = averaged && observation.measure != Measure::level ? years_averaged(observation) : "";
  if (!years.empty())
    observation.period = years, observation.spans.period.reset();
  else if (averaged && !span && !context_.paragraph_range.empty())
    observation.period = context_.paragraph_range;
  else if (averaged && !span && !context_.heading_range.empty() && observation.measure != Measure::level && range != 4)
    observation.period = context_.heading_range;
  if (tone_ && *tone_ < reading.value) {
    observation.tone = text_of({*tone_, *tone_ + 1});
    observation.spans.tone = span_of({*tone_, *tone_ + 1});
  }
  observation.status = baseline ? Status::baseline : status_of(reading, observation, span.has_value() || looks_back);
  if (observation.status == Status::actual) observation.tone.clear(), observation.spans.tone.reset();
}

// 2016年完成59.4亿元，比2011年增长21.9%，年均增长4%; 从2021年的91亿元增长到2025年的134亿元，年均增长10%: an average
// that a year is told with is of the years up to it.
std::string Linker::years_averaged(const Observation& average) const {
  const auto year_in = [](std::string_view text) {
    for (size_t i = 0; i + 4 <= text.size(); ++i)
      if (text.substr(i, 2) == "20" || text.substr(i, 2) == "19") return last_year(text.substr(i, 4));
    return 0;
  };
  if (average.period.size() != 4) return "";
  int first = 0;
  for (auto told = out_.rbegin() + 1; told != out_.rend() && told->group == average.group; ++told) {
    if (told->status == Status::baseline)
      first = year_in(told->period);
    else if (told->measure == Measure::growth || told->measure == Measure::change)
      first = year_in(told->basis);
    if (first != 0) break;
  }
  const int last = last_year(average.period);
  if (first != 0 && first + 1 < last) return std::to_string(first + 1) + ".." + average.period;
  for (const std::string& years : context_.heading_periods)
    if (years.find("..") == 4 && last_year(years) == last) return years;
  return "";
}

// 年初预算574608万元, 计划总投资403亿元, 市人大批准的…预算收入为2亿元: set, not reached, also in a review; 完成 takes
// it back.
bool Linker::is_planned(const Reading& reading) const {
  if (reading.rule->role != ValueRole::level) return false;
  bool planned = false, approved = false;
  for (size_t i = std::max(floor_, clause_); i < reading.value; ++i) {
    const TokenClass c = class_at(i);
    const std::string_view text = skeleton_.text(i);
    approved |=
        c == of && i > 0 && (skeleton_.text(i - 1).ends_with("批准") || skeleton_.text(i - 1).ends_with("通过"));
    planned |= approved && text.find("预算") != text.npos;
    if (c == target_noun || text.starts_with("计划"))
      planned = text.find("预算") != text.npos || text.find("计划") != text.npos;
    if (text.find("决算") != text.npos) return false;
    if (c == colon || (c == reach && text != "为" && text != "是")) planned = false;
    // 收入预算52.6亿元，执行中调整为20.4亿元: the budget itself
    planned |= matched_.sentence.meta->doc_type == "budget" && class_at(reading.value) == money &&
               (text == "调整为" || text == "调整至" || text == "变动为");
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

// 批准的支出预算12.6亿元（含高新区0.2亿元）
bool Linker::is_part_of_target(const Observation& observation) const {
  if (brackets_.empty() || !observation.part_of || observation.measure != Measure::level) return false;
  for (const Observation& one : out_)
    if (one.id == *observation.part_of) return one.status == Status::target && one.period == observation.period;
  return false;
}

// 现在每年有重大科技成果几万项，其中国家级的数千项, also where a plan tells it.
bool Linker::is_part_of_actual(const Observation& observation) const {
  if (!contain_ || !observation.part_of || observation.measure != Measure::level) return false;
  for (const Observation& one : out_)
    if (one.id == *observation.part_of) return one.status == Status::actual && one.period == observation.period;
  return false;
}

// Of a budget that says so once: （预计完成数，下同）, or under 全市政府性基金预算预计执行情况.
bool Linker::is_estimated(const Observation& observation) const {
  const std::string& indicator = observation.indicator;
  if (indicator.find("收入") == std::string::npos && indicator.find("支出") == std::string::npos) return false;
  const Sentence& sentence = matched_.sentence;
  if (context_.estimates || sentence.part != Part::review || sentence.meta->doc_type != "budget")
    return context_.estimates;
  return std::any_of(sentence.section->begin(), sentence.section->end(), [](const Section& section) {
    return section.text.find("预计执行") != std::string::npos || section.text.find("预计完成") != std::string::npos;
  });
}

Status Linker::status_of(const Reading& reading, const Observation& observation, bool told) const {
  const Part part = matched_.sentence.part;
  const int year = last_year(observation.period);
  const int reviewed = matched_.sentence.meta->year.value_or(0);
  const bool past = told && year != 0 && reviewed != 0 && year <= reviewed;
  // 收入预计486.67亿元 in the budget of a year to come is what is planned.
  const bool to_come = part == Part::plan ? !past : told && reviewed != 0 && year > reviewed;
  if (estimate_ && !(to_come && matched_.sentence.meta->doc_type == "budget")) return Status::estimate;
  if (is_planned(reading) || is_part_of_target(observation)) return Status::target;
  if (part == Part::plan)
    return past || is_so_already(reading) || is_part_of_actual(observation) ? Status::actual : Status::target;
  const bool within_year = observation.period.size() > 4 && observation.period.find("..") != 4;  // 今年上半年
  if (told && reviewed != 0 && year > reviewed && !within_year && !is_so_already(reading)) return Status::target;
  if (!observation.tone.empty() && !past && part == Part::none) return Status::target;
  return is_estimated(observation) && (year == 0 || year == reviewed) ? Status::estimate : Status::actual;
}

// 达到15.07亿元，同比增长10.3% in a review of several years: what is compared with the year before is of the last one.
void Linker::leave_range(const Observation& growth) {
  const size_t range = growth.period.find("..");
  if (range == std::string::npos || growth.spans.period) return;
  const std::string years = growth.period, last = years.substr(range + 2);
  for (auto told = out_.rbegin(); told != out_.rend() && told->group == growth.group; ++told)
    if (told->period == years && !told->spans.period) told->period = last;
}

// 收入733.37亿元，完成预算的97%: carried out, whatever part of the report it stands in.
void Linker::set_executed() {
  if (matched_.sentence.part != Part::plan) return;
  const ReportMeta& meta = *matched_.sentence.meta;
  for (const Observation& ratio : out_) {
    const std::string_view whole = ratio.ratio_to;
    const bool of_budget = (whole.ends_with("预算") || whole.ends_with("预算数")) &&
                           starts_with_any(whole, {"预算", "年初", "年度", "全年", "调整", "变动"});
    if (!of_budget || !ratio.tone.empty()) continue;
    for (Observation& one : out_) {
      if (one.group != ratio.group || one.status != Status::target) continue;
      one.status = Status::actual;
      if (!one.spans.period && meta.year) one.period = std::to_string(*meta.year);
    }
  }
}

}  // namespace zhibiao
