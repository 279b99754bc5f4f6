#pragma once
// What the window shows of a park and its results, made away from the window's thread: the meshes with what lies below the ground, and the
// map, each a thing of its own, so that only what differs is exchanged.
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "engine/criteria/verdict.h"
#include "viz/scene/ground.h"
#include "viz/scene/scene.h"
#include "viz/scene/wording.h"

namespace parktwin::viz::window {

/// A park as it stands or as it was changed, with what follows from it. Never changed once made: threads share it.
struct State {
  Park park;
  std::shared_ptr<const Results> results;  ///< null: a park without a run
  std::vector<criteria::Verdict> verdicts;
};

/// Groups of meshes that are shown or hidden together.
struct Part {
  std::string_view id;
  Phrase phrase;
  bool at_first = true;  ///< shown when the window opens
};
[[nodiscard]] const std::vector<Part>& drawn_parts();
/// Position of the part that a mesh belongs to; none for the ground and what is always there.
[[nodiscard]] std::optional<std::size_t> part_of(const std::string& mesh);
/// Drawn through the ground.
[[nodiscard]] bool buried(const std::string& mesh);

struct Display {
  std::shared_ptr<const State> state;
  Layer layer = Layer::none;  ///< none as well where the results have no such map
  std::vector<std::shared_ptr<const Mesh>> meshes;
  std::shared_ptr<const Drape> drape;  ///< null: no map
  Scene scene;  ///< title, subtitle, labels, legends, bounds; of the meshes only the park's ground, whose outline views are fitted to
};

[[nodiscard]] Display make_display(std::shared_ptr<const State> state, Layer layer, Language language);

/// The same scene with another map, or with the map and masts of another state of the same park. Precondition: both display a map.
[[nodiscard]] Display with_map(const Display& display, std::shared_ptr<const State> state, Layer layer, Language language);

}  // namespace parktwin::viz::window
