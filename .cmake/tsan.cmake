# The tests of what runs in threads or forks, under the thread sanitizer.
#   cmake -C .cmake/tsan.cmake -S . -B out/build/tsan -G Ninja
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1" CACHE STRING "")
set(KEHOACH_SANITIZE "thread" CACHE STRING "")
# Sanitized code makes g++ 12 warn inside the standard library's own headers.
set(KEHOACH_WERROR OFF CACHE BOOL "")
set(KEHOACH_TESTS ON CACHE BOOL "")
