#include "read/tcvn3_case.h"

namespace kehoach {
namespace {

bool is_small(std::uint8_t code) { return code >= 'a' && code <= 'z'; }

bool is_capital(std::uint8_t code) {
  return (code >= 'A' && code <= 'Z') || (code >= 0xA1 && code <= 0xA7);
}

bool is_letter_code(std::uint8_t code) {
  return is_small(code) || is_capital(code) || tcvn3_letter(code) != 0;
}

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool capitals = false;  // sure of it
  bool syllable = false;  // in capitals, and no acronym
  bool unsure = false;    // one capital at most, and no small letter
};

bool is_syllable(const std::vector<Code>& codes, const Run& run) {
  std::string word;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const char32_t letter = tcvn3_letter(codes[i].value);
    append_utf8(word, letter != 0 ? letter : codes[i].value);
  }
  return judge_word(word) == WordKind::exact;
}

Run run_at(const std::vector<Code>& codes, std::size_t begin) {
  Run run{begin, begin};
  std::size_t capitals = 0;
  bool small = false;
  for (; run.end < codes.size() && is_letter_code(codes[run.end].value);
       ++run.end) {
    const std::uint8_t code = codes[run.end].value;
    capitals += is_capital(code) ? 1 : 0;
    small = small || is_small(code);
  }
  run.capitals = capitals > 1 && !small;
  run.unsure = capitals < 2 && !small;
  run.syllable = run.capitals && is_syllable(codes, run);
  return run;
}

bool are_neighbours(const std::vector<Code>& codes, const Run& a,
                    const Run& b) {
  return b.begin == a.end + 1 && codes[a.end].value == ' ';
}

}  // namespace

std::vector<bool> tcvn3_capitals(const std::vector<Code>& codes) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < codes.size(); ++at) {
    if (!is_letter_code(codes[at].value)) continue;
    runs.push_back(run_at(codes, at));
    at = runs.back().end - 1;
  }
  const auto follow = [&](Run& run, const Run& other, bool adjoining) {
    if (adjoining && run.unsure && other.syllable)
      run.capitals = run.syllable = true;
  };
  for (std::size_t i = 1; i < runs.size(); ++i)
    follow(runs[i], runs[i - 1], are_neighbours(codes, runs[i - 1], runs[i]));
  for (std::size_t i = runs.size(); i-- > 1;)
    follow(runs[i - 1], runs[i], are_neighbours(codes, runs[i - 1], runs[i]));
  std::vector<bool> capitals(codes.size(), false);
  for (const Run& run : runs) {
    for (std::size_t i = run.begin; i < run.end; ++i)
      capitals[i] = run.capitals;
  }
  return capitals;
}

}  // namespace kehoach
