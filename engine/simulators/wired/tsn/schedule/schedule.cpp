#include "engine/simulators/wired/tsn/schedule/schedule.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <numeric>

#include "engine/core/check.h"
#include "engine/core/random.h"
#include "engine/simulators/wired/tsn/schedule/exact.h"
#include "engine/simulators/wired/tsn/schedule/necessary.h"
#include "engine/simulators/wired/tsn/schedule/one_port.h"
#include "engine/simulators/wired/tsn/schedule/placement.h"

namespace parktwin::wired::tsn::schedule {
namespace {

constexpr Nanoseconds longest_cycle_ns = std::numeric_limits<Nanoseconds>::max() / 4;

/// 0 when the multiple is too long.
Nanoseconds common_multiple(Nanoseconds a, Nanoseconds b) {
  Nanoseconds multiple = 0;
  if (__builtin_mul_overflow(a / std::gcd(a, b), b, &multiple) || multiple > longest_cycle_ns) return 0;
  return multiple;
}

std::vector<Route> routes_of(const Network& network, std::span<const Stream> streams, Nanoseconds clock_error_ns) {
  std::vector<Route> routes;
  routes.reserve(streams.size());
  for (const Stream& stream : streams) routes.push_back(route_of(network, stream, clock_error_ns));
  return routes;
}

/// Frequent streams first, then those with little slack, then those that keep ports longest.
std::vector<std::size_t> first_order(std::span<const Route> routes) {
  std::vector<std::size_t> order(routes.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto load = [](const Route& route) {
    return std::accumulate(route.hops.begin(), route.hops.end(), Nanoseconds{0},
                           [](Nanoseconds sum, const Hop& hop) { return sum + hop.port_ns; });
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const auto key = [&](std::size_t i) {
      return std::tuple(routes[i].period_ns, routes[i].most_span_ns - routes[i].least_span_ns, -load(routes[i]), i);
    };
    return key(a) < key(b);
  });
  return order;
}

/// Places the streams in this order; returns those for which there is no room.
std::vector<std::size_t> place_in_order(std::span<const Route> routes, const std::vector<std::size_t>& order, std::size_t links,
                                        const Options& options, Schedule& schedule) {
  Timeline timeline(links, schedule.cycle_ns);
  schedule.starts_ns.assign(routes.size(), {});
  std::vector<std::size_t> unplaced;
  for (const std::size_t i : order) {
    auto starts = place(timeline, routes[i], options.wait_in_queues);
    if (!starts) {
      unplaced.push_back(i);
      continue;
    }
    timeline.add(routes[i], *starts);
    schedule.starts_ns[i] = std::move(*starts);
  }
  return unplaced;
}

/// Tries order after order. Streams that failed come earlier in the next one, the oftener they failed; later orders also shuffle what never
/// failed.
class ListScheduling {
 public:
  static constexpr std::uint32_t unshuffled = 8;

  ListScheduling(std::span<const Route> routes, std::size_t links, const Options& options)
      : routes_(routes), links_(links), options_(options), order_(first_order(routes)), failures_(routes.size(), 0) {}

  /// Until all are placed, the orders or the budget are used up; the result keeps the best try.
  void run(std::uint32_t orders, Nanoseconds cycle_ns, Result& result) {
    for (; orders > 0 && (tries_ == 0 || result.placements < options_.most_placements); --orders) {
      Schedule schedule{cycle_ns, {}};
      auto unplaced = place_in_order(routes_, order_, links_, options_, schedule);
      result.placements += static_cast<std::int64_t>(routes_.size());
      for (const std::size_t i : unplaced) ++failures_[i];
      if (tries_++ == 0 || unplaced.size() < result.unplaced.size()) {
        result.schedule = std::move(schedule);
        result.unplaced = std::move(unplaced);
        std::sort(result.unplaced.begin(), result.unplaced.end());
      }
      if (result.unplaced.empty()) return;
      reorder();
    }
  }

 private:
  void reorder() {
    if (tries_ >= unshuffled) {
      const RandomSequence random(1, 1, tries_);
      for (auto i = static_cast<std::uint32_t>(order_.size()); i > 1; --i) std::swap(order_[i - 1], order_[random.below(i, i)]);
    }
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return failures_[a] > failures_[b]; });
  }

  std::span<const Route> routes_;
  std::size_t links_;
  const Options& options_;
  std::vector<std::size_t> order_;
  std::vector<std::int64_t> failures_;
  std::uint32_t tries_ = 0;
};

