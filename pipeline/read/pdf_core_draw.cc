// Pages drawn through Poppler's core, which can be stopped.
#include <GfxState.h>
#include <PDFDoc.h>
#include <Page.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

#include "read/pdf_core.h"
#include "read/pdf_render.h"

namespace kehoach {
namespace {

// What one page may cost to draw, in dots: those that are painted and those of
// the pictures that are read for it. A scanned page has two times ten million.
constexpr double kMostDots = 1e9;
// That which costs something however small it is: a form, a letter's procedure.
constexpr double kSmallest = 5'000;

// Counts the dots in a part of the page where something may be seen.
class Patch {
 public:
  explicit Patch(const GfxState* state) : state_(state) {
    state->getClipBBox(&clip_x0_, &clip_y0_, &clip_x1_, &clip_y1_);
  }

  void add(double x, double y) {
    double at_x = 0;
    double at_y = 0;
    state_->transform(x, y, &at_x, &at_y);
    x0_ = std::min(x0_, at_x);
    y0_ = std::min(y0_, at_y);
    x1_ = std::max(x1_, at_x);
    y1_ = std::max(y1_, at_y);
  }
  // Those between the points that were added.
  [[nodiscard]] double dots() const {
    const double width = std::min(x1_, clip_x1_) - std::max(x0_, clip_x0_);
    const double height = std::min(y1_, clip_y1_) - std::max(y0_, clip_y0_);
    return std::max(width, 0.0) * std::max(height, 0.0);
  }
  [[nodiscard]] double dots_of_all() const {
    return std::max(clip_x1_ - clip_x0_, 0.0) *
           std::max(clip_y1_ - clip_y0_, 0.0);
  }

 private:
  static constexpr double kFar = std::numeric_limits<double>::infinity();
  const GfxState* state_;
  double clip_x0_ = 0;
  double clip_y0_ = 0;
  double clip_x1_ = 0;
  double clip_y1_ = 0;
  double x0_ = kFar;
  double y0_ = kFar;
  double x1_ = -kFar;
  double y1_ = -kFar;
};

// All that may be seen now.
double clipped(const GfxState* state) { return Patch(state).dots_of_all(); }

constexpr double kPoint = 10;  // of a path

// What lies around a path, and its points.
double area(const GfxState* state) {
  Patch patch(state);
  int points = 0;
  const GfxPath& path = *state->getPath();
  for (int i = 0; i < path.getNumSubpaths(); ++i) {
    const GfxSubpath& part = *path.getSubpath(i);
    points += part.getNumPoints();
    for (int p = 0; p < part.getNumPoints(); ++p)
      patch.add(part.getX(p), part.getY(p));
  }
  return patch.dots() + points * kPoint;
}

// The length of a path, as on the page and as it was given.
struct Length {
  double on_page = 0;
  double given = 0;
  int points = 0;
};

Length length_of(const GfxState* state) {
  Length length;
  const GfxPath& path = *state->getPath();
  for (int i = 0; i < path.getNumSubpaths(); ++i) {
    const GfxSubpath& part = *path.getSubpath(i);
    length.points += part.getNumPoints();
    for (int p = 1; p < part.getNumPoints(); ++p) {
      const double dx = part.getX(p) - part.getX(p - 1);
      const double dy = part.getY(p) - part.getY(p - 1);
      double x = 0;
      double y = 0;
      state->transformDelta(dx, dy, &x, &y);
      length.on_page += std::hypot(x, y);
      length.given += std::hypot(dx, dy);
    }
  }
  return length;
}

// What a line costs: its dots, as far as they may be seen, and its dashes, all
// of them.
double line(GfxState* state) {
  constexpr double kDash = 200;
  constexpr double kEdge = 4;  // edges are smoothed
  const Length length = length_of(state);
  const double width = std::max(state->getTransformedLineWidth(), 1.0);
  double start = 0;
  const std::vector<double>& dashes = state->getLineDash(&start);
  const double period = std::accumulate(dashes.begin(), dashes.end(), 0.0);
  const double count =
      period > 0 ? length.given / period * static_cast<double>(dashes.size())
                 : 0;
  return std::min(length.on_page * (width + kEdge) * kEdge,
                  length.points * clipped(state)) +
         count * kDash + length.points * kPoint;
}

// What a picture of the unit square covers, and its own dots.
double picture(const GfxState* state, int width, int height) {
  Patch patch(state);
  for (const double x : {0.0, 1.0}) {
    for (const double y : {0.0, 1.0}) patch.add(x, y);
  }
  return patch.dots() +
         static_cast<double>(width) * static_cast<double>(height);
}

// Draws on a bitmap until the page costs too much. What is too large is left
// out, and with it all that follows: such a page is of no use.
class BoundedDevice final : public SplashOutputDev {
 public:
  explicit BoundedDevice(SplashColorPtr paper)
      : SplashOutputDev(splashModeMono8, 4, false, paper) {
    setFontAntialias(true);
    setVectorAntialias(true);
    setFreeTypeHinting(false, false);
  }

