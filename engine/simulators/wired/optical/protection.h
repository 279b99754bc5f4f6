#pragma once
// Where the inventory gives an optical network unit a second way: the type of protection (ITU-T G.984.1, used with G.9807.1 as well),
// whether the two ways share a duct or cable where they should be apart, and the budget on the way that takes over. The working way is the
// one with the least loss; the protecting one is, of the ways that do not share the protected part, the one with the fewest ducts in
// common, then the one to another line terminal, then the one with the least loss. A splitter with two feeds is taken with the loss of one
// with one feed.
#include <array>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/simulators/wired/optical/unit_budget.h"

namespace parktwin::wired::optical {

enum class Separation { apart, shared_duct, shared_cable, not_known };

constexpr auto names_of(Separation) {
  return std::to_array<EnumName<Separation>>({{Separation::apart, "apart"},
                                              {Separation::shared_duct, "shared_duct"},
                                              {Separation::shared_cable, "shared_cable"},
                                              {Separation::not_known, "not_known"}});
}

struct UnitProtection {
  Id<NetworkNode> unit;
  PonProtection type = PonProtection::none;
  Id<NetworkNode> terminal;  ///< of the working way
  Id<NetworkNode> protecting_terminal;
  bool two_terminals = false;  ///< the ways end at different line terminals
  Separation separation = Separation::not_known;
  std::vector<Id<Duct>> shared_ducts;  ///< of the parts in which the ways differ
  std::vector<Id<Cable>> shared_cables;
  BudgetState state = BudgetState::no_route;  ///< on the protecting way, as the figures below
  double length_m = 0.0;
  double loss_db = 0.0;
  double least_db = 0.0;
  double most_db = 0.0;
  double short_by_db = 0.0;
  std::string mend;
};

template <class Visitor, DescribedAs<UnitProtection> Self>
void describe(Visitor&& visit, Self& protection) {
  visit(Field{"unit", "", "optical network unit with two ways"}, protection.unit);
  visit(Field{"type", "", "type of protection (ITU-T G.984.1)"}, protection.type);
  visit(Field{"terminal", "", "line terminal of the working way"}, protection.terminal);
  visit(Field{"protecting_terminal", "", "line terminal of the protecting way"}, protection.protecting_terminal);
  visit(Field{"two_terminals", "", "the ways end at different line terminals"}, protection.two_terminals);
  visit(Field{"separation", "", "whether the ways share a duct or cable where they differ"}, protection.separation);
  visit(Field{"shared_ducts", "", "ducts both ways lie in where they differ"}, protection.shared_ducts);
  visit(Field{"shared_cables", "", "cables both ways lie in where they differ"}, protection.shared_cables);
  visit(Field{"state", "", "whether the loss of the protecting way lies in the range of the class"}, protection.state);
  visit(Field{"length_m", "m", "fibre of the protecting way"}, protection.length_m);
  visit(Field{"loss_db", "dB", "loss of the protecting way, without margin"}, protection.loss_db);
  visit(Field{"least_db", "dB", "least loss of the class"}, protection.least_db);
  visit(Field{"most_db", "dB", "largest loss of the class"}, protection.most_db);
  visit(Field{"short_by_db", "dB", "by how much the range is missed on the protecting way, margin included"}, protection.short_by_db);
  visit(Field{"mend", "", "what would mend the protecting way"}, protection.mend);
}

/// Precondition: at least two routes.
[[nodiscard]] UnitProtection protection_along(const Park& park, const Options& options, Id<NetworkNode> unit,
                                              const std::vector<PonRoute>& routes);

/// Counts of types, ways that share what they should not, protecting ways without enough light.
[[nodiscard]] std::vector<Note> notes_on(const Park& park, const std::vector<UnitProtection>& protections, std::size_t units);

}  // namespace parktwin::wired::optical
