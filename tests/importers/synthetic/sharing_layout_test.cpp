#include "importers/synthetic/sharing_layout.h"

#include <gtest/gtest.h>

#include <set>

#include "engine/park/validate.h"
#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(SharingLayout, OnlyRegisteredEnterprisesAreInApplicationsAndTheNodeIsAServer) {
  const Park& park = reference_park();
  ASSERT_EQ(park.identifier_nodes->size(), 1U);
  const IdentifierNode& node = park.identifier_nodes->records()[0];
  ASSERT_TRUE(node.node.valid());
  EXPECT_EQ((*park.network_nodes)[node.node].kind, NodeKind::server);
  EXPECT_EQ((*park.shared_services)[node.service].kind, SharedServiceKind::identifier_node);
  std::size_t deployed = 0;
  for (const auto& application : *park.identifier_applications) {
    deployed += application.deployed ? 1 : 0;
    EXPECT_FALSE(application.enterprises.empty());
    for (const auto enterprise : application.enterprises) EXPECT_TRUE((*park.enterprises)[enterprise].uses_identifiers);
  }
  EXPECT_EQ(deployed, 5U);
}

TEST(SharingLayout, EveryKindOfResourceIsThereOnceInAServiceOfItsOwnWithUsers) {
  const Park& park = reference_park();
  std::set<ResourceKind> kinds;
  for (const auto& resource : *park.shared_resources) {
    kinds.insert(resource.kind);
    EXPECT_GE((*park.shared_services)[resource.service].enterprises.size(), 5U) << resource.id;
  }
  EXPECT_EQ(kinds.size(), names_of(ResourceKind{}).size());
  EXPECT_EQ(park.shared_resources->size(), kinds.size());
}

TEST(SharingLayout, ParksOfAllSizesAreSound) {
  for (const SyntheticOptions& options : {SyntheticOptions{5, 0.5, 4}, SyntheticOptions{1, 3.0, 7}, SyntheticOptions{60, 4.0, 5}}) {
    const Park park = generate_park(options);
    Problems problems;
    validate(park, "park", problems);
    EXPECT_TRUE(problems.list().empty()) << options.enterprises;
  }
}

}  // namespace
}  // namespace parktwin::importers::synthetic
