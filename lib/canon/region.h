// The code of the area that a report is about: 盘锦市兴隆台区 is 211103. 新华区 alone is one of three; the rest of the
// report tells which.
#pragma once

#include <string>
#include <string_view>

#include "grammar/grammar.h"
#include "text/document.h"
#include "text/export.h"

namespace zhibiao {

struct Region;

// The area of this name, with or without those that it lies in before it (内蒙古呼伦贝尔市海拉尔区). `around` is text
// in which their names may stand, for a name that several areas have. nullptr when none has it, and when nothing
// decides.
ZHIBIAO_EXPORT const Region* region_named(std::string_view name, std::string_view around, const Grammar& grammar);

// Gives document.meta its region_code, where that is unknown.
ZHIBIAO_EXPORT void locate(Document& document, const Grammar& grammar);

// The area with this code, of today or of former times; nullptr when there is none.
ZHIBIAO_EXPORT const Region* region_by_code(std::string_view code, const Grammar& grammar);

}  // namespace zhibiao
