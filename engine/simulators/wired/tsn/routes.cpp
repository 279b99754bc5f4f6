#include "engine/simulators/wired/tsn/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <limits>

#include "engine/park/vlan_list.h"

namespace parktwin::wired::tsn {
namespace {

constexpr std::int64_t per_hop = std::int64_t{1} << 42U;  // more than any delay in nanoseconds
constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();
constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// Unit flows of least cost on the network with each node split in an entrance and an exit, joined by an arc for one path.
class Search {
 public:
  Search(const Park& park, const Ethernet& ethernet, const TsnFlow& flow) : park_(park), ethernet_(ethernet), flow_(flow) {}

  /// Up to `count` paths that share neither links nor nodes but their ends, and avoid what is barred.
  [[nodiscard]] std::vector<Path> paths(std::size_t talker, std::size_t listener, std::size_t count, const std::vector<char>& barred_node,
                                        const std::vector<char>& barred_link) {
    build(talker, listener, barred_node, barred_link);
    std::size_t found = 0;
    while (found < count && augment(2 * talker + 1, 2 * listener)) ++found;
    std::vector<Path> made;
    for (std::size_t i = 0; i < found; ++i) made.push_back(walk(talker, listener));
    std::stable_sort(made.begin(), made.end(), [&](const Path& a, const Path& b) { return cost_of(a) < cost_of(b); });
    return made;
  }

  [[nodiscard]] bool usable(std::size_t link) const { return carries_vlan(ethernet_.vlans[link], flow_.vlan); }
  [[nodiscard]] bool hands_on(std::size_t node) const { return forwards(park_.network_nodes->records()[node].kind, flow_.traffic_class); }

 private:
  struct Arc {
    std::size_t from = 0;
    std::size_t to = 0;
    std::int64_t cost = 0;
    bool left = true;  ///< one path may go along
    std::size_t link = none;
  };

  [[nodiscard]] std::int64_t cost(std::size_t link) const {
    const Link& l = ethernet_.network.links[link];
    return per_hop + frame_time_ns(flow_.payload_bytes, l.rate_bit_s) + l.propagation_ns + ethernet_.network.forwarding_ns[l.to];
  }
  [[nodiscard]] std::int64_t cost_of(const Path& path) const {
    std::int64_t sum = 0;
    for (const std::size_t link : path) sum += cost(link);
    return sum;
  }

  void add(std::size_t from, std::size_t to, std::int64_t cost, std::size_t link) {
    arcs_of_[from].push_back(arcs_.size());
    arcs_.push_back({from, to, cost, true, link});
    arcs_of_[to].push_back(arcs_.size());
    arcs_.push_back({to, from, -cost, false, link});
  }

  void build(std::size_t talker, std::size_t listener, const std::vector<char>& barred_node, const std::vector<char>& barred_link) {
    arcs_.clear();
    arcs_of_.assign(2 * ethernet_.leaving.size(), {});
    for (std::size_t node = 0; node < ethernet_.leaving.size(); ++node) {
      if (barred_node[node] != 0) continue;
      const bool end = node == talker || node == listener;
      if (!end && !hands_on(node)) continue;
      if (!end) add(2 * node, 2 * node + 1, 0, none);
      if (node == listener) continue;
      for (const std::size_t link : ethernet_.leaving[node]) {
        const std::size_t to = ethernet_.network.links[link].to;
        if (usable(link) && barred_link[link / 2] == 0 && barred_node[to] == 0 && to != talker) add(2 * node + 1, 2 * to, cost(link), link);
      }
    }
  }

  /// Sends one path more along the cheapest way that is left (label correcting: arcs of paths sent back cost less than nothing).
  bool augment(std::size_t source, std::size_t sink) {
    std::vector<std::int64_t> distance(arcs_of_.size(), far);
    std::vector<std::size_t> by(arcs_of_.size(), none);
    std::vector<char> queued(arcs_of_.size(), 0);
    std::deque<std::size_t> queue{source};
    distance[source] = 0;
    while (!queue.empty()) {
      const std::size_t at = queue.front();
      queue.pop_front();
      queued[at] = 0;
      for (const std::size_t a : arcs_of_[at]) {
        const Arc& arc = arcs_[a];
        if (!arc.left || distance[at] + arc.cost >= distance[arc.to]) continue;
        distance[arc.to] = distance[at] + arc.cost;
        by[arc.to] = a;
        if (queued[arc.to] == 0) queue.push_back(arc.to);
        queued[arc.to] = 1;
      }
    }
    if (distance[sink] == far) return false;
    for (std::size_t at = sink; at != source; at = arcs_[by[at]].from) {
      arcs_[by[at]].left = false;
      arcs_[by[at] ^ 1U].left = true;
    }
    return true;
  }

  /// Takes one of the paths sent out of the network again.
  Path walk(std::size_t talker, std::size_t listener) {
    Path path;
    for (std::size_t at = 2 * talker + 1; at != 2 * listener;) {
      const auto& arcs = arcs_of_[at];
      const auto taken = std::find_if(arcs.begin(), arcs.end(), [&](std::size_t a) { return a % 2 == 0 && !arcs_[a].left; });
      arcs_[*taken].left = true;
      if (arcs_[*taken].link != none) path.push_back(arcs_[*taken].link);
      at = arcs_[*taken].to;
    }
    return path;
  }

