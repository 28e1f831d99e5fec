// read, segment, match, observe, canon: filters in which a line that a stage has no business with passes as it is.
#include <memory>

#include "canon/canon.h"
#include "chain.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "grammar/match.h"
#include "observe/observe.h"

namespace zhibiao::cli {
namespace {

// Lines of one document made by another grammar than ours give results that no `extract` gives.
void check_grammar(Session& session, const DocumentLine& line) {
  if (!line.grammar.empty() && line.grammar != session.grammar().hash()) {
    session.warn(line.document.doc + ": segmented with grammar " + line.grammar + ", this is " +
                 session.grammar().hash());
  }
}

class Observing {
 public:
  explicit Observing(Session& session) : session_(session) { restart(); }

  void see(const Line& line, std::string_view raw) {
    session_.write_raw(raw);
    if (const auto* document = std::get_if<DocumentLine>(&line)) {
      check_grammar(session_, *document);
      restart();
    } else if (const auto* sentence = std::get_if<SentenceLine>(&line)) {
      observe(*sentence);
    }
  }

 private:
  void restart() { observer_ = std::make_unique<Observer>(session_.grammar()); }

  void observe(const SentenceLine& line) {
    const std::string& doc = line.sentence.sentence.doc;
    if (!line.matched) {
      if (doc != unmatched_)
        session_.fail(doc, {doc, std::nullopt, "observe", "a sentence without mentions: run match"});
      unmatched_ = doc;
      return;
    }
    for (const Observation& observation : observer_->observe(line.sentence)) {
      session_.found = true;
      session_.write(observation);
    }
  }

  Session& session_;
  std::unique_ptr<Observer> observer_;
  std::optional<std::string> unmatched_;  // said once a document
};

class Canonicalising {
 public:
  explicit Canonicalising(Session& session) : session_(session), offsets_("", session.options.offsets) {}

  void see(Line& line, std::string_view raw) {
    std::visit([this, raw](auto& value) { take(value, raw); }, line);
  }

 private:
  void take(DocumentLine& line, std::string_view raw) {
    check_grammar(session_, line);
    meta_ = nullptr;
    doc_ = line.document.doc;
    refused_ = false;
    has_text_ = line.has_text;
    text_ = std::move(line.document.text);
    offsets_ = OffsetTable(text_, session_.options.offsets);
    if (session_.options.keep.document) session_.write_raw(raw);
  }

  void take(SentenceLine& line, std::string_view raw) {
    meta_ = line.sentence.sentence.meta;
    meta_doc_ = line.sentence.sentence.doc;
    if (session_.options.keep.sentence) write_converted(line, meta_doc_, raw);
  }

  void take(Term& term, std::string_view raw) {
    if (session_.options.keep.term) write_converted(term, term.doc, raw);
  }

  void take(Observation& observation, std::string_view) {
    if (!can_convert(observation.doc)) return;
    canonicalise(observation, meta_ && meta_doc_ == observation.doc ? *meta_ : ReportMeta{}, session_.grammar());
    convert_offsets(observation, offsets_);
    session_.found = true;
    session_.write(observation);
  }

  void take(ErrorLine&, std::string_view raw) { session_.write_raw(raw); }
  void take(Finding&, std::string_view) {}
  void take(OtherLine&, std::string_view) {}

  template <typename AnyLine>
  void write_converted(AnyLine& line, const std::string& doc, std::string_view raw) {
    if (session_.options.offsets == OffsetUnit::codepoints) return session_.write_raw(raw);
    if (!can_convert(doc)) return;
    convert_offsets(line, offsets_);
    session_.write(line);
  }

  bool can_convert(const std::string& doc) {
    if (session_.options.offsets == OffsetUnit::codepoints || (has_text_ && doc == doc_)) return true;
    if (!refused_) {
      session_.fail(doc, {doc, std::nullopt, "canon", "--offsets needs the document's text: segment --keep-text"});
    }
    refused_ = true;
    return false;
  }

  Session& session_;
  std::shared_ptr<const ReportMeta> meta_;
  std::string meta_doc_;
  std::string doc_;
  std::string text_;
  OffsetTable offsets_;
  bool has_text_ = false;
  bool refused_ = false;
};

}  // namespace

void run_read(Session& session) {
  session.writes_ndjson = !session.options.text;
  each_document(session, [&session](Document document) {
    session.found = true;
    if (session.options.text) {
      session.out.buffer += document.text;
      session.out.flush_if_full();
    } else {
      session.write(DocumentLine{std::move(document), true, ""});
    }
  });
}

void run_segment(Session& session) {
  session.each_line("segment", [&session](Line& line, std::string_view raw) {
    auto* document = std::get_if<DocumentLine>(&line);
    if (document == nullptr || !document->grammar.empty()) return session.write_raw(raw);
    if (!document->has_text) {
      const std::string& doc = document->document.doc;
      session.write_raw(raw);
      return session.fail(doc, {doc, std::nullopt, "segment", "a document without text"});
    }
    session.found = true;
    segment_lines(std::move(document->document), session.grammar(), session.options.keep.text,
                  [&session](MadeLine made) { std::visit([&](const auto* value) { session.write(*value); }, made); });
  });
}

void run_match(Session& session) {
  session.each_line("match", [&session](Line& line, std::string_view raw) {
    if (const auto* document = std::get_if<DocumentLine>(&line)) check_grammar(session, *document);
    auto* sentence = std::get_if<SentenceLine>(&line);
    if (sentence == nullptr) return session.write_raw(raw);
    const SentenceLine matched{match(std::move(sentence->sentence.sentence), session.grammar()), true};
    session.found = session.found || !matched.sentence.mentions.empty();
    session.write(matched);
  });
}

void run_observe(Session& session) {
  Observing stage(session);
  session.each_line("observe", [&stage](const Line& line, std::string_view raw) { stage.see(line, raw); });
}

void run_canon(Session& session) {
  Canonicalising stage(session);
  session.each_line("canon", [&stage](Line& line, std::string_view raw) { stage.see(line, raw); });
}

}  // namespace zhibiao::cli
