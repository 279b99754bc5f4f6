#include "engine/simulators/services/resolution.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "engine/simulators/services/identifiers/identifiers.h"
#include "engine/simulators/services/network_delay.h"
#include "engine/simulators/services/process_trace.h"

namespace parktwin::services {
namespace {

constexpr std::array<double, 24> day_profile{1, 1, 1, 1, 1, 2, 4, 8, 10, 10, 9, 8, 7, 8, 10, 10, 9, 7, 5, 3, 2, 2, 1, 1};
constexpr double enterprise_node_work_ms = 5.0;  // assumption

/// The node's day as the chain's input.
class NodeInput {
 public:
  NodeInput(const Park& park, Id<IdentifierNode> id, const ResolutionOptions& options)
      : park_(park), id_(id), node_((*park.identifier_nodes)[id]), warm_up_h_(options.warm_up_h) {
    input_.hourly_weights = day_profile;
    input_.zipf_exponent = options.zipf_exponent;
    input_.resolutions_per_day = input_.registrations_per_day = 0.0;
    const bool runs = (*park.shared_services)[node_.service].deployed;
    if (runs && node_.node.valid()) delays_ms_ = enterprise_delays_ms(park, network_delays_ms(park, node_.node));
    for (std::size_t i = 0; i < park.identifier_applications->size(); ++i) add(Id<IdentifierApplication>(i), runs);
    finish();
  }

  [[nodiscard]] const identifiers::Input& input() const { return input_; }
  [[nodiscard]] const std::vector<IdentifierUse>& uses() const { return uses_; }
  [[nodiscard]] std::size_t enterprises() const { return registered_.size(); }

 private:
  IdentifierState state_of(Id<Enterprise> enterprise, bool runs) const {
    if (!runs) return IdentifierState::no_node;
    if (!(*park_.enterprises)[enterprise].uses_identifiers) return IdentifierState::not_registered;
    return !delays_ms_.empty() && delays_ms_[enterprise.index()] ? IdentifierState::served : IdentifierState::unreachable;
  }

  void add(Id<IdentifierApplication> id, bool runs) {
    const IdentifierApplication& application = (*park_.identifier_applications)[id];
    if (application.node != id_ || !application.deployed) return;
    for (const auto enterprise : std::set<Id<Enterprise>>(application.enterprises.begin(), application.enterprises.end())) {
      IdentifierUse use{id, enterprise, state_of(enterprise, runs), 0.0};
      if (use.state == IdentifierState::served) {
        use.round_trip_ms = 2.0 * *delays_ms_[enterprise.index()];
        registered_[enterprise] += static_cast<std::uint32_t>(application.identifiers);
        input_.resolutions_per_day += application.resolutions_per_day;
        input_.registrations_per_day += application.registrations_per_day;
        input_.batches_per_day += application.batches_per_day;
        scanned_ += application.batches_per_day * application.batch_size;
      }
      uses_.push_back(use);
    }
  }

  void finish() {
    const std::set<Id<Enterprise>> own(node_.enterprise_nodes.begin(), node_.enterprise_nodes.end());
    double round_trips = 0.0;
    for (const auto& [enterprise, identifiers] : registered_) {
      const double round_trip = 2.0 * *delays_ms_[enterprise.index()];
      round_trips += round_trip;
      input_.enterprises.push_back({identifiers, {}});
      if (own.contains(enterprise)) input_.enterprises.back().own_node = identifiers::Node{round_trip, {}};
    }
    if (registered_.empty()) return;
    input_.clients = static_cast<std::uint32_t>(registered_.size());
    input_.client_round_trip_ms = round_trips / static_cast<double>(registered_.size());
    if (input_.batches_per_day > 0.0)
      input_.batch_size = std::max(1U, static_cast<std::uint32_t>(std::lround(scanned_ / input_.batches_per_day)));
    input_.top.assign(static_cast<std::size_t>(node_.top_nodes), {node_.top_round_trip_ms, {}});
    if (node_.top_outage_hours > 0.0) input_.top.front().outages = {outage(node_.top_outage_from_h, node_.top_outage_hours)};
    input_.secondary.assign(node_.standby ? 2 : 1, {0.0, {}});
    if (node_.outage_hours > 0.0) input_.secondary.front().outages = {outage(node_.outage_from_h, node_.outage_hours)};
    if (!(node_.flood_hours > 0.0)) return;
    const auto flood = outage(node_.flood_from_h, node_.flood_hours);
    input_.floods = {{flood.from_s, flood.until_s, node_.flood_queries_per_s, static_cast<std::uint32_t>(node_.flood_sources),
                      node_.flood_forged_share}};
  }

