#include "engine/simulators/wired/failures/harm.h"

#include <algorithm>

namespace parktwin::wired::failures {
namespace {

template <class T>
std::vector<T> beyond(const std::vector<T>& list, const std::vector<T>& a, const std::vector<T>& b) {
  std::vector<T> left;
  std::copy_if(list.begin(), list.end(), std::back_inserter(left), [&](const T& item) {
    return !std::binary_search(a.begin(), a.end(), item) && !std::binary_search(b.begin(), b.end(), item);
  });
  return left;
}

}  // namespace

HarmSize size_of(const Harm& harm) { return {harm.enterprises.size(), harm.services.size(), harm.sites.size(), harm.nodes.size()}; }

Harm beyond(const Harm& harm, const Harm& a, const Harm& b) {
  return {beyond(harm.enterprises, a.enterprises, b.enterprises), beyond(harm.services, a.services, b.services),
          beyond(harm.sites, a.sites, b.sites), beyond(harm.nodes, a.nodes, b.nodes)};
}

Census::Census(const Park& park, const Network& network)
    : park_(&park),
      before_(reached_from(network.graph, network.root, std::vector<std::uint8_t>(network.graph.edges.size(), 0))),
      access_nodes_(park.enterprises->size()) {
  for (std::uint32_t node = 0; node < network.root; ++node) {
    const Id<Enterprise> enterprise = park.network_nodes->records()[node].enterprise;
    if (enterprise.valid() && before_[node]) access_nodes_[enterprise.index()].push_back(node);
  }
}

Harm Census::harm(std::span<const std::uint8_t> reached) const {
  const auto lost = [&](std::size_t node) { return before_[node] && !reached[node]; };
  Harm harm;
  for (std::size_t node = 0; node < park_->network_nodes->size(); ++node) {
    if (lost(node)) harm.nodes.push_back(Id<NetworkNode>(node));
  }
  if (harm.nodes.empty()) return harm;
  for (std::size_t i = 0; i < access_nodes_.size(); ++i) {
    if (!access_nodes_[i].empty() && std::all_of(access_nodes_[i].begin(), access_nodes_[i].end(), lost)) {
      harm.enterprises.push_back(Id<Enterprise>(i));
    }
  }
  for (std::size_t i = 0; i < park_->network_services->size(); ++i) {
    if (lost(park_->network_services->records()[i].node.index())) harm.services.push_back(Id<NetworkService>(i));
  }
  for (std::size_t i = 0; i < park_->radio_sites->size(); ++i) {
    const Id<NetworkNode> backhaul = park_->radio_sites->records()[i].backhaul;
    if (backhaul.valid() && lost(backhaul.index())) harm.sites.push_back(Id<RadioSite>(i));
  }
  return harm;
}

}  // namespace parktwin::wired::failures
