#pragma once
// How a new radio site is connected: fibre in a new duct along the roads to the nearest switch or router of the park network.
#include <optional>
#include <string>
#include <vector>

#include "engine/park/ip_address.h"
#include "engine/park/park.h"
#include "engine/park/road_network.h"

namespace parktwin::plan {

struct Backhaul {
  Id<NetworkNode> node;
  std::vector<Point> path;  ///< of the duct, from the node to the site, to the centimetre
  double length_m = 0.0;
};

class BackhaulSearch {
 public:
  explicit BackhaulSearch(const Park& park);
  /// The shortest of the ways to the few nearest nodes as the crow flies; none where the park has no node to connect to. Where roads do
  /// not lead there, or are a detour of more than three times the distance, straight across.
  [[nodiscard]] std::optional<Backhaul> find(Point site) const;

 private:
  [[nodiscard]] Backhaul way_between(Id<NetworkNode> node, Point site) const;
  const Park& park_;
  RoadNetwork roads_;
  std::vector<Id<NetworkNode>> nodes_;  ///< working routers and aggregation switches, or, where there are none, access switches
};

/// IPv6 addresses for new radio units, in the /64 of those that stand, above the highest of them; none where no radio unit has one.
class UnitAddresses {
 public:
  explicit UnitAddresses(const Park& park);
  [[nodiscard]] std::string next();

 private:
  std::optional<IpAddress> last_;
};

}  // namespace parktwin::plan
