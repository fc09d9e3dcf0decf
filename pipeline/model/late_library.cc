#include "model/late_library.h"

#include <dlfcn.h>

#include <filesystem>

namespace kehoach {

Result<const void*> ask_late_library(const char* file, const char* name) {
  std::error_code ignored;
  const std::string path =
      std::filesystem::read_symlink("/proc/self/exe", ignored)
          .replace_filename(file)
          .string();
  void* const library = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
  void* const found = library == nullptr ? nullptr : dlsym(library, name);
  if (found == nullptr) {
    const char* const why = dlerror();
    return Failure({Error::Kind::unsupported,
                    path + " can't be loaded; build the program again (" +
                        (why == nullptr ? "" : why) + ")"});
  }
  return reinterpret_cast<const void* (*)()>(found)();
}

}  // namespace kehoach
