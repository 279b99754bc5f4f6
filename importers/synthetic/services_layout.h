#pragma once
// Shared services with their users, networked scenarios, connected production elements of plants, and the evidence register.
#include <vector>

#include "importers/synthetic/draft.h"

namespace parktwin::importers::synthetic {

struct ServiceTables {
  std::vector<SharedService> services;
  std::vector<NetworkedScenario> scenarios;
  std::vector<ConnectedAssets> assets;
  std::vector<EvidenceDocument> evidence;
};

[[nodiscard]] ServiceTables build_services(const Draft& draft);

}  // namespace parktwin::importers::synthetic
