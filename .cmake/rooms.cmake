# The ways in which this project makes targets.

add_library(kehoach_flags INTERFACE)
target_compile_options(kehoach_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  -Wcast-qual -Wunused -Woverloaded-virtual -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 warns of overlapping copies inside std::string (its bug 105651).
  target_compile_options(kehoach_flags INTERFACE -Wno-restrict)
endif()
if(KEHOACH_WERROR)
  target_compile_options(kehoach_flags INTERFACE -Werror)
endif()
if(KEHOACH_SANITIZE)
  target_compile_options(kehoach_flags INTERFACE
    -fsanitize=${KEHOACH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(kehoach_flags INTERFACE -fsanitize=${KEHOACH_SANITIZE})
  target_compile_definitions(kehoach_flags INTERFACE KEHOACH_SANITIZED)
  if(KEHOACH_SANITIZE MATCHES "thread")
    target_compile_definitions(kehoach_flags INTERFACE KEHOACH_SANITIZED_THREADS)
  endif()
endif()

# kehoach_room(NAME SOURCES a.cc ... [ALONE b.cc ...] [USES other_room ...]
#              [LIBRARIES lib ...])
# A folder of pipeline/ as the static library kehoach::NAME. USES are rooms that
# its header needs; LIBRARIES stay private to the room. Sources that are ALONE are
# never compiled together with others, so that a module takes in nothing else.
function(kehoach_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;ALONE;USES;LIBRARIES" ${ARGN})
  list(TRANSFORM ROOM_ALONE PREPEND "${CMAKE_SOURCE_DIR}/pipeline/${name}/")
  set_source_files_properties(${ROOM_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  list(TRANSFORM ROOM_SOURCES PREPEND "${CMAKE_SOURCE_DIR}/pipeline/${name}/"
       REGEX "^[^/]+$")
  add_library(kehoach_${name} STATIC ${ROOM_SOURCES} ${ROOM_ALONE})
  add_library(kehoach::${name} ALIAS kehoach_${name})
  target_include_directories(kehoach_${name} PUBLIC "${CMAKE_SOURCE_DIR}/pipeline")
  list(TRANSFORM ROOM_USES PREPEND "kehoach::")
  target_link_libraries(kehoach_${name} PUBLIC ${ROOM_USES}
                        PRIVATE kehoach_flags ${ROOM_LIBRARIES})
endfunction()

# kehoach_module(NAME ROOM room SOURCES a.cc ... [LIBRARIES lib ...])
# A part of a room that needs libraries which are slow to load. Who is linked with
# kehoach::NAME has it from the start, by NAME.cc; the module kehoach-NAME.so holds
# the same, for programs that load it when they need it, by late_NAME.cc.
function(kehoach_module name)
  cmake_parse_arguments(PART "" "ROOM" "SOURCES;LIBRARIES" ${ARGN})
  set(folder "${CMAKE_SOURCE_DIR}/pipeline/${PART_ROOM}")
  list(TRANSFORM PART_SOURCES PREPEND "${folder}/")
  add_library(kehoach_${name}_parts STATIC ${PART_SOURCES})
  target_link_libraries(kehoach_${name}_parts PUBLIC kehoach::${PART_ROOM}
                        PRIVATE kehoach_flags ${PART_LIBRARIES})
  add_library(kehoach_${name}_door OBJECT "${folder}/${name}.cc")
  target_link_libraries(kehoach_${name}_door PRIVATE kehoach_${name}_parts kehoach_flags)
  # An object, since the room below asks for it, and libraries are searched once.
  add_library(kehoach_${name} INTERFACE)
  add_library(kehoach::${name} ALIAS kehoach_${name})
  target_sources(kehoach_${name} INTERFACE $<TARGET_OBJECTS:kehoach_${name}_door>)
  target_link_libraries(kehoach_${name} INTERFACE kehoach_${name}_parts)
  add_library(kehoach_${name}_module MODULE "${folder}/${name}_module.cc")
  target_link_libraries(kehoach_${name}_module PRIVATE kehoach::${name} kehoach_flags)
  target_link_options(kehoach_${name}_module PRIVATE LINKER:--as-needed)
  set_target_properties(kehoach_${name}_module PROPERTIES
    PREFIX "" OUTPUT_NAME kehoach-${name} LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
  # All that the module holds; no symbol of theirs is looked up by name.
  foreach(part text model ${PART_ROOM} ${name}_parts ${name}_door)
    set_target_properties(kehoach_${part} PROPERTIES POSITION_INDEPENDENT_CODE ON
      CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  endforeach()
  set_property(TARGET kehoach_${name} PROPERTY KEHOACH_LATE "${folder}/late_${name}.cc")
endfunction()

# kehoach_late(TARGET NAME ...)
# A program that loads these modules when it needs them.
function(kehoach_late target)
  foreach(name ${ARGN})
    get_target_property(source kehoach_${name} KEHOACH_LATE)
    target_sources(${target} PRIVATE "${source}")
    add_dependencies(${target} kehoach_${name}_module)
  endforeach()
endfunction()

# kehoach_test(NAME SOURCES a_test.cc ... USES room ...)
# A GoogleTest program; its cases are found by CTest.
function(kehoach_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;USES;LIBRARIES" ${ARGN})
  add_executable(${name}_test ${TEST_SOURCES})
  list(TRANSFORM TEST_USES PREPEND "kehoach::")
  target_link_libraries(${name}_test PRIVATE ${TEST_USES} kehoach_flags
                        GTest::gtest_main ${TEST_LIBRARIES})
  target_include_directories(${name}_test PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(${name}_test PRIVATE
    KEHOACH_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  # What is tested is optimised; the tests themselves take longer to compile so.
  target_compile_options(${name}_test PRIVATE $<$<CONFIG:Release>:-O1>)
  gtest_discover_tests(${name}_test DISCOVERY_TIMEOUT 60)
endfunction()
