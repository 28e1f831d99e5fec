// The area that a text without title or greeting speaks of as its own: 我县, 关心容城发展的朋友, a province named all
// over.
#pragma once

#include <string>
#include <string_view>

namespace zhibiao {

// 容城县, 湖南省, 香港特别行政区; "" when nothing tells.
std::string region_spoken_of(std::string_view text);

}  // namespace zhibiao
