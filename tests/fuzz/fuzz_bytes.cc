// A worker that its document took over may send anything: what is sent is
// refused, or is a plan (or a text) that can be printed and sent on as it came.
// An input is taken as bytes, and as changes to the bytes of a plan: two bytes
// for a place, one for what stands there.
#include "fuzz/fuzz.h"
#include "model/model.h"
#include "model/plan_bytes.h"
#include "model/source_bytes.h"
#include "model/source_text.h"
#include "store/sample_plan.h"

namespace kehoach {
namespace {

const std::string& plan_bytes() {
  static const std::string bytes = to_bytes(sample_plan());
  return bytes;
}

const std::string& source_bytes() {
  static const std::string bytes = [] {
    SourceText source;
    source.media_type = "application/pdf";
    source.text = "KẾ HOẠCH\nSở Y tế\n";
    source.lines = {
        {{0, 11}, 1, {1, 2, 3, 4}, true, false, false, {}},
        {{12, 22}, 2, {1, 2, 3, 4}, false, true, true, {1, 0, 1, 2}}};
    source.words = {{{0, 4}, 1, {1, 2, 3, 4}, 0, 12, 1},
                    {{12, 15}, 2, {1, 2, 3, 4}, 0, 12, 0.5F}};
    source.fonts = {"Times"};
    source.pages = 2;
    source.styled = true;
    source.diagnostics = {{Severity::warning, "page-blank", "a page", {0, 0}}};
    return to_bytes(source);
  }();
  return bytes;
}

std::string changed(std::string bytes, std::string_view changes) {
  for (; changes.size() >= 3; changes.remove_prefix(3)) {
    const std::size_t place = static_cast<unsigned char>(changes[0]) * 256U +
                              static_cast<unsigned char>(changes[1]);
    bytes[place % bytes.size()] = changes[2];
  }
  return bytes;
}

void check_plan(std::string_view bytes) {
  const Result<Plan> plan = plan_from_bytes(bytes);
  if (!plan) return;
  FUZZ_CHECK(to_bytes(*plan) == bytes);
  FUZZ_CHECK(!to_json(*plan).empty());
}

void check_source(std::string_view bytes) {
  const Result<SourceText> source = source_from_bytes(bytes);
  if (!source) return;
  FUZZ_CHECK(to_bytes(*source) == bytes);
  for (const SourceLine& line : source->lines)
    FUZZ_CHECK(line.span.end <= source->text.size());
}

}  // namespace
}  // namespace kehoach

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace kehoach;
  const std::string_view input = fuzz_text(data, size);
  check_plan(input);
  check_source(input);
  check_plan(changed(plan_bytes(), input));
  check_source(changed(source_bytes(), input));
  return 0;
}