std::string listed(const std::vector<std::size_t>& indices, std::span<const Stream> streams) {
  std::string text;
  for (std::size_t i = 0; i < indices.size() && i < 8; ++i) text += (i == 0 ? "" : ", ") + streams[indices[i]].id;
  return indices.size() > 8 ? fmt::format("{} and {} more", text, indices.size() - 8) : text;
}

Result refused(std::string reason) {
  Result result;
  result.reason = std::move(reason);
  return result;
}

}  // namespace

Nanoseconds hyperperiod_ns(std::span<const Stream> streams) {
  Nanoseconds cycle = 1;
  for (const Stream& stream : streams) {
    if (stream.period_ns <= 0) return 0;
    cycle = common_multiple(cycle, stream.period_ns);
    if (cycle == 0) return 0;
  }
  return cycle;
}

Result synthesise(const Network& network, std::span<const Stream> streams, const Options& options) {
  const Nanoseconds cycle = options.cycle_ns > 0 ? options.cycle_ns : hyperperiod_ns(streams);
  if (auto reason = unusable(network, streams, cycle, options.clock_error_ns); !reason.empty()) return refused(std::move(reason));
  Result result;
  const auto routes = routes_of(network, streams, options.clock_error_ns);
  ListScheduling lists(routes, network.links.size(), options);
  if (auto found = disproof(network, streams, cycle, options.clock_error_ns, options.wait_in_queues)) {
    lists.run(1, cycle, result);
    PARKTWIN_CHECK(!result.unplaced.empty(), "a schedule was found against a necessary condition");
    result.state = State::infeasible;
    result.reason = std::move(found->reason);
    return result;
  }
  lists.run(ListScheduling::unshuffled, cycle, result);
  result.state = State::scheduled;
  if (result.unplaced.empty()) return result;
  auto search = search_all(routes, cycle, options.wait_in_queues, options.most_branches);
  result.branches = search.branches;
  if (search.answer == Answer::found) {
    result.schedule.starts_ns = std::move(search.starts_ns);
    result.unplaced.clear();
    return result;
  }
  bool proven = search.answer == Answer::none;
  if (!proven) lists.run(std::numeric_limits<std::uint32_t>::max(), cycle, result);
  if (result.unplaced.empty()) return result;
  if (!proven) {
    const auto overfull = overfull_port(routes, result.unplaced, cycle, options.wait_in_queues, options.most_branches);
    result.branches += overfull.branches;
    proven = overfull.link.has_value();
  }
  result.state = proven ? State::infeasible : State::not_found;
  result.reason = fmt::format("{} ({} of {} streams were placed, not {})",
                              proven ? "a complete search found no schedule" : "no schedule was found within the budget",
                              streams.size() - result.unplaced.size(), streams.size(), listed(result.unplaced, streams));
  return result;
}

Result add_stream(const Network& network, std::span<const Stream> streams, const Schedule& running, const Options& options) {
  PARKTWIN_CHECK(!streams.empty() && running.starts_ns.size() + 1 == streams.size() && running.cycle_ns > 0,
                 "the running schedule holds all streams but the last");
  const auto old = streams.first(streams.size() - 1);
  const Nanoseconds period = streams.back().period_ns;
  const Nanoseconds cycle = period > 0 ? common_multiple(running.cycle_ns, period) : 0;
  if (auto reason = unusable(network, streams, cycle, options.clock_error_ns); !reason.empty()) return refused(std::move(reason));
  Result result;
  result.schedule.cycle_ns = cycle;
  Timeline timeline(network.links.size(), cycle);
  for (std::size_t i = 0; i < old.size(); ++i) {
    auto& starts = result.schedule.starts_ns.emplace_back();
    for (Nanoseconds turn = 0; turn < cycle; turn += running.cycle_ns) {
      for (const Nanoseconds start : running.starts_ns[i]) starts.push_back(start + turn);
    }
    timeline.add(route_of(network, old[i], options.clock_error_ns), starts);
  }
  const Route route = route_of(network, streams.back(), options.clock_error_ns);
  auto starts = place(timeline, route, options.wait_in_queues);
  result.placements = 1;
  result.schedule.starts_ns.push_back(starts ? std::move(*starts) : std::vector<Nanoseconds>{});
  result.state = State::scheduled;
  if (starts) return result;
  const auto found = disproof(network, streams, cycle, options.clock_error_ns, options.wait_in_queues);
  result.state = found ? State::infeasible : State::not_found;
  result.reason = found ? found->reason : fmt::format("there is no room for stream {} unless others move", streams.back().id);
  result.unplaced = {old.size()};
  return result;
}

}  // namespace parktwin::wired::tsn::schedule
