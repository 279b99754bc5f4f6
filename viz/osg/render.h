#pragma once
// Draws a scene with OpenSceneGraph into a picture. Needs no display: EGL without a surface, Xvfb or a real display if that fails.
#include <filesystem>

#include "viz/scene/scene.h"

namespace parktwin::viz {

enum class View { overview, plan, centre };

constexpr auto names_of(View) {
  return std::to_array<EnumName<View>>({{View::overview, "overview"}, {View::plan, "plan"}, {View::centre, "centre"}});
}

struct RenderOptions {
  int width = 1920;
  int height = 1080;
  View view = View::overview;
  int samples = 4;  ///< anti-aliasing
};

/// Writes a PNG, whole or not at all. Throws OutputError; std::runtime_error when no OpenGL context can be had.
void render_png(const Scene& scene, const RenderOptions& options, const std::filesystem::path& file);

}  // namespace parktwin::viz
