// Lines of JSON as anybody may write them: what is read is written, read and written the same; and no stage minds
// sentences whose spans and mentions contradict each other.
#include "tests/fuzz/fuzz.h"
#include "tests/laws.h"

namespace zhibiao::fuzz {
namespace {

template <typename Value>
void check_again(const Value& value) {
  const std::string once = zhibiao::testing::json(value);
  EXPECT_TRUE(zhibiao::testing::is_utf8(once));
  EXPECT_EQ(zhibiao::testing::json(std::get<Value>(parse_line(std::string_view(once).substr(0, once.size() - 1)))),
            once);
}

// What the stages do with a line.
struct Stages {
  Observer observer{Grammar::embedded()};
  std::string text;

  void observation(Observation value) {
    canonicalise(value, ReportMeta{}, Grammar::embedded());
    check_again(value);
    convert_offsets(value, OffsetTable(text, OffsetUnit::utf16));
  }

  void operator()(SentenceLine& line) {
    for (const Observation& found : observer.observe(line.sentence)) observation(found);
    check_again(SentenceLine{match(line.sentence.sentence, Grammar::embedded()), true});
    convert_offsets(line, OffsetTable(text, OffsetUnit::bytes));
  }
  void operator()(Observation& value) { observation(value); }
  void operator()(Term& term) { convert_offsets(term, OffsetTable(text, OffsetUnit::bytes)); }
  void operator()(DocumentLine& line) {
    text = line.document.text;
    segment_lines(line.document, Grammar::embedded(), true, [](MadeLine) {});
  }
  template <typename Other>
  void operator()(Other&) {}
};

void see(std::string_view json, Stages& stages) try {
  Line line = parse_line(json);
  std::visit([](const auto& value) { check_again(value); }, line);
  std::visit(stages, line);
} catch (const Error& error) {
  EXPECT_STRNE(error.what(), "");
}

void see_corpus(std::string_view json) try {
  const Document document = parse_corpus_line(json);
  EXPECT_TRUE(zhibiao::testing::is_utf8(document.text));
  check_again(DocumentLine{document, true, ""});
} catch (const Error& error) {
  EXPECT_STRNE(error.what(), "");
}

}  // namespace
}  // namespace zhibiao::fuzz

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace zhibiao;
  const fuzz::Input input(data, size);
  fuzz::Stages stages;
  for (const std::string& line : input.parts("\n")) {
    fuzz::see(line, stages);
    fuzz::see_corpus(line);
  }
  return 0;
}
