// A hundred thousand buildings on the page: what it leaves out it says, and a browser opens it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "engine/core/whole_file.h"
#include "tests/cli/program.h"
#include "tests/viz/scene/many_buildings.h"
#include "viz/report/page.h"
#include "viz/report/page_data.h"
#include "viz/report/tour_stops.h"
#include "viz/twin/twin.h"

namespace parktwin::cli {
namespace {

TEST(ManyBuildings, OpenInABrowser) {
  const Workplace workplace;
  storage::SavedRun run;
  run.park = viz::testing::many_buildings(100000);
  run.scenario_name = "many";
  auto data = viz::report::page_data(run, {}, {});
  const std::array states{viz::twin::State{"", "", "many", &run.park, nullptr}};
  data["twin"] = viz::report::twin_data(viz::twin::packed_twin(states));
  data["twin"]["tour"] = viz::report::tour_stops(run);
  EXPECT_EQ(data["twin"]["states"][0]["left_out"], (viz::report::Json{"facades", "shadows"}));
  const std::string root = PARKTWIN_SOURCE_DIR;
  const std::string html = viz::report::assembled(read_file(root + "/data/report/page.html"), data, viz::Language::en);
  write_whole(html, workplace.path("many.html"));
  std::string printed;
  FILE* pipe = popen(
      ("/usr/bin/python3 '" + root + "/tests/viz/report/many_in_browser.py' '" + workplace.path("many.html") + "' 2>&1").c_str(), "r");
  std::array<char, 4096> buffer{};
  for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) printed.append(buffer.data(), count);
  EXPECT_EQ(pclose(pipe), 0) << printed;
  EXPECT_THAT(printed, ::testing::HasSubstr("the page is sound"));
  std::printf("%zu bytes, %s", html.size(), printed.c_str());
}

}  // namespace
}  // namespace parktwin::cli
