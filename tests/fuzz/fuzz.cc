// How all fuzzers start, and how inputs are changed: half the time libFuzzer's ways with bytes, half the time clauses
// of the kind that the grammar is about (the proofs of its rules) are put in, doubled, swapped or taken out.
#include "tests/fuzz/fuzz.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "grammar/grammar.h"
#include "tests/format_files.h"
#include "text/decode.h"
#include "text/utf8.h"

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t most);

namespace zhibiao::fuzz {
namespace {

using Random = std::minstd_rand;

size_t below(Random& random, size_t limit) { return limit == 0 ? 0 : random() % limit; }

const std::string& any_clause(Random& random) {
  static const std::vector<Example>& examples = Grammar::embedded().examples();
  return examples[below(random, examples.size())].text;
}

// Where clauses meet: behind the mark that begins at or after a random place.
size_t any_seam(const std::string& text, Random& random) {
  size_t best = text.size();
  const size_t from = below(random, text.size() + 1);
  for (const std::string_view mark : {"，", "。", "；", "：", "（", "）", "、", "\n", "\t", "\"", ">"}) {
    const size_t at = text.find(mark, from);
    if (at != text.npos) best = std::min(best, at + mark.size());
  }
  return best;
}

void splice(std::string& text, Random& random) {
  const size_t seam = any_seam(text, random);
  size_t end = any_seam(text, random);
  if (end < seam || end - seam > 600) end = seam;
  const std::string clause = text.substr(seam, end - seam);
  switch (below(random, 6)) {
    case 0:
      text.erase(seam, clause.size());
      break;
    case 1:
      text.insert(any_seam(text, random), clause);
      break;
    case 2:
      for (size_t times = 1 + below(random, 9); times > 0; --times) text.insert(seam, clause);
      break;
    case 3:
      text.replace(seam, clause.size(), any_clause(random));
      break;
    default:
      text.insert(seam, any_clause(random));
  }
}

}  // namespace

uint32_t Input::choose(uint32_t choices) {
  if (rest_.empty()) return 0;
  const auto last = static_cast<unsigned char>(rest_.back());
  rest_.remove_suffix(1);
  return last % choices;
}

std::vector<std::string> Input::parts(std::string_view mark) const {
  std::vector<std::string> found;
  size_t begin = 0;
  for (size_t at = 0; (at = rest_.find(mark, begin)) != rest_.npos; begin = at + mark.size()) {
    found.emplace_back(rest_.substr(begin, at - begin));
  }
  found.emplace_back(rest_.substr(begin));
  return found;
}

std::string text_of(std::string_view bytes) { return decode(bytes, "utf-8").text; }

std::string zip_in(const Input& input, const std::vector<std::string>& names) {
  if (input.rest().starts_with("PK")) return std::string(input.rest());
  zhibiao::testing::Members members = {{"[Content_Types].xml", "<Types/>"}};
  const std::vector<std::string> parts = input.parts("\n----\n");
  for (size_t i = 0; i < parts.size() && i < names.size(); ++i) members.emplace_back(names[i], parts[i]);
  return zhibiao::testing::zip_of(members);
}

Sentence sentence_of(std::string text, SentenceKind kind) {
  Sentence sentence;
  sentence.doc = "fuzz";
  sentence.n = 1;
  sentence.kind = kind;
  sentence.level = kind == SentenceKind::heading ? 1 : 0;
  sentence.span = {0, static_cast<uint32_t>(count_code_points(text))};
  sentence.text = std::move(text);
  return sentence;
}

}  // namespace zhibiao::fuzz

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
  testing::InitGoogleTest(argc, *argv);
  GTEST_FLAG_SET(throw_on_failure, true);
  return 0;
}

extern "C" size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t most, unsigned seed) {
  zhibiao::fuzz::Random random(seed);
  if (random() % 2 == 0) return LLVMFuzzerMutate(data, size, most);
  std::string text(reinterpret_cast<const char*>(data), size);
  zhibiao::fuzz::splice(text, random);
  if (text.empty() || text.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::copy(text.begin(), text.end(), data);
  return text.size();
}
