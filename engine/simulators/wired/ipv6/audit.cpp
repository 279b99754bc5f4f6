#include "engine/simulators/wired/ipv6/audit.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/simulators/wired/ipv6/prefix_audit.h"
#include "engine/simulators/wired/ipv6/rule_twins.h"
#include "engine/simulators/wired/ipv6/service_names.h"

namespace parktwin::wired::ipv6 {
namespace {

constexpr const char* services_table = "network_services";

class Auditor {
 public:
  Auditor(const Park& park, const Outcome& native, const std::vector<bool>& translated)
      : park_(park), native_(native), translated_(translated) {}

  [[nodiscard]] Audit audit() {
    look_at_names();
    look_at_literals();
    look_at_translation();
    look_at_rules();
    look_at_prefixes();
    look_at_routers();
    write_notes();
    return std::move(audit_);
  }

 private:
  void find(AuditTopic topic, std::string table, std::string id, std::string text) {
    audit_.findings.push_back({topic, std::move(table), std::move(id), std::move(text)});
  }

  /// Records with several findings count once.
  void close(AuditTopic topic, std::int32_t examined, std::int32_t not_in_inventory) {
    std::set<std::pair<std::string, std::string>> records;
    for (const AuditFinding& finding : audit_.findings) {
      if (finding.topic == topic) records.emplace(finding.table, finding.id);
    }
    const auto findings = static_cast<std::int32_t>(records.size());
    const AuditState state = findings > 0           ? AuditState::findings
                             : examined == 0        ? AuditState::not_in_inventory
                             : not_in_inventory > 0 ? AuditState::partly_known
                                                    : AuditState::clean;
    audit_.topics.push_back({topic, state, examined, findings, not_in_inventory});
  }

  void look_at_names() {
    std::set<IpAddress> known;
    for (const NetworkNode& node : *park_.network_nodes) {
      if (const auto address = parse_interface_address(node.ipv6_address)) known.insert(*address);
    }
    std::int32_t examined = 0;
    for (const NetworkService& service : *park_.network_services) {
      if (!knows_name(service)) continue;
      ++examined;
      if (lacks_aaaa_record(service)) {
        find(AuditTopic::aaaa_records, services_table, service.id,
             fmt::format("{} has an A record ({}) and no AAAA record.", name_of_service(service), service.a_record));
      } else if (service.a_record.empty() && service.aaaa_record.empty()) {
        find(AuditTopic::aaaa_records, services_table, service.id, fmt::format("{} has no record at all.", name_of_service(service)));
      }
      for (const std::string& record : space_separated(service.aaaa_record)) {
        const auto address = parse_ip_address(record);
        if (address && !known.contains(*address)) {
          find(AuditTopic::aaaa_records, services_table, service.id, fmt::format("AAAA record {} is the address of no node.", record));
        }
      }
    }
    close(AuditTopic::aaaa_records, examined, static_cast<std::int32_t>(park_.network_services->size()) - examined);
  }

  static std::string name_of_service(const NetworkService& service) { return service.dns_name.empty() ? "Its name" : service.dns_name; }

  void look_at_literals() {
    std::int32_t examined = 0;
    for (const NetworkService& service : *park_.network_services) {
      if (service.endpoints.empty()) continue;
      ++examined;
      for (const std::string& literal : ipv4_literals(service)) {
        find(AuditTopic::ipv4_literals, services_table, service.id, fmt::format("Clients call it by the IPv4 literal {}.", literal));
      }
    }
    close(AuditTopic::ipv4_literals, examined, static_cast<std::int32_t>(park_.network_services->size()) - examined);
  }

  /// Without a translator in the inventory nothing is known about those that do not work over IPv6 itself.
  void look_at_translation() {
    const bool translator = std::any_of(park_.network_nodes->begin(), park_.network_nodes->end(),
                                        [](const NetworkNode& node) { return !node.nat64_prefix.empty(); });
    std::int32_t unknown = 0;
    for (std::size_t i = 0; i < translated_.size(); ++i) {
      if (translated_[i]) {
        find(AuditTopic::translation, services_table, park_.network_services->records()[i].id,
             fmt::format("Over IPv6 it works by translation alone ({}).", name_of(*native_.services[i])));
      }
      unknown += native_.services[i] && !translator ? 1 : 0;
    }
    close(AuditTopic::translation, static_cast<std::int32_t>(translated_.size()) - unknown, unknown);
  }

