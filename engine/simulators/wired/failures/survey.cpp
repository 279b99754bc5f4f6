#include "engine/simulators/wired/failures/survey.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "engine/simulators/wired/failures/group_cuts.h"
#include "engine/simulators/wired/failures/node_cuts.h"

namespace parktwin::wired::failures {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// What causes sever is found again rather than kept beyond this number.
constexpr std::size_t causes_kept = 50'000;

PairClass class_of(RiskKind kind) {
  return kind == RiskKind::link ? PairClass::links : kind == RiskKind::node ? PairClass::nodes : PairClass::groups;
}

/// Fills the columns a failure and a pair have in common.
template <class Row>
void fill(Row& row, const Harm& harm) {
  row.nodes = static_cast<std::int32_t>(harm.nodes.size());
  row.enterprises = harm.enterprises;
  row.services = harm.services;
  row.sites = harm.sites;
}

}  // namespace

Survey::Survey(const Park& park, const LayeredNetwork& network, const Census& census, const PowerOutages& outages)
    : park_(park),
      network_(network),
      census_(census),
      joint_left_out_(outages.joint_left_out),
      cuts_(link_cuts(network.graph, network.root, network.fallible())),
      severance_(network.graph, network.root, cuts_),
      risks_(risks_of(park, network, outages)),
      rings_{{}} {
  find_losses();
}

void Survey::find_losses() {
  std::map<Numbers, std::uint32_t> known;
  std::map<Numbers, std::uint32_t> known_rings{{{}, 0}};
  for (const Risk& risk : risks_.all) {
    const auto [entry, inserted] = known.emplace(risk.edges, static_cast<std::uint32_t>(losses_.size()));
    loss_of_risk_.push_back(entry->second);
    if (!inserted) continue;
    Loss loss{risk.edges, 0, severance_.nothing(), {}};
    severance_.sever(loss.edges, loss.severed);
    loss.harm = census_.harm(loss.severed);
    const auto [ring, first] = known_rings.emplace(severance_.on_cycles(loss.edges), static_cast<std::uint32_t>(rings_.size()));
    if (first) rings_.push_back(ring->first);
    loss.ring = ring->second;
    losses_.push_back(std::move(loss));
  }
}

std::vector<Failure> Survey::failures() const {
  std::vector<std::array<std::int32_t, names_of(RiskKind{}).size()>> alike(losses_.size());
  std::vector<std::uint32_t> harmful;
  for (std::uint32_t i = 0; i < risks_.all.size(); ++i) {
    const RiskKind kind = risks_.all[i].kind;
    ++alike[loss_of_risk_[i]][static_cast<std::size_t>(kind)];
    const Harm& harm = loss_of(i).harm;
    const bool only_itself = kind == RiskKind::node && size_of(harm) == HarmSize{0, 0, 0, 1};
    if (harm.any() && !only_itself) harmful.push_back(i);
  }
  std::stable_sort(harmful.begin(), harmful.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return size_of(loss_of(a).harm) > size_of(loss_of(b).harm); });
  std::vector<Failure> rows;
  for (const std::uint32_t i : harmful) {
    const Risk& risk = risks_.all[i];
    Failure row;
    row.kind = risk.kind;
    row.id = id_of(park_, risk.kind, risk.record);
    row.same = alike[loss_of_risk_[i]][static_cast<std::size_t>(risk.kind)] - 1;
    fill(row, loss_of(i).harm);
    rows.push_back(std::move(row));
  }
  return rows;
}

Survey::Singles Survey::singles() const {
  Singles singles{std::vector<std::int32_t>(park_.enterprises->size(), 0), std::vector<std::uint8_t>(park_.enterprises->size(), 0)};
  for (std::uint32_t i = 0; i < risks_.all.size(); ++i) {
    for (const Id<Enterprise> enterprise : loss_of(i).harm.enterprises) {
      ++singles.elements[enterprise.index()];
      if (risks_.all[i].kind == RiskKind::duct) singles.one_duct[enterprise.index()] = 1;
    }
  }
  return singles;
}

/// Of groups that fail the same edges only the first, unless together with another element it takes down more than these edges.
Survey::Members Survey::members(PairClass of) const {
  std::vector<std::uint8_t> has_partner(risks_.all.size(), 0);
  for (const JointRisk& joint : risks_.joint) has_partner[joint.first] = has_partner[joint.second] = 1;
  Members members;
  std::vector<std::uint8_t> known(losses_.size(), 0);
  for (std::uint32_t i = 0; i < risks_.all.size(); ++i) {
    if (class_of(risks_.all[i].kind) != of) continue;
    const bool stands_for_others = of == PairClass::groups && !has_partner[i];
    if (stands_for_others && std::exchange(known[loss_of_risk_[i]], 1)) continue;
    members.push_back(i);
  }
  return members;
}

