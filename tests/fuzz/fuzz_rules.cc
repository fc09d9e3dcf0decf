// Whatever stands in a file of rules: it is refused in one line that names the
// file, or its rules match inside the text that they are given, and two books
// of the same file are the same.
#include "fuzz/fuzz.h"
#include "rulebook/rulebook.h"
#include "text/text.h"

namespace kehoach {
namespace {

constexpr std::string_view kText =
    "giao sở y tế chủ trì, phối hợp với công an tỉnh báo cáo trước ngày "
    "30/6/2025; phấn đấu đạt ít nhất 84,3% vào năm 2030 theo 344-kh/tu.";

// Sub-patterns that an input may name.
constexpr std::string_view kPatterns = R"([patterns]
day = '(?P<day>3[01]|[12]\d|0?[1-9])'
year = '(?P<year>20\d\d)'
date = '{day}/(?P<month>1[0-2]|0?[1-9])/{year}'
[lists]
ends = ["tháng", "quý"]
)";

std::string name_of_file(std::string_view bytes) {
  const bool is_table = bytes.find('\t') != std::string_view::npos &&
                        bytes.find("[[") == std::string_view::npos;
  return is_table ? "rules/agencies.tsv" : "rules/deadlines.toml";
}

void check(const Rulebook& book) {
  constexpr Span kAll = {0, kText.size()};
  std::uint32_t before = 0;
  for (const Match& match :
       book.scan(only(Family::deadlines), kText, kAll, SectionRole::tasks)) {
    FUZZ_CHECK(match.rule != nullptr);
    FUZZ_CHECK(match.span.begin >= before);
    FUZZ_CHECK(match.span.begin <= match.span.end);
    FUZZ_CHECK(match.span.end <= kText.size());
    for (const auto& [name, span] : match.groups) {
      FUZZ_CHECK(match.span.begin <= span.begin && span.end <= match.span.end);
    }
    before = match.span.end;
  }
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  const std::string_view bytes = fuzz_text(data, size);
  const std::string name = name_of_file(bytes);
  const std::vector<RuleFile> files = {
      {"rules/patterns.toml", std::string(kPatterns)},
      {name, std::string(bytes)}};
  const auto book = parse_rulebook(files);
  if (!book) {
    const std::string& message = book.error().message;
    FUZZ_CHECK(starts_with(message, name));
    FUZZ_CHECK(message.find('\n') == std::string::npos);
    return 0;
  }
  check(*book);
  const auto again = parse_rulebook(files);
  FUZZ_CHECK(again.has_value() && again->hash() == book->hash());
  return 0;
}
