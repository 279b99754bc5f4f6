#pragma once
// Draws a scene with OpenSceneGraph into a picture. Needs no display: EGL without a surface, Xvfb or a real display if that fails.
#include <filesystem>
#include <string>

#include "viz/scene/scene.h"

namespace parktwin::viz {

using View = StandardView;

struct RenderOptions {
  int width = 1920;
  int height = 1080;
  View view = View::overview;
  int samples = 4;          ///< anti-aliasing
  double text_scale = 0.0;  ///< of panels and labels, 1 at a height of 1080; 0: from the size
  bool labels = true;
  std::string heading;  ///< of the panel at the lower edge; empty heading and caption: no panel
  std::string caption;
};

/// Writes a PNG, whole or not at all. Throws OutputError; std::runtime_error when no OpenGL context can be had.
void render_png(const Scene& scene, const RenderOptions& options, const std::filesystem::path& file);

}  // namespace parktwin::viz
