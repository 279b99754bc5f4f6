#pragma once
// A scene as one binary glTF 2.0 file (Khronos, ISO/IEC 12113): metres, y up, the park's north towards −z. Buildings, masts, PV fields and
// areas are objects of their own with their record as extras; trees and markings are one object each. The map lies on the ground as an
// unlit texture, with the colours of the legend, which the scene's extras carry.
#include <filesystem>
#include <string>

#include "viz/scene/scene.h"

namespace parktwin::viz {

/// Bytes of the .glb file. `park` is the one the scene was built from.
[[nodiscard]] std::string glb_of(const Scene& scene, const Park& park);

}  // namespace parktwin::viz
