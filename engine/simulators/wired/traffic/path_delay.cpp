#include "engine/simulators/wired/traffic/path_delay.h"

#include <algorithm>
#include <limits>

#include "engine/simulators/wired/traffic/demand.h"

namespace parktwin::wired::traffic {
namespace {

struct AtNode {
  double least_s = 0.0;  ///< of any path, without waits and further packets
  double mean_s = 0.0;
  double variance_s2 = 0.0;
  double slowest_mbit_s = std::numeric_limits<double>::infinity();
};

AtNode through(const Network& network, std::span<const std::uint32_t> next, const std::vector<AtNode>& at,
               const std::vector<Moments>& waits, double packet_bits) {
  AtNode here;
  here.least_s = std::numeric_limits<double>::infinity();
  const auto ways = static_cast<double>(next.size());
  const auto fixed_s = [&](std::uint32_t number) {
    return network.arcs[number].fixed_s + packet_bits * 1e-6 / network.arcs[number].rate_mbit_s;
  };
  for (const std::uint32_t number : next) {
    const AtNode& after = at[network.arcs[number].to];
    here.least_s = std::min(here.least_s, fixed_s(number) + after.least_s);
    here.mean_s += (fixed_s(number) + waits[number].mean_s + after.mean_s) / ways;
    here.slowest_mbit_s = std::min({here.slowest_mbit_s, network.arcs[number].rate_mbit_s, after.slowest_mbit_s});
  }
  for (const std::uint32_t number : next) {
    const AtNode& after = at[network.arcs[number].to];
    const double off_s = fixed_s(number) + waits[number].mean_s + after.mean_s - here.mean_s;
    here.variance_s2 += (waits[number].variance_s2 + after.variance_s2 + off_s * off_s) / ways;
  }
  return here;
}

}  // namespace

std::vector<Moments> waits_of(const Network& network, const Loads& loads, const std::vector<Profile>& profiles, const Options& options) {
  std::vector<double> bits;
  for (const Profile& profile : profiles) bits.push_back(wire_bits(profile.sample_bytes));
  const double cycle_s = options.pon_cycle_us * 1e-6;
  std::vector<Moments> waits(network.arcs.size());
  for (std::size_t number = 0; number < network.arcs.size(); ++number) {
    const Arc& arc = network.arcs[number];
    if (!(arc.rate_mbit_s > 0.0)) continue;
    Arrivals arrivals;
    for (std::size_t source = 0; source < class_count; ++source) {
      arrivals.add(loads.by_class[number][source] * 1e6 / bits[source], bits[source] * 1e-6 / arc.rate_mbit_s);
    }
    waits[number] = waiting(arrivals, options.buffer_ms * 1e-3);
    if (arc.grant) waits[number] += {cycle_s / 2.0, cycle_s * cycle_s / 12.0};
  }
  return waits;
}

std::vector<Delay> path_delays(const Network& network, const Route& route, const std::vector<Moments>& waits, double sample_bytes) {
  const double packets = packets_of(sample_bytes);
  const double packet_bits = wire_bits(sample_bytes) / packets;
  std::vector<AtNode> at(network.size());
  std::vector<Delay> delays(network.size());
  for (const std::uint32_t node : route.order) {
    const auto next = route.next_of(node);
    if (!next.empty()) at[node] = through(network, next, at, waits, packet_bits);
    const double further_s = next.empty() ? 0.0 : (packets - 1.0) * packet_bits * 1e-6 / at[node].slowest_mbit_s;
    delays[node] = {at[node].least_s + further_s, {at[node].mean_s - at[node].least_s, at[node].variance_s2}};
  }
  return delays;
}

}  // namespace parktwin::wired::traffic
