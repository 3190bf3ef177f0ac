# Every outside library, found on the system (the Debian package is named beside it). Nothing is
# vendored and nothing is downloaded while building.
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)                                    # libfmt-dev
find_package(nlohmann_json 3.10 REQUIRED)                       # nlohmann-json3-dev
find_package(RapidJSON REQUIRED)                                # rapidjson-dev
find_package(CLI11 2.1 REQUIRED)                                # libcli11-dev
include(BiaoLibraries)                                          # libutf8proc-dev libgmp-dev libcsv-dev
if(BIAO_LIBRARIES_MISSING)
  message(FATAL_ERROR "not found: ${BIAO_LIBRARIES_MISSING} "
    "(Debian: libutf8proc-dev libgmp-dev libcsv-dev), or run ./dev build")
endif()
if(BIAO_BUILD_TESTS)
  find_package(GTest REQUIRED)                                  # libgtest-dev
  find_library(GMPXX_LIBRARY gmpxx REQUIRED)                    # libgmp-dev: prints numbers
  include(GoogleTest)
endif()

# ANTLR: the tool writes the parser, the runtime runs it. Up to 4.9 both speak one format of the
# tables they share, from 4.10 on another; a tool of one side and a runtime of the other build and
# then fail at start, so it is said here.
find_program(ANTLR4_TOOL antlr4 DOC "the ANTLR tool (Debian: antlr4)")
find_package(antlr4-runtime QUIET)                              # libantlr4-runtime-dev
if(NOT ANTLR4_TOOL OR NOT antlr4-runtime_FOUND)
  message(FATAL_ERROR "ANTLR is missing: install the tool and the C++ runtime "
    "(Debian: antlr4 libantlr4-runtime-dev), or run ./dev build")
endif()
execute_process(COMMAND ${ANTLR4_TOOL} OUTPUT_VARIABLE antlr_says ERROR_VARIABLE antlr_complains)
string(REGEX MATCH "Version ([0-9]+\\.[0-9.]+)" ignored "${antlr_says}${antlr_complains}")
set(ANTLR4_TOOL_VERSION ${CMAKE_MATCH_1})
if(NOT ANTLR4_TOOL_VERSION)
  message(FATAL_ERROR "${ANTLR4_TOOL} does not say its version; is a Java runtime installed?")
endif()
set(tool_is_old FALSE)
set(runtime_is_old FALSE)
if(ANTLR4_TOOL_VERSION VERSION_LESS 4.10)
  set(tool_is_old TRUE)
endif()
if(antlr4-runtime_VERSION VERSION_LESS 4.10)
  set(runtime_is_old TRUE)
endif()
if(NOT tool_is_old STREQUAL runtime_is_old)
  message(FATAL_ERROR "the ANTLR tool (${ANTLR4_TOOL_VERSION}) and the C++ runtime "
    "(${antlr4-runtime_VERSION}) do not fit: both must be older than 4.10, or neither")
endif()
