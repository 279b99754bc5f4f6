#include "engine/simulators/wired/failures/survey.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "engine/simulators/wired/failures/group_cuts.h"
#include "engine/simulators/wired/failures/node_cuts.h"

namespace parktwin::wired::failures {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// Fills the columns a failure and a pair have in common.
template <class Row>
void fill(Row& row, const Harm& harm) {
  row.nodes = static_cast<std::int32_t>(harm.nodes.size());
  row.enterprises = harm.enterprises;
  row.services = harm.services;
  row.sites = harm.sites;
}

}  // namespace

Survey::Survey(const Park& park, const Network& network, const Census& census)
    : park_(park),
      network_(network),
      census_(census),
      cuts_(link_cuts(network.graph, network.root, network.fallible())),
      risks_(risks_of(park, network)) {
  std::map<Numbers, std::size_t> known;
  for (const Risk& risk : risks_) {
    const auto [entry, inserted] = known.emplace(risk.edges, losses_.size());
    loss_of_risk_.push_back(entry->second);
    if (!inserted) continue;
    const bool harmless = risk.edges.size() == 1 && cuts_.labels[risk.edges.front()] != 0;
    losses_.push_back({risk.edges, harmless ? Harm{} : harm_without(risk.edges, {})});
  }
}

Harm Survey::harm_without(const Numbers& edges, const Numbers& more) const {
  std::vector<std::uint8_t> failed(network_.graph.edges.size(), 0);
  for (const std::uint32_t edge : edges) failed[edge] = 1;
  for (const std::uint32_t edge : more) failed[edge] = 1;
  return census_.harm(reached_from(network_.graph, network_.root, failed));
}

