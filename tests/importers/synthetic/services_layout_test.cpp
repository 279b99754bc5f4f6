#include "importers/synthetic/services_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/importers/synthetic/drafts.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(ServicesLayout, SixScenariosAreDeployedAndOneIsPlanned) {
  const auto tables = build_services(reference_draft());
  std::set<ScenarioKind> kinds;
  for (const auto& scenario : tables.scenarios) kinds.insert(scenario.kind);
  EXPECT_EQ(kinds.size(), 7U);
  EXPECT_EQ(std::count_if(tables.scenarios.begin(), tables.scenarios.end(), [](const NetworkedScenario& s) { return s.deployed; }), 6);
}

TEST(ServicesLayout, TwentyFivePlantsHaveConnectedAssetsOfSeveralBearers) {
  const auto tables = build_services(reference_draft());
  std::set<std::size_t> plants;
  std::set<AssetBearer> bearers;
  for (const auto& group : tables.assets) {
    plants.insert(group.enterprise.index());
    bearers.insert(group.bearer);
    EXPECT_GT(group.count, 0);
  }
  EXPECT_EQ(plants.size(), 25U);
  EXPECT_GE(bearers.size(), 4U);
}

TEST(ServicesLayout, EvidenceHasOneExpiredDocumentOnTheDateOfThePark) {
  const auto tables = build_services(reference_draft());
  const auto expired = std::count_if(tables.evidence.begin(), tables.evidence.end(),
                                     [](const EvidenceDocument& d) { return !d.valid_until.empty() && d.valid_until < "2026-01-01"; });
  EXPECT_EQ(expired, 1);
  EXPECT_GE(tables.evidence.size(), 6U);
}

TEST(ServicesLayout, EightToTwelveSharedServicesAreUsed) {
  const auto tables = build_services(reference_draft());
  EXPECT_GE(tables.services.size(), 8U);
  EXPECT_LE(tables.services.size(), 12U);
  for (const auto& service : tables.services) EXPECT_GE(service.enterprises.size(), 5U);
}

}  // namespace
}  // namespace parktwin::importers::synthetic
