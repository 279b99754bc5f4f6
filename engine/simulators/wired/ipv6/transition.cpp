#include "engine/simulators/wired/ipv6/transition.h"

#include <algorithm>
#include <map>

#include "engine/simulators/wired/ipv6/service_names.h"

namespace parktwin::wired::ipv6 {
namespace {

std::vector<bool> reached_from_core_over_ipv4(const Park& park, const NativeNetwork& network) {
  std::vector<std::size_t> cores;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (node.kind == NodeKind::core_router && node.operational) cores.push_back(i);
  }
  return network.reached_over_ipv4(cores);
}

bool can_be_translated(NodeKind kind) { return kind == NodeKind::server || kind == NodeKind::edge_server || kind == NodeKind::end_station; }

/// Why a node, link or service does not work in one phase; empty: it works.
struct PhaseOutcome {
  std::vector<std::optional<Failure>> nodes;
  std::vector<std::optional<Failure>> links;
  std::vector<std::optional<Failure>> services;
  std::vector<bool> passes;  ///< by node: carries its users' packets of the phase to the core
};

std::vector<bool> passes_ipv6(const Park& park, const Outcome& native) {
  std::vector<bool> passes = native.reached;
  for (std::size_t i = 0; i < passes.size(); ++i) passes[i] = passes[i] && park.network_nodes->records()[i].ipv6_forwarding;
  return passes;
}

PhaseOutcome dual_stack(const Park& park, const NativeNetwork& network, const Outcome& native) {
  const std::vector<bool> reached = reached_from_core_over_ipv4(park, network);
  PhaseOutcome outcome{native.nodes, native.links, native.services, passes_ipv6(park, native)};
  const auto& nodes = park.network_nodes->records();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const bool addressed = usable_ipv4_address(nodes[i]).has_value() || works_without_address(nodes[i].kind);
    if (reached[i] && addressed) outcome.nodes[i].reset();
    if (outcome.nodes[i] == Failure::rule_without_twin) outcome.nodes[i].reset();
    outcome.passes[i] = outcome.passes[i] || reached[i];
  }
  for (std::size_t i = 0; i < outcome.links.size(); ++i) {
    const NetworkLink& link = park.network_links->records()[i];
    if (link.ipv4 && link.operational && reached[link.from.index()] && reached[link.to.index()]) outcome.links[i].reset();
  }
  for (std::size_t i = 0; i < outcome.services.size(); ++i) {
    const NetworkService& service = park.network_services->records()[i];
    const std::size_t node = service.node.index();
    if (service.ipv4 && reached[node] && usable_ipv4_address(nodes[node])) outcome.services[i].reset();
  }
  return outcome;
}

PhaseOutcome with_translation(const Park& park, const NativeNetwork& network, const Outcome& native) {
  PhaseOutcome outcome{native.nodes, native.links, native.services, passes_ipv6(park, native)};
  const auto& nodes = park.network_nodes->records();
  const std::vector<bool> reached = reached_by_translation(park, network, native);
  std::vector<bool> translated(nodes.size(), false);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    translated[i] = outcome.nodes[i] && reached[i] && can_be_translated(nodes[i].kind) && usable_ipv4_address(nodes[i]);
    if (translated[i]) outcome.nodes[i].reset();
  }
  for (std::size_t i = 0; i < outcome.links.size(); ++i) {
    const NetworkLink& link = park.network_links->records()[i];
    const std::size_t from = link.from.index();
    const std::size_t to = link.to.index();
    if (link.ipv4 && link.operational && reached[from] && reached[to] && (translated[from] || translated[to])) outcome.links[i].reset();
  }
  const std::vector<bool> services = translated_services(park, network, native);
  for (std::size_t i = 0; i < services.size(); ++i) {
    if (services[i]) outcome.services[i].reset();
  }
  return outcome;
}

