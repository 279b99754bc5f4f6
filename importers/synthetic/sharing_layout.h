#pragma once
// The identifier node with the applications that run on it, and the resources that enterprises share, with what each would keep for itself.
// All figures are assumptions; capacities follow from the demand of the service's users with a margin.
#include <vector>

#include "engine/park/park.h"

namespace parktwin::importers::synthetic {

struct SharingTables {
  std::vector<IdentifierNode> nodes;
  std::vector<IdentifierApplication> applications;
  std::vector<SharedResource> resources;
};

[[nodiscard]] SharingTables build_sharing(std::uint64_t seed, const std::vector<Enterprise>& enterprises,
                                          const std::vector<SharedService>& services, const std::vector<NetworkService>& network_services);

}  // namespace parktwin::importers::synthetic
