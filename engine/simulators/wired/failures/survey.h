#pragma once
// Every failure alone and in pairs: what is cut off, for the two tables of the result. Pairs are first sifted by what is known to be
// complete (equal labels of links, dominators of nodes, rank of groups, access nodes of one enterprise that fall to different failures,
// power elements that darken more together); what each of the others costs beyond its two failures is found by walking the network
// without both, once for all pairs with the same edges on cycles (see severance.h).
#include <map>

#include "engine/simulators/wired/failures/failures.h"
#include "engine/simulators/wired/failures/harm.h"
#include "engine/simulators/wired/failures/severance.h"

namespace parktwin::wired::failures {

/// A set of edges that fail together, and what that costs.
struct Loss {
  std::vector<std::uint32_t> edges;
  std::uint32_t ring = 0;  ///< which list of edges on cycles is in it
  NodeSet severed;
  Harm harm;
};

class Survey {
 public:
  /// The arguments must outlive the survey.
  Survey(const Park& park, const LayeredNetwork& network, const Census& census, const PowerOutages& outages);

  /// Most harmful first; ties in the order of the kinds and their tables.
  [[nodiscard]] std::vector<Failure> failures() const;

  struct Pairs {
    PairCount count;
    std::vector<FailurePair> worst;
    std::int64_t not_looked_at = 0;  ///< suspects beyond options.pairs_looked_at
  };
  [[nodiscard]] Pairs pairs(PairClass of, const Options& options);

  struct Singles {
    std::vector<std::int32_t> elements;  ///< per enterprise: how many cut it off alone
    std::vector<std::uint8_t> one_duct;  ///< per enterprise: one of them is a duct
  };
  [[nodiscard]] Singles singles() const;

 private:
  using Members = std::vector<std::uint32_t>;  ///< positions in the list of risks
  /// Two members that may cut off more together.
  struct Suspect {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    std::uint32_t cause = 0;  ///< position among the causes, or none: only enterprises with several access nodes are in danger
  };
  /// What cuts off more together: the edges on cycles of two losses, or a joint risk.
  struct Cause {
    std::uint32_t ring = 0;
    std::uint32_t other_ring = 0;
    std::uint32_t joint = 0;  ///< position among the joint risks, or none
    NodeSet severed;          ///< empty as long as nobody asked
  };
  struct Suspects {
    std::vector<Suspect> pairs;
    std::vector<Cause> causes;
  };
  void find_losses();
  [[nodiscard]] const Loss& loss_of(std::uint32_t risk) const { return losses_[loss_of_risk_[risk]]; }
  [[nodiscard]] Members members(PairClass of) const;
  [[nodiscard]] Suspects suspects(PairClass of, const Members& members);
  void add_links(const Members& members, Suspects& found) const;
  void add_nodes(const Members& members, Suspects& found) const;
  void add_groups(const Members& members, Suspects& found);
  void add_power(const Members& members, Suspects& found);
  void add_shared_enterprises(const Members& members, Suspects& found) const;
  [[nodiscard]] const NodeSet& severed_by(Cause& cause);
  void put_largest_first(const Members& members, Suspects& found);
  [[nodiscard]] FailurePair row_of(PairClass of, const Suspect& pair, const Members& members, const NodeSet& together) const;

  const Park& park_;
  const LayeredNetwork& network_;
  const Census& census_;
  std::int64_t joint_left_out_;
  LinkCuts cuts_;
  Severance severance_;
  Risks risks_;
  std::vector<Loss> losses_;                       ///< one per different set of edges
  std::vector<std::uint32_t> loss_of_risk_;        ///< per risk
  std::vector<std::vector<std::uint32_t>> rings_;  ///< different lists of edges on cycles; the first is empty
};

}  // namespace parktwin::wired::failures
