#pragma once
// One view of a tour: from where, which map, which words.
#include <optional>
#include <string>

#include "viz/scene/pose.h"
#include "viz/scene/scene.h"

namespace parktwin::viz::tour {

struct Stop {
  std::string title_en;
  std::string title_zh;
  std::string text_en;
  std::string text_zh;
  Layer layer = Layer::none;
  bool underground = false;
  Pose pose;
  std::optional<double> seconds;  ///< none: as long as any stop
};

}  // namespace parktwin::viz::tour
