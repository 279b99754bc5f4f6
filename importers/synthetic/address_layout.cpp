#include "importers/synthetic/address_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/core/check.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr const char* domain = "lanting.example";  // RFC 2606
constexpr std::size_t enterprises_per_early_prefix = 15;
constexpr std::size_t first_early_prefix = 0x80;
constexpr const char* all_functions = "icmpv6 neighbour_discovery path_mtu_discovery any_prefix_length";

struct KindSegment {
  NodeKind kind;
  const char* name;
};

constexpr KindSegment kind_segments[] = {{NodeKind::core_router, "Core routers"},
                                         {NodeKind::aggregation_switch, "Aggregation switches"},
                                         {NodeKind::access_switch, "Access switches"},
                                         {NodeKind::tsn_switch, "Industrial switches"},
                                         {NodeKind::optical_line_terminal, "Line terminals"},
                                         {NodeKind::optical_network_unit, "Network units"},
                                         {NodeKind::firewall, "Firewalls"},
                                         {NodeKind::edge_server, "Edge servers"},
                                         {NodeKind::server, "Servers"},
                                         {NodeKind::radio_unit, "Radio units"},
                                         {NodeKind::wifi_access_point, "Wi-Fi access points"},
                                         {NodeKind::end_station, "End stations"}};

/// Host name, and what clients are configured to call: {4} stands for the server's IPv4 address, {n} for its name.
struct NamePlan {
  const char* service;
  const char* host;
  bool aaaa_record;
  const char* endpoints;
};

constexpr NamePlan name_plans[] = {{"Domain name service", "ns", true, "{n}:53"},
                                   {"Time service", "time", true, "{n}:123 {4}:123"},
                                   {"Park industrial internet platform", "platform", true, "https://{n}"},
                                   {"Cloud portal", "cloud", true, "https://{n}"},
                                   {"Video security", "video", false, "rtsp://{4}:554"},
                                   {"Identifier resolution secondary node", "id", true, "{n}:3001"},
                                   {"Energy and carbon platform", "energy", false, "https://{n}"},
                                   {"Network management", "operations", true, ""}};

struct RulePlan {
  RuleAction action;
  const char* service;
  const char* protocol;
  const char* ports;
  bool twin_on_second;  ///< the second firewall has the IPv6 rule too
};

constexpr RulePlan rule_plans[] = {{RuleAction::permit, "Domain name service", "udp", "53", true},
                                   {RuleAction::permit, "Park industrial internet platform", "tcp", "443", true},
                                   {RuleAction::permit, "Cloud portal", "tcp", "443", true},
                                   {RuleAction::permit, "Identifier resolution secondary node", "tcp", "3001", false},
                                   {RuleAction::deny, "Network management", "tcp", "22", false}};

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
  return text;
}

class Register {
 public:
  explicit Register(NetworkDraft& network) : network_(network) {}

  [[nodiscard]] AddressTables fill() {
    list_prefixes();
    name_services();
    write_rules();
    describe_routers();
    return std::move(tables_);
  }

 private:
  Id<AddressPrefix> add_prefix(const std::string& name, const std::string& prefix, PrefixKind kind, Id<AddressPrefix> parent = {},
                               Id<Enterprise> enterprise = {}) {
    tables_.prefixes.push_back({numbered("AP", tables_.prefixes.size() + 1), name, prefix, kind, parent, enterprise});
    return Id<AddressPrefix>(tables_.prefixes.size() - 1);
  }

