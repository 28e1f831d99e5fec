// The area that a report speaks for, found in its title, subtitle, greeting or file name.
#pragma once

#include <string>
#include <string_view>

#include "text/title_page.h"

namespace zhibiao {

// 盘锦市兴隆台区, 安徽省, 全国; "" when nothing tells. The page comes first, then the file's `name`, then the `text`.
std::string region_on(const TitlePage& page, std::string_view title, std::string_view name, std::string_view text);

}  // namespace zhibiao
