# Outside libraries that every program with Biao in it is linked with and that bring no package of
# CMake. Read by this build and, where Biao is installed, by biao-config.cmake. Where there is an
# archive it is taken before the shared library, so that a program runs where neither is installed.
macro(biao_find_library name header)
  find_path(BIAO_${name}_INCLUDE_DIR ${header})
  find_library(BIAO_${name}_LIBRARY NAMES lib${name}.a ${name})
  mark_as_advanced(BIAO_${name}_INCLUDE_DIR BIAO_${name}_LIBRARY)
  if(NOT BIAO_${name}_INCLUDE_DIR OR NOT BIAO_${name}_LIBRARY)
    list(APPEND BIAO_LIBRARIES_MISSING ${name})
  elseif(NOT TARGET biao::${name})
    add_library(biao::${name} UNKNOWN IMPORTED)
    set_target_properties(biao::${name} PROPERTIES
      IMPORTED_LOCATION ${BIAO_${name}_LIBRARY}
      INTERFACE_INCLUDE_DIRECTORIES ${BIAO_${name}_INCLUDE_DIR})
  endif()
endmacro()

set(BIAO_LIBRARIES_MISSING "")
biao_find_library(utf8proc utf8proc.h) # libutf8proc-dev
biao_find_library(gmp gmp.h)           # libgmp-dev
biao_find_library(csv csv.h)           # libcsv-dev
