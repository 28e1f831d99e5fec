/* Prints the figures of a report, one a line: period, indicator, value as written, value in its base unit. */
#include <stdio.h>
#include <stdlib.h>
#include <zhibiao/zhibiao.h>

static const char* text_or_nothing(const char* text) { return text != NULL ? text : ""; }

static char* read_file(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  char* bytes = NULL;
  *size = 0;
  for (size_t room = 1 << 16; file != NULL && (bytes = realloc(bytes, room)) != NULL; room *= 2) {
    *size += fread(bytes + *size, 1, room - *size, file);
    if (*size < room) break;
  }
  if (file != NULL) fclose(file);
  return bytes;
}

int main(int argc, char** argv) {
  zhibiao_grammar* grammar = NULL; /* one for all threads */
  zhibiao_report* report = NULL;
  size_t size = 0;
  char* bytes = argc == 2 ? read_file(argv[1], &size) : NULL;
  if (bytes == NULL) {
    fprintf(stderr, "usage: example FILE\n");
    return 2;
  }
  const zhibiao_options options = {.name = argv[1]};
  zhibiao_code code = zhibiao_grammar_embedded(&grammar);
  if (code == ZHIBIAO_OK) code = zhibiao_extract(grammar, bytes, size, &options, &report);
  if (code != ZHIBIAO_OK) fprintf(stderr, "%s\n", zhibiao_error_message());
  for (size_t i = 0; i < zhibiao_report_count(report); ++i) {
    const zhibiao_observation* o = zhibiao_report_observation(report, i);
    printf("%s\t%s\t%s\t%s%s\n", text_or_nothing(o->period), text_or_nothing(o->indicator), o->value_text,
           text_or_nothing(o->base_value), text_or_nothing(o->base_unit));
  }
  zhibiao_report_free(report);
  zhibiao_grammar_free(grammar);
  free(bytes);
  return (int)code;
}
