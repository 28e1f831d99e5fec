/* zhibiao (指标) for C: every claim with a number in a Chinese report, with its exact place in the text.
 * A C program includes <zhibiao/zhibiao.h>, which is this header; a C++ program that wants these functions includes
 * <zhibiao/zhibiao_c.h>.
 *
 *   zhibiao_grammar* grammar = NULL;
 *   zhibiao_report* report = NULL;
 *   if (zhibiao_grammar_embedded(&grammar) != ZHIBIAO_OK ||
 *       zhibiao_extract(grammar, bytes, size, &(zhibiao_options){.name = "2023.txt"}, &report) != ZHIBIAO_OK) {
 *     fprintf(stderr, "%s\n", zhibiao_error_message());
 *   }
 *   for (size_t i = 0; i < zhibiao_report_count(report); ++i) {
 *     const zhibiao_observation* o = zhibiao_report_observation(report, i);
 *     printf("%s %s %s\n", o->period ? o->period : "", o->indicator ? o->indicator : "", o->value_text);
 *   }
 *   zhibiao_report_free(report);
 *   zhibiao_grammar_free(grammar);
 *
 * Ownership: what a function hands out through its last argument is the caller's, who frees it with the function of its
 * type; every _free takes NULL. What a function returns as const stays the property of the object it was asked of and
 * lives as long. What is passed in is only read, and only during the call; bytes and options may be freed after it.
 *
 * Threads: a grammar serves any number of threads at once; free it when the last call with it has returned. A report
 * does not need its grammar any more; it may be read by several threads at once.
 *
 * Errors: every function that can fail returns a code, and leaves what its last argument points at alone unless that is
 * ZHIBIAO_OK. No C++ exception leaves the library. */
#ifndef ZHIBIAO_C_H
#define ZHIBIAO_C_H

#include <stddef.h>
#include <stdint.h>

#include "text/export.h"

