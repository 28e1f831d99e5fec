// One file of a grammar, beside a small one that loads: either it loads, and lint, its own examples and a report get
// through, or every line of the refusal says where.
#include <gtest/gtest.h>

#include "grammar/grammar.h"
#include "grammar/lint.h"
#include "grammar/loader.h"
#include "observe/observe.h"
#include "tests/fuzz/fuzz.h"
#include "text/error.h"
#include "zhibiao.h"

namespace zhibiao::fuzz {
namespace {

constexpr const char* kPaths[] = {"fact/fuzz.toml",       "mention/fuzz.toml",       "lexicon/unit.tsv",
                                  "lexicon/cue.tsv",      "lexicon/idiom.tsv",       "lexicon/column.tsv",
                                  "lexicon/scope.tsv",    "catalogue/indicator.tsv", "catalogue/region.tsv",
                                  "catalogue/affix.tsv",  "lexicon/subject.tsv",     "lexicon/edge.tsv",
                                  "lexicon/function.tsv", "fact/00_define.toml"};

GrammarFiles files_with(const std::string& path, const std::string& content) {
  GrammarFiles files = {
      {"lexicon/cue.tsv", "增长\trise\n实现\treach\n占\tshare\n下降\tfall\n"},
      {"lexicon/indicator.tsv", "地区生产总值\n"},
      {"lexicon/unit.tsv", "%\tpercent\t%\t1\n亿元\tmoney\t元\t100000000\n"},
      {"lexicon/idiom.tsv", "统一\tidiom\n"},
      {"fact/00_define.toml", "[define]\nmid = '(<text>)*'\n"},
  };
  std::erase_if(files, [&path](const auto& file) { return file.first == path; });
  files.emplace_back(path, content);
  return files;
}

bool tells_where(const std::string& line) {
  const size_t colon = line.find(':');
  return colon != line.npos && colon > 0 && colon + 1 < line.size() &&
         std::string_view("0123456789-").find(line[colon + 1]) != std::string_view::npos;
}

void check_use(const GrammarFiles& files, const Grammar& grammar) {
  lint_grammar(files);
  for (const Example& example : grammar.examples()) run_example(example, grammar);
  extract("2022年地区生产总值424亿元，同比增长5.2%，占全市的12%。", "fuzz.txt", grammar);
}

}  // namespace
}  // namespace zhibiao::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  fuzz::Input input(data, size);
  const std::string path = fuzz::kPaths[input.choose(std::size(fuzz::kPaths))];
  const GrammarFiles files = fuzz::files_with(path, std::string(input.rest()));
  try {
    fuzz::check_use(files, Grammar::parse(files));
  } catch (const Error& error) {
    const std::string what = error.what();
    EXPECT_TRUE(fuzz::tells_where(what)) << what;
  }
  return 0;
}
