#pragma once
// What lies over the picture: title, legends, north arrow, scale bar, labels.
#include "viz/osg/camera_view.h"
#include "viz/osg/canvas.h"

namespace parktwin::viz {

/// Sizes in pixels at a picture height of 1080; grow with the picture.
[[nodiscard]] double pixel_scale(const RenderOptions& options);

/// The legend panel's size: views keep the park clear of it.
[[nodiscard]] PixelBox legend_panel(const Canvas& canvas, const Scene& scene, const RenderOptions& options);

/// Room for title and legends that the view leaves free.
[[nodiscard]] Margins margins_of(const Canvas& canvas, const Scene& scene, const RenderOptions& options);

/// A length of 1, 2 or 5 times a power of ten, at most `longest`. Precondition: longest > 0.
[[nodiscard]] double round_length(double longest);

/// Where each of them stands.
[[nodiscard]] PixelBox title_box(const Canvas& canvas, const Scene& scene, const RenderOptions& options);
[[nodiscard]] PixelBox north_arrow_box(const RenderOptions& options);
[[nodiscard]] PixelBox scale_bar_box(const RenderOptions& options);

/// Labels keep clear of `also_taken` as well.
void draw_head_up(Canvas& canvas, const Scene& scene, const RenderOptions& options, const CameraView& camera,
                  const std::vector<PixelBox>& also_taken = {});

}  // namespace parktwin::viz
