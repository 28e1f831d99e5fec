// review or plan: what the words and years of a heading, or of a paragraph's first words, say of what stands below.
#pragma once

#include <optional>
#include <string_view>

#include "segment/sentence.h"

namespace zhibiao {

struct PartHint {
  Part part = Part::none;
  bool firm = false;   // names its year, or says it in words that leave no doubt
  bool mixed = false;  // speaks of both: １９９３年国内工作的回顾和１９９４年工作的基本方针
};

// `heading` is folded and has no number.
PartHint part_of_heading(std::string_view heading, const ReportMeta& meta);

// Of the first words of a paragraph (过去一年， … 今年发展主要预期目标是：); none when they say nothing.
Part part_of_lead(std::string_view paragraph, const ReportMeta& meta);

}  // namespace zhibiao
