// The language in which the program speaks to a person. Everything it says is made in English, the language of its
// data; what is meant for a person (help, messages, the words of a page) is put into another language at the border, by
// the catalogue lib/text/messages. So an error line is the same in every locale, and its message can be translated
// later.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace zhibiao {

enum class Language { en, zh };

// Of the name of a locale or of a language: zh, zh_CN.UTF-8 and zh-TW are Chinese, all others English.
Language language_of(std::string_view locale);

// The text in that language: what the catalogue has for it, whole or as a template ({} stands for anything) or behind
// what is in front of a ": ", which stays. The text itself where the catalogue has nothing.
std::string translated(std::string_view english, Language language);

// A word of the page of `view`, under the name that its script uses.
struct PageWord {
  std::string key;
  std::string english;
  std::string chinese;
};
const std::vector<PageWord>& page_words();

}  // namespace zhibiao
