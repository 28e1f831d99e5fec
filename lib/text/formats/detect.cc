#include "text/formats/detect.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/error.h"
#include "text/words.h"

namespace zhibiao {

namespace {

constexpr std::string_view kNames[] = {"txt", "md", "html", "docx", "doc", "pdf", "zip", "tar", "gzip"};

std::string lower(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return low;
}

struct Unread {
  std::string_view begin, what;
};
constexpr Unread kUnread[] = {{"{\\rtf", "an RTF file: save it as docx"},
                              {"Rar!\x1A\x07", "a rar archive: unpack it first"},
                              {"7z\xBC\xAF\x27\x1C", "a 7z archive: unpack it first"},
                              {"BZh", "a bzip2 file: unpack it first"},
                              {"\xFD"
                               "7zXZ",
                               "an xz file: unpack it first"},
                              {"\x89PNG", "a picture"},
                              {"\xFF\xD8\xFF", "a picture"},
                              {"GIF8", "a picture"},
                              {"MIME-Version: 1.0", "a web archive (MHTML): save it as HTML"},
                              {"From: <Saved by", "a web archive (MHTML): save it as HTML"}};

// The name of a ZIP's first member tells Office files from archives.
std::string_view first_member(std::string_view zip) {
  constexpr size_t kHeader = 30;
  if (zip.size() < kHeader) return "";
  const size_t length = static_cast<unsigned char>(zip[26]) | static_cast<size_t>(static_cast<unsigned char>(zip[27]))
                                                                  << 8;
  return zip.substr(kHeader, length);
}

Format format_of_zip(std::string_view head) {
  const std::string_view first = first_member(head);
  if (first == "mimetype") throw Error("is an OpenDocument or e-book file: save it as docx");
  if (first == "OFD.xml") throw Error("is an OFD document, which is not read: save it as PDF");
  if (starts_with_any(first, {"[Content_Types].xml", "_rels/", "docProps/", "word/", "customXml/", "xl/", "ppt/"})) {
    return Format::docx;
  }
  return Format::zip;
}

// Also in UTF-16: without the zeros.
bool looks_like_html(std::string_view head, bool may_be_markdown) {
  std::string low = lower(head.substr(0, 4096));
  low.erase(std::remove(low.begin(), low.end(), '\0'), low.end());
  const size_t begin = low.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFF\xFE");
  const std::string_view text = begin == std::string::npos ? "" : std::string_view(low).substr(begin);
  if (starts_with_any(text, {"<!doctype html", "<html", "<head>", "<body"})) return true;
  if (!text.starts_with("<") || may_be_markdown) return false;
  if (starts_with_any(text, {"<meta", "<title", "<script", "<style", "<div", "<p>", "<p ", "<table", "<span", "<h1",
                             "<h2", "<link", "<center", "<font"})) {
    return true;
  }
  return contains_any(text, {"<html", "<!doctype html", "<body", "<div", "<p>", "<table"});
}

}  // namespace

std::string_view name_of(Format format) { return kNames[static_cast<size_t>(format)]; }

std::optional<Format> format_named(std::string_view name) {
  const auto found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found == std::end(kNames)) return std::nullopt;
  return static_cast<Format>(found - std::begin(kNames));
}

Format format_of(std::string_view head, std::string_view name) {
  for (const Unread& unread : kUnread) {
    if (head.starts_with(unread.begin)) throw Error("is " + std::string(unread.what));
  }
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return format_of_zip(head);
  if (head.starts_with("\x1F\x8B")) return Format::gzip;
  if (head.starts_with("\xD0\xCF\x11\xE0")) return Format::doc;
  if (head.size() > 262 && head.substr(257, 5) == "ustar") return Format::tar;
  if (contains(head.substr(0, 1024), "%PDF-")) return Format::pdf;
  const bool is_markdown = ends_with_any(lower(name), {".md", ".markdown"});
  if (looks_like_html(head, is_markdown)) return Format::html;
  return is_markdown ? Format::md : Format::txt;
}

bool is_container(Format format) { return format >= Format::zip; }

bool is_readable_name(std::string_view name) {
  const std::string low = lower(name.substr(name.find_last_of('/') + 1));
  if (low.starts_with(".") || low.starts_with("~$") || name.starts_with("__MACOSX/")) return false;
  return ends_with_any(low, {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".docx", ".docm",
                             ".doc", ".wps", ".pdf", ".zip", ".tar", ".tgz", ".gz"});
}

}  // namespace zhibiao
