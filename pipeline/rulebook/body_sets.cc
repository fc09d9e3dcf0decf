#include "rulebook/body_sets.h"

#include <algorithm>

#include "rulebook/body_places.h"

namespace kehoach {
namespace {

// `các doanh nghiệp thứ cấp đang hoạt động ...`: what is longer is a sentence.
constexpr std::size_t kMostAttributes = 6;

class SetReader {
 public:
  SetReader(const Bodies::Tables& tables, const NameWords& words)
      : tables_(tables), words_(words) {}

  [[nodiscard]] std::optional<BodySet> read() {
    at_ = plural_words(words_, 0);
    plural_ = at_ > 0;
    end_ = without_garnish(words_, at_);
    const bool garnished = end_ < words_.size();
    if (at_ == end_ || noun_at(at_) == 0) return std::nullopt;
    while (at_ < end_) {
      if (!step()) return std::nullopt;
    }
    if (set_.members.empty()) return std::nullopt;
    const bool several = set_.members.size() > 1;
    if (!plural_ && !several && !garnished) return std::nullopt;
    set_.level = level_.empty() ? common_level() : level_;
    return std::move(set_);
  }

 private:
  // Words of the longest noun at `at`; its level in `noun_level_`.
  [[nodiscard]] std::size_t noun_at(std::size_t at) {
    const auto longest = tables_.longest_noun.find(words_[at].folded);
    if (longest == tables_.longest_noun.end()) return 0;
    const std::size_t most = std::min(end_, at + longest->second + 1);
    for (std::size_t to = most; to > at; --to) {
      if (words_[to - 1].folded == "và") continue;
      const auto noun = tables_.nouns.find(words_.key(at, to));
      if (noun == tables_.nouns.end()) continue;
      if (noun->second == "-") return 0;
      noun_level_ = noun->second;
      return to - at;
    }
    return 0;
  }

  // One noun with what belongs to it, or the place that ends the set.
  [[nodiscard]] bool step() {
    const std::string_view word = words_[at_].folded;
    if (belongs_) return attribute();
    if (word == "và" || word == "các" || word == "những" || word == "của") {
      ++at_;
      return at_ < end_;
    }
    if (words_.stand_at(at_, "liên quan") ||
        words_.stand_at(at_, "có liên quan")) {
      at_ += word == "có" ? 3 : 2;
      return true;
    }
    if (!set_.members.empty() && skip_place()) return true;
    const std::size_t noun = is_attribute() ? 0 : noun_at(at_);
    if (noun == 0) return attribute();
    set_.members.push_back(folded(at_, at_ + noun));
    levels_.push_back(noun_level_);
    at_ += noun;
    attributes_ = 0;
    return true;
  }

  // Behind an attribute a noun opens a member only after a comma or `và`.
  [[nodiscard]] bool is_attribute() const {
    if (attributes_ == 0) return false;
    return !words_[at_].comma && words_[at_ - 1].folded != "và" &&
           words_[at_ - 1].folded != "các";
  }

  // `tỉnh`, `cấp huyện`, `trung ương`, `xã Tân Lập`, at the end or in front of
  // the next member.
  [[nodiscard]] bool skip_place() {
    if (words_[at_].comma || words_[at_ - 1].folded == "và") return false;
    if (words_.stand_at(at_, "trung ương")) {
      level_ = "central";
      at_ += 2;
      return true;
    }
    const std::size_t from = words_[at_].folded == "cấp" ? at_ + 1 : at_;
    const KindWords kind = unit_kind_at(words_, from);
    if (kind.words == 0) return false;
    const std::size_t name = from + kind.words;
    std::size_t end = name;
    while (end < end_ && words_[end].capital && !words_[end].comma) ++end;
    const bool closes =
        end == end_ || words_[end].comma || words_[end].folded == "và";
    if (!closes) return false;
    level_ = level_of_unit_kind(kind.kind);
    set_.unit_kind = kind.kind;
    set_.unit_name = words_.written(name, end);
    at_ = end;
    return true;
  }

  [[nodiscard]] bool attribute() {
    if (set_.members.empty()) return false;
    // A capital right behind the noun begins a name: `Hội Nông dân`.
    if (words_[at_].capital && (!plural_ || attributes_ == 0)) return false;
    if (++attributes_ > kMostAttributes) return false;
    belongs_ = belongs_ || words_[at_].folded == "thuộc";
    std::string& last = set_.members.back();
    if (words_[at_].comma) last += ',';
    last.append(" ").append(words_[at_].text);
    ++at_;
    return true;
  }

  [[nodiscard]] std::string folded(std::size_t from, std::size_t to) const {
    return fold_for_match(words_.written(from, to));
  }

  // The level that all members have which have one.
  [[nodiscard]] std::string common_level() const {
    std::string common;
    for (const std::string& level : levels_) {
      if (level.empty()) continue;
      if (!common.empty() && common != level) return "";
      common = level;
    }
    return common;
  }

  const Bodies::Tables& tables_;
  const NameWords& words_;
  std::size_t at_ = 0, end_ = 0;
  std::size_t attributes_ = 0;  // words since the last noun
  bool plural_ = false;         // begins with `các`
  bool belongs_ = false;        // behind `thuộc` all are attributes
  std::string noun_level_, level_;
  std::vector<std::string> levels_;
  BodySet set_;
};

}  // namespace

std::size_t plural_words(const NameWords& words, std::size_t at) {
  for (const std::string_view plural : {"tất cả các", "toàn thể các", "một số",
                                        "những", "từng", "mỗi", "các"}) {
    if (words.stand_at(at, plural)) return split(plural, ' ').size();
  }
  return 0;
}

std::optional<BodySet> read_set(const Bodies::Tables& tables,
                                const NameWords& words) {
  return SetReader(tables, words).read();
}

}  // namespace kehoach
