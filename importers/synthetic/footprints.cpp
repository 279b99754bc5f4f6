#include "importers/synthetic/footprints.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace parktwin::importers::synthetic {

Point LotFrame::at(double a, double b) const {
  switch (front_) {
    case Side::south:
      return {area_.x0 + a, area_.y0 + b};
    case Side::east:
      return {area_.x1 - b, area_.y0 + a};
    case Side::north:
      return {area_.x1 - a, area_.y1 - b};
    case Side::west:
      return {area_.x0 + b, area_.y1 - a};
  }
  return {};
}

Ring LotFrame::ring(const Ring& local) const {
  Ring out;
  for (const Point p : local) out.push_back(at(p.x, p.y));
  return out;
}

Polygon box(const LotFrame& frame, const Span& s) { return {frame.ring({{s.a0, s.b0}, {s.a1, s.b0}, {s.a1, s.b1}, {s.a0, s.b1}}), {}}; }

Polygon l_plan(const LotFrame& frame, const Span& s, double notch_a, double notch_b, bool mirrored) {
  if (mirrored) {
    return {
        frame.ring(
            {{s.a0, s.b0}, {s.a1, s.b0}, {s.a1, s.b1}, {s.a0 + notch_a, s.b1}, {s.a0 + notch_a, s.b1 - notch_b}, {s.a0, s.b1 - notch_b}}),
        {}};
  }
  return {frame.ring(
              {{s.a0, s.b0}, {s.a1, s.b0}, {s.a1, s.b1 - notch_b}, {s.a1 - notch_a, s.b1 - notch_b}, {s.a1 - notch_a, s.b1}, {s.a0, s.b1}}),
          {}};
}

Polygon u_plan(const LotFrame& frame, const Span& s, double wing) {
  return {frame.ring({{s.a0, s.b0},
                      {s.a1, s.b0},
                      {s.a1, s.b1},
                      {s.a1 - wing, s.b1},
                      {s.a1 - wing, s.b0 + wing},
                      {s.a0 + wing, s.b0 + wing},
                      {s.a0 + wing, s.b1},
                      {s.a0, s.b1}}),
          {}};
}

Polygon court_plan(const LotFrame& frame, const Span& s, double wing) {
  Ring court = frame.ring({{s.a0 + wing, s.b0 + wing}, {s.a1 - wing, s.b0 + wing}, {s.a1 - wing, s.b1 - wing}, {s.a0 + wing, s.b1 - wing}});
  std::reverse(court.begin(), court.end());
  return {box(frame, s).outer, {court}};
}

Polygon comb_plan(const LotFrame& frame, const Span& s, int fingers, double spine) {
  const double pitch = s.width() / (2.0 * fingers - 1.0);
  Ring ring = {{s.a0, s.b0}, {s.a1, s.b0}};
  for (int i = fingers - 1; i >= 0; --i) {
    const double left = s.a0 + 2.0 * i * pitch;
    const double right = i == fingers - 1 ? s.a1 : left + pitch;
    if (i < fingers - 1) ring.push_back({right, s.b0 + spine});
    ring.push_back({right, s.b1});
    ring.push_back({left, s.b1});
    if (i > 0) ring.push_back({left, s.b0 + spine});
  }
  return {frame.ring(ring), {}};
}

Polygon round_plan(const LotFrame& frame, double a, double b, double radius) {
  constexpr int corners = 16;
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2.0 * std::numbers::pi * i / corners;
    ring.push_back({a + radius * std::cos(angle), b + radius * std::sin(angle)});
  }
  return {frame.ring(ring), {}};
}

}  // namespace parktwin::importers::synthetic
