// What pictures, glTF and page make of odd parks and of machines that lack something: a sensible picture or a clear message, never a crash.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>

#include "tests/cli/program.h"
#include "tests/viz/gltf/glb.h"
#include "tests/viz/osg/pictures.h"
#include "tests/viz/scene/hand_made_park.h"
#include "viz/gltf/gltf.h"
#include "viz/osg/split.h"
#include "viz/osg/still.h"
#include "viz/report/page_data.h"
#include "viz/report/tour_stops.h"
#include "viz/scene/difference.h"
#include "viz/twin/twin.h"

namespace parktwin::cli {
namespace {

using ::testing::HasSubstr;
using viz::Layer;
using viz::View;
using viz::testing::hand_made_park;
using viz::testing::hand_made_results;

/// Everything a run is shown as, in every view, of every layer. Pictures must hold more than one colour.
void expect_shown(const Park& park, const Results& results, const std::string& what) {
  viz::RenderOptions options;
  options.width = 480;
  options.height = 270;
  for (const auto& [layer, name] : names_of(Layer{})) {
    for (const auto& [view, view_name] : names_of(View{})) {
      viz::SceneOptions drawn{layer, viz::Language::zh};
      drawn.shadows_on_buildings = view == View::centre;
      drawn.underground = view == View::plan;
      if (layer == Layer::sinr) drawn.section = viz::Section{viz::Side::east, 0.5};
      const viz::Scene scene = viz::build_scene(park, &results, drawn);
      options.view = view;
      const viz::Picture picture = viz::Still(scene, options).draw();
      const auto first = picture.at(0, 0);
      int differing = 0;
      for (int row = 0; row < 270; row += 3) {
        for (int column = 0; column < 480; column += 3) differing += picture.at(column, row) != first ? 1 : 0;
      }
      EXPECT_GT(differing, 20) << what << ", " << name << ", " << view_name;
    }
  }
  const viz::Scene scene = viz::build_scene(park, &results, {Layer::rsrp, viz::Language::en});
  EXPECT_FALSE(viz::testing::model_in(viz::glb_of(scene, park)).nodes.empty()) << what;
  options.view = View::overview;
  EXPECT_EQ(viz::split_picture(scene, scene, options).width, 480) << what;
  storage::SavedRun run;
  run.park = park;
  run.results = results;
  const std::array states{viz::twin::State{"", "", what, &run.park, &run.results}};
  auto data = viz::report::page_data(run, {}, {});
  data["twin"] = viz::report::twin_data(viz::twin::packed_twin(states));
  EXPECT_FALSE(viz::report::tour_stops(run).empty()) << what;
  EXPECT_GT(data.dump(-1, ' ', false, viz::report::Json::error_handler_t::replace).size(), 1000U) << what;
}

TEST(BadInput, AnEmptyParkIsShown) { expect_shown(Park{}, Results{}, "empty"); }

TEST(BadInput, AParkWithEmptyLayersIsShown) {
  Park park;
  park.site = hand_made_park().site;
  expect_shown(park, Results{}, "no layers");
}

TEST(BadInput, AParkWithoutAreaIsShown) {
  Park park = hand_made_park(false);
  const Ring point{{5.0, 5.0}, {5.0, 5.0}, {5.0, 5.0}};
  Site site = *park.site;
  site.boundary = {{Polygon{point, {}}}};
  park.site = Part<Site>(site);
  Building building;
  building.id = "B-0";
  building.footprint.outer = point;
  park.buildings = Part<Table<Building>>(Table<Building>({building}));
  park.zones = Part<Table<Zone>>(Table<Zone>({viz::testing::zone("Z-1", "", "", ZoneKind::green, {{Polygon{point, {}}}})}));
  park.roads = Part<Table<Road>>(Table<Road>({viz::testing::road("R-1", "", "", 0.0, {{{5.0, 5.0}, {5.0, 5.0}}})}));
  park.radio_cells = {};
  park.radio_sites = {};
  park.trees = {};
  park.generators = {};
  expect_shown(park, Results{}, "no area");
}

TEST(BadInput, FieldsWithoutAnyValueAreShown) {
  const Park park = hand_made_park();
  Results results = hand_made_results(park, 10.0);
  const float nothing = std::numeric_limits<float>::quiet_NaN();
  for (auto* field : {&results.radio.rsrp_dbm, &results.radio.sinr_db, &results.radio.rsrq_db, &results.radio.throughput_down_mbit_s}) {
    std::fill(field->values.begin(), field->values.end(), nothing);
  }
  std::fill(results.radio.best_server.values.begin(), results.radio.best_server.values.end(), radio::no_server);
  expect_shown(park, results, "no values");
  const Results full = hand_made_results(park, 10.0);
  const auto difference = viz::difference_drape(full, results, Layer::rsrp);
  ASSERT_TRUE(difference);
  for (const auto& pixel : difference->pixels) ASSERT_EQ(pixel[3], 0);
}

TEST(BadInput, NamesWithMarkupOrRightToLeftOrOfAnyLengthAreShown) {
  Park park = hand_made_park();
  Site site = *park.site;
  site.name = "<script>alert(1)</script> & \"so\" \xFF";
  site.name_zh = "\u200Fمجمع الصناعات\u200E \u202Ereversed";
  park.site = Part<Site>(site);
  std::vector<Enterprise> enterprises(park.enterprises->begin(), park.enterprises->end());
  enterprises[0].name = enterprises[0].name_zh = std::string(3000, 'W');
  enterprises[1].name = enterprises[1].name_zh = "\n\t\x01 מפעל";
  enterprises[2].name = enterprises[2].name_zh = "";
  park.enterprises = Part<Table<Enterprise>>(Table<Enterprise>(std::move(enterprises)));
  expect_shown(park, hand_made_results(park, 10.0), "names");
}

/// A fresh process in which EGL has no driver.
int without_gl(const std::vector<std::string>& arguments) {
  setenv("__EGL_VENDOR_LIBRARY_FILENAMES", "/nowhere/driver.json", 1);
  unsetenv("DISPLAY");
  const auto outcome = call(arguments);
  std::fprintf(stderr, "%s", outcome.err.c_str());
  return outcome.code;
}

TEST(BadInput, WithoutAnyOpenGlPicturesSayWhatWasTriedAndTheReportDoesWithout) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "parktwin-without-gl";
  std::filesystem::create_directories(folder);
  const Workplace workplace;
  if (!std::filesystem::exists(folder / "run/results.h5")) {  // the process of each expectation comes by here again
    ASSERT_EQ(call({"run", workplace.small_scenario(), "--out", (folder / "run").string()}).code, 0);
  }
  const std::string run = (folder / "run").string();
  EXPECT_EXIT(std::exit(without_gl({"render", run, "--out", (folder / "a.png").string()})), ::testing::ExitedWithCode(1),
              "no OpenGL context for drawing .EGL: .*DISPLAY is not set");
  EXPECT_EXIT(std::exit(without_gl({"tour", run, "--out", (folder / "a.mp4").string()})), ::testing::ExitedWithCode(1),
              "no OpenGL context");
  EXPECT_EXIT(std::exit(without_gl({"report", run, "--out", (folder / "a.html").string()})), ::testing::ExitedWithCode(0),
              "the report has no picture: no OpenGL context");
  EXPECT_FALSE(std::filesystem::exists(folder / "a.png") || std::filesystem::exists(folder / "a.mp4"));
  EXPECT_TRUE(std::filesystem::exists(folder / "a.html"));
  std::filesystem::remove_all(folder);
}

TEST(BadInput, ARunOfAnotherVersionOrHalfCopiedIsRefusedByEveryCommandThatShowsIt) {
  const Workplace workplace;
  ASSERT_EQ(call({"run", workplace.small_scenario(), "--out", workplace.path("run")}).code, 0);
  const std::string older = workplace.path("older");
  const std::string half = workplace.path("half");
  std::filesystem::copy(workplace.path("run"), older);
  std::filesystem::copy(workplace.path("run"), half);
  const std::string script = "import h5py; file = h5py.File('" + older +
                             "/results.h5', 'r+'); file.attrs['format_version'] = type(file.attrs['format_version'])(0)";
  ASSERT_EQ(std::system(("/usr/bin/python3 -c \"" + script + "\"").c_str()), 0);
  std::filesystem::resize_file(half + "/results.h5", std::filesystem::file_size(half + "/results.h5") / 2);
  for (const auto& [command, out] :
       {std::pair{"render", "a.png"}, {"tour", "a.mp4"}, {"report", "a.html"}, {"export", "a.glb"}, {"info", ""}, {"check", ""}}) {
    for (const auto& [folder, said] : {std::pair{older, "found format version 0"}, {half, "results.h5"}}) {
      std::vector<std::string> arguments{command, folder};
      if (*out != '\0') arguments.insert(arguments.end(), {"--out", workplace.path(out)});
      const auto outcome = call(arguments);
      EXPECT_EQ(outcome.code, 3) << command << " " << folder;
      EXPECT_THAT(outcome.err, HasSubstr(said)) << command;
    }
  }
  EXPECT_FALSE(std::filesystem::exists(workplace.path("a.png")) || std::filesystem::exists(workplace.path("a.html")));
}

}  // namespace
}  // namespace parktwin::cli
