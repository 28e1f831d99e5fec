# Grammar files as C++: writes a source file that defines
#
#   std::vector<std::pair<std::string, std::string>> zhibiao::embedded_grammar_files();
#
# (path relative to the folder, content), sorted by path, for every .tsv and .toml under the folder. The file is written
# anew when one of them changes, comes or goes. As a script (cmake -P) this file is the generator itself.

function(embed_grammars OUT_VAR)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SOURCE" "")
  file(GLOB_RECURSE grammar_files CONFIGURE_DEPENDS ${arg_SOURCE}/*.tsv ${arg_SOURCE}/*.toml)
  set(output ${PROJECT_BINARY_DIR}/embedded_grammar.cc)
  # The list is a dependency of its own: a file that goes away changes no other file's time.
  set(list ${PROJECT_BINARY_DIR}/embedded_grammar.list)
  file(CONFIGURE OUTPUT ${list} CONTENT "${grammar_files}" @ONLY)
  set(script ${PROJECT_SOURCE_DIR}/cmake/embed.cmake)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${arg_SOURCE} -DOUTPUT=${output} -P ${script}
    DEPENDS ${grammar_files} ${list} ${script}
    COMMENT "Embedding the grammars"
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
    file(APPEND ${OUTPUT} "\n     R\"grammar(${piece})grammar\"")
    math(EXPR begin "${begin} + ${size}")
    math(EXPR left "${left} - ${size}")
  endwhile()
endfunction()

file(GLOB_RECURSE grammar_files RELATIVE ${FOLDER} ${FOLDER}/*.tsv ${FOLDER}/*.toml)
list(SORT grammar_files COMPARE STRING)
file(WRITE ${OUTPUT} "// Written by cmake/embed.cmake from the folder grammars; do not edit.
#include <string>
#include <utility>
#include <vector>

namespace zhibiao {

std::vector<std::pair<std::string, std::string>> embedded_grammar_files() {
  return {")
foreach(path IN LISTS grammar_files)
  file(READ ${FOLDER}/${path} content)
  file(APPEND ${OUTPUT} "\n    {\"${path}\", \"\"")
  append_literals("${content}")
  file(APPEND ${OUTPUT} "},")
endforeach()
file(APPEND ${OUTPUT} "\n  };\n}\n\n}  // namespace zhibiao\n")
