// Help that fits the terminal. Private to cli/.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>

namespace kehoach {

// What options and commands are for, in lines of at most `width` columns, as
// far as that leaves room beside their names.
class HelpFormatter : public CLI::Formatter {
 public:
  explicit HelpFormatter(std::size_t width);

  [[nodiscard]] std::string make_option_desc(
      const CLI::Option* option) const override;
  [[nodiscard]] std::string make_option_opts(
      const CLI::Option* option) const override;
  [[nodiscard]] std::string make_subcommand(
      const CLI::App* command) const override;

 private:
  [[nodiscard]] std::string fit(const std::string& description) const;

  std::size_t width_;
};

}  // namespace kehoach
