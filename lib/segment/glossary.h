// One entry of a glossary: 1.一网通办：依托一体化在线政务服务平台…
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "segment/line.h"

namespace zhibiao {

// Bytes of the text.
struct GlossaryEntry {
  size_t term_begin = 0, term_end = 0;
  size_t definition_begin = 0, definition_end = 0;
};

// The entry that begins in lines[i]; its definition goes on to the next line with a number of its own, at most to
// lines[last - 1].
std::optional<GlossaryEntry> glossary_entry(std::string_view text, const std::vector<TextLine>& lines, size_t i,
                                            size_t last);

}  // namespace zhibiao
