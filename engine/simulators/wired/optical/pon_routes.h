#pragma once
// The passive ways from an optical network unit up to the line terminals that feed it: over passive links in service, through splitters, to
// the first line terminal. Several ways are protection (ITU-T G.984.1, clause 14): type B when they part at a splitter with two feeds, type
// C when they leave the unit apart.
#include <vector>

#include "engine/park/park.h"

namespace parktwin::wired::optical {

struct PonRoute {
  std::vector<Id<NetworkLink>> links;  ///< from the unit up to the line terminal
  Id<NetworkNode> terminal;
};

class PonTree {
 public:
  /// The park must outlive the tree.
  explicit PonTree(const Park& park);

  /// In the order of the link table; a way that comes back to a splitter it has passed is left out.
  [[nodiscard]] std::vector<PonRoute> routes(Id<NetworkNode> unit) const;

 private:
  void climb(Id<NetworkNode> node, PonRoute& way, std::vector<PonRoute>& found) const;

  const Park* park_;
  std::vector<std::vector<Id<NetworkLink>>> into_;  ///< per node the passive links in service that end at it
};

}  // namespace parktwin::wired::optical
