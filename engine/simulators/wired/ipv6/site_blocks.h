#pragma once
// The first half of an addressing plan: the park's prefix, how long those of enterprises are, and which one each gets. Rules in
// addressing_plan.h.
#include <optional>
#include <string>
#include <vector>

#include "engine/simulators/wired/ipv6/addressing_plan.h"
#include "engine/simulators/wired/ipv6/network_areas.h"

namespace parktwin::wired::ipv6 {

struct RegisteredPrefix {
  IpPrefix prefix;
  Id<AddressPrefix> record;
};

struct SiteBlocks {
  IpPrefix space;
  PlanState space_state = PlanState::proposed;
  int enterprise_length = 0;
  std::optional<IpPrefix> infrastructure;  ///< of the park network
  PlanState infrastructure_state = PlanState::proposed;
  std::vector<std::optional<IpPrefix>> enterprises;
  std::vector<PlanState> enterprise_states;
  std::vector<std::vector<IpPrefix>> routes;  ///< by area, the last for enterprises without a place
  std::uint64_t free = 0;                     ///< blocks for further enterprises
  std::vector<IpPrefix> taken;                ///< IPv6 prefixes of the inventory that use something, inside the park's prefix or not
  std::vector<RegisteredPrefix> segments;     ///< those of them that are segments
  std::vector<Note> notes;

  /// Position in `routes`.
  [[nodiscard]] std::size_t area_of(const NetworkAreas& areas, std::size_t enterprise) const;
};

[[nodiscard]] SiteBlocks site_blocks(const Park& park, const NetworkAreas& areas, const std::string& park_prefix, std::uint64_t seed);

}  // namespace parktwin::wired::ipv6
