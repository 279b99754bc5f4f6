#include "engine/simulators/wired/failures/harm.h"

#include <algorithm>
#include <bit>
#include <span>

#include "engine/core/vector_clones.h"

namespace parktwin::wired::failures {

HarmSize size_of(const Harm& harm) { return {harm.enterprises.size(), harm.services.size(), harm.sites.size(), harm.nodes.size()}; }

Census::Census(const LayeredNetwork& network)
    : network_(network),
      access_nodes_(network.nodes_of_enterprise.size()),
      only_access_of_(network.root, none),
      first_access_of_(network.root, none),
      only_accesses_(network.graph.size()),
      first_accesses_(network.graph.size()),
      with_users_(network.graph.size()) {
  const auto reached = reached_from(network.graph, network.root, std::vector<std::uint8_t>(network.graph.edges.size(), 0));
  for (std::uint32_t enterprise = 0; enterprise < access_nodes_.size(); ++enterprise) {
    auto& nodes = access_nodes_[enterprise];
    for (const std::uint32_t node : network.nodes_of_enterprise[enterprise]) {
      if (reached[node]) nodes.push_back(node);
    }
    if (nodes.size() == 1) {
      only_access_of_[nodes.front()] = enterprise;
      only_accesses_.insert(nodes.front());
    }
    if (nodes.size() > 1) {
      first_access_of_[nodes.front()] = enterprise;
      first_accesses_.insert(nodes.front());
    }
  }
  for (std::uint32_t node = 0; node < network.root; ++node) {
    if (!network.services_of_node[node].empty() || !network.sites_of_node[node].empty()) with_users_.insert(node);
  }
}

template <class Visit>
void Census::for_each_enterprise_beyond(const NodeSet& together, const NodeSet& a, const NodeSet& b, Visit visit) const {
  const auto look_at = [&](std::uint32_t enterprise) {
    bool lost = true;
    bool lost_to_a = true;
    bool lost_to_b = true;
    for (const std::uint32_t node : access_nodes_[enterprise]) {
      const bool in_a = a.contains(node);
      const bool in_b = b.contains(node);
      lost = in_a || in_b || together.contains(node);
      if (!lost) break;
      lost_to_a = lost_to_a && in_a;
      lost_to_b = lost_to_b && in_b;
    }
    if (lost && !lost_to_a && !lost_to_b) visit(enterprise);
  };
  const std::vector<std::uint64_t>& firsts = first_accesses_.words();
  for (std::size_t i = 0; i < firsts.size(); ++i) {  // who keeps its first access node is not lost
    for (std::uint64_t gone = firsts[i] & (together.words()[i] | a.words()[i] | b.words()[i]); gone != 0; gone &= gone - 1)
      look_at(first_access_of_[i * 64 + static_cast<std::size_t>(std::countr_zero(gone))]);
  }
}

Harm Census::harm(const NodeSet& lost) const {
  const NodeSet nothing(network_.graph.size());
  return harm_beyond(lost, nothing, nothing);
}

Harm Census::harm_beyond(const NodeSet& together, const NodeSet& a, const NodeSet& b) const {
  NodeSet left = together;
  left.remove(a);
  left.remove(b);
  Harm harm;
  harm.nodes.reserve(left.count());
  left.for_each([&](std::uint32_t node) {
    harm.nodes.emplace_back(node);
    if (only_access_of_[node] != none) harm.enterprises.emplace_back(only_access_of_[node]);
    for (const std::uint32_t service : network_.services_of_node[node]) harm.services.emplace_back(service);
    for (const std::uint32_t site : network_.sites_of_node[node]) harm.sites.emplace_back(site);
  });
  for_each_enterprise_beyond(together, a, b, [&](std::uint32_t enterprise) { harm.enterprises.emplace_back(enterprise); });
  std::sort(harm.enterprises.begin(), harm.enterprises.end());
  std::sort(harm.services.begin(), harm.services.end());
  std::sort(harm.sites.begin(), harm.sites.end());
  return harm;
}

// In clones: counting bits is one instruction where the processor has it.
PARKTWIN_VECTOR_CLONES
HarmSize Census::size_beyond(const NodeSet& together, const NodeSet& a, const NodeSet& b) const {
  HarmSize size;
  const std::span<const std::uint64_t> of_a = a.words();
  const std::span<const std::uint64_t> of_b = b.words();
  const std::span<const std::uint64_t> of_both = together.words();
  for (std::size_t i = 0; i < of_both.size(); ++i) {
    const std::uint64_t left = of_both[i] & ~of_a[i] & ~of_b[i];
    if (left == 0) continue;
    size.nodes += static_cast<std::size_t>(std::popcount(left));
    size.enterprises += static_cast<std::size_t>(std::popcount(left & only_accesses_.words()[i]));
    for (std::uint64_t users = left & with_users_.words()[i]; users != 0; users &= users - 1) {
      const std::size_t node = i * 64 + static_cast<std::size_t>(std::countr_zero(users));
      size.services += network_.services_of_node[node].size();
      size.sites += network_.sites_of_node[node].size();
    }
  }
  for_each_enterprise_beyond(together, a, b, [&](std::uint32_t) { ++size.enterprises; });
  return size;
}

}  // namespace parktwin::wired::failures
