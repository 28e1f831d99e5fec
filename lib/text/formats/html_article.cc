#include "text/formats/html_article.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

std::string_view name_of(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

bool is_any(const xmlNode* node, Words names) {
  return node->type == XML_ELEMENT_NODE && std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

bool is_never_shown(const xmlNode* element) {
  return is_any(element, {"script", "style",  "noscript", "template", "head",   "iframe", "object", "select",
                          "option", "button", "input",    "textarea", "svg",    "nav",    "footer", "link",
                          "meta",   "audio",  "video",    "map",      "applet", "title"});
}

bool is_hidden(const xmlNode* element) {
  std::string style = attribute(element, "style");
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return contains_any(style, {"display:none", "DISPLAY:none", "DISPLAY:NONE"});
}

bool is_named_like_chrome(const xmlNode* element) {
  std::string names = attribute(element, "class") + " " + attribute(element, "id");
  std::transform(names.begin(), names.end(), names.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return contains_any(names,
                      {"share",     "nav",       "foot",     "breadcrumb", "crumb",  "sidebar", "related",  "recommend",
                       "xiangguan", "copyright", "print",    "toolbar",    "qrcode", "ewm",     "fenxiang", "paging",
                       "prevnext",  "dqwz",      "location", "friendlink", "search", "menu",    "login",    "banner"});
}

// Names and buttons of a site come without punctuation; the words of a report do not.
size_t running_characters(std::string_view text, bool in_cell) {
  size_t count = 0;
  bool is_prose = false;
  for (size_t pos = 0; pos < text.size();) {
    const CodePoint point = code_point_at(text, pos);
    pos += point.length;
    is_prose = is_prose || point.value == U'，' || point.value == U'。' || point.value == U'；' ||
               point.value == U'、' || point.value == '%' || point.value == U'％';
    count += is_hanzi(point.value) || is_digit(point.value);
    is_prose = is_prose || (in_cell && is_digit(point.value));
  }
  return is_prose ? count : 0;
}

// Paragraphs and smaller: no article is one of them.
bool can_hold_article(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE || is_never_shown(node)) return false;
  if (is_any(node, {"p", "span", "b", "strong", "a", "ul", "ol", "li", "h1", "h2", "h3", "pre", "blockquote"}))
    return false;
  return !is_element(node, "table") || !is_data_table(node);
}

struct TableShape {
  size_t widest = 0;        // cells in a row
  size_t longest_cell = 0;  // bytes
  bool nested = false;
};

size_t measure_text(const xmlNode* node, TableShape& shape) {
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
    return node->content == nullptr ? 0 : std::string_view(reinterpret_cast<const char*>(node->content)).size();
  }
  shape.nested = shape.nested || is_element(node, "table");
  size_t bytes = 0;
  if (node->type == XML_ELEMENT_NODE && !is_never_shown(node)) {
    for (const xmlNode* child = node->children; child; child = child->next) bytes += measure_text(child, shape);
  }
  return bytes;
}

void measure_rows(const xmlNode* node, TableShape& shape) {
  size_t cells = 0;
  for (const xmlNode* child = node->children; child; child = child->next) {
    if (is_any(child, {"td", "th"})) {
      ++cells;
      shape.longest_cell = std::max(shape.longest_cell, measure_text(child, shape));
    } else if (is_any(child, {"tr", "tbody", "thead", "tfoot"})) {
      measure_rows(child, shape);
    }
  }
  shape.widest = std::max(shape.widest, cells);
}

constexpr size_t kLongestCell = 2'500;

}  // namespace

bool is_element(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && name_of(node) == name;
}

std::string attribute(const xmlNode* element, const char* name) {
  xmlChar* value = xmlGetProp(element, reinterpret_cast<const xmlChar*>(name));
  if (value == nullptr) return "";
  std::string text(reinterpret_cast<const char*>(value));
  xmlFree(value);
  return text;
}

bool is_data_table(const xmlNode* table) {
  TableShape shape;
  measure_rows(table, shape);
  return !shape.nested && shape.widest >= 2 && shape.longest_cell <= kLongestCell;
}

Article::Article(const xmlNode* page) : all_(weigh(page, false)), root_(page) {
  for (bool found = all_ > 0; found;) {
    found = false;
    for (const xmlNode* child = root_->children; child && !found; child = child->next) {
      if (!can_hold_article(child) || weight(child) * 100 < all_ * 95) continue;
      root_ = child;
      found = true;
    }
  }
}

bool Article::is_skipped(const xmlNode* element) const {
  if (is_never_shown(element)) return true;
  if (weight(element) * 10 > all_) return false;
  return is_hidden(element) || is_named_like_chrome(element);
}

size_t Article::weigh(const xmlNode* node, bool in_cell) {
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
    return node->content == nullptr ? 0 : running_characters(reinterpret_cast<const char*>(node->content), in_cell);
  }
  if (node->type != XML_ELEMENT_NODE || is_never_shown(node)) return 0;
  if (is_element(node, "a") && !attribute(node, "href").empty()) return 0;
  in_cell = in_cell || is_any(node, {"td", "th"});
  size_t weight = 0;
  for (const xmlNode* child = node->children; child; child = child->next) weight += weigh(child, in_cell);
  weights_[node] = weight;
  return weight;
}

size_t Article::weight(const xmlNode* node) const {
  const auto found = weights_.find(node);
  return found == weights_.end() ? 0 : found->second;
}

}  // namespace zhibiao
