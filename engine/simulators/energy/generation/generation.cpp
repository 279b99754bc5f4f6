#include "engine/simulators/energy/generation/generation.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/parallel.h"
#include "engine/simulators/energy/generation/roof.h"

namespace parktwin::energy::generation {
namespace {

/// All heat and power plants as one: what they cannot cover others make.
void run_plants(const Park& park, std::span<const double> heat_kw, const Assumptions& assumptions, Generation& made) {
  const double power_to_heat = assumptions.power_to_heat;
  double rated_kw = 0.0;
  for (const auto& plant : *park.generators) {
    if (plant.kind == GeneratorKind::combined_heat_power && plant.operational) rated_kw += plant.rated_power.value();
  }
  made.plant_heat_kw.assign(heat_kw.size(), 0.0);
  if (!(rated_kw > 0.0 && power_to_heat > 0.0)) return;
  std::vector<double> share(heat_kw.size());
  for (std::size_t i = 0; i < heat_kw.size(); ++i) {
    share[i] = std::min(1.0, heat_kw[i] * power_to_heat / rated_kw);
    made.plant_heat_kw[i] = share[i] * rated_kw / power_to_heat;
  }
  for (std::size_t g = 0; g < park.generators->size(); ++g) {
    const Generator& plant = (*park.generators)[Id<Generator>(g)];
    if (plant.kind == GeneratorKind::combined_heat_power && plant.operational) made.per_rated[g] = share;
  }
  if (!assumptions.heat_led) return;
  made.notes.push_back(
      {NoteKind::assumption, "generators",
       fmt::format("Heat and power plants follow the enterprises' demand for heat with {:g} kWh of electricity per kWh of heat.",
                   power_to_heat)});
}

void note_standby(const Park& park, bool weather_known, Generation& made) {
  std::size_t standby = 0;
  std::size_t by_weather = 0;
  std::size_t without_roof = 0;
  for (const auto& generator : *park.generators) {
    const bool sun = generator.kind == GeneratorKind::photovoltaic;
    const bool wind = generator.kind == GeneratorKind::wind;
    if (sun || wind) ++by_weather;
    if (sun && !generator.building.valid()) ++without_roof;
    if (!sun && !wind && generator.kind != GeneratorKind::combined_heat_power) ++standby;
  }
  const auto add = [&](NoteKind kind, std::string text) { made.notes.push_back({kind, "generators", std::move(text)}); };
  if (standby > 0) add(NoteKind::assumption, fmt::format("{} gas turbines, diesel sets and others stand by all year.", standby));
  if (by_weather > 0 && !weather_known) {
    add(NoteKind::warning, fmt::format("{} PV fields and wind turbines feed nothing in: the park has no weather.", by_weather));
  }
  if (without_roof > 0 && weather_known)
    add(NoteKind::assumption, fmt::format("{} PV fields without a building are not shaded.", without_roof));
}

}  // namespace

std::vector<double> pv_series(const Park& park, const Generator& field, const weather::QuarterHours& weather,
                              const solar::PvSystem& system) {
  const RoofView view = field.building.valid() ? roof_view(park, field.building) : RoofView{};
  const solar::Plane plane = {field.tilt.value(), field.azimuth.value()};
  // The rating of a field is that of its modules, the inverter the smaller one behind them.
  std::vector<double> series(weather.sun.size(), 0.0);
  for (std::size_t i = 0; i < series.size(); ++i) {
    const auto& light = weather.light[i];
    if (!(light.global_horizontal_w_per_m2 > 0.0 || light.direct_normal_w_per_m2 > 0.0 || light.diffuse_horizontal_w_per_m2 > 0.0))
      continue;
    const auto parts = solar::on_plane(plane, weather.sun[i], light);
    const double sunlit = view.sunlit(weather.sun[i]);
    const double shaded = std::max(0.0, (parts.beam_w_per_m2 + parts.circumsolar_w_per_m2) * sunlit +
                                            (parts.isotropic_w_per_m2 + parts.horizon_w_per_m2) * view.sky_view + parts.ground_w_per_m2);
    series[i] = solar::pv_power(system, shaded, weather.temperature_c[i], weather.wind_speed_m_per_s[i]);
  }
  return series;
}

Generation generation(const Park& park, const weather::QuarterHours* weather, std::span<const double> heat_kw,
                      const Assumptions& assumptions) {
  Generation made;
  const auto& generators = *park.generators;
  made.per_rated.resize(generators.size());
  if (weather != nullptr) {
    parallel_for(generators.size(), [&](std::size_t g) {
      const Generator& generator = generators[Id<Generator>(g)];
      if (!generator.operational) return;
      auto& series = made.per_rated[g];
      if (generator.kind == GeneratorKind::photovoltaic) series = pv_series(park, generator, *weather, assumptions.pv);
      if (generator.kind == GeneratorKind::wind) {
        for (const double speed : weather->wind_speed_m_per_s) series.push_back(wind_power(assumptions.wind, speed));
      }
    });
  }
  run_plants(park, heat_kw, assumptions, made);
  note_standby(park, weather != nullptr, made);
  return made;
}

}  // namespace parktwin::energy::generation
