#include "engine/simulators/radio/reference/reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/core/parallel.h"
#include "tests/engine/simulators/radio/reference/blocks.h"

namespace parktwin::radio::reference {
namespace {

using std::numbers::pi;

constexpr double wave_number = 2.0 * pi * 3.5e9 / 299792458.0;

LinkResult traced(const Scene& scene, const Link& link, const Options& options = {}) {
  return trace_links(scene, std::vector<Link>{link}, options).front();
}

// ITU-R P.525-4: 20 lg(4πd/λ).
TEST(Reference, FreeSpace) {
  const Scene scene({}, {});
  const Options direct{.limits = {.maximum_reflections = 0, .maximum_diffractions = 0}};
  for (const double metres : {10.0, 123.4, 1500.0}) {
    const auto result = traced(scene, {{0, 0, 30}, {metres, 0, 30}}, direct);
    const double expected_db = -20.0 * std::log10(2.0 * wave_number * metres);
    EXPECT_NEAR(result.power_gain_db, expected_db, 1e-6);
    EXPECT_NEAR(result.coherent_gain_db, expected_db, 1e-6);
    EXPECT_TRUE(result.line_of_sight);
    EXPECT_TRUE(result.converged);
  }
}

// Two rays over flat ground, closed form: vertical dipoles' rays, the reflected one by Fresnel's coefficient in the plane of incidence.
TEST(Reference, TwoRayGround) {
  const Scene scene({}, {});
  for (double metres = 15.0; metres < 5000.0; metres *= 1.21) {
    const auto result = traced(scene, {{0, 0, 25}, {metres, 0, 1.5}});
    const double near = std::hypot(metres, 23.5);
    const double far = std::hypot(metres, 26.5);
    const Complex reflection = fresnel_reflection(ground_permittivity(gigahertz(3.5)), 26.5 / far).hard;
    const Complex sum = std::polar(1.0 / near, -wave_number * near) + reflection * std::polar(1.0 / far, -wave_number * far);
    EXPECT_NEAR(result.coherent_gain_db, 20.0 * std::log10(std::abs(sum) / (2.0 * wave_number)), 1e-5) << metres;
    EXPECT_EQ(result.counts[static_cast<std::size_t>(PathKind::ground)], 1U);
  }
}

// ½ − C(ν) and so on by Simpson's rule: ITU-R P.526-15 clause 4.1.
double knife_edge_loss_db(double nu) {
  constexpr int steps = 20000;
  Complex sum = 0.0;
  for (int i = 0; i <= steps; ++i) {
    const double t = nu * i / steps;
    sum += std::polar(i == 0 || i == steps ? 1.0 : (i % 2 == 1 ? 4.0 : 2.0), -0.5 * pi * t * t);
  }
  return -20.0 * std::log10(std::abs(Complex(0.5, -0.5) - sum * (nu / (3.0 * steps))) / std::numbers::sqrt2);
}

// A long wall 30 cm thick between two low ends acts as the knife edge in its middle. Its two edges of 270° pass a little less than
// absorbing ones; with angles below 3° each this stays within 1 dB.
TEST(Reference, AThinWallIsAKnifeEdge) {
  const Scene scene({}, std::vector<Building>{test::building(test::box(-0.15, -4000, 0.3, 8000), 20.0)});
  const Options over{.limits = {.maximum_reflections = 0}};
  for (const double below_m : {0.5, 2.0, 5.0, 10.0}) {
    const Link link{{-300, 0, 20 - below_m}, {200, 0, 20 - below_m}};
    const auto result = traced(scene, link, over);
    const double nu = below_m * std::sqrt(wave_number / pi * 500.0 / (300.0 * 200.0));
    const double free_db = -20.0 * std::log10(2.0 * wave_number * 500.0);
    EXPECT_NEAR(free_db - result.power_gain_db, knife_edge_loss_db(nu), 1.0) << below_m;
    EXPECT_EQ(result.strongest, PathKind::roof_string);
  }
}

TEST(Reference, SwappedEndsInAStreetCanyonGiveTheSame) {
  for (const bool hilly : {false, true}) {
    Terrain terrain = hilly ? test::hills(7) : Terrain{};
    for (float& elevation_m : terrain.elevation_m.values) elevation_m *= 0.2F;
    const Scene scene(terrain, test::quarter());
    const RandomSequence random(101, 0, hilly ? 1 : 0);
    std::vector<Link> there;
    std::vector<Link> back;
    for (std::uint32_t i = 0; there.size() < 25; ++i) {
      const auto draw = [&](std::uint32_t d, double low, double high) { return random.uniform(10 * i + d, low, high); };
      const Point a{draw(0, -60, 190), draw(1, -60, 160)};
      const Point b{draw(2, -60, 190), draw(3, -60, 160)};
      if (scene.mesh().roof_over(a) || scene.mesh().roof_over(b) || distance(a, b) < 5.0) continue;
      there.push_back(
          {at_height(a, ground_elevation_m(terrain, a) + draw(4, 1.5, 25)), at_height(b, ground_elevation_m(terrain, b) + 1.5)});
      back.push_back({there.back().receiver, there.back().transmitter});
    }
    const auto one = trace_links(scene, there, {});
    const auto other = trace_links(scene, back, {});
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < one.size(); ++i) {
      EXPECT_NEAR(one[i].power_gain_db, other[i].power_gain_db, 1e-6) << i;
      EXPECT_NEAR(one[i].coherent_gain_db, other[i].coherent_gain_db, 1e-5) << i;
      EXPECT_EQ(one[i].counts, other[i].counts) << i;
      hidden += one[i].line_of_sight ? 0 : 1;
    }
    EXPECT_GT(hidden, 5U);
  }
}

// Walking past a corner out of sight: the sum of all fields has no step where the direct ray, or a reflection, ends.
TEST(Reference, TheFieldHasNoStepAtAShadow) {
  const Scene scene({}, std::vector<Building>{test::building(test::box(0, 0, 60, 60), 200.0)});
  const Options options{.limits = {.maximum_reflections = 1, .maximum_diffractions = 1, .below_strongest = Decibel(80.0)}};
  std::vector<Link> links;
  for (double along = -30.0; along < 60.0; along += 0.01) links.push_back({{-40, 50, 10}, {along, -20, 10}});
  const auto results = trace_links(scene, links, options);
  double steepest_db = 0.0;
  std::size_t lit = 0;
  for (std::size_t i = 1; i < results.size(); ++i) {
    lit += results[i].line_of_sight ? 1 : 0;
    if (results[i].line_of_sight == results[i - 1].line_of_sight) continue;
    steepest_db = std::max(steepest_db, std::abs(results[i].coherent_gain_db - results[i - 1].coherent_gain_db));
  }
  EXPECT_GT(lit, 100U);
  EXPECT_LT(lit, results.size() - 100);
  EXPECT_LT(steepest_db, 0.6);
}

TEST(Reference, AntennasCountByTheDirectionOfDeparture) {
  const Scene scene({}, test::quarter());
  const std::vector<Link> links = {{{-20, 40, 12}, {105, 35, 1.5}}};
  const auto plain = trace_links(scene, links, {}).front();
  const std::vector<DepartureGain> raised = {[](Vector3) { return 10.0; }};
  EXPECT_NEAR(trace_links(scene, links, {}, raised).front().power_gain_db, plain.power_gain_db + 10.0, 1e-9);
  const std::vector<DepartureGain> east_only = {[](Vector3 direction) { return direction.x > 0.0 ? 0.0 : -300.0; }};
  EXPECT_LE(trace_links(scene, links, {}, east_only).front().power_gain_db, plain.power_gain_db + 3.0);
}

TEST(Reference, AnyNumberOfThreadsGivesTheSameBits) {
  const Scene scene(test::hills(5), test::quarter());
  std::vector<Link> links;
  for (int i = 0; i < 12; ++i) links.push_back({{-20.0, 40.0, 15.0}, {-30.0 + 20.0 * i, 40.0 + (i % 2 == 0 ? 0.0 : 40.0), 4.0}});
  std::erase_if(links, [&](const Link& link) {
    return scene.mesh().roof_over(plan(link.receiver)).has_value() || length(link.receiver - link.transmitter) < 5.0;
  });
  std::vector<LinkResult> one;
  {
    const ThreadLimit limit(1);
    one = trace_links(scene, links, {});
  }
  const auto many = trace_links(scene, links, {});
  ASSERT_EQ(one.size(), many.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    EXPECT_EQ(one[i].power_gain_db, many[i].power_gain_db);
    EXPECT_EQ(one[i].coherent_gain_db, many[i].coherent_gain_db);
    EXPECT_EQ(one[i].counts, many[i].counts);
  }
}

TEST(Reference, SaysWhenOnlyTheStringOverTheRoofsIsLeft) {
  // A ridge of terrain between both ends, nothing else.
  Terrain ridge;
  ridge.elevation_m = Grid<float>({.origin = {0, 0}, .cell_size = 10.0, .columns = 21, .rows = 41});
  for (std::int32_t row = 0; row < 41; ++row) ridge.elevation_m.at(10, row) = 20.0F;
  const Scene scene(ridge, {});
  const auto result = traced(scene, {{20, 200, 5}, {190, 200, 2}});
  EXPECT_FALSE(result.converged);
  EXPECT_FALSE(result.reason.empty());
  EXPECT_EQ(result.strongest, PathKind::roof_string);
  EXPECT_GT(result.power_gain_db, -160.0);
  EXPECT_LT(result.power_gain_db, -90.0);
}

TEST(Reference, PathsAreKeptWhenAsked) {
  const Scene scene({}, test::quarter());
  const Link link{{-20, 40, 12}, {105, 35, 1.5}};
  EXPECT_TRUE(traced(scene, link).paths.empty());
  const auto kept = traced(scene, link, {.limits = {}, .keep_paths = true});
  std::size_t sum = 0;
  for (const std::size_t count : kept.counts) sum += count;
  EXPECT_EQ(kept.paths.size(), sum);
  ASSERT_FALSE(kept.paths.empty());
  EXPECT_EQ(kept.paths.front().kind, kept.strongest);
  EXPECT_NEAR(power_gain_db(kept.paths, gigahertz(3.5), {}), kept.power_gain_db, 1e-12);
}

}  // namespace
}  // namespace parktwin::radio::reference
