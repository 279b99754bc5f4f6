#pragma once
// What the forecast of cloud adoption assumes. Weights are in log-odds of adopting; all are assumptions (docs/cloud.md).
#include <array>
#include <cstdint>

#include "engine/core/units.h"
#include "engine/park/enterprise.h"

namespace parktwin::cloud::adoption {

/// Where the curve comes from that the thresholds are calibrated to.
enum class CurveSource { registry, given };

constexpr auto names_of(CurveSource) {
  return std::to_array<EnumName<CurveSource>>({{CurveSource::registry, "registry"}, {CurveSource::given, "given"}});
}

struct Options {
  std::int32_t horizon_months = 120;
  std::int32_t replicas = 200;
  double target_share = 0.9;
  CurveSource curve_source = CurveSource::registry;
  double bass_innovation_per_year = 0.03;  ///< means of the literature
  double bass_imitation_per_year = 0.38;
  double bass_ceiling = 1.0;
  double threshold_factor = 1.0;
  double sector_weight = 1.0;
  double size_weight = 0.5;
  double access_weight = 0.5;
  double price_weight = 2.0;
  double zone_weight = 0.5;
  double peer_weight = 1.0;
  double price_change_per_year = 0.0;
  double supply_share = 0.5;
  Metres neighbour_radius = Metres(400.0);
  double least_access_quality = 0.5;
  DataClass admitted_data_class = DataClass::general;
  std::int32_t least_it_staff = 1;
  double common_chance = 0.2;
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"horizon_months", "", "months looked ahead", 1, 600}, options.horizon_months);
  visit(Field{"replicas", "", "independent futures", 10, 10000}, options.replicas);
  visit(Field{"target_share", "1", "share of enterprises whose month is sought", 0.01, 1}, options.target_share);
  visit(Field{"curve_source", "", "registry: Bass curve fitted to the years of first contracts; given: by the next three"},
        options.curve_source);
  visit(Field{"bass_innovation_per_year", "1/year", "coefficient of innovation of a given curve", 1e-5, 3},
        options.bass_innovation_per_year);
  visit(Field{"bass_imitation_per_year", "1/year", "coefficient of imitation of a given curve", 0, 3}, options.bass_imitation_per_year);
  visit(Field{"bass_ceiling", "1", "share that ever adopts, of a given and of a fitted curve", 0.01, 1}, options.bass_ceiling);
  visit(Field{"threshold_factor", "1", "every threshold times this: 0 everybody at once", 0, 1e12}, options.threshold_factor);
  visit(Field{"sector_weight", "", "log-odds between the least and the most digital sector", 0, 10}, options.sector_weight);
  visit(Field{"size_weight", "", "log-odds for ten times the employees", 0, 10}, options.size_weight);
  visit(Field{"access_weight", "", "log-odds between no access and one that is good enough", 0, 10}, options.access_weight);
  visit(Field{"price_weight", "", "log-odds for the whole price", 0, 20}, options.price_weight);
  visit(Field{"zone_weight", "", "log-odds of a public cloud zone of full strength", 0, 10}, options.zone_weight);
  visit(Field{"peer_weight", "", "log-odds between none and all of an enterprise's peers; 0: no network effects", 0, 10},
        options.peer_weight);
  visit(Field{"price_change_per_year", "1", "change of the price of clouds against its trend in the curve", -0.9, 1},
        options.price_change_per_year);
  visit(Field{"supply_share", "1", "part of the peers' pull that comes along the supply chain, the rest from neighbours", 0, 1},
        options.supply_share);
  visit(Field{"neighbour_radius_m", "m", "enterprises this near are neighbours", 0, 100000}, options.neighbour_radius);
  visit(Field{"least_access_quality", "1", "access below this share of the need bars from a cloud", 0, 1}, options.least_access_quality);
  visit(Field{"admitted_data_class", "", "highest class of data that may go to a cloud without a public cloud zone"},
        options.admitted_data_class);
  visit(Field{"least_it_staff", "", "recorded staff below this bars from a cloud without a public cloud zone", 0, 1000},
        options.least_it_staff);
  visit(Field{"common_chance", "1", "correlation of the enterprises' thresholds: what makes a good or a bad decade for all", 0, 0.99},
        options.common_chance);
}

}  // namespace parktwin::cloud::adoption
