# Files as C++: embed_files(OUT_VAR SOURCE folder NAME grammar TYPES tsv toml) writes a source file that defines
#
#   std::vector<std::pair<std::string_view, std::string_view>> zhibiao::embedded_grammar_files();
#
# (path relative to the folder, content), sorted by path, for every file of these types under the folder. It is written
# anew when one of them changes, comes or goes. As a script (cmake -P) this file is the generator itself.

function(embed_files OUT_VAR)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SOURCE;NAME" "TYPES")
  list(TRANSFORM arg_TYPES PREPEND ${arg_SOURCE}/*. OUTPUT_VARIABLE patterns)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${patterns})
  set(output ${PROJECT_BINARY_DIR}/embedded_${arg_NAME}.cc)
  # The list is a dependency of its own: a file that goes away changes no other file's time.
  set(list ${PROJECT_BINARY_DIR}/embedded_${arg_NAME}.list)
  file(CONFIGURE OUTPUT ${list} CONTENT "${files}" @ONLY)
  set(script ${PROJECT_SOURCE_DIR}/cmake/embed.cmake)
  string(JOIN "," types ${arg_TYPES})
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${arg_SOURCE} -DNAME=${arg_NAME} -DTYPES=${types} -DOUTPUT=${output} -P ${script}
    DEPENDS ${files} ${list} ${script}
    COMMENT "Embedding the files of ${arg_NAME}"
    VERBATIM)
  set(${OUT_VAR} ${output} PARENT_SCOPE)
endfunction()

if(NOT CMAKE_SCRIPT_MODE_FILE)
  return()
endif()

# Appends `content` to OUTPUT as adjacent raw string literals of under 12 KB that end with a line.
function(append_literals content)
  string(LENGTH "${content}" left)
  set(begin 0)
  while(left GREATER 0)
    string(SUBSTRING "${content}" ${begin} 12000 piece)
    string(LENGTH "${piece}" size)
    if(size LESS left)
      string(FIND "${piece}" "\n" newline REVERSE)
      if(newline GREATER_EQUAL 0)
        math(EXPR size "${newline} + 1")
        string(SUBSTRING "${piece}" 0 ${size} piece)
      endif()
    endif()
    file(APPEND ${OUTPUT} "\n     R\"embedded(${piece})embedded\"")
    math(EXPR begin "${begin} + ${size}")
    math(EXPR left "${left} - ${size}")
  endwhile()
endfunction()

string(REPLACE "," ";" types "${TYPES}")
list(TRANSFORM types PREPEND ${FOLDER}/*. OUTPUT_VARIABLE patterns)
file(GLOB_RECURSE files RELATIVE ${FOLDER} ${patterns})
list(SORT files COMPARE STRING)
file(WRITE ${OUTPUT} "// Written by cmake/embed.cmake; do not edit.
#include <string_view>
#include <utility>
#include <vector>

namespace zhibiao {

using namespace std::string_view_literals;

std::vector<std::pair<std::string_view, std::string_view>> embedded_${NAME}_files() {
  return {")
foreach(path IN LISTS files)
  file(READ ${FOLDER}/${path} content)
  file(APPEND ${OUTPUT} "\n    {\"${path}\"sv, \"\"sv")
  append_literals("${content}")
  file(APPEND ${OUTPUT} "},")
endforeach()
file(APPEND ${OUTPUT} "\n  };\n}\n\n}  // namespace zhibiao\n")
