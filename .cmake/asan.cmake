# Every test under the address and undefined-behaviour sanitizers.
#   cmake -C .cmake/asan.cmake -S . -B out/build/asan -G Ninja
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
# Assertions stay; -O1 keeps the stacks of reports readable.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1 -D_GLIBCXX_ASSERTIONS" CACHE STRING "")
set(KEHOACH_SANITIZE "address,undefined" CACHE STRING "")
# Sanitized code makes g++ 12 warn inside the standard library's own headers.
set(KEHOACH_WERROR OFF CACHE BOOL "")
set(KEHOACH_TESTS ON CACHE BOOL "")
