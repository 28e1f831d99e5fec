# What is installed, in four components: the shared library, what programs are built with, the command, the Python module.
# `cpack` makes a Debian package of each.

# Debian's own folder, also below /usr/local, where its loader, pkg-config and CMake look.
if(CMAKE_LIBRARY_ARCHITECTURE AND EXISTS /etc/debian_version)
  set(CMAKE_INSTALL_LIBDIR lib/${CMAKE_LIBRARY_ARCHITECTURE} CACHE PATH "Libraries")
endif()
include(GNUInstallDirs)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME cli)

install(TARGETS zhibiao_cli RUNTIME COMPONENT cli)

if(NOT ZHIBIAO_PACKAGE)
  return()
endif()

# Before 1.0 a minor version may change the interface.
set(zhibiao_soversion ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
configure_file(cmake/exports.map.in ${PROJECT_BINARY_DIR}/exports.map @ONLY)
add_library(zhibiao_shared SHARED ${library_objects})
set_target_properties(zhibiao_shared PROPERTIES OUTPUT_NAME zhibiao EXPORT_NAME zhibiao LINKER_LANGUAGE CXX
  VERSION ${PROJECT_VERSION} SOVERSION ${zhibiao_soversion} LINK_DEPENDS ${PROJECT_BINARY_DIR}/exports.map)
target_link_options(zhibiao_shared PRIVATE -fno-lto -Wl,--version-script=${PROJECT_BINARY_DIR}/exports.map -Wl,--no-undefined)
target_link_libraries(zhibiao_shared PRIVATE ${zhibiao_libraries} Threads::Threads)
target_include_directories(zhibiao_shared INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_compile_features(zhibiao_shared INTERFACE cxx_std_20)

install(TARGETS zhibiao_shared EXPORT zhibiao LIBRARY COMPONENT library NAMELINK_COMPONENT dev)
install(TARGETS zhibiao ARCHIVE COMPONENT dev)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/zhibiao)
install(EXPORT zhibiao NAMESPACE zhibiao:: FILE zhibiao-targets.cmake DESTINATION ${package_dir} COMPONENT dev)

include(CMakePackageConfigHelpers)
set(static_link_names re2 icui18n icuuc crypto ${formats_link_names})
list(TRANSFORM static_link_names PREPEND -l OUTPUT_VARIABLE static_link_flags)
list(JOIN static_link_flags " " static_link_flags)
configure_package_config_file(cmake/zhibiao-config.cmake.in ${PROJECT_BINARY_DIR}/zhibiao-config.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_INCLUDEDIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/zhibiao-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/zhibiao-config.cmake ${PROJECT_BINARY_DIR}/zhibiao-config-version.cmake
        DESTINATION ${package_dir} COMPONENT dev)

# Headers and the pkg-config file are made when the prefix is known.
configure_file(cmake/install_headers.cmake.in ${PROJECT_BINARY_DIR}/install_headers.cmake @ONLY)
configure_file(cmake/zhibiao.pc.in ${PROJECT_BINARY_DIR}/zhibiao.pc.in @ONLY)
install(SCRIPT ${PROJECT_BINARY_DIR}/install_headers.cmake COMPONENT dev)

include(cmake/debian.cmake)
