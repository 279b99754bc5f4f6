#include "engine/simulators/radio/profile_string.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "engine/core/random.h"
#include "engine/simulators/radio/edge_batch.h"
#include "engine/simulators/radio/knife_edge.h"
#include "tests/engine/simulators/radio/edge_cascade.h"

namespace parktwin::radio {
namespace {

constexpr double wavelength_m = 0.299792458;  // 1 GHz
constexpr double unit_m = 2.0;

struct Profile {
  std::vector<ProfilePoint> points;
  double antenna_m = 0.0;
  double device_m = 0.0;
  double distance_m = 0.0;
  [[nodiscard]] ProfilePath path() const { return {points, antenna_m, device_m, distance_m, wavelength_m}; }
};

// Up to 25 points 2 m to 60 m apart, a third of them up to `high_m`; every number is exact in single precision.
Profile random_profile(std::uint32_t number, double high_m) {
  const RandomSequence random(41, 0, number);
  const auto exact = [](double value) { return std::round(value * 1024.0) / 1024.0; };
  std::uint32_t draw = 0;
  Profile profile;
  profile.antenna_m = exact(random.uniform(draw++, 0.0, 1.2 * high_m));
  profile.device_m = exact(random.uniform(draw++, 0.0, 0.5 * high_m));
  const std::uint32_t count = random.below(draw++, 25);
  for (std::uint32_t i = 0; i < count; ++i) {
    profile.distance_m += exact(random.uniform(draw++, 2.0, 60.0));
    const double top_m = random.below(draw++, 3) == 0 ? high_m : 0.2 * high_m;
    profile.points.push_back({profile.distance_m, exact(random.uniform(draw++, 0.0, top_m))});
  }
  profile.distance_m += exact(random.uniform(draw++, 2.0, 60.0));
  return profile;
}

/// The corners of the string in double, between its ends.
struct ExactString {
  std::vector<ProfilePoint> points;
  std::vector<double> parameter;  // per corner, by the extra way
  double spreading_db = 0.0;
  double steepest = 0.0;
  bool tie = false;  // a corner or another point within a millimetre of joining or leaving
};

double height_above_m(const ProfilePoint& before, const ProfilePoint& at, const ProfilePoint& after) {
  const double share = (at.distance_m - before.distance_m) / (after.distance_m - before.distance_m);
  return at.elevation_m - (before.elevation_m + share * (after.elevation_m - before.elevation_m));
}

ExactString exact_string(const Profile& profile) {
  ExactString result;
  auto& points = result.points;
  points.push_back({0.0, profile.antenna_m});
  for (const std::size_t corner : stretched_string(profile.path())) points.push_back(profile.points[corner]);
  points.push_back({profile.distance_m, profile.device_m});
  const auto leg = [](const ProfilePoint& a, const ProfilePoint& b) {
    return std::hypot(b.distance_m - a.distance_m, b.elevation_m - a.elevation_m);
  };
  double ratio = 1.0;
  for (std::size_t i = 1; i + 1 < points.size(); ++i) {
    const ProfilePoint &before = points[i - 1], &at = points[i], &after = points[i + 1];
    const double extra_m = leg(before, at) + leg(at, after) - leg(before, after);
    result.parameter.push_back(2.0 * std::sqrt(extra_m / wavelength_m));
    result.tie = result.tie || height_above_m(before, at, after) < 1e-3;
    ratio *= after.distance_m - before.distance_m;
    if (i > 1) ratio /= at.distance_m - before.distance_m;
    for (const auto& slope : {(at.elevation_m - before.elevation_m) / (at.distance_m - before.distance_m),
                              (after.elevation_m - at.elevation_m) / (after.distance_m - at.distance_m)}) {
      result.steepest = std::max(result.steepest, std::abs(slope));
    }
  }
  if (points.size() > 2) result.spreading_db = 10.0 * std::log10(ratio / profile.distance_m);
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    for (const auto& point : profile.points) {
      if (point.distance_m <= points[i].distance_m || point.distance_m >= points[i + 1].distance_m) continue;
      result.tie = result.tie || height_above_m(points[i], point, points[i + 1]) > -1e-3;
    }
  }
  return result;
}

struct Coded {
  bool hidden = false;
  std::vector<double> parameter;
  double spreading_db = 0.0;
  double departure = 0.0;
  [[nodiscard]] double loss_db() const {
    double db = spreading_db;
    for (const double each : parameter) db += knife_edge_loss_db(each);
    return db;
  }
};

Coded coded(const LastEdge& edge) {
  if (!edge.hidden) return {};
  EdgeBatch batch;
  batch.put(0, edge);
  batch.compute(1);
  Coded result;
  result.hidden = true;
  for (const std::uint16_t code : {batch.first[0], batch.second[0], batch.third[0]}) {
    if ((code & parameter_mask) != 0) result.parameter.push_back(static_cast<double>(parameter_of(code)));
  }
  result.spreading_db = static_cast<double>(spreading_step_db) * batch.spreading[0];
  result.departure = static_cast<double>(departure_step) * batch.departure[0];
  return result;
}

LastEdge last_edge(ProfileString& string, double distance_m, double device_m) {
  return string.last_edge(static_cast<float>(distance_m / unit_m), static_cast<float>(device_m));
}
void add(ProfileString& string, const ProfilePoint& point) {
  string.add(static_cast<float>(point.distance_m / unit_m), static_cast<float>(point.elevation_m));
}
ProfileString string_over(const Profile& profile) {
  ProfileString string;
  string.begin(static_cast<float>(profile.antenna_m), static_cast<float>(unit_m));
  for (const auto& point : profile.points) add(string, point);
  return string;
}

// The two greatest before the last and the last, from the antenna outwards; the gap says how clear that choice is.
std::vector<double> kept_edges(const std::vector<double>& all, double& gap) {
  gap = 1.0;
  if (all.size() <= 3) return all;
  std::vector<double> sorted(all.begin(), all.end() - 1);
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  gap = sorted[1] - sorted[2];
  std::vector<double> kept;
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    if (all[i] >= sorted[1]) kept.push_back(all[i]);
  }
  kept.push_back(all.back());
  return kept;
}

