#include "engine/run/compare_networks.h"

#include <algorithm>
#include <map>
#include <optional>

namespace parktwin::retrofit {
namespace {

using wired::traffic::Flow;

/// Traffic of one key, or of one enterprise, summed over its parts.
struct Carried {
  double samples = 0.0;
  double on_time = 0.0;
  double delivered = 0.0;
  double delay_sum = 0.0;  ///< of percentiles, by samples delivered

  void add(const Flow& flow) {
    samples += flow.samples_per_s;
    on_time += flow.samples_per_s * flow.on_time_share;
    delivered += flow.samples_per_s * flow.delivered_share;
    delay_sum += flow.samples_per_s * flow.delivered_share * flow.percentile_ms;
  }
};

/// A deterministic flow.
struct Bounded {
  std::string enterprise;
  bool met = false;
  std::optional<double> bound_us;
};

/// Everything by ids, so that two states can be laid side by side.
struct View {
  std::map<std::string, double> availability;
  std::map<std::string, double> busiest;  ///< of the links on the enterprise's path
  std::map<TrafficKey, Carried> traffic;
  std::map<std::string, Bounded> flows;
  double busiest_link = 0.0;
};

View view_of(const NetworkState& state) {
  View view;
  for (const auto& protection : state.protections)
    view.availability[(*state.park.enterprises)[protection.enterprise].id] = protection.availability;
  const auto& links = state.traffic.links;
  const auto use_of = [&links](std::size_t link) { return std::max(links[link].outwards_utilisation, links[link].inwards_utilisation); };
  for (std::size_t i = 0; i < links.size(); ++i) view.busiest_link = std::max(view.busiest_link, use_of(i));
  for (const auto& path : state.topology.paths) {
    if (!path.enterprise.valid()) continue;
    double& most = view.busiest[(*state.park.enterprises)[path.enterprise].id];
    for (const auto link : path.links) most = std::max(most, use_of(link.index()));
  }
  for (const Flow& flow : state.traffic.flows) view.traffic[key_of(state.park, flow)].add(flow);
  for (const auto& figures : state.tsn.flows) {
    const TsnFlow& flow = (*state.park.tsn_flows)[figures.flow];
    Bounded& bounded = view.flows[flow.id];
    bounded.enterprise = flow.enterprise.valid() ? (*state.park.enterprises)[flow.enterprise].id : std::string();
    bounded.met = figures.state == wired::tsn::FlowState::met;
    if (figures.tight_ns) bounded.bound_us = static_cast<double>(*figures.tight_ns) * 1e-3;
  }
  for (const auto& bridged : state.bridges.flows) {
    using wired::tsn::bridge::BridgeState;
    if (bridged.state != BridgeState::met && bridged.state != BridgeState::not_carried)
      view.flows[(*state.park.tsn_flows)[bridged.flow].id].met = false;
  }
  return view;
}

/// One measure in both states.
struct Pair {
  double before = 0.0;
  double after = 0.0;
};

/// What an enterprise's traffic and flows come to.
struct EnterpriseSums {
  Carried was;
  Carried is;
  Carried was_arriving;  ///< of what arrives in both states
  Carried is_arriving;
  double flows = 0.0;
  Pair met;
  Pair bound_us;
};

class SideBySide {
 public:
  SideBySide(const NetworkState& before, const NetworkState& after)
      : before_(before), after_(after), was_(view_of(before)), is_(view_of(after)) {}

  std::vector<Figure> figures(const YearlyCost& cost_before, const YearlyCost& cost_after) {
    add_park(cost_before, cost_after);
    sum_traffic();
    add_flows();
    for (const Enterprise& enterprise : *after_.park.enterprises) {
      if (before_.park.enterprises->find(enterprise.id).valid()) add_enterprise(enterprise.id, cost_before, cost_after);
    }
    add_classes();
    return std::move(figures_);
  }

 private:
  void add(Subject subject, const std::string& id, const std::string& enterprise, Measure measure, Pair pair) {
    figures_.push_back({subject, id, enterprise.empty() ? Id<Enterprise>() : after_.park.enterprises->find(enterprise), measure,
                        aspect_of(measure), pair.before, pair.after, outcome_of(measure, pair.before, pair.after)});
  }

  void add_park(const YearlyCost& cost_before, const YearlyCost& cost_after) {
    add(Subject::park, {}, {}, Measure::yearly_cost_cny, {cost_before.all_cny, cost_after.all_cny});
    const auto share = [](const wired::traffic::Result& traffic) { return traffic.samples_on_time_per_s / traffic.samples_per_s; };
    if (before_.traffic.samples_per_s > 0.0 && after_.traffic.samples_per_s > 0.0)
      add(Subject::park, {}, {}, Measure::samples_on_time_share, {share(before_.traffic), share(after_.traffic)});
    add(Subject::park, {}, {}, Measure::busiest_link_utilisation, {was_.busiest_link, is_.busiest_link});
  }

  void sum_traffic() {
    for (const auto& [key, is] : is_.traffic) {
      const auto was = was_.traffic.find(key);
      if (was == was_.traffic.end() || key.enterprise.empty()) continue;
      EnterpriseSums& sums = sums_[key.enterprise];
      const auto join = [](Carried& sum, const Carried& part) {
        sum.samples += part.samples;
        sum.on_time += part.on_time;
        sum.delivered += part.delivered;
        sum.delay_sum += part.delay_sum;
      };
      join(sums.was, was->second);
      join(sums.is, is);
      if (!(was->second.delivered > 0.0) || !(is.delivered > 0.0)) continue;
      join(sums.was_arriving, was->second);
      join(sums.is_arriving, is);
    }
  }

