#include "engine/simulators/wired/optical/splitter_plans.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/park/pon_standards.h"
#include "engine/simulators/wired/optical/fibre_length.h"
#include "engine/simulators/wired/optical/splitter_sites.h"

namespace parktwin::wired::optical {
namespace {

using splitters::Choice;
using splitters::out_of_reach;

/// What a plan lights: units of the inventory, or enterprises that have none.
struct Wanted {
  std::vector<DuctEntry> entries;
  std::vector<Id<NetworkNode>> units;
  std::vector<Id<Enterprise>> enterprises;
  std::vector<Id<NetworkNode>> joinable;  ///< per entry the splitter to join; empty when there are none
};

/// A splitter in service with ways left and the loss up to its ways out.
struct FreeSplitter {
  Id<NetworkNode> node;
  DuctEntry entry;
  std::int32_t free_ways = 0;
  double loss_db = 0.0;
  double length_m = 0.0;
  LossRange range;
};

class Planner {
 public:
  Planner(const Park& park, const Options& options, Memory& memory)
      : park_(park), options_(options), known_(memory.choices()), ways_(memory.ways(park)), kinds_(kinds_of_splitters()) {
    known_.begin();
  }

  SplitterPlans plans(const std::vector<UnitBudget>& budgets) {
    if (ways_.graph().size() == 0) return {};
    replace_failing_trees(budgets);
    connect_newcomers();
    add_notes();
    return std::move(made_);
  }

 private:
  [[nodiscard]] const NetworkNode& node(Id<NetworkNode> id) const { return (*park_.network_nodes)[id]; }

  void replace_failing_trees(const std::vector<UnitBudget>& budgets) {
    std::map<Id<NetworkNode>, bool> failing;
    for (const UnitBudget& budget : budgets) {
      if (budget.terminal.valid()) failing[budget.terminal] |= budget.state != BudgetState::met;
    }
    const PonTree tree(park_);
    for (const auto& [terminal, fails] : failing) {
      if (!fails) continue;
      Wanted wanted;
      std::set<Id<NetworkLink>> links;
      for (const UnitBudget& budget : budgets) {
        if (budget.terminal != terminal) continue;
        wanted.units.push_back(budget.unit);
        wanted.entries.push_back(entry_of(ways_, node(budget.unit).position));
        const auto routes = tree.routes(budget.unit);
        const auto& working = routes[working_route(park_, options_, routes)];
        links.insert(working.links.begin(), working.links.end());
      }
      double now_m = 0.0;
      for (const Id<NetworkLink> link : links) now_m += fibre_length(park_, (*park_.network_links)[link]).metres;
      const SplitterSites sites = sites_below(options_, ways_, node(terminal), wanted.entries);
      add(terminal, PlanReason::units_out_of_range, wanted, sites, known_.best_of(sites.problem, kinds_), now_m);
    }
  }

  /// Enterprises without a device and where they stand; those without a building are left out.
  [[nodiscard]] Wanted newcomers() {
    std::vector<std::uint8_t> connected(park_.enterprises->size(), 0);
    for (const NetworkNode& device : *park_.network_nodes) {
      if (device.enterprise.valid()) connected[device.enterprise.index()] = 1;
    }
    Wanted wanted;
    for (const Building& building : *park_.buildings) {
      if (!building.enterprise.valid() || connected[building.enterprise.index()]) continue;
      connected[building.enterprise.index()] = 1;
      wanted.enterprises.push_back(building.enterprise);
      wanted.entries.push_back(entry_of(ways_, centroid(building.footprint)));
    }
    return wanted;
  }

  void connect_newcomers() {
    const Wanted all = newcomers();
    std::vector<Id<NetworkNode>> terminals;
    std::vector<DuctEntry> tops;
    for (std::size_t i = 0; i < park_.network_nodes->size(); ++i) {
      const NetworkNode& device = park_.network_nodes->records()[i];
      if (device.kind != NodeKind::optical_line_terminal || !device.operational) continue;
      terminals.emplace_back(i);
      tops.push_back(entry_of(ways_, device.position));
    }
    std::map<Id<NetworkNode>, Wanted> below;
    for (std::size_t i = 0; i < all.entries.size(); ++i) {
      const ShortestWays& ways = ways_.from(all.entries[i].end);
      double least = out_of_reach;
      Id<NetworkNode> nearest;
      for (std::size_t t = 0; t < terminals.size(); ++t) {
        const double metres = ways.cost[tops[t].end] + tops[t].trench_m;
        if (!(metres < least)) continue;
        least = metres;
        nearest = terminals[t];
      }
      if (!nearest.valid()) continue;
      below[nearest].entries.push_back(all.entries[i]);
      below[nearest].enterprises.push_back(all.enterprises[i]);
    }
    const auto free = free_splitters();
    for (auto& [terminal, wanted] : below) {
      SplitterSites sites = sites_below(options_, ways_, node(terminal), wanted.entries);
      join_existing(free, wanted, sites.problem);
      add(terminal, PlanReason::enterprises_without_access, wanted, sites, known_.best_of(sites.problem, kinds_), 0.0);
    }
  }

