#pragma once
// What an IPv6 audit counts (nodes, links, services, enterprises) and why one of them does not work.
#include <array>
#include <string>

#include "engine/core/describe.h"

namespace parktwin::wired::ipv6 {

enum class Element { node, link, service, enterprise };

constexpr auto names_of(Element) {
  return std::to_array<EnumName<Element>>(
      {{Element::node, "node"}, {Element::link, "link"}, {Element::service, "service"}, {Element::enterprise, "enterprise"}});
}

enum class Failure { no_ipv6_address, not_configured, not_reachable, out_of_service, no_aaaa_record, ipv4_literal, rule_without_twin };

constexpr auto names_of(Failure) {
  return std::to_array<EnumName<Failure>>({{Failure::no_ipv6_address, "no_ipv6_address"},
                                           {Failure::not_configured, "not_configured"},
                                           {Failure::not_reachable, "not_reachable"},
                                           {Failure::out_of_service, "out_of_service"},
                                           {Failure::no_aaaa_record, "no_aaaa_record"},
                                           {Failure::ipv4_literal, "ipv4_literal"},
                                           {Failure::rule_without_twin, "rule_without_twin"}});
}

/// Something that stops working without IPv4.
struct Failing {
  Element element = Element::node;
  std::string id;
  Failure reason = Failure::not_reachable;

  friend bool operator==(const Failing&, const Failing&) = default;
};

template <class Visitor, DescribedAs<Failing> Self>
void describe(Visitor&& visit, Self& failing) {
  visit(Field{"element", "", "node, link, service or enterprise"}, failing.element);
  visit(Field{"id", "", "its id"}, failing.id);
  visit(Field{"reason", "", "why it stops working"}, failing.reason);
}

}  // namespace parktwin::wired::ipv6