const NodeSet& Survey::severed_by(Cause& cause) {
  if (!cause.severed.words().empty()) return cause.severed;
  cause.severed = severance_.nothing();
  if (cause.joint == none) {
    severance_.sever_on_cycles(rings_[cause.ring], rings_[cause.other_ring], cause.severed);
    return cause.severed;
  }
  const JointRisk& joint = risks_.joint[cause.joint];
  Numbers edges = joint.edges;
  for (const std::uint32_t risk : {joint.first, joint.second}) {
    edges.insert(edges.end(), risks_.all[risk].edges.begin(), risks_.all[risk].edges.end());
  }
  severance_.sever(edges, cause.severed);
  return cause.severed;
}

void Survey::add_links(const Members& members, Suspects& found) const {
  std::vector<std::uint32_t> position(network_.graph.edges.size(), none);
  for (std::uint32_t i = 0; i < members.size(); ++i) position[risks_.all[members[i]].edges.front()] = i;
  for (const Numbers& edges : cuts_.classes) {
    for (std::size_t a = 0; a < edges.size(); ++a) {
      for (std::size_t b = a + 1; b < edges.size(); ++b) {
        const std::uint32_t first = position[edges[a]];
        const std::uint32_t second = position[edges[b]];
        found.pairs.push_back({first, second, static_cast<std::uint32_t>(found.causes.size())});
        found.causes.push_back({loss_of(members[first]).ring, loss_of(members[second]).ring, none, {}});
      }
    }
  }
}

void Survey::add_nodes(const Members& members, Suspects& found) const {
  std::vector<std::uint32_t> position(network_.root, none);
  for (std::uint32_t i = 0; i < members.size(); ++i) position[risks_.all[members[i]].record] = i;
  for (const NodePair& pair : node_pairs(network_.graph, network_.root)) {
    const std::uint32_t first = position[pair.a];
    const std::uint32_t second = position[pair.b];
    found.pairs.push_back({first, second, static_cast<std::uint32_t>(found.causes.size())});
    found.causes.push_back({loss_of(members[first]).ring, loss_of(members[second]).ring, none, {}});
  }
}

/// Groups with the same edges on cycles are sifted as one.
void Survey::add_groups(const Members& members, Suspects& found) {
  std::vector<Members> with_ring(rings_.size());
  for (std::uint32_t i = 0; i < members.size(); ++i) with_ring[loss_of(members[i]).ring].push_back(i);
  std::vector<Numbers> rings;  // those of members
  std::vector<std::uint32_t> number;
  for (std::uint32_t ring = 1; ring < rings_.size(); ++ring) {
    if (with_ring[ring].empty()) continue;
    rings.push_back(rings_[ring]);
    number.push_back(ring);
  }
  for (const auto& [a, b] : suspect_pairs(cuts_, rings)) {
    Cause cause{number[a], number[b], none, {}};
    const NodeSet& together = severed_by(cause);
    if (together.empty()) continue;
    for (const std::uint32_t first : with_ring[number[a]]) {
      for (const std::uint32_t second : with_ring[number[b]]) {
        if (!together.any_beyond(loss_of(members[first]).severed, loss_of(members[second]).severed)) continue;
        found.pairs.push_back({std::min(first, second), std::max(first, second), static_cast<std::uint32_t>(found.causes.size())});
      }
    }
    if (found.causes.size() >= causes_kept) cause.severed = {};
    found.causes.push_back(std::move(cause));
  }
}

/// Takes the place of what was found for the same pair without the nodes that only both make dark.
void Survey::add_power(const Members& members, Suspects& found) {
  if (risks_.joint.empty()) return;
  std::vector<std::uint32_t> position(risks_.all.size(), none);
  for (std::uint32_t i = 0; i < members.size(); ++i) position[members[i]] = i;
  std::set<std::pair<std::uint32_t, std::uint32_t>> joined;
  for (const JointRisk& joint : risks_.joint) joined.emplace(position[joint.first], position[joint.second]);
  std::erase_if(found.pairs, [&](const Suspect& pair) { return joined.contains({pair.first, pair.second}); });
  for (std::uint32_t i = 0; i < risks_.joint.size(); ++i) {
    const JointRisk& joint = risks_.joint[i];
    found.pairs.push_back({position[joint.first], position[joint.second], static_cast<std::uint32_t>(found.causes.size())});
    found.causes.push_back({0, 0, i, {}});
  }
}

