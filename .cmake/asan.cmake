# Every test under the address and undefined-behaviour sanitizers, and the fuzz
# targets with libFuzzer, which is clang's.
#   cmake -C .cmake/asan.cmake -S . -B out/build/asan -G Ninja
set(CMAKE_CXX_COMPILER clang++-14 CACHE STRING "")
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
# Assertions stay; -O1 keeps the stacks of reports readable.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1 -D_GLIBCXX_ASSERTIONS" CACHE STRING "")
set(KEHOACH_SANITIZE "address,undefined,fuzzer-no-link" CACHE STRING "")
set(KEHOACH_FUZZ ON CACHE BOOL "")
set(KEHOACH_WERROR ON CACHE BOOL "")
set(KEHOACH_TESTS ON CACHE BOOL "")
