// How an indicator's name sits on the name that careful readers gave: right, cut wrongly on a side, another one,
// missing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhibiao {

enum class NameFit : uint8_t {
  right,
  long_left,
  long_right,
  long_both,
  short_left,
  short_right,
  short_both,
  other,
  missing
};
inline constexpr std::array<std::string_view, 9> kNameFits = {
    "right", "long_left", "long_right", "long_both", "short_left", "short_right", "short_both", "other", "missing"};

// All three squashed. `least` is what an answer must contain, `most` what it must stay inside; `least` lies in `most`.
// Too long on one side and too short on the other is another name.
NameFit name_fit(const std::string& least, const std::string& most, const std::string& name);

}  // namespace zhibiao
