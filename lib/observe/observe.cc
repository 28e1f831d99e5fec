#include "observe/observe.h"

#include "grammar/prepared.h"
#include "observe/context.h"
#include "observe/link.h"
#include "observe/owner.h"
#include "observe/table.h"
#include "text/utf8.h"

namespace zhibiao {

namespace {

const Mention* first_period(const MatchedSentence& matched) {
  for (const Mention& mention : matched.mentions)
    if ((mention.kind == MentionKind::period || mention.kind == MentionKind::date) && !mention.canonical.empty())
      return &mention;
  return nullptr;
}

bool is_range(std::string_view period) { return period.find("..") != period.npos; }

// The year that a report's part is about.
std::string year_of(const Sentence& sentence) {
  const std::optional<int>& year = sentence.part == Part::plan ? sentence.meta->report_year : sentence.meta->year;
  return year ? std::to_string(*year) : "";
}

// Of “十五五”时期主要目标和2026年重点工作 the year, since the years to come have leads of their own; else the first
// told.
std::string heading_period(const MatchedSentence& matched) {
  const std::string year = matched.sentence.part == Part::plan ? year_of(matched.sentence) : "";
  std::string period;
  for (const Mention& mention : matched.mentions) {
    if (mention.kind != MentionKind::period && mention.kind != MentionKind::date) continue;
    if (period.empty() || mention.canonical == year) period = mention.canonical;
  }
  return period;
}

std::string range_in(const MatchedSentence& matched) {
  for (const Mention& mention : matched.mentions)
    if (is_range(mention.canonical)) return mention.canonical;
  return "";
}

// A heading sets the period of all that stands under it, and whose figures they are.
void enter_heading(const MatchedSentence& matched, Context& context, const GrammarData& grammar) {
  context.heading_paragraph = matched.sentence.paragraph;
  const auto level = static_cast<size_t>(matched.sentence.level);
  for (size_t i = level; i < context.heading_periods.size(); ++i) {
    context.heading_periods[i].clear();
    context.heading_owners[i].reset();
  }
  if (level < context.heading_owners.size()) {
    const Folded folded = fold(matched.sentence.text, matched.sentence.span.begin);
    context.heading_owners[level] = owner_in(folded, {0, static_cast<uint32_t>(folded.text.size())}, grammar);
  }
  if (level == 1) context.heading_range = range_in(matched);
  if (level <= (context.heading_range.empty() ? 2 : 1)) context.lead_period.clear();
  if (level < context.heading_periods.size()) context.heading_periods[level] = heading_period(matched);
}

constexpr std::string_view kGreeting = "各位代表";

// The first `count` code points.
std::string_view head_of(std::string_view text, uint32_t count) {
  size_t end = 0;
  while (count-- > 0 && end < text.size()) end += utf8_length(text[end]);
  return text.substr(0, end);
}

// 刚刚过去的2025年，…; 2025年是…的一年; 过去一年，…; in a plan 2026年，… and 今年…: the year itself is told of from
// here.
bool leads_year(const MatchedSentence& matched, const Mention& period, std::string_view before) {
  if (period.rule == "period.last_year") return true;
  if (period.canonical != year_of(matched.sentence)) return false;
  if (matched.sentence.part == Part::plan || before.find("过去的") != before.npos) return true;
  const std::string_view told = head_of(matched.sentence.text, period.span.end - matched.sentence.span.begin);
  return std::string_view(matched.sentence.text).substr(told.size()).starts_with("是");
}

// 过去的一年，… in a plan looks back.
bool is_year_past(const MatchedSentence& matched, const Mention& period) {
  const std::optional<int>& year = matched.sentence.meta->year;
  return matched.sentence.part == Part::plan && year && period.canonical == std::to_string(*year);
}

// 这五年, … at the head of a paragraph holds until another such lead.
void enter_lead(const MatchedSentence& matched, Context& context) {
  constexpr uint32_t kHead = 6;  // code points before the period: ——, 回望, 刚刚过去的
  const Mention* period = first_period(matched);
  if (period == nullptr) return;
  std::string_view before = head_of(matched.sentence.text, period->span.begin - matched.sentence.span.begin);
  if (before.starts_with(kGreeting))
    before.remove_prefix(before.size() < kGreeting.size() + 3 ? before.size() : kGreeting.size() + 3);
  const bool sums_up = before.starts_with("这是") || before.starts_with("——这是");  // 这是…极不平凡的五年
  if (count_code_points(before) > kHead && !sums_up) return;
  if (is_range(period->canonical))
    context.lead_period = period->canonical;
  else if (is_year_past(matched, *period) && before.empty())
    context.paragraph_year = period->canonical;
  else if (leads_year(matched, *period, before))
    context.lead_period = context.heading_range.empty() ? "" : year_of(matched.sentence);
}

void enter_paragraph(const MatchedSentence& matched, Context& context) {
  context.paragraph = matched.sentence.paragraph;
  context.continues = false;
  context.current.reset();
  context.whole.reset();
  context.measured.reset();
  context.owner.reset();
  context.paragraph_range.clear();
  context.paragraph_year.clear();
  context.may_lead = true;
}

void enter_sentence(const MatchedSentence& matched, Context& context) {
  if (matched.sentence.paragraph != context.paragraph) enter_paragraph(matched, context);
  if (context.may_lead) enter_lead(matched, context);
  constexpr uint32_t kGreetingLength = 6;  // code points, with its mark
  context.may_lead &= matched.sentence.text.starts_with(kGreeting) && matched.sentence.span.size() <= kGreetingLength;
  context.condition.clear();
  context.condition_span.reset();
  if (context.continues) return;
  context.parent.reset();
  context.parent_in_passing = false;
  context.last_part.clear();
  context.sentence_period.clear();
  context.sentence_period_span.reset();
}

bool goes_on(std::string_view text) {
  const auto ends = [&](std::string_view mark) {
    return text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark;
  };
  return ends("；") || ends(";") || ends("：") || ends(":");
}

}  // namespace

Observer::Observer(const Grammar& grammar) : grammar_(grammar), context_(std::make_unique<Context>()) {}
Observer::~Observer() = default;
Observer::Observer(Observer&&) noexcept = default;

bool Observer::needs_mentions(const Sentence& sentence) {
  if (sentence.kind == SentenceKind::table_row) return sentence.cells.empty();
  return sentence.kind == SentenceKind::sentence || sentence.kind == SentenceKind::heading;
}

std::vector<Observation> Observer::observe(const MatchedSentence& matched) {
  return observe(prepare(matched, grammar_));
}

std::vector<Observation> Observer::observe(const PreparedSentence& prepared) {
  const MatchedSentence& matched = prepared.matched;
  Context& context = *context_;
  if (matched.sentence.doc != context.doc || matched.sentence.n == 1) {
    ReadingTable readings = std::move(context.readings);
    context = Context{};
    context.readings = std::move(readings);
    context.doc = matched.sentence.doc;
  }
  const SentenceKind kind = matched.sentence.kind;
  if (kind == SentenceKind::heading) enter_heading(matched, context, grammar_.data());
  if (kind != SentenceKind::sentence && kind != SentenceKind::table_row) return {};
  if (kind == SentenceKind::table_row && !matched.sentence.cells.empty())
    return observe_row(context, matched, grammar_.data());
  enter_sentence(matched, context);
  const std::string& text = matched.sentence.text;
  context.in_digits = context.digits_end != 0 && context.digits_end == matched.sentence.span.begin;
  context.digits_end = !text.empty() && text.back() >= '0' && text.back() <= '9' ? matched.sentence.span.end : 0;
  std::vector<Observation> out;
  if (!prepared.skeleton.tokens.empty()) out = Linker(context, matched, prepared.skeleton, grammar_.data()).link();
  context.continues = goes_on(matched.sentence.text);
  return out;
}

}  // namespace zhibiao
