// Which part of a parsed web page is its article, and which elements are the site's own: navigation, share buttons.
#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace zhibiao {

bool is_element(const xmlNode* node, std::string_view name);
std::string attribute(const xmlNode* element, const char* name);

class Article {
 public:
  explicit Article(const xmlNode* page);

  // The smallest element that holds nearly all of the page's running text.
  const xmlNode* root() const { return root_; }
  // Not shown, or chrome of the site.
  bool is_skipped(const xmlNode* element) const;

 private:
  size_t weigh(const xmlNode* node, bool in_cell);
  size_t weight(const xmlNode* node) const;

  std::unordered_map<const xmlNode*, size_t> weights_;  // characters of running text in each element
  size_t all_;
  const xmlNode* root_;
};

// A table of data, not one that lays out the page.
bool is_data_table(const xmlNode* table);

}  // namespace zhibiao
