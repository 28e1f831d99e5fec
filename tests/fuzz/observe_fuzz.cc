// Sentences, a line each, of chosen kinds and parts → observations: the same with the skeleton at hand, without it, and
// when explained; each of them in its place, canonical, and read back.
#include "grammar/prepared.h"
#include "tests/fuzz/fuzz.h"
#include "tests/laws.h"

namespace zhibiao::fuzz {
namespace {

// Of the lines, one behind the other in a document.
std::vector<Sentence> sentences_of(Input& input) {
  const auto meta = std::make_shared<ReportMeta>();
  if (input.choose(2) == 0) meta->report_year = 2023, meta->year = 2022, meta->doc_type = "work_report";
  const uint32_t kinds = input.choose(250), parts = input.choose(81);
  std::vector<Sentence> sentences;
  uint32_t at = 0, n = 0;
  const std::string text = text_of(input.rest());
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    Sentence sentence = sentence_of(text.substr(begin, end - begin), static_cast<SentenceKind>((kinds >> n % 8) % 5));
    const uint32_t size = sentence.span.size();
    sentence.span = {at, at + size};
    sentence.clauses = {sentence.span};
    sentence.n = ++n;
    sentence.paragraph = n / 3 + 1;
    sentence.part = static_cast<Part>((parts >> n % 7) % 3);
    sentence.meta = meta;
    if (size > 0) sentences.push_back(std::move(sentence));
    at += size + 1;
    begin = end + 1;
  }
  return sentences;
}

void check_sentence(const Sentence& sentence, Observer& prepared, Observer& matched, Observer& explained) {
  const MatchedSentence mentions = match(sentence, Grammar::embedded());
  std::string story;
  std::vector<Observation> found = prepared.observe(prepare(sentence, Grammar::embedded()));
  ASSERT_TRUE(found == matched.observe(mentions));
  ASSERT_TRUE(found == explained.explain(mentions, story));
  for (Observation& observation : found) {
    zhibiao::testing::check_value(observation);
    ASSERT_TRUE(sentence.span.contains(observation.spans.value));
    canonicalise(observation, *sentence.meta, Grammar::embedded());
    zhibiao::testing::check_round_trip(observation);
    const Observation once = observation;
    canonicalise(observation, *sentence.meta, Grammar::embedded());
    ASSERT_TRUE(observation == once);
  }
}

}  // namespace
}  // namespace zhibiao::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  fuzz::Input input(data, size);
  Observer prepared(Grammar::embedded()), matched(Grammar::embedded()), explained(Grammar::embedded());
  for (const Sentence& sentence : fuzz::sentences_of(input)) {
    fuzz::check_sentence(sentence, prepared, matched, explained);
  }
  return 0;
}