  /// The first such hour of the day after the warm-up.
  [[nodiscard]] identifiers::Outage outage(double from_h, double hours) const {
    double begin = from_h;
    while (begin < warm_up_h_) begin += 24.0;
    return {3600.0 * begin, 3600.0 * (begin + hours)};
  }

  const Park& park_;
  Id<IdentifierNode> id_;
  const IdentifierNode& node_;
  double warm_up_h_;
  std::vector<std::optional<double>> delays_ms_;
  std::map<Id<Enterprise>, std::uint32_t> registered_;
  double scanned_ = 0.0;
  identifiers::Input input_;
  std::vector<IdentifierUse> uses_;
};

identifiers::Options chain_options(const IdentifierNode& node, const ResolutionOptions& options, std::uint64_t seed) {
  identifiers::Options chain;
  chain.warm_up_days = options.warm_up_h / 24.0;
  chain.replicas = static_cast<std::size_t>(options.replicas);
  chain.seed = seed;
  chain.confidence = options.confidence;
  chain.cache_entries = static_cast<std::uint32_t>(node.cache_entries);
  chain.cache_ttl_s = node.cache_ttl_s;
  chain.secondary_servers = static_cast<std::uint32_t>(node.servers);
  chain.secondary_waiting_places = static_cast<std::uint64_t>(node.waiting_places);
  chain.secondary_service_ms = node.service_ms;
  chain.enterprise_service_ms = enterprise_node_work_ms;
  chain.synchronisation_interval_s = node.synchronisation_interval_s;
  if (node.source_rate_per_s > 0.0) chain.bucket = identifiers::BucketRule{node.source_rate_per_s, node.source_burst};
  return chain;
}

void fill(IdentifierNodeFigures& figures, const identifiers::Result& result) {
  using identifiers::Counts;
  const auto mean = [&](std::uint64_t Counts::*count) {
    double sum = 0.0;
    for (const auto& replica : result.replicas) sum += static_cast<double>(replica.counts.*count);
    return sum / static_cast<double>(result.replicas.size());
  };
  figures.simulated = true;
  figures.asked_per_day = mean(&Counts::asked);
  figures.answered_per_day = result.answered_per_day.mean;
  figures.answered_half_width = result.answered_per_day.half_width;
  if (result.availability) {
    figures.availability = result.availability->mean;
    figures.availability_half_width = result.availability->half_width;
  }
  if (result.hit_ratio) figures.hit_ratio = result.hit_ratio->mean;
  if (result.mean_latency_ms) figures.latency_mean_ms = result.mean_latency_ms->mean;
  const auto percentile_ms = [&](double share) { return 1e-6 * static_cast<double>(result.latency.at(share)); };
  figures.latency_p50_ms = percentile_ms(0.5);
  figures.latency_p95_ms = percentile_ms(0.95);
  figures.latency_p99_ms = percentile_ms(0.99);
  figures.utilisation = result.secondary_utilisation.front().mean;
  figures.registrations_per_day = mean(&Counts::registered);
  figures.synchronised_per_day = mean(&Counts::synchronised);
  if (result.synchronisation_p95_s) figures.synchronisation_p95_s = result.synchronisation_p95_s->mean;
  if (result.completeness) figures.completeness = result.completeness->mean;
  figures.refused_per_day = mean(&Counts::refused);
  figures.top_unreachable_per_day = mean(&Counts::top_unreachable);
  figures.node_unreachable_per_day = mean(&Counts::secondary_unreachable);
  figures.node_full_per_day = mean(&Counts::secondary_full);
  figures.enterprise_unreachable_per_day = mean(&Counts::enterprise_unreachable);
  figures.flood_queries_per_day = mean(&Counts::flood_queries);
  figures.flood_refused_per_day = mean(&Counts::flood_refused);
}

NodeAnswers answers_of(const identifiers::Input& input, const identifiers::Result& result) {
  NodeAnswers answers;
  for (const auto& replica : result.replicas) answers.asked += static_cast<double>(replica.counts.asked);
  answers.latency = result.latency;
  if (result.mean_latency_ms) answers.mean_latency_ms = result.mean_latency_ms->mean;
  answers.mean_round_trip_ms = input.client_round_trip_ms;
  return answers;
}

/// Work offered to the node over what its servers can do, what found no place counted too.
double offered_load(const identifiers::Result& result) {
  double busy = 0.0;
  double offered = 0.0;
  double admitted = 0.0;
  for (const auto& replica : result.replicas) {
    const auto& station = replica.secondary.front();
    busy += station.utilisation / static_cast<double>(result.replicas.size());
    offered += static_cast<double>(station.offered);
    admitted += static_cast<double>(station.offered - station.refused);
  }
  return admitted > 0.0 ? busy * offered / admitted : 0.0;
}

void note_overload(const IdentifierNode& node, const identifiers::Result& result, std::vector<Note>& notes) {
  const double load = offered_load(result);
  if (load < 1.0) return;
  notes.push_back({NoteKind::warning, "identifier node " + node.id,
                   fmt::format("It is offered {:.2f} times what its servers can do in the mean of a day: not stable; what finds no place "
                               "to wait is refused.",
                               load)});
}

void note_unserved(const Park& park, const IdentifierNode& node, const std::vector<IdentifierUse>& uses, std::vector<Note>& notes) {
  for (const auto& use : uses) {
    const std::string place = "enterprise " + (*park.enterprises)[use.enterprise].id;
    const std::string& application = (*park.identifier_applications)[use.application].id;
    if (use.state == IdentifierState::not_registered) {
      notes.push_back(
          {NoteKind::warning, place,
           fmt::format("It is in identifier application {} but not registered as a user of identifiers; the registration counts.",
                       application)});
    } else if (use.state == IdentifierState::unreachable) {
      notes.push_back({NoteKind::warning, place,
                       fmt::format("Its network does not reach identifier node {}, so that application {} does not work there.", node.id,
                                   application)});
    }
  }
}

}  // namespace

Resolution simulate_resolution(const Park& park, const ResolutionOptions& options, std::uint64_t seed) {
  Resolution resolution;
  std::vector<NodeAnswers> answers(park.identifier_nodes->size());
  for (std::size_t i = 0; i < park.identifier_nodes->size(); ++i) {
    const Id<IdentifierNode> id(i);
    const IdentifierNode& node = (*park.identifier_nodes)[id];
    const NodeInput prepared(park, id, options);
    resolution.uses.insert(resolution.uses.end(), prepared.uses().begin(), prepared.uses().end());
    note_unserved(park, node, prepared.uses(), resolution.notes);
    IdentifierNodeFigures figures;
    figures.node = id;
    figures.enterprises = static_cast<std::int32_t>(prepared.enterprises());
    if (!(*park.shared_services)[node.service].deployed) {
      figures.reason = "its service is not in operation";
    } else if (!node.node.valid()) {
      figures.reason = "the inventory does not say on which server of the network it runs";
    } else if (prepared.enterprises() == 0) {
      figures.reason = "no registered enterprise reaches it with an application in operation";
    } else {
      const auto days = identifiers::simulate(prepared.input(), chain_options(node, options, seed + i));
      fill(figures, days);
      answers[i] = answers_of(prepared.input(), days);
      note_overload(node, days, resolution.notes);
    }
    resolution.nodes.push_back(figures);
  }
  std::stable_sort(resolution.uses.begin(), resolution.uses.end(),
                   [](const auto& a, const auto& b) { return a.application < b.application; });
  trace_processes(park, answers, resolution);
  return resolution;
}

}  // namespace parktwin::services
