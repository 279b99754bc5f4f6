#pragma once
// What one or two failures cut off from the core, and how well each enterprise is protected. Every link, node, cable, duct, building, bus,
// power line and transformer fails alone; every two links, every two nodes and every two shared-risk groups fail together, and a pair
// counts when it cuts off somebody whom neither of the two cuts off alone. Only reachability is asked: rates and who is in the way of whom
// are not. A service is lost when its node no longer reaches the core. Availability is that of an access at the rates the enterprise
// requires, and takes links and nodes as independent of each other; ducts and power show among the failures.
#include "engine/core/note.h"
#include "engine/simulators/wired/failures/risks.h"

namespace parktwin::wired::failures {

struct Options {
  bool pairs = true;                          ///< two failures at a time are looked at
  std::int32_t pairs_looked_at = 20000;       ///< of each class at most; the pairs that are left out are counted in a note
  std::int32_t pairs_listed = 50;             ///< of each class, the most harmful
  std::int32_t failures_noted = 10;           ///< most harmful failures that become a note
  std::int64_t availability_effort = 50'000;  ///< steps per enterprise and block, then bounds are given
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"pairs", "", "two failures at a time are looked at as well"}, options.pairs);
  visit(Field{"pairs_looked_at", "", "pairs of each class looked at, at most", 0, 1e9}, options.pairs_looked_at);
  visit(Field{"pairs_listed", "", "most harmful pairs listed of each class", 0, 1e6}, options.pairs_listed);
  visit(Field{"failures_noted", "", "most harmful failures that become a note", 0, 1000}, options.failures_noted);
  visit(Field{"availability_effort", "", "steps spent on an availability before it is given as bounds", 0, 1e12},
        options.availability_effort);
}

/// A failure that cuts off somebody, or more than itself.
struct Failure {
  RiskKind kind = RiskKind::link;
  std::string id;
  std::int32_t same = 0;   ///< other elements of its kind that take down exactly the same
  std::int32_t nodes = 0;  ///< cut off, those that fail included
  std::vector<Id<Enterprise>> enterprises;
  std::vector<Id<NetworkService>> services;
  std::vector<Id<RadioSite>> sites;
};

template <class Visitor, DescribedAs<Failure> Self>
void describe(Visitor&& visit, Self& failure) {
  visit(Field{"kind", "", "kind of element"}, failure.kind);
  visit(Field{"id", "", "its id"}, failure.id);
  visit(Field{"same", "", "other elements of the kind whose failure takes down the same links"}, failure.same);
  visit(Field{"nodes", "", "nodes cut off, those that fail included"}, failure.nodes);
  visit(Field{"enterprises", "", "enterprises cut off"}, failure.enterprises);
  visit(Field{"services", "", "network services cut off"}, failure.services);
  visit(Field{"sites", "", "radio sites cut off"}, failure.sites);
}

enum class PairClass { links, nodes, groups };

constexpr auto names_of(PairClass) {
  return std::to_array<EnumName<PairClass>>({{PairClass::links, "links"}, {PairClass::nodes, "nodes"}, {PairClass::groups, "groups"}});
}

/// Two failures that cut off more together than each alone; what is counted is only that.
struct FailurePair {
  PairClass of = PairClass::links;
  RiskKind first_kind = RiskKind::link;
  std::string first;
  RiskKind second_kind = RiskKind::link;
  std::string second;
  std::int32_t nodes = 0;
  std::vector<Id<Enterprise>> enterprises;
  std::vector<Id<NetworkService>> services;
  std::vector<Id<RadioSite>> sites;
};

template <class Visitor, DescribedAs<FailurePair> Self>
void describe(Visitor&& visit, Self& pair) {
  visit(Field{"of", "", "two links, two nodes, or two shared-risk groups"}, pair.of);
  visit(Field{"first_kind", "", "kind of the one"}, pair.first_kind);
  visit(Field{"first", "", "id of the one"}, pair.first);
  visit(Field{"second_kind", "", "kind of the other"}, pair.second_kind);
  visit(Field{"second", "", "id of the other"}, pair.second);
  visit(Field{"nodes", "", "nodes that only both together cut off"}, pair.nodes);
  visit(Field{"enterprises", "", "enterprises that only both together cut off"}, pair.enterprises);
  visit(Field{"services", "", "network services that only both together cut off"}, pair.services);
  visit(Field{"sites", "", "radio sites that only both together cut off"}, pair.sites);
}

