# kehoach_digest(TARGET HEADER_NAME CONSTANT WORD FILE ...)
# HEADER_NAME becomes includable in TARGET and defines, in namespace kehoach, the
# string CONSTANT: a digest of the files and of WORD, another where one differs.
function(kehoach_digest target header constant word)
  set(dir "${CMAKE_CURRENT_BINARY_DIR}/${target}_digest")
  file(MAKE_DIRECTORY "${dir}")
  string(REPLACE ";" "," files "${ARGN}")
  add_custom_command(
    OUTPUT "${dir}/${header}"
    COMMAND ${CMAKE_COMMAND} -DCONSTANT=${constant} "-DWORD=${word}"
            "-DFILES=${files}" "-DOUT=${dir}/${header}"
            -P "${CMAKE_SOURCE_DIR}/.cmake/digest_files.cmake"
    DEPENDS ${ARGN} "${CMAKE_SOURCE_DIR}/.cmake/digest_files.cmake"
    VERBATIM)
  target_sources(${target} PRIVATE "${dir}/${header}")
  target_include_directories(${target} PRIVATE "${dir}")
endfunction()