  /// As NetworkDraft::add_node gives addresses: one /64 per kind.
  void list_prefixes() {
    const auto park = add_prefix("Park", "2001:db8:5ee::/48", PrefixKind::park);
    add_prefix("Private IPv4", "10.0.0.0/8", PrefixKind::park);
    const auto shared = add_prefix("Park network", "2001:db8:5ee::/56", PrefixKind::infrastructure, park);
    for (const KindSegment& segment : kind_segments) {
      const auto has_kind = [&segment](const NetworkNode& node) { return node.kind == segment.kind; };
      if (std::none_of(network_.nodes().begin(), network_.nodes().end(), has_kind)) continue;
      add_prefix(segment.name, fmt::format("2001:db8:5ee:{:x}::/64", 1 + static_cast<int>(segment.kind)), PrefixKind::segment, shared);
    }
    add_prefix("Camera pilot", "2001:db8:5ee:8::/61", PrefixKind::segment, shared);
    add_prefix("Building control, set up by its supplier", "fd00:0:10:1::/64", PrefixKind::segment);
    const std::size_t enterprises = network_.draft().enterprises.size();
    for (std::size_t e = 0; e < enterprises; e += enterprises_per_early_prefix) {
      add_prefix("", fmt::format("2001:db8:5ee:{:x}00::/56", first_early_prefix + e / enterprises_per_early_prefix), PrefixKind::enterprise,
                 park, Id<Enterprise>(e));
    }
  }

  void name_services() {
    for (const NamePlan& plan : name_plans) {
      NetworkService& service = service_named(plan.service);
      const NetworkNode& server = network_.node(service.node);
      service.dns_name = fmt::format("{}.{}", plan.host, domain);
      service.a_record = server.ipv4_address;
      if (plan.aaaa_record) service.aaaa_record = server.ipv6_address;
      service.endpoints = replaced(replaced(plan.endpoints, "{n}", service.dns_name), "{4}", server.ipv4_address);
    }
  }

  NetworkService& service_named(const char* name) {
    const auto found = std::find_if(network_.services.begin(), network_.services.end(),
                                    [name](const NetworkService& service) { return service.name == name; });
    PARKTWIN_CHECK(found != network_.services.end(), "a service that the core does not host");
    return *found;
  }

  void add_rule(Id<NetworkNode> node, IpFamily family, RuleAction action, const std::string& source, const std::string& destination,
                const char* protocol, const char* ports) {
    tables_.rules.push_back({numbered("AR", tables_.rules.size() + 1), node, family, action, source, destination, protocol, ports});
  }

  void write_rules() {
    const std::vector<Id<NetworkNode>> firewalls = nodes_of(NodeKind::firewall);
    for (std::size_t i = 0; i < firewalls.size(); ++i) {
      for (const RulePlan& plan : rule_plans) {
        const NetworkNode& server = network_.node(service_named(plan.service).node);
        add_rule(firewalls[i], IpFamily::ipv4, plan.action, "any", server.ipv4_address, plan.protocol, plan.ports);
        if (i == 0 || plan.twin_on_second) {
          add_rule(firewalls[i], IpFamily::ipv6, plan.action, "any", server.ipv6_address, plan.protocol, plan.ports);
        }
      }
      // Whom a prefix outside the park stands for, the inventory does not say.
      const NetworkNode& platform = network_.node(service_named("Park industrial internet platform").node);
      add_rule(firewalls[i], IpFamily::ipv4, RuleAction::permit, "203.0.113.0/24", platform.ipv4_address, "tcp", "8443");
    }
  }

  [[nodiscard]] std::vector<Id<NetworkNode>> nodes_of(NodeKind kind) {
    std::vector<Id<NetworkNode>> found;
    for (std::size_t i = 0; i < network_.nodes().size(); ++i) {
      if (network_.nodes()[i].kind == kind) found.emplace_back(i);
    }
    return found;
  }

  void describe_routers() {
    for (const auto router : nodes_of(NodeKind::core_router)) network_.node(router).ipv6_functions = all_functions;
    NetworkNode& firewall = network_.node(nodes_of(NodeKind::firewall).front());
    firewall.ipv6_functions = "icmpv6 neighbour_discovery any_prefix_length";
    firewall.nat64_prefix = "64:ff9b::/96";  // the well-known prefix of RFC 6052
  }

  NetworkDraft& network_;
  AddressTables tables_;
};

}  // namespace

AddressTables register_addresses(NetworkDraft& network) { return Register(network).fill(); }

}  // namespace parktwin::importers::synthetic
