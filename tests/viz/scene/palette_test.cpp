#include "viz/scene/palette.h"

#include <gtest/gtest.h>

#include <set>

namespace parktwin::viz {
namespace {

double saturation(const Colour& c) { return std::max({c.red, c.green, c.blue}) - std::min({c.red, c.green, c.blue}); }

TEST(Palette, EveryUseAndZoneHasItsOwnColour) {
  const Palette palette(false);
  std::set<std::array<std::uint8_t, 4>> seen;
  for (const auto& [use, name] : names_of(BuildingUse{})) EXPECT_TRUE(seen.insert(to_bytes(palette.building(use))).second) << name;
  for (const auto& [kind, name] : names_of(ZoneKind{})) EXPECT_TRUE(seen.insert(to_bytes(palette.zone(kind))).second) << name;
}

TEST(Palette, UnderAMapColoursStepBack) {
  const Palette plain(false);
  const Palette muted(true);
  for (const auto& [use, name] : names_of(BuildingUse{}))
    EXPECT_LT(saturation(muted.building(use)), 0.5 * saturation(plain.building(use)) + 0.02) << name;
  EXPECT_LT(saturation(muted.zone(ZoneKind::green)), saturation(plain.zone(ZoneKind::green)));
}

TEST(Palette, MastsOutOfServiceLoseTheirColour) {
  const Palette palette(true);
  EXPECT_GT(saturation(palette.antenna(true)), 0.5);
  EXPECT_LT(saturation(palette.antenna(false)), 0.1);
}

}  // namespace
}  // namespace parktwin::viz
