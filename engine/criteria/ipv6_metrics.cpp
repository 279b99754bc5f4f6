#include "engine/criteria/ipv6_metrics.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/criteria/where.h"

namespace parktwin::criteria {
namespace {

using wired::ipv6::Element;
using wired::ipv6::Failing;
using wired::ipv6::Failure;

Text reason(Failure failure) {
  switch (failure) {
    case Failure::no_ipv6_address:
      return {"no IPv6 address", "没有 IPv6 地址"};
    case Failure::not_configured:
      return {"not configured for IPv6", "未配置 IPv6"};
    case Failure::not_reachable:
      return {"not reachable over IPv6", "IPv6 不可达"};
    case Failure::out_of_service:
      return {"out of service", "未投入运行"};
    case Failure::no_aaaa_record:
      return {"its name has no AAAA record", "域名缺少 AAAA 记录"};
    case Failure::ipv4_literal:
      return {"clients call it by an IPv4 literal", "客户端以 IPv4 字面地址访问"};
    case Failure::rule_without_twin:
      return {"IPv4 access rules without an IPv6 twin", "IPv4 访问规则缺少对应的 IPv6 规则"};
  }
  return {"unknown", "未知"};
}

Text element_word(Element element) {
  switch (element) {
    case Element::node:
      return {"node", "节点"};
    case Element::link:
      return {"link", "链路"};
    case Element::service:
      return {"service", "业务"};
    case Element::enterprise:
      return {"enterprise", "企业"};
  }
  return {"element", "要素"};
}

/// Nodes have no Chinese name of their own; the access of an enterprise goes by the enterprise's.
Text node_name(const NetworkNode& node, const Park& park) {
  const std::string owner = node.enterprise.valid() ? (*park.enterprises)[node.enterprise].name_zh : "";
  return label(node.name, owner.empty() ? "" : owner + "接入设备", node.id);
}

Text element_name(const Failing& failing, const Park& park) {
  if (failing.element == Element::node) {
    if (const auto node = park.network_nodes->find(failing.id); node.valid()) return node_name((*park.network_nodes)[node], park);
  } else if (failing.element == Element::service) {
    if (const auto service = park.network_services->find(failing.id); service.valid()) return label((*park.network_services)[service]);
  }
  return {failing.id, failing.id};
}

Text element_label(const Failing& failing, const Park& park) {
  const Text word = element_word(failing.element);
  const Text name = element_name(failing, park);
  return {word.en + " " + name.en, word.zh + " " + name.zh};
}

/// Services weigh most, then nodes, then links: what a user notices first.
double weight(Element element) { return element == Element::service ? 3.0 : element == Element::node ? 2.0 : 1.0; }

template <class Counts>
std::vector<Text> failing_elements(const Facts& facts, Counts counts) {
  std::vector<Shortfall> shortfalls;
  for (const auto& failing : facts.results.wired.ipv6.failing) {
    if (!counts(failing)) continue;
    shortfalls.push_back({weight(failing.element), named(element_label(failing, facts.park), reason(failing.reason))});
  }
  return largest_first(std::move(shortfalls));
}

const Text nothing = {"the results hold no network nodes, links or services", "结果中没有网络节点、链路或业务"};

/// What an upgrade of one node alone would bring, largest first.
std::vector<Text> blocking_nodes(const Facts& facts) {
  std::vector<Shortfall> shortfalls;
  for (const auto& blocking : facts.results.wired.ipv6.blocking.order) {
    const auto node = facts.park.network_nodes->find(blocking.node);
    if (blocking.blocks <= 1 || !node.valid()) continue;  // nothing but itself
    const Text name = node_name((*facts.park.network_nodes)[node], facts.park);
    shortfalls.push_back({static_cast<double>(blocking.blocks),
                          {fmt::format("blocking node {}: its upgrade alone would let {} elements work", name.en, blocking.blocks),
                           fmt::format("瓶颈节点 {}：仅升级它即可使 {} 项可用", name.zh, blocking.blocks)}});
  }
  return largest_first(std::move(shortfalls));
}

Measurement elements(const Facts& facts, const Rule&) {
  const auto& ipv6 = facts.results.wired.ipv6;
  Measurement measurement = share(static_cast<double>(ipv6.nodes_working) + ipv6.links_working + ipv6.services_working,
                                  static_cast<double>(ipv6.nodes) + ipv6.links + ipv6.services, nothing);
  if (!measurement.measured()) return measurement;
  measurement.where = blocking_nodes(facts);
  for (Text& line : failing_elements(facts, [](const Failing&) { return true; })) measurement.where.push_back(std::move(line));
  return measurement;
}

/// Names and access rules left out: whatever packets reach over IPv6.
Measurement reachable(const Facts& facts, const Rule&) {
  const auto& ipv6 = facts.results.wired.ipv6;
  const double whole = static_cast<double>(ipv6.nodes) + ipv6.links + ipv6.services;
  const auto unreachable = [](const Failing& failing) {
    return failing.reason != Failure::no_aaaa_record && failing.reason != Failure::ipv4_literal &&
           failing.reason != Failure::rule_without_twin;
  };
  Measurement measurement =
      share(whole - static_cast<double>(std::count_if(ipv6.failing.begin(), ipv6.failing.end(), unreachable)), whole, nothing);
  if (measurement.measured()) measurement.where = failing_elements(facts, unreachable);
  return measurement;
}

Measurement nodes(const Facts& facts, const Rule&) {
  const auto& ipv6 = facts.results.wired.ipv6;
  Measurement measurement = share(ipv6.nodes_working, ipv6.nodes, nothing);
  const auto is_node = [](const Failing& failing) { return failing.element == Element::node; };
  if (measurement.measured()) measurement.where = failing_elements(facts, is_node);
  return measurement;
}

/// What carries an IPv6 configuration counts, even where it is not reachable without IPv4.
Measurement configured(const Facts& facts, const Rule&) {
  const auto& ipv6 = facts.results.wired.ipv6;
  const double whole = static_cast<double>(ipv6.nodes) + ipv6.links + ipv6.services;
  const auto unconfigured = [](const Failing& failing) {
    return failing.reason == Failure::no_ipv6_address || failing.reason == Failure::not_configured ||
           failing.reason == Failure::out_of_service;
  };
  double lacking = 0.0;
  for (const auto& failing : ipv6.failing) lacking += unconfigured(failing) ? 1.0 : 0.0;
  Measurement measurement = share(whole - lacking, whole, nothing);
  if (measurement.measured()) measurement.where = failing_elements(facts, unconfigured);
  return measurement;
}

}  // namespace

std::vector<Metric> ipv6_metrics() {
  return {{"ipv6.elements", MetricKind::share, Origin::simulated, {}, elements},
          {"ipv6.reachable", MetricKind::share, Origin::simulated, {}, reachable},
          {"ipv6.nodes", MetricKind::share, Origin::simulated, {}, nodes},
          {"ipv6.configured", MetricKind::share, Origin::counted, {}, configured}};
}

}  // namespace parktwin::criteria