  // Poppler asks from time to time whether to stop.
  static bool has_enough(void* device) {
    return static_cast<const BoundedDevice*>(device)->is_cut();
  }
  [[nodiscard]] bool is_cut() const { return dots_ > kMostDots; }

  void saveState(GfxState* state) override {
    if (++states_ > kReadLimits.page_states) dots_ = 2 * kMostDots;
    SplashOutputDev::saveState(state);
  }
  void restoreState(GfxState* state) override {
    --states_;
    SplashOutputDev::restoreState(state);
  }

  // Whether this device draws the form that is next: so it passes over one for
  // which it has no room. Poppler asks nothing else within small forms.
  bool useDrawForm() override { return !affords(kSmallest); }
  // Whether the letter is drawn already, likewise.
  bool beginType3Char(GfxState* state, double x, double y, double dx, double dy,
                      CharCode code, const Unicode* letters,
                      int length) override {
    return !affords(kSmallest) ||
           SplashOutputDev::beginType3Char(state, x, y, dx, dy, code, letters,
                                           length);
  }
  bool tilingPatternFill(GfxState* state, Gfx* painter, Catalog* catalog,
                         GfxTilingPattern* pattern, const double* matrix,
                         int x0, int y0, int x1, int y1, double step_x,
                         double step_y) override {
    const double tiles = (1.0 + x1 - x0) * (1.0 + y1 - y0);
    return !affords(clipped(state) + tiles * kSmallest) ||
           SplashOutputDev::tilingPatternFill(state, painter, catalog, pattern,
                                              matrix, x0, y0, x1, y1, step_x,
                                              step_y);
  }

  bool functionShadedFill(GfxState* state,
                          GfxFunctionShading* shading) override {
    return !affords(clipped(state)) ||
           SplashOutputDev::functionShadedFill(state, shading);
  }
  bool axialShadedFill(GfxState* state, GfxAxialShading* shading, double t0,
                       double t1) override {
    return !affords(clipped(state)) ||
           SplashOutputDev::axialShadedFill(state, shading, t0, t1);
  }
  bool radialShadedFill(GfxState* state, GfxRadialShading* shading, double t0,
                        double t1) override {
    return !affords(clipped(state)) ||
           SplashOutputDev::radialShadedFill(state, shading, t0, t1);
  }
  bool gouraudTriangleShadedFill(GfxState* state,
                                 GfxGouraudTriangleShading* shading) override {
    return !affords(clipped(state) * shading->getNTriangles()) ||
           SplashOutputDev::gouraudTriangleShadedFill(state, shading);
  }

  void stroke(GfxState* state) override {
    if (affords(line(state))) SplashOutputDev::stroke(state);
  }
  void fill(GfxState* state) override {
    if (affords(area(state))) SplashOutputDev::fill(state);
  }
  void eoFill(GfxState* state) override {
    if (affords(area(state))) SplashOutputDev::eoFill(state);
  }
  void drawChar(GfxState* state, double x, double y, double dx, double dy,
                double origin_x, double origin_y, CharCode code, int bytes,
                const Unicode* letters, int length) override {
    const double size = state->getTransformedFontSize();
    if (!affords(std::min(size * size, clipped(state)))) return;
    SplashOutputDev::drawChar(state, x, y, dx, dy, origin_x, origin_y, code,
                              bytes, letters, length);
  }
  void beginTransparencyGroup(GfxState* state, const double* box,
                              GfxColorSpace* blending, bool isolated,
                              bool knockout, bool soft_mask) override {
    (void)affords(clipped(state));
    SplashOutputDev::beginTransparencyGroup(state, box, blending, isolated,
                                            knockout, soft_mask);
  }

