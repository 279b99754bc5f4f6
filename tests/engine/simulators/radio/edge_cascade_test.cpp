#include "tests/engine/simulators/radio/edge_cascade.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"
#include "engine/core/random.h"
#include "engine/simulators/radio/knife_edge.h"

namespace parktwin::radio {
namespace {

constexpr double wavelength_m = 0.0857;  // 3.5 GHz

ProfilePath path_over(std::span<const ProfilePoint> points, double transmitter_m, double receiver_m, double distance_m) {
  return {points, transmitter_m, receiver_m, distance_m, wavelength_m};
}

struct RandomProfile {
  std::vector<ProfilePoint> points;
  double transmitter_m = 0.0;
  double receiver_m = 0.0;
  double distance_m = 0.0;
  [[nodiscard]] ProfilePath path() const { return path_over(points, transmitter_m, receiver_m, distance_m); }
};

// Flat ground with buildings: up to 60 points at uneven spacing, a third of them up to 40 m high.
RandomProfile random_profile(std::uint32_t number) {
  const RandomSequence random(11, 0, number);
  std::uint32_t draw = 0;
  RandomProfile profile;
  profile.transmitter_m = random.uniform(draw++, 3.0, 50.0);
  profile.receiver_m = random.uniform(draw++, 1.5, 10.0);
  const std::uint32_t count = random.below(draw++, 60);
  for (std::uint32_t i = 0; i < count; ++i) {
    profile.distance_m += random.uniform(draw++, 1.0, 30.0);
    const double top_m = random.below(draw++, 3) == 0 ? 40.0 : 1.0;
    profile.points.push_back({profile.distance_m, random.uniform(draw++, 0.0, top_m)});
  }
  profile.distance_m += random.uniform(draw++, 1.0, 30.0);
  return profile;
}

RandomProfile swapped(const RandomProfile& profile) {
  RandomProfile other{{}, profile.receiver_m, profile.transmitter_m, profile.distance_m};
  for (auto point = profile.points.rbegin(); point != profile.points.rend(); ++point) {
    other.points.push_back({profile.distance_m - point->distance_m, point->elevation_m});
  }
  return other;
}

// A point is a corner of the upper hull when it lies above every line between a point before it and a point after it.
std::vector<std::size_t> string_by_definition(const ProfilePath& path) {
  std::vector<ProfilePoint> all{{0.0, path.transmitter_elevation_m}};
  all.insert(all.end(), path.points.begin(), path.points.end());
  all.push_back({path.distance_m, path.receiver_elevation_m});
  std::vector<std::size_t> corners;
  for (std::size_t k = 1; k + 1 < all.size(); ++k) {
    double steepest_before = -1e300;  // slopes from the point, as far up as anything reaches
    double steepest_after = -1e300;
    for (std::size_t i = 0; i < k; ++i) {
      steepest_before = std::max(steepest_before, (all[i].elevation_m - all[k].elevation_m) / (all[k].distance_m - all[i].distance_m));
    }
    for (std::size_t j = k + 1; j < all.size(); ++j) {
      steepest_after = std::max(steepest_after, (all[j].elevation_m - all[k].elevation_m) / (all[j].distance_m - all[k].distance_m));
    }
    if (steepest_before + steepest_after < 0.0) corners.push_back(k - 1);
  }
  return corners;
}

TEST(StretchedString, EqualsTheDefinition) {
  std::size_t longest = 0;
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const auto profile = random_profile(i);
    const auto string = stretched_string(profile.path());
    EXPECT_EQ(string, string_by_definition(profile.path())) << i;
    longest = std::max(longest, string.size());
  }
  EXPECT_GE(longest, 5U);
}

TEST(StretchedString, FlatAndSlopingRoofsHaveTwoCorners) {
  for (const double slope : {0.0, 0.01, -0.037}) {
    std::vector<ProfilePoint> roof;
    for (int i = 0; i < 20; ++i) roof.push_back({100.0 + 2.0 * i, 20.0 + slope * 2.0 * i});
    EXPECT_EQ(stretched_string(path_over(roof, 5.0, 1.5, 300.0)), (std::vector<std::size_t>{0, 19}));
  }
}

TEST(EdgeCascade, OneEdgeIsTheKnifeEdge) {
  for (double height_m = -5.0; height_m < 30.0; height_m += 0.37) {
    const ProfilePoint edge{80.0, 10.0 + height_m};  // the line of sight passes at 10 m
    const double expected_db = knife_edge_loss_db(fresnel_parameter(height_m, 80.0, 120.0, wavelength_m));
    EXPECT_NEAR(cascade_loss_db(path_over({&edge, 1}, 14.0, 4.0, 200.0)), expected_db, 1e-9) << height_m;
  }
}

// P.526-15 section 4.3, first method: h′₁ = h₁ − h₂·a/(a+b), h′₂ = h₂ − h₁·c/(b+c), Lc = 10 lg((a+b)(b+c)/(b(a+b+c))).
TEST(EdgeCascade, TwoEdgesAreTheDoubleIsolatedEdges) {
  const double a = 60.0;
  const double b = 90.0;
  const double c = 40.0;
  const double h1 = 12.0;  // above the line of sight, here at 0
  const double h2 = 9.0;
  const ProfilePoint edges[] = {{a, h1}, {a + b, h2}};
  const double first_db = knife_edge_loss_db(fresnel_parameter(h1 - h2 * a / (a + b), a, b, wavelength_m));
  const double second_db = knife_edge_loss_db(fresnel_parameter(h2 - h1 * c / (b + c), b, c, wavelength_m));
  const double spreading_db = 10.0 * std::log10((a + b) * (b + c) / (b * (a + b + c)));
  EXPECT_NEAR(spreading_db, 0.5704, 1e-4);  // 10 lg(150·130/(90·190))
  EXPECT_NEAR(cascade_loss_db(path_over(edges, 0.0, 0.0, a + b + c)), first_db + second_db + spreading_db, 1e-9);
}

// C_N of section 4.4.1 as products, three edges: Pa = s₁·Π s₂·(s₁ + Σ s₂), Pb = (s₁)₁ (s₂)_N Π (s₁ + s₂).
TEST(EdgeCascade, SpreadingOfThreeEdges) {
  const ProfilePoint edges[] = {{50.0, 20.0}, {80.0, 22.0}, {140.0, 19.0}};
  const double pa = 50.0 * (30.0 * 60.0 * 110.0) * (50.0 + 200.0);
  const double pb = 50.0 * 110.0 * (80.0 * 90.0 * 170.0);
  double expected_db = -20.0 * std::log10(std::sqrt(pa / pb));
  expected_db += knife_edge_loss_db(fresnel_parameter(20.0 - (10.0 * 30.0 + 22.0 * 50.0) / 80.0, 50.0, 30.0, wavelength_m));
  expected_db += knife_edge_loss_db(fresnel_parameter(22.0 - (20.0 * 60.0 + 19.0 * 30.0) / 90.0, 30.0, 60.0, wavelength_m));
  expected_db += knife_edge_loss_db(fresnel_parameter(19.0 - (22.0 * 110.0 + 2.0 * 60.0) / 170.0, 60.0, 110.0, wavelength_m));
  EXPECT_NEAR(cascade_loss_db(path_over(edges, 10.0, 2.0, 250.0)), expected_db, 1e-9);
}

TEST(EdgeCascade, GrazingTakesTheHighestEdgeOnly) {
  const ProfilePoint edges[] = {{50.0, -0.5}, {100.0, -0.2}, {150.0, -0.9}};
  const double expected_db = knife_edge_loss_db(fresnel_parameter(-0.2, 100.0, 100.0, wavelength_m));
  EXPECT_GT(expected_db, 1.0);
  EXPECT_NEAR(cascade_loss_db(path_over(edges, 0.0, 0.0, 200.0)), expected_db, 1e-9);
  EXPECT_EQ(cascade_loss_db(path_over({}, 0.0, 0.0, 200.0)), 0.0);
}

// The engine's knife edge against published numbers. Ground heights every 50 m of path 3 of "Validation examples for the delta Bullington
// diffraction prediction method" (ITU-R Study Group 3), the last at 17.39688966 km, with its results Lba, aₑ = 8500 km and c = 3e8 m/s.
constexpr int validation_heights_m[] = {
    697, 697, 697, 690, 690, 665, 665, 661, 653, 656, 644, 644, 638, 629, 620, 620, 610, 610, 608, 608, 610, 610, 609, 609, 611, 611, 604,
    604, 604, 607, 607, 609, 609, 611, 606, 606, 606, 602, 602, 602, 602, 604, 603, 606, 606, 603, 603, 605, 607, 607, 605, 605, 605, 605,
    600, 601, 594, 594, 589, 589, 595, 589, 589, 586, 586, 582, 584, 581, 579, 575, 575, 577, 577, 585, 587, 586, 596, 596, 587, 589, 593,
    593, 589, 589, 593, 593, 590, 600, 592, 601, 605, 605, 601, 609, 609, 618, 618, 613, 613, 612, 615, 612, 612, 618, 618, 616, 616, 612,
    613, 613, 613, 613, 613, 612, 609, 609, 606, 606, 604, 604, 602, 602, 602, 602, 603, 603, 604, 601, 601, 602, 602, 607, 603, 605, 606,
    610, 610, 610, 610, 611, 611, 611, 616, 616, 618, 618, 622, 621, 625, 625, 635, 635, 631, 638, 638, 621, 620, 620, 616, 611, 611, 594,
    594, 589, 589, 586, 582, 579, 578, 579, 579, 576, 576, 574, 577, 577, 575, 575, 571, 572, 572, 572, 571, 571, 575, 575, 573, 571, 569,
    570, 570, 570, 570, 575, 575, 576, 576, 577, 577, 578, 574, 574, 574, 575, 575, 577, 577, 577, 579, 579, 579, 583, 583, 586, 583, 583,
    584, 584, 586, 586, 587, 594, 599, 599, 588, 591, 590, 592, 592, 594, 594, 596, 597, 602, 599, 605, 605, 605, 605, 610, 607, 607, 615,
    615, 621, 621, 624, 621, 633, 633, 632, 632, 636, 630, 639, 630, 630, 634, 628, 632, 632, 628, 628, 625, 625, 626, 621, 624, 624, 620,
    620, 620, 620, 620, 616, 616, 610, 610, 605, 607, 604, 604, 603, 603, 594, 594, 594, 596, 592, 592, 587, 586, 585, 583, 583, 579, 579,
    571, 573, 575, 576, 572, 572, 573, 573, 569, 569, 569, 568, 568, 566, 568, 568, 564, 563, 563, 559, 559, 564, 567, 564, 563, 562, 562,
    561, 563, 563, 561, 561, 562, 562, 561, 563, 564, 564, 563, 563, 565, 565, 564, 566, 566, 568, 568, 569, 567, 570, 570, 569};

TEST(Bullington, ValidationPathOfTheStudyGroup) {
  constexpr double distance_m = 17396.88966;
  struct Case {
    double transmitter_m, receiver_m, f_mhz, loss_db;
  };
  constexpr Case cases[] = {{30, 30, 1000, 17.62040631},
                            {50, 10, 2500, 25.1016907},
                            {20, 20, 600, 20.25488733},
                            {40, 50, 200, 10.1899085},
                            {70, 5, 150, 16.27593106}};
  std::vector<ProfilePoint> points;
  for (std::size_t i = 1; i + 1 < std::size(validation_heights_m); ++i) {
    const double d = 50.0 * static_cast<double>(i);
    points.push_back({d, validation_heights_m[i] + d * (distance_m - d) / (2.0 * 8.5e6)});
  }
  EXPECT_EQ(points.size(), 347U);
  for (const auto& known : cases) {
    const ProfilePath path{points, 697.0 + known.transmitter_m, 569.0 + known.receiver_m, distance_m, 300.0 / known.f_mhz};
    EXPECT_NEAR(bullington_loss_db(path), known.loss_db, 1e-6);
  }
}

TEST(Bullington, OneEdgeIsTheKnifeEdgeWithItsCorrection) {
  const ProfilePoint edge{80.0, 17.0};
  const double edge_db = knife_edge_loss_db(fresnel_parameter(7.0, 80.0, 120.0, wavelength_m));
  const double expected_db = edge_db + (1.0 - std::exp(-edge_db / 6.0)) * (10.0 + 0.02 * 0.2);
  EXPECT_NEAR(bullington_loss_db(path_over({&edge, 1}, 14.0, 4.0, 200.0)), expected_db, 1e-9);
}

TEST(EdgeCascade, SameFromBothEndsAndNeverNegative) {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const auto profile = random_profile(i);
    const auto other = swapped(profile);
    for (const auto loss_db : {cascade_loss_db, bullington_loss_db}) {
      EXPECT_NEAR(loss_db(profile.path()), loss_db(other.path()), 1e-9) << i;
      EXPECT_GE(loss_db(profile.path()), 0.0) << i;
    }
  }
}

