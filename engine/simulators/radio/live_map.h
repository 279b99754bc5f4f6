#pragma once
// A coverage map that follows changes of the radio inventory: sites moved, added or removed, cells turned, tilted, loaded or switched. What
// a change does not touch is reused: geometries of sites that stand where they stood, and the sums of all cells that stay as they were. Of
// changes of buildings and trees too: geometries of sites that they are out of reach of, and of the others what lies beside the wedge
// behind the change. The result has the same bits as a map made from scratch.
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "engine/park/ground_holders.h"
#include "engine/simulators/radio/coverage_map.h"
#include "engine/simulators/radio/geometry_cache.h"
#include "engine/simulators/radio/ground_keys.h"
#include "engine/simulators/radio/radio.h"

namespace parktwin::radio {

/// How much of the result is made: all of it; only what other simulators and verdicts read, which leaves the tables of answers, the figures
/// of plants, shares of places, overlap and grading empty; or only levels, quality, servers and Wi-Fi, without maps of the link and figures
/// of cells.
enum class Extent : std::uint8_t { levels, judged, whole };

class LiveMap {
 public:
  /// Preconditions as for simulate(). `cache` may be shared between maps and outlives this one.
  LiveMap(const Park& park, const Options& options, std::span<const std::uint8_t> site_connected, std::uint64_t seed, GeometryCache& cache,
          Progress& progress, Extent extent = Extent::whole);

  /// Brings the map to another state. Radio sites, cells, antennas and their backhaul may differ; with other land, buildings or trees the
  /// sums are made anew, and of the geometries of those sites that have a change within their reach what it may touch.
  void update(const Park& park, std::span<const std::uint8_t> site_connected, Progress& progress);

  /// Level, quality, server, sight and deviation as of the last update; maps of the link, figures per radio cell, tables, the Wi-Fi map and
  /// grading may be older.
  [[nodiscard]] const Result& current() const { return result_; }
  /// As of the last update; the maps of the link are made, figures and tables counted, Wi-Fi is mapped, and the map is graded, when asked
  /// for.
  [[nodiscard]] const Result& result();
  /// Lends the result out: the map is empty until it is put back.
  [[nodiscard]] Result take_result();
  /// What take_result() gave, unchanged; before the next update.
  void put_back(Result result) { result_ = std::move(result); }

 private:
  void begin(const Park& park, std::span<const std::uint8_t> site_connected, Progress& progress);
  [[nodiscard]] bool can_follow(const Park& park, const Transmitters& transmitters) const;
  [[nodiscard]] const GroundHolders& holders();

  void put_tables();

  Options options_;
  std::uint64_t seed_;
  GeometryCache& cache_;
  Extent extent_;
  Park park_;
  std::vector<std::uint8_t> connected_;
  std::shared_ptr<const Obstacles> obstacles_;
  PatternCache patterns_;
  ContentHash ground_;  // of the land as a whole
  std::unique_ptr<const GroundKeys> ground_keys_;
  std::unique_ptr<Scene> scene_;
  std::unique_ptr<CoverageMap> map_;
  Result result_;
  bool counted_ = false;
  std::unique_ptr<const GroundHolders> holders_;
  ContentHash holders_of_;  // the land that holders_ is of
  ContentHash wifi_of_;     // the network nodes that result_.wifi is of
};

}  // namespace parktwin::radio
