#pragma once
// Geometries of sites by what they depend on: antenna position and elevation, ground (surface, walls, trees, resolution), receiver height
// and reach. Shared between maps and runs; the oldest unused are dropped when a limit of memory is passed.
#include <cstddef>
#include <list>
#include <memory>

#include "engine/core/hash.h"
#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::radio {

/// Everything one site's geometry depends on, as one hash. `ground` is that of ground_hash().
[[nodiscard]] ContentHash geometry_key(const ContentHash& ground, const SightPoint& antenna, Metres receiver_height,
                                       Metres maximum_distance);

class GeometryCache {
 public:
  explicit GeometryCache(std::size_t limit_bytes = std::size_t{1} << 31) : limit_bytes_(limit_bytes) {}

  /// nullptr when unknown.
  [[nodiscard]] std::shared_ptr<const SiteGeometry> find(const ContentHash& key);
  /// Drops what was not asked for longest, never the one added, until the rest fits.
  void add(const ContentHash& key, std::shared_ptr<const SiteGeometry> geometry);
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    ContentHash key;
    std::shared_ptr<const SiteGeometry> geometry;
  };
  std::list<Entry> entries_;  // the last asked for first
  std::size_t bytes_ = 0;
  std::size_t limit_bytes_;
};

}  // namespace parktwin::radio