  void add_flows() {
    for (const auto& [id, is] : is_.flows) {
      const auto was = was_.flows.find(id);
      if (was == was_.flows.end()) continue;
      const Pair met{was->second.met ? 1.0 : 0.0, is.met ? 1.0 : 0.0};
      add(Subject::tsn_flow, id, is.enterprise, Measure::flows_met_share, met);
      const bool both = was->second.bound_us && is.bound_us;
      if (both) add(Subject::tsn_flow, id, is.enterprise, Measure::worst_bound_us, {*was->second.bound_us, *is.bound_us});
      if (is.enterprise.empty()) continue;
      EnterpriseSums& sums = sums_[is.enterprise];
      sums.flows += 1.0;
      sums.met.before += met.before;
      sums.met.after += met.after;
      if (!both) continue;
      sums.bound_us.before = std::max(sums.bound_us.before, *was->second.bound_us);
      sums.bound_us.after = std::max(sums.bound_us.after, *is.bound_us);
    }
  }

  void add_enterprise(const std::string& id, const YearlyCost& cost_before, const YearlyCost& cost_after) {
    const auto own = [&](Measure measure, double before, double after) { add(Subject::enterprise, id, id, measure, {before, after}); };
    const auto of = [&id](const std::map<std::string, double>& values) {
      const auto found = values.find(id);
      return found == values.end() ? 0.0 : found->second;
    };
    own(Measure::yearly_cost_cny, of(cost_before.by_enterprise_cny), of(cost_after.by_enterprise_cny));
    own(Measure::availability, of(was_.availability), of(is_.availability));
    const EnterpriseSums& sums = sums_[id];
    if (sums.is.samples > 0.0 && sums.was.samples > 0.0)
      own(Measure::samples_on_time_share, sums.was.on_time / sums.was.samples, sums.is.on_time / sums.is.samples);
    if (sums.flows > 0.0) own(Measure::flows_met_share, sums.met.before / sums.flows, sums.met.after / sums.flows);
    if (sums.was_arriving.delivered > 0.0) {
      own(Measure::delay_percentile_ms, sums.was_arriving.delay_sum / sums.was_arriving.delivered,
          sums.is_arriving.delay_sum / sums.is_arriving.delivered);
    }
    if (sums.bound_us.before > 0.0) own(Measure::worst_bound_us, sums.bound_us.before, sums.bound_us.after);
    if (was_.busiest.contains(id) && is_.busiest.contains(id))
      own(Measure::busiest_link_utilisation, was_.busiest.at(id), is_.busiest.at(id));
  }

  void add_classes() {
    for (std::size_t i = 0; i < after_.traffic.classes.size() && i < before_.traffic.classes.size(); ++i) {
      const auto& was = before_.traffic.classes[i];
      const auto& is = after_.traffic.classes[i];
      if (!(was.samples_per_s > 0.0) || !(is.samples_per_s > 0.0)) continue;
      const std::string name(name_of(is.source));
      const auto of_class = [&](Measure measure, Pair pair) { add(Subject::source_class, name, {}, measure, pair); };
      of_class(Measure::samples_on_time_share, {was.on_time_per_s / was.samples_per_s, is.on_time_per_s / is.samples_per_s});
      if (!(was.mean_ms > 0.0) || !(is.mean_ms > 0.0)) continue;
      of_class(Measure::delay_p50_ms, {was.p50_ms, is.p50_ms});
      of_class(Measure::delay_p95_ms, {was.p95_ms, is.p95_ms});
      of_class(Measure::delay_p99_ms, {was.p99_ms, is.p99_ms});
    }
  }

  const NetworkState& before_;
  const NetworkState& after_;
  View was_;
  View is_;
  std::map<std::string, EnterpriseSums> sums_;
  std::vector<Figure> figures_;
};

void join(Outcome& whole, Outcome part) {
  if (whole == Outcome::worse || part == Outcome::unchanged) return;
  whole = part;
}

}  // namespace

std::vector<Figure> figures_of(const NetworkState& before, const YearlyCost& cost_before, const NetworkState& after,
                               const YearlyCost& cost_after) {
  return SideBySide(before, after).figures(cost_before, cost_after);
}

std::vector<EnterpriseOutcome> outcomes_of(const Park& before, const Park& after, const std::vector<Figure>& figures,
                                           const NetworkChanges& changes) {
  std::vector<EnterpriseOutcome> outcomes;
  std::map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < after.enterprises->size(); ++i) {
    const Enterprise& enterprise = (*after.enterprises)[Id<Enterprise>(i)];
    if (!before.enterprises->find(enterprise.id).valid()) continue;
    place[enterprise.id] = outcomes.size();
    auto& outcome = outcomes.emplace_back();
    outcome.enterprise = Id<Enterprise>(i);
    const auto own = changes.by_enterprise.find(enterprise.id);
    if (own == changes.by_enterprise.end()) continue;
    outcome.changes = own->second.changes;
    outcome.solution = own->second.solution;
  }
  for (const Figure& figure : figures) {
    if (figure.subject != Subject::enterprise) continue;
    EnterpriseOutcome& outcome = outcomes[place.at(figure.id)];
    join(figure.aspect == Aspect::cost      ? outcome.cost
         : figure.aspect == Aspect::quality ? outcome.quality
                                            : outcome.efficiency,
         figure.outcome);
  }
  return outcomes;
}

}  // namespace parktwin::retrofit
