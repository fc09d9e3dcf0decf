#include "store/fast_tokenizer.h"

#include <array>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

#include "text/text.h"

namespace kehoach {
namespace {

using OnToken = int (*)(void*, int, const char*, int, int, int);

// The tokenizer of SQLite as its registry names it.
struct Original {
  fts5_tokenizer calls{};
  void* context = nullptr;
};

// What becomes of a letter inside a word.
struct Folded {
  static constexpr std::uint8_t kBetween = 0;  // no letter of words
  static constexpr std::uint8_t kUnknown = 0xFF;
  std::array<char, 3> bytes{};
  std::uint8_t size = kUnknown;  // of these bytes, or one of the above
};
// So that one is copied as a whole.
static_assert(sizeof(Folded) == 4);

int keep_token(void* to, int /*flags*/, const char* token, int size,
               int /*begin*/, int /*end*/) {
  static_cast<std::vector<std::string>*>(to)->emplace_back(
      token, static_cast<std::size_t>(size));
  return SQLITE_OK;
}

class Tokenizer {
 public:
  Tokenizer(const Original& original, Fts5Tokenizer* instance)
      : original_(original), instance_(instance) {
    for (std::size_t c = 0; c < low_.size(); ++c)
      low_[c] = ask(static_cast<char32_t>(c));
    for (std::size_t i = 0; i < tones_.size(); ++i)
      tones_[i] = ask(kToneBlock + static_cast<char32_t>(i));
    for (std::size_t i = 0; i < marks_.size(); ++i)
      marks_[i] = ask(kMarkBlock + static_cast<char32_t>(i));
  }
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;
  ~Tokenizer() { original_.calls.xDelete(instance_); }

  int tokenize(void* context, int flags, const char* text, int size,
               OnToken on_token) {
    if (!find_words({text, static_cast<std::size_t>(size)})) {
      return original_.calls.xTokenize(instance_, context, flags, text, size,
                                       on_token);
    }
    for (const Word& word : words_) {
      const int code =
          on_token(context, 0, word.folded, word.size, word.begin, word.end);
      if (code != SQLITE_OK) return code == SQLITE_DONE ? SQLITE_OK : code;
    }
    return SQLITE_OK;
  }

 private:
  struct Word {
    const char* folded;
    int size;
    int begin, end;  // in the text
  };

  static constexpr std::size_t kLowCodes = 0x1C0;
  static constexpr char32_t kToneBlock = 0x1EA0;  // Vietnamese letters
  static constexpr char32_t kMarkBlock = 0x2000;  // dashes, quotes

  // A letter is known if it is the same alone and between others: marks that
  // combine are not.
  [[nodiscard]] Folded ask(char32_t letter) const {
    std::string alone;
    append_utf8(alone, letter);
    const auto within = tokens("a" + alone + "a");
    const auto by_itself = tokens(alone);
    if (by_itself.empty() && within == std::vector<std::string>{"a", "a"})
      return {{}, Folded::kBetween};
    Folded folded;
    if (by_itself.size() == 1 && by_itself[0].size() <= folded.bytes.size() &&
        within == std::vector<std::string>{"a" + by_itself[0] + "a"}) {
      folded.size = static_cast<std::uint8_t>(by_itself[0].size());
      std::memcpy(folded.bytes.data(), by_itself[0].data(), folded.size);
    }
    return folded;
  }

  [[nodiscard]] std::vector<std::string> tokens(const std::string& text) const {
    std::vector<std::string> found;
    (void)original_.calls.xTokenize(instance_, &found, FTS5_TOKENIZE_DOCUMENT,
                                    text.data(), static_cast<int>(text.size()),
                                    keep_token);
    return found;
  }

