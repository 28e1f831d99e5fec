// An audit for a terminal and as JSON Lines.
#pragma once

#include <string>

#include "check/audit.h"

namespace zhibiao {

// The document's unexplained numbers (with `all` every number), a line each with place and excerpt, then its totals.
void append_audit(std::string& out, const AuditedDocument& document, bool all);
void append_audit_json(std::string& out, const AuditedDocument& document, bool all);

// Of all documents together: how many numbers each account explains.
void append_audit_totals(std::string& out, const AuditTotals& totals, size_t documents);
void append_audit_totals_json(std::string& out, const AuditTotals& totals, size_t documents);

}  // namespace zhibiao
