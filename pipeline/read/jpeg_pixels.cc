#include "read/jpeg_pixels.h"

// jpeglib.h needs FILE and size_t, and does not say so.
// clang-format off
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <jpeglib.h>
// clang-format on

namespace kehoach {
namespace {

// libjpeg prints what it finds and ends the process where it can't go on,
// unless it is told otherwise.
struct Errors {
  jpeg_error_mgr manager;  // the first, so that libjpeg's pointer leads here
  std::jmp_buf give_up;
};

void give_up(j_common_ptr codec) {
  std::longjmp(reinterpret_cast<Errors*>(codec->err)->give_up, 1);
}

void say_nothing(j_common_ptr /*codec*/) {}

void begin(jpeg_decompress_struct& codec, Errors& errors) {
  codec.err = jpeg_std_error(&errors.manager);
  errors.manager.error_exit = give_up;
  errors.manager.output_message = say_nothing;
}

void open(jpeg_decompress_struct& codec, std::string_view bytes) {
  jpeg_create_decompress(&codec);
  jpeg_mem_src(&codec, reinterpret_cast<const unsigned char*>(bytes.data()),
               bytes.size());
  jpeg_read_header(&codec, TRUE);
}

float dpi_of(const jpeg_decompress_struct& codec) {
  constexpr float kCentimetres = 2.54F;
  const auto said = static_cast<float>(codec.X_density);
  return codec.density_unit == 1   ? said
         : codec.density_unit == 2 ? said * kCentimetres
                                   : 0;
}

// Inks as Adobe writes them, 255 for none: what is left of the light.
void grey_of_inks(std::uint8_t* row, std::size_t width,
                  const std::vector<JSAMPLE>& inks) {
  for (std::size_t x = 0; x < width; ++x) {
    const JSAMPLE* ink = inks.data() + 4 * x;
    const unsigned light = (unsigned{ink[0]} + ink[1] + ink[2]) / 3;
    row[x] = static_cast<std::uint8_t>(light * ink[3] / 255);
  }
}

// Fills `out`; what was made of it stands there also where libjpeg gives up.
// Owns no memory, for giving up runs no destructors.
bool decode(jpeg_decompress_struct& codec, Errors& errors,
            std::string_view bytes, std::vector<JSAMPLE>& inks,
            PageImage& out) {
  if (setjmp(errors.give_up) != 0) {
    out.damaged = true;
    return codec.output_scanline > 0;
  }
  open(codec, bytes);
  const bool printed =
      codec.jpeg_color_space == JCS_CMYK || codec.jpeg_color_space == JCS_YCCK;
  codec.out_color_space = printed ? JCS_CMYK : JCS_GRAYSCALE;
  jpeg_start_decompress(&codec);
  out.width = codec.output_width;
  out.height = codec.output_height;
  out.dpi = dpi_of(codec);
  constexpr std::uint8_t kPaper = 255;
  out.grey.assign(std::size_t{out.width} * out.height, kPaper);
  if (printed) inks.resize(std::size_t{out.width} * 4);
  while (codec.output_scanline < codec.output_height) {
    std::uint8_t* row =
        out.grey.data() + std::size_t{codec.output_scanline} * out.width;
    JSAMPROW target = printed ? inks.data() : row;
    jpeg_read_scanlines(&codec, &target, 1);
    if (printed) grey_of_inks(row, out.width, inks);
  }
  jpeg_finish_decompress(&codec);
  out.damaged = errors.manager.num_warnings > 0;
  return true;
}

bool read_size(jpeg_decompress_struct& codec, Errors& errors,
               std::string_view bytes, ImageHeader& out) {
  if (setjmp(errors.give_up) != 0) return false;
  open(codec, bytes);
  out = {codec.image_width, codec.image_height};
  return true;
}

}  // namespace

std::optional<ImageHeader> jpeg_header(std::string_view bytes) {
  jpeg_decompress_struct codec{};
  Errors errors{};
  begin(codec, errors);
  ImageHeader header;
  const bool found = read_size(codec, errors, bytes, header);
  jpeg_destroy_decompress(&codec);
  if (!found) return std::nullopt;
  return header;
}

std::optional<PageImage> jpeg_pixels(std::string_view bytes) {
  jpeg_decompress_struct codec{};
  Errors errors{};
  begin(codec, errors);
  PageImage image;
  std::vector<JSAMPLE> inks;
  const bool found = decode(codec, errors, bytes, inks, image);
  jpeg_destroy_decompress(&codec);
  if (!found) return std::nullopt;
  return image;
}

}  // namespace kehoach