  /// A firewall without any rule in the table is one the inventory says nothing on.
  void look_at_rules() {
    std::int32_t examined = 0;
    std::int32_t unknown = 0;
    for (const RuleParity& parity : rule_parities(park_)) {
      ++(parity.parity == Parity::not_in_inventory ? unknown : examined);
      if (parity.parity != Parity::no_twin) continue;
      const AccessRule& rule = (*park_.access_rules)[parity.rule];
      find(AuditTopic::access_rules, "access_rules", rule.id,
           fmt::format("On {}: {} {} {} to {} has no IPv6 twin.", (*park_.network_nodes)[rule.node].id, name_of(rule.action),
                       rule.protocol.empty() ? "everything" : rule.protocol, rule.source, rule.destination));
    }
    std::set<std::size_t> ruled;
    for (const AccessRule& rule : *park_.access_rules) ruled.insert(rule.node.index());
    for (std::size_t i = 0; i < park_.network_nodes->size(); ++i) {
      unknown += park_.network_nodes->records()[i].kind == NodeKind::firewall && !ruled.contains(i) ? 1 : 0;
    }
    close(AuditTopic::access_rules, examined, unknown);
  }

  void look_at_prefixes() {
    const auto take = [this](AuditTopic topic, std::vector<PrefixFinding> findings) {
      for (auto& finding : findings) find(topic, std::move(finding.table), std::move(finding.id), std::move(finding.text));
    };
    take(AuditTopic::prefix_overlaps, overlapping_prefixes(park_));
    close(AuditTopic::prefix_overlaps, static_cast<std::int32_t>(park_.address_prefixes->size()), 0);
    take(AuditTopic::prefix_sizes, prefixes_of_unusual_size(park_));
    std::int32_t sized = 0;
    for (const AddressPrefix& record : *park_.address_prefixes) {
      const auto prefix = parse_ip_prefix(record.prefix);
      const bool has_usual_size = record.kind == PrefixKind::segment || record.kind == PrefixKind::link;
      sized += prefix && prefix->family() == IpFamily::ipv6 && has_usual_size ? 1 : 0;
    }
    close(AuditTopic::prefix_sizes, sized, 0);
    std::int32_t different = 0;
    take(AuditTopic::unique_local, weak_unique_local_prefixes(park_, different));
    close(AuditTopic::unique_local, different, 0);
  }

  void look_at_routers() {
    std::int32_t examined = 0;
    std::int32_t unknown = 0;
    for (const NetworkNode& node : *park_.network_nodes) {
      const bool router = node.kind == NodeKind::core_router || node.kind == NodeKind::firewall;
      if (!router && node.ipv6_functions.empty()) continue;
      ++(node.ipv6_functions.empty() ? unknown : examined);
      if (node.ipv6_functions.empty()) continue;
      const auto words = space_separated(node.ipv6_functions);
      for (const auto& function : names_of(Ipv6Function{})) {
        if (std::find(words.begin(), words.end(), function.name) != words.end()) continue;
        find(AuditTopic::router_functions, "network_nodes", node.id,
             fmt::format("{} is not among what it supports; RFC 8504 says a router {} have it.", function.name,
                         function.value == Ipv6Function::path_mtu_discovery ? "should" : "must"));
      }
    }
    close(AuditTopic::router_functions, examined, unknown);
  }

  void write_notes() {
    std::string unknown;
    std::string found;
    for (const TopicCount& topic : audit_.topics) {
      const std::string_view name = name_of(topic.topic);
      if (topic.findings > 0) found += fmt::format("{}{} {}", found.empty() ? "" : ", ", name, topic.findings);
      if (topic.examined == 0) {
        unknown += fmt::format("{}{}", unknown.empty() ? "" : ", ", name);
      } else if (topic.not_in_inventory > 0) {
        unknown += fmt::format("{}{} of {}", unknown.empty() ? "" : ", ", name, topic.not_in_inventory);
      }
    }
    if (!found.empty()) audit_.notes.push_back({NoteKind::information, "IPv6 audit", fmt::format("Records with findings: {}.", found)});
    if (!unknown.empty()) audit_.notes.push_back({NoteKind::information, "IPv6 audit", fmt::format("Not in the inventory: {}.", unknown)});
  }

  const Park& park_;
  const Outcome& native_;
  const std::vector<bool>& translated_;
  Audit audit_;
};

}  // namespace

Audit audit_inventory(const Park& park, const Outcome& native, const std::vector<bool>& translated) {
  return Auditor(park, native, translated).audit();
}

}  // namespace parktwin::wired::ipv6
