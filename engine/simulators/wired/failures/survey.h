#pragma once
// Every failure alone and in pairs: what is cut off, for the two tables of the result. Pairs are first sifted by what is known to be
// complete (equal labels of links, dominators of nodes, rank of groups, and access nodes of one enterprise that fall to different
// failures); the exact answer of those that are left is found by walking the network without both. Two failures in the power grid add up
// what each takes down; what only both together make dark (two feeders of one bus) is not found.
#include <map>

#include "engine/simulators/wired/failures/failures.h"
#include "engine/simulators/wired/failures/harm.h"
#include "engine/simulators/wired/failures/link_cuts.h"

namespace parktwin::wired::failures {

/// A set of edges that fail together, and what that costs.
struct Loss {
  std::vector<std::uint32_t> edges;
  Harm harm;
};

class Survey {
 public:
  /// The arguments must outlive the survey.
  Survey(const Park& park, const Network& network, const Census& census);

  /// Most harmful first; ties in the order of the kinds and their tables.
  [[nodiscard]] std::vector<Failure> failures() const;

  struct Pairs {
    PairCount count;
    std::vector<FailurePair> worst;
    std::int64_t not_looked_at = 0;  ///< suspects beyond options.pairs_looked_at
  };
  [[nodiscard]] Pairs pairs(PairClass of, const Options& options) const;

  /// Per enterprise how many elements cut it off alone.
  [[nodiscard]] std::vector<std::int32_t> single_failures() const;

 private:
  using Suspects = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  ///< positions in a list of risks, first < second
  [[nodiscard]] const Loss& loss_of(const Risk& risk) const { return losses_[loss_of_risk_[&risk - risks_.data()]]; }
  [[nodiscard]] std::vector<const Risk*> members(PairClass of) const;
  [[nodiscard]] Suspects suspects(PairClass of, const std::vector<const Risk*>& members) const;
  void add_shared_enterprises(const std::vector<const Risk*>& members, Suspects& found) const;
  [[nodiscard]] Harm harm_without(const std::vector<std::uint32_t>& edges, const std::vector<std::uint32_t>& more) const;

  const Park& park_;
  const Network& network_;
  const Census& census_;
  LinkCuts cuts_;
  std::vector<Risk> risks_;
  std::vector<Loss> losses_;               ///< one per different set of edges
  std::vector<std::size_t> loss_of_risk_;  ///< per risk
};

}  // namespace parktwin::wired::failures
