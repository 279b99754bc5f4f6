#include "engine/simulators/radio/detour_row.h"

#include <gtest/gtest.h>

#include <cmath>

#include "engine/core/random.h"
#include "engine/simulators/radio/facade_reflection.h"
#include "engine/simulators/radio/knife_edge.h"

namespace parktwin::radio {
namespace {

const PatternTable& pattern() {
  static const PatternTable table(Antenna{}, Degrees(6.0));
  return table;
}

Transmitter transmitter() {
  Transmitter result;
  result.orientation = orientation_of(Degrees(35.0), Degrees(2.0));
  result.peak_dbm = 38.0;
  return result;
}

double sum_dbm(double a_dbm, double b_dbm) { return 10.0 * std::log10(std::pow(10.0, 0.1 * a_dbm) + std::pow(10.0, 0.1 * b_dbm)); }

// Received over a way of so many metres that leaves the antenna in a direction.
double level_dbm(const PathTables& tables, Vector3 leaving, double slant_m, double bend_db) {
  const double length = std::sqrt(leaving.x * leaving.x + leaving.y * leaving.y + leaving.z * leaving.z);
  const auto direction = direction_to(transmitter().orientation, {leaving.x / length, leaving.y / length, leaving.z / length});
  const double attenuation_db = pattern().peak_dbi() - pattern().gain_dbi(direction);
  return transmitter().peak_dbm - tables.free_space_db - 20.0 * std::log10(slant_m) - bend_db - attenuation_db;
}

/// One device of a row of three, asked with nothing else received.
double received_dbm(const PathTables& tables, const Detour& detour, Point mast, Point place, double rise_m, float extra_db) {
  DetourRow row;
  EXPECT_TRUE(row.empty());
  row.add(1, detour, place, static_cast<float>(distance(mast, place)), static_cast<float>(rise_m));
  EXPECT_FALSE(row.empty());
  const float extra[] = {1000.0F, extra_db, 1000.0F};
  float received[] = {-70.0F, -290.0F, -80.0F};
  row.prepare(tables, extra);
  row.join(pattern(), transmitter(), received);
  EXPECT_EQ(received[0], -70.0F);
  EXPECT_EQ(received[2], -80.0F);
  return static_cast<double>(received[1]);
}

// The image method by hand: the mast mirrored at the wall, the straight way from there, the angle at the wall, and the direction from the
// mast to the point of reflection.
TEST(DetourRow, FacadesByTheImageMethod) {
  for (std::uint32_t i = 0; i < 500; ++i) {
    const RandomSequence random(95, 0, i);
    const double angle = random.uniform(0, 0.0, 6.283);
    const Point normal{std::cos(angle), std::sin(angle)};
    const Point along{-normal.y, normal.x};
    const Point foot{random.uniform(1, 100.0, 900.0), random.uniform(2, 100.0, 900.0)};  // on the wall, before the mast
    const double mast_m = random.uniform(3, 5.0, 150.0);                                 // before the wall
    const double device_m = random.uniform(4, 2.0, 150.0);
    const double shift_m = random.uniform(5, -200.0, 200.0);
    const double rise_m = random.uniform(6, -40.0, 5.0);
    const Point mast{foot.x + mast_m * normal.x, foot.y + mast_m * normal.y};
    const Point image{foot.x - mast_m * normal.x, foot.y - mast_m * normal.y};
    const Point place{foot.x + device_m * normal.x + shift_m * along.x, foot.y + device_m * normal.y + shift_m * along.y};
    const auto material = static_cast<WallMaterial>(i % 5);
    const Detour detour{.kind = DetourKind::facade,
                        .material = material,
                        .x_m = static_cast<float>(image.x),
                        .y_m = static_cast<float>(image.y),
                        .way_m = 0.0F,
                        .normal_x = static_cast<float>(normal.x),
                        .normal_y = static_cast<float>(normal.y)};
    const double ground_m = std::hypot(mast_m + device_m, shift_m);
    const double cosine = (mast_m + device_m) / ground_m;
    const double share = mast_m / (mast_m + device_m);  // of the way, up to the wall
    const Point hit{foot.x + share * shift_m * along.x, foot.y + share * shift_m * along.y};
    const double ghz = i % 2 == 0 ? 3.5 : 0.7;
    const PathTables tables(gigahertz(ghz));
    const double bend_db = -10.0 * std::log10(facade_reflection(material, gigahertz(ghz), cosine));
    const double expected =
        level_dbm(tables, {hit.x - mast.x, hit.y - mast.y, share * rise_m}, std::hypot(ground_m, rise_m), bend_db) - 17.5;
    EXPECT_NEAR(received_dbm(tables, detour, mast, place, rise_m, 17.5F), expected, 0.05) << i;
  }
}

// Around a corner: the way over it, the knife edge of its extra way along the ground, leaving towards the corner.
TEST(DetourRow, CornersByTheirExtraWay) {
  for (std::uint32_t i = 0; i < 1000; ++i) {
    const RandomSequence random(96, 0, i);
    const Point mast{random.uniform(0, 100.0, 900.0), random.uniform(1, 100.0, 900.0)};
    const double angle = random.uniform(2, 0.0, 6.283);
    const double first_m = random.uniform(3, 3.0, 300.0);
    const double turn = random.uniform(4, -2.2, 2.2) * (i % 3 == 0 ? 0.02 : 1.0);
    const double second_m = random.uniform(5, 2.0, 150.0);
    const double rise_m = random.uniform(6, -40.0, 5.0);
    const Point corner{mast.x + first_m * std::cos(angle), mast.y + first_m * std::sin(angle)};
    const Point place{corner.x + second_m * std::cos(angle + turn), corner.y + second_m * std::sin(angle + turn)};
    const Detour detour{.kind = DetourKind::corner,
                        .x_m = static_cast<float>(corner.x),
                        .y_m = static_cast<float>(corner.y),
                        .way_m = static_cast<float>(first_m),
                        .normal_x = static_cast<float>(std::cos(angle)),
                        .normal_y = static_cast<float>(std::sin(angle))};
    const PathTables tables(gigahertz(3.5));
    const double way_m = first_m + second_m;
    const double bend_db = knife_edge_loss_db(2.0 * std::sqrt((way_m - distance(mast, place)) / tables.wavelength_m));
    const double expected = level_dbm(tables, {std::cos(angle), std::sin(angle), rise_m / way_m}, std::hypot(way_m, rise_m), bend_db) - 3.0;
    EXPECT_NEAR(received_dbm(tables, detour, mast, place, rise_m, 3.0F), expected, 0.03) << i << " " << turn;
  }
}

TEST(DetourRow, AddsPowersAndStartsAnew) {
  const Point mast{10.0, 20.0};
  const Detour corner{.kind = DetourKind::corner, .x_m = 40.0F, .y_m = 20.0F, .way_m = 30.0F, .normal_x = 1.0F, .normal_y = 0.0F};
  const PathTables tables(gigahertz(3.5));
  const std::vector<float> extra(200);
  DetourRow row;
  for (const std::size_t count : {std::size_t{3}, std::size_t{150}, std::size_t{1}}) {
    row.clear();
    std::vector<float> received(200, -75.0F);
    for (std::size_t i = 0; i < count; ++i) {
      const Point place{50.0, 20.0 + static_cast<double>(i)};
      row.add(i, corner, place, static_cast<float>(distance(mast, place)), -10.0F);
    }
    row.prepare(tables, extra.data());
    row.join(pattern(), transmitter(), received.data());
    for (std::size_t i = 0; i < received.size(); ++i) {
      const Point place{50.0, 20.0 + static_cast<double>(i)};
      const double alone = received_dbm(tables, corner, mast, place, -10.0, 0.0F);
      EXPECT_NEAR(received[i], i < count ? sum_dbm(alone, -75.0) : -75.0, 1e-3) << i;
    }
  }
}

}  // namespace
}  // namespace parktwin::radio