  const Park& park_;
  const Ethernet& ethernet_;
  const TsnFlow& flow_;
  std::vector<Arc> arcs_;  ///< each followed by its reverse
  std::vector<std::vector<std::size_t>> arcs_of_;
};

/// The only link over which a node can send, when the node behind it hands frames on; arriving links pair with them.
std::size_t single_link(const Search& search, const Ethernet& ethernet, std::size_t node) {
  std::size_t only = none;
  for (const std::size_t link : ethernet.leaving[node]) {
    if (!search.usable(link)) continue;
    if (only != none) return none;
    only = link;
  }
  return only != none && search.hands_on(ethernet.network.links[only].to) ? only : none;
}

std::string no_way(const Park& park, const TsnFlow& flow) {
  const auto& nodes = *park.network_nodes;
  return fmt::format("no working way from {} to {} over links with VLAN {} and switches for {}", nodes[flow.talker].id,
                     nodes[flow.listener].id, flow.vlan, name_of(flow.traffic_class));
}

/// The path of the table in directed links, or why it cannot be taken.
Routes given_path(const Park& park, const Ethernet& ethernet, const TsnFlow& flow) {
  Routes made;
  Path path;
  std::size_t at = flow.talker.index();
  for (const Id<NetworkLink> id : flow.path) {
    const NetworkLink& link = (*park.network_links)[id];
    if (made.reason = outage_of(park, link); !made.reason.empty()) return made;
    if (at != flow.talker.index() && !forwards(park.network_nodes->records()[at].kind, flow.traffic_class)) {
      made.reason = fmt::format("node {} ({}) on its path does not hand on frames of class {}", park.network_nodes->records()[at].id,
                                name_of(park.network_nodes->records()[at].kind), name_of(flow.traffic_class));
      return made;
    }
    path.push_back(2 * id.index() + (link.from.index() == at ? 0 : 1));
    at = ethernet.network.links[path.back()].to;
  }
  made.paths.push_back(std::move(path));
  return made;
}

/// A second path that avoids the first but for links and switches that an end cannot do without.
void add_second(Search& search, const Ethernet& ethernet, const TsnFlow& flow, Routes& made) {
  const Path first = made.paths.front();
  std::vector<char> barred_node(ethernet.leaving.size(), 0);
  std::vector<char> barred_link(ethernet.vlans.size() / 2, 0);
  for (const std::size_t link : first) {
    barred_link[link / 2] = 1;
    barred_node[ethernet.network.links[link].to] = 1;
  }
  const std::size_t out = single_link(search, ethernet, flow.talker.index());
  const std::size_t in = single_link(search, ethernet, flow.listener.index());
  const std::size_t from = out == none ? flow.talker.index() : ethernet.network.links[out].to;
  const std::size_t to = in == none ? flow.listener.index() : ethernet.network.links[in].to;
  barred_node[from] = barred_node[to] = 0;
  if (from == to) return;
  for (Path path : search.paths(from, to, 1, barred_node, barred_link)) {
    if (out != none) path.insert(path.begin(), out);
    if (in != none) path.push_back(in ^ 1U);
    made.paths.push_back(std::move(path));
  }
}

/// Both paths at once.
std::vector<Path> pair_of(Search& search, const Ethernet& ethernet, const TsnFlow& flow) {
  const std::vector<char> no_nodes(ethernet.leaving.size(), 0);
  const std::vector<char> no_links(ethernet.vlans.size() / 2, 0);
  const std::size_t out = single_link(search, ethernet, flow.talker.index());
  const std::size_t in = single_link(search, ethernet, flow.listener.index());
  const std::size_t from = out == none ? flow.talker.index() : ethernet.network.links[out].to;
  const std::size_t to = in == none ? flow.listener.index() : ethernet.network.links[in].to;
  if (from == to || from == flow.listener.index() || to == flow.talker.index()) return {};
  auto paths = search.paths(from, to, 2, no_nodes, no_links);
  for (Path& path : paths) {
    if (out != none) path.insert(path.begin(), out);
    if (in != none) path.push_back(in ^ 1U);
  }
  return paths;
}

}  // namespace

Routes routes_of(const Park& park, const Ethernet& ethernet, const TsnFlow& flow) {
  Search search(park, ethernet, flow);
  Routes made;
  if (!flow.path.empty()) {
    made = given_path(park, ethernet, flow);
    if (flow.redundant && !made.paths.empty()) add_second(search, ethernet, flow, made);
  } else {
    if (flow.redundant) made.paths = pair_of(search, ethernet, flow);
    if (made.paths.size() < 2) {
      const std::vector<char> no_nodes(ethernet.leaving.size(), 0);
      const std::vector<char> no_links(ethernet.vlans.size() / 2, 0);
      made.paths = search.paths(flow.talker.index(), flow.listener.index(), 1, no_nodes, no_links);
    }
    if (made.paths.empty()) made.reason = no_way(park, flow);
  }
  if (flow.redundant && made.paths.size() == 1) made.reason = "no second way without a common link or switch";
  return made;
}

}  // namespace parktwin::wired::tsn