TEST(EdgeCascade, GrowsWithAnObstacleAlone) {
  for (const auto loss_db : {cascade_loss_db, bullington_loss_db}) {
    double before_db = 0.0;
    for (double elevation_m = 0.0; elevation_m < 60.0; elevation_m += 0.05) {
      const ProfilePoint edge{30.0, elevation_m};
      const double now_db = loss_db(path_over({&edge, 1}, 25.0, 1.5, 150.0));
      EXPECT_GE(now_db, before_db);
      before_db = now_db;
    }
    EXPECT_GT(before_db, 20.0);
  }
}

TEST(Bullington, GrowsWithAnyObstacle) {
  for (std::uint32_t i = 0; i < 500; ++i) {
    auto profile = random_profile(i);
    if (profile.points.empty()) continue;
    const RandomSequence random(12, 0, i);
    auto& grown = profile.points[random.below(0, static_cast<std::uint32_t>(profile.points.size()))];
    double before_db = bullington_loss_db(profile.path());
    for (int step = 0; step < 40; ++step) {
      grown.elevation_m += 1.0;
      const double now_db = bullington_loss_db(profile.path());
      EXPECT_GE(now_db, before_db - 1e-9) << i;
      before_db = now_db;
    }
  }
}

// The price of taking every sample of a rounded top as an edge of its own, said in the header.
TEST(EdgeCascade, CountsTheSamplesOfASmoothHill) {
  std::vector<ProfilePoint> hill;
  for (int i = -20; i <= 20; ++i) hill.push_back({200.0 + 2.0 * i, 30.0 - 0.01 * i * i});
  const auto path = path_over(hill, 1.5, 1.5, 400.0);
  EXPECT_GT(stretched_string(path).size(), 20U);
  EXPECT_GT(cascade_loss_db(path), bullington_loss_db(path) + 50.0);
}

TEST(EdgeCascade, RefusesPointsOutOfOrder) {
  const ProfilePoint points[] = {{50.0, 1.0}, {50.0, 2.0}};
  EXPECT_THROW((void)cascade_loss_db(path_over(points, 1.0, 1.0, 100.0)), BrokenPromise);
  EXPECT_THROW((void)bullington_loss_db(path_over({points, 1}, 1.0, 1.0, 40.0)), BrokenPromise);
  EXPECT_THROW((void)stretched_string({{points, 1}, 1.0, 1.0, 100.0, 0.0}), BrokenPromise);
}

}  // namespace
}  // namespace parktwin::radio
