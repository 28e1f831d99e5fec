// Why a numeral that was read as no number is none: the word or the quotation marks that it stands in.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mention/figure_words.h"
#include "text/span.h"
#include "text/trie.h"

namespace zhibiao {

// The longest word of the list that covers the bytes and more (三农 covers 三); nullopt if there is none.
std::optional<std::string> covering_word(const Trie& words, std::string_view folded, ByteSpan bytes);

// Between “ and ” (or 《 》, 「 」) that are at most 20 characters apart: “三区三州”.
bool quoted_briefly(std::string_view folded, ByteSpan bytes);

// 万 or 亿 with a unit and no number before it: 单位：万元.
bool only_multiplies(std::string_view folded, ByteSpan bytes, const FigureWords& words);

}  // namespace zhibiao
