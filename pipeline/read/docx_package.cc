#include "read/docx_package.h"

#include <libdeflate.h>
#include <zip.h>

#include <algorithm>
#include <array>

#include "read/read.h"

namespace kehoach {

struct ZipCloser {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Zip = std::unique_ptr<zip_t, ZipCloser>;

namespace {

using namespace std::string_view_literals;

constexpr auto kTypesPart = "[Content_Types].xml";
// Real parts shrink to a tenth, repetitive ones to a fiftieth.
constexpr std::size_t kSmall = std::size_t{4} << 20U;  // bytes
constexpr std::size_t kMostRatio = 250;
constexpr std::size_t kMostRelationships = 4096;

Failure damaged(std::string message) {
  return Failure({Error::Kind::damaged, std::move(message)});
}

struct InflaterCloser {
  void operator()(libdeflate_decompressor* inflater) const {
    libdeflate_free_decompressor(inflater);
  }
};
using Inflater = std::unique_ptr<libdeflate_decompressor, InflaterCloser>;
using ZipFile = std::unique_ptr<zip_file_t, ZipCloser>;

Zip open_zip(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  Zip archive;
  zip_source_t* source =
      zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) {
    archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!archive) zip_source_free(source);
  }
  zip_error_fini(&error);
  return archive;
}

// The index of a member; -1 if there is none. Names differ in case between
// producers.
zip_int64_t find(zip_t* archive, const std::string& name) {
  const zip_int64_t at = zip_name_locate(archive, name.c_str(), 0);
  return at >= 0 ? at : zip_name_locate(archive, name.c_str(), ZIP_FL_NOCASE);
}

// A member that is packed as nearly all are, in one go: libdeflate takes a
// third of the time of what libzip does in pieces. Nothing where it is not as
// it says.
std::optional<std::string> inflated(zip_t* archive, zip_uint64_t index,
                                    const zip_stat_t& stat) {
  if (stat.comp_method != ZIP_CM_DEFLATE ||
      stat.encryption_method != ZIP_EM_NONE ||
      stat.comp_size > kReadLimits.docx_bytes) {
    return std::nullopt;
  }
  const ZipFile file(zip_fopen_index(archive, index, ZIP_FL_COMPRESSED));
  std::string packed(stat.comp_size, '\0');
  if (!file || zip_fread(file.get(), packed.data(), packed.size()) !=
                   static_cast<zip_int64_t>(packed.size())) {
    return std::nullopt;
  }
  const Inflater inflater(libdeflate_alloc_decompressor());
  std::string out(stat.size, '\0');
  if (!inflater || libdeflate_deflate_decompress(
                       inflater.get(), packed.data(), packed.size(), out.data(),
                       out.size(), nullptr) != LIBDEFLATE_SUCCESS) {
    return std::nullopt;
  }
  if (libdeflate_crc32(0, out.data(), out.size()) != stat.crc) {
    return std::nullopt;
  }
  return out;
}

Result<std::string> unpack(zip_t* archive, zip_uint64_t index) {
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_stat_index(archive, index, 0, &stat) != 0) {
    return damaged("is named but not there");
  }
  const bool huge =
      stat.size > kReadLimits.docx_bytes ||
      (stat.size > kSmall && stat.size / kMostRatio > stat.comp_size);
  if (huge) {
    return damaged("unpacks to " + std::to_string(stat.size) +
                   " bytes, which no document needs");
  }
  if (auto whole = inflated(archive, index, stat)) return *std::move(whole);
  const ZipFile file(zip_fopen_index(archive, index, 0));
  if (!file) {
    const int code = zip_error_code_zip(zip_get_error(archive));
    if (code == ZIP_ER_NOPASSWD || code == ZIP_ER_ENCRNOTSUPP) {
      return Failure({Error::Kind::encrypted, "is locked by a password"});
    }
    return damaged("can't be unpacked");
  }
  // One byte more than promised shows a member that lies about its size.
  std::string out(stat.size + 1, '\0');
  const zip_int64_t size = zip_fread(file.get(), out.data(), out.size());
  if (size < 0 || static_cast<zip_uint64_t>(size) != stat.size) {
    return damaged("can't be unpacked whole");
  }
  out.pop_back();
  return out;
}

