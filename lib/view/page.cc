#include "view/page.h"

#include <array>
#include <string_view>

#include "text/sha256.h"
#include "view/article.h"
#include "view/bundle.h"
#include "view/data.h"
#include "view/markup.h"

namespace zhibiao {
namespace {

std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : hex) {
    bits = bits << 4 | static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
    count += 4;
    if (count < 6) continue;
    count -= 6;
    out += kDigits[bits >> count & 63];
  }
  if (count > 0) out += kDigits[bits << (6 - count) & 63];
  out.append((4 - out.size() % 4) % 4, '=');
  return out;
}

std::string source_hash(std::string_view content) { return "'sha256-" + base64_of_hex(sha256_hex(content)) + "'"; }

// Only this script and this style sheet, no request to anywhere, and no way from text to markup.
std::string policy(const PageSources& sources) {
  return "default-src 'none'; script-src " + source_hash(sources.script) + "; style-src " + source_hash(sources.style) +
         "; img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types "
         "'none'";
}

std::string title_of(const ViewReport& report) { return report.meta.title.empty() ? report.doc : report.meta.title; }

std::string page_title(const ViewPage& page) {
  if (page.reports.size() == 1) return title_of(page.reports.front());
  return translated(std::to_string(page.reports.size()) + " reports", page.language);
}

void append_heading(std::string& out, const ViewReport& report) {
  append_html(out += "<header class=\"title\"><h1><bdi>", title_of(report));
  out += "</bdi></h1><p>";
  for (const std::string& item : {report.meta.region, report.meta.date, report.doc}) {
    if (item.empty()) continue;
    append_html(out += "<bdi>", item);
    out += "</bdi>";
  }
  out += "</p></header>\n";
}

// Ids of a page with one report have no prefix: #o17.
std::string prefix_of(const ViewPage& page, size_t number) {
  return page.reports.size() == 1 ? "" : "d" + std::to_string(number);
}

std::string articles(const ViewPage& page) {
  std::string out;
  for (size_t i = 0; i < page.reports.size(); ++i) {
    out += "<article id=\"d" + std::to_string(i + 1) + "\" lang=\"zh-CN\" tabindex=\"-1\">\n";
    append_heading(out, page.reports[i]);
    append_article(out, page.reports[i], prefix_of(page, i + 1));
    out += "</article>\n";
  }
  return out;
}

std::string data_block(const std::string& id, const std::string& json) {
  return "<script type=\"application/json\" id=\"" + id + "\">" + script_safe(json) + "</script>";
}

}  // namespace

void append_page(std::string& out, const ViewPage& page) {
  const PageSources& sources = page_sources();
  std::string title, data, words;
  append_html(title, page_title(page));
  append_view_data(data, page);
  append_view_words(words);
  const std::array<std::pair<std::string_view, std::string>, 8> parts = {{
      {"<!--language-->", page.language == Language::en ? "en" : "zh-CN"},
      {"<!--policy-->", policy(sources)},
      {"<!--title-->", title},
      {"<!--style-->", "<style>" + sources.style + "</style>"},
      {"<!--articles-->", articles(page)},
      {"<!--data-->", data_block("data", data)},
      {"<!--words-->", data_block("words", words)},
      {"<!--script-->", "<script type=\"module\">" + sources.script + "</script>"},
  }};
  // In the order of the shell, so that nothing is looked for in what was put in.
  std::string_view rest = sources.shell;
  for (const auto& [name, content] : parts) {
    const size_t at = rest.find(name);
    out += rest.substr(0, at);
    out += content;
    rest.remove_prefix(at + name.size());
  }
  out += rest;
}

}  // namespace zhibiao
