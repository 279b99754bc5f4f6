#pragma once
// Building outlines on a lot. A LotFrame has its origin at a front corner: `a` runs along the front, `b` into the depth, so that every plan
// is drawn once and fits each orientation.
#include <vector>

#include "importers/synthetic/plan.h"

namespace parktwin::importers::synthetic {

class LotFrame {
 public:
  LotFrame(const Rect& area, Side front) : area_(area), front_(front) {}
  [[nodiscard]] double width() const { return front_ == Side::south || front_ == Side::north ? area_.width() : area_.height(); }
  [[nodiscard]] double depth() const { return front_ == Side::south || front_ == Side::north ? area_.height() : area_.width(); }
  [[nodiscard]] Point at(double a, double b) const;
  /// Rings given as (a, b), counter-clockwise; they stay so.
  [[nodiscard]] Ring ring(const Ring& local) const;

 private:
  Rect area_;
  Side front_;
};

/// A box in lot coordinates.
struct Span {
  double a0 = 0.0;
  double b0 = 0.0;
  double a1 = 0.0;
  double b1 = 0.0;
  [[nodiscard]] double width() const { return a1 - a0; }
  [[nodiscard]] double depth() const { return b1 - b0; }
};

[[nodiscard]] Polygon box(const LotFrame& frame, const Span& span);
/// A corner of the given size is missing: at the back right, or mirrored at the back left.
[[nodiscard]] Polygon l_plan(const LotFrame& frame, const Span& span, double notch_a, double notch_b, bool mirrored);
/// Open to the back; `wing` is the width of the two wings and of the front bar.
[[nodiscard]] Polygon u_plan(const LotFrame& frame, const Span& span, double wing);
/// Closed around a court. Precondition: wing < half of both sides.
[[nodiscard]] Polygon court_plan(const LotFrame& frame, const Span& span, double wing);
/// A spine along the front with fingers to the back. Precondition: fingers >= 2.
[[nodiscard]] Polygon comb_plan(const LotFrame& frame, const Span& span, int fingers, double spine);
/// A regular polygon with 16 corners.
[[nodiscard]] Polygon round_plan(const LotFrame& frame, double a, double b, double radius);

}  // namespace parktwin::importers::synthetic