#ifdef __cplusplus
extern "C" {
#endif

/* 2, 3 and 4 mean what the exit codes of the command mean. */
typedef enum zhibiao_code {
  ZHIBIAO_OK = 0,           /* also when nothing was found */
  ZHIBIAO_BAD_ARGUMENT = 2, /* a NULL where none may be, an option that cannot be */
  ZHIBIAO_BAD_GRAMMAR = 3,  /* the message holds a line `file:line: rule: what` for each problem */
  ZHIBIAO_BAD_DOCUMENT = 4, /* no text in a known encoding, damaged, encrypted, a scan, past a limit, an archive */
  ZHIBIAO_NO_MEMORY = 5,
  ZHIBIAO_INTERNAL = 6, /* a defect of the library */
  ZHIBIAO_STOPPED = 7   /* zhibiao_options.stop wanted it */
} zhibiao_code;

/* What went wrong in the last call of this thread that could fail; "" when nothing did. Lives until the next such call
 * of this thread. Never NULL. */
ZHIBIAO_EXPORT const char* zhibiao_error_message(void);

/* "0.1.0", of the library that is loaded. */
ZHIBIAO_EXPORT const char* zhibiao_version(void);

typedef struct zhibiao_grammar zhibiao_grammar;

/* The grammar that is built in; loading takes place at the first call of the process. */
ZHIBIAO_EXPORT zhibiao_code zhibiao_grammar_embedded(zhibiao_grammar** grammar);
/* Of a folder like grammars/, as --grammars reads it. */
ZHIBIAO_EXPORT zhibiao_code zhibiao_grammar_load(const char* folder, zhibiao_grammar** grammar);
/* 16 hex digits, of all its files. */
ZHIBIAO_EXPORT const char* zhibiao_grammar_hash(const zhibiao_grammar* grammar);
ZHIBIAO_EXPORT void zhibiao_grammar_free(zhibiao_grammar* grammar);

typedef enum zhibiao_offsets {
  ZHIBIAO_CODEPOINTS = 0,
  ZHIBIAO_BYTES = 1, /* of the report's text, as zhibiao_report_text gives it */
  ZHIBIAO_UTF16 = 2
} zhibiao_offsets;

/* All zero is the default. Initialise the whole: later versions may add fields at the end. */
typedef struct zhibiao_options {
  const char* name;         /* of the document; NULL is "". Its suffix tells Markdown from plain text */
  const char* format;       /* NULL detects; else txt, md, html, docx, doc, pdf */
  const char* encoding;     /* NULL detects; else utf-8, utf-16le, utf-16be, gb18030, big5 */
  zhibiao_offsets offsets;  /* the unit of all spans */
  const char* const* known; /* what is known of the report, as --meta: "region=盘锦市"; wins over what is detected */
  size_t known_count;
  /* Asked before each sentence in the thread of the call; what is not 0 ends it with ZHIBIAO_STOPPED. NULL: never. It
   * returns: no longjmp, no exception. */
  int (*stop)(void* stop_context);
  void* stop_context;
} zhibiao_options;

/* [begin, end). Both 0 where the text does not tell. */
typedef struct zhibiao_span {
  uint32_t begin;
  uint32_t end;
} zhibiao_span;

typedef struct zhibiao_strings {
  const char* const* items;
  size_t count;
} zhibiao_strings;

/* One claim with a number, field by field as in docs/observation.md. Strings are UTF-8; one that is null in JSON is
 * NULL. Numbers are exact decimals in plain notation: "-2.6". */
typedef struct zhibiao_observation {
  uint32_t id;
  uint32_t group;
  uint32_t part_of; /* 0: of none */
  const char* doc;
  const char* indicator;
  const char* indicator_id;
  const char* subject;
  const char* scope;
  const char* measure; /* level, growth, change, rank */
  const char* value;
  const char* low;
  const char* high;
  const char* unit;
  const char* bound; /* exact, at_least, more, at_most, less, about */
  const char* ratio_to;
  const char* region;
  const char* region_code;
  const char* period;
  const char* status; /* actual, estimate, target, baseline */
  const char* tone;
  const char* basis;
  const char* rank_of; /* level, growth, NULL */
  const char* rank_scope;
  const char* condition;
  const char* base_value;
  const char* base_low;
  const char* base_high;
  const char* base_unit;
  const char* value_text;
  const char* sentence;
  zhibiao_strings members; /* count 0 where the indicator is one */
  zhibiao_strings section; /* headings, outermost first */
  zhibiao_strings rules;
  struct {
    zhibiao_span value, sentence, indicator, subject, scope, ratio_to, period, status, tone, basis, rank_scope,
        condition;
  } spans;
} zhibiao_observation;

typedef struct zhibiao_report zhibiao_report;

/* The bytes of one report in any format that the command reads. `bytes` may be NULL where `size` is 0, `options` NULL
 * for the default. */
ZHIBIAO_EXPORT zhibiao_code zhibiao_extract(const zhibiao_grammar* grammar, const char* bytes, size_t size,
                                            const zhibiao_options* options, zhibiao_report** report);
ZHIBIAO_EXPORT void zhibiao_report_free(zhibiao_report* report);

/* The same observations, and nothing of them is kept: `line` gets each as soon as it is found, as the line that
 * `zhibiao extract` prints, with its "\n", which lives until `line` returns. What it returns is not 0 to end the call
 * with ZHIBIAO_STOPPED; it returns: no longjmp, no exception. Lines that were handed on before an error stay so. */
ZHIBIAO_EXPORT zhibiao_code zhibiao_extract_lines(const zhibiao_grammar* grammar, const char* bytes, size_t size,
                                                  const zhibiao_options* options,
                                                  int (*line)(void* line_context, const char* json, size_t size),
                                                  void* line_context);

/* The decoded text that spans are of; ends with a NUL that `size` does not count. `size` may be NULL. */
ZHIBIAO_EXPORT const char* zhibiao_report_text(const zhibiao_report* report, size_t* size);
/* Of NULL 0. */
ZHIBIAO_EXPORT size_t zhibiao_report_count(const zhibiao_report* report);
/* From 0, in text order; NULL behind the last. */
ZHIBIAO_EXPORT const zhibiao_observation* zhibiao_report_observation(const zhibiao_report* report, size_t index);
/* The observations as JSON Lines, the bytes that `zhibiao extract` prints. Ends with a NUL that `size` does not
 * count. `size` may be NULL. */
ZHIBIAO_EXPORT const char* zhibiao_report_json(const zhibiao_report* report, size_t* size);
/* The document line, with what was found out about the report: title, region, years. Without its text. */
ZHIBIAO_EXPORT const char* zhibiao_report_document_json(const zhibiao_report* report, size_t* size);

#ifdef __cplusplus
}
#endif

#endif
