#include "viz/osg/head_up.h"

#include <algorithm>
#include <cmath>
#include <osg/Vec2d>
#include <sstream>

#include "viz/osg/caption.h"
#include "viz/osg/label_layout.h"
#include "viz/osg/plate.h"
#include "viz/scene/palette.h"

namespace parktwin::viz {
namespace {

const Colour paper = rgb(0xFFFFFF, 0.88F);

// At a picture height of 1080.
using plate::margin;
constexpr double padding = 18.0;
constexpr double heading_size = 19.0;
constexpr double entry_size = 17.0;
constexpr double entry_step = 29.0;
constexpr double scale_step = 25.0;
constexpr double heading_step = 34.0;
constexpr double legend_gap = 12.0;
constexpr double swatch = 20.0;
constexpr double ramp = 26.0;

bool is_scale_step(const Legend& legend, std::size_t entry) { return legend.continuous && entry + 1 < legend.entries.size(); }

double legend_height(const Legend& legend) {
  double height = heading_step;
  for (std::size_t i = 0; i < legend.entries.size(); ++i) height += is_scale_step(legend, i) ? scale_step : entry_step;
  return height;
}

/// Top of the panel downwards; returns the next free height.
double draw_legend(Canvas& canvas, const Legend& legend, double left, double top, double scale) {
  canvas.write(legend.title, {left, top - heading_size * scale}, {heading_size * scale, ink::dark(), Align::left, false});
  double y = top - heading_step * scale;
  for (std::size_t i = 0; i < legend.entries.size(); ++i) {
    const LegendEntry& entry = legend.entries[i];
    const double step = (is_scale_step(legend, i) ? scale_step : entry_step) * scale;
    const double box = (legend.continuous ? ramp : swatch) * scale;
    const double height = std::min(swatch, entry_step) * scale;
    if (is_scale_step(legend, i)) {
      const Colour& below = legend.entries[i + 1].colour;
      const double middle = y - height / 2.0;
      canvas.fill({{left, middle - step}, {left + box, middle - step}, {left + box, middle}, {left, middle}},
                  {below, below, entry.colour, entry.colour});
    } else if (!legend.continuous) {
      canvas.fill_box({left - 1.0, y - height - 1.0, box + 2.0, height + 2.0}, ink::hairline(), 4.0 * scale);
      canvas.fill_box({left, y - height, box, height}, entry.colour, 3.0 * scale);
    }
    canvas.write(entry.text, {left + box + 12.0 * scale, y - height / 2.0 - entry_size * 0.36 * scale},
                 {entry_size * scale, ink::dark(), Align::left, false});
    y -= step;
  }
  return y - legend_gap * scale;
}

void draw_title(Canvas& canvas, const Scene& scene, const RenderOptions& options) {
  const double scale = pixel_scale(options);
  const double top = options.height - margin * scale;
  const PixelBox box = title_box(canvas, scene, options);
  canvas.fill_box(box, rgb(0xFFFFFF, 0.93F), 8.0 * scale);
  canvas.write(scene.title, {margin * scale, top - 36.0 * scale}, {38.0 * scale, ink::dark(), Align::left, false});
  canvas.write(scene.subtitle, {margin * scale, top - 70.0 * scale}, {21.0 * scale, ink::soft(), Align::left, false});
}

void draw_legends(Canvas& canvas, const Scene& scene, const RenderOptions& options) {
  if (scene.legends.empty()) return;
  const double scale = pixel_scale(options);
  const PixelBox box = legend_panel(canvas, scene, options);
  plate::draw(canvas, box, scale);
  double top = box.top() - padding * scale;
  for (const Legend& legend : scene.legends) top = draw_legend(canvas, legend, box.left + padding * scale, top, scale);
}

/// Points where north lies on the picture at the middle of the view.
void draw_north_arrow(Canvas& canvas, const Scene& scene, const RenderOptions& options, const CameraView& camera) {
  const double reach = 0.02 * std::max(scene.high[0] - scene.low[0], scene.high[1] - scene.low[1]);
  const osg::Vec3d here = to_pixels(camera, options, camera.target);
  const osg::Vec3d there = to_pixels(camera, options, camera.target + osg::Vec3d(0.0, reach, 0.0));
  osg::Vec2d north(there.x() - here.x(), there.y() - here.y());
  if (north.normalize() == 0.0) return;
  const PixelBox box = north_arrow_box(options);
  const double scale = pixel_scale(options);
  const double half = box.width / 2.0;
  const PixelPoint middle{box.left + half, box.bottom + half};
  canvas.fill_box({box.left - 1.0, box.bottom - 1.0, box.width + 2.0, box.height + 2.0}, ink::hairline(), half + 1.0);
  canvas.fill_box(box, paper, half);
  const auto at = [&](double along, double aside) {
    return PixelPoint{middle.x + (north.x() * along + north.y() * aside) * scale,
                      middle.y + (north.y() * along - north.x() * aside) * scale};
  };
  canvas.fill({at(17.0, 0.0), at(-22.0, -10.0), at(-15.0, 0.0)}, {rgb(0x8A96A3)});
  canvas.fill({at(17.0, 0.0), at(-15.0, 0.0), at(-22.0, 10.0)}, {ink::dark()});
  const PixelPoint letter = at(28.0, 0.0);
  canvas.write("N", {letter.x, letter.y - 6.5 * scale}, {17.0 * scale, ink::dark(), Align::centre, false});
}

void draw_scale_bar(Canvas& canvas, const RenderOptions& options, const CameraView& camera) {
  const double scale = pixel_scale(options);
  const PixelBox box = scale_bar_box(options);
  const double metres = round_length(camera.metres_per_pixel * box.width * 0.8);
  const double length = metres / camera.metres_per_pixel;
  const double left = box.right() - length;
  const double half = length / 2.0;
  canvas.fill_box({left - 1.5 * scale, box.bottom - 1.5 * scale, length + 3.0 * scale, 11.0 * scale}, ink::dark());
  canvas.fill_box({left + half, box.bottom, half, 8.0 * scale}, rgb(0xFFFFFF));
  std::ostringstream end;
  metres >= 1000.0 ? end << metres / 1000.0 << " km" : end << metres << " m";
  const TextStyle style{16.0 * scale, ink::dark(), Align::centre, true};
  canvas.write("0", {left, box.bottom + 17.0 * scale}, style);
  canvas.write(end.str(), {box.right(), box.bottom + 17.0 * scale}, {style.size, ink::dark(), Align::right, true});
}

double label_size(int rank) { return rank <= 1 ? 20.0 : rank <= 3 ? 17.0 : 15.0; }

void draw_labels(Canvas& canvas, const Scene& scene, const RenderOptions& options, const CameraView& camera,
                 const std::vector<PixelBox>& taken) {
  const double scale = pixel_scale(options);
  std::vector<LabelWish> wishes;
  std::vector<std::size_t> wished;
  for (std::size_t i = 0; i < scene.labels.size(); ++i) {
    const Label& label = scene.labels[i];
    const osg::Vec3d at = to_pixels(camera, options, {label.position[0], label.position[1], label.position[2]});
    if (at.z() < 0.0 || at.z() > 1.0 || at.x() < 0.0 || at.y() < 0.0 || at.x() > options.width || at.y() > options.height) continue;
    const double size = label_size(label.rank) * scale;
    wishes.push_back({{at.x(), at.y()}, canvas.text_width(label.text, size) + 16.0 * scale, size + 10.0 * scale});
    wished.push_back(i);
  }
  const double edge = 8.0 * scale;
  const PixelBox area{edge, edge, options.width - 2.0 * edge, options.height - 2.0 * edge};
  const auto places = place_labels(wishes, area, taken);
  for (const LabelPlace& place : places) {
    if (scene.labels[wished[place.wish]].rank > 2) continue;
    const PixelPoint at = wishes[place.wish].point;
    const double radius = 3.0 * scale;
    canvas.fill_box({at.x - radius, at.y - radius, 2.0 * radius, 2.0 * radius}, ink::dark(), radius);
  }
  for (const LabelPlace& place : places) {
    const Label& label = scene.labels[wished[place.wish]];
    const double size = label_size(label.rank) * scale;
    const bool plate = label.rank <= 2;
    if (plate) canvas.fill_box(place.box, rgb(0xFFFFFF, label.rank == 2 ? 0.82F : 0.94F), place.box.height * 0.28);
    const PixelPoint base{place.box.left + place.box.width / 2.0, place.box.bottom + place.box.height / 2.0 - size * 0.36};
    canvas.write(label.text, base, {size, plate ? ink::dark() : rgb(0x2F3E4E), Align::centre, !plate});
  }
}

}  // namespace

PixelBox title_box(const Canvas& canvas, const Scene& scene, const RenderOptions& options) {
  const double scale = pixel_scale(options);
  const double width = std::max(canvas.text_width(scene.title, 38.0 * scale), canvas.text_width(scene.subtitle, 21.0 * scale));
  const double height = 92.0 * scale;
  const double edge = (margin - 14.0) * scale;
  return {edge, options.height - edge - height, width + 28.0 * scale, height};
}

PixelBox north_arrow_box(const RenderOptions& options) {
  const double scale = pixel_scale(options);
  const double side = 84.0 * scale;
  return {options.width - margin * scale - side, options.height - margin * scale - side, side, side};
}

PixelBox scale_bar_box(const RenderOptions& options) {
  const double scale = pixel_scale(options);
  return {options.width - (margin + 300.0) * scale, margin * scale, 300.0 * scale, 44.0 * scale};
}

double pixel_scale(const RenderOptions& options) {
  if (options.text_scale > 0.0) return options.text_scale;
  return std::max(0.4, std::min(options.height / 1080.0, options.width / 1500.0));
}

PixelBox legend_panel(const Canvas& canvas, const Scene& scene, const RenderOptions& options) {
  const double scale = pixel_scale(options);
  double width = 0.0;
  double height = 2.0 * padding - legend_gap;
  for (const Legend& legend : scene.legends) {
    height += legend_height(legend) + legend_gap;
    width = std::max(width, canvas.text_width(legend.title, heading_size * scale));
    for (const LegendEntry& entry : legend.entries)
      width = std::max(width, canvas.text_width(entry.text, entry_size * scale) + (ramp + 12.0) * scale);
  }
  return {margin * scale, margin * scale, width + 2.0 * padding * scale, height * scale};
}

Margins margins_of(const Canvas& canvas, const Scene& scene, const RenderOptions& options) {
  const double scale = pixel_scale(options);
  const double legend = scene.legends.empty() ? 0.0 : legend_panel(canvas, scene, options).right();
  const double top = 118.0 * scale;
  if (options.view == View::plan) return {legend + margin * scale, margin * scale, margin * scale, top};
  return {margin * scale, margin * scale, margin * scale, 84.0 * scale};
}

double round_length(double longest) {
  const double power = std::pow(10.0, std::floor(std::log10(longest)));
  for (const double step : {5.0, 2.0}) {
    if (step * power <= longest) return step * power;
  }
  return power;
}

void draw_head_up(Canvas& canvas, const Scene& scene, const RenderOptions& options, const CameraView& camera,
                  const std::vector<PixelBox>& also_taken) {
  std::vector<PixelBox> taken{north_arrow_box(options), title_box(canvas, scene, options)};
  taken.insert(taken.end(), also_taken.begin(), also_taken.end());
  if (!scene.legends.empty()) taken.push_back(legend_panel(canvas, scene, options));
  if (camera.metres_per_pixel > 0.0) taken.push_back(scale_bar_box(options));
  const Caption caption = caption_of(canvas, options, scene.legends.empty() ? 0.0 : legend_panel(canvas, scene, options).right());
  if (!caption.empty()) taken.push_back(caption.box);
  if (options.labels) draw_labels(canvas, scene, options, camera, taken);
  draw_caption(canvas, caption, options);
  draw_title(canvas, scene, options);
  draw_legends(canvas, scene, options);
  draw_north_arrow(canvas, scene, options, camera);
  if (camera.metres_per_pixel > 0.0) draw_scale_bar(canvas, options, camera);
}

}  // namespace parktwin::viz
