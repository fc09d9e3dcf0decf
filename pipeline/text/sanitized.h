// Whether this is a build with sanitizers, as .cmake/rooms.cmake tells: they
// need memory and system calls of their own.
#pragma once

namespace kehoach {

#ifdef KEHOACH_SANITIZED
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

#ifdef KEHOACH_SANITIZED_THREADS
inline constexpr bool kThreadsSanitized = true;
#else
inline constexpr bool kThreadsSanitized = false;
#endif

}  // namespace kehoach
