# clang-tidy over everything that is compiled, with clang's own warnings.
#   cmake -C .cmake/tidy.cmake -S . -B out/build/tidy -G Ninja
set(CMAKE_CXX_COMPILER clang++-14 CACHE STRING "")
set(CMAKE_BUILD_TYPE Debug CACHE STRING "")
set(CMAKE_CXX_CLANG_TIDY "clang-tidy-14;--warnings-as-errors=*;--quiet" CACHE STRING "")
set(KEHOACH_WERROR ON CACHE BOOL "")
set(KEHOACH_TESTS ON CACHE BOOL "")
set(KEHOACH_BENCH ON CACHE BOOL "")
