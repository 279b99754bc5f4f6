#include "engine/park/cloud_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsSupersetOf;

Park park_of(std::size_t enterprises) {
  std::vector<Enterprise> made(enterprises);
  for (std::size_t i = 0; i < enterprises; ++i) made[i].id = std::string(1, static_cast<char>('A' + i));
  Park park;
  park.enterprises = Part(Table(std::move(made)));
  return park;
}

SupplyLink link(const std::string& id, std::size_t supplier, std::size_t customer, bool supplier_first) {
  return {id, Id<Enterprise>(supplier), Id<Enterprise>(customer), 1.0, supplier_first};
}

std::vector<std::string> lines_of(const Park& park) {
  std::vector<std::string> lines;
  for (const auto& fault : cloud_faults(park))
    lines.push_back(std::string(fault.table) + " " + fault.record + ", " + std::string(fault.field) + ": " + fault.message);
  return lines;
}

TEST(CloudFaults, NobodySuppliesItselfOrWaitsInACircle) {
  Park park = park_of(4);
  park.supply_links = Part(Table(std::vector<SupplyLink>{link("1", 0, 1, true), link("2", 1, 2, true), link("3", 2, 0, true),
                                                         link("4", 2, 0, false), link("5", 3, 3, true), link("6", 1, 0, true)}));
  EXPECT_THAT(lines_of(park),
              ElementsAre("supply_links 5, customer: found D, expected another enterprise than the supplier",
                          "supply_links 3, supplier_first: closes a circle in which each waits for the other: A before B before C before A",
                          "supply_links 6, supplier_first: closes a circle in which each waits for the other: A before B before A"));
}

TEST(CloudFaults, PoliciesNameSectorsThatExistAndSharesUpToOne) {
  Park park = park_of(1);
  CloudPolicy strong;
  strong.id = "P";
  strong.strength = 1.5;
  strong.sectors = "food foood";
  strong.least_employees = 100;
  strong.most_employees = 50;
  CloudPolicy talks;
  talks.id = "Q";
  talks.kind = CloudPolicyKind::information;
  talks.strength = 1.5;
  park.cloud_policies = Part(Table(std::vector<CloudPolicy>{strong, talks}));
  EXPECT_THAT(lines_of(park), ElementsAre("cloud_policies P, sectors: found \"foood\", expected sectors as enterprises have them",
                                          "cloud_policies P, strength: found 1.5, expected at most 1 for a policy of kind subsidy",
                                          "cloud_policies P, most_employees: found 50, expected at least the 100 of the smallest"));
}

TEST(CloudFaults, DataCentresHaveMoreServersThanSpareOnes) {
  Park park;
  DataCentre centre;
  centre.id = "DC";
  centre.servers = 2;
  centre.spare_servers = 2;
  centre.server_idle_w = 300.0;
  centre.server_full_w = 200.0;
  park.data_centres = Part(Table(std::vector<DataCentre>{centre}));
  EXPECT_THAT(lines_of(park), ElementsAre("data_centres DC, spare_servers: found 2, expected fewer than its 2 servers",
                                          "data_centres DC, server_full_w: found 200 W, expected at least the 300 W of an idle server"));
}

TEST(CloudFaults, ComeWithAllOthersAndDanglingLinksAreNoCrash) {
  Park park = park_of(2);
  SupplyLink dangling = link("1", 0, 7, true);
  SupplyLink empty;
  empty.id = "2";
  SupplyLink own = link("3", 1, 1, false);
  own.weight = -1.0;
  park.supply_links = Part(Table(std::vector<SupplyLink>{dangling, empty, own}));
  Problems problems;
  validate(park, "park", problems);
  std::vector<std::string> found;
  for (const auto& problem : problems.list()) found.push_back(problem.place + ": " + problem.message);
  EXPECT_THAT(found, IsSupersetOf({"supply_links 1, field customer: refers to record 7 of a table with 2 records",
                                   "supply_links 2, field supplier: found nothing, expected the id of a record",
                                   "supply_links 3, field weight: found -1, expected at least 0",
                                   "supply_links 3, field customer: found B, expected another enterprise than the supplier"}));
}

}  // namespace
}  // namespace parktwin
