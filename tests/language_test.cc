#include "text/language.h"

#include <gtest/gtest.h>

namespace zhibiao {
namespace {

TEST(Language, OfALocale) {
  for (const char* chinese : {"zh", "zh_CN.UTF-8", "zh_TW", "zh-Hant", "zh.UTF-8", "zh@stroke"}) {
    EXPECT_EQ(language_of(chinese), Language::zh) << chinese;
  }
  for (const char* other : {"", "C", "POSIX", "en_US.UTF-8", "zhx", "ja_JP", "ZH"}) {
    EXPECT_EQ(language_of(other), Language::en) << other;
  }
}

struct Case {
  const char* english;
  const char* chinese;
};

constexpr Case kCases[] = {
    {"out of memory", "内存不足"},
    {"a.pdf: is encrypted", "a.pdf: 已加密"},
    {"a.zip: b.pdf: is encrypted", "a.zip: b.pdf: 已加密"},
    {"is larger than 5 bytes (--max-bytes)", "超过 5 字节（--max-bytes）"},
    {"a: b.csv: cannot be written: Permission denied", "a: b.csv：无法写入：没有权限"},
    {"standard output: No space left on device", "standard output: 磁盘空间不足"},
    {"7 values: 4 supported, 2 contradicted, 1 not found", "共 7 个数值：4 个相符，2 个不符，1 个未找到"},
    // the order of the holes changes
    {"r.toml:3: unknown class \"x\" of 增速", "r.toml:3: 增速 的类别 \"x\" 不认识"},
    {"4 of 9 rules never fire on these reports", "9 条规则中有 4 条在这些报告上从未用到"},
    // braces that are no hole
    {"unknown definition {{gap}}", "不认识的定义 {{gap}}"},
    // nothing in the catalogue
    {"", ""},
    {"a.txt: 天气很好", "a.txt: 天气很好"},
    {": ", ": "},
};

TEST(Language, TranslatesWholeMessagesTemplatesAndWhatIsBehindAColon) {
  for (const Case& one : kCases) {
    EXPECT_EQ(translated(one.english, Language::zh), one.chinese);
    EXPECT_EQ(translated(one.english, Language::en), one.english);
  }
}

TEST(Language, ATranslationStaysAsItIs) {
  for (const Case& one : kCases) EXPECT_EQ(translated(one.chinese, Language::zh), one.chinese);
}

TEST(Language, APageWordHasBothLanguages) {
  ASSERT_GT(page_words().size(), 100u);
  for (const PageWord& word : page_words()) {
    EXPECT_FALSE(word.key.empty() || word.english.empty() || word.chinese.empty()) << word.key;
  }
}

}  // namespace
}  // namespace zhibiao
