// What-if at the desk: sites that are dragged and nudged, links that are switched, undo, and what follows in map and scorecard.
#include <gtest/gtest.h>

#include "engine/criteria/criteria.h"
#include "tests/viz/window/desk_stage.h"
#include "viz/scene/equipment_meshes.h"
#include "viz/scene/land_meshes.h"

namespace parktwin::viz::window {
namespace {

using testing::click;
using testing::pixel_of_point;

RunSettings settings() {
  RunSettings made = testing::brief_settings();
  made.pack = criteria::read_pack(std::string(PARKTWIN_SOURCE_DIR) + "/data/criteria/miit-2021.yaml");
  return made;
}

std::shared_ptr<const State> small_state() {
  static const std::shared_ptr<const State> state = FollowedRun(settings()).follow(testing::small_park());
  return state;
}

DeskInputs followed_inputs() {
  DeskInputs inputs = testing::inputs_of(small_state());
  inputs.no_what_if.clear();
  inputs.follow = [](std::size_t) { return std::make_unique<FollowedRun>(settings()); };
  return inputs;
}

/// For what is seen before anything is computed: the scenario cannot be read.
DeskInputs unreadable_inputs() {
  State state = *testing::hand_made_state();
  NetworkNode core;
  core.id = "N-1";
  NetworkNode far = core;
  far.id = "N-2";
  NetworkLink link;
  link.id = "L-1";
  link.from = Id<NetworkNode>(0);
  link.to = Id<NetworkNode>(1);
  state.park.network_nodes = parktwin::Part<Table<NetworkNode>>(Table<NetworkNode>({core, far}));
  state.park.network_links = parktwin::Part<Table<NetworkLink>>(Table<NetworkLink>({link}));
  auto sites = state.park.radio_sites->records();
  sites[0].backhaul = Id<NetworkNode>(1);
  state.park.radio_sites = parktwin::Part<Table<RadioSite>>(Table<RadioSite>(std::move(sites)));
  DeskInputs inputs = testing::inputs_of(std::make_shared<const State>(std::move(state)));
  inputs.no_what_if.clear();
  inputs.follow = [](std::size_t) -> std::unique_ptr<FollowedRun> { throw std::runtime_error("gone.yaml is missing"); };
  return inputs;
}

const RadioSite& first_site(const Desk& desk) { return desk.edits().park().radio_sites->records().front(); }

PixelPoint mast_of(const Desk& desk) {
  const Ground ground = ground_under(desk.edits().park());
  const RadioSite& site = first_site(desk);
  return pixel_of_point(desk, {site.position.x, site.position.y, antenna_elevation(desk.edits().park(), site, ground) + 1.0});
}

void pick_first_site(Desk& desk) {
  click(desk, mast_of(desk));
  ASSERT_TRUE(desk.picked());
  ASSERT_EQ(desk.picked()->id, first_site(desk).id);
}

TEST(DeskEdits, ASwitchedOffSiteChangesMapAndTargetsAndUndoBringsThemBack) {
  Desk desk(followed_inputs(), 1280, 720);
  pick_first_site(desk);
  const auto map = desk.display().drape->pixels;
  desk.key_down({'x'});
  desk.finish_work();
  EXPECT_FALSE(first_site(desk).operational);
  EXPECT_FALSE(desk.changes().empty());
  EXPECT_NE(desk.display().drape->pixels, map);
  EXPECT_EQ(desk.display().state->park.radio_sites.content_hash(), desk.edits().park().radio_sites.content_hash());
  desk.key_down({'u'});
  desk.finish_work();
  EXPECT_TRUE(desk.changes().empty());
  EXPECT_EQ(desk.display().drape->pixels, map);
  EXPECT_TRUE(desk.edits().empty());
}

TEST(DeskEdits, ArrowsNudgeByTenMetresAndShiftByOne) {
  Desk desk(unreadable_inputs(), 1280, 720);
  desk.key_down({'t'});  // north is up
  pick_first_site(desk);
  const Point start = first_site(desk).position;
  desk.key_down({key::up});
  EXPECT_NEAR(first_site(desk).position.y, start.y + 10.0, 1e-9);
  desk.key_down({key::right, true});
  EXPECT_NEAR(first_site(desk).position.x, start.x + 1.0, 1e-9);
  EXPECT_NE(desk.moved_masts(), nullptr);  // seen at once, before anything is computed
  desk.key_down({'u'});
  desk.key_down({'u'});
  EXPECT_EQ(first_site(desk).position, start);
  EXPECT_EQ(desk.moved_masts(), nullptr);
}

TEST(DeskEdits, APickedSiteIsDraggedAndAnotherThingIsNot) {
  Desk desk(unreadable_inputs(), 1280, 720);
  desk.key_down({'t'});
  const PixelPoint at = mast_of(desk);
  const Point start = first_site(desk).position;
  desk.press(at, 1);
  desk.drag({at.x + 30.0, at.y});
  desk.release({at.x + 30.0, at.y}, 1);
  EXPECT_EQ(first_site(desk).position, start);  // not picked yet: the plan was moved
  desk.key_down({'t'});
  pick_first_site(desk);
  const double scale = metres_per_pixel(desk.view(), 720);
  desk.press(at, 1);
  for (int i = 1; i <= 10; ++i) desk.drag({at.x + 3.0 * i, at.y});
  desk.release({at.x + 30.0, at.y}, 1);
  EXPECT_NEAR(first_site(desk).position.x, start.x + 30.0 * scale, 0.5);
  EXPECT_NEAR(first_site(desk).position.y, start.y, 0.5);
  EXPECT_EQ(desk.edits().list().size(), 1U);
}

TEST(DeskEdits, ALinkOfThePickedObjectIsSwitched) {
  Desk desk(unreadable_inputs(), 1280, 720);
  pick_first_site(desk);
  ASSERT_FALSE(desk.picked()->links.empty());
  const std::string id = desk.picked()->links.front().id;
  desk.run(Command::link, 0);
  EXPECT_FALSE(desk.picked()->links.front().operational);
  ASSERT_EQ(desk.edits().list().size(), 1U);
  EXPECT_EQ(desk.edits().list()[0].id, id);
}

TEST(DeskEdits, AScenarioThatCannotBeReadIsSaid) {
  Desk desk(unreadable_inputs(), 1280, 720);
  pick_first_site(desk);
  desk.key_down({'x'});
  desk.finish_work();
  EXPECT_EQ(desk.message(), "No what-if: gone.yaml is missing");
}

}  // namespace
}  // namespace parktwin::viz::window
