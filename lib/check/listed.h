// Why a numeral that was read as no number is none: the word or the quotation marks that it stands in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/span.h"
#include "text/trie.h"

namespace zhibiao {

// The longest word of the list that covers the bytes and more (三农 covers 三); nullopt if there is none.
std::optional<std::string> covering_word(const Trie& words, std::string_view folded, ByteSpan bytes);

// Between “ and ” (or 《 》, 「 」) that are at most 20 characters apart: “三区三州”.
bool quoted_briefly(std::string_view folded, ByteSpan bytes);

// 百, 千, 万, 亿 and nothing that they multiply: 单位：万元, 千亩示范区, 百岁老人.
bool only_multiplies(std::string_view folded, ByteSpan bytes);

}  // namespace zhibiao
