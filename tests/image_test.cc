// The tables that the library brings along for its own grammar (text/image.h).
#include "text/image.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "grammar/data.h"
#include "grammar/loader.h"

namespace zhibiao {
namespace {

std::map<std::string, Image> images_of(const Grammar& grammar) {
  std::map<std::string, Image> images;
  grammar.data().each_image([&](const char* name, const Image& image) { images[name] = image; });
  return images;
}

TEST(Image, OfTheEmbeddedGrammarIsWhatWouldBeMade) {
  const GrammarViews views = embedded_grammar_files();
  const Grammar same = Grammar::parse({views.begin(), views.end()});
  EXPECT_EQ(Grammar::embedded().hash(), same.hash());
  const std::map<std::string, Image> made = images_of(same);
  for (const auto& [name, image] : images_of(Grammar::embedded())) {
    EXPECT_FALSE(image.is_owned()) << name;
    ASSERT_TRUE(made.at(name).is_owned()) << name;
    EXPECT_TRUE(image.bytes() == made.at(name).bytes()) << name;
  }
}

TEST(Image, HoldsOneArrayAfterTheOther) {
  ImageWriter writer;
  writer.add(std::vector<uint16_t>{1, 2, 3});
  writer.add(std::vector<uint64_t>{});
  writer.add(std::vector<uint32_t>{4});
  const Image image = std::move(writer).image();
  std::span<const uint16_t> first;
  std::span<const uint64_t> second;
  std::span<const uint32_t> third;
  ImageReader reader(image);
  reader.next(first);
  reader.next(second);
  reader.next(third);
  EXPECT_EQ(std::vector<uint16_t>(first.begin(), first.end()), (std::vector<uint16_t>{1, 2, 3}));
  EXPECT_TRUE(second.empty());
  ASSERT_EQ(third.size(), 1u);
  EXPECT_EQ(third[0], 4u);
}

}  // namespace
}  // namespace zhibiao
