#pragma once
// What the planner proposes: sites to build, what they cost and reach, how far from the cheapest plan they can be at most, or why there is
// none. The text is a scenario file that builds it.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/plan/access/proposed_access.h"
#include "engine/plan/part_proposal.h"
#include "engine/plan/planned_work.h"

namespace parktwin::plan {

struct ProposedSite {
  std::string site;
  std::string building;  ///< id; empty: a pole
  double x_m = 0.0;
  double y_m = 0.0;
  double height_m = 0.0;
  std::vector<double> azimuths_deg;
  std::vector<double> downtilts_deg;
  std::string backhaul_node;  ///< that its fibre begins at; empty: backhaul taken as working
  double fibre_m = 0.0;
  double present_value_cny = 0.0;  ///< without ducts, which sites share
};

template <class Visitor, DescribedAs<ProposedSite> Self>
void describe(Visitor&& visit, Self& site) {
  visit(Field{"site", "", "id of the new site"}, site.site);
  visit(Field{"building", "", "building whose roof carries it; empty: a pole"}, site.building);
  visit(Field{"x_m", "m", "east of the origin"}, site.x_m);
  visit(Field{"y_m", "m", "north of the origin"}, site.y_m);
  visit(Field{"height_m", "m", "antenna height above roof or ground"}, site.height_m);
  visit(Field{"azimuths_deg", "degree", "boresight of each cell"}, site.azimuths_deg);
  visit(Field{"downtilts_deg", "degree", "electrical downtilt of each cell"}, site.downtilts_deg);
  visit(Field{"backhaul_node", "", "network node that its fibre begins at; empty: backhaul taken as working"}, site.backhaul_node);
  visit(Field{"fibre_m", "m", "length of its cable"}, site.fibre_m);
  visit(Field{"present_value_cny", "CNY", "likely net present value of its outlay and running cost, cable included, ducts not"},
        site.present_value_cny);
}

/// A new trench, paid once for all sites whose cables lie in it.
struct ProposedDuct {
  std::string duct;
  double length_m = 0.0;
  std::vector<std::string> sites;
  double present_value_cny = 0.0;
};

template <class Visitor, DescribedAs<ProposedDuct> Self>
void describe(Visitor&& visit, Self& duct) {
  visit(Field{"duct", "", "id of the new duct"}, duct.duct);
  visit(Field{"length_m", "m", "length of its trench"}, duct.length_m);
  visit(Field{"sites", "", "sites whose cables lie in it"}, duct.sites);
  visit(Field{"present_value_cny", "CNY", "likely net present value"}, duct.present_value_cny);
}

/// A line of the bill of quantities.
struct ProposedQuantity {
  std::string item;
  std::string name_en;
  std::string name_zh;
  double quantity = 0.0;
  std::string unit;
  double capital_low_cny = 0.0;
  double capital_likely_cny = 0.0;
  double capital_high_cny = 0.0;
};

template <class Visitor, DescribedAs<ProposedQuantity> Self>
void describe(Visitor&& visit, Self& quantity) {
  visit(Field{"item", "", "item of the price table"}, quantity.item);
  visit(Field{"name_en", "", "what is bought, English"}, quantity.name_en);
  visit(Field{"name_zh", "", "what is bought, Chinese"}, quantity.name_zh);
  visit(Field{"quantity", "", "how many units"}, quantity.quantity);
  visit(Field{"unit", "", "unit of the quantity"}, quantity.unit);
  visit(Field{"capital_low_cny", "CNY", "least outlay"}, quantity.capital_low_cny);
  visit(Field{"capital_likely_cny", "CNY", "likely outlay"}, quantity.capital_likely_cny);
  visit(Field{"capital_high_cny", "CNY", "largest outlay"}, quantity.capital_high_cny);
}

/// What is built in one year, and the targets after it.
struct ProposedPhase {
  std::int32_t year = 0;
  std::vector<std::string> sites;
  double capital_cny = 0.0;
  std::vector<double> confirmed_percent;      ///< per target, by the simulators; NaN where it cannot be measured
  std::vector<std::string> others = {};       ///< ids of what else is built or bought
  std::vector<double> confirmed_values = {};  ///< per clause of the parts, in their order; likewise
};

template <class Visitor, DescribedAs<ProposedPhase> Self>
void describe(Visitor&& visit, Self& phase) {
  visit(Field{"year", "", "year"}, phase.year);
  visit(Field{"sites", "", "sites that are built in it"}, phase.sites);
  visit(Field{"capital_cny", "CNY", "likely outlay in it"}, phase.capital_cny);
  visit(Field{"confirmed_percent", "%", "share per target after it, in the order of the targets"}, phase.confirmed_percent);
  visit(Field{"others", "", "ids of what else is built or bought in it"}, phase.others);
  visit(Field{"confirmed_values", "", "value per clause of the parts after it, in their order"}, phase.confirmed_values);
}

struct ProposedTarget {
  std::string clause;
  double target_percent = 0.0;
  double standing_percent = 0.0;            ///< on the map of the search, before anything is built
  double reachable_percent = 0.0;           ///< with all candidates on the air alone, by the sample: no plan reaches more
  std::optional<double> searched_percent;   ///< on the map of the search, with the plan
  std::optional<double> confirmed_percent;  ///< by a whole run at its own resolution
};

template <class Visitor, DescribedAs<ProposedTarget> Self>
void describe(Visitor&& visit, Self& target) {
  visit(Field{"clause", "", "clause of the criteria pack"}, target.clause);
  visit(Field{"target_percent", "%", "share of ground it asks for"}, target.target_percent);
  visit(Field{"standing_percent", "%", "share before anything is built, on the map of the search"}, target.standing_percent);
  visit(Field{"reachable_percent", "%", "share that all candidates together reach in level alone, by the sample"},
        target.reachable_percent);
  visit(Field{"searched_percent", "%", "share with the plan, on the map of the search"}, target.searched_percent);
  visit(Field{"confirmed_percent", "%", "share with the plan, by a whole run"}, target.confirmed_percent);
}

struct Proposal {
  ProposalOutcome outcome = ProposalOutcome::no_plan;
  std::string reason_en;
  std::string reason_zh;
  std::vector<ProposedTarget> targets;
  std::vector<ProposedSite> sites;
  std::vector<ProposedDuct> ducts;
  std::vector<ProposedQuantity> quantities;  ///< bill of quantities
  std::vector<ProposedPhase> phases;         ///< under a yearly budget
  double trench_m = 0.0;
  double cable_m = 0.0;
  double cable_in_standing_ducts_m = 0.0;
  double capital_cny = 0.0;           ///< likely outlay, not discounted
  double present_value_cny = 0.0;     ///< likely
  double lower_bound_cny = 0.0;       ///< no plan of these candidates that covers the sample costs less, interference aside
  std::optional<double> gap_percent;  ///< of the plan's cost above the bound
  std::int32_t candidates = 0;
  std::int32_t rounds = 0;            ///< of cover and tuning
  std::vector<std::string> unpriced;  ///< changes that no price is for
  std::string scenario;               ///< text of the file; empty without a plan
  std::vector<PartProposal> parts;    ///< of a plan over several parts, in the order in which they were planned
  std::vector<PlannedWork> works;     ///< of the network, in an order in which they can be done
  std::string removals;               ///< changes that take down what stands
  ProposedAccess access;              ///< fibre to enterprises, where it was asked for
};

template <class Visitor, DescribedAs<Proposal> Self>
void describe(Visitor&& visit, Self& proposal) {
  visit(Field{"outcome", "", "planned, nothing_to_build or no_plan"}, proposal.outcome);
  visit(Field{"reason_en", "", "why, English"}, proposal.reason_en);
  visit(Field{"reason_zh", "", "why, Chinese"}, proposal.reason_zh);
  visit(Field{"targets", "", "what is asked for and reached"}, proposal.targets);
  visit(Field{"sites", "", "sites to build"}, proposal.sites);
  visit(Field{"ducts", "", "trenches to dig"}, proposal.ducts);
  visit(Field{"quantities", "", "bill of quantities"}, proposal.quantities);
  visit(Field{"phases", "", "years under a yearly budget"}, proposal.phases);
  visit(Field{"trench_m", "m", "length of all new trenches"}, proposal.trench_m);
  visit(Field{"cable_m", "m", "length of all new cables"}, proposal.cable_m);
  visit(Field{"cable_in_standing_ducts_m", "m", "of them, in ducts that are there already"}, proposal.cable_in_standing_ducts_m);
  visit(Field{"capital_cny", "CNY", "likely outlay, not discounted"}, proposal.capital_cny);
  visit(Field{"present_value_cny", "CNY", "likely net present value of the whole plan, built at once"}, proposal.present_value_cny);
  visit(Field{"lower_bound_cny", "CNY", "no plan of these candidates costs less"}, proposal.lower_bound_cny);
  visit(Field{"gap_percent", "%", "cost of the plan above that bound"}, proposal.gap_percent);
  visit(Field{"candidates", "", "places that were looked at"}, proposal.candidates);
  visit(Field{"rounds", "", "rounds of covering and tuning"}, proposal.rounds);
  visit(Field{"unpriced", "", "changes without a price"}, proposal.unpriced);
  visit(Field{"scenario", "", "text of the scenario that builds it"}, proposal.scenario);
  visit(Field{"parts", "", "parts of the plan: network, cloud, data centres, energy"}, proposal.parts);
  visit(Field{"access", "", "fibre to enterprises that lack an access, where it was asked for"}, proposal.access);
}

}  // namespace parktwin::plan
