#include "check/audit.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "canon/units.h"
#include "check/audit_cells.h"
#include "check/audit_listing.h"
#include "check/audit_score.h"
#include "check/audit_table.h"
#include "check/listed.h"
#include "emit/offsets.h"
#include "mention/standing.h"
#include "text/utf8.h"

namespace zhibiao {
namespace {

struct Verdict {
  Account account;
  std::string reason;
};

std::optional<Account> account_of(MentionKind kind) {
  switch (kind) {
    case MentionKind::date:
      return Account::date;
    case MentionKind::period:
      return Account::period;
    case MentionKind::name:
    case MentionKind::indicator:
    case MentionKind::scope:
      return Account::name;
    case MentionKind::idiom:
      return Account::idiom;
    case MentionKind::numbering:
      return Account::numbering;
    case MentionKind::condition:
      return Account::condition;
    default:
      return std::nullopt;
  }
}

// The item of a sorted list of disjoint spans that overlaps `span` first; nullptr if there is none.
template <typename Items, typename SpanOf>
auto first_overlapping(const Items& items, Span span, SpanOf span_of) -> decltype(items.data()) {
  const auto it = std::partition_point(items.begin(), items.end(),
                                       [&](const auto& item) { return span_of(item).end <= span.begin; });
  return it != items.end() && span_of(*it).overlaps(span) ? &*it : nullptr;
}

class DocumentAuditor {
 public:
  DocumentAuditor(const AuditInput& input, std::string_view text, const OffsetTable& bytes, const GrammarData& grammar,
                  ReadingTable& readings)
      : input_(input), text_(text), bytes_(bytes), grammar_(grammar), readings_(readings) {}

  // REQUIRES: runs are asked for in text order.
  Verdict account(const NumeralRun& run) {
    const PreparedSentence* sentence = first_overlapping(
        input_.sentences, run.span, [](const PreparedSentence& s) { return s.matched.sentence.span; });
    if (sentence == nullptr) return {Account::unexplained, "in no sentence"};
    const SentenceKind kind = sentence->matched.sentence.kind;
    if (kind == SentenceKind::front) return {Account::front, "front matter"};
    if (kind == SentenceKind::back) return {Account::back, "back matter"};
    const Observation* observation =
        first_overlapping(input_.observations, run.span, [](const Observation& o) { return o.spans.value; });
    if (observation != nullptr && observation->spans.value.contains(run.span)) {
      return {Account::observation, observation->rules.empty() ? "" : observation->rules.front()};
    }
    Verdict verdict = as_read(run, *sentence);
    if (verdict.account != Account::unexplained) return verdict;
    const Span at{bytes_.at(run.span.begin), bytes_.at(run.span.end)};
    if (run.chinese) {
      const bool item = kind == SentenceKind::table_row && numbers_item(text_, {at.begin, at.end});
      return item ? Verdict{Account::numbering, "item number"} : verdict;
    }
    switch (table_mark(text_, {at.begin, at.end}, kind == SentenceKind::table_row)) {
      case TableMark::code:
        return {Account::numbering, "table code"};
      case TableMark::row:
        return {Account::numbering, "row number"};
      case TableMark::page:
        return {Account::numbering, "page number"};
      case TableMark::month:
        return {Account::date, "table month"};
      case TableMark::glyph:
        return {Account::damaged, "glyph codes"};
      case TableMark::form:
        return {Account::numbering, "number of a table"};
      case TableMark::year:
        return {Account::date, "year of a column"};
      case TableMark::digits:
        break;
    }
    const std::string_view listing = number_in_listing(text_, {at.begin, at.end});
    if (!listing.empty()) return {Account::numbering, std::string(listing)};
    if (std::optional<Verdict> score = as_score({at.begin, at.end})) return *score;
    const std::string_view cell = undecided_cell(text_, {at.begin, at.end}, kind == SentenceKind::table_row);
    return cell.empty() ? verdict : Verdict{Account::undecided, std::string(cell)};
  }

 private:
  std::optional<Verdict> as_score(ByteSpan bytes) const {
    if (are_points(text_, bytes)) return Verdict{Account::score, "points"};
    if (bounds_interval(text_, bytes)) return Verdict{Account::score, "interval"};
    if (scores_share(text_, bytes)) return Verdict{Account::score, "points and their share"};
    return std::nullopt;
  }

  Verdict as_read(const NumeralRun& run, const PreparedSentence& sentence) {
    const Mention* mention =
        first_overlapping(sentence.matched.mentions, run.span, [](const Mention& m) { return m.span; });
    if (mention == nullptr) return unread(run, sentence);
    if (mention->span.contains(run.span)) return as_mention(*mention, sentence);
    return {Account::unexplained, "read in part: " + mention->text + " by " + mention->rule};
  }

  Verdict as_mention(const Mention& mention, const PreparedSentence& sentence) {
    if (mention.inside) return {Account::inside, mention.rule == "numeral" ? "quoted" : mention.rule};
    if (const std::optional<Account> account = account_of(mention.kind)) return {*account, mention.rule};
    if (sentence.matched.sentence.kind == SentenceKind::heading) return {Account::heading, "heading"};
    const Skeleton& skeleton = sentence.skeleton;
    const uint32_t byte = skeleton.folded.byte_at(mention.span.begin);
    const auto token = std::partition_point(skeleton.tokens.begin(), skeleton.tokens.end(),
                                            [byte](const Token& t) { return t.bytes.end <= byte; });
    if (token == skeleton.tokens.end() || !is_value(token->token_class)) return not_a_value(mention);
    const std::optional<Reading> reading =
        readings_.read(skeleton, static_cast<size_t>(token - skeleton.tokens.begin()), grammar_);
    if (!reading) return {Account::unexplained, "no rule reads <" + std::string(class_name(token->token_class)) + ">"};
    const bool same_time = reading->rule->role == ValueRole::same && token->token_class == TokenClass::duration;
    if (reading->rule->role == ValueRole::skip || same_time) return {Account::skipped, reading->rule->name};
    return {Account::unexplained, "no observation, though " + reading->rule->name + " reads it"};
  }