class Counting {
 public:
  Counting(const Park& park, const NativeNetwork& network) : park_(park), network_(network) {
    for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
      const NetworkNode& node = park.network_nodes->records()[i];
      if (node.enterprise.valid()) accesses_[node.enterprise.index()].push_back(i);
    }
  }

  void add(Phase phase, const PhaseOutcome& outcome, std::int32_t translated) {
    PhaseCount count;
    count.phase = phase;
    count.services_translated = translated;
    const auto& nodes = park_.network_nodes->records();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (network_.counts(i)) take(phase, Element::node, nodes[i].id, outcome.nodes[i], count.nodes, count.nodes_working);
    }
    for (std::size_t i = 0; i < outcome.links.size(); ++i) {
      take(phase, Element::link, park_.network_links->records()[i].id, outcome.links[i], count.links, count.links_working);
    }
    for (std::size_t i = 0; i < outcome.services.size(); ++i) {
      take(phase, Element::service, park_.network_services->records()[i].id, outcome.services[i], count.services, count.services_working);
    }
    for (const auto& [enterprise, accesses] : accesses_) {
      const bool connected = std::any_of(accesses.begin(), accesses.end(), [&](std::size_t node) { return outcome.passes[node]; });
      const auto failure = connected ? std::nullopt : std::optional(reason(accesses, outcome));
      take(phase, Element::enterprise, park_.enterprises->records()[enterprise].id, failure, count.enterprises, count.enterprises_working);
    }
    transition_.phases.push_back(count);
  }

  [[nodiscard]] Transition result() && { return std::move(transition_); }

 private:
  void take(Phase phase, Element element, const std::string& id, std::optional<Failure> failure, std::int32_t& all, std::int32_t& working) {
    ++all;
    if (failure) {
      transition_.losses.push_back({phase, element, id, *failure});
    } else {
      ++working;
    }
  }

  /// What the first access node of the enterprise suffers from; it may itself work and only not pass its users' packets.
  static Failure reason(const std::vector<std::size_t>& accesses, const PhaseOutcome& outcome) {
    return outcome.nodes[accesses.front()].value_or(Failure::not_configured);
  }

  const Park& park_;
  const NativeNetwork& network_;
  std::map<std::size_t, std::vector<std::size_t>> accesses_;  ///< nodes of each enterprise
  Transition transition_;
};

}  // namespace

std::vector<bool> reached_by_translation(const Park& park, const NativeNetwork& network, const Outcome& native) {
  std::vector<std::size_t> translators;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    const NetworkNode& node = park.network_nodes->records()[i];
    if (!node.nat64_prefix.empty() && node.operational && node.ipv6_forwarding && native.reached[i]) translators.push_back(i);
  }
  return network.reached_over_ipv4(translators);
}

std::vector<bool> translated_services(const Park& park, const NativeNetwork& network, const Outcome& native) {
  const std::vector<bool> reached = reached_by_translation(park, network, native);
  std::vector<bool> translated(park.network_services->size(), false);
  for (std::size_t i = 0; i < translated.size(); ++i) {
    const NetworkService& service = park.network_services->records()[i];
    const bool has_ipv4 = service.ipv4 && usable_ipv4_address((*park.network_nodes)[service.node]);
    translated[i] = native.services[i] && has_ipv4 && reached[service.node.index()] && ipv4_literals(service).empty();
  }
  return translated;
}

Transition transition_phases(const Park& park, const NativeNetwork& network, const Outcome& native) {
  Counting counting(park, network);
  const std::vector<bool> translated = translated_services(park, network, native);
  counting.add(Phase::dual_stack, dual_stack(park, network, native), 0);
  counting.add(Phase::ipv6_only_nat64, with_translation(park, network, native),
               static_cast<std::int32_t>(std::count(translated.begin(), translated.end(), true)));
  counting.add(Phase::single_stack, {native.nodes, native.links, native.services, passes_ipv6(park, native)}, 0);
  return std::move(counting).result();
}

}  // namespace parktwin::wired::ipv6
