#include "engine/simulators/wired/ipv6/memory.h"

namespace parktwin::wired::ipv6 {

const AddressingPlan& Memory::addressing_plan(const Park& park, const std::string& park_prefix, std::uint64_t seed) {
  Hasher hasher;
  hasher.add(park_prefix);
  hasher.add(seed);
  hasher.add(park.site);
  hasher.add(park.network_nodes);
  hasher.add(park.enterprises);
  hasher.add(park.buildings);
  hasher.add(park.parcels);
  hasher.add(park.address_prefixes);
  for (const NetworkLink& link : *park.network_links) {
    hasher.add(link.id);
    hasher.add(link.from);
    hasher.add(link.to);
    hasher.add(link.medium);
  }
  const ContentHash now = hasher.digest();
  if (now != plan_of_) {
    plan_ = ipv6::addressing_plan(park, park_prefix, seed);
    plan_of_ = now;
  }
  return plan_;
}

}  // namespace parktwin::wired::ipv6
