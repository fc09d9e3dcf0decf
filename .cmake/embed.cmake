# kehoach_embed(TARGET HEADER_NAME FUNCTION FILE ...)
# Compiles the bytes of the files into TARGET. HEADER_NAME becomes includable and
# declares, in namespace kehoach,
#   std::vector<std::pair<std::string_view, std::string_view>> FUNCTION();
# which gives (name without folders, bytes) in the order of the files.
function(kehoach_embed target header function)
  set(dir "${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded")
  file(MAKE_DIRECTORY "${dir}")
  file(WRITE "${dir}/${header}.tmp" "#pragma once
#include <string_view>
#include <utility>
#include <vector>
namespace kehoach {
[[nodiscard]] std::vector<std::pair<std::string_view, std::string_view>> ${function}();
}
")
  file(COPY_FILE "${dir}/${header}.tmp" "${dir}/${header}" ONLY_IF_DIFFERENT)
  string(REPLACE ";" "," files "${ARGN}")
  add_custom_command(
    OUTPUT "${dir}/${function}.cc"
    COMMAND ${CMAKE_COMMAND} -DHEADER=${header} -DFUNCTION=${function}
            "-DFILES=${files}" "-DOUT=${dir}/${function}.cc"
            -P "${CMAKE_SOURCE_DIR}/.cmake/embed_files.cmake"
    DEPENDS ${ARGN} "${CMAKE_SOURCE_DIR}/.cmake/embed_files.cmake"
    VERBATIM)
  target_sources(${target} PRIVATE "${dir}/${function}.cc")
  target_include_directories(${target} PRIVATE "${dir}")
endfunction()
