#include "engine/simulators/cloud/data_centre/cooling.h"

#include <algorithm>

namespace parktwin::cloud::data_centre {
namespace {

constexpr double design_outdoors_c = 35.0;

}  // namespace

double cooling_ratio(double outdoors_c, const Options& options) {
  const auto lift = [&](double outdoors) { return outdoors + options.approach_k - options.cold_water_c; };
  return std::max(options.fan_share, lift(outdoors_c) / lift(design_outdoors_c));
}

double total_power_kw(const DataCentre& centre, double servers_kw, double outdoors_c, const Options& options) {
  const double overhead = centre.design_pue - 1.0;
  const double full_kw = 1e-3 * centre.servers * centre.server_full_w;
  const double losses_kw = options.fixed_loss_share * overhead * full_kw;
  const double cooling_kw = (1.0 - options.fixed_loss_share) * overhead * servers_kw * cooling_ratio(outdoors_c, options);
  return servers_kw + losses_kw + cooling_kw;
}

}  // namespace parktwin::cloud::data_centre
