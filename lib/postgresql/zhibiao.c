/* zhibiao_extract(report text, name text) for PostgreSQL: the C interface, at the border to a backend.
 *
 * Two worlds of errors meet here. The library throws C++ exceptions inside and gives codes outside; a backend jumps
 * with longjmp out of any of its own functions. So no function of the backend is called while the library is at work
 * (`stop` only looks), and what the library gave is freed in PG_FINALLY whatever the backend does with it. */
/* clang-format off: postgres.h comes first */
#include "postgres.h"
/* clang-format on */

#include "catalog/pg_type.h"
#include "fmgr.h"
#include "funcapi.h"
#include "mb/pg_wchar.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "zhibiao_c.h"

PG_MODULE_MAGIC;

void _PG_init(void);
PG_FUNCTION_INFO_V1(zhibiao_pg_extract);

static zhibiao_grammar* grammar = NULL;

static void fail(zhibiao_code code) {
  const int sqlstate = code == ZHIBIAO_NO_MEMORY      ? ERRCODE_OUT_OF_MEMORY
                       : code == ZHIBIAO_BAD_DOCUMENT ? ERRCODE_DATA_EXCEPTION
                                                      : ERRCODE_INTERNAL_ERROR;
  if (code == ZHIBIAO_STOPPED) CHECK_FOR_INTERRUPTS();
  ereport(ERROR, (errcode(sqlstate), errmsg("zhibiao: %s", zhibiao_error_message())));
}

static void load_grammar(void) {
  const zhibiao_code code = grammar == NULL ? zhibiao_grammar_embedded(&grammar) : ZHIBIAO_OK;
  if (code != ZHIBIAO_OK) fail(code);
}

/* With shared_preload_libraries every backend inherits what the first one loaded. */
void _PG_init(void) {
  if (process_shared_preload_libraries_in_progress) load_grammar();
}

/* Not CHECK_FOR_INTERRUPTS, which may jump. */
static int is_interrupted(void* context) {
  (void)context;
  return INTERRUPTS_CAN_BE_PROCESSED() && InterruptPending && (QueryCancelPending || ProcDiePending);
}

/* The reader drops a byte order mark; offsets are to be those of the text as it stands in the table. */
static const char* with_its_mark(const char* bytes, size_t* size) {
  static const char kMark[] = "\xEF\xBB\xBF";
  char* copy;
  if (*size < 3 || memcmp(bytes, kMark, 3) != 0) return bytes;
  copy = palloc(*size + 3);
  memcpy(copy, kMark, 3);
  memcpy(copy + 3, bytes, *size);
  *size += 3;
  return copy;
}

/* Text of the database as UTF-8. In a database without an encoding it is what its bytes look like. */
static zhibiao_report* extract(const text* given, const char* name) {
  zhibiao_report* report = NULL;
  zhibiao_options options = {.format = "txt", .stop = is_interrupted};
  const char* bytes = pg_server_to_any(VARDATA_ANY(given), VARSIZE_ANY_EXHDR(given), PG_UTF8);
  size_t size = bytes == VARDATA_ANY(given) ? VARSIZE_ANY_EXHDR(given) : strlen(bytes);
  zhibiao_code code;
  bytes = with_its_mark(bytes, &size);
  options.name = pg_server_to_any(name, strlen(name), PG_UTF8);
  if (GetDatabaseEncoding() != PG_SQL_ASCII) options.encoding = "utf-8";
  code = zhibiao_extract(grammar, bytes, size, &options, &report);
  if (code != ZHIBIAO_OK) fail(code);
  return report;
}

/* A row for each line of the report's JSON. */
static void put_rows(const zhibiao_report* report, const ReturnSetInfo* result) {
  MemoryContext row = AllocSetContextCreate(CurrentMemoryContext, "zhibiao row", ALLOCSET_DEFAULT_SIZES);
  MemoryContext before = MemoryContextSwitchTo(row);
  size_t size = 0;
  const char* line = zhibiao_report_json(report, &size);
  if (line == NULL) ereport(ERROR, (errcode(ERRCODE_OUT_OF_MEMORY), errmsg("zhibiao: out of memory")));
  for (const char* end = line + size; line < end;) {
    const char* newline = memchr(line, '\n', end - line);
    char* json = pg_any_to_server(line, newline - line, PG_UTF8);
    const size_t length = json == line ? (size_t)(newline - line) : strlen(json);
    Datum value = PointerGetDatum(cstring_to_text_with_len(json, (int)length));
    bool is_null = false;
    tuplestore_putvalues(result->setResult, result->setDesc, &value, &is_null);
    MemoryContextReset(row);
    line = newline + 1;
    CHECK_FOR_INTERRUPTS();
  }
  MemoryContextSwitchTo(before);
}

Datum zhibiao_pg_extract(PG_FUNCTION_ARGS) {
  const text* given = PG_GETARG_TEXT_PP(0);
  const char* name = text_to_cstring(PG_GETARG_TEXT_PP(1));
  zhibiao_report* report;
  InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
  load_grammar();
  report = extract(given, name);
  PG_TRY();
  { put_rows(report, (ReturnSetInfo*)fcinfo->resultinfo); }
  PG_FINALLY();
  { zhibiao_report_free(report); }
  PG_END_TRY();
  return (Datum)0;
}
