#include <filesystem>
#include <fstream>

#include "ingest/office.h"
#include "text/text.h"

namespace kehoach {
namespace {

namespace fs = std::filesystem;

constexpr int kConversions = 2;
// A little memory is lost with each document.
constexpr int kMostDocuments = 500;

class LibreOffice final : public OfficeConverter {
 public:
  explicit LibreOffice(OfficeOptions options) : options_(std::move(options)) {}

  [[nodiscard]] Result<std::string> to_docx(std::string_view bytes) override;

 private:
  enum class Outcome : std::uint8_t { done, refused, died };
  [[nodiscard]] Result<void> make_ready();
  [[nodiscard]] Outcome convert(const std::string& from, const std::string& to);

  OfficeOptions options_;
  OfficeProcess process_;
  int documents_ = 0;       // by this process
  std::string why_not_;     // the last document could not be read
  std::string cannot_run_;  // no later one needs to wait for that again
};

Result<void> LibreOffice::make_ready() {
  if (process_.is_running() && documents_ < kMostDocuments) return {};
  documents_ = 0;
  if (auto begun = process_.begin(options_); !begun) return begun;
  if (process_.receive(options_.start_limit) == kOfficeReady) return {};
  process_.end();
  cannot_run_ =
      "LibreOffice does not start; see whether 'soffice --headless "
      "--version' does";
  return Failure(Error{Error::Kind::io, cannot_run_});
}

LibreOffice::Outcome LibreOffice::convert(const std::string& from,
                                          const std::string& to) {
  ++documents_;
  why_not_ = "it gave nothing";
  process_.send(from + "\t" + to);
  const auto answer = process_.receive(options_.document_limit);
  if (answer == kOfficeDone) return Outcome::done;
  if (answer) {
    why_not_ = *answer;
    return Outcome::refused;
  }
  process_.end();
  return Outcome::died;
}

Result<std::string> LibreOffice::to_docx(std::string_view bytes) {
  const auto format = office_format(bytes);
  if (!format)
    return Failure(Error{Error::Kind::invalid, "no document of LibreOffice's"});
  if (is_cut_odt(bytes)) {
    return Failure(Error{Error::Kind::damaged,
                         "this is " + std::string(format->name) +
                             " whose end is missing; get it again from where "
                             "it came from"});
  }
  if (!office_is_installed(options_)) {
    return Failure(Error{Error::Kind::unsupported,
                         "this is " + std::string(format->name) +
                             ", which is read through LibreOffice; install "
                             "libreoffice-writer-nogui"});
  }
  if (!cannot_run_.empty()) return Failure(Error{Error::Kind::io, cannot_run_});
  for (int attempt = 0; attempt < kConversions; ++attempt) {
    if (auto ready = make_ready(); !ready) return Failure(ready.error());
    const std::string from =
        process_.folder() + "/in" + std::string(format->ending);
    const std::string to = process_.folder() + "/out.docx";
    std::ofstream(from, std::ios::binary)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const Outcome outcome = convert(from, to);
    if (outcome == Outcome::died) continue;
    auto converted = read_file(to, kMaxFileBytes);
    std::error_code ignored;
    fs::remove(from, ignored);
    fs::remove(to, ignored);
    if (outcome == Outcome::done && converted) return converted;
    return Failure(Error{Error::Kind::damaged,
                         "LibreOffice cannot read it (" + why_not_ +
                             "); open it there and save it as DOCX or PDF"});
  }
  return Failure(
      Error{Error::Kind::damaged,
            "LibreOffice crashed over it or took longer than " +
                std::to_string(options_.document_limit.count()) +
                " seconds, twice; open it there and save it as DOCX or PDF"});
}

}  // namespace

bool office_is_installed(const OfficeOptions& options) {
  std::error_code ignored;
  const auto has = [&](const char* library) {
    return fs::exists(options.libraries + library, ignored);
  };
  return has("/libswlo.so") &&
         (has("/libmergedlo.so") || has("/libsofficeapp.so"));
}

std::unique_ptr<OfficeConverter> make_office_converter(OfficeOptions options) {
  return std::make_unique<LibreOffice>(std::move(options));
}

PlanReader with_office(PlanReader read_plan, OfficeConverter& converter) {
  return [read_plan = std::move(read_plan),
          &converter](const ToRead& document) -> Result<ReadPlan> {
    const auto format = office_format(document.bytes);
    if (!format) return read_plan(document);
    ToRead converted = document;
    converted.converted = true;
    std::string docx;
    if (document.kept.empty()) {
      auto made = converter.to_docx(document.bytes);
      if (!made) {
        Error error = made.error();
        error.message.insert(0, std::string(document.path) + ": ");
        return Failure(std::move(error));
      }
      docx = std::move(*made);
      converted.bytes = docx;
    }
    auto read = read_plan(converted);
    if (!read) return read;
    PlanSource& source = read->plan.source;
    source.sha256 = sha256_hex(document.bytes);
    source.bytes = document.bytes.size();
    source.media_type = format->media_type;
    return read;
  };
}

}  // namespace kehoach
