#include "engine/simulators/wired/traffic/loads.h"

#include <algorithm>
#include <cmath>

namespace parktwin::wired::traffic {
namespace {

constexpr int most_rounds = 200;
constexpr int rounds_at_full_step = 20;  // then half steps, in case shares swing
constexpr double settled_within = 1e-9;

std::vector<double> delivered(const Network& network, const Route& route, const std::vector<double>& passed, bool up) {
  std::vector<double> share(network.size(), 0.0);
  for (const std::uint32_t node : route.order) {
    const auto next = route.next_of(node);
    if (next.empty()) share[node] = 1.0;
    for (const std::uint32_t number : next) {
      const double passes = passed[up ? number : reverse_of(number)];
      share[node] += passes * share[network.arcs[number].to] / static_cast<double>(next.size());
    }
  }
  return share;
}

void add_stream(const Network& network, const Stream& stream, const std::vector<double>& passed, Loads& loads) {
  const auto source = static_cast<std::size_t>(stream.source);
  const Route& route = *stream.route;
  std::vector<double> up = stream.up_mbit_s;
  std::vector<double> down = stream.down_mbit_s;
  const auto down_share = delivered_down(network, route, passed);
  for (auto node = route.order.rbegin(); node != route.order.rend(); ++node) {
    const auto next = route.next_of(*node);
    const auto ways = static_cast<double>(next.size());
    for (const std::uint32_t number : next) {
      const std::uint32_t to = network.arcs[number].to;
      loads.by_class[number][source] += up[*node] / ways;
      up[to] += up[*node] / ways * passed[number];
      loads.by_class[reverse_of(number)][source] += down[*node] / ways * down_share[to];
      down[to] += down[*node] / ways;
    }
  }
}

}  // namespace

std::vector<double> delivered_up(const Network& network, const Route& route, const std::vector<double>& passed) {
  return delivered(network, route, passed, true);
}

std::vector<double> delivered_down(const Network& network, const Route& route, const std::vector<double>& passed) {
  return delivered(network, route, passed, false);
}

Loads loads_of(const Network& network, const std::vector<Stream>& streams) {
  Loads loads;
  loads.passed.assign(network.arcs.size(), 1.0);
  for (int round = 0; round < most_rounds; ++round) {
    loads.by_class.assign(network.arcs.size(), {});
    loads.total_mbit_s.assign(network.arcs.size(), 0.0);
    for (const Stream& stream : streams) add_stream(network, stream, loads.passed, loads);
    double change = 0.0;
    for (std::size_t arc = 0; arc < network.arcs.size(); ++arc) {
      for (const double load : loads.by_class[arc]) loads.total_mbit_s[arc] += load;
      const double rate = network.arcs[arc].rate_mbit_s;
      const double now = loads.total_mbit_s[arc] > rate ? rate / loads.total_mbit_s[arc] : 1.0;
      const double next = round < rounds_at_full_step ? now : (now + loads.passed[arc]) / 2.0;
      change = std::max(change, std::abs(next - loads.passed[arc]));
      loads.passed[arc] = next;
    }
    loads.settled = change <= settled_within;
    if (loads.settled) break;
  }
  return loads;
}

}  // namespace parktwin::wired::traffic
