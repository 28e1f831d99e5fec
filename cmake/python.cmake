# The Python module, for Debian's python3: the compiled part, and a folder that Python can import from in the build tree.
# Built where pybind11 is found; scripts/setup test installs it.
find_program(ZHIBIAO_PYTHON_EXECUTABLE python3 PATHS /usr/bin NO_DEFAULT_PATH DOC "The Python that the module is for")
set(PYTHON_EXECUTABLE ${ZHIBIAO_PYTHON_EXECUTABLE})
find_package(pybind11 QUIET)
if(NOT pybind11_FOUND)
  message(STATUS "zhibiao: no Python module: pybind11-dev is not installed")
  set(ZHIBIAO_PYTHON OFF)
  return()
endif()

set(python_package ${PROJECT_BINARY_DIR}/python/zhibiao)
pybind11_add_module(zhibiao_python NO_EXTRAS lib/python/module.cc lib/python/observation.cc
                    lib/python/observation_pack.cc)
set_target_properties(zhibiao_python PROPERTIES OUTPUT_NAME _zhibiao LIBRARY_OUTPUT_DIRECTORY ${python_package})
target_compile_definitions(zhibiao_python PRIVATE ZHIBIAO_VERSION="${PROJECT_VERSION}")
target_link_options(zhibiao_python PRIVATE -fno-lto -Wl,--exclude-libs,ALL)
target_link_libraries(zhibiao_python PRIVATE zhibiao_warnings zhibiao::zhibiao)

file(GLOB python_sources RELATIVE ${PROJECT_SOURCE_DIR}/lib/python/zhibiao CONFIGURE_DEPENDS
     ${PROJECT_SOURCE_DIR}/lib/python/zhibiao/*.py ${PROJECT_SOURCE_DIR}/lib/python/zhibiao/*.pyi
     ${PROJECT_SOURCE_DIR}/lib/python/zhibiao/py.typed)
file(MAKE_DIRECTORY ${python_package})
foreach(source ${python_sources})
  file(CREATE_LINK ${PROJECT_SOURCE_DIR}/lib/python/zhibiao/${source} ${python_package}/${source} SYMBOLIC)
endforeach()

# As modules of Debian's python3 packages are; the compiled part is for one minor version.
execute_process(COMMAND ${ZHIBIAO_PYTHON_EXECUTABLE} -c "import sys; print('%d.%d' % sys.version_info[:2]); print('%d.%d' % (sys.version_info[0], sys.version_info[1] + 1))"
                OUTPUT_VARIABLE python_versions OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "(.*)\n(.*)" "python3 (>= \\1), python3 (<< \\2)" python_debian_depends "${python_versions}")
set(ZHIBIAO_PYTHON_DIR lib/python3/dist-packages CACHE PATH "Where the Python package is installed, below the prefix")
install(TARGETS zhibiao_python LIBRARY DESTINATION ${ZHIBIAO_PYTHON_DIR}/zhibiao COMPONENT python)
list(TRANSFORM python_sources PREPEND ${PROJECT_SOURCE_DIR}/lib/python/zhibiao/)
install(FILES ${python_sources} DESTINATION ${ZHIBIAO_PYTHON_DIR}/zhibiao COMPONENT python)
