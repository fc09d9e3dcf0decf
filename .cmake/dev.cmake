# For work on the code: quick to build, with assertions and debug information.
#   cmake -C .cmake/dev.cmake -S . -B out/build/dev -G Ninja
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_FLAGS_DEBUG "-Og -g -D_GLIBCXX_ASSERTIONS" CACHE STRING "")
set(KEHOACH_WERROR ON CACHE BOOL "")
set(KEHOACH_TESTS ON CACHE BOOL "")
