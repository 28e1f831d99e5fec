#include "text/formats/html.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>

#include "text/error.h"
#include "text/fold.h"
#include "text/formats/html_article.h"
#include "text/formats/line_writer.h"
#include "text/formats/start_libxml.h"
#include "text/formats/table_text.h"
#include "text/utf8.h"
#include "text/words.h"
#include "text/year.h"

namespace zhibiao {

namespace {

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};
struct FreeTree {
  void operator()(xmlDoc* tree) const { xmlFreeDoc(tree); }
};
using Tree = std::unique_ptr<xmlDoc, FreeTree>;

Tree parsed(const std::string& page) {
  if (page.size() > INT32_MAX) throw Error("is a web page of more than 2 GB");
  start_libxml();
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
  if (!parser) throw std::bad_alloc();
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
  Tree tree(htmlCtxtReadMemory(parser.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", kOptions));
  if (parser->disableSAX != 0) throw Error("is a web page that is nested too deeply");
  return tree;
}

bool breaks_line(const xmlNode* element) {
  static constexpr std::string_view kBlocks[] = {
      "address",  "article", "aside",  "blockquote", "body",    "br",  "caption", "center",      "dd",         "div",
      "dl",       "dt",      "figure", "footer",     "form",    "h1",  "h2",      "h3",          "h4",         "h5",
      "h6",       "header",  "hr",     "li",         "main",    "ol",  "p",       "pre",         "section",    "table",
      "td",       "tbody",   "tfoot",  "th",         "thead",   "tr",  "ul",      "ucapcontent", "figcaption", "legend",
      "fieldset", "dir",     "menu",   "details",    "summary", "html"};
  const std::string_view name = reinterpret_cast<const char*>(element->name);
  return std::find(std::begin(kBlocks), std::end(kBlocks), name) != std::end(kBlocks);
}

uint32_t span_of(const xmlNode* cell, const char* name) {
  uint32_t span = 0;
  for (const char c : attribute(cell, name)) {
    if (c < '0' || c > '9' || span > 9999) break;
    span = span * 10 + static_cast<uint32_t>(c - '0');
  }
  return std::max<uint32_t>(span, 1);
}

class Renderer {
 public:
  explicit Renderer(const Article& article) : article_(article) {}

  void render(const xmlNode* node, bool linked) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      if (node->content != nullptr) out.add(reinterpret_cast<const char*>(node->content), linked);
      return;
    }
    if (node->type != XML_ELEMENT_NODE || article_.is_skipped(node)) return;
    if (node == article_.root()) begin = (out.end_line(), out.lines().size());
    if (is_element(node, "table") && is_data_table(node)) {
      render_table(node);
    } else {
      render_children(node, linked || (is_element(node, "a") && !attribute(node, "href").empty()));
    }
    if (node == article_.root()) end = (out.end_line(), out.lines().size());
  }

  LineWriter out;
  size_t begin = 0, end = 0;  // lines of the article

 private:
  void render_children(const xmlNode* node, bool linked) {
    const bool breaks = breaks_line(node);
    if (breaks) out.end_line();
    for (const xmlNode* child = node->children; child; child = child->next) render(child, linked);
    if (breaks) out.end_line();
  }

  void render_table(const xmlNode* table) {
    out.end_line();
    std::vector<TableRow> rows;
    collect_rows(table, rows);
    for (std::string& line : table_lines(rows)) out.add_line(std::move(line));
  }

  void collect_rows(const xmlNode* node, std::vector<TableRow>& rows) {
    for (const xmlNode* child = node->children; child; child = child->next) {
      if (is_element(child, "tr")) {
        rows.push_back(row_of(child));
      } else if (is_element(child, "tbody") || is_element(child, "thead") || is_element(child, "tfoot")) {
        collect_rows(child, rows);
      } else if (is_element(child, "caption")) {
        render(child, false);
      }
    }
  }

  TableRow row_of(const xmlNode* tr) const {
    TableRow row;
    for (const xmlNode* cell = tr->children; cell; cell = cell->next) {
      if (!is_element(cell, "td") && !is_element(cell, "th")) continue;
      Renderer inside(article_);
      inside.render_children(cell, false);
      row.push_back({inside.out.joined(), span_of(cell, "colspan"), span_of(cell, "rowspan")});
    }
    return row;
  }

  const Article& article_;
};

const xmlNode* child_named(const xmlNode* node, std::string_view name) {
  for (const xmlNode* child = node ? node->children : nullptr; child; child = child->next) {
    if (is_element(child, name)) return child;
  }
  return nullptr;
}

// Calls see(element) for each element of the head, also where a page put its head's elements into the body.
template <typename See>
void each_element(const xmlNode* node, See see) {
  for (const xmlNode* child = node->children; child; child = child->next) {
    if (child->type != XML_ELEMENT_NODE) continue;
    see(child);
    each_element(child, see);
  }
}

std::string one_line(std::string_view text) {
  LineWriter line;
  line.add(text);
  return line.joined();
}

// 关于…的报告-保山市人民政府: what stands before the site's name.
std::string without_site(const std::string& title) {
  const size_t cut = std::min({title.find('-'), title.find('_'), title.find('|'), title.find(" – ")});
  return one_line(std::string_view(title).substr(0, cut));
}

void read_head(const xmlNode* page, Content& content) {
  std::string title;
  each_element(page, [&](const xmlNode* element) {
    if (is_element(element, "title") && title.empty() && element->children && element->children->content) {
      title = reinterpret_cast<const char*>(element->children->content);
    }
    if (!is_element(element, "meta")) return;
    const std::string name = attribute(element, "name");
    if (name == "SiteName") content.publisher = one_line(attribute(element, "content"));
    if (name == "ArticleTitle") content.title = one_line(attribute(element, "content"));
    if (name != "PubDate" && name != "pubdate" && name != "publishdate") return;
    if (const auto date = date_in(attribute(element, "content"))) content.date = date->to_string();
  });
  if (content.title.empty()) content.title = without_site(title);
}

// For comparing: folded, no white space.
std::string squashed(std::string_view text) {
  std::string view = folded(text);
  view.erase(std::remove_if(view.begin(), view.end(), [](char c) { return c == ' ' || c == '\t'; }), view.end());
  return view;
}

bool is_chrome_line(const WrittenLine& line) {
  if (line.linked * 10 > line.text.size() * 6) return true;
  return line.text.size() < 150 &&
         contains_any(line.text, {"打印本页", "关闭窗口", "关闭本页", "分享到", "扫一扫", "上一篇", "下一篇", "【打印",
                                  "字体：", "字号：", "【字体", "相关链接", "相关阅读", "返回顶部"});
}

bool is_prose_line(const WrittenLine& line) { return line.text.size() > 120 && contains(line.text, "。"); }

bool is_site_footer(const WrittenLine& line) {
  return line.text.size() < 300 &&
         contains_any(line.text, {"主办单位：", "主办：", "ICP备", "公网安备", "网站标识码", "站点地图", "网站导航",
                                  "文件下载", "政策咨询", "版权所有", "智能问答", "我要纠错", "联系我们"});
}

constexpr size_t kAboveArticle = 40, kFooter = 25;

// The lines of the article; before them those that begin with the title, where it stands above.
class ArticleLines {
 public:
  ArticleLines(const std::vector<WrittenLine>& lines, size_t begin, size_t end, const std::string& title)
      : lines_(lines), begin_(begin), end_(end), title_(squashed(title)) {}