/// Groups that fail the same links count once, power elements that take down more with a partner each for itself.
struct PairCount {
  PairClass of = PairClass::links;
  std::int64_t pairs = 0;      ///< that there are
  std::int64_t looked_at = 0;  ///< one by one; the others are known to cut off nothing more, unless a note says otherwise
  std::int64_t harmful = 0;    ///< cut off more than each alone
};

template <class Visitor, DescribedAs<PairCount> Self>
void describe(Visitor&& visit, Self& count) {
  visit(Field{"of", "", "two links, two nodes, or two shared-risk groups"}, count.of);
  visit(Field{"pairs", "", "pairs there are; groups that fail the same links count once"}, count.pairs);
  visit(Field{"looked_at", "", "of them looked at one by one"}, count.looked_at);
  visit(Field{"harmful", "", "of them cutting off more than each alone"}, count.harmful);
}

enum class AvailabilityState { met, missed, undecided };

constexpr auto names_of(AvailabilityState) {
  return std::to_array<EnumName<AvailabilityState>>(
      {{AvailabilityState::met, "met"}, {AvailabilityState::missed, "missed"}, {AvailabilityState::undecided, "undecided"}});
}

enum class DuctDiversity { two_routes, shared, undecided, no_access };

constexpr auto names_of(DuctDiversity) {
  return std::to_array<EnumName<DuctDiversity>>({{DuctDiversity::two_routes, "two_routes"},
                                                 {DuctDiversity::shared, "shared"},
                                                 {DuctDiversity::undecided, "undecided"},
                                                 {DuctDiversity::no_access, "no_access"}});
}

/// How well an enterprise is tied to the core, over all its access nodes that reach it.
struct Protection {
  Id<Enterprise> enterprise;
  /// That some access node works and reaches the core over links that have the required rates; 0 when none does to begin with.
  double availability = 0.0;
  /// Above it only when the effort was used up, or a link on a cycle has the rates in one direction only: the truth lies between the two.
  double availability_upper = 0.0;
  AvailabilityState state = AvailabilityState::missed;  ///< against what the enterprise requires
  std::int32_t link_disjoint_paths = 0;                 ///< counted up to 4
  std::int32_t node_disjoint_paths = 0;                 ///< beside its own access nodes, core routers included; counted up to 4
  DuctDiversity ducts = DuctDiversity::no_access;       ///< whether two ways to the core have no duct in common
  std::int32_t single_failures = 0;                     ///< elements of all kinds that cut it off alone
};

template <class Visitor, DescribedAs<Protection> Self>
void describe(Visitor&& visit, Self& protection) {
  visit(Field{"enterprise", "", "enterprise"}, protection.enterprise);
  visit(Field{"availability", "1", "share of time an access node reaches the core at the required rates, at least"},
        protection.availability);
  visit(Field{"availability_upper", "1", "the same, at most; equal when exact"}, protection.availability_upper);
  visit(Field{"state", "", "whether the required availability is met"}, protection.state);
  visit(Field{"link_disjoint_paths", "", "paths to the core without a common link, up to 4"}, protection.link_disjoint_paths);
  visit(Field{"node_disjoint_paths", "", "paths to the core without a common node, up to 4"}, protection.node_disjoint_paths);
  visit(Field{"ducts", "", "whether two paths to the core have no duct in common"}, protection.ducts);
  visit(Field{"single_failures", "", "elements whose failure alone cuts it off"}, protection.single_failures);
}

struct Result {
  std::vector<Failure> failures;        ///< most harmful first
  std::vector<FailurePair> pairs;       ///< by class, most harmful first
  std::vector<PairCount> pair_counts;   ///< by class
  std::vector<Protection> protections;  ///< one per enterprise, in the order of its table
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"failures", "", "single failures that cut off somebody, most harmful first"}, result.failures);
  visit(Field{"pairs", "", "most harmful pairs of failures"}, result.pairs);
  visit(Field{"pair_counts", "", "pairs of failures by class"}, result.pair_counts);
  visit(Field{"protections", "", "availability and disjoint paths per enterprise"}, result.protections);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

class Memory;

[[nodiscard]] Result simulate(const Park& park, const Options& options);
/// The same with a network that is compiled already, and what is kept of the last time.
[[nodiscard]] Result simulate(const Park& park, const LayeredNetwork& network, const Options& options, Memory& memory);

}  // namespace parktwin::wired::failures
