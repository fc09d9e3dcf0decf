// What the program and its helper `kehoach-office` agree on. Private to
// ingest/.
//
// The helper is started with the folder of LibreOffice's libraries and the URL
// of a profile as arguments. It answers on the socket kOfficeSocket with the
// line kOfficeReady, and from then on each line `FROM<tab>TO` (paths) with
// kOfficeDone or a line that says why not. It ends when the socket does.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/ingest.h"

namespace kehoach {

inline constexpr int kOfficeSocket = 3;
inline constexpr std::string_view kOfficeReady = "ready";
inline constexpr std::string_view kOfficeDone = "done";

// A document that LibreOffice is needed for: the ending by which that tells the
// format, and its media type.
struct OfficeFormat {
  std::string_view name;  // `a Word file (DOC)`
  std::string_view ending;
  std::string_view media_type;
};

// Told by the bytes: Word 97-2003, RTF, OpenDocument text.
[[nodiscard]] std::optional<OfficeFormat> office_format(std::string_view bytes);

// The end of an OpenDocument text is missing, and with it the list of what it
// holds: LibreOffice would take it for empty.
[[nodiscard]] bool is_cut_odt(std::string_view bytes);

// The helper while it runs, with all that it starts, in a folder of its own
// that goes with it.
class OfficeProcess {
 public:
  // Not running yet.
  OfficeProcess() = default;
  OfficeProcess(const OfficeProcess&) = delete;
  OfficeProcess& operator=(const OfficeProcess&) = delete;
  ~OfficeProcess() { end(); }

  // Error: the system refuses.
  [[nodiscard]] Result<void> begin(const OfficeOptions& options);
  // Kills it and what it started, and removes the folder.
  void end();
  [[nodiscard]] bool is_running() const { return pid_ > 0; }
  [[nodiscard]] const std::string& folder() const { return folder_; }

  // Sends a line. Nobody may be there to read it: `receive` tells.
  void send(std::string line) const;
  // The next line of the answer; none when it has died or the time is over.
  [[nodiscard]] std::optional<std::string> receive(
      std::chrono::milliseconds limit);

 private:
  int pid_ = 0;
  int socket_ = -1;
  std::string folder_;
};

}  // namespace kehoach
