#include "engine/simulators/wired/traffic/siting.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "engine/core/parallel.h"
#include "engine/simulators/wired/traffic/erlang.h"
#include "engine/simulators/wired/traffic/set_cover.h"

namespace parktwin::wired::traffic {
namespace {

bool may_stand_at(const NetworkNode& node) {
  if (!node.operational) return false;
  return node.kind == NodeKind::aggregation_switch || node.kind == NodeKind::optical_line_terminal || node.kind == NodeKind::core_router ||
         node.kind == NodeKind::edge_server;
}

bool critical(const Profile& profile) { return profile.destination == Destination::edge && profile.service.empty(); }

/// Of one candidate, for every critical flow.
struct Service {
  std::vector<std::optional<Delay>> delay;  ///< none: nothing arrives
  std::vector<std::uint8_t> on_time;
};

struct Problem {
  std::vector<std::uint32_t> candidates;
  std::vector<std::size_t> flows;
  std::vector<Delay> access;      ///< of each of those flows
  std::vector<Service> services;  ///< of each candidate
};

Service service_of(std::uint32_t candidate, const std::vector<Flow>& flows, const Problem& problem, const Carriage& carriage) {
  const std::array sinks{candidate};
  const Route route = route_to(carriage.network, sinks);
  const auto delivered = delivered_up(carriage.network, route, carriage.loads.passed);
  std::vector<std::vector<Delay>> path(class_count);
  Service service;
  for (std::size_t i = 0; i < problem.flows.size(); ++i) {
    const Flow& flow = flows[problem.flows[i]];
    service.delay.emplace_back();
    service.on_time.push_back(0);
    if (!flow.node.valid() || !route.reaches(flow.node.index())) continue;
    const auto source = static_cast<std::size_t>(flow.source);
    if (path[source].empty()) path[source] = path_delays(carriage.network, route, carriage.waits, carriage.profiles[source].sample_bytes);
    const double arrives = carriage.cells.service_of(flow).passed_up * delivered[flow.node.index()];
    if (!(arrives > 0.0)) continue;
    Delay delay = problem.access[i];
    delay += path[source][flow.node.index()];
    service.delay.back() = delay;
    const double on_time = arrives * share_within(delay, carriage.profiles[source].target_ms * 1e-3);
    service.on_time.back() = on_time >= carriage.options.percentile ? 1 : 0;
  }
  return service;
}

Problem problem_of(const Park& park, const std::vector<Flow>& flows, const Carriage& carriage) {
  Problem problem;
  for (std::uint32_t i = 0; i < park.network_nodes->size(); ++i) {
    if (may_stand_at(park.network_nodes->records()[i])) problem.candidates.push_back(i);
  }
  for (std::size_t i = 0; i < flows.size(); ++i) {
    if (!critical(carriage.profiles[static_cast<std::size_t>(flows[i].source)]) || !(flows[i].samples_per_s > 0.0)) continue;
    problem.flows.push_back(i);
    problem.access.push_back(access_delay(flows[i], carriage));
  }
  problem.services.resize(problem.candidates.size());
  parallel_for(problem.candidates.size(),
               [&](std::size_t i) { problem.services[i] = service_of(problem.candidates[i], flows, problem, carriage); });
  return problem;
}

BindingFlow binding_flow(const Flow& flow, std::size_t position, const Problem& problem, const Carriage& carriage) {
  BindingFlow binding;
  binding.source = flow.source;
  binding.enterprise = flow.enterprise;
  binding.assets = flow.assets;
  binding.target_ms = carriage.profiles[static_cast<std::size_t>(flow.source)].target_ms;
  binding.access_ms = problem.access[position].mean_s() * 1e3;
  const Delay* best = nullptr;
  for (std::size_t i = 0; i < problem.candidates.size(); ++i) {
    const auto& delay = problem.services[i].delay[position];
    if (!delay || (best != nullptr && delay->mean_s() >= best->mean_s())) continue;
    best = &*delay;
    binding.best_site = Id<NetworkNode>(problem.candidates[i]);
  }
  if (best != nullptr) {
    binding.best_ms = percentile_s(*best, carriage.options.percentile) * 1e3;
    const bool cell_passes = carriage.cells.service_of(flow).passed_up >= carriage.options.percentile;
    binding.state = !cell_passes                          ? FlowState::cell_overloaded
                    : binding.best_ms > binding.target_ms ? FlowState::late
                                                          : FlowState::link_overloaded;
  } else {
    binding.state = flow.node.valid() ? FlowState::no_path : flow.state;
    binding.access_ms = 0.0;
  }
  return binding;
}

/// Gives each flow to the site that serves it soonest on average.
std::vector<EdgeSite> sites_of(const std::vector<std::uint32_t>& chosen, const std::vector<Flow>& flows, const Problem& problem,
                               const Carriage& carriage) {
  std::vector<EdgeSite> sites;
  std::vector<double> load_erlang(chosen.size(), 0.0);
  for (const std::uint32_t candidate : chosen) sites.push_back({Id<NetworkNode>(problem.candidates[candidate]), 0, 0.0, 0});
  for (std::size_t i = 0; i < problem.flows.size(); ++i) {
    std::size_t best = chosen.size();
    for (std::size_t at = 0; at < chosen.size(); ++at) {
      if (problem.services[chosen[at]].on_time[i] == 0) continue;
      const auto mean_s = [&](std::size_t site) { return problem.services[chosen[site]].delay[i]->mean_s(); };
      if (best == chosen.size() || mean_s(at) < mean_s(best)) best = at;
    }
    if (best == chosen.size()) continue;
    const Flow& flow = flows[problem.flows[i]];
    ++sites[best].flows;
    sites[best].samples_per_s += flow.samples_per_s;
    load_erlang[best] += flow.samples_per_s * carriage.profiles[static_cast<std::size_t>(flow.source)].processing_ms * 1e-3;
  }
  for (std::size_t at = 0; at < sites.size(); ++at) {
    sites[at].processors = servers_needed(load_erlang[at], carriage.options.waiting_at_edge);
  }
  return sites;
}

}  // namespace

SitingPlan site_edge_servers(const Park& park, const std::vector<Flow>& flows, const Carriage& carriage) {
  SitingPlan plan;
  const Problem problem = problem_of(park, flows, carriage);
  plan.siting.candidates = static_cast<std::int32_t>(problem.candidates.size());
  plan.siting.critical_flows = static_cast<std::int32_t>(problem.flows.size());
  if (problem.flows.empty()) return plan;
  std::vector<std::vector<std::uint32_t>> covering;
  for (std::size_t i = 0; i < problem.flows.size(); ++i) {
    const Flow& flow = flows[problem.flows[i]];
    plan.siting.met_today += flow.state == FlowState::on_time ? 1 : 0;
    std::vector<std::uint32_t> sites;
    for (std::uint32_t candidate = 0; candidate < problem.candidates.size(); ++candidate) {
      if (problem.services[candidate].on_time[i] != 0) sites.push_back(candidate);
    }
    if (sites.empty()) {
      plan.binding.push_back(binding_flow(flow, i, problem, carriage));
    } else {
      covering.push_back(std::move(sites));
    }
  }
  const Cover cover = fewest_sets(covering, static_cast<std::uint32_t>(problem.candidates.size()), carriage.options.siting_effort);
  plan.siting.sites = static_cast<std::int32_t>(cover.sets.size());
  plan.siting.lower_bound = cover.lower_bound;
  plan.siting.state = !plan.binding.empty() ? SitingState::impossible : cover.proven() ? SitingState::proven : SitingState::bounded;
  plan.sites = sites_of(cover.sets, flows, problem, carriage);
  return plan;
}

}  // namespace parktwin::wired::traffic
