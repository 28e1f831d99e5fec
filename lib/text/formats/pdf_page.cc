#include "text/formats/pdf_page.h"

#include <algorithm>
#include <cmath>

#include "text/utf8.h"

namespace zhibiao {

namespace {

constexpr double kWideGap = 0.9;  // of the font's size: more than a justified line spreads its words

bool is_latin(char32_t c) { return c < 0x250 && c > ' '; }

std::vector<PdfLine> lines_among(std::vector<PdfWord> words, double height) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  std::vector<PdfLine> lines;
  for (PdfWord& word : words) {
    const double reach = std::min(word.size, lines.empty() ? 0 : lines.back().words.front().size) * 0.45;
    if (lines.empty() || word.middle() - lines.back().middle() > reach) lines.push_back({{}, height});
    lines.back().words.push_back(std::move(word));
  }
  for (PdfLine& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const PdfWord& a, const PdfWord& b) { return a.left < b.left; });
  }
  return lines;
}

// Where two columns of running text part, 0 when there is one: no word stands there over most of the page's height, and
// both sides hold whole lines.
double gutter_of(const PdfPage& page, const std::vector<PdfLine>& lines) {
  if (lines.size() < 16) return 0;
  double best = 0;
  size_t most = 0;
  for (double at = page.width * 0.42; at <= page.width * 0.58; at += 2) {
    size_t parted = 0;
    for (const PdfLine& line : lines) {
      double left = 0, right = 0;
      bool crossed = false;
      for (const PdfWord& word : line.words) {
        crossed = crossed || (word.left < at + 4 && word.right > at - 4);
        (word.centre() < at ? left : right) += word.right - word.left;
      }
      parted += !crossed && std::min(left, right) > page.width * 0.22;
    }
    if (parted > most) {
      most = parted;
      best = at;
    }
  }
  return most * 10 >= lines.size() * 7 ? best : 0;
}

}  // namespace

double PdfLine::right() const {
  return std::max_element(words.begin(), words.end(),
                          [](const PdfWord& a, const PdfWord& b) { return a.right < b.right; })
      ->right;
}

double PdfLine::middle() const {
  double sum = 0;
  for (const PdfWord& word : words) sum += word.middle();
  return sum / static_cast<double>(words.size());
}

double PdfLine::size() const {
  return std::max_element(words.begin(), words.end(),
                          [](const PdfWord& a, const PdfWord& b) { return a.size < b.size; })
      ->size;
}

std::string PdfLine::text() const { return joined(words); }

std::vector<std::vector<PdfWord>> PdfLine::groups() const {
  std::vector<std::vector<PdfWord>> groups;
  for (const PdfWord& word : words) {
    const PdfWord* before = groups.empty() ? nullptr : &groups.back().back();
    const double gap = before == nullptr ? 0 : word.left - before->right;
    const double size = before == nullptr ? 0 : std::max(word.size, before->size);
    const bool figures = before != nullptr && is_figure(word.text) && is_figure(before->text);
    if (before == nullptr || gap > size * kWideGap || (figures && gap > size * 0.3)) groups.emplace_back();
    groups.back().push_back(word);
  }
  return groups;
}

bool is_figure(std::string_view word) {
  if (word == "-" || word == "—" || word == "--" || word == "——" || word == "－") return true;
  bool digits = false;
  for (const char c : word) {
    if (c >= '0' && c <= '9') {
      digits = true;
    } else if (std::string_view("+-.,%()").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return digits;
}

std::string joined(const std::vector<PdfWord>& words) {
  std::string text;
  const PdfWord* before = nullptr;
  for (const PdfWord& word : words) {
    if (word.text.empty()) continue;
    if (before != nullptr && !text.empty()) {
      const bool same_line = std::abs(word.middle() - before->middle()) < before->size * 0.5;
      const bool wide = same_line && word.left - before->right > std::max(word.size, before->size) * kWideGap;
      const bool latin =
          is_latin(code_point_before(text, text.size()).value) && is_latin(code_point_at(word.text, 0).value);
      if (wide || (latin && (!same_line || word.left - before->right > word.size * 0.15))) text += ' ';
    }
    text += word.text;
    before = &word;
  }
  return text;
}

std::vector<PdfLine> lines_of(const PdfPage& page) {
  std::vector<PdfLine> lines = lines_among(page.words, page.height);
  const double gutter = gutter_of(page, lines);
  if (gutter == 0) return lines;
  std::vector<PdfWord> left, right;
  for (const PdfWord& word : page.words) (word.centre() < gutter ? left : right).push_back(word);
  lines = lines_among(std::move(left), page.height);
  for (PdfLine& line : lines_among(std::move(right), page.height)) lines.push_back(std::move(line));
  return lines;
}

}  // namespace zhibiao
