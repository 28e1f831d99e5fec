// Two amounts that are the ends of one: 5%-6%, 5至6个百分点, 1.5～2万, 三至五家, 1万元--5万元.
#pragma once

#include <optional>
#include <string_view>

#include "mention/amount.h"

namespace zhibiao {

// The range that begins with `low`; nullopt if nothing follows that makes it one (由5%至3% is two amounts).
std::optional<Amount> read_range(std::string_view text, const Amount& low, const FigureWords& words);

}  // namespace zhibiao
