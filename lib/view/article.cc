#include "view/article.h"

#include <algorithm>

#include "emit/names.h"
#include "text/utf8.h"
#include "view/markup.h"

namespace zhibiao {
namespace {

constexpr int kDeepestHeading = 5;

// A stretch of a sentence; of a figure when `figure` is there.
struct Piece {
  std::string_view text;
  const Observation* figure = nullptr;
};

// Takes `count` code points off the front.
std::string_view take_points(std::string_view& text, uint32_t count) {
  size_t end = 0;
  for (; count > 0 && end < text.size(); --count) end += std::min(utf8_length(text[end]), text.size() - end);
  const std::string_view head = text.substr(0, end);
  text.remove_prefix(end);
  return head;
}

std::vector<Piece> pieces_of(const Sentence& sentence, const std::vector<Observation>& observations) {
  std::vector<Piece> pieces;
  std::string_view rest = sentence.text;
  uint32_t at = sentence.span.begin;
  auto figure = std::lower_bound(observations.begin(), observations.end(), at,
                                 [](const Observation& o, uint32_t begin) { return o.spans.value.begin < begin; });
  for (; figure != observations.end() && figure->spans.value.end <= sentence.span.end; ++figure) {
    const Span span = figure->spans.value;
    if (span.begin < at || span.begin == span.end) continue;
    pieces.push_back({take_points(rest, span.begin - at)});
    pieces.push_back({take_points(rest, span.end - span.begin), &*figure});
    at = span.end;
  }
  pieces.push_back({rest});
  return pieces;
}

bool is_word_character(char c) { return static_cast<unsigned char>(c) < 0x80 && c != ' ' && c != '\t'; }

// The end of a run of white space that begins at `begin`, and whether a line ends in it.
std::pair<size_t, bool> space_run(std::string_view text, size_t begin) {
  bool breaks = false;
  while (begin < text.size()) {
    const CodePoint point = code_point_at(text, begin);
    if (!is_space(point.value)) break;
    breaks = breaks || is_line_break(point.value);
    begin += point.length;
  }
  return {begin, breaks};
}

// Lines that a file was broken into join again: the white space stays, but a browser shows none of it between Hanzi.
void append_joined(std::string& out, std::string_view text) {
  size_t copied = 0;
  for (size_t i = 0; i < text.size();) {
    const auto [end, breaks] = space_run(text, i);
    if (end == i) {
      i += std::min(utf8_length(text[i]), text.size() - i);
      continue;
    }
    const bool inside_words =
        i > 0 && end < text.size() && is_word_character(text[i - 1]) && is_word_character(text[end]);
    if (breaks && !inside_words) {
      append_html(out, text.substr(copied, i - copied));
      append_html(out += "<i class=\"gap\">", text.substr(i, end - i));
      out += "</i>";
      copied = end;
    }
    i = end;
  }
  append_html(out, text.substr(copied));
}

class ArticleWriter {
 public:
  ArticleWriter(std::string& out, const ViewReport& report, const std::string& prefix)
      : out_(out), report_(report), prefix_(prefix) {}

  void write() {
    for (const Sentence& sentence : report_.sentences) {
      if (sentence.kind == SentenceKind::heading) {
        heading(sentence);
      } else if (sentence.kind == SentenceKind::table_row) {
        open("<div class=\"table\"><table>", "</table></div>", kTable);
        row(sentence);
      } else {
        const std::string kind(sentence.kind == SentenceKind::sentence ? "" : name_of(sentence.kind));
        open("<p" + (kind.empty() ? ">" : " class=\"" + kind + "\">"), "</p>", sentence.paragraph);
        append_joined_sentence(sentence);
      }
    }
    close();
  }

 private:
  static constexpr int64_t kTable = -1, kNone = -2;

  // Opens a block unless the same one is open.
  void open(const std::string& begin, const std::string& end, int64_t block) {
    if (block == block_ && end == end_) return;
    close();
    out_ += begin;
    end_ = end;
    block_ = block;
  }

  void close() {
    if (!end_.empty()) out_ += end_ + "\n";
    end_.clear();
    block_ = kNone;
  }

  void heading(const Sentence& sentence) {
    close();
    const std::string tag = "h" + std::to_string(std::clamp(sentence.level, 1, kDeepestHeading) + 1);
    out_ += "<" + tag + " class=\"s\" id=\"" + prefix_ + "h" + std::to_string(++headings_) + "\"" + begin_of(sentence);
    for (const Piece& piece : pieces_of(sentence, report_.observations)) append(piece);
    out_ += "</" + tag + ">\n";
  }

  void append_joined_sentence(const Sentence& sentence) {
    out_ += "<span class=\"s\"" + begin_of(sentence);
    for (const Piece& piece : pieces_of(sentence, report_.observations)) append(piece);
    out_ += "</span>";
  }

  // Columns are where a tab, a | or two spaces stand; a caption has none.
  void row(const Sentence& sentence) {
    const bool is_caption = sentence.text.starts_with("表");
    out_ += "<tr class=\"s\"" + begin_of(sentence) + (is_caption ? "<td colspan=\"99\">" : "<td>");
    for (const Piece& piece : pieces_of(sentence, report_.observations)) {
      if (is_caption || piece.figure != nullptr) {
        append(piece);
      } else {
        cells(piece.text);
      }
    }
    out_ += "</td></tr>";
  }

  void cells(std::string_view text) {
    size_t copied = 0;
    for (size_t i = 0; i < text.size();) {
      size_t end = i;
      bool cuts = false;
      while (end < text.size()) {
        const CodePoint point = code_point_at(text, end);
        if (point.value != '|' && !is_space(point.value)) break;
        cuts = cuts || point.value == '|' || point.value == '\t' || end > i;
        end += point.length;
      }
      if (cuts) {
        append_html(out_, text.substr(copied, i - copied));
        append_html(out_ += "<i class=\"gap\">", text.substr(i, end - i));
        out_ += "</i></td><td>";
        copied = end;
      }
      i = end > i ? end : i + std::min(utf8_length(text[i]), text.size() - i);
    }
    append_html(out_, text.substr(copied));
  }

  static std::string begin_of(const Sentence& sentence) {
    return " data-b=\"" + std::to_string(sentence.span.begin) + "\">";
  }

  void append(const Piece& piece) {
    if (piece.figure == nullptr) return append_joined(out_, piece.text);
    const std::string id = std::to_string(piece.figure->id);
    out_ += "<mark id=\"" + prefix_ + "o" + id + "\" class=\"" + std::string(name_of(piece.figure->measure)) + " " +
            std::string(name_of(piece.figure->status)) + "\" data-o=\"" + id + "\">";
    append_joined(out_, piece.text);
    out_ += "</mark>";
  }

  std::string& out_;
  const ViewReport& report_;
  const std::string& prefix_;
  std::string end_;
  int64_t block_ = kNone;
  int headings_ = 0;
};

}  // namespace

void append_article(std::string& out, const ViewReport& report, const std::string& prefix) {
  ArticleWriter(out, report, prefix).write();
}

}  // namespace zhibiao
