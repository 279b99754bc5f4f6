#pragma once
// What works over IPv6 alone, as the inventory stands or with some nodes taken as upgraded. A node works when it has an IPv6 address
// (passive and layer-2 kinds need none), reaches the core over links configured for IPv6 through nodes that pass IPv6, and has an IPv6 twin
// of each of its IPv4 access rules that can be compared; a link works when it is configured for IPv6 and both its ends can be reached; a
// service works when it is offered over IPv6 on a node that can be reached at an IPv6 address, its name has an AAAA record where it has an
// A record, and no client is known to call it by an IPv4 literal. Only a core router that passes IPv6 is a way out. An upgraded node has an
// address, passes IPv6, has IPv6 on all its links, its services with their names, and its access rules. It walks the one compiled network
// and knows of each of its edges whether it carries IPv6 and IPv4.
#include <optional>
#include <vector>

#include "engine/park/park.h"
#include "engine/simulators/wired/ipv6/elements.h"
#include "engine/simulators/wired/network/layered_network.h"

namespace parktwin::wired::ipv6 {

/// Passive and layer-2 kinds do their work without an address of their own. Radio units and Wi-Fi access points carry users' traffic in IP
/// tunnels and need one.
[[nodiscard]] bool works_without_address(NodeKind kind);

/// The node's IPv6 address where others can reach it there.
[[nodiscard]] std::optional<IpAddress> usable_ipv6_address(const NetworkNode& node);
[[nodiscard]] std::optional<IpAddress> usable_ipv4_address(const NetworkNode& node);

/// Why each record does not work; empty: it works.
struct Outcome {
  std::vector<bool> reached;  ///< nodes the core reaches over IPv6
  std::vector<std::optional<Failure>> nodes;
  std::vector<std::optional<Failure>> links;
  std::vector<std::optional<Failure>> services;
};

class NativeNetwork {
 public:
  /// Park and layers, which are those of the park, must outlive this.
  NativeNetwork(const Park& park, const network::LayeredNetwork& layers, bool count_passive_nodes);

  /// `upgraded`: one flag per node.
  [[nodiscard]] Outcome outcome(const std::vector<bool>& upgraded) const;
  /// Nodes, links and services that count and work.
  [[nodiscard]] std::int32_t working(const std::vector<bool>& upgraded) const;
  /// Splitters and other nodes without any address count only when asked to.
  [[nodiscard]] bool counts(std::size_t node) const { return counts_[node]; }
  [[nodiscard]] std::size_t size() const { return counts_.size(); }
  /// Whether an upgrade changes anything about the node, its links or its services. Splitters are not upgraded.
  [[nodiscard]] bool can_be_upgraded(std::size_t node) const;
  /// Per node: the starts, which are in service, reach it over links in service with IPv4 and through any node in service.
  [[nodiscard]] std::vector<bool> reached_over_ipv4(const std::vector<std::size_t>& starts) const;

 private:
  struct Link {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    bool operational = false;
    bool ipv4 = false;
    bool ipv6 = false;
  };

  [[nodiscard]] bool passes(std::size_t node, const std::vector<bool>& upgraded) const;
  [[nodiscard]] bool has_address(std::size_t node, const std::vector<bool>& upgraded) const;
  [[nodiscard]] bool is_configured(const Link& link, const std::vector<bool>& upgraded) const;
  [[nodiscard]] std::vector<bool> reached(const std::vector<bool>& upgraded) const;
  [[nodiscard]] std::optional<Failure> of_node(std::size_t node, bool reached, const std::vector<bool>& upgraded) const;
  [[nodiscard]] std::optional<Failure> of_service(const NetworkService& service, std::optional<Failure> of_node,
                                                  const std::vector<bool>& upgraded) const;

  const Table<NetworkNode>& nodes_;
  const Table<NetworkService>& services_;
  const network::LayeredNetwork& layers_;
  std::vector<Link> links_;  ///< those of the park, with no more than is walked over again and again
  std::vector<std::size_t> cores_;
  std::vector<bool> counts_;
  std::vector<bool> operational_;
  std::vector<bool> addressed_;
  std::vector<bool> addressless_;  ///< works without an address
  std::vector<bool> forwards_;
  std::vector<bool> has_link_without_ipv6_;
  std::vector<bool> lacks_twins_;
  std::vector<bool> named_over_ipv4_;  ///< by service: no AAAA record or an IPv4 literal
};

}  // namespace parktwin::wired::ipv6
