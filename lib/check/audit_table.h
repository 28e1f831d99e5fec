// What a number of a table is that is no figure: a classification code, the code of a project, the number of a row, a
// month, a glyph that nobody could map.
#pragma once

#include <string_view>

#include "text/span.h"

namespace zhibiao {

// digits: no account. code: 2080101, P23430105-0009; row: 1, 2, 3 … down the table; page: —  187 —; month: 2022-07;
// form: 表 2, 1.4 before the title of a table; year: 2021决算数, 年度 2026; glyph: in a line of control characters,
// what a PDF's font without a table of characters leaves behind.
enum class TableMark : uint8_t { digits, code, row, page, month, form, year, glyph };

// 一般公共服务支出 12 十一、农林水支出: does the Chinese numeral text[bytes] number an item behind other cells of its
// row?
bool numbers_item(std::string_view text, ByteSpan bytes);

// Of the run of digits text[bytes]. `row` says that a table's row holds it; else only what is plain anywhere is told.
TableMark table_mark(std::string_view text, ByteSpan bytes, bool row);

}  // namespace zhibiao
