#include "engine/park/cable_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/core/errors.h"
#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Ducts A (0 to 500 m), B (500 to 1000 m) and C (1000 m north from the end of B); cable K in all of them, link L from end to end.
struct Street {
  std::vector<Duct> ducts{3};
  std::vector<Cable> cables{1};
  std::vector<NetworkNode> nodes{2};
  std::vector<NetworkLink> links{1};

  Street() {
    ducts[0] = {"A", 4, {{{0, 0}, {500, 0}}}};
    ducts[1] = {"B", 4, {{{1000, 0}, {500, 0}}}};
    ducts[2] = {"C", 4, {{{1000, 0}, {1000, 1000}}}};
    cables[0] = {"K", 2, {Id<Duct>(0), Id<Duct>(1), Id<Duct>(2)}, Metres(2000.0)};
    nodes[0].id = "N";
    nodes[1].id = "M";
    nodes[1].position = {1000, 1000};
    links[0] = link("L", 0, 1);
  }

  static NetworkLink link(const std::string& id, std::size_t from, std::size_t to) {
    NetworkLink made;
    made.id = id;
    made.from = Id<NetworkNode>(from);
    made.to = Id<NetworkNode>(to);
    made.cable = Id<Cable>(0);
    return made;
  }

  [[nodiscard]] Park park() const {
    Park made;
    made.ducts = Part(Table(ducts));
    made.cables = Part(Table(cables));
    made.network_nodes = Part(Table(nodes));
    made.network_links = Part(Table(links));
    return made;
  }

  static std::vector<std::string> lines(const std::vector<CableFault>& faults) {
    std::vector<std::string> texts;
    for (const auto& fault : faults) {
      texts.push_back(std::string(fault.table) + " " + fault.record + ", " + std::string(fault.field) + ": " + fault.message);
    }
    return texts;
  }
  [[nodiscard]] std::vector<std::string> faults() const { return lines(cable_faults(park())); }
  [[nodiscard]] std::vector<std::string> doubts() const { return lines(doubtful_cables(park())); }
};

TEST(CableFaults, AreNoneWhereDuctsJoinAndLinksEndOnTheCourse) {
  EXPECT_THAT(Street().faults(), IsEmpty());
  EXPECT_THAT(Street().doubts(), IsEmpty());
  Street backwards;
  std::swap(backwards.cables[0].ducts.front(), backwards.cables[0].ducts.back());
  EXPECT_THAT(backwards.faults(), IsEmpty());
  Street tee;  // a duct that ends along another
  tee.ducts[2].path.points = {{750, 0}, {750, 1000}};
  tee.nodes[1].position = {750, 1000};
  EXPECT_THAT(tee.faults(), IsEmpty());
  Street branch;  // a link that leaves the cable on its way
  branch.nodes[1].position = {700, 60};
  EXPECT_THAT(branch.faults(), IsEmpty());
  Street unrecorded;
  unrecorded.cables[0].ducts.clear();
  unrecorded.nodes[1].position = {9000, 0};
  EXPECT_THAT(unrecorded.faults(), IsEmpty());
}

TEST(CableFaults, NameEveryGapBeyondTheTolerance) {
  Street street;
  street.ducts[1].path.points.back() = {510, 0};  // just within
  EXPECT_THAT(street.faults(), IsEmpty());
  street.ducts[1].path.points = {{990, 0}, {511, 0}};
  street.ducts[2].path.points = {{1000, 40}, {1000, 1000}};
  EXPECT_THAT(street.faults(),
              ElementsAre("cables K, ducts: goes from A to B, which are 11 m apart, expected ducts that join within 10 m",
                          "cables K, ducts: goes from B to C, which are 41 m apart, expected ducts that join within 10 m"));
}

TEST(CableFaults, DoubtLinksWhoseNodesStandAwayFromTheCourse) {
  Street street;
  street.nodes.push_back(street.nodes[1]);
  street.nodes[2].id = "F";
  street.nodes[2].position = {1101, 500};
  street.nodes[0].position = {0, -100};  // just within
  street.links.push_back(Street::link("L2", 2, 0));
  EXPECT_THAT(street.doubts(),
              ElementsAre("network_links L2, cable: found K, whose course passes F at 101 m, expected a cable within 100 m "
                          "of both ends of the link"));
}

TEST(CableFaults, NameLinksWhoseNodesStandFarAwayFromTheCourse) {
  Street street;
  street.nodes[0].position = {0, -1000};  // just within
  EXPECT_THAT(street.faults(), IsEmpty());
  street.nodes[0].position = {0, -1001};
  EXPECT_THAT(street.faults(),
              ElementsAre("network_links L, cable: found K, whose course passes N at 1001 m, expected a cable within 1000 m "
                          "of both ends of the link"));
}

TEST(CableFaults, NameCablesWithFewerFibresThanLinks) {
  Street street;
  street.links.push_back(Street::link("L2", 0, 1));
  EXPECT_THAT(street.faults(), IsEmpty());
  street.links.push_back(Street::link("L3", 0, 1));
  EXPECT_THAT(street.faults(), ElementsAre("cables K, fibres: found 2, expected at least 3: as many links use the cable"));
}

TEST(CableFaults, CallUnusedCablesAndLooseEndsDoubtfulOnly) {
  Street street;
  street.cables.push_back({"D", 24, {Id<Duct>(0)}, Metres(500.0)});
  street.nodes[1].position = {700, 60};
  EXPECT_THAT(street.faults(), IsEmpty());
  EXPECT_THAT(street.doubts(),
              ElementsAre("cables K, ducts: ends at (1000, 1000) m from the origin of the park, 987 m from the nearest node of its links",
                          "cables D, id: is a cable that no link uses"));
}

TEST(CableFaults, AreFoundWithAllOthersOfThePark) {
  Street street;
  street.cables[0].ducts.emplace_back(7);  // no such duct: left to the check of the field
  street.cables.push_back({"G", 24, {Id<Duct>(0), Id<Duct>(2)}, Metres(1500.0)});
  street.links.push_back(Street::link("far", 0, 9));
  Problems problems;
  validate(street.park(), "park.yaml", problems);
  std::vector<std::string> places;
  for (const auto& problem : problems.list()) places.push_back(problem.place);
  EXPECT_THAT(places, ::testing::IsSupersetOf({"cables K, field ducts", "cables G, field ducts", "network_links far, field to"}));
}

}  // namespace
}  // namespace parktwin
