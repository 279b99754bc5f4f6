#include "engine/simulators/radio/drive_test_prediction.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "engine/core/parallel.h"
#include "engine/simulators/radio/row_evaluator.h"

namespace parktwin::radio {
namespace {

using calibration::DriveTestPoint;
using calibration::Observation;

std::vector<Observation> measured_only(const Park& park, std::span<const DriveTestPoint> points) {
  std::vector<Observation> observations;
  for (const auto& point : points) {
    const RadioSite& site = (*park.radio_sites)[(*park.radio_cells)[point.cell].site];
    Observation observation;
    observation.position = point.position;
    observation.measured_dbm = point.rsrp.value();
    observation.predicted_dbm = std::numeric_limits<double>::quiet_NaN();
    observation.lg_distance = std::log10(std::max(distance(point.position, site.position), nearest_valid_m));
    observations.push_back(observation);
  }
  return observations;
}

// Only masts outdoors with a cell that was measured, and of those only these cells.
void keep_measured(std::span<const DriveTestPoint> points, std::size_t cells, Transmitters& transmitters) {
  std::vector<std::uint8_t> measured(cells);
  for (const auto& point : points) measured[point.cell.index()] = 1;
  for (auto& mast : transmitters.masts) {
    std::erase_if(mast.transmitters, [&](const Transmitter& transmitter) { return measured[transmitter.cell] == 0; });
  }
  std::erase_if(transmitters.masts, [](const Mast& mast) { return mast.transmitters.empty() || mast.hall.has_value(); });
}

// Which points were measured of a cell and lie on the map.
std::vector<std::size_t> points_of(std::uint16_t cell, std::span<const DriveTestPoint> points, const GridFrame& frame) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point at = points[i].position;
    if (points[i].cell.index() == cell && frame.holds(frame.column_of(at.x), frame.row_of(at.y))) result.push_back(i);
  }
  return result;
}

void predict(const Scene& scene, std::size_t mast, std::span<const DriveTestPoint> points, std::vector<Observation>& observations) {
  const GridFrame& frame = scene.obstacles->surface.frame;
  RowEvaluator evaluator(scene);
  for (const auto& transmitter : scene.transmitters.masts[mast].transmitters) {
    const auto members = points_of(transmitter.cell, points, frame);
    std::vector<MapCell> cells;
    for (const std::size_t i : members) cells.push_back({frame.column_of(points[i].position.x), frame.row_of(points[i].position.y)});
    evaluator.begin_cells(cells);
    if (evaluator.begin_mast(mast) == 0) continue;
    const auto levels = evaluator.levels(transmitter);
    const auto classes = evaluator.propagation();
    const auto lg_distances = evaluator.lg_distances();
    const auto reached = evaluator.reached();
    for (std::size_t k = 0; k < reached.size(); ++k) {
      Observation& observation = observations[members[reached[k]]];
      observation.predicted_dbm = static_cast<double>(levels[k]);
      observation.propagation = classes[k];
      observation.lg_distance = static_cast<double>(lg_distances[k]);
    }
  }
}

}  // namespace

std::vector<Observation> observe(const Park& park, const Options& options, std::span<const DriveTestPoint> points,
                                 std::span<const std::uint8_t> site_connected, Progress& progress) {
  PARKTWIN_CHECK(site_connected.size() == park.radio_sites->size(), "one backhaul state per radio site");
  PARKTWIN_CHECK(park.radio_cells->size() < no_server, "more radio cells than a map can name");
  auto observations = measured_only(park, points);
  Options median = options;
  median.shadow_fading = false;
  const Obstacles obstacles = make_obstacles(park, map_frame(park, median));
  PatternCache patterns;
  auto transmitters = list_transmitters(park, obstacles.surface, site_connected, median.receiver_height, patterns, {}, site_law_of(median));
  keep_measured(points, park.radio_cells->size(), transmitters);
  Scene scene = make_scene(park, median, obstacles, std::move(transmitters), 0, nullptr);
  const auto& masts = scene.transmitters.masts;
  scene.geometries.resize(masts.size());
  progress.begin("radio at the drive test", masts.size());
  parallel_for(masts.size(), [&](std::size_t i) {
    scene.geometries[i] =
        std::make_shared<const SiteGeometry>(trace_site(obstacles, masts[i].point, median.receiver_height, median.maximum_distance));
    predict(scene, i, points, observations);  // each point is of one mast
    progress.advance();
  });
  return observations;
}

}  // namespace parktwin::radio
