// A hundred thousand buildings, in a process of their own, so that its memory is theirs alone.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <cstdio>

#include "tests/viz/osg/pictures.h"
#include "tests/viz/scene/many_buildings.h"
#include "viz/osg/still.h"

namespace parktwin::viz {
namespace {

constexpr long limit_kib = 2L * 1024 * 1024;

/// 0 when the picture is right and the memory small enough.
int draw_many() {
  const Park park = testing::many_buildings(100000);
  const Scene scene = build_scene(park, nullptr, {Layer::none, Language::en});
  Still still(scene, {});
  const Picture picture = still.draw();
  std::size_t differing = 0;  // roofs of all uses, walls, ground
  for (int row = 300; row < 900; row += 2) {
    for (int column = 700; column < 1300; column += 2) {
      differing += testing::difference(picture.at(column, row), picture.at(column + 1, row)) > 20 ? 1U : 0U;
    }
  }
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::fprintf(stderr, "%zu edges, %ld MiB, %s\n", differing, used.ru_maxrss / 1024, scene.subtitle.c_str());
  return differing > 5000 && used.ru_maxrss < limit_kib && scene.subtitle.find("façades left out") != std::string::npos ? 0 : 1;
}

TEST(ManyBuildings, AreDrawnWithinTwoGibibytes) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_EXIT(std::exit(draw_many()), ::testing::ExitedWithCode(0), "MiB");
}

}  // namespace
}  // namespace parktwin::viz
