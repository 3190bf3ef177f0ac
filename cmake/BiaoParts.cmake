# A part of the compiler is a folder, a static library and a list of what it may know. The list is
# the architecture: tests/meta holds every #include to it.

# Warnings are errors in our own code and in nobody else's.
add_library(biao_warnings INTERFACE)
target_compile_options(biao_warnings INTERFACE -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Werror
  # g++ 12 sees overlap in `"text" + string` where there is none (GCC bug 105651)
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # clang 19 sees that g++ 12's own std::stable_sort uses what is deprecated
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)

# biao_part(NAME SOURCES ... KNOWS parts... LIBRARIES outside...)
# LIBRARIES are private to the part unless they stand after PUBLIC_LIBRARIES.
function(biao_part name)
  cmake_parse_arguments(part "" "" "SOURCES;KNOWS;LIBRARIES;PUBLIC_LIBRARIES" ${ARGN})
  add_library(biao_${name} STATIC ${part_SOURCES})
  add_library(biao::${name} ALIAS biao_${name})
  target_include_directories(biao_${name} PUBLIC ${CMAKE_SOURCE_DIR}/compiler)
  list(TRANSFORM part_KNOWS PREPEND biao::)
  target_link_libraries(biao_${name}
    PUBLIC ${part_KNOWS} ${part_PUBLIC_LIBRARIES}
    PRIVATE biao_warnings ${part_LIBRARIES})
endfunction()

# biao_test(NAME SOURCES ... KNOWS parts... LIBRARIES outside...): one GoogleTest program.
function(biao_test name)
  cmake_parse_arguments(test "" "" "SOURCES;KNOWS;LIBRARIES" ${ARGN})
  add_executable(${name}_test ${test_SOURCES})
  list(TRANSFORM test_KNOWS PREPEND biao::)
  target_link_libraries(${name}_test PRIVATE
    biao_warnings ${test_KNOWS} ${test_LIBRARIES} GTest::gtest GTest::gtest_main)
  target_compile_definitions(${name}_test PRIVATE BIAO_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  gtest_discover_tests(${name}_test TEST_PREFIX "${name}: " DISCOVERY_TIMEOUT 60)
endfunction()
