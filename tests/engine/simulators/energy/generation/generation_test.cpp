#include "engine/simulators/energy/generation/generation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/core/parallel.h"
#include "engine/simulators/energy/generation/roof.h"

namespace parktwin::energy::generation {
namespace {

/// A clear spring-like year at 31 °N: half the light from the sky, a steady wind.
Weather clear_year() {
  Weather weather;
  weather.latitude = Degrees(31.3);
  weather.longitude = Degrees(120.0);
  for (std::size_t h = 0; h < hours_per_year; ++h) {
    const double sine = std::max(0.0, std::sin(M_PI * (static_cast<double>(h % 24) - 5.5) / 12.0));
    weather.temperature_c.push_back(15.0 + 5.0 * sine);
    weather.relative_humidity_percent.push_back(60.0);
    weather.pressure_pa.push_back(101325.0);
    weather.global_horizontal_w_per_m2.push_back(700.0 * sine);
    weather.direct_normal_w_per_m2.push_back(sine > 0.0 ? 500.0 : 0.0);
    weather.diffuse_horizontal_w_per_m2.push_back(250.0 * sine);
    weather.wind_speed_m_per_s.push_back(6.0);
  }
  return weather;
}

const weather::QuarterHours& year() {
  static const weather::QuarterHours made = weather::quarter_hours(clear_year(), 2025);
  return made;
}

Park park_with(std::vector<Generator> generators) {
  std::vector<Building> buildings(2);
  buildings[0].id = "B0";
  buildings[0].footprint = {{{0, 0}, {30, 0}, {30, 30}, {0, 30}}, {}};
  buildings[1].id = "B1";  // a tower to the south
  buildings[1].height = Metres(60.0);
  buildings[1].footprint = {{{-20, -40}, {50, -40}, {50, -15}, {-20, -15}}, {}};
  Park park;
  park.buildings = Part(Table(std::move(buildings)));
  for (std::size_t i = 0; i < generators.size(); ++i) generators[i].id = "G" + std::to_string(i);
  park.generators = Part(Table(std::move(generators)));
  return park;
}

Generator of_kind(GeneratorKind kind, double rated_kw) {
  Generator generator;
  generator.kind = kind;
  generator.rated_power = Kilowatts(rated_kw);
  return generator;
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

TEST(Generation, OfAnOpenFieldIsTheSolarLibrarysStepByStep) {
  const Generator field = of_kind(GeneratorKind::photovoltaic, 100.0);
  const auto series = pv_series(park_with({field}), field, year(), {});
  ASSERT_EQ(series.size(), 35040U);
  for (std::size_t step = 0; step < series.size(); step += 37) {
    const auto plane = solar::on_plane({field.tilt.value(), field.azimuth.value()}, year().sun[step], year().light[step]);
    const double expected = plane.total() > 0.0 ? solar::pv_power({}, plane.total(), year().temperature_c[step], 6.0) : 0.0;
    ASSERT_NEAR(series[step], expected, 1e-12) << step;
  }
  EXPECT_LE(*std::max_element(series.begin(), series.end()), 1.0 / 1.2 + 1e-12);  // the inverter clips
  EXPECT_GT(sum(series) * 0.25, 800.0);                                           // full-load hours
}

/// By a slower way: every component of every step, sunlit or not point by point.
TEST(Generation, LosesInTheShadeWhatTheHorizonHides) {
  Generator field = of_kind(GeneratorKind::photovoltaic, 100.0);
  const Park open = park_with({field});
  field.building = Id<Building>(0);
  const Park shaded = park_with({field});
  const auto series = pv_series(shaded, field, year(), {});
  const auto points = roof_horizons(shaded, Id<Building>(0));
  ASSERT_EQ(points.size(), 9U);
  double view = 0.0;
  for (const auto& point : points) view += point.sky_view() / 9.0;
  for (std::size_t step = 0; step < series.size(); step += 41) {
    const auto parts = solar::on_plane({10.0, 180.0}, year().sun[step], year().light[step]);
    double beam = 0.0;
    for (const auto& point : points) beam += point.sees(year().sun[step]) ? (parts.beam_w_per_m2 + parts.circumsolar_w_per_m2) / 9.0 : 0.0;
    const double light = beam + view * (parts.isotropic_w_per_m2 + parts.horizon_w_per_m2) + parts.ground_w_per_m2;
    const double expected = parts.total() > 0.0 ? solar::pv_power({}, std::max(0.0, light), year().temperature_c[step], 6.0) : 0.0;
    ASSERT_NEAR(series[step], expected, 1e-9) << step;
  }
  EXPECT_LT(sum(series), 0.9 * sum(pv_series(open, (*open.generators)[Id<Generator>(0)], year(), {})));
}

TEST(Generation, SoilingAndHeatTakePower) {
  const Generator field = of_kind(GeneratorKind::photovoltaic, 100.0);
  const Park park = park_with({field});
  solar::PvSystem dirty;
  dirty.soiling = 0.1;
  EXPECT_LT(sum(pv_series(park, field, year(), dirty)), sum(pv_series(park, field, year(), {})));
}

TEST(Generation, OfPlantsFollowsTheDemandForHeat) {
  const Park park = park_with({of_kind(GeneratorKind::combined_heat_power, 300.0), of_kind(GeneratorKind::combined_heat_power, 100.0)});
  std::vector<double> heat(35040, 1000.0);
  heat[5] = 0.0;
  heat[6] = 9000.0;
  const Generation made = generation(park, &year(), heat, {});
  EXPECT_NEAR(made.per_rated[0][0], 0.75, 1e-12);  // 1,000 × 0.3 kW of 400
  EXPECT_EQ(made.per_rated[0], made.per_rated[1]);
  EXPECT_EQ(made.per_rated[0][5], 0.0);
  EXPECT_EQ(made.per_rated[0][6], 1.0);  // more heat than the plants have
  EXPECT_NEAR(made.plant_heat_kw[0], 1000.0, 1e-9);
  EXPECT_NEAR(made.plant_heat_kw[6], 400.0 / 0.3, 1e-9);
}

TEST(Generation, WithoutWeatherIsSaid) {
  const Park park = park_with({of_kind(GeneratorKind::photovoltaic, 100.0), of_kind(GeneratorKind::diesel, 50.0)});
  const Generation made = generation(park, nullptr, {}, {});
  EXPECT_TRUE(made.per_rated[0].empty());
  EXPECT_TRUE(made.per_rated[1].empty());
  ASSERT_EQ(made.notes.size(), 2U);
  EXPECT_EQ(made.notes[1].kind, NoteKind::warning);
}

TEST(Generation, OfWindFollowsItsCurveAndStandsStillOutOfService) {
  Generator idle = of_kind(GeneratorKind::wind, 100.0);
  idle.operational = false;
  const Generation made = generation(park_with({of_kind(GeneratorKind::wind, 100.0), idle}), &year(), {}, {});
  ASSERT_EQ(made.per_rated[0].size(), 35040U);
  EXPECT_NEAR(made.per_rated[0][100], wind_power({}, 6.0), 1e-12);
  EXPECT_TRUE(made.per_rated[1].empty());
}

TEST(Generation, IsTheSameForAnyNumberOfThreads) {
  Generator field = of_kind(GeneratorKind::photovoltaic, 100.0);
  field.building = Id<Building>(0);
  const Park park = park_with({field, of_kind(GeneratorKind::wind, 10.0), field, field});
  const auto with = [&](std::size_t threads) {
    const ThreadLimit limit(threads);
    return generation(park, &year(), {}, {}).per_rated;
  };
  EXPECT_EQ(with(1), with(3));
}

}  // namespace
}  // namespace parktwin::energy::generation
