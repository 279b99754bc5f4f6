#pragma once
// Who loses the network when nodes are cut off: an enterprise when the last of its access nodes is, a network service when its node is, a
// radio site when its backhaul node is. What was cut off before any failure is not counted.
#include <compare>
#include <span>
#include <vector>

#include "engine/simulators/wired/failures/network.h"

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

/// What is in `harm` and in neither of the others.
[[nodiscard]] Harm beyond(const Harm& harm, const Harm& a, const Harm& b);

class Census {
 public:
  /// The park must outlive the census.
  Census(const Park& park, const Network& network);

  /// `reached` as of reached_from().
  [[nodiscard]] Harm harm(std::span<const std::uint8_t> reached) const;

  /// Access nodes of each enterprise that reach the root before any failure, ascending.
  [[nodiscard]] const std::vector<std::vector<std::uint32_t>>& access_nodes() const { return access_nodes_; }
  [[nodiscard]] const std::vector<std::uint8_t>& reached_before() const { return before_; }

 private:
  const Park* park_;
  std::vector<std::uint8_t> before_;
  std::vector<std::vector<std::uint32_t>> access_nodes_;
};

}  // namespace parktwin::wired::failures
