// Dates among the numbers: 2022年, 2021年11月, 3月5日, 2018—2022年, 一九五八年, 2022-06-30, 二十一世纪, 一季度.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/trie.h"

namespace zhibiao {

// The end of the date that begins with the number at text[pos]; `pos` if it is none. What the date means is for the
// period rules; here it only must not become 2022 of something.
size_t date_end(std::string_view text, size_t pos, const Trie& units);

// The bytes of a sign between the ends of a range at text[pos]: - – — ~ ～ 至 到; 0 if there is none.
size_t range_sign(std::string_view text, size_t pos);

}  // namespace zhibiao
