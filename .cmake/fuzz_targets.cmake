# kehoach_fuzz(NAME SOURCES a.cc ... USES room ...)
# A fuzz target, and the test that replays it over tests/fuzz/seeds and corpus/.
# With KEHOACH_FUZZ it is linked with libFuzzer, which takes the same arguments.
add_custom_target(fuzz_targets)
function(kehoach_fuzz name)
  cmake_parse_arguments(FUZZ "" "" "SOURCES;USES" ${ARGN})
  add_executable(fuzz_${name} ${FUZZ_SOURCES})
  list(TRANSFORM FUZZ_USES PREPEND "kehoach::")
  target_link_libraries(fuzz_${name} PRIVATE ${FUZZ_USES} kehoach_flags)
  target_include_directories(fuzz_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  add_dependencies(fuzz_targets fuzz_${name})
  if(KEHOACH_FUZZ)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    set(once -runs=0)
  else()
    target_sources(fuzz_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests/fuzz/replay.cc")
  endif()
  add_test(NAME fuzz_${name}
           COMMAND fuzz_${name} ${once} "${CMAKE_SOURCE_DIR}/tests/fuzz/seeds"
                   "${CMAKE_SOURCE_DIR}/corpus")
endfunction()
