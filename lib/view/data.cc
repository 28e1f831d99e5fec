#include "view/data.h"

#include "emit/json.h"
#include "emit/names.h"

namespace zhibiao {
namespace {

// Writes {"key":value,…} with the commas where they belong.
class ObjectWriter {
 public:
  explicit ObjectWriter(std::string& out) : out_(out) { out_ += '{'; }
  ~ObjectWriter() { out_ += '}'; }
  ObjectWriter(const ObjectWriter&) = delete;
  ObjectWriter& operator=(const ObjectWriter&) = delete;

  std::string& key(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    append_json_string(out_, name);
    return out_ += ':';
  }
  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) append_json_string(key(name), value);
  }
  void number(std::string_view name, const std::optional<Decimal>& value) {
    if (value) append_json_string(key(name), value->to_string());
  }
  template <typename Int>
  void integer(std::string_view name, const std::optional<Int>& value) {
    if (value) key(name) += std::to_string(*value);
  }
  void span(std::string_view name, const std::optional<Span>& span) {
    if (span) key(name) += "[" + std::to_string(span->begin) + "," + std::to_string(span->end) + "]";
  }
  // A list, left out when it is empty; append(out, item) writes one.
  template <typename Items, typename Append>
  void list(std::string_view name, const Items& items, Append append) {
    if (items.empty()) return;
    key(name) += '[';
    bool first = true;
    for (const auto& item : items) {
      if (!first) out_ += ',';
      first = false;
      append(out_, item);
    }
    out_ += ']';
  }

 private:
  std::string& out_;
  bool first_ = true;
};

void append_string(std::string& out, const std::string& text) { append_json_string(out, text); }

void append_spans(std::string& out, const ObservationSpans& spans) {
  ObjectWriter object(out);
  object.span("value", spans.value);
  object.span("sentence", spans.sentence);
  object.span("indicator", spans.indicator);
  object.span("subject", spans.subject);
  object.span("scope", spans.scope);
  object.span("ratio_to", spans.ratio_to);
  object.span("period", spans.period);
  object.span("status", spans.status);
  object.span("tone", spans.tone);
  object.span("basis", spans.basis);
  object.span("rank_scope", spans.rank_scope);
  object.span("condition", spans.condition);
}

void append_values(ObjectWriter& object, const Observation& o) {
  object.text("measure", name_of(o.measure));
  object.number("value", o.value);
  object.number("low", o.low);
  object.number("high", o.high);
  object.text("unit", o.unit);
  object.text("bound", name_of(o.bound));
  object.text("ratio_to", o.ratio_to);
  object.text("base_value", o.base_value);
  object.text("base_low", o.base_low);
  object.text("base_high", o.base_high);
  object.text("base_unit", o.base_unit);
}

void append_observation(std::string& out, const Observation& o) {
  ObjectWriter object(out);
  object.key("id") += std::to_string(o.id);
  object.text("indicator", o.indicator);
  object.list("members", o.members, append_string);
  object.text("indicator_id", o.indicator_id);
  object.text("subject", o.subject);
  object.text("scope", o.scope);
  append_values(object, o);
  object.text("region", o.region);
  object.text("period", o.period);
  object.text("status", name_of(o.status));
  object.text("tone", o.tone);
  object.text("basis", o.basis);
  object.text("rank_of", name_of(o.rank_of));
  object.text("rank_scope", o.rank_scope);
  object.text("condition", o.condition);
  object.text("value_text", o.value_text);
  append_spans(object.key("spans"), o.spans);
  object.key("group") += std::to_string(o.group);
  object.integer("part_of", o.part_of);
  object.list("rules", o.rules, append_string);
}

void append_finding(std::string& out, const Finding& finding) {
  ObjectWriter object(out);
  object.text("kind", finding.kind);
  object.key("ok") += finding.ok ? "true" : "false";
  object.list("observations", finding.observations, [](std::string& to, const FigureId& figure) {
    ObjectWriter id(to);
    id.text("doc", figure.doc);
    id.key("id") += std::to_string(figure.id);
  });
  object.text("stated", finding.stated);
  object.text("computed", finding.computed);
  object.text("difference", finding.difference);
  object.text("tolerance", finding.tolerance);
  object.text("unit", finding.unit);
  object.text("text", finding.text);
}

void append_report(std::string& out, const ViewReport& report) {
  ObjectWriter object(out);
  object.text("doc", report.doc);
  object.text("sha256", report.meta.sha256);
  object.text("title", report.meta.title);
  object.text("doc_type", report.meta.doc_type);
  object.text("region", report.meta.region);
  object.integer("report_year", report.meta.report_year);
  object.integer("year", report.meta.year);
  object.text("date", report.meta.date);
  object.list("observations", report.observations, append_observation);
  object.list("findings", report.findings, append_finding);
  object.list("unexplained", report.unexplained, [](std::string& to, Span span) {
    to += "[" + std::to_string(span.begin) + "," + std::to_string(span.end) + "]";
  });
  object.list("errors", report.errors, append_string);
}

}  // namespace

void append_view_data(std::string& out, const ViewPage& page) {
  ObjectWriter object(out);
  object.list("reports", page.reports, append_report);
  object.list("errors", page.errors, append_string);
}

void append_view_words(std::string& out) {
  ObjectWriter object(out);
  for (const PageWord& word : page_words()) {
    append_json_string(object.key(word.key) += '[', word.english);
    append_json_string(out += ',', word.chinese);
    out += ']';
  }
}

}  // namespace zhibiao
