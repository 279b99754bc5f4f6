#include "engine/run/yearly_cost.h"

#include <array>

#include "engine/scenario/cost/bill.h"

namespace parktwin::retrofit {
namespace {

template <class T>
void add_all(const Park& park, std::vector<Change>& changes) {
  for (const T& record : table<T>(park)) changes.push_back({.file = {}, .place = {}, .action = AddRecord<T>{record, {}}, .year = 0});
}

std::string owner_of(const Park& park, Id<NetworkNode> node) {
  const Id<Enterprise> owner = (*park.network_nodes)[node].enterprise;
  return owner.valid() ? (*park.enterprises)[owner].id : std::string();
}

/// By the id of the node or link.
std::map<std::string, std::string> owners_of(const Park& park) {
  std::map<std::string, std::string> owners;
  for (std::size_t i = 0; i < park.network_nodes->size(); ++i) {
    owners["add_network_node " + (*park.network_nodes)[Id<NetworkNode>(i)].id] = owner_of(park, Id<NetworkNode>(i));
  }
  for (const NetworkLink& link : *park.network_links) {
    const std::string far = owner_of(park, link.to);
    owners["add_network_link " + link.id] = far.empty() ? owner_of(park, link.from) : far;
  }
  return owners;
}

}  // namespace

YearlyCost yearly_cost(const Park& park, const std::vector<costs::Price>& prices) {
  std::vector<Change> changes;
  add_all<NetworkNode>(park, changes);
  add_all<NetworkLink>(park, changes);
  add_all<Cable>(park, changes);
  add_all<Duct>(park, changes);
  const auto owners = owners_of(park);
  YearlyCost cost;
  for (const auto& line : costs::bill_of(changes, park, std::array{park}, prices).lines) {
    cost.all_cny += line.operating_likely_cny;
    const auto owner = owners.find(line.change + " " + line.record);
    if (owner != owners.end() && !owner->second.empty()) cost.by_enterprise_cny[owner->second] += line.operating_likely_cny;
  }
  return cost;
}

}  // namespace parktwin::retrofit
