/* zhibiao_extract(report text, name text) for PostgreSQL: the C interface, at the border to a backend.
 *
 * Two worlds of errors meet here. The library throws C++ exceptions inside and gives codes outside; a backend jumps
 * with longjmp out of any of its own functions, and may not jump over the library. So an error of the backend in the
 * middle of a report is caught where it happens, stops the library and is thrown again behind it; `stop` only looks.
 * Each row goes to the backend as soon as it is found: the library holds the text, not what it has told of it. */
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

typedef struct {
  const ReturnSetInfo* result;
  MemoryContext row;  /* emptied after each */
  ErrorData* problem; /* of the backend; NULL: none */
} Rows;

static void put_row(const Rows* rows, const char* line, int size) {
  char* json = pg_any_to_server(line, size, PG_UTF8);
  const int length = json == line ? size : (int)strlen(json);
  Datum value = PointerGetDatum(cstring_to_text_with_len(json, length));
  bool is_null = false;
  tuplestore_putvalues(rows->result->setResult, rows->result->setDesc, &value, &is_null);
  CHECK_FOR_INTERRUPTS();
}

/* Called by the library, to which it returns whatever happens. */
static int take_line(void* context, const char* line, size_t size) {
  Rows* rows = context;
  MemoryContext before = MemoryContextSwitchTo(rows->row);
  PG_TRY();
  { put_row(rows, line, (int)size - 1); }
  PG_CATCH();
  {
    MemoryContextSwitchTo(before);
    rows->problem = CopyErrorData();
    FlushErrorState();
  }
  PG_END_TRY();
  MemoryContextSwitchTo(before);
  MemoryContextReset(rows->row);
  return rows->problem != NULL;
}

/* Text of the database as UTF-8. In a database without an encoding it is what its bytes look like. */
static void extract(const text* given, const char* name, Rows* rows) {
  zhibiao_options options = {.format = "txt", .stop = is_interrupted};
  const char* bytes = pg_server_to_any(VARDATA_ANY(given), VARSIZE_ANY_EXHDR(given), PG_UTF8);
  size_t size = bytes == VARDATA_ANY(given) ? VARSIZE_ANY_EXHDR(given) : strlen(bytes);
  zhibiao_code code;
  bytes = with_its_mark(bytes, &size);
  options.name = pg_server_to_any(name, strlen(name), PG_UTF8);
  if (GetDatabaseEncoding() != PG_SQL_ASCII) options.encoding = "utf-8";
  code = zhibiao_extract_lines(grammar, bytes, size, &options, take_line, rows);
  if (rows->problem != NULL) ReThrowError(rows->problem);
  if (code != ZHIBIAO_OK) fail(code);
}

Datum zhibiao_pg_extract(PG_FUNCTION_ARGS) {
  const text* given = PG_GETARG_TEXT_PP(0);
  const char* name = text_to_cstring(PG_GETARG_TEXT_PP(1));
  Rows rows = {.row = AllocSetContextCreate(CurrentMemoryContext, "zhibiao row", ALLOCSET_DEFAULT_SIZES)};
  InitMaterializedSRF(fcinfo, MAT_SRF_USE_EXPECTED_DESC);
  rows.result = (ReturnSetInfo*)fcinfo->resultinfo;
  load_grammar();
  extract(given, name, &rows);
  return (Datum)0;
}
