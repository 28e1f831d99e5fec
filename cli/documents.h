// The documents of the command line: files in any supported form, or a JSON Lines corpus.
#pragma once

#include <functional>

#include "cli/session.h"
#include "text/document.h"

namespace zhibiao::cli {

// One document after the other, in input order, under unique names; what cannot be read becomes an error line.
void each_document(Session& session, const std::function<void(Document)>& see);

}  // namespace zhibiao::cli
