#include "engine/simulators/wired/topology/layers.h"

#include <algorithm>

#include "engine/core/check.h"

namespace parktwin::wired::topology {
namespace {

template <class T>
void add_once(std::vector<Id<T>>& list, Id<T> item) {
  if (item.valid() && std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

}  // namespace

LayeredPath trace(const Park& park, const std::vector<std::optional<Path>>& paths, Id<NetworkNode> end) {
  PARKTWIN_CHECK(paths[end.index()].has_value(), "there is no path to that node");
  LayeredPath traced;
  traced.nodes.push_back(end);
  for (Id<NetworkNode> node = end; paths[node.index()]->hops > 0;) {
    const Id<NetworkLink> link(paths[node.index()]->last_link);
    const NetworkLink& record = (*park.network_links)[link];
    node = record.to == node ? record.from : record.to;
    traced.links.push_back(link);
    traced.nodes.push_back(node);
  }
  std::reverse(traced.nodes.begin(), traced.nodes.end());
  std::reverse(traced.links.begin(), traced.links.end());
  for (const Id<NetworkLink> link : traced.links) add_once(traced.cables, (*park.network_links)[link].cable);
  for (const Id<Cable> cable : traced.cables) {
    for (const Id<Duct> duct : (*park.cables)[cable].ducts) add_once(traced.ducts, duct);
  }
  return traced;
}

}  // namespace parktwin::wired::topology
