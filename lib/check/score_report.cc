#include "check/score_report.h"

#include <algorithm>
#include <cstdio>
#include <tuple>

#include "check/excerpt.h"
#include "emit/width.h"

namespace zhibiao {
namespace {

constexpr std::pair<std::string_view, int Tally::*> kScores[] = {
    {"found", &Tally::found}, {"number", &Tally::number}, {"fact", &Tally::fact}, {"record", &Tally::record}};

std::string percent(double share, int width = 0) {
  char text[32];
  std::snprintf(text, sizeof text, "%*.1f%%", std::max(0, width - 1), share * 100);
  return text;
}

void pad_to(std::string& out, size_t line_begin, int column) {
  const int width = display_width(std::string_view(out).substr(line_begin));
  out.append(static_cast<size_t>(std::max(1, column - width)), ' ');
}

void append_line_of(std::string& out, const std::string& name, const Tally& tally) {
  out += plain_line(name) + ":";
  for (const auto& [score, right] : kScores) {
    out += " " + std::string(score) + " " + percent(score_of(tally.*right, tally).f1);
  }
  out += "\n";
}

void append_total(std::string& out, const Tally& tally) {
  out += "gold " + std::to_string(tally.gold) + "  predicted " + std::to_string(tally.predicted) + "\n";
  for (const auto& [name, right] : kScores) {
    const Score score = score_of(tally.*right, tally);
    const size_t begin = out.size();
    out += name;
    pad_to(out, begin, 9);
    out +=
        "P " + percent(score.precision, 6) + "  R " + percent(score.recall, 6) + "  F1 " + percent(score.f1, 6) + "\n";
  }
  out += "of found:";
  for (size_t a = 0; a < kAttributes.size(); ++a) {
    const double share = static_cast<double>(tally.right[a]) / std::max(tally.found, 1);
    out += (a == 0 ? " " : "  ") + std::string(kAttributes[a]) + " " + percent(share);
  }
  out += "\n";
}

// `6 (left 4, right 1, both 1)`: of the three fits from `only_left` on.
std::string sides(const Tally& tally, NameFit only_left) {
  const int* names = &tally.names[static_cast<size_t>(only_left)];
  const std::string sum = std::to_string(names[0] + names[1] + names[2]);
  return sum + " (left " + std::to_string(names[0]) + ", right " + std::to_string(names[1]) + ", both " +
         std::to_string(names[2]) + ")";
}

// How often the name was told whole and no more, and what is wrong where it was not.
void append_names(std::string& out, const Tally& tally) {
  const auto count = [&tally](NameFit fit) { return tally.names[static_cast<size_t>(fit)]; };
  out += "indicator among found values: " +
         percent(static_cast<double>(count(NameFit::right)) / std::max(tally.found, 1)) + " right; too long " +
         sides(tally, NameFit::long_left) + ", too short " + sides(tally, NameFit::short_left) + ", another name " +
         std::to_string(count(NameFit::other)) + ", missing " + std::to_string(count(NameFit::missing)) + "\n";
}

std::string number_text(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.15g", number);
  return text;
}

std::string numbers_text(const Answer& answer) {
  std::string text;
  for (const double number : answer.numbers) text += (text.empty() ? "" : "..") + number_text(number);
  return text;
}

std::string attribute_of(const Answer& answer, size_t attribute) {
  const std::string values[] = {answer.measure, numbers_text(answer), answer.unit,     answer.indicator,
                                answer.bound,   answer.scope,         answer.period,   answer.status,
                                answer.rank_of, answer.rank_scope,    answer.condition};
  return values[attribute];
}

std::string quoted(const std::string& text) { return text.empty() ? "nothing" : plain_line(text); }

// `excerpts` of the report; nullptr when its text is not at hand.
std::string excerpt_of(const Difference& difference, const Excerpts* excerpts) {
  const std::optional<Span> span = difference.span();
  constexpr uint32_t kReach = 24;
  if (excerpts != nullptr && span) return excerpts->around(*span, kReach);
  return clipped(plain_line(difference.answer.sentence), 100);
}

std::string place_of(const Difference& difference, const Excerpts* excerpts) {
  const std::optional<Span> span = difference.span();
  if (!span) return "";
  const std::string offset = "@" + std::to_string(span->begin);
  return excerpts == nullptr ? offset : "line " + std::to_string(excerpts->line(span->begin)) + " " + offset;
}

void append_difference(std::string& out, const Difference& difference, const Excerpts* excerpts) {
  constexpr std::string_view kKinds[] = {"missed", "wrong", "spurious"};
  const bool spurious = difference.kind == DifferenceKind::spurious;
  const Answer& told = spurious ? difference.answer : difference.row.want;
  size_t begin = out.size();
  out += "  " + std::string(kKinds[static_cast<size_t>(difference.kind)]);
  pad_to(out, begin, 12);
  out += plain_line(told.value_text) + "  " + told.measure + "  " +
         quoted(spurious ? told.indicator : difference.row.indicator_max) + "  " + place_of(difference, excerpts) +
         (difference.answer.rule.empty() ? "" : "  by " + difference.answer.rule) + "\n";
  for (const size_t a : difference.wrong) {
    begin = out.size();
    out += "      " + std::string(kAttributes[a]);
    pad_to(out, begin, 18);
    out += "want " + wanted(difference, a) + "   got " + given(difference, a) + "\n";
  }
  const std::string excerpt = excerpt_of(difference, excerpts);
  if (!excerpt.empty()) out += "      " + excerpt + "\n";
}

}  // namespace

std::string report_kind(std::string_view region, std::string_view doc_type) {
  static constexpr std::string_view kCities[] = {"北京市", "天津市", "上海市", "重庆市"};
  std::string level = "other";
  if (region == "全国")
    level = "national";
  else if (region.ends_with("省") || region.ends_with("自治区"))
    level = "province";
  else if (std::find(std::begin(kCities), std::end(kCities), region) != std::end(kCities))
    level = "province";
  else if (region.ends_with("县") || region.ends_with("区") || region.ends_with("旗"))
    level = "county";
  else if (region.ends_with("市") || region.ends_with("州") || region.ends_with("盟"))
    level = "city";
  return level + " " + std::string(doc_type.empty() ? "other" : doc_type);
}

std::string wanted(const Difference& difference, size_t attribute) {
  if (kAttributes[attribute] != "indicator") return quoted(attribute_of(difference.row.want, attribute));
  const GoldRow& row = difference.row;
  return row.indicator_min == row.indicator_max ? quoted(row.indicator_min)
                                                : quoted(row.indicator_min) + " … " + quoted(row.indicator_max);
}

std::string given(const Difference& difference, size_t attribute) {
  return quoted(attribute_of(difference.answer, attribute));
}

void append_scores(std::string& out, const std::vector<ScoredFile>& files) {
  Tally total;
  std::map<std::string, Tally> kinds;
  for (const ScoredFile& file : files) {
    if (files.size() > 1) append_line_of(out, file.name, file.scored.tally);
    total.add(file.scored.tally);
    if (!file.kind.empty()) kinds[file.kind].add(file.scored.tally);
  }
  append_total(out, total);
  append_names(out, total);
  if (kinds.size() < 2) return;
  out += "\nby kind of report\n";
  for (const auto& [kind, tally] : kinds) append_line_of(out, kind + " (" + std::to_string(tally.gold) + ")", tally);
}

void append_rule_scores(std::string& out, const std::vector<ScoredFile>& files) {
  Tally total;
  for (const ScoredFile& file : files) total.add(file.scored.tally);
  std::vector<std::pair<std::string, RuleTally>> rules(total.rules.begin(), total.rules.end());
  std::stable_sort(rules.begin(), rules.end(),
                   [](const auto& a, const auto& b) { return a.second.matched > b.second.matched; });
  out += "\nby rule: rows, their facts that are right, observations where no row is\n";
  for (const auto& [name, rule] : rules) {
    const size_t begin = out.size();
    out += "  " + (name.empty() ? "(no rule)" : plain_line(name));
    pad_to(out, begin, 32);
    char line[64];
    const std::string share = rule.matched == 0 ? "-" : percent(static_cast<double>(rule.right) / rule.matched);
    std::snprintf(line, sizeof line, "%6d %8s %6d\n", rule.matched, share.c_str(), rule.spurious);
    out += line;
  }
}

void append_differences(std::string& out, const std::vector<ScoredFile>& files) {
  for (const ScoredFile& file : files) {
    if (file.scored.differences.empty()) continue;
    out += "\n" + plain_line(file.name) + "\n";
    const Excerpts excerpts(file.text);
    for (const Difference& difference : file.scored.differences) {
      append_difference(out, difference, file.text.empty() ? nullptr : &excerpts);
    }
  }
}

}  // namespace zhibiao