  [[nodiscard]] std::vector<FreeSplitter> free_splitters() {
    const PonTree tree(park_);
    std::vector<std::int32_t> used(park_.network_nodes->size(), 0);
    for (const NetworkLink& link : *park_.network_links) {
      if (link.medium == LinkMedium::passive_optical) ++used[link.from.index()];
    }
    std::vector<FreeSplitter> free;
    for (std::size_t i = 0; i < used.size(); ++i) {
      const Id<NetworkNode> id(i);
      if (node(id).kind != NodeKind::splitter || used[i] >= node(id).splitter_ratio) continue;
      const auto routes = tree.routes(id);
      if (routes.empty()) continue;
      const PonRoute& route = routes[working_route(park_, options_, routes)];
      const RouteLoss above = loss_of(park_, options_, route);
      const NetworkNode& terminal = node(route.terminal);
      free.push_back({id, entry_of(ways_, node(id).position), node(id).splitter_ratio - used[i],
                      above.loss_db + splitter_loss(node(id).splitter_ratio)->value(), above.length_m,
                      *loss_range(terminal.pon_standard, terminal.pon_class)});
    }
    return free;
  }

  /// The nearest splitter that lights each newcomer and has ways left for all of them.
  void join_existing(const std::vector<FreeSplitter>& free, Wanted& wanted, splitters::Problem& problem) {
    wanted.joinable.assign(wanted.entries.size(), Id<NetworkNode>());
    for (std::size_t i = 0; i < wanted.entries.size(); ++i) {
      const ShortestWays& ways = ways_.from(wanted.entries[i].end);
      for (const FreeSplitter& splitter : free) {
        if (splitter.free_ways < static_cast<std::int32_t>(wanted.entries.size())) continue;
        const double drop_m = ways.cost[splitter.entry.end] + splitter.entry.trench_m + wanted.entries[i].trench_m;
        const double loss_db = splitter.loss_db + usual_link_db(options_) + drop_m / 1000.0 * options_.fibre_db_per_km;
        const bool fits = loss_db >= splitter.range.least.value() && loss_db + options_.margin.value() <= splitter.range.most.value() &&
                          splitter.length_m + drop_m <= pon_reach.value();
        if (!fits || !(drop_m < problem.join_m[i])) continue;
        problem.join_m[i] = drop_m;
        wanted.joinable[i] = splitter.node;
      }
    }
  }

  void add(Id<NetworkNode> terminal, PlanReason reason, const Wanted& wanted, const SplitterSites& sites, const Choice& choice,
           double now_m) {
    SplitterPlan plan;
    plan.terminal = terminal;
    plan.reason = reason;
    plan.units = static_cast<std::int32_t>(wanted.entries.size());
    plan.left_out = static_cast<std::int32_t>(choice.plan.left_out.size());
    plan.effort_m = choice.plan.effort_m;
    plan.fibre_m = plan.effort_m - splitter_worth_m * static_cast<double>(choice.plan.splitters.size());
    plan.fibre_now_m = now_m;
    if (reason == PlanReason::enterprises_without_access) {
      for (const DuctEntry& entry : wanted.entries) plan.trench_m += entry.trench_m;
    }
    plan.least_possible_m = choice.plan.least_possible_m;
    plan.exact = choice.plan.exact;
    double longest_m = -1.0;
    std::int32_t number = 0;
    for (const splitters::Splitter& splitter : choice.plan.splitters) {
      const double up_m = splitter.fed_by == splitters::none ? 0.0 : sites.problem.feeder_m[choice.plan.splitters[splitter.fed_by].place];
      SplitterProposal proposal = proposal_of(sites, choice, splitter);
      proposal.terminal = terminal;
      proposal.reason = reason;
      proposal.number = ++number;
      for (const std::size_t unit : splitter.units) {
        name_unit(wanted, unit, proposal);
        longest_m = std::max(longest_m, up_m + proposal.feeder_m + sites.problem.drop_m[splitter.place][unit]);
      }
      made_.proposals.push_back(std::move(proposal));
    }
    if (longest_m >= 0.0) {
      const int links = choice.stages.two() ? 3 : 2;
      plan.least_spare_db = sites.problem.most_db - choice.stages.loss_db - links * sites.problem.link_db -
                            longest_m / 1000.0 * sites.problem.fibre_db_per_km;
    }
    add_joined(terminal, reason, wanted, sites, choice, number);
    made_.plans.push_back(plan);
  }

