// The subcommands: each reads what session.options says and writes to session.out.
#pragma once

#include "cli/session.h"

namespace zhibiao::cli {

void run_read(Session& session);
void run_segment(Session& session);
void run_match(Session& session);
void run_observe(Session& session);
void run_canon(Session& session);
void run_extract(Session& session);
void run_table(Session& session);
void run_view(Session& session);
void run_eval(Session& session);
void run_audit(Session& session);
void run_check(Session& session);
void run_panel(Session& session);
void run_verify(Session& session);
void run_shard(Session& session);
void run_merge(Session& session);
void run_explain(Session& session);
void run_grammar_check(Session& session);
void run_grammar_list(Session& session);

}  // namespace zhibiao::cli
