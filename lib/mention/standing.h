// Whether what could be read as a number is one where it stands: 一 of 一只 but not of 一定, 5 but not of PM2.5 or
// 5号线.
#pragma once

#include <optional>
#include <string_view>

#include "mention/amount.h"

namespace zhibiao {

// The end of digits at text[pos] that are part of a name or code (PM2.5, G20, 5G, 1+3+N, 1.2.3, 12345热线, 5号线) or
// more than 40; `pos` if they are none of that.
size_t refused_end(std::string_view text, size_t pos, const FigureWords& words);

// Whether the amount is one without more: a unit after a Chinese digit, 一百五 alone, 近千家 but not 百家.
bool stands(std::string_view text, const Amount& amount);

// The bytes of the sign before the amount: -2.6%, 负五点二, 零下5℃; 0 if there is none (2018-2022). `last_end` is where
// the figure before it ends.
size_t sign_before(std::string_view text, const Amount& amount, size_t floor, size_t last_end);

// 数十, 上百, 几千: takes the word before the numeral in and marks the figure as vague.
void widen_vague(std::string_view text, size_t floor, Amount& amount);

// Whether a word before it makes a number of people or things of what alone may be a word: 数千人, 近千人, not 千人.
bool is_sized(std::string_view text, const Amount& amount);

// 翻番 and 对折.
std::optional<FoundFigure> read_cue(std::string_view text, size_t pos);

}  // namespace zhibiao
