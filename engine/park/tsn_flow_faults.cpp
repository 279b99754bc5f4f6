#include "engine/park/tsn_flow_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <optional>

#include "engine/park/vlan_list.h"

namespace parktwin {
namespace {

/// Beyond the payload, of which at least 42 bytes are sent: preamble 8, addresses and type 14, VLAN tag 4, check sequence 4, gap 12 (IEEE
/// 802.3-2022, clause 3.1.1; IEEE 802.1Q-2022, clause 9.3).
constexpr std::int32_t overhead_bytes = 42;
constexpr std::int32_t smallest_payload_bytes = 42;
constexpr std::int64_t longest_cycle_ns = 10'000'000'000;

class Check {
 public:
  explicit Check(const Park& park)
      : nodes_(park.network_nodes->records()), links_(park.network_links->records()), links_of_(nodes_.size()) {
    for (std::size_t i = 0; i < links_.size(); ++i) {
      if (!known(links_[i].from) || !known(links_[i].to)) continue;
      links_of_[links_[i].from.index()].push_back(i);
      links_of_[links_[i].to.index()].push_back(i);
    }
  }

  [[nodiscard]] std::vector<TsnFlowFault> faults(const std::vector<TsnFlow>& flows) {
    for (const NetworkLink& link : links_) {
      if (!parse_vlans(link.vlans)) {
        faults_.push_back({"network_links", link.id, "vlans",
                           fmt::format("found \"{}\", expected VLANs from 1 to 4094 and ranges of them, such as 10,20-29", link.vlans)});
      }
    }
    for (const TsnFlow& flow : flows) {
      if (known(flow.talker) && known(flow.listener)) check(flow);
    }
    check_cycle(flows);
    check_priorities(flows);
    return std::move(faults_);
  }

 private:
  [[nodiscard]] bool known(Id<NetworkNode> node) const { return node.valid() && node.index() < nodes_.size(); }
  [[nodiscard]] const std::string& name(Id<NetworkNode> node) const { return nodes_[node.index()].id; }

  void report(const TsnFlow& flow, std::string_view field, std::string message) {
    faults_.push_back({"tsn_flows", flow.id, field, std::move(message)});
  }

  void check(const TsnFlow& flow) {
    if (flow.talker == flow.listener)
      report(flow, "listener", fmt::format("found {}, expected another node than the talker", name(flow.talker)));
    check_end(flow, "talker", flow.talker);
    check_end(flow, "listener", flow.listener);
    if (flow.path.empty()) {
      check_vlan_at_ends(flow);
      check_rate(flow, std::min(fastest(flow.talker, true), fastest(flow.listener, false)), "the fastest links of its ends");
    } else {
      check_path(flow);
    }
  }

  void check_end(const TsnFlow& flow, std::string_view field, Id<NetworkNode> node) {
    if (nodes_[node.index()].kind == NodeKind::splitter) {
      report(flow, field, fmt::format("found {} (splitter), expected a device that sends and receives frames", name(node)));
    }
  }

  /// Of a node's links towards the rest of the network, or from it.
  [[nodiscard]] double fastest(Id<NetworkNode> node, bool leaving) const {
    double rate = 0.0;
    for (const std::size_t l : links_of_[node.index()]) rate = std::max(rate, rate_mbps(links_[l], (links_[l].from == node) == leaving));
    return rate;
  }

  [[nodiscard]] static double rate_mbps(const NetworkLink& link, bool outwards) {
    return outwards ? link.rate_down.value() : link.rate_up.value();
  }

  void check_vlan_at_ends(const TsnFlow& flow) {
    for (const Id<NetworkNode> end : {flow.talker, flow.listener}) {
      const auto& links = links_of_[end.index()];
      const bool carried = std::any_of(links.begin(), links.end(), [&](std::size_t l) { return carries_vlan(links_[l].vlans, flow.vlan); });
      if (!links.empty() && !carried) report(flow, "vlan", fmt::format("found {}, which no link of {} carries", flow.vlan, name(end)));
    }
  }

