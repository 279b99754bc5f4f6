#include "engine/park/address_faults.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

namespace parktwin {
namespace {

constexpr std::string_view nodes_table = "network_nodes";
constexpr std::string_view services_table = "network_services";
constexpr std::string_view prefixes_table = "address_prefixes";
constexpr std::string_view rules_table = "access_rules";

std::string_view family_name(IpFamily family) { return family == IpFamily::ipv4 ? "IPv4" : "IPv6"; }

std::string_view example_address(IpFamily family) { return family == IpFamily::ipv4 ? "192.0.2.1" : "2001:db8::1"; }

std::string not_an_address(const std::string& text, IpFamily family) {
  return fmt::format("found \"{}\", expected an {} address such as {}", text, family_name(family), example_address(family));
}

/// Prefixes of one family that lie in no other one, in order: an address lies in the last that begins at or before it, or in none.
class OuterPrefixes {
 public:
  explicit OuterPrefixes(std::vector<IpPrefix> prefixes) {
    std::sort(prefixes.begin(), prefixes.end());
    for (const IpPrefix& prefix : prefixes) {
      if (outer_.empty() || !contains(outer_.back(), prefix)) outer_.push_back(prefix);
    }
  }
  [[nodiscard]] bool empty() const { return outer_.empty(); }
  [[nodiscard]] bool hold(const IpAddress& address) const {
    const auto after = std::upper_bound(outer_.begin(), outer_.end(), address,
                                        [](const IpAddress& wanted, const IpPrefix& prefix) { return wanted < prefix.address; });
    return after != outer_.begin() && contains(*std::prev(after), address);
  }

 private:
  std::vector<IpPrefix> outer_;
};

class Check {
 public:
  explicit Check(const Park& park) : park_(park) {}

  [[nodiscard]] std::vector<AddressFault> faults() {
    for (const AddressPrefix& prefix : *park_.address_prefixes) check_prefix(prefix);
    const std::map<IpFamily, OuterPrefixes> outer{{IpFamily::ipv4, OuterPrefixes(sound_prefixes(IpFamily::ipv4))},
                                                  {IpFamily::ipv6, OuterPrefixes(sound_prefixes(IpFamily::ipv6))}};
    for (const NetworkNode& node : *park_.network_nodes) {
      check_interface(node, "ipv4_address", node.ipv4_address, IpFamily::ipv4, outer.at(IpFamily::ipv4));
      check_interface(node, "ipv6_address", node.ipv6_address, IpFamily::ipv6, outer.at(IpFamily::ipv6));
      check_translation(node);
      check_functions(node);
    }
    for (const NetworkService& service : *park_.network_services) {
      check_record(service.id, "a_record", service.a_record, IpFamily::ipv4);
      check_record(service.id, "aaaa_record", service.aaaa_record, IpFamily::ipv6);
    }
    for (const AccessRule& rule : *park_.access_rules) {
      check_endpoint(rule, "source", rule.source);
      check_endpoint(rule, "destination", rule.destination);
    }
    return std::move(faults_);
  }

 private:
  void report(std::string_view table, const std::string& record, std::string_view field, std::string message) {
    faults_.push_back({table, record, field, std::move(message)});
  }

  /// Reports what makes the text no prefix.
  std::optional<IpPrefix> prefix_of(std::string_view table, const std::string& record, std::string_view field, const std::string& text) {
    const auto prefix = parse_ip_prefix(text);
    if (!prefix) {
      report(table, record, field, fmt::format("found \"{}\", expected a prefix such as 2001:db8::/48 or 192.0.2.0/24", text));
      return std::nullopt;
    }
    if (prefix->network() == *prefix) return prefix;
    report(table, record, field, fmt::format("found {}, expected {}: bits beyond the length are set", text, to_text(prefix->network())));
    return std::nullopt;
  }

