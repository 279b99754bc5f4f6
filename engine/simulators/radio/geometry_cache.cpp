#include "engine/simulators/radio/geometry_cache.h"

#include <algorithm>
#include <utility>

namespace parktwin::radio {

ContentHash geometry_key(const ContentHash& ground, const SightPoint& antenna, Metres receiver_height, Metres maximum_distance) {
  Hasher hasher;
  hasher.add(ground.low);
  hasher.add(ground.high);
  hasher.add(antenna.position.x);
  hasher.add(antenna.position.y);
  hasher.add(antenna.elevation_m);
  hasher.add(std::int64_t{antenna.ignored});
  hasher.add(receiver_height.value());
  hasher.add(maximum_distance.value());
  return hasher.digest();
}

ContentHash content_hash_of(const SiteGeometry& geometry) {
  Hasher hasher;
  const Window& window = geometry.window;
  for (const std::int32_t number : {window.first_column, window.first_row, window.columns, window.rows}) hasher.add(number);
  for (const auto& plane : geometry.edge) hasher.add(plane);
  hasher.add(geometry.departure);
  hasher.add(geometry.spreading);
  hasher.add(geometry.vegetation);
  hasher.add(geometry.detour);
  hasher.add(std::uint64_t{geometry.detours.size()});
  for (const auto& detour : geometry.detours) {
    hasher.add(detour.kind);
    hasher.add(detour.material);
    for (const float number : {detour.x_m, detour.y_m, detour.way_m, detour.normal_x, detour.normal_y}) hasher.add(number);
  }
  return hasher.digest();
}

std::shared_ptr<const SiteGeometry> GeometryCache::find(const ContentHash& key) {
  const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.key == key; });
  if (found == entries_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found);
  return entries_.front().geometry;
}

void GeometryCache::add(const ContentHash& key, std::shared_ptr<const SiteGeometry> geometry) {
  ++added_;
  bytes_ += geometry->bytes();
  entries_.push_front({key, std::move(geometry)});
  while (bytes_ > limit_bytes_ && entries_.size() > 1) {
    bytes_ -= entries_.back().geometry->bytes();
    entries_.pop_back();
  }
}

}  // namespace parktwin::radio
