// The program `kehoach-office`: converts documents with LibreOffice, in a
// process of its own, for `kehoach`. See office.h for what they say to each
// other.
//
// LibreOffice is found when the program runs, not when it is built: its
// interface for other programs, LibreOfficeKit, is two tables of functions that
// only ever grow at their ends (LibreOfficeKit/LibreOfficeKit.h).

#include <dlfcn.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstddef>
#include <string>

#include "ingest/office.h"

namespace {

using namespace kehoach;

struct Office;
struct Document;

struct OfficeTable {
  std::size_t size;
  void (*destroy)(Office*);
  Document* (*load)(Office*, const char* url);
  char* (*error)(Office*);
};
struct Office {
  OfficeTable* table;
};

struct DocumentTable {
  std::size_t size;
  void (*destroy)(Document*);
  int (*save_as)(Document*, const char* url, const char* format,
                 const char* filter_options);
};
struct Document {
  DocumentTable* table;
};

// No connection to anywhere: sockets of the internet can't be made. What the
// profile forbids is so forbidden twice.
bool leave_network() {
#if defined(__x86_64__)
  constexpr unsigned kMachine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
  constexpr unsigned kMachine = AUDIT_ARCH_AARCH64;
#else
  constexpr unsigned kMachine = 0;
#endif
  constexpr unsigned kLoad = BPF_LD | BPF_W | BPF_ABS;
  constexpr unsigned kEqual = BPF_JMP | BPF_JEQ | BPF_K;
  constexpr unsigned kReturn = BPF_RET | BPF_K;
  std::array<sock_filter, 9> program = {{
      BPF_STMT(kLoad, offsetof(seccomp_data, arch)),
      BPF_JUMP(kEqual, kMachine, 1, 0),
      BPF_STMT(kReturn, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(kLoad, offsetof(seccomp_data, nr)),
      BPF_JUMP(kEqual, SYS_socket, 0, 3),
      BPF_STMT(kLoad, offsetof(seccomp_data, args)),
      BPF_JUMP(kEqual, AF_UNIX, 1, 0),
      BPF_STMT(kReturn, SECCOMP_RET_ERRNO | EACCES),
      BPF_STMT(kReturn, SECCOMP_RET_ALLOW),
  }};
  const sock_fprog filter = {program.size(), program.data()};
  return kMachine != 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

void limit(int resource, rlim_t most) {
  const rlimit value = {most, most};
  setrlimit(static_cast<__rlimit_resource_t>(resource), &value);
}

Office* start_office(const std::string& libraries, const char* profile) {
  using Hook = Office* (*)(const char*, const char*);
  for (const char* name : {"/libmergedlo.so", "/libsofficeapp.so"}) {
    void* const library = dlopen((libraries + name).c_str(), RTLD_LAZY);
    if (library == nullptr) continue;
    const auto hook =
        reinterpret_cast<Hook>(dlsym(library, "libreofficekit_hook_2"));
    if (hook != nullptr) return hook(libraries.c_str(), profile);
  }
  return nullptr;
}

std::string convert(Office* office, const std::string& from,
                    const std::string& to) {
  Document* const document =
      office->table->load(office, ("file://" + from).c_str());
  if (document == nullptr) {
    const char* said = office->table->error(office);
    std::string why =
        said == nullptr || *said == '\0' ? "no reason given" : said;
    std::replace(why.begin(), why.end(), '\n', ' ');
    return why.substr(0, 200);
  }
  const int saved = document->table->save_as(document, ("file://" + to).c_str(),
                                             "docx", nullptr);
  document->table->destroy(document);
  return std::string(saved != 0 ? kOfficeDone : "it cannot be saved");
}

bool answer(std::string line) {
  line += '\n';
  return send(kOfficeSocket, line.data(), line.size(), MSG_NOSIGNAL) ==
         static_cast<ssize_t>(line.size());
}

// False at the end of the socket.
bool read_line(std::string& line) {
  line.clear();
  char c = 0;
  while (recv(kOfficeSocket, &c, 1, 0) == 1) {
    if (c == '\n') return true;
    line += c;
  }
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  // It must not outlive the program that asks, however that ends.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_FSIZE, kMaxFileBytes);
  limit(RLIMIT_AS, std::size_t{4} << 30);
  if (!leave_network()) return 3;
  Office* const office = start_office(argv[1], argv[2]);
  if (office == nullptr || !answer(std::string(kOfficeReady))) return 4;
  std::string line;
  while (read_line(line)) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos) break;
    if (!answer(convert(office, line.substr(0, tab), line.substr(tab + 1))))
      break;
  }
  // LibreOffice's own ending takes long, and may crash.
  _exit(0);
}
