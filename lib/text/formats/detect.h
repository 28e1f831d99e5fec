// Which format bytes are in, by what they hold; a name only tells Markdown from plain text.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/export.h"

namespace zhibiao {

enum class Format : uint8_t { txt, md, html, docx, doc, pdf, zip, tar, gzip };

ZHIBIAO_EXPORT std::string_view name_of(Format format);
ZHIBIAO_EXPORT std::optional<Format> format_named(std::string_view name);

// From the first bytes of a file, 64 KB or all. Throws Error for a known format that is not read: RTF, a rar archive.
ZHIBIAO_EXPORT Format format_of(std::string_view head, std::string_view name);

// zip, tar, gzip: holds other files.
ZHIBIAO_EXPORT bool is_container(Format format);

// Names of files that are looked for in folders and archives: report.docx, 2023.tar.gz.
ZHIBIAO_EXPORT bool is_readable_name(std::string_view name);

}  // namespace zhibiao
