#include "text/formats/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "text/formats/pdf_table.h"
#include "text/utf8.h"
#include "text/words.h"

namespace zhibiao {

namespace {

// Of a line without spaces, figures as #: what running heads have in common from page to page.
std::string pattern_of(const PdfLine& line) {
  std::string pattern;
  for (const char c : line.text()) {
    if (c == ' ') continue;
    pattern += c >= '0' && c <= '9' ? '#' : c;
  }
  return pattern;
}

// —12— 第3页 共10页 12 / 30
bool is_page_number(std::string_view pattern) {
  size_t figures = 0;
  for (size_t pos = 0; pos < pattern.size();) {
    const CodePoint point = code_point_at(pattern, pos);
    pos += point.length;
    if (point.value == '#') {
      ++figures;
    } else if (std::u32string_view(U"-—–－·•/.第页共頁，,()").find(point.value) == std::u32string_view::npos) {
      return false;
    }
  }
  return figures >= 1 && figures <= 8;
}

constexpr size_t kEdge = 2;           // lines at the top and at the bottom
constexpr double kEdgeHeight = 0.13;  // of the page

// Calls see(line, index) for the lines at a page's edges.
template <typename See>
void each_edge_line(const std::vector<PdfLine>& lines, See see) {
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool is_top = i < kEdge && lines[i].middle() < lines[i].height * kEdgeHeight;
    const bool is_bottom = i + kEdge >= lines.size() && lines[i].middle() > lines[i].height * (1 - kEdgeHeight);
    if (is_top || is_bottom) see(i);
  }
}

void drop_running_heads(std::vector<std::vector<PdfLine>>& pages) {
  std::map<std::string, size_t> seen;
  for (const auto& lines : pages) {
    each_edge_line(lines, [&](size_t i) { ++seen[pattern_of(lines[i])]; });
  }
  for (auto& lines : pages) {
    std::vector<size_t> dropped;
    each_edge_line(lines, [&](size_t i) {
      const std::string pattern = pattern_of(lines[i]);
      const size_t times = seen[pattern];
      const bool repeated = times >= 3 && times * 10 >= pages.size() * 4 && !contains(pattern, "单位");
      if (repeated || is_page_number(pattern)) dropped.push_back(i);
    });
    for (auto i = dropped.rbegin(); i != dropped.rend(); ++i) {
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(*i));
    }
  }
}

struct Margins {
  double left = 0, right = 0;
};

// Of the running text: where most long lines begin and end.
Margins margins_of(const std::vector<PdfLine>& lines) {
  std::map<int, int> lefts, rights;
  Margins found{1e9, 0};
  for (const PdfLine& line : lines) {
    if (line.right() - line.left() < line.size() * 12) continue;
    found.left = std::min(found.left, line.left());
    ++rights[static_cast<int>(line.right() / 4)];
    found.right = std::max(found.right, line.right());
  }
  // Punctuation hangs over the margin in some lines: the commonest end counts.
  const auto most =
      std::max_element(rights.begin(), rights.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != rights.end() && most->second >= 3) found.right = most->first * 4.0;
  return found;
}

class Writer {
 public:
  void add_page(const std::vector<PdfLine>& lines) {
    const std::vector<PdfTable> tables = tables_among(lines);
    std::vector<PdfLine> prose;
    for (size_t i = 0, table = 0; i < lines.size(); ++i) {
      while (table < tables.size() && tables[table].end <= i) ++table;
      if (table == tables.size() || i < tables[table].begin) prose.push_back(lines[i]);
    }
    const Margins margins = margins_of(prose);
    for (size_t i = 0, table = 0; i < lines.size();) {
      if (table < tables.size() && tables[table].begin == i) {
        add_table(tables[table]);
        i = tables[table++].end;
      } else {
        add_line(lines[i++], margins);
      }
    }
    fresh_page_ = true;
  }

  std::string take() {
    end_line();
    return std::move(text_);
  }

 private:
  void add_table(const PdfTable& table) {
    end_line();
    for (const std::string& row : table.rows) text_ += row + "\n";
    open_ = false;
  }

  void add_line(const PdfLine& line, const Margins& margins) {
    std::string words = line.text();
    if (words.empty()) return;
    if (goes_on(line, margins)) {
      const bool latin = !line_.empty() && is_ascii_word(line_.back()) && is_ascii_word(words.front());
      line_ += (latin ? " " : "") + words;
    } else {
      end_line();
      line_ = std::move(words);
    }
    open_ = true;
    fresh_page_ = false;
    fills_ = line.right() >= margins.right - line.size() * 2.2;
    size_ = line.size();
    middle_ = line.middle();
  }

  // 2.资源税…, （二）…, 三、…
  static bool is_numbered(std::string_view text) {
    const size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits > 0 && digits < 3 && starts_with_any(text.substr(digits), {".", "．", "、"})) return true;
    if (text.starts_with("（")) text.remove_prefix(3);
    size_t length = 0;
    while (starts_with_any(text.substr(length), {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}))
      length += 3;
    return length > 0 && starts_with_any(text.substr(length), {"、", "）"});
  }
  static bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

  // The line before reached the margin, this one is not indented, and nothing else sets them apart.
  bool goes_on(const PdfLine& line, const Margins& margins) const {
    if (!open_ || !fills_ || line.left() > margins.left + line.size() * 0.9) return false;
    if (std::abs(line.size() - size_) > size_ * 0.15) return false;
    if (ends_with_any(line_, {"。", "；", "："}) && is_numbered(line.text())) return false;
    return fresh_page_ || (line.middle() > middle_ && line.middle() - middle_ < size_ * 3.2);
  }

  void end_line() {
    if (open_ && !line_.empty()) text_ += line_ + "\n";
    line_.clear();
    open_ = false;
  }

  std::string text_, line_;
  bool open_ = false;        // line_ may go on
  bool fills_ = false;       // its last line reached the margin
  bool fresh_page_ = false;  // nothing of the new page was seen
  double size_ = 0, middle_ = 0;
};

}  // namespace

std::string text_of_pages(const std::vector<PdfPage>& pages) {
  std::vector<std::vector<PdfLine>> lines;
  for (const PdfPage& page : pages) lines.push_back(lines_of(page));
  drop_running_heads(lines);
  Writer writer;
  for (const auto& page : lines) writer.add_page(page);
  return writer.take();
}

}  // namespace zhibiao