std::vector<Failure> Survey::failures() const {
  std::map<std::pair<RiskKind, std::size_t>, std::int32_t> alike;
  for (const Risk& risk : risks_) ++alike[{risk.kind, loss_of_risk_[&risk - risks_.data()]}];
  std::vector<const Risk*> harmful;
  for (const Risk& risk : risks_) {
    const Harm& harm = loss_of(risk).harm;
    const bool only_itself = risk.kind == RiskKind::node && size_of(harm) == HarmSize{0, 0, 0, 1};
    if (harm.any() && !only_itself) harmful.push_back(&risk);
  }
  std::stable_sort(harmful.begin(), harmful.end(),
                   [&](const Risk* a, const Risk* b) { return size_of(loss_of(*a).harm) > size_of(loss_of(*b).harm); });
  std::vector<Failure> rows;
  for (const Risk* risk : harmful) {
    Failure row;
    row.kind = risk->kind;
    row.id = id_of(park_, risk->kind, risk->record);
    row.same = alike.at({risk->kind, loss_of_risk_[risk - risks_.data()]}) - 1;
    fill(row, loss_of(*risk).harm);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<std::int32_t> Survey::single_failures() const {
  std::vector<std::int32_t> counts(park_.enterprises->size(), 0);
  for (const Risk& risk : risks_) {
    for (const Id<Enterprise> enterprise : loss_of(risk).harm.enterprises) ++counts[enterprise.index()];
  }
  return counts;
}

std::vector<const Risk*> Survey::members(PairClass of) const {
  std::vector<const Risk*> members;
  std::set<std::size_t> known;
  for (const Risk& risk : risks_) {
    const PairClass its = risk.kind == RiskKind::link   ? PairClass::links
                          : risk.kind == RiskKind::node ? PairClass::nodes
                                                        : PairClass::groups;
    if (its != of) continue;
    const bool first_alike = known.insert(loss_of_risk_[&risk - risks_.data()]).second;
    if (first_alike || of != PairClass::groups) members.push_back(&risk);
  }
  return members;
}

/// An enterprise with several access nodes is also lost when one failure cuts off some of them and another the rest.
void Survey::add_shared_enterprises(const std::vector<const Risk*>& members, Suspects& found) const {
  for (const Numbers& nodes : census_.access_nodes()) {
    if (nodes.size() < 2) continue;
    std::vector<std::pair<std::uint32_t, std::vector<bool>>> partial;
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      const auto& lost = loss_of(*members[i]).harm.nodes;
      std::vector<bool> marks;
      for (const std::uint32_t node : nodes) marks.push_back(std::binary_search(lost.begin(), lost.end(), Id<NetworkNode>(node)));
      const auto count = std::count(marks.begin(), marks.end(), true);
      if (count > 0 && count < static_cast<std::ptrdiff_t>(nodes.size())) partial.emplace_back(i, std::move(marks));
    }
    for (std::size_t a = 0; a < partial.size(); ++a) {
      for (std::size_t b = a + 1; b < partial.size(); ++b) {
        bool all = true;
        for (std::size_t i = 0; i < nodes.size(); ++i) all = all && (partial[a].second[i] || partial[b].second[i]);
        if (all) found.emplace_back(partial[a].first, partial[b].first);
      }
    }
  }
}

Survey::Suspects Survey::suspects(PairClass of, const std::vector<const Risk*>& members) const {
  Suspects found;
  std::map<std::uint32_t, std::uint32_t> position;  // of a link's edge or of a node among the members
  for (std::uint32_t i = 0; i < members.size(); ++i) position[of == PairClass::links ? members[i]->edges.front() : members[i]->record] = i;
  if (of == PairClass::links) {
    for (const Numbers& edges : cuts_.classes) {
      for (std::size_t a = 0; a < edges.size(); ++a) {
        for (std::size_t b = a + 1; b < edges.size(); ++b) found.push_back(std::minmax(position.at(edges[a]), position.at(edges[b])));
      }
    }
  } else if (of == PairClass::nodes) {
    auto pairs = node_pairs(network_.graph, network_.root);
    std::stable_sort(pairs.begin(), pairs.end(), [](const NodePair& a, const NodePair& b) { return a.newly_severed > b.newly_severed; });
    for (const NodePair& pair : pairs) found.push_back(std::minmax(position.at(pair.a), position.at(pair.b)));
  } else {
    std::vector<Numbers> groups;
    for (const Risk* member : members) groups.push_back(member->edges);
    found = suspect_pairs(cuts_, groups);
  }
  Suspects shared;
  add_shared_enterprises(members, shared);
  std::set<std::pair<std::uint32_t, std::uint32_t>> known;
  shared.insert(shared.end(), found.begin(), found.end());
  std::erase_if(shared, [&](const auto& pair) { return !known.insert(pair).second; });
  return shared;
}

Survey::Pairs Survey::pairs(PairClass of, const Options& options) const {
  const auto all = members(of);
  const auto found = suspects(of, all);
  const std::size_t looked_at = std::min(found.size(), static_cast<std::size_t>(options.pairs_looked_at));
  struct Harmful {
    HarmSize size;
    std::pair<std::uint32_t, std::uint32_t> pair;
  };
  std::vector<Harmful> harmful;
  const auto harm_of = [&](const std::pair<std::uint32_t, std::uint32_t>& pair) {
    const Loss& a = loss_of(*all[pair.first]);
    const Loss& b = loss_of(*all[pair.second]);
    return beyond(harm_without(a.edges, b.edges), a.harm, b.harm);
  };
  for (std::size_t i = 0; i < looked_at; ++i) {
    const HarmSize size = size_of(harm_of(found[i]));
    if (size != HarmSize{}) harmful.push_back({size, found[i]});
  }
  std::sort(harmful.begin(), harmful.end(),
            [](const Harmful& a, const Harmful& b) { return a.size != b.size ? a.size > b.size : a.pair < b.pair; });
  Pairs result;
  const auto count = static_cast<std::int64_t>(all.size());
  result.count = {of, count * (count - 1) / 2, static_cast<std::int64_t>(looked_at), static_cast<std::int64_t>(harmful.size())};
  result.not_looked_at = static_cast<std::int64_t>(found.size() - looked_at);
  harmful.resize(std::min(harmful.size(), static_cast<std::size_t>(options.pairs_listed)));
  for (const Harmful& each : harmful) {
    const Risk& a = *all[each.pair.first];
    const Risk& b = *all[each.pair.second];
    FailurePair row{of, a.kind, id_of(park_, a.kind, a.record), b.kind, id_of(park_, b.kind, b.record), 0, {}, {}, {}};
    fill(row, harm_of(each.pair));
    result.worst.push_back(std::move(row));
  }
  return result;
}

}  // namespace parktwin::wired::failures
