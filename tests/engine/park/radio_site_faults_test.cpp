#include "engine/park/radio_site_faults.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/park/validate.h"

namespace parktwin {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// One hall of 40 m by 20 m, 10 m high, and one site in it.
Park park_with(const RadioSite& site) {
  Building hall;
  hall.id = "B-1";
  hall.height = Metres(10.0);
  hall.footprint = {{{0, 0}, {40, 0}, {40, 20}, {0, 20}}, {}};
  Park park;
  park.buildings = Part(Table(std::vector{hall}));
  park.radio_sites = Part(Table(std::vector{site}));
  return park;
}

RadioSite inside_site() {
  RadioSite site;
  site.id = "S-1";
  site.building = Id<Building>(0);
  site.position = {20.0, 10.0};
  site.height = Metres(8.0);
  site.inside = true;
  return site;
}

std::vector<std::string> problems_of(const RadioSite& site) {
  std::vector<std::string> result;
  for (const auto& fault : faults_of(site, park_with(site))) result.push_back(std::string(fault.field) + ": " + fault.message);
  return result;
}

TEST(RadioSiteFaults, NoneWithinWallsAndRoof) { EXPECT_THAT(problems_of(inside_site()), IsEmpty()); }

TEST(RadioSiteFaults, NoneOnAMastOrRoof) {
  RadioSite site = inside_site();
  site.inside = false;
  site.height = Metres(30.0);
  site.position = {100.0, 100.0};
  EXPECT_THAT(problems_of(site), IsEmpty());
}

TEST(RadioSiteFaults, InsideNeedsABuilding) {
  RadioSite site = inside_site();
  site.building = {};
  EXPECT_THAT(problems_of(site), ElementsAre(HasSubstr("inside: found true")));
}

TEST(RadioSiteFaults, OutsideTheFootprintAndThroughTheRoof) {
  RadioSite site = inside_site();
  site.position = {41.0, 10.0};
  site.height = Metres(10.5);
  EXPECT_THAT(problems_of(site), ElementsAre(HasSubstr("position: found (41.0, 10.0) m"), HasSubstr("height_m: found 10.5 m")));
}

TEST(RadioSiteFaults, ADanglingBuildingIsReportedElsewhere) {
  RadioSite site = inside_site();
  site.building = Id<Building>(7);
  EXPECT_THAT(problems_of(site), IsEmpty());
}

TEST(RadioSiteFaults, ValidateSaysWhere) {
  RadioSite site = inside_site();
  site.height = Metres(11.0);
  Problems problems;
  validate(park_with(site), "park", problems);
  std::vector<std::string> places;
  for (const auto& problem : problems.list()) places.push_back(problem.place);
  EXPECT_THAT(places, Contains("radio_sites S-1, field height_m"));
}

}  // namespace
}  // namespace parktwin
