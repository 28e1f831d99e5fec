// The number in front of a heading or list item: 第一部分, 一、, （一）, 1., (1).
#pragma once

#include <cstddef>
#include <string_view>

namespace zhibiao {

// Outermost first. `outline` is a heading without a number that stands above 一、 (“十三五”时期和2020年工作回顾);
// `title` a short line of its own or a sentence that serves as one; `lead` the first sentence of a paragraph
// (经济总体回升向好。).
enum class Rank : unsigned char { none, part, outline, han, han_paren, arabic, arabic_paren, title, lead };

struct Numbering {
  Rank rank = Rank::none;
  size_t length = 0;  // bytes, with the spaces behind it
};

// At the beginning of a line. Not numbering: 1.5万亿元, 10:30, 一是.
Numbering numbering_of(std::string_view line);

}  // namespace zhibiao
