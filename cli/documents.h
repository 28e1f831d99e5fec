// The documents of the command line: files in any supported form, or a JSON Lines corpus.
#pragma once

#include <functional>
#include <string>

#include "cli/session.h"
#include "text/document.h"

namespace zhibiao::cli {

// What becomes of a document. Runs in the thread of a worker: it reaches the session through the outlet only.
using SeeDocument = std::function<void(Document, Outlet&)>;

// Reads and sees several documents at once, under unique names; results appear in input order. What cannot be read
// becomes an error line. `make_see` is called in the main thread, once for each worker.
void each_document(Session& session, const std::function<SeeDocument()>& make_see);

// The same, one document after the other in the main thread.
void each_document_in_turn(Session& session, const std::function<void(Document)>& see);

// What read_document says is wrong, without the document's name before it: whoever tells it names the place.
std::string problem_of(const std::string& name, const Error& error);

}  // namespace zhibiao::cli
