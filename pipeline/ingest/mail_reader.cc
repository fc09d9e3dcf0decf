#include "ingest/mail_reader.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "ingest/member_name.h"
#include "text/text.h"

namespace kehoach {
namespace {

using namespace std::string_view_literals;

constexpr auto kCutMail = "the mail has no end"sv;
constexpr auto kByteOrderMark = "\xEF\xBB\xBF"sv;

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

struct FreeOptions {
  void operator()(GMimeParserOptions* o) const {
    g_mime_parser_options_free(o);
  }
};
using Options = std::unique_ptr<GMimeParserOptions, FreeOptions>;

std::string text_of(const char* text) { return text == nullptr ? "" : text; }

std::string ascii_lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = g_ascii_tolower(c);
  return lowered;
}

// Without a charset named, GMime would ask the locale.
Options make_options() {
  Options options(g_mime_parser_options_new());
  std::array<const char*, 4> charsets = {"utf-8", "windows-1258", "iso-8859-1",
                                         nullptr};
  g_mime_parser_options_set_fallback_charsets(options.get(), charsets.data());
  return options;
}

// A leaf of the tree of a mail, in its order.
struct Leaf {
  GMimeObject* object = nullptr;           // owned by the mail
  bool is_plain = false, is_html = false;  // a body, not an attachment
  bool is_cut = false;
};

bool is_body(GMimeObject* object, const char* subtype) {
  if (!GMIME_IS_TEXT_PART(object)) return false;
  if (g_mime_part_get_filename(GMIME_PART(object)) != nullptr) return false;
  if (ascii_lower(text_of(g_mime_object_get_disposition(object))) ==
      GMIME_DISPOSITION_ATTACHMENT) {
    return false;
  }
  GMimeContentType* type = g_mime_object_get_content_type(object);
  return g_mime_content_type_is_type(type, "text", subtype) != 0;
}

void collect(GMimeObject*, GMimeObject* part, gpointer into) {
  if (GMIME_IS_MULTIPART(part)) return;
  static_cast<std::vector<Leaf>*>(into)->push_back(
      {part, is_body(part, "plain"), is_body(part, "html")});
}

// The bytes end before the mail does, and its last leaf with them. Of a
// multipart that others stand behind, the end may never have been written.
bool is_cut(GMimeMessage* message) {
  GMimeObject* const whole = g_mime_message_get_mime_part(message);
  return GMIME_IS_MULTIPART(whole) &&
         GMIME_MULTIPART(whole)->write_end_boundary == FALSE;
}

std::string content_of(GMimeStream* memory) {
  const GByteArray* array =
      g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory));
  return {reinterpret_cast<const char*>(array->data), array->len};
}

// The bytes of an attachment, or of a mail inside a mail.
std::string decoded(GMimeObject* object) {
  const Owned<GMimeStream> memory(g_mime_stream_mem_new());
  if (GMIME_IS_MESSAGE_PART(object)) {
    GMimeMessage* message =
        g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
    if (message != nullptr) {
      g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr,
                                    memory.get());
    }
  } else if (GMIME_IS_PART(object)) {
    GMimeDataWrapper* content = g_mime_part_get_content(GMIME_PART(object));
    if (content != nullptr)
      g_mime_data_wrapper_write_to_stream(content, memory.get());
  }
  return content_of(memory.get());
}

struct FreeText {
  void operator()(char* text) const { g_free(text); }
};

// In UTF-8, as far as the mail says what it is in. What it does not say is left
// to those who read texts.
std::string body_text(GMimeObject* object) {
  const std::string charset = ascii_lower(
      text_of(g_mime_object_get_content_type_parameter(object, "charset")));
  if (charset.empty() || charset == "utf-8" || charset == "us-ascii")
    return decoded(object);
  const std::unique_ptr<char, FreeText> text(
      g_mime_text_part_get_text(GMIME_TEXT_PART(object)));
  return text == nullptr ? decoded(object) : std::string(text.get());
}

