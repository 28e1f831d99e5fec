# The optional formats: formats_libraries to link, formats_definitions (ZHIBIAO_PDF=1), and formats_left_out, a pattern of
# the sources of those that are off.

if(ZHIBIAO_DOCX AND NOT ZHIBIAO_ARCHIVE)
  message(FATAL_ERROR "ZHIBIAO_DOCX needs ZHIBIAO_ARCHIVE: a Word document is a ZIP file")
endif()

set(formats_libraries "")
set(formats_definitions "")
set(formats_left_out "/formats/nothing_left_out")

# OPTION, the pattern of its sources, its pkg-config modules.
function(add_format option sources)
  if(${option})
    foreach(module ${ARGN})
      string(MAKE_C_IDENTIFIER ${module} name)
      pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
      list(APPEND formats_libraries PkgConfig::${name})
    endforeach()
    list(APPEND formats_definitions ${option}=1)
  else()
    list(APPEND formats_definitions ${option}=0)
    string(APPEND formats_left_out "|/${sources}\\.cc$")
  endif()
  set(formats_libraries ${formats_libraries} PARENT_SCOPE)
  set(formats_definitions ${formats_definitions} PARENT_SCOPE)
  set(formats_left_out ${formats_left_out} PARENT_SCOPE)
endfunction()

add_format(ZHIBIAO_HTML "formats/html[a-z_]*" libxml-2.0)
add_format(ZHIBIAO_DOCX "formats/(docx[a-z_]*|xlsx)" libxml-2.0)
add_format(ZHIBIAO_PDF "formats/pdf[a-z_]*" poppler-cpp)
add_format(ZHIBIAO_ARCHIVE "formats/archive" libarchive)
add_format(ZHIBIAO_XLSX "panel/xlsx" xlsxwriter)
add_format(ZHIBIAO_SQLITE "panel/sqlite" sqlite3)
list(REMOVE_DUPLICATES formats_libraries)
