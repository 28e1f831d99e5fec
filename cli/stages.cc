// read, segment, match, observe, canon: filters in which a line that a stage has no business with passes as it is.
#include <memory>

#include "canon/canon.h"
#include "chain.h"
#include "cli/commands.h"
#include "cli/documents.h"
#include "cli/lines.h"
#include "grammar/match.h"
#include "observe/observe.h"

namespace zhibiao::cli {
namespace {

// Lines of one document made by another grammar than ours give results that no `extract` gives.
void check_grammar(Session& session, const DocumentLine& line, Outlet& outlet) {
  const std::string& ours = session.grammar().hash();
  if (line.grammar.empty() || line.grammar == ours) return;
  outlet.then([&session, warning = line.document.doc + ": segmented with grammar " + line.grammar + ", this is " +
                                   ours] { session.warn(warning); });
}

class Observing {
 public:
  explicit Observing(Session& session) : session_(session) { restart(); }

  void see(const Line& line, std::string_view raw, Outlet& outlet) {
    write_raw(outlet, raw);
    if (const auto* document = std::get_if<DocumentLine>(&line)) {
      check_grammar(session_, *document, outlet);
      restart();
    } else if (const auto* sentence = std::get_if<SentenceLine>(&line)) {
      observe(*sentence, outlet);
    }
  }

 private:
  void restart() {
    observer_ = std::make_unique<Observer>(session_.grammar());
    unmatched_.reset();
  }

  void observe(const SentenceLine& line, Outlet& outlet) {
    const std::string& doc = line.sentence.sentence.doc;
    if (!line.matched) {
      if (doc != unmatched_)
        session_.fail(outlet, doc, {doc, std::nullopt, "observe", "a sentence without mentions: run match"});
      unmatched_ = doc;
      return;
    }
    for (const Observation& observation : observer_->observe(line.sentence)) {
      session_.found = true;
      write_line(outlet, observation);
    }
  }

  Session& session_;
  std::unique_ptr<Observer> observer_;
  std::optional<std::string> unmatched_;  // said once a document
};

class Canonicalising {
 public:
  explicit Canonicalising(Session& session)
      : session_(session), offsets_("", session.options.offsets), writer_(session.options.fields) {}

  void see(Line& line, std::string_view raw, Outlet& outlet) {
    std::visit([&](auto& value) { take(value, raw, outlet); }, line);
  }

 private:
  void take(DocumentLine& line, std::string_view raw, Outlet& outlet) {
    check_grammar(session_, line, outlet);
    meta_ = nullptr;
    doc_ = line.document.doc;
    refused_ = false;
    has_text_ = line.has_text;
    text_ = std::move(line.document.text);
    offsets_ = OffsetTable(text_, session_.options.offsets);
    if (session_.options.keep.document) write_raw(outlet, raw);
  }

  void take(SentenceLine& line, std::string_view raw, Outlet& outlet) {
    meta_ = line.sentence.sentence.meta;
    meta_doc_ = line.sentence.sentence.doc;
    if (session_.options.keep.sentence) write_converted(line, meta_doc_, raw, outlet);
  }

  void take(Term& term, std::string_view raw, Outlet& outlet) {
    if (session_.options.keep.term) write_converted(term, term.doc, raw, outlet);
  }

  void take(Observation& observation, std::string_view, Outlet& outlet) {
    if (!can_convert(observation.doc, outlet)) return;
    canonicalise(observation, meta_ && meta_doc_ == observation.doc ? *meta_ : ReportMeta{}, session_.grammar());
    convert_offsets(observation, offsets_);
    session_.found = true;
    writer_.append(outlet.buffer, observation);
    outlet.flush_if_full();
  }

  void take(ErrorLine&, std::string_view raw, Outlet& outlet) { write_raw(outlet, raw); }
  void take(Finding&, std::string_view, Outlet&) {}
  void take(OtherLine&, std::string_view, Outlet&) {}

  template <typename AnyLine>
  void write_converted(AnyLine& line, const std::string& doc, std::string_view raw, Outlet& outlet) {
    if (session_.options.offsets == OffsetUnit::codepoints) return write_raw(outlet, raw);
    if (!can_convert(doc, outlet)) return;
    convert_offsets(line, offsets_);
    write_line(outlet, line);
  }

  bool can_convert(const std::string& doc, Outlet& outlet) {
    if (session_.options.offsets == OffsetUnit::codepoints || (has_text_ && doc == doc_)) return true;
    if (!refused_) {
      session_.fail(outlet, doc,
                    {doc, std::nullopt, "canon", "--offsets needs the document's text: segment --keep-text"});
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
  ObservationWriter writer_;
  bool has_text_ = false;
  bool refused_ = false;
};

}  // namespace

void run_read(Session& session) {
  session.writes_ndjson = !session.options.text;
  const bool is_text = session.options.text;
  each_document(session, [&session, is_text]() -> SeeDocument {
    return [&session, is_text](Document document, Outlet& outlet) {
      session.found = true;
      if (is_text) {
        outlet.buffer += document.text;
        outlet.flush_if_full();
      } else {
        write_line(outlet, DocumentLine{std::move(document), true, ""});
      }
    };
  });
}

void run_segment(Session& session) {
  const Grammar& grammar = session.grammar();
  each_line_in_parallel(session, "segment", Memory::none, [&session, &grammar]() -> SeeLineOf {
    return [&session, &grammar](Line& line, std::string_view raw, Outlet& outlet) {
      auto* document = std::get_if<DocumentLine>(&line);
      if (document == nullptr || !document->grammar.empty()) return write_raw(outlet, raw);
      if (!document->has_text) {
        const std::string& doc = document->document.doc;
        write_raw(outlet, raw);
        return session.fail(outlet, doc, {doc, std::nullopt, "segment", "a document without text"});
      }
      session.found = true;
      segment_lines(std::move(document->document), grammar, session.options.keep.text, [&outlet](MadeLine made) {
        std::visit([&outlet](const auto* value) { write_line(outlet, *value); }, made);
      });
    };
  });
}

void run_match(Session& session) {
  const Grammar& grammar = session.grammar();
  each_line_in_parallel(session, "match", Memory::none, [&session, &grammar]() -> SeeLineOf {
    return [&session, &grammar](Line& line, std::string_view raw, Outlet& outlet) {
      if (const auto* document = std::get_if<DocumentLine>(&line)) check_grammar(session, *document, outlet);
      auto* sentence = std::get_if<SentenceLine>(&line);
      if (sentence == nullptr) return write_raw(outlet, raw);
      const SentenceLine matched{match(std::move(sentence->sentence.sentence), grammar), true};
      if (!matched.sentence.mentions.empty()) session.found = true;
      write_line(outlet, matched);
    };
  });
}

// A stage that remembers what the lines of a document said before.
template <typename Stage>
void run_stage(Session& session, std::string_view name) {
  session.grammar();  // loaded before there are threads
  each_line_in_parallel(session, name, Memory::document, [&session]() -> SeeLineOf {
    return [stage = std::make_shared<Stage>(session)](Line& line, std::string_view raw, Outlet& outlet) {
      stage->see(line, raw, outlet);
    };
  });
}

void run_observe(Session& session) { run_stage<Observing>(session, "observe"); }

void run_canon(Session& session) { run_stage<Canonicalising>(session, "canon"); }

}  // namespace zhibiao::cli