// `word/../media/./a.xml` below `base`, without dots and a leading slash.
std::string resolved(std::string_view base, std::string_view target) {
  std::vector<std::string_view> steps;
  const auto walk = [&](std::string_view path) {
    for (const std::string_view step : split(path, '/')) {
      if (step.empty() || step == ".") continue;
      if (step != "..") {
        steps.push_back(step);
      } else if (!steps.empty()) {
        steps.pop_back();
      }
    }
  };
  if (!starts_with(target, "/")) {
    const std::size_t folder = base.rfind('/');
    if (folder != std::string_view::npos) walk(base.substr(0, folder));
  }
  walk(target);
  std::string out;
  for (const std::string_view step : steps) {
    if (!out.empty()) out += '/';
    out += step;
  }
  return out;
}

// `word/document.xml`: `word/_rels/document.xml.rels`
std::string relationships_name(const std::string& part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    const auto low = [](char c) {
      return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : int{c};
    };
    return low(x) == low(y);
  });
}

PackageKind kind_from(std::string_view types) {
  const auto has = [&](std::string_view part) {
    return types.find(part) != std::string_view::npos;
  };
  if (has("ms-word.document.macroEnabled.main+xml") ||
      has("ms-word.template.macroEnabledTemplate.main+xml")) {
    return PackageKind::word_with_macros;
  }
  if (has("wordprocessingml.document.main+xml") ||
      has("wordprocessingml.template.main+xml")) {
    return PackageKind::word;
  }
  if (has("spreadsheetml.") || has("ms-excel.")) return PackageKind::workbook;
  if (has("presentationml.") || has("ms-powerpoint."))
    return PackageKind::presentation;
  return PackageKind::other;
}

}  // namespace

// Either a ZIP file or one XML file.
struct DocxPackage::Archive {
  Zip zip;
  XmlPart flat;
};

DocxPackage::DocxPackage(std::unique_ptr<Archive> archive)
    : archive_(std::move(archive)) {}
DocxPackage::DocxPackage(DocxPackage&&) noexcept = default;
DocxPackage& DocxPackage::operator=(DocxPackage&&) noexcept = default;
DocxPackage::~DocxPackage() = default;

Result<DocxPackage> DocxPackage::open(std::string_view bytes) {
  auto archive = std::make_unique<Archive>();
  if (starts_with(bytes, "PK")) {
    archive->zip = open_zip(bytes);
    if (!archive->zip) return damaged("its list of files is missing or broken");
  } else {
    auto whole = XmlPart::parse(std::string(bytes));
    if (!whole) return Failure(whole.error());
    archive->flat = std::move(*whole);
  }
  return DocxPackage(std::move(archive));
}

Result<PackageKind> DocxPackage::kind() const {
  if (!archive_->zip) return PackageKind::word;
  const zip_int64_t at = find(archive_->zip.get(), kTypesPart);
  if (at < 0) return PackageKind::none;
  return unpack(archive_->zip.get(), static_cast<zip_uint64_t>(at))
      .map(kind_from);
}

Result<std::optional<XmlPart>> DocxPackage::part(
    const std::string& name) const {
  if (archive_->zip) {
    const zip_int64_t at = find(archive_->zip.get(), name);
    if (at < 0) return std::nullopt;
    auto xml = unpack(archive_->zip.get(), static_cast<zip_uint64_t>(at));
    if (!xml) return Failure(xml.error());
    auto parsed = XmlPart::parse(std::move(*xml));
    if (!parsed) return Failure(parsed.error());
    return std::optional(std::move(*parsed));
  }
  const XmlPart& flat = archive_->flat;
  for (const pugi::xml_node part : flat.root().children()) {
    if (flat.tag(part) != Tag::flat_part) continue;
    std::string_view other = attribute(part, "name");
    if (starts_with(other, "/")) other.remove_prefix(1);
    if (!same_name(other, name)) continue;
    const pugi::xml_node xml = flat.child(part, Tag::flat_xml);
    for (const pugi::xml_node root : xml.children()) {
      if (root.type() == pugi::node_element)
        return std::optional(XmlPart::inside(root));
    }
  }
  return std::nullopt;
}

std::vector<Relationship> DocxPackage::relationships(
    const std::string& name) const {
  std::vector<Relationship> out;
  const auto read = part(relationships_name(name));
  if (!read || !*read) return out;
  for (const pugi::xml_node node : (*read)->root().children()) {
    if (node.type() != pugi::node_element) continue;
    if (attribute(node, "TargetMode") == "External") continue;
    const std::string_view type = attribute(node, "Type");
    if (out.size() >= kMostRelationships) break;
    out.push_back({std::string(attribute(node, "Id")),
                   std::string(type.substr(type.rfind('/') + 1)),
                   resolved(name, attribute(node, "Target"))});
  }
  return out;
}

}  // namespace kehoach
