#include "engine/simulators/radio/reference/field.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/engine/simulators/radio/reference/blocks.h"

namespace parktwin::radio::reference {
namespace {

using std::numbers::pi;

constexpr Hertz frequency = gigahertz(3.5);

// Free space: ITU-R P.525-4, 20 lg(4πd/λ).
TEST(Field, FreeSpaceLossIsExact) {
  const auto mesh = make_park_mesh({}, {});
  for (const double metres : {2.0, 37.5, 812.0, 9000.0}) {
    const Ray ray = trace_field(mesh, {{0, 0, 10}, {metres, 0, 10}}, {}, frequency);
    EXPECT_NEAR(-test::decibels(ray.gain), 20.0 * std::log10(4.0 * pi * metres * 3.5e9 / 299792458.0), 1e-9);
  }
}

// A vertical dipole's field over flat ground: each ray's vertical part, the reflected one by the coefficient in the plane of incidence.
TEST(Field, GroundReflectionIsThePlaneEarthFormula) {
  const auto mesh = make_park_mesh({}, {});
  const double wavelength = wavelength_m(frequency);
  for (double metres = 20.0; metres < 3000.0; metres *= 1.37) {
    const Ends ends{{0, 0, 25}, {metres, 0, 1.5}};
    Interaction ground;
    ground.touch = Touch::ground;
    std::vector<Interaction> way = {ground};
    ASSERT_TRUE(place_points(mesh, ends, way));
    const double longer = std::hypot(metres, 26.5);
    const Reflection reflection = fresnel_reflection(ground_permittivity(frequency), 26.5 / longer);
    const Complex expected = reflection.hard * std::polar(wavelength / (4.0 * pi * longer), -2.0 * pi * longer / wavelength);
    EXPECT_NEAR(std::abs(trace_field(mesh, ends, way, frequency).gain - expected), 0.0, 1e-9 * std::abs(expected));
  }
}

// A wall far longer and higher than the Fresnel zone; a level ray's field is along its vertical edges: the coefficient across.
TEST(Field, WallReflectionUsesTheCoefficientAcross) {
  const auto mesh = make_park_mesh({}, std::vector<Building>{test::building(test::box(0, 20, 400, 10), 60.0)});
  const Ends ends{{50, 0, 30}, {150, 0, 30}};
  Interaction wall;
  std::vector<Interaction> way = {wall};  // wall 0 is the south wall
  ASSERT_TRUE(place_points(mesh, ends, way));
  const double longer = std::hypot(100.0, 40.0);
  const Reflection reflection = fresnel_reflection(wall_permittivity(WallMaterial::concrete, frequency), 40.0 / longer);
  const Ray ray = trace_field(mesh, ends, way, frequency);
  EXPECT_NEAR(std::abs(ray.gain), std::abs(reflection.soft) * wavelength_m(frequency) / (4.0 * pi * longer), 1e-12);
  EXPECT_NEAR(ray.departure.y / ray.departure.x, 0.4, 1e-9);
  EXPECT_NEAR(ray.arrival.y / ray.arrival.x, -0.4, 1e-9);
}

// A vertical corner on a level ray is soft, a roof edge hard; the amplitude follows the coefficient by its definition.
TEST(Field, EdgesTakeThePolarisationTheyMeet) {
  const auto mesh = make_park_mesh({}, std::vector<Building>{test::building(test::box(0, 0, 400, 100), 60.0)});
  const double k = 2.0 * pi / wavelength_m(frequency);
  const auto check = [&](const Wedge& wedge, const Ends& ends, bool hard) {
    Interaction edge;
    edge.touch = Touch::edge;
    edge.wedge = wedge;
    std::vector<Interaction> way = {edge};
    ASSERT_TRUE(place_points(mesh, ends, way));
    const double before = length(way[0].point - ends.transmitter);
    const double after = length(ends.receiver - way[0].point);
    const WedgeRay ray{1.5 * pi,
                       wedge.angle_of(ends.transmitter - way[0].point),
                       wedge.angle_of(ends.receiver - way[0].point),
                       1.0,
                       before * after / (before + after),
                       k};
    const auto coefficient = diffraction_coefficient(ray, zero_face_reflection(ray, wedge.zero_permittivity),
                                                     last_face_reflection(ray, wedge.last_permittivity));
    const double spread = 1.0 / before * std::sqrt(before / (after * (before + after)));
    EXPECT_NEAR(std::abs(trace_field(mesh, ends, way, frequency).gain),
                std::abs(hard ? coefficient.hard : coefficient.soft) * spread * wavelength_m(frequency) / (4.0 * pi), 1e-12);
  };
  // Corner (0, 0): from the south, round into the west. Level.
  for (std::size_t i = 0; i < mesh.corners.size(); ++i) {
    if (mesh.corners[i].position == Point{0, 0}) check(corner_wedge(mesh, i, frequency), {{60, -30, 20}, {-10, 70, 20}}, false);
  }
  // South roof edge: across it, steep enough that the vertical parts of the field are not the whole; so compare nearly level ways.
  check(roof_wedge(mesh, 0, frequency), {{200, -3000, 61}, {200, 90, 60.03}}, true);
}

// No leg runs into the building whose edge it leaves.
bool in_the_open(const Ends& ends, const std::vector<Interaction>& way) {
  for (std::size_t i = 0; i < way.size(); ++i) {
    if (way[i].touch != Touch::edge) continue;
    const Vector3 before = i == 0 ? ends.transmitter : way[i - 1].point;
    const Vector3 after = i + 1 == way.size() ? ends.receiver : way[i + 1].point;
    for (const Vector3 other : {before, after}) {
      if (way[i].wedge.angle_of(other - way[i].point) > way[i].wedge.exterior_angle_rad) return false;
    }
  }
  return true;
}

TEST(Field, IsReciprocalOverRandomWays) {
  const auto mesh = make_park_mesh({}, test::quarter());
  const RandomSequence random(71, 0, 0);
  int compared = 0;
  for (std::uint32_t i = 0; i < 4000; ++i) {
    const auto draw = [&](std::uint32_t d, double low, double high) { return random.uniform(10 * i + d, low, high); };
    const Ends ends{{draw(0, -50, 180), draw(1, -50, 150), draw(2, 1, 40)}, {draw(3, -50, 180), draw(4, -50, 150), draw(5, 1, 40)}};
    std::vector<Interaction> way(2);
    for (std::uint32_t k = 0; k < 2; ++k) {
      const auto wall = random.below(10 * i + 6 + k, static_cast<std::uint32_t>(mesh.walls.size()));
      way[k].wall = wall;
      if (random.uniform(10 * i + 8 + k) < 0.7) {
        way[k].touch = Touch::edge;
        way[k].wedge = roof_wedge(mesh, wall, frequency);
      }
    }
    if (way[0].wall == way[1].wall || !place_points(mesh, ends, way)) continue;
    if (!in_the_open(ends, way)) continue;
    const std::vector<Interaction> back(way.rbegin(), way.rend());
    const Ray one = trace_field(mesh, ends, way, frequency);
    const Ray other = trace_field(mesh, {ends.receiver, ends.transmitter}, back, frequency);
    ++compared;
    EXPECT_NEAR(std::abs(one.gain - other.gain), 0.0, 1e-7 * std::abs(one.gain)) << i;
    EXPECT_NEAR(length(one.departure - other.arrival), 0.0, 1e-9);
  }
  EXPECT_GT(compared, 30);
}

}  // namespace
}  // namespace parktwin::radio::reference
