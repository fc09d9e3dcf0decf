# Writes OUT: a header with the digest of FILES (comma separated) and WORD. Run by
# kehoach_digest.
string(REPLACE "," ";" files "${FILES}")
list(SORT files)
set(all "${WORD}")
foreach(file IN LISTS files)
  file(SHA256 "${file}" digest)
  get_filename_component(name "${file}" NAME)
  string(APPEND all " ${name} ${digest}")
endforeach()
string(SHA256 digest "${all}")
string(SUBSTRING "${digest}" 0 16 digest)
file(WRITE "${OUT}" "#pragma once
#include <string_view>
namespace kehoach {
inline constexpr std::string_view ${CONSTANT} = \"${digest}\";
}
")
