// The window on a display of its own, driven by real keys and pointer events; what it shows is judged by its pixels.
#include "viz/osg/window/twin_window.h"

#include <gtest/gtest.h>

#include <functional>
#include <thread>

#include "engine/core/errors.h"
#include "engine/criteria/criteria.h"
#include "tests/viz/osg/pictures.h"
#include "tests/viz/osg/window/x_display.h"
#include "tests/viz/window/desk_stage.h"
#include "viz/osg/camera_view.h"
#include "viz/osg/head_up.h"
#include "viz/osg/window/eye.h"
#include "viz/scene/colour_scale.h"
#include "viz/scene/equipment_meshes.h"
#include "viz/scene/land_meshes.h"

namespace parktwin::viz::window {
namespace {

using testing::Photographer;
using testing::XDisplay;
using viz::testing::count_near;
using viz::testing::Folder;

constexpr int width = 1280;
constexpr int height = 720;

/// The window on the display, while `script` acts; closed at its end by Ctrl+Q.
void show_while(const XDisplay& display, DeskInputs inputs, const std::function<void(const Scene&)>& script) {
  const Scene scene = inputs.display.scene;
  std::thread user([&] {
    display.wait_for_window("^parktwin test$");
    display.send("mousemove 500 120");
    script(scene);
    display.send("key ctrl+q");
  });
  show_window(std::move(inputs), {width, height, "parktwin test"});
  user.join();
}

std::array<std::uint8_t, 3> bytes_of(const Colour& colour) {
  const auto bytes = to_bytes(colour);
  return {bytes[0], bytes[1], bytes[2]};
}

/// Pixels that are not the same in two pictures, where no panel or message stands.
int differing(const Picture& a, const Picture& b) {
  int count = 0;
  for (int row = 90; row < 600; ++row) {
    for (int column = 200; column < 700; ++column) count += viz::testing::difference(a.at(column, row), b.at(column, row)) > 24 ? 1 : 0;
  }
  return count;
}

std::string pointer_at(const Viewpoint& view, const Vector& point) {
  const auto pixel = pixel_of(view, point, width, height);
  return "mousemove " + std::to_string(std::lround(pixel->x)) + " " + std::to_string(std::lround(height - pixel->y)) + " ";
}

DeskInputs inputs_beside(const Folder& folder, std::shared_ptr<const State> state, Language language = Language::en) {
  DeskInputs inputs = testing::inputs_of(std::move(state), language);
  inputs.views_file = folder / "run.views.yaml";
  inputs.picture_beside = folder / "run";
  return inputs;
}

TEST(TwinWindow, ShowsTheParkTurnsExchangesMapsAndHelps) {
  const Folder folder("window");
  const XDisplay display(width, height);
  Photographer photographer(display, folder / "run");
  show_while(display, inputs_beside(folder, testing::hand_made_state()), [&](const Scene& scene) {
    const Picture first = photographer.shoot();
    ASSERT_EQ(first.width, width);
    ASSERT_EQ(first.height, height);
    const auto background = bytes_of(scene.background);
    EXPECT_GT(count_near(first, background, 6), 20000);
    EXPECT_GT(count_near(first, {0x1E, 0x27, 0x33}, 100, 20, 10, 400, 80), 100);           // the title's ink
    EXPECT_GT(count_near(first, {255, 255, 255}, 3, width - 250, 80, width, 420), 15000);  // the list of layers
    display.send("mousemove 500 120 mousedown 1 mousemove 560 150 mousemove 600 160 mouseup 1");
    const Picture turned = photographer.shoot();
    EXPECT_GT(differing(first, turned), 40000);
    display.send("key 1");
    Picture plain = photographer.shoot();
    // The map goes when its successor is ready: the land's own green comes out.
    for (int i = 0; i < 100 && count_near(plain, {0xBF, 0xDD, 0xA0}, 40) < 400; ++i) plain = photographer.shoot();
    EXPECT_GE(count_near(plain, {0xBF, 0xDD, 0xA0}, 40), 400);
    display.send("key h");
    const Picture help = photographer.shoot();
    EXPECT_GT(count_near(help, {255, 255, 255}, 3, 300, 200, 980, 560), 150000);
    display.send("key Escape");
    EXPECT_LT(differing(plain, photographer.shoot()), 100);
  });
  EXPECT_FALSE(std::filesystem::exists(folder / "run.views.yaml"));
}

TEST(TwinWindow, PicksMarksMeasuresAndSavesViews) {
  const Folder folder("window-pick");
  const XDisplay display(width, height);
  Photographer photographer(display, folder / "run");
  show_while(display, inputs_beside(folder, testing::hand_made_state(), Language::zh), [&](const Scene& scene) {
    RenderOptions options;
    options.width = width;
    options.height = height;
    const Viewpoint view = start_view(Start::overview, scene, options, right_column_width(pixel_scale(options)));
    const auto mark = std::array<std::uint8_t, 3>{0x2A, 0xA8, 0xC4};
    const Picture before = photographer.shoot();
    const int cyan = count_near(before, mark, 60);
    display.send(pointer_at(view, {1080.0, 160.0, 8.0 + 21 * 7 % 40}) + "click 1");  // a roof in the south
    const Picture picked = photographer.shoot();
    EXPECT_GT(count_near(picked, mark, 60), cyan + 80);
    EXPECT_GT(count_near(picked, {255, 255, 255}, 3, 770, 20, 1020, 200), 20000);  // its record
    display.send("key Escape key m " + pointer_at(view, {300.0, 10.0, 0.0}) + "click 1 " + pointer_at(view, {1300.0, 10.0, 0.0}) +
                 "click 1");
    EXPECT_GT(count_near(photographer.shoot(), {0xC2, 0x18, 0x5B}, 20), 300);
    display.send("key v");
    static_cast<void>(photographer.shoot());
  });
  const auto views = read_views(folder / "run.views.yaml");
  ASSERT_EQ(views.size(), 1U);
  EXPECT_EQ(views[0].name_zh, "视角 1");
}

TEST(TwinWindow, ASwitchedOffSiteIsFollowedByTheMap) {
  RunSettings settings = testing::brief_settings();
  settings.pack = criteria::read_pack(std::string(PARKTWIN_SOURCE_DIR) + "/data/criteria/miit-2021.yaml");
  const Folder folder("window-what-if");
  const auto state = FollowedRun(settings).follow(testing::small_park());
  DeskInputs inputs = inputs_beside(folder, state);
  inputs.no_what_if.clear();
  inputs.follow = [settings](std::size_t) { return std::make_unique<FollowedRun>(settings); };
  const XDisplay display(width, height);
  Photographer photographer(display, folder / "run");
  show_while(display, std::move(inputs), [&](const Scene& scene) {
    RenderOptions options;
    options.width = width;
    options.height = height;
    const Viewpoint view = start_view(Start::overview, scene, options, right_column_width(pixel_scale(options)));
    const RadioSite& site = state->park.radio_sites->records().front();
    const double top = antenna_elevation(state->park, site, ground_under(state->park));
    const Picture before = photographer.shoot();
    display.send(pointer_at(view, {site.position.x, site.position.y, top + 1.0}) + "click 1 key x");
    Picture after = photographer.shoot();
    for (int i = 0; i < 200 && differing(before, after) < 2000; ++i) after = photographer.shoot();
    EXPECT_GE(differing(before, after), 2000);  // where the site alone was strong
    display.send("key u key Escape");
    Picture again = photographer.shoot();
    for (int i = 0; i < 200 && differing(before, again) > 1000; ++i) again = photographer.shoot();
    EXPECT_LE(differing(before, again), 1000);
  });
}

TEST(TwinWindow, WithoutADisplayItNamesWhatNeedsNone) {
  const char* display = std::getenv("DISPLAY");
  const std::string before = display == nullptr ? "" : display;
  for (const char* none : {"", ":7391"}) {
    setenv("DISPLAY", none, 1);
    try {
      require_display();
      ADD_FAILURE() << "a display at \"" << none << "\"";
    } catch (const InputError& error) {
      EXPECT_NE(error.problems().front().message.find("parktwin render"), std::string::npos);
      EXPECT_NE(error.problems().front().message.find("parktwin tour"), std::string::npos);
    }
  }
  display == nullptr ? unsetenv("DISPLAY") : setenv("DISPLAY", before.c_str(), 1);
}

}  // namespace
}  // namespace parktwin::viz::window