  std::string text(const std::string& title) {
    trim();
    std::string text = title_.size() < 12 || find_title() ? "" : title + "\n";
    for (size_t i = begin_; i < end_; ++i) {
      if (i >= article_ || !is_chrome_line(lines_[i])) text += lines_[i].text + "\n";
    }
    return text;
  }

 private:
  bool is_title(size_t i) const { return squashed(lines_[i].text) == title_; }
  bool has_title(size_t i) const { return squashed(lines_[i].text).find(title_) != std::string::npos; }

  void trim() {
    for (size_t i = end_; i > begin_ && i + kFooter > end_ && !lines_[i - 1].text.ends_with("报告"); --i) {
      if (is_site_footer(lines_[i - 1])) end_ = i - 1;
      if (lines_[i - 1].text.size() > 450) break;
    }
    while (end_ > begin_ && (is_chrome_line(lines_[end_ - 1]) || lines_[end_ - 1].text == "关闭")) --end_;
    while (begin_ < end_ && is_chrome_line(lines_[begin_])) ++begin_;
    article_ = begin_;
  }

  // Moves the beginning to the title: down over chrome, or up to where it stands above the article.
  bool find_title() {
    size_t found = end_;
    bool named = false;
    for (size_t i = begin_; i < end_ && !is_prose_line(lines_[i]); ++i) {
      if (is_title(i)) found = i;
      named = named || has_title(i);
    }
    for (size_t i = begin_; i > 0 && i + kAboveArticle > begin_ && !named; --i) {
      if (lines_[i - 1].linked > 0 || !has_title(i - 1)) continue;
      found = i - 1;
      named = true;
    }
    if (found < end_) begin_ = found;
    return named;
  }

  const std::vector<WrittenLine>& lines_;
  size_t begin_, end_;
  size_t article_ = 0;
  const std::string title_;
};

}  // namespace

Content read_html(std::string_view page) {
  std::string bytes(page);
  bytes.erase(std::remove(bytes.begin(), bytes.end(), '\0'), bytes.end());
  Content content;
  const Tree tree = parsed(bytes);
  const xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  if (root == nullptr) return content;
  read_head(root, content);
  const xmlNode* body = child_named(root, "body");
  const Article article(body ? body : root);
  Renderer renderer(article);
  renderer.render(body ? body : root, false);
  renderer.out.end_line();
  content.text = ArticleLines(renderer.out.lines(), renderer.begin, renderer.end, content.title).text(content.title);
  return content;
}

}  // namespace zhibiao
