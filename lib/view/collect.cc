#include "view/collect.h"

#include <algorithm>

#include "text/utf8.h"

namespace zhibiao {
namespace {

Sentence heading_of(const std::string& text, int level, uint32_t begin) {
  Sentence heading;
  heading.kind = SentenceKind::heading;
  heading.level = level;
  heading.text = text;
  // No line tells where the heading stands: it takes no room.
  heading.span = {begin, begin};
  return heading;
}

// The headings that a sentence needs above it, from the first that the sentence before it did not have.
void append_headings(std::vector<Sentence>& sentences, const std::vector<std::string>& before,
                     const std::vector<std::string>& section, uint32_t begin) {
  const auto differ = std::mismatch(before.begin(), before.end(), section.begin(), section.end()).second;
  for (auto heading = differ; heading != section.end(); ++heading) {
    sentences.push_back(heading_of(*heading, static_cast<int>(heading - section.begin()) + 1, begin));
  }
}

// The sentences with figures, each a paragraph, under their headings.
std::vector<Sentence> sentences_of(const std::vector<Observation>& observations) {
  std::vector<Sentence> sentences;
  std::vector<std::string> section;
  uint32_t end = 0;
  for (const Observation& observation : observations) {
    const Span span = observation.spans.sentence;
    if (span.begin < end || count_code_points(observation.sentence) != span.end - span.begin) continue;
    append_headings(sentences, section, observation.section, span.begin);
    section = observation.section;
    Sentence& sentence = sentences.emplace_back();
    sentence.text = observation.sentence;
    sentence.span = span;
    sentence.paragraph = static_cast<uint32_t>(sentences.size());
    end = span.end;
  }
  return sentences;
}

void describe(ViewReport& report) {
  if (!report.sentences.empty()) {
    const ReportMeta& meta = *report.sentences.front().meta;
    if (report.meta.region.empty()) report.meta.region = meta.region;
    if (!report.meta.year) report.meta.year = meta.year;
    if (!report.meta.report_year) report.meta.report_year = meta.report_year;
  }
  if (report.meta.region.empty() && !report.observations.empty())
    report.meta.region = report.observations.front().region;
}

void complete(ViewReport& report) {
  std::stable_sort(
      report.observations.begin(), report.observations.end(),
      [](const Observation& a, const Observation& b) { return a.spans.value.begin < b.spans.value.begin; });
  describe(report);
  if (report.sentences.empty()) report.sentences = sentences_of(report.observations);
}

}  // namespace

ViewReport& ViewCollector::report(const std::string& doc) {
  const auto [found, is_new] = index_.try_emplace(doc, page_.reports.size());
  if (is_new) page_.reports.emplace_back().doc = doc;
  return page_.reports[found->second];
}

void ViewCollector::add(Line line) {
  std::visit([this](auto& value) { take(value); }, line);
}

void ViewCollector::add_unexplained(const std::string& doc, std::vector<Span> spans) {
  report(doc).unexplained = std::move(spans);
}

void ViewCollector::take(DocumentLine& line) { report(line.document.doc).meta = std::move(line.document.meta); }

void ViewCollector::take(SentenceLine& line) {
  Sentence& sentence = line.sentence.sentence;
  report(sentence.doc).sentences.push_back(std::move(sentence));
}

void ViewCollector::take(Observation& observation) {
  report(observation.doc).observations.push_back(std::move(observation));
}

void ViewCollector::take(Finding& finding) {
  std::vector<Finding>& findings = report(finding.doc).findings;
  findings.push_back(std::move(finding));
}

void ViewCollector::take(ErrorLine& line) {
  const std::string what = line.stage + ": " + line.message;
  (line.doc ? report(*line.doc).errors : page_.errors).push_back(what);
}

void ViewCollector::take(OtherLine&) {}

ViewPage ViewCollector::take() {
  for (ViewReport& report : page_.reports) complete(report);
  index_.clear();
  return std::exchange(page_, {});
}

}  // namespace zhibiao
