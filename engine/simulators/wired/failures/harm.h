#pragma once
// Who loses the network when nodes are cut off: an enterprise when the last of its access nodes is, a network service when its node is, a
// radio site when its backhaul node is. What was cut off before any failure is not counted.
#include <compare>
#include <vector>

#include "engine/simulators/wired/failures/graph.h"
#include "engine/simulators/wired/failures/node_set.h"

namespace parktwin::wired::failures {

struct Harm {
  std::vector<Id<Enterprise>> enterprises;  ///< each list ascending
  std::vector<Id<NetworkService>> services;
  std::vector<Id<RadioSite>> sites;
  std::vector<Id<NetworkNode>> nodes;

  [[nodiscard]] bool any() const { return !enterprises.empty() || !services.empty() || !sites.empty() || !nodes.empty(); }
};

/// Orders by enterprises, then services, radio sites, nodes.
struct HarmSize {
  std::size_t enterprises = 0;
  std::size_t services = 0;
  std::size_t sites = 0;
  std::size_t nodes = 0;
  friend auto operator<=>(const HarmSize&, const HarmSize&) = default;
};

[[nodiscard]] HarmSize size_of(const Harm& harm);

class Census {
 public:
  /// The network must outlive the census.
  explicit Census(const LayeredNetwork& network);

  /// Of losing these nodes, which all reach the root before any failure.
  [[nodiscard]] Harm harm(const NodeSet& lost) const;
  /// Of losing the nodes of all three sets, without what is lost already with those of `a` alone or with those of `b` alone.
  [[nodiscard]] Harm harm_beyond(const NodeSet& together, const NodeSet& a, const NodeSet& b) const;
  [[nodiscard]] HarmSize size_beyond(const NodeSet& together, const NodeSet& a, const NodeSet& b) const;

  /// Access nodes of each enterprise that reach the root before any failure, ascending.
  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& access_nodes() const { return access_nodes_; }

 private:
  template <class Visit>
  void for_each_enterprise_beyond(const NodeSet& together, const NodeSet& a, const NodeSet& b, Visit visit) const;

  const LayeredNetwork& network_;
  std::vector<std::vector<std::uint32_t>> access_nodes_;
  std::vector<std::uint32_t> only_access_of_;   ///< per node the enterprise whose only access it is, or none
  std::vector<std::uint32_t> first_access_of_;  ///< per node the enterprise of several whose first access it is, or none
  NodeSet only_accesses_;                       ///< nodes that are some enterprise's only access
  NodeSet first_accesses_;
  NodeSet with_users_;  ///< nodes with a service or a radio site
};

}  // namespace parktwin::wired::failures
