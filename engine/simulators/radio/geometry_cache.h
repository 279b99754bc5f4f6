#pragma once
// Geometries of sites by what they depend on: antenna position and elevation, ground (terrain, buildings and trees within reach,
// resolution), receiver height and reach. Shared between maps and runs; the oldest unused are dropped when a limit of memory is passed.
#include <cstddef>
#include <list>
#include <memory>

#include "engine/core/hash.h"
#include "engine/simulators/radio/site_geometry.h"

namespace parktwin::radio {

/// Everything one site's geometry depends on, as one hash. `ground`: what lies within its reach (ground_keys.h).
[[nodiscard]] ContentHash geometry_key(const ContentHash& ground, const SightPoint& antenna, Metres receiver_height,
                                       Metres maximum_distance);

/// Of window, planes and detours: equal for equal geometries.
[[nodiscard]] ContentHash content_hash_of(const SiteGeometry& geometry);

class GeometryCache {
 public:
  struct Entry {
    ContentHash key;
    std::shared_ptr<const SiteGeometry> geometry;
  };

  explicit GeometryCache(std::size_t limit_bytes = std::size_t{1} << 31) : limit_bytes_(limit_bytes) {}

  /// nullptr when unknown.
  [[nodiscard]] std::shared_ptr<const SiteGeometry> find(const ContentHash& key);
  /// Drops what was not asked for longest, never the one added, until the rest fits.
  void add(const ContentHash& key, std::shared_ptr<const SiteGeometry> geometry);
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

  /// The last asked for first.
  [[nodiscard]] const std::list<Entry>& entries() const { return entries_; }
  /// How many were added so far.
  [[nodiscard]] std::size_t added() const { return added_; }

 private:
  std::list<Entry> entries_;
  std::size_t added_ = 0;
  std::size_t bytes_ = 0;
  std::size_t limit_bytes_;
};

}  // namespace parktwin::radio
