# The fuzz targets with libFuzzer, which is clang's.
#   cmake -C .cmake/fuzz.cmake -S . -B out/build/fuzz -G Ninja
set(CMAKE_CXX_COMPILER clang++-14 CACHE STRING "")
set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g1 -D_GLIBCXX_ASSERTIONS" CACHE STRING "")
set(KEHOACH_SANITIZE "address,undefined,fuzzer-no-link" CACHE STRING "")
set(KEHOACH_FUZZ ON CACHE BOOL "")
set(KEHOACH_WERROR ON CACHE BOOL "")
set(KEHOACH_TESTS ON CACHE BOOL "")
