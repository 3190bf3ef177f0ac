# cmake -D root=... -P format.cmake: every C++ source is as .clang-format says. The program is looked
# for when the test runs, for it may have been installed after the build was configured. Versions do
# not agree with each other, so only 14 counts.
foreach(name clang-format-14 clang-format)
  find_program(found_${name} ${name})
  if(found_${name})
    execute_process(COMMAND ${found_${name}} --version OUTPUT_VARIABLE version)
    if(version MATCHES "version 14\\.")
      set(program ${found_${name}})
      break()
    endif()
  endif()
endforeach()
if(NOT program)
  message("skipped: there is no clang-format 14")
  return()
endif()

file(GLOB_RECURSE sources ${root}/compiler/*.h ${root}/compiler/*.cpp ${root}/tests/*.h
  ${root}/tests/*.cpp)
execute_process(COMMAND ${program} --dry-run -Werror ${sources}
  RESULT_VARIABLE result ERROR_VARIABLE complaints)
if(NOT result EQUAL 0)
  string(REGEX MATCHALL "[^\n]+:[0-9]+:[0-9]+: error" places "\n${complaints}")
  list(TRANSFORM places REPLACE ":[0-9]+:[0-9]+: error" "")
  list(REMOVE_DUPLICATES places)
  list(JOIN places "\n" files)
  message("${files}")
  message(FATAL_ERROR "not formatted; ./dev fmt does it")
endif()