  void check_prefix(const AddressPrefix& record) {
    if (record.prefix.empty()) return;  // reported as empty already
    const auto prefix = prefix_of(prefixes_table, record.id, "prefix", record.prefix);
    if (!prefix || !record.parent.valid() || record.parent.index() >= park_.address_prefixes->size()) return;
    const AddressPrefix& above = (*park_.address_prefixes)[record.parent];
    const auto parent = parse_ip_prefix(above.prefix);
    if (!parent || (contains(*parent, *prefix) && parent->length < prefix->length)) return;
    report(prefixes_table, record.id, "prefix",
           fmt::format("found {}, expected a prefix inside its parent {} ({})", record.prefix, above.id, above.prefix));
  }

  [[nodiscard]] std::vector<IpPrefix> sound_prefixes(IpFamily family) const {
    std::vector<IpPrefix> sound;
    for (const AddressPrefix& record : *park_.address_prefixes) {
      const auto prefix = parse_ip_prefix(record.prefix);
      if (prefix && prefix->family() == family) sound.push_back(prefix->network());
    }
    return sound;
  }

  void check_interface(const NetworkNode& node, std::string_view field, const std::string& text, IpFamily family,
                       const OuterPrefixes& outer) {
    if (text.empty()) return;
    const auto address = parse_interface_address(text);
    if (!address || address->family != family) {
      report(nodes_table, node.id, field, not_an_address(text, family));
      return;
    }
    if (is_link_local(*address)) return;
    if (const auto [owner, first] = owners_.emplace(*address, &node); !first) {
      report(nodes_table, node.id, field, fmt::format("found {}, the address of {} too, expected one of its own", text, owner->second->id));
    }
    if (!outer.empty() && !outer.hold(*address)) {
      report(nodes_table, node.id, field,
             fmt::format("found {}, expected an address in one of the {} prefixes of address_prefixes", text, family_name(family)));
    }
  }

  void check_translation(const NetworkNode& node) {
    if (node.nat64_prefix.empty()) return;
    const auto prefix = prefix_of(nodes_table, node.id, "nat64_prefix", node.nat64_prefix);
    if (!prefix) return;
    constexpr std::array lengths{32, 40, 48, 56, 64, 96};  // RFC 6052 section 2.2
    if (prefix->family() == IpFamily::ipv6 && std::find(lengths.begin(), lengths.end(), prefix->length) != lengths.end()) return;
    report(nodes_table, node.id, "nat64_prefix",
           fmt::format("found {}, expected an IPv6 prefix of 32, 40, 48, 56, 64 or 96 bits", node.nat64_prefix));
  }

  void check_functions(const NetworkNode& node) {
    for (const std::string& word : space_separated(node.ipv6_functions)) {
      if (parse_enum<Ipv6Function>(word)) continue;
      std::string expected;
      for (const auto& entry : names_of(Ipv6Function{})) expected += fmt::format("{}{}", expected.empty() ? "" : ", ", entry.name);
      report(nodes_table, node.id, "ipv6_functions", fmt::format("found \"{}\", expected some of {}", word, expected));
    }
  }

  void check_record(const std::string& service, std::string_view field, const std::string& text, IpFamily family) {
    for (const std::string& word : space_separated(text)) {
      const auto address = parse_ip_address(word);
      if (!address || address->family != family) report(services_table, service, field, not_an_address(word, family));
    }
  }

  void check_endpoint(const AccessRule& rule, std::string_view field, const std::string& text) {
    if (text == "any") return;
    const bool single = text.find('/') == std::string::npos;
    std::optional<IpFamily> family;
    if (single) {
      if (const auto address = parse_ip_address(text)) family = address->family;
    } else if (const auto prefix = prefix_of(rules_table, rule.id, field, text)) {
      family = prefix->family();
    } else {
      return;
    }
    if (family == rule.family) return;
    report(rules_table, rule.id, field,
           fmt::format("found \"{}\", expected any, or an {} address or prefix", text, family_name(rule.family)));
  }

  const Park& park_;
  std::map<IpAddress, const NetworkNode*> owners_;
  std::vector<AddressFault> faults_;
};

}  // namespace

std::vector<AddressFault> address_faults(const Park& park) { return Check(park).faults(); }

}  // namespace parktwin
