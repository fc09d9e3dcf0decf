# The benchmarks, built as the program is when it ships.
#   cmake -C .cmake/bench.cmake -S . -B out/build/bench -G Ninja
set(CMAKE_BUILD_TYPE Release CACHE STRING "")
set(KEHOACH_BENCH ON CACHE BOOL "")
set(KEHOACH_TESTS ON CACHE BOOL "")
