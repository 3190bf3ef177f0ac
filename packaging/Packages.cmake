# The packages: cpack -G DEB, cpack -G TGZ, or ./dev package for both. Two .deb, one .tar.gz.
set(CPACK_PACKAGE_NAME biao)
set(CPACK_PACKAGE_VENDOR Biao)
set(CPACK_RESOURCE_FILE_README ${CMAKE_SOURCE_DIR}/README.md)
set(CPACK_COMPONENTS_ALL program dev)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_GENERATOR TGZ DEB)
set(CPACK_THREADS 0)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/locale.cmake)

set(CPACK_ARCHIVE_COMPONENT_INSTALL OFF)
set(CPACK_PACKAGE_FILE_NAME
  biao-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})

set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "Biao maintainers <maintainers@biao.invalid>")
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

# The first line of both descriptions is the one of the project.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME biao)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_DESCRIPTION
"Biao is a small declarative language in which Chinese budget units write their
performance-target tables (绩效目标表), and this is the compiler that checks
them: the arithmetic, the units, what is required, and the rules of the form.
Forms, units and rules are written in the same language. It lays files out,
and gives what was read as JSON and CSV.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libbiao-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libantlr4-runtime-dev, libutf8proc-dev, libgmp-dev, libcsv-dev")
set(CPACK_DEBIAN_DEV_PACKAGE_SUGGESTS "cmake")
set(CPACK_DEBIAN_DEV_DESCRIPTION
"The compiler for Biao, a small declarative language of Chinese
performance-target tables (绩效目标表), as a C++20 library: an archive, its
headers and a package for CMake (find_package(biao), biao::compiler).")
include(CPack)
