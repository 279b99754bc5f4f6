#include "engine/simulators/wired/optical/protection.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace parktwin::wired::optical {
namespace {

/// What one of two ways lies in where the other does not go along the same link.
struct OwnPart {
  std::vector<Id<Cable>> cables;
  std::vector<Id<Duct>> ducts;
  bool known = true;  ///< every link is in a cable, every cable in ducts
};

OwnPart own_part(const Park& park, const PonRoute& way, const PonRoute& other) {
  OwnPart part;
  for (const Id<NetworkLink> link : way.links) {
    if (std::find(other.links.begin(), other.links.end(), link) != other.links.end()) continue;
    const Id<Cable> cable = (*park.network_links)[link].cable;
    if (!cable.valid() || (*park.cables)[cable].ducts.empty()) part.known = false;
    if (!cable.valid()) continue;
    part.cables.push_back(cable);
    const auto& ducts = (*park.cables)[cable].ducts;
    part.ducts.insert(part.ducts.end(), ducts.begin(), ducts.end());
  }
  return part;
}

template <class T>
std::vector<Id<T>> common(std::vector<Id<T>> a, std::vector<Id<T>> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<Id<T>> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  both.erase(std::unique(both.begin(), both.end()), both.end());
  return both;
}

std::vector<Id<Duct>> shared_ducts(const Park& park, const PonRoute& a, const PonRoute& b) {
  return common(own_part(park, a, b).ducts, own_part(park, b, a).ducts);
}

const PonRoute& protecting_route(const Park& park, const Options& options, const std::vector<PonRoute>& routes, const PonRoute& working,
                                 PonProtection type) {
  const PonRoute* best = nullptr;
  std::tuple<std::size_t, bool, double> best_rank;
  for (const PonRoute& route : routes) {
    if (&route == &working || (type == PonProtection::type_c && route.links[0] == working.links[0])) continue;
    const std::tuple rank{shared_ducts(park, route, working).size(), route.terminal == working.terminal,
                          loss_of(park, options, route).loss_db};
    if (best && !(rank < best_rank)) continue;
    best = &route;
    best_rank = rank;
  }
  PARKTWIN_CHECK(best != nullptr, "protection needs a second route");
  return *best;
}

}  // namespace

UnitProtection protection_along(const Park& park, const Options& options, Id<NetworkNode> unit, const std::vector<PonRoute>& routes) {
  PARKTWIN_CHECK(routes.size() >= 2, "protection needs two routes");
  const PonRoute& working = routes[working_route(park, options, routes)];
  UnitProtection protection;
  protection.unit = unit;
  protection.type = protection_of(routes);
  const PonRoute& other = protecting_route(park, options, routes, working, protection.type);
  protection.terminal = working.terminal;
  protection.protecting_terminal = other.terminal;
  protection.two_terminals = working.terminal != other.terminal;
  const OwnPart first = own_part(park, working, other);
  const OwnPart second = own_part(park, other, working);
  protection.shared_ducts = common(first.ducts, second.ducts);
  protection.shared_cables = common(first.cables, second.cables);
  protection.separation = !protection.shared_cables.empty()  ? Separation::shared_cable
                          : !protection.shared_ducts.empty() ? Separation::shared_duct
                          : first.known && second.known      ? Separation::apart
                                                             : Separation::not_known;
  const UnitBudget budget = budget_along(park, options, unit, other);
  protection.state = budget.state;
  protection.length_m = budget.length_m;
  protection.loss_db = budget.loss_db;
  protection.least_db = budget.least_db;
  protection.most_db = budget.most_db;
  protection.short_by_db = budget.short_by_db;
  protection.mend = budget.mend;
  return protection;
}

std::vector<Note> notes_on(const Park& park, const std::vector<UnitProtection>& protections, std::size_t units) {
  std::vector<Note> notes;
  if (protections.empty()) return notes;
  const auto count = [&](auto holds) { return std::count_if(protections.begin(), protections.end(), holds); };
  const std::string place = "protection of passive optical networks";
  notes.push_back({NoteKind::information, place,
                   fmt::format("Of {} units {} have type B and {} type C.", units,
                               count([](const UnitProtection& p) { return p.type == PonProtection::type_b; }),
                               count([](const UnitProtection& p) { return p.type == PonProtection::type_c; }))});
  const auto shares = [](const UnitProtection& p) { return !p.shared_ducts.empty(); };
  if (const auto first = std::find_if(protections.begin(), protections.end(), shares); first != protections.end()) {
    notes.push_back({NoteKind::warning, place,
                     fmt::format("{} of {} protected units have both ways in one duct, {} first, in {}{}.", count(shares),
                                 protections.size(), (*park.network_nodes)[first->unit].id, (*park.ducts)[first->shared_ducts[0]].id,
                                 first->shared_ducts.size() > 1 ? fmt::format(" and {} more", first->shared_ducts.size() - 1) : "")});
  }
  const auto dark = [](const UnitProtection& p) { return p.state != BudgetState::met; };
  if (const auto first = std::find_if(protections.begin(), protections.end(), dark); first != protections.end()) {
    notes.push_back({NoteKind::warning, place,
                     fmt::format("{} of {} protected units miss the class on the protecting way, {} first, by {:.1f} dB. {}", count(dark),
                                 protections.size(), (*park.network_nodes)[first->unit].id, first->short_by_db, first->mend)});
  }
  return notes;
}

}  // namespace parktwin::wired::optical
