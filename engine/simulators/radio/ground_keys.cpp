#include "engine/simulators/radio/ground_keys.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/simulators/radio/geometry_cache.h"

namespace parktwin::radio {
namespace {

constexpr double margin_cells = 12.0;
constexpr double nowhere = std::numeric_limits<double>::infinity();

void widen(Box& box, const Ring& ring) {
  for (const Point point : ring) {
    box.low = {std::min(box.low.x, point.x), std::min(box.low.y, point.y)};
    box.high = {std::max(box.high.x, point.x), std::max(box.high.y, point.y)};
  }
}

double distance_to(const Box& box, Point point) {
  const double east = std::max({box.low.x - point.x, point.x - box.high.x, 0.0});
  const double north = std::max({box.low.y - point.y, point.y - box.high.y, 0.0});
  return std::hypot(east, north);
}

void add(const ContentHash& hash, Hasher& hasher) {
  hasher.add(hash.low);
  hasher.add(hash.high);
}

}  // namespace

GroundKeys::GroundKeys(const Park& park, const Obstacles& obstacles) : cell_size_m_(obstacles.surface.frame.cell_size) {
  const GridFrame& frame = obstacles.surface.frame;
  Hasher common;
  common.add(frame.origin);
  common.add(frame.cell_size);
  common.add(frame.columns);
  common.add(frame.rows);
  common.add(park.terrain);
  common.add(obstacles.rays != nullptr);
  if (obstacles.rays != nullptr) {
    common.add(obstacles.rays->extent().low);
    common.add(obstacles.rays->extent().high);
  }
  common_ = common.digest();
  for (const auto& building : *park.buildings) {
    Box box{{nowhere, nowhere}, {-nowhere, -nowhere}};
    widen(box, building.footprint.outer);
    for (const auto& hole : building.footprint.holes) widen(box, hole);
    Building nameless = building;
    for (auto* name : {&nameless.id, &nameless.name, &nameless.name_zh}) name->clear();
    buildings_.push_back({box, content_hash(nameless)});
  }
  for (const auto& tree : *park.trees) {
    Tree nameless = tree;
    nameless.id.clear();
    trees_.push_back({{tree.position, tree.position}, content_hash(nameless)});
  }
}

ContentHash GroundKeys::key(const SightPoint& antenna, Metres receiver_height, Metres maximum_distance) const {
  const double within_m = maximum_distance.value() + margin_cells * cell_size_m_;
  Hasher hasher;
  add(common_, hasher);
  SightPoint renumbered = antenna;
  std::int32_t count = 0;
  for (std::size_t i = 0; i < buildings_.size(); ++i) {
    if (distance_to(buildings_[i].box, antenna.position) > within_m) continue;
    if (static_cast<std::int32_t>(i) == antenna.ignored) renumbered.ignored = count;
    add(buildings_[i].record, hasher);
    ++count;
  }
  hasher.add(count);
  for (const auto& tree : trees_) {
    if (distance_to(tree.box, antenna.position) <= within_m) add(tree.record, hasher);
  }
  return geometry_key(hasher.digest(), renumbered, receiver_height, maximum_distance);
}

}  // namespace parktwin::radio