  [[nodiscard]] SplitterProposal proposal_of(const SplitterSites& sites, const Choice& choice, const splitters::Splitter& splitter) const {
    SplitterProposal proposal;
    proposal.splitter_ratio = splitter.ways;
    proposal.position = ways_.graph().at(sites.ends[splitter.place]);
    proposal.duct = ways_.graph().duct_at(sites.ends[splitter.place]);
    proposal.feeder_m = sites.problem.feeder_m[splitter.place];
    if (splitter.fed_by != splitters::none) {
      proposal.fed_by = static_cast<std::int32_t>(splitter.fed_by) + 1;
      proposal.feeder_m = sites.problem.between_m[choice.plan.splitters[splitter.fed_by].place][splitter.place];
    }
    for (const std::size_t unit : splitter.units) proposal.drops_m += sites.problem.drop_m[splitter.place][unit];
    return proposal;
  }

  static void name_unit(const Wanted& wanted, std::size_t unit, SplitterProposal& proposal) {
    if (!wanted.units.empty()) proposal.units.push_back(wanted.units[unit]);
    if (!wanted.enterprises.empty()) proposal.enterprises.push_back(wanted.enterprises[unit]);
  }

  void add_joined(Id<NetworkNode> terminal, PlanReason reason, const Wanted& wanted, const SplitterSites& sites, const Choice& choice,
                  std::int32_t number) {
    std::map<Id<NetworkNode>, SplitterProposal> joined;
    for (const std::size_t unit : choice.plan.joined) {
      const Id<NetworkNode> existing = wanted.joinable[unit];
      SplitterProposal& proposal = joined[existing];
      name_unit(wanted, unit, proposal);
      proposal.drops_m += sites.problem.join_m[unit];
    }
    for (auto& [existing, proposal] : joined) {
      proposal.terminal = terminal;
      proposal.reason = reason;
      proposal.number = ++number;
      proposal.existing = existing;
      proposal.splitter_ratio = node(existing).splitter_ratio;
      proposal.position = node(existing).position;
      made_.proposals.push_back(std::move(proposal));
    }
  }

  void add_notes() {
    const auto count = [&](PlanReason reason) {
      return std::count_if(made_.plans.begin(), made_.plans.end(), [&](const SplitterPlan& plan) { return plan.reason == reason; });
    };
    const auto failing = count(PlanReason::units_out_of_range);
    const auto fresh = made_.plans.size() - static_cast<std::size_t>(failing);
    if (failing > 0) {
      made_.notes.push_back({NoteKind::information, "splitters",
                             fmt::format("{} line terminals have units out of range; where their splitters should stand is in "
                                         "splitter_plans and splitter_proposals.",
                                         failing)});
    }
    if (fresh > 0) {
      std::int32_t enterprises = 0;
      for (const SplitterPlan& plan : made_.plans) {
        if (plan.reason == PlanReason::enterprises_without_access) enterprises += plan.units - plan.left_out;
      }
      made_.notes.push_back(
          {NoteKind::information, "splitters",
           fmt::format("{} enterprises without a network device could be lit by {} line terminals, see splitter_plans and "
                       "splitter_proposals.",
                       enterprises, fresh)});
    }
  }

  const Park& park_;
  const Options& options_;
  splitters::KnownChoices& known_;
  DuctWays& ways_;
  std::vector<splitters::Stages> kinds_;
  SplitterPlans made_;
};

}  // namespace

SplitterPlans splitter_plans(const Park& park, const Options& options, const std::vector<UnitBudget>& budgets, Memory& memory) {
  return Planner(park, options, memory).plans(budgets);
}

}  // namespace parktwin::wired::optical
