#pragma once
// The inventory of addresses: which prefixes belong to whom, and the rules devices apply to traffic between them.
#include <array>
#include <string>

#include "engine/core/describe.h"
#include "engine/core/table.h"
#include "engine/park/ip_address.h"

namespace parktwin {

struct Enterprise;
struct NetworkNode;

enum class PrefixKind { park, area, infrastructure, enterprise, segment, link };

constexpr auto names_of(PrefixKind) {
  return std::to_array<EnumName<PrefixKind>>({{PrefixKind::park, "park"},
                                              {PrefixKind::area, "area"},
                                              {PrefixKind::infrastructure, "infrastructure"},
                                              {PrefixKind::enterprise, "enterprise"},
                                              {PrefixKind::segment, "segment"},
                                              {PrefixKind::link, "link"}});
}

/// A prefix that is in use or reserved, of either family.
struct AddressPrefix {
  std::string id;
  std::string name;
  std::string prefix;
  PrefixKind kind = PrefixKind::segment;
  Id<AddressPrefix> parent;
  Id<Enterprise> enterprise;
};

template <class Visitor, DescribedAs<AddressPrefix> Self>
void describe(Visitor&& visit, Self& prefix) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, prefix.id);
  visit(Field{"name", "", "what it is used for"}, prefix.name);
  visit(Field{.name = "prefix", .unit = "", .meaning = "IPv4 or IPv6 prefix such as 2001:db8::/48", .required = true}, prefix.prefix);
  visit(Field{.name = "kind", .unit = "", .meaning = "what it is a prefix of", .required = true}, prefix.kind);
  visit(Field{"parent", "", "prefix of this table it is taken from"}, prefix.parent);
  visit(Field{"enterprise", "", "enterprise it is given to"}, prefix.enterprise);
}

/// Functions that RFC 8504 (IPv6 node requirements) asks of a router, by the documents it names: ICMPv6 (RFC 4443), Neighbour Discovery
/// with router advertisements (RFC 4861), Path MTU Discovery (RFC 8201, "should"), forwarding on prefixes of any length (BCP 198, RFC
/// 7608).
enum class Ipv6Function { icmpv6, neighbour_discovery, path_mtu_discovery, any_prefix_length };

constexpr auto names_of(Ipv6Function) {
  return std::to_array<EnumName<Ipv6Function>>({{Ipv6Function::icmpv6, "icmpv6"},
                                                {Ipv6Function::neighbour_discovery, "neighbour_discovery"},
                                                {Ipv6Function::path_mtu_discovery, "path_mtu_discovery"},
                                                {Ipv6Function::any_prefix_length, "any_prefix_length"}});
}

enum class RuleAction { permit, deny };

constexpr auto names_of(RuleAction) {
  return std::to_array<EnumName<RuleAction>>({{RuleAction::permit, "permit"}, {RuleAction::deny, "deny"}});
}

/// A rule of an access list, for packets of one family.
struct AccessRule {
  std::string id;
  Id<NetworkNode> node;
  IpFamily family = IpFamily::ipv4;
  RuleAction action = RuleAction::permit;
  std::string source = "any";
  std::string destination = "any";
  std::string protocol;
  std::string ports;
};

template <class Visitor, DescribedAs<AccessRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, rule.id);
  visit(Field{.name = "node", .unit = "", .meaning = "network node that applies it", .required = true}, rule.node);
  visit(Field{.name = "family", .unit = "", .meaning = "ipv4 or ipv6", .required = true}, rule.family);
  visit(Field{.name = "action", .unit = "", .meaning = "permit or deny", .required = true}, rule.action);
  visit(Field{"source", "", "any, an address or a prefix of the family"}, rule.source);
  visit(Field{"destination", "", "any, an address or a prefix of the family"}, rule.destination);
  visit(Field{"protocol", "", "tcp, udp …; empty: every protocol"}, rule.protocol);
  visit(Field{"ports", "", "destination ports as the device writes them; empty: all"}, rule.ports);
}

}  // namespace parktwin
