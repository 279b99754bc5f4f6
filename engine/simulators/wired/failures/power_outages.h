#pragma once
// Which network nodes lose their power when a bus, a power line or a transformer fails, and which only when two of them fail together. A
// bus is supplied as long as it reaches a slack bus (the grid connection) over what is in service; a node works as long as one of its
// buses is supplied (bus, standby_bus; switching over takes no time). Lines and transformers are drawn as nodes of a graph, so that the
// elements that darken a bus alone are its dominators, and with one element out those of the rest are its partners. Batteries, generators
// and the load that is left to the second feed are not taken into account. A bus that reaches no slack bus to begin with is taken to be
// supplied in a way the inventory does not tell, until it fails itself.
#include <utility>
#include <vector>

#include "engine/park/park.h"

namespace parktwin::wired::failures {

struct PowerOutages {
  std::size_t buses = 0;  ///< elements are numbered through: buses, power lines, transformers
  std::size_t lines = 0;
  std::vector<std::vector<std::uint32_t>> nodes_dark;  ///< per element the network nodes that go dark with it, ascending

  struct Joint {
    std::uint32_t first = 0;  ///< element; first < second
    std::uint32_t second = 0;
    std::vector<std::uint32_t> nodes_dark;  ///< by both together and neither alone, ascending
  };
  std::vector<Joint> joint;         ///< by first, then second
  std::int64_t joint_left_out = 0;  ///< pairs beyond those asked for
};

/// At most `most_joint` pairs are listed. O(elements on cycles or with a part in two feeds · (elements + network nodes · length of their
/// chains)).
[[nodiscard]] PowerOutages power_outages(const Park& park, std::int64_t most_joint);

}  // namespace parktwin::wired::failures