  static Verdict not_a_value(const Mention& mention) {
    if (mention.kind == MentionKind::ordinal) return {Account::ordinal, "ordinal"};
    return {Account::unexplained, "a " + mention.rule + " that is no value"};
  }

  // A run that no mention touches.
  Verdict unread(const NumeralRun& run, const PreparedSentence& sentence) {
    if (&sentence != folded_of_) {
      folded_ = fold(sentence.matched.sentence.text, sentence.matched.sentence.span.begin);
      folded_of_ = &sentence;
    }
    const ByteSpan bytes{folded_.byte_at(run.span.begin), folded_.byte_at(run.span.end)};
    if (bytes.empty()) return {Account::numbering, "note mark"};  // dropped from the view that is read
    if (refused_end(folded_.text, bytes.begin, grammar_.figures) >= bytes.end) return {Account::name, "code"};
    if (const auto word = covering_word(grammar_.figures.idioms, folded_.text, bytes)) return {Account::idiom, *word};
    if (const auto word = covering_word(grammar_.words, folded_.text, bytes)) return {Account::word, *word};
    if (quoted_briefly(folded_.text, bytes)) return {Account::inside, "quoted"};
    if (only_multiplies(folded_.text, bytes)) return {Account::unit, "unit"};
    return {Account::unexplained, "no number, in no list"};
  }

  const AuditInput& input_;
  const std::string_view text_;
  const OffsetTable& bytes_;
  const GrammarData& grammar_;
  ReadingTable& readings_;
  Folded folded_;  // the matching view of the sentence before
  const PreparedSentence* folded_of_ = nullptr;
};

bool ends_in_digit(std::string_view text) { return !text.empty() && is_ascii_digit(text.back()); }

// "" for a value whose unit is known, or that needs none.
std::string unknown_unit(const Observation& o, std::string_view text, const OffsetTable& bytes,
                         const FigureWords& words) {
  if (o.measure == Measure::rank || o.unit == "倍" || o.unit == "番") return "";
  if (!o.unit.empty()) return to_base(Decimal(1), o.unit, words) ? "" : o.unit;
  if (o.measure != Measure::level || !ends_in_digit(o.value_text)) return "";
  const size_t end = bytes.at(o.spans.value.end);
  if (end >= text.size() || !is_hanzi(code_point_at(text, end).value)) return "";
  const size_t stop = bytes.at(o.spans.value.end + 2);
  return "?" + std::string(text.substr(end, stop - end));
}

void count(const AuditItem& item, AuditTotals& totals) {
  ++(item.run.chinese ? totals.numerals : totals.digit_runs)[static_cast<size_t>(item.account)];
  const bool many = item.account == Account::word || item.account == Account::idiom;  // a reason for each word
  ++totals.reasons[std::string(name_of(item.account)) + (many ? "" : " " + item.reason)];
}

}  // namespace

void AuditTotals::add(const AuditTotals& other) {
  for (size_t i = 0; i < kAccountNames.size(); ++i) {
    digit_runs[i] += other.digit_runs[i];
    numerals[i] += other.numerals[i];
  }
  observations += other.observations;
  without_indicator += other.without_indicator;
  for (const auto& [unit, times] : other.unknown_units) unknown_units[unit] += times;
  for (const auto& [reason, times] : other.reasons) reasons[reason] += times;
}

size_t sum(const std::array<size_t, kAccountNames.size()>& counts) {
  size_t all = 0;
  for (const size_t one : counts) all += one;
  return all;
}

double share_of(Account account, const std::array<size_t, kAccountNames.size()>& counts) {
  const size_t all = sum(counts);
  return all == 0 ? 0 : static_cast<double>(counts[static_cast<size_t>(account)]) / static_cast<double>(all);
}

double unexplained_share(const std::array<size_t, kAccountNames.size()>& counts) {
  return share_of(Account::unexplained, counts);
}

AuditedDocument Auditor::audit(AuditInput input) {
  const GrammarData& data = grammar_.data();
  AuditedDocument made;
  made.doc = input.doc;
  made.text = std::move(input.text);
  const OffsetTable bytes(made.text, OffsetUnit::bytes);
  DocumentAuditor auditor(input, made.text, bytes, data, readings_);
  for (const NumeralRun& run : numeral_runs(made.text, data.figures)) {
    Verdict verdict = auditor.account(run);
    made.items.push_back({run, verdict.account, std::move(verdict.reason)});
    count(made.items.back(), made.totals);
  }
  for (const Observation& o : input.observations) {
    ++made.totals.observations;
    made.totals.without_indicator += o.indicator.empty();
    const std::string unit = unknown_unit(o, made.text, bytes, data.figures);
    if (!unit.empty()) ++made.totals.unknown_units[unit];
  }
  return made;
}

}  // namespace zhibiao
