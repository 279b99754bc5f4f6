#pragma once
// Views a planner keeps: a YAML file that can be edited by hand,
//     views:
//       - {name: "North gate", layer: rsrp, projection: perspective, eye_east_m: 1200, eye_north_m: 300, eye_up_m: 90, …}
#include <filesystem>
#include <string>
#include <vector>

#include "viz/scene/scene.h"
#include "viz/window/viewpoint.h"

namespace parktwin::viz::window {

struct SavedView {
  std::string name;
  Layer layer = Layer::none;
  Viewpoint view;
};

template <class Visitor, DescribedAs<SavedView> Self>
void describe(Visitor&& visit, Self& saved) {
  visit(Field{.name = "name", .unit = "", .meaning = "what the planner calls it", .required = true}, saved.name);
  visit(Field{"layer", "", "what lies on the ground"}, saved.layer);
  describe(visit, saved.view);
}

/// Empty when there is no such file. Throws InputError with every problem of the file.
[[nodiscard]] std::vector<SavedView> read_views(const std::filesystem::path& file);

/// Replaces the file, whole or not at all. Throws OutputError.
void write_views(const std::vector<SavedView>& views, const std::filesystem::path& file);

/// Beside a run, park folder or recipe, so that a new run leaves it alone: runs/reference.views.yaml.
[[nodiscard]] std::filesystem::path views_file_beside(const std::filesystem::path& shown);

/// The first of runs/reference-1.png, runs/reference-2.png … that is not there yet.
[[nodiscard]] std::filesystem::path free_picture_beside(const std::filesystem::path& shown);

}  // namespace parktwin::viz::window
