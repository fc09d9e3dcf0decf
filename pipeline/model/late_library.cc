#include "model/late_library.h"

#include <dlfcn.h>

#include <filesystem>
#include <string_view>

namespace kehoach {
namespace {

// In the words of glibc, which keeps no other account of it: the file is one
// that can be loaded, and the system gives no memory for it.
bool was_refused_memory(std::string_view why) {
  return why.find("failed to map segment") != std::string_view::npos ||
         why.find("cannot allocate") != std::string_view::npos;
}

}  // namespace

Result<const void*> ask_late_library(const char* file, const char* name) {
  std::error_code ignored;
  const std::string path =
      std::filesystem::read_symlink("/proc/self/exe", ignored)
          .replace_filename(file)
          .string();
  void* const library = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
  void* const found = library == nullptr ? nullptr : dlsym(library, name);
  if (found == nullptr) {
    const char* const said = dlerror();
    const std::string why = said == nullptr ? "" : said;
    if (was_refused_memory(why)) {
      return Failure(
          {Error::Kind::out_of_memory, "there is too little memory to load " +
                                           path + "; raise --memory-limit"});
    }
    return Failure(
        {Error::Kind::unsupported,
         path + " can't be loaded; build the program again (" + why + ")"});
  }
  return reinterpret_cast<const void* (*)()>(found)();
}

}  // namespace kehoach
