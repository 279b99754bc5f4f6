#pragma once
// From ducts and devices to the numbers the placing of splitters works with: where splitters may stand below one line terminal, and the
// fibre from there. Splitters may stand at the line terminal, at each unit, and at every manhole where shortest ways between them part; no
// other manhole shortens the fibre (the sum of distances is concave along an unbranched way).
#include "engine/simulators/wired/optical/memory.h"
#include "engine/simulators/wired/optical/options.h"
#include "engine/simulators/wired/optical/splitters/placement.h"

namespace parktwin::wired::optical {

/// Fibre that one splitter less is worth: cabinet, splicing and upkeep, an assumption.
inline constexpr double splitter_worth_m = 100.0;

/// Where something stands and where its fibre enters the ducts.
struct DuctEntry {
  Point at;
  std::size_t end = DuctGraph::none;
  double trench_m = 0.0;  ///< straight from one to the other
};

[[nodiscard]] DuctEntry entry_of(DuctWays& ways, Point at);

struct SplitterSites {
  std::vector<std::size_t> ends;  ///< duct end of every place of the problem
  splitters::Problem problem;     ///< with `join_m` out of reach
};

/// For units below one terminal. Losses of a link are those of a link whose splices and connectors are not recorded.
[[nodiscard]] SplitterSites sites_below(const Options& options, DuctWays& known, const NetworkNode& terminal,
                                        const std::vector<DuctEntry>& units);

/// Splices and connectors of such a link.
[[nodiscard]] double usual_link_db(const Options& options);

/// One and two stages of splitters that are made, with their losses.
[[nodiscard]] std::vector<splitters::Stages> kinds_of_splitters();

}  // namespace parktwin::wired::optical