  void check_path(const TsnFlow& flow) {
    Id<NetworkNode> at = flow.talker;
    std::vector<Id<NetworkNode>> seen{at};
    double slowest = std::numeric_limits<double>::infinity();
    for (const Id<NetworkLink> id : flow.path) {
      if (!id.valid() || id.index() >= links_.size()) return;
      const NetworkLink& link = links_[id.index()];
      if (!known(link.from) || !known(link.to)) return;
      if (link.from != at && link.to != at) {
        report(flow, "path",
               fmt::format("comes to {}, where its link {} does not begin, expected links that hang together", name(at), link.id));
        return;
      }
      slowest = std::min(slowest, rate_mbps(link, link.from == at));
      at = link.from == at ? link.to : link.from;
      if (std::find(seen.begin(), seen.end(), at) != seen.end()) {
        report(flow, "path", fmt::format("comes to {} twice, expected each node at most once", name(at)));
        return;
      }
      seen.push_back(at);
      if (!carries_vlan(link.vlans, flow.vlan)) {
        report(flow, "vlan", fmt::format("found {}, which link {} of its path does not carry", flow.vlan, link.id));
      }
    }
    if (at != flow.listener) report(flow, "path", fmt::format("ends at {}, expected its listener {}", name(at), name(flow.listener)));
    check_rate(flow, slowest, "the slowest link of its path");
  }

  void check_rate(const TsnFlow& flow, double rate, std::string_view where) {
    if (!(rate > 0.0) || flow.period_ns <= 0) return;
    const double frame_ns = 8e3 * (std::max(flow.payload_bytes, smallest_payload_bytes) + overhead_bytes) / rate;
    if (frame_ns <= static_cast<double>(flow.period_ns)) return;
    report(flow, "period_ns",
           fmt::format("found {} ns, expected at least the {:.0f} ns that a frame takes at {} Mbit/s, {}", flow.period_ns, frame_ns, rate,
                       where));
  }

  /// Periods of scheduled flows, in the order of the table, until their common cycle is too long; the row that makes it so is reported.
  void check_cycle(const std::vector<TsnFlow>& flows) {
    std::int64_t cycle = 1;
    for (const TsnFlow& flow : flows) {
      if (flow.traffic_class != TsnClass::scheduled || flow.period_ns <= 0) continue;
      const std::int64_t factor = flow.period_ns / std::gcd(cycle, flow.period_ns);
      if (factor > longest_cycle_ns / cycle) {
        report(flow, "period_ns",
               fmt::format(
                   "found {} ns, expected a common cycle of all scheduled flows of at most 10 s; with those before it is {} times {} ns",
                   flow.period_ns, factor, cycle));
      } else {
        cycle *= factor;
      }
    }
  }

  /// A port chooses in one way for all frames of a priority, and gates of scheduled flows are shut for the others of theirs.
  void check_priorities(const std::vector<TsnFlow>& flows) {
    std::map<std::int32_t, const TsnFlow*> first;
    for (const TsnFlow& flow : flows) {
      const TsnFlow& other = *first.emplace(priority_of(flow), &flow).first->second;
      if (other.traffic_class == flow.traffic_class) continue;
      report(flow, flow.priority ? "priority" : "class",
             fmt::format("found {} with priority {}, which {} has for {}, expected one class per priority", name_of(flow.traffic_class),
                         priority_of(flow), other.id, name_of(other.traffic_class)));
    }
  }

  const std::vector<NetworkNode>& nodes_;
  const std::vector<NetworkLink>& links_;
  std::vector<std::vector<std::size_t>> links_of_;
  std::vector<TsnFlowFault> faults_;
};

}  // namespace

std::vector<TsnFlowFault> tsn_flow_faults(const Park& park) { return Check(park).faults(park.tsn_flows->records()); }

}  // namespace parktwin