void expect_equal(const Coded& found, const ExactString& exact, std::uint32_t number) {
  ASSERT_EQ(found.hidden, !exact.parameter.empty()) << number;
  if (!found.hidden) return;
  double gap = 0.0;
  const auto kept = kept_edges(exact.parameter, gap);
  if (gap < 1e-3) return;
  ASSERT_EQ(found.parameter.size(), kept.size()) << number;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    EXPECT_NEAR(found.parameter[i], std::min(kept[i], 126.99), 0.5 / 256 + 1e-4 + 1e-4 * kept[i]) << number << " edge " << i;
  }
  EXPECT_NEAR(found.spreading_db, std::min(exact.spreading_db, 25.5), 0.051) << number;
  const auto& first = exact.points[1];
  const double slope = (first.elevation_m - exact.points[0].elevation_m) / first.distance_m;
  EXPECT_NEAR(found.departure, std::clamp(slope, -32767.0 / 4096, 32767.0 / 4096), 0.51 / 4096 + 1e-6 * std::abs(slope)) << number;
}

// Shallow paths, at most three edges: the whole loss is that of the recommendation's formula.
TEST(ProfileString, ShallowPathsCostTheCascade) {
  std::size_t compared = 0;
  std::size_t three = 0;
  for (std::uint32_t number = 0; number < 20000; ++number) {
    const Profile profile = random_profile(number, 8.0);
    const auto exact = exact_string(profile);
    if (exact.tie || exact.steepest > 0.05 || exact.parameter.empty() || exact.parameter.size() > 3) continue;
    ++compared;
    if (exact.parameter.size() == 3) ++three;
    auto string = string_over(profile);
    const auto found = coded(last_edge(string, profile.distance_m, profile.device_m));
    const double edges = static_cast<double>(exact.parameter.size());
    EXPECT_NEAR(found.loss_db(), cascade_loss_db(profile.path()), 0.02 * edges + 0.05) << number;
  }
  EXPECT_GT(compared, 2000U);
  EXPECT_GT(three, 200U);
}