void erase_between(std::string& text, std::string_view begin,
                   std::string_view end) {
  std::string kept;
  std::size_t at = 0;
  while (true) {
    const std::size_t from = text.find(begin, at);
    kept.append(text, at, from - at);
    if (from == std::string::npos) break;
    const std::size_t to = text.find(end, from);
    if (to == std::string::npos) break;
    at = to + end.size();
  }
  text = std::move(kept);
}

bool has_words(std::string text, bool is_html) {
  if (is_html) {
    text = ascii_lower(text);
    erase_between(text, "<!--", "-->");
    erase_between(text, "<head", "</head>");
    erase_between(text, "<style", "</style>");
    erase_between(text, "<", ">");
    erase_between(text, "&nbsp", ";");
  }
  erase_between(text, "\xC2", "\xA0");  // no-break spaces
  return !trim(text).empty();
}

// The bodies that count: the plain ones, else those in HTML.
void choose_bodies(std::vector<Leaf>& leaves) {
  const auto drop_empty = [&](bool Leaf::*kind) {
    leaves.erase(std::remove_if(leaves.begin(), leaves.end(),
                                [&](const Leaf& leaf) {
                                  return leaf.*kind &&
                                         !has_words(body_text(leaf.object),
                                                    leaf.is_html);
                                }),
                 leaves.end());
  };
  drop_empty(&Leaf::is_plain);
  drop_empty(&Leaf::is_html);
  const bool plain =
      std::any_of(leaves.begin(), leaves.end(),
                  [](const Leaf& leaf) { return leaf.is_plain; });
  if (!plain) return;
  leaves.erase(std::remove_if(leaves.begin(), leaves.end(),
                              [](const Leaf& leaf) { return leaf.is_html; }),
               leaves.end());
}

std::string name_of(const Leaf& leaf) {
  if (leaf.is_plain) return "body.txt";
  if (leaf.is_html) return "body.html";
  std::string name;
  if (GMIME_IS_PART(leaf.object)) {
    name = text_of(g_mime_part_get_filename(GMIME_PART(leaf.object)));
  } else if (GMIME_IS_MESSAGE_PART(leaf.object)) {
    const char* given =
        g_mime_object_get_content_type_parameter(leaf.object, "name");
    name = given == nullptr ? "mail.eml" : given;
  }
  return readable_name(name);
}

Result<std::string> read_leaf(const Leaf& leaf, UnpackBudget& budget) {
  if (leaf.is_cut)
    return Failure(Error{Error::Kind::damaged, damage(kCutMail)});
  std::string bytes = leaf.is_plain || leaf.is_html ? body_text(leaf.object)
                                                    : decoded(leaf.object);
  // Said to be in another charset inside, which it is not any more.
  if (leaf.is_html && is_valid_utf8(bytes)) bytes.insert(0, kByteOrderMark);
  if (!budget.spend_bytes(bytes.size()))
    return Failure(Error{Error::Kind::damaged, budget.problem()});
  return bytes;
}

}  // namespace

void read_mail(std::string_view bytes, MemberSink& sink) {
  static const bool ready = (g_mime_init(), true);
  (void)ready;
  const Owned<GMimeStream> memory(
      g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(memory.get()));
  const Options options = make_options();
  const Owned<GMimeMessage> message(
      g_mime_parser_construct_message(parser.get(), options.get()));
  if (message == nullptr) return sink.fail(damage("no mail"));
  std::vector<Leaf> leaves;
  g_mime_message_foreach(message.get(), collect, &leaves);
  const bool cut = is_cut(message.get());
  if (cut && !leaves.empty()) leaves.back().is_cut = true;
  choose_bodies(leaves);
  for (const Leaf& leaf : leaves) {
    if (!sink.budget().spend_entry()) return sink.fail(sink.budget().problem());
    if (!sink.take(name_of(leaf),
                   [&] { return read_leaf(leaf, sink.budget()); })) {
      return;
    }
  }
  if (cut) sink.fail(damage(kCutMail));
}

}  // namespace kehoach
