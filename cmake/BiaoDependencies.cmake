# Every outside library, found on the system (the Debian package is named beside it). Nothing is
# vendored and nothing is downloaded while building.
find_package(PkgConfig REQUIRED)                                # pkg-config
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)                                    # libfmt-dev
find_package(nlohmann_json 3.10 REQUIRED)                       # nlohmann-json3-dev
find_package(CLI11 2.1 REQUIRED)                                # libcli11-dev
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET libutf8proc) # libutf8proc-dev
pkg_check_modules(GMPXX REQUIRED IMPORTED_TARGET gmpxx)         # libgmp-dev
if(BIAO_BUILD_TESTS)
  find_package(GTest REQUIRED)                                  # libgtest-dev
  include(GoogleTest)
endif()