// Steep ones by the extra way in double, any number of edges.
TEST(ProfileString, SteepPathsHaveTheParametersOfTheirExtraWays) {
  std::vector<std::size_t> with_edges(10);
  for (std::uint32_t number = 0; number < 10000; ++number) {
    const Profile profile = random_profile(number, number % 2 == 0 ? 40.0 : 250.0);
    const auto exact = exact_string(profile);
    if (exact.tie) continue;
    ++with_edges[std::min(exact.parameter.size(), std::size_t{9})];
    auto string = string_over(profile);
    expect_equal(coded(last_edge(string, profile.distance_m, profile.device_m)), exact, number);
  }
  for (std::size_t edges = 0; edges < 6; ++edges) EXPECT_GT(with_edges[edges], 30U) << edges;
}

// Devices asked about between the points, up and down, leave no trace on later ones.
TEST(ProfileString, DevicesAlongTheWay) {
  for (std::uint32_t number = 0; number < 1500; ++number) {
    const Profile whole = random_profile(number, 40.0);
    const RandomSequence random(42, 0, number);
    Profile so_far{.points = {}, .antenna_m = whole.antenna_m, .device_m = 0.0, .distance_m = 0.0};
    ProfileString string;
    string.begin(static_cast<float>(whole.antenna_m), static_cast<float>(unit_m));
    std::uint32_t draw = 0;
    for (const auto& point : whole.points) {
      so_far.points.push_back(point);
      add(string, point);
      for (int device = 0; device < 2; ++device) {
        so_far.device_m = std::round(random.uniform(draw++, 0.0, 40.0) * 64.0) / 64.0;
        so_far.distance_m = point.distance_m + std::round(random.uniform(draw++, 1.0, 30.0) * 64.0) / 64.0;
        const auto exact = exact_string(so_far);
        if (!exact.tie) expect_equal(coded(last_edge(string, so_far.distance_m, so_far.device_m)), exact, number);
      }
    }
  }
}

// A step in the profile, told as two points at one place in either order, is its upper end.
TEST(ProfileString, WallsCountByTheirTops) {
  for (std::uint32_t number = 0; number < 1000; ++number) {
    const Profile profile = random_profile(number, 40.0);
    const RandomSequence random(43, 0, number);
    auto expected = string_over(profile);
    ProfileString string;
    string.begin(static_cast<float>(profile.antenna_m), static_cast<float>(unit_m));
    std::uint32_t draw = 0;
    for (const auto& point : profile.points) {
      const ProfilePoint foot{point.distance_m, point.elevation_m - random.uniform(draw++, 0.0, 30.0)};
      const bool up = random.below(draw++, 2) == 0;
      add(string, up ? foot : point);
      if (random.below(draw++, 2) == 0) (void)last_edge(string, point.distance_m + 1.0, 0.0);
      add(string, up ? point : foot);
    }
    const auto a = coded(last_edge(string, profile.distance_m, profile.device_m));
    const auto b = coded(last_edge(expected, profile.distance_m, profile.device_m));
    EXPECT_EQ(a.hidden, b.hidden);
    EXPECT_EQ(a.parameter, b.parameter) << number;
    EXPECT_EQ(a.spreading_db, b.spreading_db) << number;
    EXPECT_EQ(a.departure, b.departure) << number;
  }
}

