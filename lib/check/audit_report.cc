#include "check/audit_report.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

#include "check/excerpt.h"
#include "emit/json.h"
#include "emit/width.h"

namespace zhibiao {
namespace {

bool shown(const AuditItem& item, bool all) {
  return all || item.account == Account::unexplained || item.account == Account::undecided;
}

std::string percent(double share) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f%%", share * 100);
  return text;
}

double indicator_gap(const AuditTotals& totals) {
  if (totals.observations == 0) return 0;
  return static_cast<double>(totals.without_indicator) / static_cast<double>(totals.observations);
}

void append_number(std::string& out, double value) {
  char digits[32];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_counts_json(std::string& out, std::string_view name,
                        const std::array<size_t, kAccountNames.size()>& counts) {
  out += ",\"" + std::string(name) + "\":{\"all\":" + std::to_string(sum(counts)) + ",\"unexplained_share\":";
  append_number(out, unexplained_share(counts));
  out += ",\"undecided_share\":";
  append_number(out, share_of(Account::undecided, counts));
  for (size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) out += ",\"" + std::string(kAccountNames[i]) + "\":" + std::to_string(counts[i]);
  }
  out += '}';
}

void append_tallies_json(std::string& out, std::string_view name, const std::map<std::string, size_t>& tallies) {
  out += ",\"" + std::string(name) + "\":{";
  for (auto it = tallies.begin(); it != tallies.end(); ++it) {
    if (it != tallies.begin()) out += ',';
    append_json_string(out, it->first);
    out += ":" + std::to_string(it->second);
  }
  out += '}';
}

void append_totals_json(std::string& out, const AuditTotals& totals) {
  append_counts_json(out, "digit_runs", totals.digit_runs);
  append_counts_json(out, "numerals", totals.numerals);
  out += ",\"observations\":" + std::to_string(totals.observations) +
         ",\"without_indicator\":" + std::to_string(totals.without_indicator);
  append_tallies_json(out, "unknown_units", totals.unknown_units);
  append_tallies_json(out, "reasons", totals.reasons);
  out += "}\n";
}

// The commonest first.
std::string commonest(const std::map<std::string, size_t>& tallies, size_t most) {
  std::vector<std::pair<std::string, size_t>> sorted(tallies.begin(), tallies.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (size_t i = 0; i < std::min(most, sorted.size()); ++i) {
    text += (i == 0 ? "" : ", ") + plain_line(sorted[i].first) + " " + std::to_string(sorted[i].second);
  }
  return text + (sorted.size() > most ? ", …" : "");
}

}  // namespace

void append_audit(std::string& out, const AuditedDocument& document, bool all) {
  const Excerpts excerpts(document.text);
  const std::string doc = plain_line(document.doc);
  for (const AuditItem& item : document.items) {
    if (!shown(item, all)) continue;
    out += doc + ":" + std::to_string(excerpts.line(item.run.span.begin)) + " @" + std::to_string(item.run.span.begin) +
           "  " + std::string(name_of(item.account)) + " (" + plain_line(item.reason) + ")  " +
           excerpts.around(item.run.span) + "\n";
  }
  const AuditTotals& totals = document.totals;
  out += doc + ": " + std::to_string(sum(totals.digit_runs)) + " digit runs, unexplained " +
         percent(unexplained_share(totals.digit_runs)) + ", undecided " +
         percent(share_of(Account::undecided, totals.digit_runs)) + "; " + std::to_string(sum(totals.numerals)) +
         " numerals, unexplained " + percent(unexplained_share(totals.numerals)) + "; " +
         std::to_string(totals.observations) + " observations, without indicator " + percent(indicator_gap(totals)) +
         "\n";
}

void append_audit_json(std::string& out, const AuditedDocument& document, bool all) {
  const Excerpts excerpts(document.text);
  for (const AuditItem& item : document.items) {
    if (!shown(item, all)) continue;
    const Span span = item.run.span;
    out += "{\"type\":\"number\",\"doc\":";
    append_json_string(out, document.doc);
    out += ",\"line\":" + std::to_string(excerpts.line(span.begin)) + ",\"span\":[" + std::to_string(span.begin) + "," +
           std::to_string(span.end) + "],\"text\":";
    append_json_string(out, excerpts.text(span));
    out += std::string(",\"chinese\":") + (item.run.chinese ? "true" : "false") + ",\"account\":\"" +
           std::string(name_of(item.account)) + "\",\"reason\":";
    append_json_string(out, item.reason);
    out += ",\"excerpt\":";
    append_json_string(out, excerpts.around(span));
    out += "}\n";
  }
  out += "{\"type\":\"audit\",\"doc\":";
  append_json_string(out, document.doc);
  append_totals_json(out, document.totals);
}

void append_audit_totals(std::string& out, const AuditTotals& totals, size_t documents) {
  out += "\nall " + std::to_string(documents) + " documents       digit runs          numerals\n";
  const size_t digit_runs = std::max<size_t>(1, sum(totals.digit_runs)),
               numerals = std::max<size_t>(1, sum(totals.numerals));
  for (size_t i = 0; i < kAccountNames.size(); ++i) {
    char line[96];
    std::snprintf(
        line, sizeof line, "  %-14s %10zu %8s %10zu %8s\n", std::string(kAccountNames[i]).c_str(), totals.digit_runs[i],
        percent(static_cast<double>(totals.digit_runs[i]) / static_cast<double>(digit_runs)).c_str(),
        totals.numerals[i], percent(static_cast<double>(totals.numerals[i]) / static_cast<double>(numerals)).c_str());
    out += line;
  }
  out += "observations " + std::to_string(totals.observations) + ", without indicator " +
         std::to_string(totals.without_indicator) + " (" + percent(indicator_gap(totals)) + ")\n";
  if (!totals.unknown_units.empty()) out += "units nobody knows: " + commonest(totals.unknown_units, 20) + "\n";
  std::map<std::string, size_t> unexplained;
  for (const auto& [reason, times] : totals.reasons) {
    constexpr std::string_view kPrefix = "unexplained ";
    if (reason.starts_with(kPrefix)) unexplained[reason.substr(kPrefix.size())] = times;
  }
  if (!unexplained.empty()) out += "why unexplained: " + commonest(unexplained, 12) + "\n";
}

void append_audit_totals_json(std::string& out, const AuditTotals& totals, size_t documents) {
  out += "{\"type\":\"audit\",\"doc\":null,\"documents\":" + std::to_string(documents);
  append_totals_json(out, totals);
}

}  // namespace zhibiao
