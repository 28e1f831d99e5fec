#include "observe/observe.h"

#include "grammar/prepared.h"
#include "observe/context.h"
#include "observe/link.h"
#include "observe/owner.h"
#include "observe/table.h"

namespace zhibiao {

namespace {

const Mention* first_period(const MatchedSentence& matched) {
  for (const Mention& mention : matched.mentions)
    if ((mention.kind == MentionKind::period || mention.kind == MentionKind::date) && !mention.canonical.empty())
      return &mention;
  return nullptr;
}

// A heading sets the period of all that stands under it, and whose figures they are.
void enter_heading(const MatchedSentence& matched, Context& context, const GrammarData& grammar) {
  const auto level = static_cast<size_t>(matched.sentence.level);
  for (size_t i = level; i < context.heading_periods.size(); ++i) {
    context.heading_periods[i].clear();
    context.heading_owners[i].reset();
  }
  if (level < context.heading_owners.size()) {
    const Folded folded = fold(matched.sentence.text, matched.sentence.span.begin);
    context.heading_owners[level] = owner_in(folded, {0, static_cast<uint32_t>(folded.text.size())}, grammar);
  }
  if (level <= 2) context.lead_period.clear();
  const Mention* period = first_period(matched);
  if (period != nullptr && level < context.heading_periods.size()) context.heading_periods[level] = period->canonical;
}

// 这五年, … at the head of a paragraph holds until another such lead.
void enter_lead(const MatchedSentence& matched, Context& context) {
  constexpr uint32_t kHead = 6;  // code points before the period: ——, 回望
  const Mention* period = first_period(matched);
  if (period == nullptr || period->span.begin > matched.sentence.span.begin + kHead) return;
  if (period->canonical.find("..") != std::string::npos)
    context.lead_period = period->canonical;
  else if (period->rule == "period.last_year")
    context.lead_period.clear();
}

void enter_sentence(const MatchedSentence& matched, Context& context) {
  if (matched.sentence.paragraph != context.paragraph) {
    context.paragraph = matched.sentence.paragraph;
    context.continues = false;
    context.current.reset();
    context.whole.reset();
    context.measured.reset();
    context.owner.reset();
    context.paragraph_range.clear();
    enter_lead(matched, context);
  }
  context.condition.clear();
  context.condition_span.reset();
  if (context.continues) return;
  context.parent.reset();
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
