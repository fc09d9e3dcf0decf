#include "cli/help_formatter.h"

#include <algorithm>
#include <sstream>

#include "report/report.h"

namespace kehoach {
namespace {

constexpr std::size_t kNameColumns = 30;    // columns of the names
constexpr std::size_t kNarrowestHelp = 25;  // of what they are for

}  // namespace

HelpFormatter::HelpFormatter(std::size_t width)
    : width_(std::max(width, kNameColumns + kNarrowestHelp) - kNameColumns) {
  column_width(kNameColumns);
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
  return fit(option->get_description());
}

// Three dots stand behind what takes more than one word at a time.
std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  constexpr std::string_view kMore = " ...";
  std::string opts = CLI::Formatter::make_option_opts(option);
  const std::size_t more = opts.find(kMore);
  if (!option->get_allow_extra_args() && more != std::string::npos)
    opts.erase(more, kMore.size());
  return opts;
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
  std::ostringstream out;
  CLI::detail::format_help(out, command->get_display_name(true),
                           fit(command->get_description()), get_column_width());
  return out.str();
}

std::string HelpFormatter::fit(const std::string& description) const {
  std::string lines = wrap("", description, 0, width_);
  lines.pop_back();  // the last line break
  return lines;
}

}  // namespace kehoach
