#include "engine/simulators/wired/traffic/remarks.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/simulators/wired/traffic/traffic_park.h"

namespace parktwin::wired::traffic {
namespace {

bool says(const std::vector<Note>& notes, const std::string& place, const std::string& text) {
  return std::any_of(notes.begin(), notes.end(),
                     [&](const Note& note) { return note.place == place && note.text.find(text) != std::string::npos; });
}

TEST(Remarks, BottlenecksSharesAndSitesAreSaidInWords) {
  ParkBuilder builder;
  const auto core = builder.node(NodeKind::core_router);
  const auto access = builder.node(NodeKind::access_switch);
  builder.nodes[access].name = "Access of E0";
  builder.link(core, access, 10.0);
  const auto whose = builder.enterprise(access);
  builder.asset(whose, "camera", 2);
  builder.asset(whose, "sensors", 5);
  builder.scenario(ScenarioKind::logistics);
  const Result result = simulate(builder.park(), {}, {});
  EXPECT_TRUE(says(result.notes, "link L0", "Bottleneck inwards between N0 and Access of E0 (N1)"));
  EXPECT_TRUE(says(result.notes, "link L0", "machine_vision 9"));
  EXPECT_TRUE(says(result.notes, "traffic", "Samples on time: machine_vision"));
  EXPECT_TRUE(says(result.notes, "flow of CA0", "machine_vision takes"));
  EXPECT_TRUE(says(result.notes, "edge servers", "0 of 1 latency-critical flows"));
  EXPECT_TRUE(says(result.notes, "networked scenario G0", "No traffic of its own"));
  EXPECT_TRUE(says(result.notes, "traffic", "means of the busy hour"));
}

TEST(Remarks, SharesAreCutOffNotRounded) {
  Result result;
  result.classes.resize(1);
  result.classes[0].samples_per_s = 1e6;
  result.classes[0].on_time_per_s = 999'999.0;
  add_remarks({}, {}, result);
  ASSERT_EQ(result.notes.size(), 1U);
  EXPECT_NE(result.notes[0].text.find("99.99 %"), std::string::npos);
}

TEST(Remarks, SaturatedRadioCellsAreNamed) {
  Park park;
  std::vector<RadioCell> cells(1);
  cells[0].id = "C0";
  park.radio_cells = Part(Table(cells));
  Result result;
  result.cells = {{Id<RadioCell>(0), 120.0, 5.0, 1.5, 0.1}};
  add_remarks(park, {}, result);
  EXPECT_TRUE(says(result.notes, "radio cell C0", "150 % of its uplink time"));
}

TEST(Remarks, AnEmptyParkSaysNothing) { EXPECT_TRUE(simulate(Park(), {}, {}).notes.empty()); }

TEST(Remarks, WhereTheCloudTakesWhatAnEdgeServerShouldIsSaid) {
  ParkBuilder builder;
  builder.asset(builder.enterprise(builder.node(NodeKind::core_router)), "AGV", 4);
  EXPECT_TRUE(says(simulate(builder.park(), {}, {}).notes, "source class vehicles", "There is no edge server in service"));
}

}  // namespace
}  // namespace parktwin::wired::traffic
