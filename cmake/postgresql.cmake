# The extension for PostgreSQL 15: Debian's postgresql-server-dev-15, which scripts/setup engines installs. It goes where the
# server looks, which is below no prefix, and so only when asked for: cmake --install BUILD --component postgresql
find_program(ZHIBIAO_PG_CONFIG pg_config PATHS /usr/lib/postgresql/15/bin NO_DEFAULT_PATH DOC "pg_config of the server that the extension is for")
foreach(what includedir-server pkglibdir sharedir)
  if(ZHIBIAO_PG_CONFIG)
    execute_process(COMMAND ${ZHIBIAO_PG_CONFIG} --${what} OUTPUT_VARIABLE pg_${what} OUTPUT_STRIP_TRAILING_WHITESPACE)
  endif()
endforeach()
if(NOT EXISTS "${pg_includedir-server}/postgres.h")
  message(STATUS "zhibiao: no PostgreSQL extension: postgresql-server-dev-15 is not installed")
  set(ZHIBIAO_POSTGRESQL OFF)
  return()
endif()

set(postgresql_folder ${PROJECT_BINARY_DIR}/postgresql)
add_library(zhibiao_postgresql MODULE lib/postgresql/zhibiao.c)
set_target_properties(zhibiao_postgresql PROPERTIES PREFIX "" OUTPUT_NAME zhibiao LIBRARY_OUTPUT_DIRECTORY ${postgresql_folder} LINKER_LANGUAGE CXX)
target_include_directories(zhibiao_postgresql SYSTEM PRIVATE ${pg_includedir-server})
target_compile_options(zhibiao_postgresql PRIVATE -Wall -Wextra -Werror -Wno-unused-parameter)
# What the module shows is for the server; the library in it is nobody else's.
target_link_options(zhibiao_postgresql PRIVATE -fno-lto -Wl,--exclude-libs,ALL)
target_link_libraries(zhibiao_postgresql PRIVATE zhibiao::zhibiao)

set(postgresql_files lib/postgresql/zhibiao.control lib/postgresql/zhibiao--0.1.sql)
install(TARGETS zhibiao_postgresql LIBRARY DESTINATION ${pg_pkglibdir} COMPONENT postgresql EXCLUDE_FROM_ALL)
install(FILES ${postgresql_files} DESTINATION ${pg_sharedir}/extension COMPONENT postgresql EXCLUDE_FROM_ALL)
