#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace kehoach {
namespace {

struct Format {
  const char* name;
  const char* kinds;
  const char* by;
  std::string lacking;  // what is to be done on this machine; empty: nothing
};

constexpr const char* kNoModule =
    "its module is not beside the program; build it again";

// What is lacking to read a format, of which `beginning` is nothing but that:
// `damaged` where it is read at all.
std::string lacking(std::string_view beginning, std::string_view name) {
  const auto cut_off = read(beginning, name);
  return cut_off || cut_off.error().kind != Error::Kind::unsupported
             ? ""
             : kNoModule;
}

std::vector<Format> formats() {
  const std::string no_pages = lacking("%PDF-1.7\n", "PDF");
  const bool has_pages = no_pages.empty();
  const std::string no_words = lacking(
      "<a xmlns=\"http://schemas.microsoft.com/office/2006/xmlPackage\" "
      "progid=\"Word.Document\">",
      "DOCX");
  const CanUnpack unpacked = can_unpack();
  OcrPool engines;
  const bool recognised = has_pages && engines.probe();
  std::string no_ocr = no_pages;
  if (has_pages && !recognised) no_ocr = "install tesseract-ocr-vie to read it";
  const bool has_office = office_is_installed(office_options());
  const std::string no_office =
      has_office ? "" : "install libreoffice-writer-nogui to read it";
  return {
      {"text",
       "UTF-8, UTF-16, TCVN3, VNI, VISCII, VIQR, windows-1258, mojibake",
       "our own decoders", ""},
      {"Markdown", "with tables, also one cell a line", "our own reader", ""},
      {"HTML", "portal pages, pages saved by word processors", "Gumbo", ""},
      {"DOCX", "DOCM too, its macros ignored", "libzip, pugixml", no_words},
      {"PDF", "with a text layer", "Poppler", no_pages},
      {"PDF", "scanned, or with a rubbish text layer", "Poppler, Tesseract",
       no_ocr},
      {"images", "PNG, JPEG, TIFF of several pages", "Leptonica, Tesseract",
       no_ocr},
      {"DOC, RTF, ODT", "", "LibreOffice", no_office},
      {"archives", "ZIP, TAR, 7z, RAR, gzip, bzip2, xz, zstd, in each other",
       "libarchive", unpacked.archives ? "" : kNoModule},
      {"mails", "EML with what is attached, mailboxes (mbox)", "GMime",
       unpacked.mails ? "" : kNoModule},
  };
}

class FormatsCommand final : public Command {
 public:
  explicit FormatsCommand(CLI::App& parent)
      : Command(parent.add_subcommand(
            "formats", "List what is read, by what, and what is missing")) {
    add_format(app(), format_, {"text", "json"});
    app().footer("The bytes of a file tell its format, never its name.\n\n" +
                 reading_limits() +
                 "\nExamples:\n  kehoach formats\n"
                 "  kehoach formats --format json");
  }

  int run(Console& console) override {
    std::string out;
    for (const Format& f : formats()) {
      if (format_ == "json") {
        out += fmt::format(
            R"({{"format":"{}","kinds":"{}","by":"{}","ready":{},"lacking":"{}"}})"
            "\n",
            f.name, f.kinds, f.by, f.lacking.empty(), f.lacking);
        continue;
      }
      out += fmt::format("{:<4} {}", f.lacking.empty() ? "yes" : "no", f.name);
      if (*f.kinds != '\0') out += fmt::format(": {}", f.kinds);
      out += fmt::format("\n       by {}\n", f.by);
      if (!f.lacking.empty()) out += fmt::format("       {}\n", f.lacking);
    }
    (void)console.print(out);
    return 0;
  }

 private:
  std::string format_;
};

}  // namespace

std::unique_ptr<Command> make_formats(CLI::App& parent) {
  return std::make_unique<FormatsCommand>(parent);
}

}  // namespace kehoach
