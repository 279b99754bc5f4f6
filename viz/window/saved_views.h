#pragma once
// Views a planner keeps while looking around, in the format of a scenario's key `views` (engine/scenario/saved_view.h): the file's list can
// be moved into a scenario as it stands, and a tour can be filmed from it. Views that other hands wrote keep their captions and times.
#include <filesystem>
#include <functional>
#include <vector>

#include "engine/scenario/saved_view.h"
#include "viz/window/viewpoint.h"

namespace parktwin::viz::window {

/// Empty when there is no such file. Throws InputError with every problem of the file.
[[nodiscard]] std::vector<SavedView> read_views(const std::filesystem::path& file);

/// Replaces the file, whole or not at all. Throws OutputError.
void write_views(const std::vector<SavedView>& views, const std::filesystem::path& file);

using GroundHeight = std::function<double(double east, double north)>;

/// The same picture from a camera that looks at the ground, with the field of view of all such cameras (pose.h). A look flatter than 5
/// degrees below the horizon comes out as one of 5, a plan as a look straight down.
[[nodiscard]] ViewCamera camera_of(const Viewpoint& view, const GroundHeight& ground);
/// Straight down with north up it is a plan.
[[nodiscard]] Viewpoint viewpoint_of(const ViewCamera& camera, const GroundHeight& ground);

/// Beside a run, park folder or recipe, so that a new run leaves it alone: runs/reference.views.yaml.
[[nodiscard]] std::filesystem::path views_file_beside(const std::filesystem::path& shown);

/// The first of runs/reference-1.png, runs/reference-2.png … that is not there yet.
[[nodiscard]] std::filesystem::path free_picture_beside(const std::filesystem::path& shown);

}  // namespace parktwin::viz::window