  void drawImageMask(GfxState* state, Object* ref, Stream* data, int width,
                     int height, bool invert, bool smooth,
                     bool in_line) override {
    if (!affords(picture(state, width, height))) return;
    SplashOutputDev::drawImageMask(state, ref, data, width, height, invert,
                                   smooth, in_line);
  }
  void setSoftMaskFromImageMask(GfxState* state, Object* ref, Stream* data,
                                int width, int height, bool invert,
                                bool in_line, double* base) override {
    if (!affords(picture(state, width, height))) {
      ++masks_left_out_;
      return;
    }
    SplashOutputDev::setSoftMaskFromImageMask(state, ref, data, width, height,
                                              invert, in_line, base);
  }
  void unsetSoftMaskFromImageMask(GfxState* state, double* base) override {
    if (masks_left_out_ > 0) {
      --masks_left_out_;
      return;
    }
    SplashOutputDev::unsetSoftMaskFromImageMask(state, base);
  }
  void drawImage(GfxState* state, Object* ref, Stream* data, int width,
                 int height, GfxImageColorMap* colours, bool smooth,
                 const int* mask, bool in_line) override {
    if (!affords(picture(state, width, height))) return;
    SplashOutputDev::drawImage(state, ref, data, width, height, colours, smooth,
                               mask, in_line);
  }
  void drawMaskedImage(GfxState* state, Object* ref, Stream* data, int width,
                       int height, GfxImageColorMap* colours, bool smooth,
                       Stream* mask, int mask_width, int mask_height,
                       bool mask_invert, bool mask_smooth) override {
    if (!affords(picture(state, width, height) +
                 picture(state, mask_width, mask_height)))
      return;
    SplashOutputDev::drawMaskedImage(state, ref, data, width, height, colours,
                                     smooth, mask, mask_width, mask_height,
                                     mask_invert, mask_smooth);
  }
  void drawSoftMaskedImage(GfxState* state, Object* ref, Stream* data,
                           int width, int height, GfxImageColorMap* colours,
                           bool smooth, Stream* mask, int mask_width,
                           int mask_height, GfxImageColorMap* mask_colours,
                           bool mask_smooth) override {
    if (!affords(picture(state, width, height) +
                 picture(state, mask_width, mask_height)))
      return;
    SplashOutputDev::drawSoftMaskedImage(
        state, ref, data, width, height, colours, smooth, mask, mask_width,
        mask_height, mask_colours, mask_smooth);
  }

 private:
  // Counts what is to be drawn; whether it is.
  bool affords(double dots) {
    dots_ += dots;
    return !is_cut();
  }

  double dots_ = 0;
  int states_ = 0;  // saved, and not restored
  int masks_left_out_ = 0;
};

}  // namespace

struct PdfDrawer::Document {
  std::unique_ptr<PDFDoc> pdf;
};

PdfDrawer::PdfDrawer(std::string_view bytes)
    : document_(std::make_unique<Document>()) {
  document_->pdf = core_document(bytes);
}
PdfDrawer::PdfDrawer(PdfDrawer&&) noexcept = default;
PdfDrawer& PdfDrawer::operator=(PdfDrawer&&) noexcept = default;
PdfDrawer::~PdfDrawer() = default;

std::optional<PageImage> PdfDrawer::draw(std::size_t index, float dpi) const {
  if (!document_->pdf->isOk()) return std::nullopt;
  Page* page = document_->pdf->getPage(static_cast<int>(index) + 1);
  if (page == nullptr) return std::nullopt;
  const auto drawn_dpi =
      drawn_at(page->getCropWidth(), page->getCropHeight(), dpi);
  if (!drawn_dpi) return std::nullopt;
  PageImage image;
  image.dpi = *drawn_dpi;
  SplashColor white = {255, 255, 255, 255};
  BoundedDevice device(white);
  device.startDoc(document_->pdf.get());
  page->display(&device, image.dpi, image.dpi, 0, false, true, false,
                BoundedDevice::has_enough, &device);
  if (device.is_cut()) return std::nullopt;
  const SplashBitmap& drawn = *device.getBitmap();
  image.width = static_cast<std::uint32_t>(drawn.getWidth());
  image.height = static_cast<std::uint32_t>(drawn.getHeight());
  image.grey.reserve(std::size_t{image.width} * image.height);
  const std::uint8_t* row = drawn.getDataPtr();
  for (int y = 0; y < drawn.getHeight(); ++y, row += drawn.getRowSize())
    image.grey.insert(image.grey.end(), row, row + drawn.getWidth());
  return image;
}

}  // namespace kehoach