/// An enterprise with several access nodes is also lost when one failure cuts off some of them and another the rest.
void Survey::add_shared_enterprises(const Members& members, Suspects& found) const {
  std::set<std::pair<std::uint32_t, std::uint32_t>> shared;
  for (const Numbers& nodes : census_.access_nodes()) {
    if (nodes.size() < 2) continue;
    std::vector<std::uint32_t> partial;
    for (std::uint32_t i = 0; i < members.size(); ++i) {
      const NodeSet& lost = loss_of(members[i]).severed;
      const auto count = std::count_if(nodes.begin(), nodes.end(), [&](std::uint32_t node) { return lost.contains(node); });
      if (count > 0 && count < static_cast<std::ptrdiff_t>(nodes.size())) partial.push_back(i);
    }
    for (std::size_t a = 0; a < partial.size(); ++a) {
      for (std::size_t b = a + 1; b < partial.size(); ++b) {
        const NodeSet& one = loss_of(members[partial[a]]).severed;
        const NodeSet& other = loss_of(members[partial[b]]).severed;
        const auto lost = [&](std::uint32_t node) { return one.contains(node) || other.contains(node); };
        if (std::all_of(nodes.begin(), nodes.end(), lost)) shared.emplace(partial[a], partial[b]);
      }
    }
  }
  if (shared.empty()) return;
  for (const Suspect& pair : found.pairs) shared.erase({pair.first, pair.second});
  for (const auto& [first, second] : shared) found.pairs.push_back({first, second, none});
}

Survey::Suspects Survey::suspects(PairClass of, const Members& members) {
  Suspects found;
  if (of == PairClass::links) add_links(members, found);
  if (of == PairClass::nodes) add_nodes(members, found);
  if (of == PairClass::groups) {
    add_groups(members, found);
    add_power(members, found);
  }
  add_shared_enterprises(members, found);
  return found;
}

/// By the nodes that only both cut off, so that a limit leaves out the least; pairs that cost an enterprise and no node before all others.
void Survey::put_largest_first(const Members& members, Suspects& found) {
  std::vector<std::pair<std::size_t, Suspect>> ranked;
  for (const Suspect& pair : found.pairs) {
    const Loss& a = loss_of(members[pair.first]);
    const Loss& b = loss_of(members[pair.second]);
    const std::size_t newly = pair.cause == none ? 0 : severed_by(found.causes[pair.cause]).count_beyond(a.severed, b.severed);
    ranked.emplace_back(newly == 0 ? network_.graph.size() : newly, pair);
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first > b.first;
    return std::tie(a.second.first, a.second.second) < std::tie(b.second.first, b.second.second);
  });
  for (std::size_t i = 0; i < ranked.size(); ++i) found.pairs[i] = ranked[i].second;
}

FailurePair Survey::row_of(PairClass of, const Suspect& pair, const Members& members, const NodeSet& together) const {
  const Risk& a = risks_.all[members[pair.first]];
  const Risk& b = risks_.all[members[pair.second]];
  FailurePair row{of, a.kind, id_of(park_, a.kind, a.record), b.kind, id_of(park_, b.kind, b.record), 0, {}, {}, {}};
  fill(row, census_.harm_beyond(together, loss_of(members[pair.first]).severed, loss_of(members[pair.second]).severed));
  return row;
}

Survey::Pairs Survey::pairs(PairClass of, const Options& options) {
  const Members all = members(of);
  Suspects found = suspects(of, all);
  const std::size_t looked_at = std::min(found.pairs.size(), static_cast<std::size_t>(options.pairs_looked_at));
  if (looked_at < found.pairs.size()) put_largest_first(all, found);
  const NodeSet nothing = severance_.nothing();
  const auto together = [&](const Suspect& pair) -> const NodeSet& {
    return pair.cause == none ? nothing : severed_by(found.causes[pair.cause]);
  };
  std::vector<std::pair<HarmSize, Suspect>> harmful;
  for (std::size_t i = 0; i < looked_at; ++i) {
    const Suspect& pair = found.pairs[i];
    const HarmSize size = census_.size_beyond(together(pair), loss_of(all[pair.first]).severed, loss_of(all[pair.second]).severed);
    if (size != HarmSize{}) harmful.emplace_back(size, pair);
  }
  const std::size_t listed = std::min(harmful.size(), static_cast<std::size_t>(options.pairs_listed));
  std::partial_sort(harmful.begin(), harmful.begin() + static_cast<std::ptrdiff_t>(listed), harmful.end(),
                    [](const auto& a, const auto& b) {
                      if (a.first != b.first) return a.first > b.first;
                      return std::tie(a.second.first, a.second.second) < std::tie(b.second.first, b.second.second);
                    });
  Pairs result;
  const auto count = static_cast<std::int64_t>(all.size());
  result.count = {of, count * (count - 1) / 2, static_cast<std::int64_t>(looked_at), static_cast<std::int64_t>(harmful.size())};
  result.not_looked_at = static_cast<std::int64_t>(found.pairs.size() - looked_at) + (of == PairClass::groups ? joint_left_out_ : 0);
  for (std::size_t i = 0; i < listed; ++i) result.worst.push_back(row_of(of, harmful[i].second, all, together(harmful[i].second)));
  return result;
}

}  // namespace parktwin::wired::failures
