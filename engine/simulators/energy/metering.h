#pragma once
// Metered series in place of profiles. A meter is named after a load, an enterprise or a bus of the park: what hangs there follows the
// meter and has its energy, a load of several shares as planned. Only a whole year of the simulated calendar year replaces a profile;
// 29 February is left out as everywhere. Other meters are read for alarms alone, and say why.
#include <cstdint>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/note.h"
#include "engine/simulators/energy/loads/loads.h"

namespace parktwin::energy {

/// One meter as an importer reads it: mean power of each step from the first on, local standard time.
struct MeteredSeries {
  std::string meter;
  std::string first;  ///< "2025-01-01 00:00"
  std::int32_t year = 0;
  std::int32_t step_min = 15;
  bool whole_year = false;
  std::int32_t filled = 0;  ///< readings put in for gaps
  std::vector<double> kw;
};

enum class MeterPlace { none, load, enterprise, bus };

constexpr auto names_of(MeterPlace) {
  return std::to_array<EnumName<MeterPlace>>(
      {{MeterPlace::none, "none"}, {MeterPlace::load, "load"}, {MeterPlace::enterprise, "enterprise"}, {MeterPlace::bus, "bus"}});
}

struct MeterUse {
  std::string meter;
  MeterPlace place = MeterPlace::none;
  std::string reason;  ///< why it takes no profile's place; empty: it does
  double energy_mwh = 0.0;
  double greatest_kw = 0.0;
  std::int32_t filled = 0;
};

template <class Visitor, DescribedAs<MeterUse> Self>
void describe(Visitor&& visit, Self& use) {
  visit(Field{"meter", "", "name in its file"}, use.meter);
  visit(Field{"place", "", "what of the park has this id: load, enterprise, bus or none"}, use.place);
  visit(Field{"reason", "", "why it takes no profile's place; empty: it does"}, use.reason);
  visit(Field{"energy_mwh", "MWh", "metered in the series"}, use.energy_mwh);
  visit(Field{"greatest_kw", "kW", "greatest mean power of a step"}, use.greatest_kw);
  visit(Field{"filled", "", "readings put in for gaps"}, use.filled);
}

/// In quarter-hours of the year without 29 February; empty where the series is no whole year.
[[nodiscard]] std::vector<double> quarter_hours_of(const MeteredSeries& series);

/// Puts what meters say into `loads`; one use per meter.
[[nodiscard]] std::vector<MeterUse> apply_meters(const Park& park, std::int32_t year, const std::vector<MeteredSeries>& meters,
                                                 loads::Loads& loads);

}  // namespace parktwin::energy
