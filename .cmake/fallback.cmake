# Without Poppler's core, as where its headers are not installed.
#   cmake -C .cmake/fallback.cmake -S . -B out/build/fallback -G Ninja
set(KEHOACH_POPPLER_CORE OFF CACHE BOOL "")
set(KEHOACH_WERROR ON CACHE BOOL "")
set(KEHOACH_TESTS ON CACHE BOOL "")