  // What becomes of the letter of two or three bytes at the beginning of
  // `text`, whose bytes are counted in `size`; null where that is not known.
  [[nodiscard]] const Folded* long_letter(std::string_view text,
                                          std::size_t& size) const {
    const auto byte = [&](std::size_t i) -> unsigned {
      return static_cast<unsigned char>(text[i]);
    };
    const unsigned lead = byte(0);
    const bool is_low = lead >= 0xC2 && lead <= 0xC6;
    size = is_low ? 2 : 3;
    if (text.size() < size || (byte(1) & 0xC0U) != 0x80U) return nullptr;
    if (is_low) return &low_[(lead & 0x1FU) << 6U | (byte(1) & 0x3FU)];
    if (lead < 0xE1 || lead > 0xE2 || (byte(2) & 0xC0U) != 0x80U)
      return nullptr;
    const char32_t code =
        (lead & 0xFU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    if (code - kToneBlock < tones_.size()) return &tones_[code - kToneBlock];
    if (code - kMarkBlock < marks_.size()) return &marks_[code - kMarkBlock];
    return nullptr;
  }

  // False where a letter is not known.
  bool find_words(std::string_view text) {
    words_.clear();
    // Each byte becomes a letter at most, and whole letters are copied.
    const std::size_t room = (text.size() + 1) * sizeof(Folded);
    if (folded_.size() < room) folded_.resize(room);
    char* to = folded_.data();
    const char* word = nullptr;
    std::size_t written = 0;
    const auto end_word = [&](std::size_t at) {
      if (word == nullptr) return;
      words_.push_back({word, static_cast<int>(to - word),
                        static_cast<int>(written), static_cast<int>(at)});
      word = nullptr;
    };
    std::size_t size = 0;
    for (std::size_t at = 0; at < text.size(); at += size) {
      const auto lead = static_cast<unsigned char>(text[at]);
      const Folded* letter = &low_[lead & 0x7FU];
      size = 1;
      if (lead >= 0x80) letter = long_letter(text.substr(at), size);
      if (letter == nullptr || letter->size == Folded::kUnknown) return false;
      if (letter->size == Folded::kBetween) {
        end_word(at);
        continue;
      }
      if (word == nullptr) {
        word = to;
        written = at;
      }
      std::memcpy(to, letter, sizeof(Folded));
      to += letter->size;
    }
    end_word(text.size());
    return true;
  }

  Original original_;
  Fts5Tokenizer* instance_;
  std::array<Folded, kLowCodes> low_{};
  std::array<Folded, 0x60> tones_{};
  std::array<Folded, 0x40> marks_{};
  std::string folded_;
  std::vector<Word> words_;
};

int create(void* context, const char** options, int count,
           Fts5Tokenizer** made) {
  const auto& original = *static_cast<const Original*>(context);
  Fts5Tokenizer* instance = nullptr;
  const int code =
      original.calls.xCreate(original.context, options, count, &instance);
  if (code != SQLITE_OK) return code;
  *made = reinterpret_cast<Fts5Tokenizer*>(new Tokenizer(original, instance));
  return SQLITE_OK;
}

void destroy(Fts5Tokenizer* made) { delete reinterpret_cast<Tokenizer*>(made); }

int tokenize(Fts5Tokenizer* made, void* context, int flags, const char* text,
             int size, OnToken on_token) {
  return reinterpret_cast<Tokenizer*>(made)->tokenize(context, flags, text,
                                                      size, on_token);
}

fts5_api* api_of(Connection& db) {
  fts5_api* api = nullptr;
  sqlite3_stmt* query = nullptr;
  db.check(
      sqlite3_prepare_v2(db.get(), "SELECT fts5(?1)", -1, &query, nullptr));
  if (query == nullptr) return nullptr;
  sqlite3_bind_pointer(query, 1, static_cast<void*>(&api), "fts5_api_ptr",
                       nullptr);
  (void)sqlite3_step(query);
  sqlite3_finalize(query);
  return api;
}

}  // namespace

void use_fast_tokenizer(Connection& db) {
  constexpr const char* kName = "unicode61";
  if (!db.ok()) return;
  fts5_api* const api = api_of(db);
  if (api == nullptr) return;
  auto original = std::make_unique<Original>();
  const int found =
      api->xFindTokenizer(api, kName, &original->context, &original->calls);
  db.check(found);
  if (found != SQLITE_OK) return;
  fts5_tokenizer ours = {create, destroy, tokenize};
  db.check(api->xCreateTokenizer(
      api, kName, original.get(), &ours,
      [](void* kept) { delete static_cast<Original*>(kept); }));
  if (db.ok()) (void)original.release();
}

}  // namespace kehoach
