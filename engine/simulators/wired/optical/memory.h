#pragma once
// What is kept from one study of light to the next, of what did not change between them: shortest ways along the ducts, choices of
// splitters. A result has the same bits with and without.
#include <map>
#include <optional>
#include <utility>

#include "engine/simulators/wired/optical/duct_graph.h"
#include "engine/simulators/wired/optical/splitters/known_choices.h"

namespace parktwin::wired::optical {

/// A graph of ducts with the answers it gave.
class DuctWays {
 public:
  explicit DuctWays(const Park& park) : graph_(park) {}

  [[nodiscard]] const DuctGraph& graph() const { return graph_; }
  /// As DuctGraph::nearest().
  [[nodiscard]] std::size_t nearest(Point point);
  /// As DuctGraph::ways_from(); stays as long as this.
  [[nodiscard]] const ShortestWays& from(std::size_t start);

 private:
  DuctGraph graph_;
  std::map<std::pair<double, double>, std::size_t> nearest_;
  std::map<std::size_t, ShortestWays> from_;
};

class Memory {
 public:
  /// Made anew when the ducts changed.
  [[nodiscard]] DuctWays& ways(const Park& park);
  [[nodiscard]] splitters::KnownChoices& choices() { return choices_; }

 private:
  splitters::KnownChoices choices_;
  std::optional<DuctWays> ways_;
  ContentHash ways_of_;
};

}  // namespace parktwin::wired::optical
