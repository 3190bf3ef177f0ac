# cmake -D root=DIR -D "files=a;b" -D header=FILE -D function=biao::part::name -D output=FILE
# -P embed.cmake: the files, named from the root, as one source. Every byte is written as an escape,
# so that no text can break out of its literal.
set(rows "")
foreach(file ${files})
  string(HEX "${file}" path)
  file(READ ${root}/${file} text HEX)
  foreach(part path text)
    string(REGEX REPLACE "(..)" "\\\\x\\1" ${part} "${${part}}")
  endforeach()
  string(REPLACE "\\x0a" "\\x0a\"\n     \"" text "${text}")
  string(APPEND rows "    {\"${path}\"sv,\n     \"${text}\"sv},\n")
endforeach()
string(REGEX REPLACE "::[^:]*$" "" namespace ${function})
string(REGEX REPLACE ".*::" "" name ${function})
file(WRITE ${output}.new "// Made by embed.cmake.
#include \"${header}\"

namespace ${namespace} {

using namespace std::string_view_literals;

namespace {

constexpr EmbeddedFile embedded[] = {
${rows}};

}  // namespace

std::span<const EmbeddedFile> ${name}() { return embedded; }

}  // namespace ${namespace}
")
file(RENAME ${output}.new ${output})
