#include "importers/synthetic/cloud_layout.h"

#include <gtest/gtest.h>

#include "engine/park/validate.h"
#include "tests/importers/synthetic/reference_park.h"

namespace parktwin::importers::synthetic {
namespace {

TEST(CloudLayout, ChainsRunBetweenDifferentEnterprisesAndNeverInACircle) {
  const Park& park = reference_park();
  EXPECT_GT(park.supply_links->size(), park.enterprises->size() / 2);
  std::size_t waiting = 0;
  for (const auto& link : *park.supply_links) {
    EXPECT_NE(link.supplier, link.customer) << link.id;
    EXPECT_GT(link.weight, 0.0);
    waiting += link.supplier_first ? 1 : 0;
    if (link.supplier_first) {
      EXPECT_LT(link.supplier.index(), link.customer.index()) << link.id;
    }
  }
  EXPECT_GT(waiting, 0U);
  EXPECT_LT(waiting, park.supply_links->size() / 10);
}

TEST(CloudLayout, TheDataCentreHangsOnItsSwitchAndItsRacksHoldItsServers) {
  const Park& park = reference_park();
  ASSERT_EQ(park.data_centres->size(), 1U);
  const DataCentre& centre = park.data_centres->records()[0];
  EXPECT_EQ((*park.network_nodes)[centre.node].name, "Data centre switch");
  EXPECT_EQ(centre.bus, (*park.network_nodes)[centre.node].bus);
  EXPECT_GE(centre.racks * 16, centre.servers);
  EXPECT_TRUE(park.cloud_policies->empty());  // policies are what scenarios add
}

TEST(CloudLayout, ParksOfAllSizesAreSound) {
  for (const SyntheticOptions& options : {SyntheticOptions{2, 0.5, 4}, SyntheticOptions{1, 3.0, 7}, SyntheticOptions{90, 4.0, 5}}) {
    const Park park = generate_park(options);
    Problems problems;
    validate(park, "park", problems);
    EXPECT_TRUE(problems.list().empty()) << options.enterprises;
  }
}

}  // namespace
}  // namespace parktwin::importers::synthetic