// A dome of which every point carries the string, more than are kept: an inner string remains, bent downwards everywhere.
TEST(ProfileString, WhenFullTheStringStaysInsideItself) {
  for (const int points : {14, 15, 16, 17, 40, 200}) {
    Profile profile{.points = {}, .antenna_m = 0.0, .device_m = -60.0, .distance_m = 16.0 * points + 16.0};
    const double middle_m = 8.0 * points;
    for (int i = 1; i <= points; ++i) {
      const double off_m = 16.0 * i - middle_m;
      profile.points.push_back({16.0 * i, 30.0 * (1.0 - off_m * off_m / (middle_m * middle_m))});
    }
    ASSERT_EQ(stretched_string(profile.path()).size(), static_cast<std::size_t>(points));
    auto string = string_over(profile);
    const auto edge = last_edge(string, profile.distance_m, profile.device_m);
    ASSERT_TRUE(edge.hidden);
    EXPECT_GT(edge.rise1_m / edge.way1_m, edge.rise2_m / edge.way2_m);
    EXPECT_GE(edge.departure_slope, edge.rise1_m / edge.way1_m);
    EXPECT_NEAR(edge.before_m + edge.way1_m + edge.way2_m, profile.distance_m, 1e-2);
    EXPECT_GE(edge.ratio, 1.0F);
    const auto found = coded(edge);
    EXPECT_EQ(found.parameter.size(), 3U);
    EXPECT_LE(found.loss_db(), cascade_loss_db(profile.path()) + 0.11) << points;
    EXPECT_GT(found.loss_db(), 3.0 * 6.0);
    // And it takes up new points as before.
    add(string, {profile.distance_m + 100.0, 4000.0});
    const auto tower = last_edge(string, profile.distance_m + 200.0, 0.0);
    EXPECT_EQ(tower.before_m, 0.0F);
    EXPECT_FLOAT_EQ(tower.rise1_m, 4000.0F);
  }
}

TEST(ProfileString, GrazingParametersMatchTheFormulaAndMeetTheEdgesAtZero) {
  std::size_t grazing = 0;
  for (std::uint32_t number = 0; number < 4000; ++number) {
    const RandomSequence random(44, 0, number);
    const double antenna_m = random.uniform(0, 0.0, 40.0);
    const ProfilePoint edge{random.uniform(1, 4.0, 400.0), random.uniform(2, 0.0, 40.0)};
    const double distance_m = edge.distance_m + random.uniform(3, 1.0, 400.0);
    const double on_line_m = antenna_m + (edge.elevation_m - antenna_m) * distance_m / edge.distance_m;
    const double lift_m = random.uniform(4, 0.0, 8.0);
    const ProfilePoint device{distance_m, on_line_m + lift_m};
    ProfileString string;
    string.begin(static_cast<float>(antenna_m), static_cast<float>(unit_m));
    add(string, edge);
    const auto along = static_cast<float>(distance_m / unit_m);
    const double clearance_m = height_above_m({0.0, antenna_m}, edge, device);
    const double exact = fresnel_parameter(clearance_m, edge.distance_m, distance_m - edge.distance_m, wavelength_m);
    const float found = string.grazing_parameter(along, static_cast<float>(device.elevation_m));
    EXPECT_NEAR(found, std::max(exact, static_cast<double>(least_parameter)), 2e-4) << number;
    if (found > least_parameter) ++grazing;
    // With the line a centimetre above or below the edge both are 0, up to what a centimetre makes.
    const double shift_m = 0.01 * distance_m / edge.distance_m;
    const double hair = fresnel_parameter(0.01, edge.distance_m, distance_m - edge.distance_m, wavelength_m);
    EXPECT_NEAR(string.grazing_parameter(along, static_cast<float>(on_line_m + shift_m)), 0.0F, hair + 1e-3);
    const auto below = string.last_edge(along, static_cast<float>(on_line_m - shift_m));
    ASSERT_TRUE(below.hidden) << number;
    EXPECT_NEAR(coded(below).parameter.at(0), 0.0, hair + 0.5 / 256 + 1e-3);
    EXPECT_FALSE(string.last_edge(along, static_cast<float>(on_line_m + shift_m)).hidden);
    EXPECT_EQ(string.grazing_parameter(along, static_cast<float>(on_line_m - shift_m)), 0.0F);
  }
  EXPECT_GT(grazing, 500U);
}

TEST(ProfileString, AnEmptyStringHidesNothing) {
  ProfileString string;
  string.begin(20.0F, 2.0F);
  EXPECT_FALSE(string.last_edge(50.0F, 1.5F).hidden);
  EXPECT_EQ(string.grazing_parameter(50.0F, 1.5F), least_parameter);
}

}  // namespace
}  // namespace parktwin::radio
