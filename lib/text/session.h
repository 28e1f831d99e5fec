// The meeting that a report was given to and who gave it, read from the lines of a title page:
// ——2023年1月5日在天津市第十八届人民代表大会第一次会议上 / 市长　张　工.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/title_page.h"

namespace zhibiao {

// 天津市第十八届人民代表大会第一次会议; "" when nothing tells.
std::string meeting_on(const TitlePage& page);

// 张工; "" when nothing tells.
std::string speaker_on(const TitlePage& page);

// 第十届全国人民代表大会第一次会议 met in 2003. The fifth congress and all that followed met every year from 1978.
struct Session {
  int year = 0;
  std::string_view before, behind;  // what stands next to its name, some characters
};

// The first one that a line names; without a number it is taken for the first of its congress.
std::optional<Session> national_session_in(std::string_view line);

}  // namespace zhibiao
