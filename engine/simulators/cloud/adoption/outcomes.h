#pragma once
// From months of adoption to figures. Percentiles by nearest rank: the p-quantile of n values is the ⌈p n⌉-th smallest.
#include <cstdint>
#include <vector>

#include "engine/simulators/cloud/adoption/adopters.h"
#include "engine/simulators/cloud/adoption/forecast.h"

namespace parktwin::cloud::adoption {

/// adopters[month * replicas + replica] at a level, months 0 to the horizon.
struct Progression {
  std::size_t replicas = 0;
  std::vector<std::int32_t> adopters;

  [[nodiscard]] std::int32_t at(std::size_t month, std::size_t replica) const { return adopters[month * replicas + replica]; }
};

[[nodiscard]] Progression progression(const AdoptionMonths& months, std::size_t level, std::int32_t horizon);

/// One row per month from today on.
[[nodiscard]] std::vector<MonthFigures> month_figures(const Progression& progression, std::size_t enterprises, const LevelCurve& curve,
                                                      CloudLevel level, const Calendar& calendar);

[[nodiscard]] LevelFigures level_figures(const Progression& progression, std::size_t enterprises, double target_share, CloudLevel level);

/// Of campaign `number` of the setting at a level (0 infrastructure): all campaigns against all but this one.
[[nodiscard]] PolicyFigures policy_figures(const Setting& setting, std::size_t number, const AdoptionMonths& with,
                                           const AdoptionMonths& without, std::size_t level);

[[nodiscard]] std::vector<EnterpriseFigures> enterprise_figures(const Setting& setting, const AdoptionMonths& months, std::size_t level);

}  // namespace parktwin::cloud::adoption
