// Time spent in each stage: reads the names of UTF-8 files from stdin, runs the whole chain over each, in one thread,
// and prints for each stage its name and seconds, then the counts of what came out. Used by bench/run.
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "emit/observation_writer.h"
#include "grammar/prepared.h"
#include "zhibiao.h"

namespace {

using namespace zhibiao;

struct Totals {
  double read = 0, segment = 0, match = 0, observe = 0, canon = 0, emit = 0;  // seconds
  size_t bytes = 0, sentences = 0, mentions = 0, observations = 0, written = 0;
};

// Runs `work` and adds the seconds it took.
template <typename Work>
auto timed(double& seconds, Work work) {
  const auto start = std::chrono::steady_clock::now();
  auto result = work();
  seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return result;
}

// As the chain does it: rows of tables, and front and back matter, need no mentions.
std::vector<PreparedSentence> match_all(std::vector<Sentence> sentences, const Grammar& grammar) {
  std::vector<PreparedSentence> matched;
  matched.reserve(sentences.size());
  for (Sentence& sentence : sentences) {
    const bool needed = Observer::needs_mentions(sentence);
    matched.push_back(needed ? prepare(std::move(sentence), grammar) : PreparedSentence{{std::move(sentence), {}}, {}});
  }
  return matched;
}

std::vector<Observation> observe_all(const std::vector<PreparedSentence>& sentences, Observer& observer) {
  std::vector<Observation> observations;
  for (const PreparedSentence& sentence : sentences) {
    for (Observation& observation : observer.observe(sentence)) observations.push_back(std::move(observation));
  }
  return observations;
}

void run(const std::string& name, const Grammar& grammar, Observer& observer, Totals& totals) {
  std::ifstream file(name, std::ios::binary);
  const std::string bytes(std::istreambuf_iterator<char>(file), {});
  const Document document = timed(totals.read, [&] { return read_document(name, bytes); });
  Outline outline = timed(totals.segment, [&] { return segment(document); });
  const ReportMeta meta = outline.sentences.empty() ? ReportMeta() : *outline.sentences.front().meta;
  const auto matched = timed(totals.match, [&] { return match_all(std::move(outline.sentences), grammar); });
  auto observations = timed(totals.observe, [&] { return observe_all(matched, observer); });
  timed(totals.canon, [&] {
    for (Observation& observation : observations) canonicalise(observation, meta, grammar);
    return 0;
  });
  totals.written += timed(totals.emit, [&] {
    ObservationWriter writer;
    std::string out;
    for (const Observation& observation : observations) writer.append(out, observation);
    return out.size();
  });
  totals.bytes += bytes.size();
  totals.sentences += matched.size();
  for (const PreparedSentence& sentence : matched) totals.mentions += sentence.matched.mentions.size();
  totals.observations += observations.size();
}

}  // namespace

int main() try {
  double load = 0;
  const Grammar grammar = timed(load, [] { return Grammar::embedded(); });
  Observer observer(grammar);
  Totals totals;
  for (std::string name; std::getline(std::cin, name);) run(name, grammar, observer, totals);
  std::cout << "load\t" << load << "\nread\t" << totals.read << "\nsegment\t" << totals.segment << "\nmatch\t"
            << totals.match << "\nobserve\t" << totals.observe << "\ncanon\t" << totals.canon << "\nemit\t"
            << totals.emit << "\nbytes\t" << totals.bytes << "\nsentences\t" << totals.sentences << "\nmentions\t"
            << totals.mentions << "\nobservations\t" << totals.observations << "\nwritten\t" << totals.written << "\n";
} catch (const std::exception& error) {
  std::cerr << "bench: " << error.what() << "\n";
  return 1;
}
