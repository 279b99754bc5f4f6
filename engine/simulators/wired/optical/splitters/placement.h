#pragma once
// Where to put splitters so that the effort (fibre, and so many metres for every splitter) is least and every unit has enough light and not
// too much: one stage of splitters between the line terminal and the units, or two. Places and units are numbers here; distances are those
// along the ducts. Up to `exact_units` units the plan is the best there is (dynamic programming over sets of units); beyond, a greedy plan
// improved by moves, merges and better places, and a bound from below by Lagrangian relaxation (Fisher 1981) says how far it can be from
// the best.
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace parktwin::wired::optical::splitters {

inline constexpr std::size_t exact_units = 9;
inline constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
inline constexpr double out_of_reach = std::numeric_limits<double>::infinity();

struct Problem {
  std::vector<double> feeder_m;                ///< per place: from the line terminal
  std::vector<std::vector<double>> between_m;  ///< from place to place
  std::vector<std::vector<double>> drop_m;     ///< per place, per unit
  std::vector<double> join_m;  ///< per unit: fibre to a splitter that is there already and lights it; out_of_reach when there is none
  double fibre_db_per_km = 0.35;
  double splitter_m = 0.0;  ///< fibre that one splitter less is worth
  double link_db = 0.0;     ///< splices and connectors of one link
  double least_db = 0.0;
  double most_db = 0.0;  ///< margin already taken off
  double reach_m = out_of_reach;
  [[nodiscard]] std::size_t units() const { return join_m.size(); }
  [[nodiscard]] std::size_t places() const { return feeder_m.size(); }
  friend bool operator==(const Problem&, const Problem&) = default;
};

struct Stages {
  std::int32_t first = 1;  ///< ways out of a splitter of the first stage; 1: one stage only
  std::int32_t second = 8;
  double loss_db = 0.0;  ///< of the splitters of both stages
  [[nodiscard]] bool two() const { return first > 1; }
  friend bool operator==(const Stages&, const Stages&) = default;
};

struct Splitter {
  std::size_t place = 0;
  std::int32_t ways = 1;
  std::size_t fed_by = none;  ///< position of the splitter of the first stage; none: the line terminal
  std::vector<std::size_t> units;
  friend bool operator==(const Splitter&, const Splitter&) = default;
};

struct Plan {
  std::vector<Splitter> splitters;    ///< a splitter of the first stage stands before those it feeds
  std::vector<std::size_t> joined;    ///< units that go to what is there already
  std::vector<std::size_t> left_out;  ///< units that no place can light with these stages
  double effort_m = 0.0;              ///< fibre, and `splitter_m` for each splitter
  double least_possible_m = 0.0;      ///< no plan takes less effort
  bool exact = true;
};

/// Whether a unit is lit over so much fibre.
[[nodiscard]] bool lit(const Problem& problem, const Stages& stages, double path_m);

[[nodiscard]] Plan place(const Problem& problem, const Stages& stages);

struct Choice {
  Stages stages;
  Plan plan;
};

/// Of several kinds of splitters those that leave the fewest units out, then take the least effort, then the fewest splitters, then lose
/// the least light; the bound is that of all kinds that leave as few out. Precondition: `kinds` is not empty.
[[nodiscard]] Choice best_of(const Problem& problem, std::span<const Stages> kinds);

}  // namespace parktwin::wired::optical::splitters
