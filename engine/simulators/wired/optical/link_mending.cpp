#include "engine/simulators/wired/optical/link_mending.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/simulators/wired/optical/sentence.h"

namespace parktwin::wired::optical {
namespace {

constexpr double highest_1310_band_nm = 1500.0;
constexpr double most_times_faster = 10.0;
constexpr std::int32_t fewest_connectors = 2;  // one at each end

/// The slowest other type that carries the rate over the length within its range; ports much faster than the link are no way out.
void add_other_transceiver(const NetworkLink& link, const Options& options, const LinkBudget& budget, std::vector<std::string>& ways) {
  const double rate_mbps = std::max(link.rate_down.value(), link.rate_up.value());
  for (const TransceiverFigures& figures : transceivers()) {
    const double loss_db = route_loss_db(link, budget.length_m, options, figures);
    const bool fits = figures.rate.value() >= rate_mbps && figures.rate.value() <= most_times_faster * rate_mbps &&
                      budget.length_m <= figures.reach.value() && loss_db >= figures.least_loss().value() &&
                      loss_db + options.margin.value() <= figures.most_loss.value();
    if (!fits) continue;
    ways.push_back(fmt::format("transceivers {}", name_of(figures.type)));
    return;
  }
}

void add_fewer_connectors(const NetworkLink& link, const Options& options, double needed_db, std::vector<std::string>& ways) {
  if (!(options.connector_loss.value() > 0.0)) return;
  const auto fewer = std::ceil(needed_db / options.connector_loss.value());
  if (link.connectors - fewer >= fewest_connectors) ways.push_back(fmt::format("{:.0f} connectors less", fewer));
}

}  // namespace

double route_loss_db(const NetworkLink& link, double length_m, const Options& options, const TransceiverFigures& figures) {
  const bool long_wave = figures.wavelength_least_nm > highest_1310_band_nm;
  const double fibre_db_per_km = long_wave ? options.fibre_db_per_km_at_1550 : options.fibre_db_per_km;
  return length_m / 1000.0 * fibre_db_per_km + link.splices * options.splice_loss.value() +
         link.connectors * options.connector_loss.value();
}

std::string link_mending(const Park& park, const Options& options, const LinkBudget& budget) {
  const NetworkLink& link = (*park.network_links)[budget.link];
  std::vector<std::string> ways;
  add_other_transceiver(link, options, budget, ways);
  if (budget.state == LinkState::too_strong) {
    if (budget.loss_db + budget.attenuator_db + options.margin.value() <= budget.most_db) {
      ways.push_back(fmt::format("attenuators of {:.0f} dB", budget.attenuator_db));
    }
    return one_of(ways, "Transceivers of shorter reach: none known here fits.");
  }
  if (budget.state == LinkState::too_weak) {
    add_fewer_connectors(link, options, budget.short_by_db, ways);
    const double fibre_db = route_loss_db(link, budget.length_m, options, figures_of(budget.transceiver)) -
                            route_loss_db(link, 0.0, options, figures_of(budget.transceiver));
    if (fibre_db > budget.short_by_db) {
      ways.push_back(fmt::format("{:.0f} m less fibre", std::ceil(budget.length_m * budget.short_by_db / fibre_db)));
    }
  }
  return one_of(ways, "A switch on the way: no transceiver known here reaches so far.");
}

}  // namespace parktwin::wired::optical
