# Files that travel inside the program.

# biao_embed(SOURCE HEADER file FUNCTION biao::part::name FILES paths...): sets SOURCE to a source
# that defines `std::span<const EmbeddedFile> name()`, declared in HEADER, with the files (named from
# the root of the project) as they stood when the program was built. The list of files is part of
# the command, so that a file taken out is noticed as well as one that was changed.
set(BIAO_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/embed.cmake)
function(biao_embed source)
  cmake_parse_arguments(embed "" "HEADER;FUNCTION" "FILES" ${ARGN})
  string(REGEX REPLACE ".*::" "" name ${embed_FUNCTION})
  set(output ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  list(SORT embed_FILES)
  list(TRANSFORM embed_FILES PREPEND ${CMAKE_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -D root=${CMAKE_SOURCE_DIR} -D "files=${embed_FILES}"
      -D header=${embed_HEADER} -D function=${embed_FUNCTION} -D output=${output}
      -P ${BIAO_EMBED_SCRIPT}
    DEPENDS ${paths} ${BIAO_EMBED_SCRIPT}
    COMMENT "Embedding: ${name}"
    VERBATIM)
  set(${source} ${output} PARENT_SCOPE)
endfunction()
