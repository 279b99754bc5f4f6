#pragma once
// Probability that at least one of some nodes works and reaches the root over links that all have the rates an enterprise requires. A link
// may have them in one direction of travel only: behind a bridge the direction is known; such links on cycles are first left out, then
// taken as usable in both directions, and the two answers are bounds. Questions with the same usable links share their work.
#include <compare>
#include <map>
#include <memory>

#include "engine/simulators/wired/failures/availability.h"

namespace parktwin::wired::failures {

struct RequiredRates {
  double down_mbps = 0.0;  ///< outwards from the core
  double up_mbps = 0.0;
  friend auto operator<=>(const RequiredRates&, const RequiredRates&) = default;
};

class RatedAvailability {
 public:
  /// The arguments must outlive the object; `effort` as for Availability.
  RatedAvailability(const Park& park, const LayeredNetwork& network, std::uint64_t effort, KeptBounds& kept);

  /// 0 when none of the nodes is reached at these rates.
  [[nodiscard]] Bounds any_of(std::span<const std::uint32_t> nodes, RequiredRates rates);

 private:
  enum class Use : std::uint8_t { no, outwards, inwards, both };  ///< travelled from its `from` end, from its `to` end
  /// A graph with some of the edges, and the availabilities of those.
  struct Part {
    PlainGraph graph;
    std::vector<double> edges;
    std::unique_ptr<Availability> availability;
  };
  struct Parts {
    std::unique_ptr<Part> sure;
    std::unique_ptr<Part> perhaps;      ///< with the links usable in one direction; none when there are no such links on cycles
    std::vector<std::uint8_t> reached;  ///< per node, in the directions of travel, when nothing fails; empty without `perhaps`
  };
  [[nodiscard]] std::vector<Use> uses(RequiredRates rates) const;
  [[nodiscard]] Parts& parts_at(RequiredRates rates);
  [[nodiscard]] Parts parts(std::vector<Use> uses) const;
  [[nodiscard]] std::vector<std::uint8_t> reached(const std::vector<Use>& uses) const;
  [[nodiscard]] std::unique_ptr<Part> part(const std::vector<std::uint8_t>& taken) const;

  const Park& park_;
  const LayeredNetwork& network_;
  std::uint64_t effort_;
  KeptBounds& kept_;
  std::map<std::vector<Use>, Parts> known_;
  std::map<RequiredRates, Parts*> known_rates_;
};

}  // namespace parktwin::wired::failures
